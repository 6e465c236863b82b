#include "gateway/pipeline/translated_attempt.h"

#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/translation/dialects/bedrock_invoke/bedrock_invoke.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"
#include "gateway/translation/dialects/sampling_limits.h"

namespace gateway::pipeline {

using namespace translation;

namespace {

Error notOffered(const RequestContext &context, DialectId provider)
{
    return Error::client(ErrorCode::UnsupportedOperation,
                         "Requests in " + std::string(dialectTitle(*context.endpoint.dialect)) + " cannot be sent to "
                             + std::string(dialectTitle(provider)) + " yet.");
}

// Ids made for an attempt begin with letters and digits of the request's own id.
std::string attemptIdOf(const RequestContext &context)
{
    std::string id;
    for (const char character : context.record.id.value) {
        const bool fits = (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
                          || (character >= 'A' && character <= 'Z');
        if (fits && id.size() < 32)
            id += character;
    }
    return id;
}

Result<ChatRequest> readRequest(const RequestContext &context, const ClientDialect &dialect)
{
    const net::HttpRequest &request = context.exchange->request();
    ClientCall call;
    call.body = *request.body;
    call.pathModel = context.endpoint.pathModel;
    call.isStreamPath = context.endpoint.isStreamPath;
    call.headers = &request.headers;
    auto asked = dialect.decodeRequest(call);
    if (asked) {
        asked->extensions.remove("fallbacks"); // ours, not the provider's
        if (const auto checked = translation::checkSampling(*asked); !checked)
            return unexpected(checked.error());
    }
    return asked;
}

Error strictRefusal(const ConversionReport &report)
{
    std::string message = "This request cannot be said in the provider's dialect without loss:";
    for (const ConversionNote &note : report.notes()) {
        if (note.kind == ConversionNote::Kind::Dropped)
            message += " " + note.pointer + " (" + note.reason + ")";
    }
    return Error::client(ErrorCode::InvalidRequest, std::move(message));
}

// Of the client's headers only what it asked to be forwarded: the others speak about its own dialect.
HeaderList askedHeaders(const HeaderList &clientHeaders)
{
    HeaderList asked;
    for (const HeaderField &field : clientHeaders) {
        if (startsWithIgnoringCase(field.name, "x-bf-eh-") || equalsIgnoringCase(field.name, "traceparent"))
            asked.add(field.name, field.value);
    }
    return forwardedRequestHeaders(asked);
}

} // namespace

Result<net::UpstreamRequest> encodeTranslated(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const DialectId providerId = provider.dialectFor(*context.endpoint.dialect);
    const ClientDialect *client =
        context.endpoint.isBedrockInvoke ? &bedrockInvokeClient() : findClientDialect(*context.endpoint.dialect);
    const ProviderDialect *upstream = findProviderDialect(providerId);
    if (!client || !upstream)
        return unexpected(notOffered(context, providerId));
    auto asked = readRequest(context, *client);
    if (!asked)
        return unexpected(asked.error());
    if (const auto refusal = refusalOfKeptState(*asked, providerId))
        return unexpected(*refusal);
    attempt.translated =
        std::make_unique<TranslatedExchange>(*client, *upstream, std::move(*asked), attemptIdOf(context));
    TranslatedExchange &exchange = *attempt.translated;
    auto encoded = upstream->encodeRequest(exchange.request, {attempt.target.model, provider.preset}, exchange.state,
                                           exchange.report);
    for (const ConversionNote &note : exchange.report.notes())
        attempt.notes.push_back(describeNote(note));
    if (!encoded)
        return unexpected(encoded.error());
    const HeaderList &clientHeaders = context.exchange->request().headers;
    if (equalsIgnoringCase(clientHeaders.value("x-bf-strict"), "true") && exchange.report.hasDrops())
        return unexpected(strictRefusal(exchange.report));

    net::UpstreamRequest request;
    request.route = address.route;
    request.method = "POST";
    request.target = net::joinUpstreamPath(address.basePath, encoded->path);
    request.headers = askedHeaders(clientHeaders);
    request.headers.set("Content-Type", "application/json");
    request.headers.set("Accept", exchange.request.isStream ? std::string(contentTypeOf(upstream->framing()))
                                                            : "application/json");
    request.headers.set("Accept-Encoding", "identity");
    request.headers.set("User-Agent", "Bilrost/" BILROST_VERSION);
    for (const HeaderField &field : encoded->headers)
        request.headers.set(field.name, field.value);
    if (const auto added = addProviderHeaders(request, provider, attempt.target.key); !added)
        return unexpected(added.error());
    request.body = std::make_shared<const std::string>(std::move(encoded->body));
    setTimeouts(request, attempt);
    return request;
}

} // namespace gateway::pipeline
