#include "gateway/translation/dialects/error_envelope.h"

#include "gateway/translation/framing/aws_event_stream.h"
#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/object_writer.h"

namespace gateway::translation {

namespace {

std::string_view messageOf(const Error &error)
{
    return error.message.empty() ? std::string_view("The request failed without a reason") : error.message;
}

bool isConnectionFailure(ErrorCode code)
{
    return code == ErrorCode::UpstreamUnreachable || code == ErrorCode::UpstreamReset || code == ErrorCode::UpstreamTls
           || code == ErrorCode::UpstreamProxy || code == ErrorCode::UpstreamProtocol;
}

bool isCancelled(ErrorCode code)
{
    return code == ErrorCode::ClientGone || code == ErrorCode::Cancelled;
}

// Bifrost's own words for what happens inside it; everything else is in OpenAI's vocabulary.
std::string_view bifrostErrorType(const Error &error)
{
    if (error.code == ErrorCode::UpstreamTimedOut)
        return "request_timed_out";
    if (isCancelled(error.code))
        return "request_cancelled";
    if (isConnectionFailure(error.code))
        return "provider_connection_failed";
    return openAiErrorType(error.httpStatus());
}

// OpenAI's codes where it has one, so that its SDKs and programs that look at codes know them; else our stable name.
std::string_view openAiErrorCode(const Error &error)
{
    if (error.code == ErrorCode::VirtualKeyUnknown)
        return "invalid_api_key";
    if (error.code == ErrorCode::ModelUnresolved)
        return "model_not_found";
    if (error.code == ErrorCode::ModelMissing)
        return "missing_required_parameter";
    if (error.code == ErrorCode::UpstreamStatus) {
        switch (error.httpStatus()) {
        case 401: return "invalid_api_key";
        case 429: return "rate_limit_exceeded";
        default: break;
        }
    }
    return errorCodeName(error.code);
}

bool isAboutTheModel(ErrorCode code)
{
    return code == ErrorCode::ModelMissing || code == ErrorCode::ModelUnresolved || code == ErrorCode::ModelBlocked;
}

// Who may use what: Bifrost says such codes at the top of its error, not inside (bifrost-api §4.1).
bool isAboutGovernance(ErrorCode code)
{
    switch (code) {
    case ErrorCode::VirtualKeyRequired:
    case ErrorCode::VirtualKeyUnknown:
    case ErrorCode::VirtualKeyBlocked:
    case ErrorCode::ModelBlocked:
    case ErrorCode::ProviderBlocked:
    case ErrorCode::BudgetExceeded:
    case ErrorCode::TokenLimited:
    case ErrorCode::RequestLimited:
    case ErrorCode::LimitReserved: return true;
    default: return false;
    }
}

// Bifrost calls an error its own when no provider answered; refused requests and provider answers are not.
bool isOwnError(const Error &error)
{
    return (error.source != ErrorSource::Client && error.code != ErrorCode::UpstreamStatus) || isCancelled(error.code);
}

std::string writeBifrostBody(const Error &error, const ErrorContext &context, bool hasMessageAtTop = false)
{
    ObjectWriter details;
    details.add("type", bifrostErrorType(error)).add("code", openAiErrorCode(error)).add("message", messageOf(error));
    details.addRaw("param", isAboutTheModel(error.code) ? "\"model\"" : "null");

    ObjectWriter extra;
    extra.add("provider", context.provider)
        .add("original_model_requested", context.askedModel)
        .add("resolved_model_used", context.resolvedModel)
        .add("request_type", context.requestType);
    if (error.retryAfter)
        extra.addNumber("retry_after_ms", error.retryAfter->count());

    ObjectWriter body;
    if (hasMessageAtTop)
        body.add("message", messageOf(error));
    if (isAboutGovernance(error.code))
        body.add("type", errorCodeName(error.code));
    body.addFlag("is_bifrost_error", isOwnError(error)).addNumber("status_code", error.httpStatus());
    body.addRaw("error", details.finished()).addRaw("extra_fields", extra.finished());
    return body.finished();
}

std::string writeAnthropicBody(const Error &error)
{
    ObjectWriter details;
    details.add("type", anthropicErrorType(error.httpStatus())).add("message", messageOf(error));
    return ObjectWriter().add("type", "error").addRaw("error", details.finished()).finished();
}

// google.rpc.Status in JSON (cloud.google.com/apis/design/errors).
std::string writeGeminiBody(const Error &error)
{
    ObjectWriter details;
    details.addNumber("code", error.httpStatus())
        .add("message", messageOf(error))
        .add("status", googleErrorStatus(error.httpStatus()));
    return ObjectWriter().addRaw("error", details.finished()).finished();
}

// The exception's name also goes into the header x-amzn-ErrorType, which the SDKs read first.
std::string writeBedrockBody(const Error &error)
{
    return ObjectWriter()
        .add("__type", awsExceptionName(error.httpStatus()))
        .add("message", messageOf(error))
        .finished();
}

std::string writeResponsesEvent(const Error &error)
{
    ObjectWriter event;
    event.add("type", "error").add("code", openAiErrorCode(error)).add("message", messageOf(error));
    // The number of the event before it is known to the upstream only; clients do not check the order.
    event.addRaw("param", isAboutTheModel(error.code) ? "\"model\"" : "null").addNumber("sequence_number", 0);
    return event.finished();
}

// FastAPI services (vLLM and others): {"detail":"text"} or {"detail":[{"loc":[...],"msg":"text"}]}.
std::string detailText(JsonValue detail)
{
    if (detail.isString())
        return detail.text();
    std::string text;
    JsonElements entries(detail);
    while (const auto entry = entries.next()) {
        const std::string part = entry->isString() ? entry->text() : (*entry)["msg"].text();
        if (part.empty())
            continue;
        text += text.empty() ? "" : "; ";
        text += part;
    }
    return text.empty() ? detail["message"].text() : text;
}

// What a Bedrock stream can end with (API_runtime_ConverseStreamOutput); an SDK knows no others.
std::string_view awsStreamExceptionName(int httpStatus)
{
    switch (httpStatus) {
    case 424: return "modelStreamErrorException";
    case 429: return "throttlingException";
    case 503:
    case 529: return "serviceUnavailableException";
    default: break;
    }
    return httpStatus >= 500 ? "internalServerException" : "validationException";
}

std::string messageInside(JsonValue body)
{
    const JsonValue error = body["error"];
    for (const JsonValue candidate : {error["message"], error, error["error"]["message"], error["detail"],
                                      body["message"], body["Message"], // AWS's gates write it with a capital
                                      body["response"]["error"]["message"]}) {
        if (std::string text = candidate.text(); !text.empty())
            return text;
    }
    if (std::string text = detailText(body["detail"]); !text.empty())
        return text;
    return detailText(body["message"]["detail"]);
}

} // namespace

std::string renderErrorBody(ErrorShape shape, const Error &error, const ErrorContext &context)
{
    switch (shape) {
    case ErrorShape::Bifrost: return writeBifrostBody(error, context);
    case ErrorShape::BifrostWithMessage: return writeBifrostBody(error, context, true);
    case ErrorShape::Anthropic: return writeAnthropicBody(error);
    case ErrorShape::Gemini: return writeGeminiBody(error);
    case ErrorShape::Bedrock: return writeBedrockBody(error);
    }
    return {};
}

std::string renderErrorFrame(DialectId dialect, const Error &error, const ErrorContext &context)
{
    switch (dialect) {
    case DialectId::OpenAiChat: return writeSseFrame({}, writeBifrostBody(error, context));
    case DialectId::OpenAiResponses: return writeSseFrame("error", writeResponsesEvent(error));
    case DialectId::AnthropicMessages: return writeSseFrame("error", writeAnthropicBody(error));
    case DialectId::GeminiGenerate: return writeSseFrame({}, writeGeminiBody(error));
    case DialectId::BedrockConverse:
        return awsExceptionFrame(awsStreamExceptionName(error.httpStatus()),
                                 ObjectWriter().add("message", messageOf(error)).finished());
    case DialectId::CohereChat: return {}; // no event for it
    }
    return {};
}

std::string_view openAiErrorType(int httpStatus)
{
    switch (httpStatus) {
    case 401: return "authentication_error";
    case 403: return "permission_error";
    case 429: return "rate_limit_error";
    default: break;
    }
    return httpStatus >= 500 ? "server_error" : "invalid_request_error";
}

std::string_view anthropicErrorType(int httpStatus)
{
    switch (httpStatus) {
    case 401: return "authentication_error";
    case 402: return "billing_error";
    case 403: return "permission_error";
    case 404: return "not_found_error";
    case 408:
    case 504: return "timeout_error";
    case 413: return "request_too_large";
    case 429: return "rate_limit_error";
    case 503:
    case 529: return "overloaded_error";
    default: break;
    }
    return httpStatus >= 500 ? "api_error" : "invalid_request_error";
}

std::string_view googleErrorStatus(int httpStatus)
{
    switch (httpStatus) {
    case 401: return "UNAUTHENTICATED";
    case 403: return "PERMISSION_DENIED";
    case 404: return "NOT_FOUND";
    case 409: return "ABORTED";
    case 429: return "RESOURCE_EXHAUSTED";
    case 499: return "CANCELLED";
    case 501: return "UNIMPLEMENTED";
    case 503:
    case 529: return "UNAVAILABLE";
    case 504: return "DEADLINE_EXCEEDED";
    default: break;
    }
    return httpStatus >= 500 ? "INTERNAL" : "INVALID_ARGUMENT";
}

std::string_view awsExceptionName(int httpStatus)
{
    switch (httpStatus) {
    case 401:
    case 403: return "AccessDeniedException";
    case 404: return "ResourceNotFoundException";
    case 408: return "ModelTimeoutException";
    case 424: return "ModelErrorException";
    case 429: return "ThrottlingException";
    case 503:
    case 529: return "ServiceUnavailableException";
    default: break;
    }
    return httpStatus >= 500 ? "InternalServerException" : "ValidationException";
}

std::string upstreamErrorMessage(std::string_view body)
{
    const JsonValue value = JsonValue::checked(body);
    if (value.isArray()) { // Google's OpenAI endpoint wraps the object into an array
        const auto first = JsonElements(value).next();
        return first ? messageInside(*first) : std::string();
    }
    return messageInside(value);
}

} // namespace gateway::translation
