#include "gateway/net/upstream/failure_classifier.h"

#include "gateway/net/upstream/upstream_url.h"

#include <array>

namespace gateway::net {

namespace {

std::string hostAndPort(std::string_view host, std::uint16_t port)
{
    const bool isIpv6 = host.find(':') != std::string_view::npos;
    return (isIpv6 ? "[" + std::string(host) + "]" : std::string(host)) + ":" + std::to_string(port);
}

std::string targetOf(const UpstreamRoute &route)
{
    return hostAndPort(route.host, route.port);
}

std::string proxyOf(const UpstreamRoute &route)
{
    if (route.proxyHost.empty())
        return "the system's proxy";
    return "the proxy " + hostAndPort(route.proxyHost, route.proxyPort);
}

std::string durationText(std::chrono::milliseconds duration)
{
    if (duration.count() % 1000 != 0)
        return std::to_string(duration.count()) + " ms";
    return std::to_string(duration.count() / 1000) + " s";
}

Error unreachable(RetryAdvice retry, std::string message, std::string detail)
{
    return Error::upstream(ErrorCode::UpstreamUnreachable, retry, std::move(message), std::move(detail));
}

Error refused(const UpstreamRoute &route, std::string detail)
{
    return unreachable(RetryAdvice::SameTarget, "Nothing listens at " + targetOf(route) + ". Is the server running?",
                       std::move(detail));
}

Error hostNotFound(const UpstreamRoute &route, std::string detail)
{
    return unreachable(RetryAdvice::SameTarget,
                       "The host name " + route.host
                           + " cannot be found. Is it spelled correctly, and is this computer online?",
                       std::move(detail));
}

Error connectionLost(const UpstreamRoute &route, ExchangePhase phase, std::string detail)
{
    std::string message = targetOf(route);
    switch (phase) {
    case ExchangePhase::InLine:
    case ExchangePhase::Connecting: message += " closed the connection while it was being set up."; break;
    case ExchangePhase::WaitingForHead: message += " closed the connection before it answered."; break;
    case ExchangePhase::ReadingBody: message += " broke the connection off in the middle of its answer."; break;
    }
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::SameTarget, std::move(message), std::move(detail));
}

Error networkDown(const UpstreamRoute &route, std::string detail)
{
    return unreachable(RetryAdvice::SameTarget,
                       "The network has no way to " + targetOf(route) + ". Is this computer online?",
                       std::move(detail));
}

Error proxyError(const UpstreamRoute &route, std::string_view what, std::string detail)
{
    std::string message = proxyOf(route) + " " + std::string(what);
    message.front() = 'T';
    return Error::upstream(ErrorCode::UpstreamProxy, RetryAdvice::OtherTarget, std::move(message), std::move(detail));
}

constexpr std::string_view proxyRefuses = "cannot be reached. Is it running, and are its address and port correct?";
constexpr std::string_view proxyAsks = "asks for a user name and password, or does not accept the ones that are set.";
constexpr std::string_view proxyMissing = "cannot be found. Is its host name spelled correctly?";
constexpr std::string_view proxyCloses = "closed the connection. It may not allow this destination.";
constexpr std::string_view proxySilent = "did not answer in time.";
constexpr std::string_view proxyFails = "could not make the connection.";

Error tlsError(const UpstreamRoute &route, std::string_view why, std::string detail)
{
    return Error::upstream(ErrorCode::UpstreamTls, RetryAdvice::OtherTarget,
                           "No secure connection to " + targetOf(route) + ": " + std::string(why), std::move(detail));
}

Error handshakeFailed(const UpstreamRoute &route, std::string detail)
{
    return tlsError(route,
                    "the TLS handshake failed. Does the server speak https at this port, and does it support TLS 1.2 "
                    "or newer?",
                    std::move(detail));
}

Error timedOut(std::string message)
{
    return Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget, std::move(message));
}

Error protocolError(const UpstreamRoute &route, std::string what, std::string detail)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           targetOf(route) + " " + std::move(what), std::move(detail));
}

// What a proxy could not do for us Qt reports as if we had tried it ourselves.
std::optional<Error> proxyFailure(QNetworkReply::NetworkError error, const UpstreamRoute &route, std::string detail)
{
    if (route.proxyMode != ProxyMode::Http && route.proxyMode != ProxyMode::Socks5)
        return std::nullopt;
    // Plain http is asked of the proxy itself, everything else through a tunnel that it opens.
    const bool isTunnel = route.scheme != "http" || route.proxyMode != ProxyMode::Http;
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return proxyError(route, isTunnel ? "could not connect to " + targetOf(route) + "." : std::string(proxyRefuses),
                          std::move(detail));
    case QNetworkReply::HostNotFoundError:
        return proxyError(route,
                          isTunnel ? "does not know the host name " + route.host + ", or does not allow it."
                                   : std::string(proxyMissing),
                          std::move(detail));
    case QNetworkReply::UnknownNetworkError:
        return proxyError(route, "did not let the connection to " + targetOf(route) + " through.", std::move(detail));
    default: return std::nullopt;
    }
}

// The higher, the more it tells; zero is for errors without a text of their own.
struct TlsProblem {
    QSslError::SslError error;
    int weight;
    std::string_view why;
};

constexpr std::string_view unknownIssuer = "its certificate comes from an issuer that this computer does not know. If "
                                           "the server uses a private authority, add its certificate to the provider.";
constexpr std::string_view selfSigned = "its certificate is self-signed. If you trust this server, add its certificate "
                                        "to the provider.";
constexpr std::array tlsProblems{
    TlsProblem{QSslError::CertificateExpired, 9,
               "its certificate has expired. If that surprises you, check this computer's clock."},
    TlsProblem{QSslError::CertificateNotYetValid, 9, "its certificate is not valid yet. Check this computer's clock."},
    TlsProblem{QSslError::CertificateRevoked, 8, "its certificate was revoked by its issuer."},
    TlsProblem{QSslError::CertificateBlacklisted, 8, "its certificate is on a list of certificates not to trust."},
    TlsProblem{QSslError::HostNameMismatch, 7,
               "its certificate is for another host name. Is the URL correct, or does something intercept the "
               "connection?"},
    TlsProblem{QSslError::SelfSignedCertificate, 6, selfSigned},
    TlsProblem{QSslError::SelfSignedCertificateInChain, 5, unknownIssuer},
    TlsProblem{QSslError::UnableToGetLocalIssuerCertificate, 5, unknownIssuer},
    TlsProblem{QSslError::UnableToGetIssuerCertificate, 5, unknownIssuer},
    TlsProblem{QSslError::UnableToVerifyFirstCertificate, 4, unknownIssuer},
    TlsProblem{QSslError::CertificateUntrusted, 4, unknownIssuer},
    TlsProblem{QSslError::NoPeerCertificate, 3, "it sent no certificate."},
};

} // namespace

Error classifySocketError(QAbstractSocket::SocketError error, const UpstreamRoute &route, ExchangePhase phase,
                          std::string detail)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return refused(route, std::move(detail));
    case QAbstractSocket::RemoteHostClosedError: return connectionLost(route, phase, std::move(detail));
    case QAbstractSocket::HostNotFoundError: return hostNotFound(route, std::move(detail));
    case QAbstractSocket::SocketTimeoutError: return connectTimedOut(route, route.connectTimeout);
    case QAbstractSocket::NetworkError: // what Qt makes of ECONNRESET, EPIPE, ENETUNREACH and EHOSTUNREACH
        return phase == ExchangePhase::Connecting ? networkDown(route, std::move(detail))
                                                  : connectionLost(route, phase, std::move(detail));
    case QAbstractSocket::SocketResourceError:
        return Error::internal(ErrorCode::Internal, "The system allows no more connections at the moment.",
                               std::move(detail));
    case QAbstractSocket::ProxyAuthenticationRequiredError: return proxyError(route, proxyAsks, std::move(detail));
    case QAbstractSocket::ProxyConnectionRefusedError: return proxyError(route, proxyRefuses, std::move(detail));
    case QAbstractSocket::ProxyConnectionClosedError: return proxyError(route, proxyCloses, std::move(detail));
    case QAbstractSocket::ProxyConnectionTimeoutError: return proxyError(route, proxySilent, std::move(detail));
    case QAbstractSocket::ProxyNotFoundError: return proxyError(route, proxyMissing, std::move(detail));
    case QAbstractSocket::ProxyProtocolError: return proxyError(route, proxyFails, std::move(detail));
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: return handshakeFailed(route, std::move(detail));
    default: // Qt adds values; the rest cannot happen to a TCP client
        return unreachable(RetryAdvice::SameTarget, "The connection to " + targetOf(route) + " failed.",
                           std::move(detail));
    }
}

Error classifyReplyError(QNetworkReply::NetworkError error, const UpstreamRoute &route, ExchangePhase phase,
                         std::string detail)
{
    if (phase == ExchangePhase::Connecting) {
        if (std::optional<Error> failure = proxyFailure(error, route, detail))
            return *std::move(failure);
    }
    switch (error) {
    case QNetworkReply::ConnectionRefusedError: return refused(route, std::move(detail));
    case QNetworkReply::RemoteHostClosedError: return connectionLost(route, phase, std::move(detail));
    case QNetworkReply::HostNotFoundError: return hostNotFound(route, std::move(detail));
    case QNetworkReply::TimeoutError: return connectTimedOut(route, route.connectTimeout);
    case QNetworkReply::SslHandshakeFailedError: return handshakeFailed(route, std::move(detail));
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError: return networkDown(route, std::move(detail));
    case QNetworkReply::ProxyConnectionRefusedError: return proxyError(route, proxyRefuses, std::move(detail));
    case QNetworkReply::ProxyConnectionClosedError: return proxyError(route, proxyCloses, std::move(detail));
    case QNetworkReply::ProxyNotFoundError: return proxyError(route, proxyMissing, std::move(detail));
    case QNetworkReply::ProxyTimeoutError: return proxyError(route, proxySilent, std::move(detail));
    case QNetworkReply::ProxyAuthenticationRequiredError: return proxyError(route, proxyAsks, std::move(detail));
    case QNetworkReply::UnknownProxyError: return proxyError(route, proxyFails, std::move(detail));
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return protocolError(route, "sent an answer that is not valid HTTP.", std::move(detail));
    default: break;
    }
    if (phase != ExchangePhase::Connecting)
        return connectionLost(route, phase, std::move(detail));
    return unreachable(RetryAdvice::SameTarget, "The connection to " + targetOf(route) + " failed.", std::move(detail));
}

Error classifyTlsErrors(const QList<QSslError> &errors, const UpstreamRoute &route)
{
    const TlsProblem *worst = nullptr;
    std::string detail;
    for (const QSslError &error : errors) {
        detail += (detail.empty() ? "" : "; ") + error.errorString().toStdString();
        for (const TlsProblem &problem : tlsProblems) {
            if (problem.error == error.error() && (!worst || problem.weight > worst->weight))
                worst = &problem;
        }
    }
    if (!worst)
        return tlsError(route, "its certificate cannot be verified.", std::move(detail));
    return tlsError(route, worst->why, std::move(detail));
}

Error waitedForConnection(const UpstreamRoute &route, std::chrono::milliseconds limit)
{
    Error error =
        Error::client(ErrorCode::RequestLimited,
                      "request dropped: it waited " + durationText(limit) + " for a connection to " + targetOf(route)
                          + ", which may have no more than " + std::to_string(route.mostConnections)
                          + " (max_conns_per_host). Try again later.");
    error.retry = RetryAdvice::SameTarget;
    error.retryAfter = std::chrono::seconds(1);
    return error;
}

Error connectTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit)
{
    Error error = timedOut("No connection to " + targetOf(route) + " within " + durationText(limit)
                           + ". Is the address correct, and does a firewall let it through?");
    error.retry = RetryAdvice::SameTarget;
    return error;
}

Error firstByteTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit)
{
    return timedOut(targetOf(route) + " took the request but did not begin to answer within " + durationText(limit)
                    + ".");
}

Error idleTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit)
{
    return timedOut(targetOf(route) + " fell silent in the middle of its answer for " + durationText(limit) + ".");
}

Error totalTimedOut(const UpstreamRoute &route, std::chrono::milliseconds limit)
{
    return timedOut(targetOf(route) + " had not finished its answer after " + durationText(limit) + ".");
}

Error answerCut(const UpstreamRoute &route, std::uint64_t received, std::optional<std::uint64_t> expected,
                std::string detail)
{
    std::string message = targetOf(route) + " closed the connection before its answer was complete";
    if (expected)
        message += " (" + std::to_string(received) + " of " + std::to_string(*expected) + " bytes arrived)";
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::SameTarget, message + ".", std::move(detail));
}

Error malformedAnswer(const UpstreamRoute &route, ResponseParser::Problem problem, std::string detail)
{
    if (problem == ResponseParser::Problem::HeadTooLarge)
        return protocolError(route, "sent an answer whose head is larger than 64 KiB.", std::move(detail));
    return protocolError(route,
                         "sent an answer that is not valid HTTP. Is the port correct, and should the URL begin with "
                             + std::string(route.scheme == "https" ? "http://?" : "https://?"),
                         std::move(detail));
}

} // namespace gateway::net
