#include "gateway/pipeline/error_answer.h"

#include "gateway/pipeline/bifrost_facts.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/token_counting.h"
#include "gateway/translation/dialects/dialect_registry.h"

namespace gateway::pipeline {

namespace {

constexpr std::chrono::seconds longestUsefulWait{60}; // the libraries wait no longer, and then ask in vain

void sendOwn(RequestContext &context, net::ResponseHead head, const std::string &body)
{
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

} // namespace

translation::ErrorContext errorContextOf(const RequestContext &context)
{
    translation::ErrorContext described;
    described.askedModel = context.facts.model;
    described.requestType = routing::requestTypeName(context.endpoint, context.facts.isStream);
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
    // The OpenAI and Anthropic libraries repeat a request after a 503 or 429 unless told otherwise.
    const bool isLongWait = error.source == ErrorSource::Client && error.retryAfter > longestUsefulWait;
    if (error.code == ErrorCode::Cancelled || isLongWait)
        head.headers.add("x-should-retry", "false");
    if (error.retryAfter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter);
        head.headers.add("Retry-After", std::to_string(seconds.count()));
    }
    sendOwn(context, std::move(head), body);
}

void refuseWebSocket(net::HttpExchange &exchange)
{
    const Error error = Error::client(ErrorCode::UpgradeRequired, "WebSockets are not served here. Use plain HTTP.");
    net::ResponseHead head;
    head.status = error.httpStatus();
    head.headers.add("Content-Type", "application/json");
    exchange.sendWhole(head, translation::renderErrorBody(routing::errorShapeOf(exchange.request().path()), error, {}));
}

bool answerInstead(RequestContext &context, const Error &error)
{
    if (!context.exchange || context.endpoint.operation != routing::Operation::CountTokens)
        return false;
    const auto estimate = estimatedCount(context, error);
    if (!estimate)
        return false;
    net::ResponseHead head;
    head.headers.add(std::string(tokenCountHeader), "estimated");
    head.headers.add("Content-Type", "application/json");
    sendOwn(context, std::move(head), withExtraFields(*estimate, context));
    return true;
}

Error cancelledByHand()
{
    return Error::client(ErrorCode::Cancelled, "Cancelled from the Bilrost window.");
}

bool mayPassError(const RequestContext &context, std::string_view body)
{
    using namespace translation;
    if (context.endpoint.operation == routing::Operation::RawForward)
        return true;
    // Clients of Amazon S3 read XML.
    if (context.endpoint.family == DialectFamily::Bedrock && context.endpoint.forwarded && body.starts_with("<?xml"))
        return context.endpoint.forwarded->offer == "file";
    // Endpoints without a dialect tell errors in their family's way, embeddings in OpenAI's.
    const DialectId usual =
        context.endpoint.forwarded ? dialectOfFamily(context.endpoint.family) : DialectId::OpenAiChat;
    const ClientDialect *dialect = findClientDialect(context.endpoint.dialect.value_or(usual));
    return dialect && dialect->isErrorBody(body);
}

} // namespace gateway::pipeline
