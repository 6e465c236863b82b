// One call to a provider: the interface that both transports share.
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/clock.h"
#include "gateway/base/error.h"
#include "gateway/base/header_list.h"
#include "gateway/base/secret_string.h"
#include "gateway/base/token_grant.h"
#include "gateway/net/upstream/upstream_body.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

enum class ProxyMode { System, None, Http, Socks5 };

// Services that give a machine or a container its credentials, at addresses that nothing else may be sent to.
enum class MachineService { None, Container, Metadata };

// How a provider is reached. Shared by all calls to it, compared by pointer first, so that connections are reused.
struct UpstreamRoute {
    std::string scheme; // "http" or "https"
    std::string host;   // name or numeric address, IPv6 without brackets
    std::uint16_t port = 0;
    ProxyMode proxyMode = ProxyMode::System;
    std::string proxyHost;
    std::uint16_t proxyPort = 0;
    std::string proxyUsername;
    std::string proxyPassword;
    std::string caCertificatePem; // trusted in addition to the system's
    bool skipTlsVerification = false;
    bool allowHttp2 = true;
    std::chrono::milliseconds connectTimeout{10'000};
    // Only the requests of MachineQuestions have one, and then these are all the places that they may go to.
    MachineService machineService = MachineService::None;
    int mostConnections = 5000;                  // to this host at once, by all workers; at least 1
    std::chrono::milliseconds keepAlive{30'000}; // how long a connection that carries nothing stays open
    bool operator==(const UpstreamRoute &) const = default;
};
using UpstreamRoutePointer = std::shared_ptr<const UpstreamRoute>;

struct AwsScope {
    std::string region;  // "us-east-1"
    std::string service; // "bedrock"
    bool operator==(const AwsScope &) const = default;
};

struct AwsSigning {
    AwsCredentials credentials;
    AwsScope scope;
};

// A key that stands in the address. It is put there when the request is sent, so that no address that is written down or
// shown has it.
struct KeyParameter {
    std::string name;
    SecretString value;
};

struct UpstreamRequest {
    UpstreamRoutePointer route;
    std::string method;                                  // "GET", "POST", ...
    std::string target;                                  // path and query, already encoded, begins with '/'
    HeaderList headers;                                  // complete but for Host, Content-Length and Connection
    UpstreamBody body;                                   // may be none for GET
    std::shared_ptr<const AwsSigning> awsSigning;        // UpstreamClient signs when it sends; else null
    TokenGrantPointer tokenGrant;                        // UpstreamClient adds an access token for it; else null
    std::shared_ptr<const KeyParameter> keyParameter;    // UpstreamClient adds it when it sends; else null
    std::chrono::milliseconds firstByteTimeout{600'000}; // from the request's start to the head of the answer
    std::chrono::milliseconds idleTimeout{120'000};      // longest silence inside the body; paused time does not count
    std::chrono::milliseconds connectTimeout{0};         // 0: the route's
    std::chrono::milliseconds totalTimeout{0};           // from start to end without paused time; 0: no limit
};

struct UpstreamResponseHead {
    int status = 0;
    HeaderList headers; // as received, hop-by-hop fields removed (RFC 9110 §7.6.1)
    std::optional<std::uint64_t> contentLength;
    int majorVersion = 1; // 2 for HTTP/2
    bool isReusedConnection = false;
};

// When things happened; unset when unknown to the transport or not reached.
struct UpstreamTiming {
    std::optional<SteadyTime> connectedAt; // includes TLS; unset on a reused connection
    std::optional<SteadyTime> sentAt;      // last byte of the request handed to the system
    std::optional<SteadyTime> headAt;
};

// A server that had dropped an idle connection says so within a round trip. Later than this after the sending it had
// taken the request, and a second copy could be paid for twice.
inline constexpr std::chrono::seconds staleWindow{2};

// Hears one exchange. Called on the transport's thread, never from inside start(), pause() or resume().
// Exactly one of responseFinished and responseFailed is called, and nothing after it.
class UpstreamObserver {
public:
    virtual ~UpstreamObserver() = default;
    // Before any answer: the request has gone out on a kept connection that the provider closed without a byte, and goes
    // out once more on a new one (RFC 9112 §9.3.1). For whoever counts what was sent.
    virtual void requestSentAgain() {}
    virtual void responseStarted(const UpstreamResponseHead &head) = 0; // once; 1xx are swallowed
    virtual void responseBytes(std::string_view bytes) = 0;             // content-encoding is left as it is
    virtual void responseFinished() = 0;                                // the body was complete
    virtual void responseFailed(const Error &error) = 0;                // before or inside the body
};

// Destroying it aborts the call: the connection to the provider is closed or its stream reset; the observer hears
// nothing more. It may be destroyed inside an observer call.
class UpstreamExchange {
public:
    virtual ~UpstreamExchange() = default;
    virtual void pause() = 0; // stop reading: back-pressure reaches the provider
    virtual void resume() = 0;
    virtual UpstreamTiming timing() const = 0;
};

// One instance per worker thread; lives there.
class UpstreamTransport {
public:
    virtual ~UpstreamTransport() = default;
    // The observer must outlive the returned exchange.
    virtual std::unique_ptr<UpstreamExchange> start(UpstreamRequest request, UpstreamObserver &observer) = 0;
};

} // namespace gateway::net
