#include "gateway/pipeline/error_answer.h"

#include "gateway/pipeline/bifrost_facts.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::pipeline {

translation::ErrorContext errorContextOf(const RequestContext &context)
{
    translation::ErrorContext described;
    described.askedModel = context.facts.model;
    described.requestType = routing::requestTypeName(context.endpoint.operation, context.facts.isStream);
    if (context.target.provider) {
        described.provider = context.target.provider->id.value;
        described.resolvedModel = context.target.model;
    }
    return described;
}

void sendError(RequestContext &context, const Error &error)
{
    if (!context.exchange)
        return;
    const std::string body = translation::renderErrorBody(context.endpoint.errorShape, error, errorContextOf(context));
    net::ResponseHead head;
    head.status = error.httpStatus();
    head.headers.add("Content-Type", "application/json");
    if (context.endpoint.errorShape == translation::ErrorShape::Bedrock)
        head.headers.add("x-amzn-ErrorType", std::string(translation::awsExceptionName(head.status)));
    if (!error.allowedMethods.empty())
        head.headers.add("Allow", error.allowedMethods);
    // The OpenAI and Anthropic libraries repeat a request after a 503 unless told otherwise.
    if (error.code == ErrorCode::Cancelled)
        head.headers.add("x-should-retry", "false");
    if (error.retryAfter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter);
        head.headers.add("Retry-After", std::to_string(seconds.count()));
    }
    addBifrostHeaders(head.headers, context);
    context.record.status = head.status;
    context.record.responseBytes = body.size();
    context.record.responseHeaders = head.headers;
    net::HttpExchange *exchange = std::exchange(context.exchange, nullptr);
    exchange->setListener(nullptr);
    exchange->sendWhole(head, body);
    if (context.mayKeepBodies())
        context.record.responseBody = std::make_shared<const std::string>(body);
}

Error cancelledByHand()
{
    return Error::client(ErrorCode::Cancelled, "Cancelled from the Bilrost window.");
}

bool isErrorOfDialect(const RequestContext &context, std::string_view body)
{
    const bool isBedrock = context.endpoint.errorShape == translation::ErrorShape::Bedrock;
    const auto error = translation::topLevelMember(body, isBedrock ? "message" : "error");
    return error && error->has_value();
}

} // namespace gateway::pipeline
