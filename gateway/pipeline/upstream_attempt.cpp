#include "gateway/pipeline/upstream_attempt.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/base/secret_masker.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/array_lane.h"
#include "gateway/pipeline/aws_request.h"
#include "gateway/pipeline/chat_words.h"
#include "gateway/pipeline/compat_options.h"
#include "gateway/pipeline/embedding_attempt.h"
#include "gateway/pipeline/extra_parameters.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/loop_guard.h"
#include "gateway/pipeline/model_lookup.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/pipeline/raw_forwarding.h"
#include "gateway/pipeline/text_completion_attempt.h"
#include "gateway/pipeline/token_counting.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/pipeline/upstream_choice.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/dialects/openai_chat/server_traits.h"
#include "gateway/translation/json/top_level_editor.h"

#include <vector>

namespace gateway::pipeline {

namespace {

using config::ProviderDefinition;

// Metering needs the usage of a stream; OpenAI chat tells it only when asked.
Result<translation::TextEdit> askForStreamUsage(std::string_view body, const translation::RequestFacts &facts)
{
    const std::string options = R"({"include_usage":true})";
    const auto [offset, size] = facts.streamOptionsPlace;
    if (size == 0)
        return translation::TextEdit{facts.endOfMembers, 0, R"(,"stream_options":)" + options};
    if (!facts.hasStreamOptions) // null
        return translation::TextEdit{offset, size, options};
    auto edited = translation::setTopLevelMember(body.substr(offset, size), "include_usage", "true");
    if (!edited)
        return unexpected(edited.error());
    return translation::TextEdit{offset, size, std::move(*edited)};
}

// Many chat clients still say max_tokens, which OpenAI refuses for the models that reason
// (platform.openai.com/docs/api-reference/chat/create).
Result<net::UpstreamBody> withNewNameOfTheLimit(AttemptContext &attempt, net::UpstreamBody body)
{
    constexpr std::string_view oldName = "max_tokens";
    constexpr std::string_view newName = "max_completion_tokens";
    const auto traits = translation::openai_chat::traitsOf(attempt.target.provider->preset, attempt.target.model);
    const bool isChat = attempt.request.endpoint.dialect == translation::DialectId::OpenAiChat;
    const std::string &asked = *attempt.request.exchange->request().body; // looking into `body` would copy it
    if (!isChat || !traits.isOpenAi || !traits.isReasoningModel || asked.find(oldName) == std::string::npos
        || asked.find(newName) != std::string::npos)
        return body;
    const auto limit = translation::topLevelMember(*body, oldName);
    if (!limit || !*limit || **limit == "null")
        return body;
    const auto shortened = translation::removeTopLevelMember(*body, oldName);
    if (!shortened)
        return unexpected(shortened.error());
    auto renamed = translation::setTopLevelMember(*shortened, newName, **limit);
    if (!renamed)
        return unexpected(renamed.error());
    attempt.add({translation::ConversionNote::Kind::Renamed, "/max_tokens",
                 "It is called max_completion_tokens at this model, which refuses the old name."});
    return std::make_shared<const std::string>(std::move(*renamed));
}

// Some tell the usage unasked, and refuse the option.
bool knowsStreamUsage(const AttemptContext &attempt)
{
    return translation::openai_chat::traitsOf(attempt.target.provider->preset, attempt.target.model).knowsStreamUsage;
}

// The name of a model that Azure's clients say in the path alone, behind the other members.
std::string modelMember(std::string_view body, const translation::RequestFacts &facts, std::string_view model)
{
    const bool isFirst = body.substr(0, facts.endOfMembers).find_last_not_of(" \t\r\n") == body.find('{');
    return (isFirst ? "\"model\":" : ",\"model\":") + translation::quoteJson(model);
}

// The client's bytes themselves when nothing has to change, or one name only.
Result<net::UpstreamBody> editBody(AttemptContext &attempt)
{
    const RequestContext &context = attempt.request;
    const net::SharedBytes &body = context.exchange->request().body;
    const translation::RequestFacts &facts = context.facts;
    std::vector<translation::TextEdit> edits;
    if (context.endpoint.pathModel.empty() && facts.modelPlace.size == 0 && !facts.model.empty())
        edits.push_back({facts.endOfMembers, 0, modelMember(*body, facts, attempt.target.model)});
    else if (context.endpoint.pathModel.empty() && facts.model != attempt.target.model)
        edits.push_back({facts.modelPlace.offset, facts.modelPlace.size, translation::quoteJson(attempt.target.model)});
    const bool isChatStream =
        (context.endpoint.dialect == translation::DialectId::OpenAiChat || isTextCompletion(context)) && facts.isStream;
    attempt.mustWithholdUsageFrame = isChatStream && !facts.asksForStreamUsage && knowsStreamUsage(attempt);
    if (attempt.mustWithholdUsageFrame) {
        auto edit = askForStreamUsage(*body, facts);
        if (!edit)
            return unexpected(edit.error());
        const bool isBehindModel = edits.empty() || edit->offset > edits.front().offset;
        edits.insert(isBehindModel ? edits.end() : edits.begin(), std::move(*edit));
        attempt.add({translation::ConversionNote::Kind::Injected, "/stream_options/include_usage",
                     "Asked for to learn what the stream used; the extra usage event is kept from the client."});
    }
    if (edits.size() == 1 && !facts.hasFallbacks) {
        translation::TextEdit &edit = edits.front();
        return withNewNameOfTheLimit(attempt, {body, edit.offset, edit.size, std::move(edit.replacement)});
    }
    net::SharedBytes edited =
        edits.empty() ? body : std::make_shared<const std::string>(translation::withEdits(*body, edits));
    if (facts.hasFallbacks) {
        auto shortened = translation::removeTopLevelMember(*edited, "fallbacks");
        if (!shortened)
            return unexpected(shortened.error());
        edited = std::make_shared<const std::string>(std::move(*shortened));
    }
    return withNewNameOfTheLimit(attempt, std::move(edited));
}

// Asks for events whatever form the client named.
std::string withEvents(std::string_view query)
{
    std::string changed = "alt=sse";
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view each = query.substr(0, end);
        if (!each.empty() && !each.starts_with("alt=") && !each.starts_with("$alt="))
            changed.append("&").append(each);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return changed;
}

// The model's name becomes one segment of the path, whatever is in it; in Gemini's paths its collection stands before.
Result<std::string> withModel(const routing::Endpoint &endpoint, std::string_view model)
{
    std::string path(endpoint.upstreamPath);
    constexpr std::string_view variable = "{model}";
    constexpr std::string_view ofCollection = "models/{model}";
    if (const auto place = path.find(ofCollection);
        endpoint.family == translation::DialectFamily::Gemini && place != std::string::npos) {
        auto resource = translation::gemini::modelPath(model);
        if (!resource)
            return unexpected(resource.error());
        return path.replace(place, ofCollection.size(), *resource);
    }
    if (const auto place = path.find(variable); place != std::string::npos)
        path.replace(place, variable.size(), percentEncoded(model));
    return path;
}

Result<std::string> targetPath(const AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const auto path = context.endpoint.rawPath.empty() ? withModel(context.endpoint, attempt.target.model)
                                                       : Result<std::string>(context.endpoint.rawPath);
    if (!path)
        return unexpected(path.error());
    std::string target = net::joinUpstreamPath(address.basePath, *path);
    std::string query = forwardedQuery(context.exchange->request().query());
    if (wantsArray(context))
        query = withEvents(query);
    if (!query.empty()) {
        target += '?';
        target += query;
    }
    return target;
}

// What the provider's owner wants to stand in every request of the dialect.
Result<net::UpstreamBody> withOwnersWishes(AttemptContext &attempt, net::UpstreamBody body)
{
    const auto &dialect = attempt.request.endpoint.dialect;
    const bool isChat = dialect == translation::DialectId::OpenAiChat;
    if (attempt.target.provider->extraJson.empty() // looking into the body would copy it
        || (!isChat && dialect != translation::DialectId::OpenAiResponses)
        || attempt.request.endpoint.operation == routing::Operation::CountTokens)
        return body;
    for (const auto wish : {&withUpstreamChoice, &withoutStoring}) {
        if (wish == &withUpstreamChoice && !isChat)
            continue;
        auto edited = wish(attempt, *body);
        if (!edited)
            return unexpected(edited.error());
        if (*edited)
            body = net::UpstreamBody(std::make_shared<const std::string>(std::move(**edited)));
    }
    return body;
}

// Whether the provider understands the client's bytes. InvokeModel's are understood by Bedrock alone, which then takes
// the bodies of all of its models.
bool speaksAsAsked(const ProviderDefinition &provider, const routing::Endpoint &endpoint)
{
    return endpoint.isBedrockInvoke ? provider.family == translation::DialectFamily::Bedrock
                                    : provider.speaks(*endpoint.dialect);
}

} // namespace

namespace {

Result<net::UpstreamRequest> encodeOperation(AttemptContext &attempt, const ProviderAddress &address)
{
    const bool isStream = attempt.request.facts.isStream;
    const auto asked = routing::requestTypeName(attempt.request.endpoint.operation, isStream);
    // Counts are estimated where nobody counts.
    const bool isCount = attempt.request.endpoint.operation == routing::Operation::CountTokens;
    if (!isCount && !attempt.target.provider->offers(asked))
        return unexpected(routing::notOffered(*attempt.target.provider, asked));
    switch (attempt.request.endpoint.operation) {
    case routing::Operation::CountTokens: return encodeTokenCount(attempt, address);
    case routing::Operation::Embedding: return encodeEmbedding(attempt, address);
    case routing::Operation::GetModel: return encodeModelLookup(attempt, address);
    case routing::Operation::RawForward: return encodeRawForward(attempt, address);
    case routing::Operation::Forwarded: return encodeForwarded(attempt, address);
    default: break;
    }
    const auto &dialect = attempt.request.endpoint.dialect;
    const ProviderDefinition &provider = *attempt.target.provider;
    if (dialect == translation::DialectId::OpenAiChat && isResponsesOnly(provider, attempt.target.model))
        return encodeTranslated(attempt, address, translation::DialectId::OpenAiResponses);
    const bool isSpoken = dialect && !hasOwnChat(provider) && speaksAsAsked(provider, attempt.request.endpoint)
                          && understandsChat(attempt);
    if (dialect && (attempt.mustTranslate || !isSpoken))
        return encodeTranslated(attempt, address, provider.dialectFor(*dialect));
    return encodePassthrough(attempt, address);
}

} // namespace

Result<net::UpstreamRequest> encodeAttempt(AttemptContext &attempt, const ProviderAddress &address)
{
    auto request = encodeOperation(attempt, address);
    if (request)
        markHop(request->headers, attempt.request.exchange->request().headers);
    return request;
}

Result<net::UpstreamRequest> encodePassthrough(AttemptContext &attempt, const ProviderAddress &address)
{
    auto body = editBody(attempt);
    if (body)
        body = withoutRefusedParameters(attempt, std::move(*body));
    if (body)
        body = withOwnersWishes(attempt, std::move(*body));
    if (body && attempt.request.endpoint.dialect)
        body = withSpreadExtraParameters(attempt.request.exchange->request().headers, std::move(*body));
    if (!body)
        return unexpected(body.error());
    auto target = targetPath(attempt, address);
    if (!target)
        return unexpected(target.error());
    const ProviderDefinition &provider = *attempt.target.provider;
    const net::HttpRequest &asked = attempt.request.exchange->request();
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = asked.method;
    request.target = std::move(*target);
    request.headers = forwardedRequestHeaders(asked.headers);
    // Event streams are read frame by frame, so they must come plain; so must what a record keeps readable.
    request.headers.set("Accept-Encoding", "identity");
    if (const auto added = addProviderHeaders(request, provider, attempt.target.key); !added)
        return unexpected(added.error());
    if (attempt.target.usesCallersCredential)
        request.headers.set("Authorization", std::string(asked.headers.value("authorization")));
    request.body = std::move(*body);
    const bool isStream = attempt.request.facts.isStream;
    const HostedCall call{routing::requestTypeName(attempt.request.endpoint.operation, isStream), attempt.target.model,
                          isStream};
    if (const auto gone = goToHost(request, provider, attempt.target.key, address.basePath, call); !gone)
        return unexpected(gone.error());
    setTimeouts(request, attempt);
    return request;
}

void setTimeouts(net::UpstreamRequest &request, const AttemptContext &attempt)
{
    // What is said again here is one answer of the provider's, also where the client gets it as events.
    const bool isStream = attempt.request.facts.isStream && !attempt.operation;
    const config::AttemptLimits limits = routing::limitsOf(attempt.target, isStream);
    request.connectTimeout = limits.connect.value_or(request.connectTimeout);
    request.firstByteTimeout = limits.head.value_or(request.firstByteTimeout);
    request.idleTimeout = limits.idle.value_or(request.idleTimeout);
    // What is forwarded unread may be a stream or a file of any size.
    const bool isUnread = attempt.request.endpoint.operation == routing::Operation::RawForward;
    const auto total = isUnread ? attempt.target.limits.total : limits.total;
    request.totalTimeout = total.value_or(request.totalTimeout);
}

Result<net::UpstreamRequest> encodeOwnRequest(const ProviderDefinition &provider, const config::ProviderKey *key,
                                              const ProviderAddress &address, std::string_view method,
                                              std::string_view target, const OwnCall &call)
{
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = std::string(method);
    request.target = net::joinUpstreamPath(address.basePath, target);
    request.headers.add("Accept", "application/json");
    request.headers.add("Accept-Encoding", "identity");
    request.headers.add("User-Agent", "Bilrost/" BILROST_VERSION);
    if (const auto added = addProviderHeaders(request, provider, key); !added)
        return unexpected(added.error());
    if (provider.family == translation::DialectFamily::Bedrock && method == "GET")
        goToControlPlane(request);
    if (call.body) {
        request.headers.set("Content-Type", "application/json");
        request.body = call.body;
    }
    if (const auto gone = goToHost(request, provider, key, address.basePath, call.hosted); !gone)
        return unexpected(gone.error());
    request.firstByteTimeout = std::chrono::seconds(20);
    request.idleTimeout = std::chrono::seconds(20);
    return request;
}

Result<net::UpstreamRequest> encodeFurtherRequest(const AttemptContext &attempt, const ProviderAddress &address,
                                                  std::string_view method, std::string_view target)
{
    auto request = encodeOwnRequest(*attempt.target.provider, attempt.target.key, address, method, target);
    if (request)
        setTimeouts(*request, attempt);
    return request;
}

} // namespace gateway::pipeline
