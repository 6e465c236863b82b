#include "gateway/base/error.h"

namespace gateway {

Error Error::client(ErrorCode code, std::string message)
{
    Error error;
    error.code = code;
    error.source = ErrorSource::Client;
    error.message = std::move(message);
    return error;
}

Error Error::methodNotAllowed(std::string allowedMethods, std::string message)
{
    Error error = client(ErrorCode::MethodNotAllowed, std::move(message));
    error.allowedMethods = std::move(allowedMethods);
    return error;
}

Error Error::upstream(ErrorCode code, RetryAdvice retry, std::string message, std::string privateDetail)
{
    Error error;
    error.code = code;
    error.source = ErrorSource::Upstream;
    error.retry = retry;
    error.message = std::move(message);
    error.privateDetail = std::move(privateDetail);
    return error;
}

Error Error::internal(ErrorCode code, std::string message, std::string privateDetail)
{
    Error error;
    error.code = code;
    error.source = ErrorSource::Gateway;
    error.message = std::move(message);
    error.privateDetail = std::move(privateDetail);
    return error;
}

namespace {

struct CodeFacts {
    std::string_view name;
    int status;
};

CodeFacts factsOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::MalformedHttp: return {"malformed_http", 400};
    case ErrorCode::HostRefused: return {"host_refused", 403};
    case ErrorCode::OriginRefused: return {"origin_refused", 403};
    case ErrorCode::NotFound: return {"not_found", 404};
    case ErrorCode::MethodNotAllowed: return {"method_not_allowed", 405};
    case ErrorCode::RequestTimedOut: return {"request_timed_out", 408};
    case ErrorCode::Conflict: return {"conflict", 409};
    case ErrorCode::LengthRequired: return {"length_required", 411};
    case ErrorCode::BodyTooLarge: return {"body_too_large", 413};
    case ErrorCode::TargetTooLong: return {"target_too_long", 414};
    case ErrorCode::UnsupportedEncoding: return {"unsupported_encoding", 415};
    case ErrorCode::ExpectationFailed: return {"expectation_failed", 417};
    case ErrorCode::UpgradeRequired: return {"upgrade_required", 426};
    case ErrorCode::HeadTooLarge: return {"head_too_large", 431};
    case ErrorCode::NotImplemented: return {"not_implemented", 501};
    case ErrorCode::HttpVersion: return {"http_version", 505};
    case ErrorCode::TooManyConnections: return {"too_many_connections", 503};
    case ErrorCode::ShuttingDown: return {"shutting_down", 503};
    case ErrorCode::MalformedJson: return {"malformed_json", 400};
    case ErrorCode::InvalidRequest: return {"invalid_request", 400};
    case ErrorCode::ModelMissing: return {"model_missing", 400};
    case ErrorCode::ModelUnresolved: return {"model_unresolved", 400};
    case ErrorCode::ProviderNotConfigured: return {"provider_not_configured", 400};
    case ErrorCode::NoKeyForModel: return {"no_key_for_model", 400};
    case ErrorCode::UnsupportedOperation: return {"unsupported_operation", 400};
    case ErrorCode::VirtualKeyRequired: return {"virtual_key_required", 401};
    case ErrorCode::VirtualKeyUnknown: return {"virtual_key_not_found", 401};
    case ErrorCode::VirtualKeyBlocked: return {"virtual_key_blocked", 403};
    case ErrorCode::ModelBlocked: return {"model_blocked", 403};
    case ErrorCode::ProviderBlocked: return {"provider_blocked", 403};
    case ErrorCode::BudgetExceeded: return {"budget_exceeded", 402};
    case ErrorCode::TokenLimited: return {"token_limited", 429};
    case ErrorCode::RequestLimited: return {"request_limited", 429};
    case ErrorCode::LimitReserved: return {"rate_limited", 429};
    case ErrorCode::AdminRequired: return {"unauthorized", 401};
    case ErrorCode::ManagementRefused: return {"management_refused", 403};
    case ErrorCode::ClientGone: return {"client_gone", 499};
    case ErrorCode::Cancelled: return {"cancelled", 503};
    case ErrorCode::UpstreamUnreachable: return {"upstream_unreachable", 502};
    case ErrorCode::UpstreamReset: return {"upstream_reset", 502};
    case ErrorCode::UpstreamTimedOut: return {"upstream_timed_out", 504};
    case ErrorCode::UpstreamTls: return {"upstream_tls", 502};
    case ErrorCode::UpstreamProxy: return {"upstream_proxy", 502};
    case ErrorCode::UpstreamProtocol: return {"upstream_protocol", 502};
    case ErrorCode::UpstreamStatus: return {"upstream_status", 502};
    case ErrorCode::AnswerDiffers: return {"answer_differs", 502};
    case ErrorCode::RoutingLoop: return {"routing_loop", 508};
    case ErrorCode::SecretUnavailable: return {"secret_unavailable", 503};
    case ErrorCode::StorageFailed: return {"storage_failed", 500};
    case ErrorCode::Internal: return {"internal", 500};
    }
    return {"internal", 500};
}

} // namespace

int Error::httpStatus() const
{
    if (code == ErrorCode::UpstreamStatus && upstreamStatus)
        return *upstreamStatus;
    return factsOf(code).status;
}

std::string_view errorCodeName(ErrorCode code)
{
    return factsOf(code).name;
}

} // namespace gateway
