#include "gateway/pipeline/translated_attempt.h"

#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/extra_parameters.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/prompt_cache_option.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/pipeline/upstream_choice.h"
#include "gateway/translation/dialects/bedrock_invoke/bedrock_invoke.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/kept_state.h"
#include "gateway/translation/dialects/openai_chat/chat_preference.h"
#include "gateway/translation/dialects/prefill_support.h"
#include "gateway/translation/dialects/sampling_limits.h"
#include "gateway/translation/framing/framing_kind.h"
#include "gateway/translation/replicate/predictions.h"
#include "gateway/translation/replicate/replicate_chat.h"
#include "gateway/translation/transforms/prompt_cache_placement.h"

namespace gateway::pipeline {

using namespace translation;

namespace {

Error notOffered(DialectId client, DialectId provider)
{
    return Error::client(ErrorCode::UnsupportedOperation, "Requests in " + std::string(dialectTitle(client))
                                                              + " cannot be sent to "
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

Result<ChatRequest> readRequest(const AttemptContext &attempt, const ClientDialect &dialect)
{
    const RequestContext &context = attempt.request;
    const net::HttpRequest &request = context.exchange->request();
    ClientCall call;
    call.body = attempt.chatInstead ? attempt.chatInstead->chatBody : *request.body;
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

} // namespace

bool hasOwnChat(const config::ProviderDefinition &provider)
{
    return provider.preset == "replicate";
}

namespace {

bool namesModelsItsOwnWay(const config::ProviderDefinition &provider)
{
    return provider.preset == "replicate" || provider.preset == "huggingface" || provider.preset == "runware";
}

} // namespace

std::string modelForCodec(const AttemptContext &attempt)
{
    const config::ProviderKey *key = attempt.target.key;
    const bool isAlias = key && namesModelsItsOwnWay(*attempt.target.provider);
    return isAlias ? key->nameThere(attempt.target.model) : attempt.target.model;
}

FollowUpSource untilDone(const AttemptContext &attempt, const ProviderAddress &address, UnfinishedPath unfinished)
{
    return [&attempt, address,
            unfinished = std::move(unfinished)](std::string_view body) -> Result<std::optional<FollowUp>> {
        const std::string path = unfinished(body);
        if (path.empty())
            return std::nullopt;
        auto request = encodeFurtherRequest(attempt, address, "GET", path);
        if (!request)
            return unexpected(request.error());
        FollowUp next;
        next.request = std::move(*request);
        next.after = std::chrono::milliseconds(500);
        return next;
    };
}

std::optional<Error> noteLosses(AttemptContext &attempt, const ConversionReport &report)
{
    for (const ConversionNote &note : report.notes())
        attempt.add(note);
    return refusalOfLoss(attempt, report);
}

Result<EncodedRequest> withNotedLosses(AttemptContext &attempt, Result<EncodedRequest> encoded,
                                       const ConversionReport &report)
{
    const auto refusal = noteLosses(attempt, report);
    if (encoded && refusal)
        return unexpected(*refusal);
    return encoded;
}

std::optional<Error> refusalOfLoss(const AttemptContext &attempt, const ConversionReport &report)
{
    const bool isStrict = equalsIgnoringCase(attempt.request.exchange->request().headers.value("x-bf-strict"), "true");
    if (!isStrict || !report.hasDrops())
        return std::nullopt;
    std::string message = "This request cannot be said in the provider's dialect without loss:";
    for (const ConversionNote &note : report.notes()) {
        if (note.kind == ConversionNote::Kind::Dropped)
            message += " " + note.pointer + " (" + note.reason + ")";
    }
    return Error::client(ErrorCode::InvalidRequest, std::move(message));
}

namespace {

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

namespace {

// Clients of other makers reach OpenAI through Responses, unless chat completions say what they want without loss.
bool isForOpenAiChat(const ChatRequest &asked, std::string_view model, DialectId provider)
{
    return provider == DialectId::OpenAiResponses && familyOf(asked.dialect) != DialectFamily::OpenAi
           && openai_chat::isBetterSaidInChat(asked, model);
}

// The conversation ends with what the client has of the answer, and the target goes on from there. Reasoning comes
// before an answer, so it is over (Anthropic refuses the two together).
void addPrefill(const AttemptContext &attempt, DialectId provider, ChatRequest &asked)
{
    Message said;
    said.role = Role::Assistant;
    said.parts.push_back(makeText(attempt.prefill));
    if (mustMarkPrefill(attempt.target.provider->preset, provider))
        said.extensions.set(provider, "prefix", true);
    asked.messages.push_back(std::move(said));
    asked.reasoning = {};
}

// Claude caches what is marked and nothing else, and only Anthropic's and Bedrock's clients have marks.
void markForCache(const AttemptContext &attempt, TranslatedExchange &exchange)
{
    const DialectId provider = exchange.providerDialect.id();
    const bool isClaudeAtBedrock =
        provider == DialectId::BedrockConverse && attempt.target.model.find("claude") != std::string::npos;
    if (provider != DialectId::AnthropicMessages && !isClaudeAtBedrock)
        return;
    const auto marker = wantedCacheMarker(*attempt.target.provider, attempt.request.exchange->request().headers);
    if (marker)
        placeCacheMarks(exchange.request, *marker, exchange.report);
}

} // namespace

Result<net::UpstreamRequest> encodeTranslated(AttemptContext &attempt, const ProviderAddress &address,
                                              DialectId providerId)
{
    const RequestContext &context = attempt.request;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const DialectId asking = attempt.chatInstead ? DialectId::OpenAiChat : *context.endpoint.dialect;
    const ClientDialect *client = context.endpoint.isBedrockInvoke ? &bedrockInvokeClient() : findClientDialect(asking);
    if (!client)
        return unexpected(notOffered(asking, providerId));
    auto asked = readRequest(attempt, *client);
    if (!asked)
        return unexpected(asked.error());
    if (isForOpenAiChat(*asked, attempt.target.model, providerId))
        providerId = DialectId::OpenAiChat;
    if (!attempt.prefill.empty())
        addPrefill(attempt, providerId, *asked);
    const ProviderDialect *upstream =
        hasOwnChat(provider) ? &replicate::chatDialect() : findProviderDialect(providerId);
    if (!upstream)
        return unexpected(notOffered(asking, providerId));
    if (const auto kept = refusalOfKeptState(*asked, providerId))
        return unexpected(*kept);
    const Json *safetyId = asked->extensions.find(asked->dialect, "safety_identifier");
    if (providerId != asked->dialect && safetyId && *safetyId == asked->endUserId)
        asked->extensions.remove("safety_identifier"); // the person is named already
    const Json extra = takeExtraParameters(context.exchange->request().headers, *asked);
    attempt.translated =
        std::make_unique<TranslatedExchange>(*client, *upstream, std::move(*asked), attemptIdOf(context));
    TranslatedExchange &exchange = *attempt.translated;
    markForCache(attempt, exchange);
    auto said = upstream->encodeRequest(
        exchange.request, {hasOwnChat(provider) ? modelForCodec(attempt) : attempt.target.model, provider.preset},
        exchange.state, exchange.report);
    auto encoded = withNotedLosses(attempt, std::move(said), exchange.report);
    if (!encoded)
        return unexpected(encoded.error());
    if (extra.is_object()) {
        auto body = withExtraParameters(std::move(encoded->body), extra);
        if (!body)
            return unexpected(body.error());
        encoded->body = std::move(*body);
    }
    if (upstream->id() == DialectId::OpenAiChat) {
        auto chosen = withUpstreamChoice(attempt, encoded->body);
        if (!chosen)
            return unexpected(chosen.error());
        if (*chosen)
            encoded->body = std::move(**chosen);
    }
    if (familyOf(upstream->id()) == DialectFamily::OpenAi && !hasOwnChat(provider)) {
        auto edited = withoutStoring(attempt, encoded->body);
        if (!edited)
            return unexpected(edited.error());
        if (*edited)
            encoded->body = std::move(**edited);
    }
    if (hasOwnChat(provider))
        attempt.followUp = untilDone(attempt, address, &replicate::pathOfUnfinished);
    return sendEncoded(attempt, address, std::move(*encoded),
                       exchange.request.isStream ? contentTypeOf(upstream->framing())
                                                 : std::string_view("application/json"));
}

namespace {

// What is asked of the provider, which need not be what the client asked.
std::string_view providersRequest(std::string_view path, bool isStream)
{
    if (path == "/v1/chat/completions")
        return isStream ? "chat_completion_stream" : "chat_completion";
    if (path == "/v1/responses")
        return isStream ? "responses_stream" : "responses";
    if (path == "/v1/messages")
        return isStream ? "chat_completion_stream" : "chat_completion";
    return path == "/v1/embeddings" ? std::string_view("embedding") : std::string_view();
}

} // namespace

std::string modelThere(const AttemptContext &attempt)
{
    const config::ProviderKey *key = attempt.target.key;
    return key ? key->nameThere(attempt.target.model) : attempt.target.model;
}

Result<net::UpstreamRequest> sendEncoded(const AttemptContext &attempt, const ProviderAddress &address,
                                         Result<EncodedRequest> said, std::string_view accept)
{
    if (!said)
        return unexpected(said.error());
    EncodedRequest &encoded = *said;
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = "POST";
    request.target = net::joinUpstreamPath(address.basePath, encoded.path);
    request.headers = askedHeaders(attempt.request.exchange->request().headers);
    request.headers.set("Content-Type", "application/json");
    request.headers.set("Accept", std::string(accept));
    request.headers.set("Accept-Encoding", "identity");
    request.headers.set("User-Agent", "Bilrost/" BILROST_VERSION);
    for (const HeaderField &field : encoded.headers)
        request.headers.set(field.name, field.value);
    const config::ProviderDefinition &provider = *attempt.target.provider;
    if (const auto added = addProviderHeaders(request, provider, attempt.target.key); !added)
        return unexpected(added.error());
    if (attempt.target.usesCallersCredential)
        request.headers.set("Authorization",
                            std::string(attempt.request.exchange->request().headers.value("authorization")));
    request.body = std::make_shared<const std::string>(std::move(encoded.body));
    const bool isStream = attempt.translated && attempt.translated->request.isStream;
    HostedCall call{providersRequest(encoded.path, isStream), attempt.target.model, isStream};
    if (call.request.empty() && namesModelsItsOwnWay(provider))
        call.model = {}; // modelForCodec() has been there
    if (const auto gone = goToHost(request, provider, attempt.target.key, address.basePath, call); !gone)
        return unexpected(gone.error());
    setTimeouts(request, attempt);
    return request;
}

} // namespace gateway::pipeline
