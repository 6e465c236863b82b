// Describes a failure so that code, client and person each get what they need.
//
// An Error answers four questions: what happened (code), whose fault it is (source), may the request be tried again
// (retry), and what do we tell the user (message). `privateDetail` is for the log only and never leaves the process.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gateway {

enum class ErrorCode {
    // The client's request as HTTP (RFC 9110, RFC 9112)
    MalformedHttp,       // 400
    HostRefused,         // 403, DNS rebinding guard
    OriginRefused,       // 403, cross-site guard
    NotFound,            // 404
    MethodNotAllowed,    // 405, with `allowedMethods`
    RequestTimedOut,     // 408, the client was too slow
    Conflict,            // 409
    LengthRequired,      // 411
    BodyTooLarge,        // 413
    TargetTooLong,       // 414
    UnsupportedEncoding, // 415, a content-encoding that we cannot read
    ExpectationFailed,   // 417
    UpgradeRequired,     // 426, a WebSocket attempt; the client falls back to plain HTTP
    HeadTooLarge,        // 431
    NotImplemented,      // 501
    HttpVersion,         // 505
    TooManyConnections,  // 503
    ShuttingDown,        // 503
    // The client's request as a call
    MalformedJson,         // 400
    InvalidRequest,        // 400
    ModelMissing,          // 400
    ModelUnresolved,       // 400, no provider can be found for the model
    ProviderNotConfigured, // 400
    NoKeyForModel,         // 400
    UnsupportedOperation,  // 400
    VirtualKeyUnknown,     // 401
    ManagementRefused,     // 403
    ClientGone,            // 499, never sent
    Cancelled,             // 503, ended by a person in the window
    // The upstream
    UpstreamUnreachable, // refused, no route, DNS
    UpstreamReset,       // connection lost before the answer was complete
    UpstreamTimedOut,    // 504
    UpstreamTls,         // certificate or handshake
    UpstreamProxy,       // the proxy refused or is unreachable
    UpstreamProtocol,    // the answer is not HTTP, or not what its headers say
    UpstreamStatus,      // an answer with status >= 400; upstreamStatus says which
    AnswerDiffers,       // 502, a broken answer could not be continued by another one
    RoutingLoop,         // 508, the upstream is this gateway itself
    // Ourselves
    SecretUnavailable, // keychain locked, absent, or the vault is closed
    StorageFailed,
    Internal,
    // Who may use what; VirtualKeyUnknown above belongs to these
    VirtualKeyRequired, // 401
    VirtualKeyBlocked,  // 403, turned off or expired
    ModelBlocked,       // 403, not for this virtual key
    ProviderBlocked,    // 403, not for this virtual key
    BudgetExceeded,     // 402
    TokenLimited,       // 429, the tokens of a window are used up
    RequestLimited,     // 429, the requests of a window are used up
    LimitReserved,      // 429, running requests hold what is left of a limit
    AdminRequired,      // 401, of the management API
};

enum class ErrorSource { Client, Upstream, Gateway };

enum class RetryAdvice {
    Never,       // the same request fails again
    SameTarget,  // worth another try on the same provider and key
    OtherTarget, // another key or provider may serve it
};

class [[nodiscard]] Error {
public:
    ErrorCode code = ErrorCode::Internal;
    ErrorSource source = ErrorSource::Gateway;
    RetryAdvice retry = RetryAdvice::Never;
    std::string message;                                 // for people: what happened and what to do; no secrets
    std::string privateDetail;                           // for the log only
    std::optional<int> upstreamStatus;                   // HTTP status that the upstream answered
    std::string upstreamCode;                            // the upstream's own code or type: "context_length_exceeded"
    std::optional<std::chrono::milliseconds> retryAfter; // when the upstream says when
    std::string
        allowedMethods; // with MethodNotAllowed: value of the field Allow, which a 405 must have (RFC 9110 §15.5.6)

    static Error client(ErrorCode code, std::string message);
    static Error methodNotAllowed(std::string allowedMethods, std::string message);
    static Error upstream(ErrorCode code, RetryAdvice retry, std::string message, std::string privateDetail = {});
    static Error internal(ErrorCode code, std::string message, std::string privateDetail = {});

    // HTTP status that a client of ours gets for this error.
    int httpStatus() const;

    bool operator==(const Error &) const = default;
};

// Stable name for logs, records and tests: "upstream_timed_out".
std::string_view errorCodeName(ErrorCode code);

} // namespace gateway
