// Turns what went wrong between us and a provider into an Error: code, advice on retries, a plain text for people.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/error.h"
#include "gateway/base/header_list.h"
#include "gateway/net/upstream/response_parser.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <QtCore/QList>
#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

namespace gateway::net {

// How far an exchange had come. The same socket error means different things to a person in each.
// InLine: as many connections as there may be are in use.
enum class ExchangePhase { InLine, Connecting, WaitingForHead, ReadingBody };

// All are pure. `detail` goes to the log only.
Error classifySocketError(QAbstractSocket::SocketError error, const UpstreamRoute &route, ExchangePhase phase,
                          std::string detail);
Error classifyReplyError(QNetworkReply::NetworkError error, const UpstreamRoute &route, ExchangePhase phase,
                         std::string detail);
// Names the most telling of the errors: an expired certificate before an unknown issuer.
Error classifyTlsErrors(const QList<QSslError> &errors, const UpstreamRoute &route);

// Not the provider's failure, so nothing speaks against asking it again.
Error waitedForConnection(const UpstreamRoute &route, std::chrono::milliseconds limit);
Error connectTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit);
Error firstByteTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit);
Error idleTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit);
Error totalTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit);

// `expected` is the Content-Length, when there was one.
Error answerCut(const UpstreamRoute &route, std::uint64_t received, std::optional<std::uint64_t> expected,
                std::string detail);
Error malformedAnswer(const UpstreamRoute &route, ResponseParser::Problem problem, std::string detail);

// For an answer with status >= 400. `body` may be its beginning only; when it is JSON with a message, the message is
// quoted (at most 500 bytes). The text is the provider's: mask it before it is kept. Of 429 the time until it is worth asking
// again is told by Retry-After, Google's details, or the headers of the rate limit, in this order.
Error classifyStatus(int status, const HeaderList &headers, std::string_view body);

// retry-after-ms before Retry-After, which is a number of seconds or a date (RFC 9110 §10.2.3). Past dates are zero.
std::optional<std::chrono::milliseconds> parseRetryAfter(const HeaderList &headers, WallTime now);

} // namespace gateway::net
