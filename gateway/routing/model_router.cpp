#include "gateway/routing/model_router.h"

#include "gateway/config/model_names.h"
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/images/image_codec.h"
#include "gateway/translation/reranking/reranking.h"
#include "gateway/translation/speech/transcription.h"
#include "gateway/translation/videos/video_codec.h"

#include <algorithm>
#include <array>

namespace gateway::routing {

namespace {

using config::ProviderDefinition;
using config::ProviderKey;

// Bifrost's built-in provider names: a "/" after one of them separates even when it is not set up (bifrost-api §7).
constexpr std::array builtInProviders{
    "anthropic", "azure",      "bedrock",     "cerebras", "cohere", "deepseek", "elevenlabs", "fireworks",
    "gemini",    "groq",       "huggingface", "mistral",  "nebius", "ollama",   "openai",     "openrouter",
    "parasail",  "perplexity", "replicate",   "runway",   "sgl",    "vertex",   "vllm",       "xai",
};

bool isBuiltIn(std::string_view name)
{
    return std::find(builtInProviders.begin(), builtInProviders.end(), name) != builtInProviders.end();
}

bool namesModelExplicitly(const ProviderDefinition &provider, std::string_view model)
{
    return std::any_of(provider.keys.begin(), provider.keys.end(), [model](const ProviderKey &key) {
        return key.isEnabled && key.allowsModel(model) && config::namesModel(key.models, model);
    });
}

bool hasAlias(const ProviderDefinition &provider, std::string_view model)
{
    return std::any_of(provider.keys.begin(), provider.keys.end(), [model](const ProviderKey &key) {
        return key.isEnabled && key.nameThere(model) != model && key.allowsModel(model);
    });
}

bool mayServe(const ProviderDefinition &provider, std::string_view model)
{
    return provider.credentialScheme == config::CredentialScheme::None
           || std::any_of(provider.keys.begin(), provider.keys.end(),
                          [model](const ProviderKey &key) { return key.isEnabled && key.allowsModel(model); });
}

// Whole or as a stream: which of them is asked for is not known here.
bool isOffered(const ProviderDefinition &provider, const Endpoint &endpoint)
{
    return endpoint.operation == Operation::CountTokens || provider.offers(requestTypeName(endpoint, false))
           || provider.offers(requestTypeName(endpoint, true));
}

// What the provider's family has other words for, and is asked in them.
bool isSaidAgain(const ProviderDefinition &provider, const Endpoint &endpoint)
{
    const std::string_view offer = endpoint.forwarded->offer;
    if (offer == "rerank")
        return translation::canRerank(provider.family) || provider.hosting() == config::Hosting::Vertex;
    if (endpoint.family != translation::DialectFamily::OpenAi)
        return false;
    if (translation::isAboutSound(offer))
        return translation::hasSound(provider.family, provider.preset, offer);
    if (offer == "file" || offer == "batch")
        return provider.hosting() == config::Hosting::Own
               && (provider.family == translation::DialectFamily::Anthropic
                   || provider.family == translation::DialectFamily::Gemini
                   || provider.family == translation::DialectFamily::Bedrock);
    if (offer == "video")
        return translation::findVideoCodec(provider.family, provider.preset) != nullptr;
    const auto pictures = translation::imageTaskFromName(offer);
    return pictures && translation::canMakeImages(provider.family, provider.preset, *pictures);
}

// A text completion becomes a chat where the client lets it.
bool canServeForwarded(const ProviderDefinition &provider, const Endpoint &endpoint)
{
    const ForwardedOperation &operation = *endpoint.forwarded;
    if (operation.offer == "text_completion" && endpoint.family == translation::DialectFamily::OpenAi)
        return true;
    return isOffered(provider, endpoint) && (provider.family == endpoint.family || isSaidAgain(provider, endpoint));
}

// What has a dialect is translated, embeddings between the families that have them; every provider knows its models.
bool canServe(const ProviderDefinition &provider, const Endpoint &endpoint)
{
    if (endpoint.forwarded)
        return canServeForwarded(provider, endpoint);
    if (!isOffered(provider, endpoint))
        return false;
    if (endpoint.operation == Operation::Embedding)
        return translation::findEmbeddingCodec(provider.family) != nullptr;
    return endpoint.dialect || endpoint.operation == Operation::GetModel || provider.family == endpoint.family;
}

// A custom provider of the same dialect is somebody else's server, which must not see the user's token.
bool isAnthropicItself(const ProviderDefinition &provider)
{
    return provider.family == translation::DialectFamily::Anthropic
           && (provider.preset == "anthropic" || provider.id.value == "anthropic");
}

bool isNativeOf(const ProviderDefinition &provider, const Endpoint &endpoint)
{
    return !endpoint.nativeProvider.empty() && provider.id.value == endpoint.nativeProvider;
}

Error notOffered(const ProviderDefinition &provider, const Endpoint &endpoint)
{
    if (endpoint.forwarded)
        return Error::client(ErrorCode::UnsupportedOperation, "The provider \"" + provider.id.value
                                                                  + "\" does not offer "
                                                                  + std::string(endpoint.forwarded->title) + ".");
    return Error::client(ErrorCode::UnsupportedOperation,
                         "The provider \"" + provider.id.value
                             + "\" does not offer this operation in a form that can be served here.");
}

Error cannotResolve(std::string_view model)
{
    return Error::client(ErrorCode::ModelUnresolved,
                         "provider is required in model field (format: provider/model): no provider that is set up is "
                         "known to serve \""
                             + std::string(model) + "\".");
}

} // namespace

Error notOffered(const ProviderDefinition &provider, std::string_view request)
{
    const bool isForbidden = provider.allowedRequests.has_value();
    return Error::client(ErrorCode::UnsupportedOperation,
                         "The provider \"" + provider.id.value + "\" does not offer \"" + std::string(request) + "\""
                             + (isForbidden ? ", or its allowed_requests leave it out." : "."));
}

Result<RouteTarget> ModelRouter::findProviderOfBareModel(const config::ConfigSnapshot &snapshot,
                                                         const Endpoint &endpoint, std::string_view model) const
{
    std::vector<const ProviderDefinition *> candidates;
    for (const ProviderDefinition &provider : snapshot.providers) {
        if (provider.isEnabled && canServe(provider, endpoint))
            candidates.push_back(&provider);
    }
    const auto isNative = [&](const ProviderDefinition *provider) { return isNativeOf(*provider, endpoint); };
    // Those that need no translation first, and of these the native provider, so that it wins among equals; the rest
    // stay sorted by name.
    const auto isOfFamily = [&](const ProviderDefinition *provider) { return provider->family == endpoint.family; };
    std::stable_partition(candidates.begin(), candidates.end(), isOfFamily);
    std::stable_partition(candidates.begin(), candidates.end(), isNative);
    RouteTarget target;
    target.model = std::string(model);
    const auto picks = [&](FoundBy reason, auto matches) {
        const auto found = std::find_if(candidates.begin(), candidates.end(), matches);
        target.provider = found == candidates.end() ? nullptr : *found;
        target.foundBy = reason;
        return target.provider != nullptr;
    };
    if (picks(FoundBy::KeyThatNames, [&](const auto *each) { return namesModelExplicitly(*each, model); })
        || picks(FoundBy::Catalog,
                 [&](const auto *each) { return m_catalog.lists(each->id.value, model) && mayServe(*each, model); })
        // After the lists: the alias of a deployment is often the name of a model that its maker serves, too.
        || picks(FoundBy::KeyThatNames, [&](const auto *each) { return hasAlias(*each, model); })
        || picks(FoundBy::NativeOfPath, isNative))
        return target;
    const auto ofFamily = std::count_if(candidates.begin(), candidates.end(), isOfFamily);
    if (ofFamily == 1 || candidates.size() == 1) {
        const bool isOnly =
            picks(FoundBy::OnlyCandidate, [&](const auto *each) { return candidates.size() == 1 || isOfFamily(each); });
        if (isOnly)
            return target;
    }
    return unexpected(cannotResolve(model));
}

bool ModelRouter::mayServeBareModel(const ProviderDefinition &provider, const Endpoint &endpoint,
                                    std::string_view model) const
{
    return provider.isEnabled && canServe(provider, endpoint) && mayServe(provider, model);
}

void ModelRouter::explainCandidates(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                    std::string_view model, const ProviderDefinition *chosen,
                                    std::vector<ProviderCandidate> &candidates) const
{
    for (const ProviderDefinition &provider : snapshot.providers) {
        const bool isListed = m_catalog.lists(provider.id.value, model);
        std::string reason = "It is not known to serve the model.";
        if (!provider.isEnabled)
            reason = "It is turned off.";
        else if (!canServe(provider, endpoint))
            reason = "It does not offer this operation.";
        else if (namesModelExplicitly(provider, model))
            reason = "One of its keys names the model.";
        else if (!mayServe(provider, model))
            reason = isListed ? "It lists the model, but none of its keys may use it."
                              : "None of its keys may use the model.";
        else if (isListed)
            reason = "It lists the model.";
        else if (hasAlias(provider, model))
            reason = "One of its keys has the model as an alias.";
        else if (isNativeOf(provider, endpoint))
            reason = "It takes the names that nobody else claims on this path.";
        else if (&provider == chosen)
            reason = "There is no other provider for this path.";
        candidates.push_back({provider.id.value, &provider == chosen, std::move(reason)});
    }
}

// What a provider keeps is asked for without a model: the request names the provider, or its path, or there is only one.
Result<RouteTarget> ModelRouter::planWithoutModel(const config::ConfigSnapshot &snapshot,
                                                  const Endpoint &endpoint) const
{
    RouteTarget target;
    if (!endpoint.namedProvider.empty()) {
        target.provider = snapshot.findProvider(endpoint.namedProvider);
        if (!target.provider)
            return unexpected(Error::client(ErrorCode::ProviderNotConfigured,
                                            "failed to get config for provider: not found: \"" + endpoint.namedProvider
                                                + "\" is not set up in Bilrost."));
        return target;
    }
    std::vector<const ProviderDefinition *> candidates;
    std::vector<const ProviderDefinition *> speakers; // in whose words it is asked
    for (const ProviderDefinition &provider : snapshot.providers) {
        if (!provider.isEnabled || !canServe(provider, endpoint))
            continue;
        candidates.push_back(&provider);
        if (!isSaidAgain(provider, endpoint))
            speakers.push_back(&provider);
        if (isNativeOf(provider, endpoint))
            target.provider = &provider;
    }
    target.foundBy = target.provider ? FoundBy::NativeOfPath : FoundBy::OnlyCandidate;
    if (!target.provider && candidates.size() == 1)
        target.provider = candidates.front();
    if (!target.provider && speakers.size() == 1)
        target.provider = speakers.front();
    if (target.provider)
        return target;
    const std::string title(endpoint.forwarded->title);
    return unexpected(Error::client(ErrorCode::ModelUnresolved,
                                    candidates.empty()
                                        ? "No provider that is set up offers " + title + "."
                                        : "provider is required: several providers offer " + title
                                              + "; name one in the query (provider=NAME) or in the header "
                                                "x-model-provider."));
}

// Below a raw prefix the provider is given; what the model is may be unknown.
Result<RouteTarget> ModelRouter::planRaw(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                         std::string_view model) const
{
    RouteTarget target;
    target.provider = snapshot.findProvider(endpoint.nativeProvider);
    if (!target.provider || !target.provider->isEnabled)
        return unexpected(
            Error::client(ErrorCode::ProviderNotConfigured, "failed to get config for provider: not found: \""
                                                                + std::string(endpoint.nativeProvider)
                                                                + "\" is not set up in Bilrost, or turned off."));
    target.model = std::string(model);
    return target;
}

config::AttemptLimits limitsOf(const RouteTarget &target, bool isStream)
{
    return config::nearest(target.limits, target.provider->network.limitsFor(target.model, isStream));
}

Result<RouteTarget> ModelRouter::resolve(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                         std::string_view askedModel, CallersCredential callers,
                                         std::vector<ProviderCandidate> *candidates)
{
    RouteTarget target;
    const bool isRaw = endpoint.operation == Operation::RawForward;
    if (isRaw) {
        auto planned = planRaw(snapshot, endpoint, askedModel);
        if (!planned)
            return planned;
        target = std::move(*planned);
    }
    const bool needsNoModel = endpoint.forwarded && askedModel.empty();
    if (needsNoModel) {
        auto planned = planWithoutModel(snapshot, endpoint);
        if (!planned)
            return planned;
        target = std::move(*planned);
    }
    const auto slash = askedModel.find('/');
    if (slash != std::string_view::npos && !isRaw) {
        const std::string_view prefix = askedModel.substr(0, slash);
        target.provider = snapshot.findProvider(prefix);
        if (target.provider && slash + 1 == askedModel.size())
            return unexpected(Error::client(ErrorCode::ModelMissing, "model is required: \"" + std::string(askedModel)
                                                                         + "\" names a provider and no model."));
        if (target.provider)
            target.model = std::string(askedModel.substr(slash + 1));
        else if (isBuiltIn(prefix))
            return unexpected(Error::client(ErrorCode::ProviderNotConfigured,
                                            "failed to get config for provider: not found: \"" + std::string(prefix)
                                                + "\" is not set up in Bilrost."));
    }
    if (!target.provider && !endpoint.namedProvider.empty()) {
        auto named = planWithoutModel(snapshot, endpoint);
        if (!named)
            return named;
        target = std::move(*named);
        target.model = std::string(askedModel);
    }
    if (!target.provider) {
        auto found = findProviderOfBareModel(snapshot, endpoint, askedModel);
        if (candidates)
            explainCandidates(snapshot, endpoint, askedModel, found ? found->provider : nullptr, *candidates);
        if (!found)
            return found;
        target = std::move(*found);
    }
    if (!target.provider->isEnabled)
        return unexpected(Error::client(ErrorCode::ProviderNotConfigured,
                                        "The provider \"" + target.provider->id.value + "\" is turned off."));
    if (!isRaw && !endpoint.forwarded && !isOffered(*target.provider, endpoint))
        return unexpected(notOffered(*target.provider, requestTypeName(endpoint, false)));
    if (!isRaw && !canServe(*target.provider, endpoint))
        return unexpected(notOffered(*target.provider, endpoint));
    target.usesCallersCredential =
        callers == CallersCredential::ClaudeSubscription && endpoint.family == translation::DialectFamily::Anthropic
        && isAnthropicItself(*target.provider) && target.model.find("claude") != std::string::npos;
    return target;
}

void ModelRouter::addFallback(RoutePlan &plan, const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                              const std::string &name, std::string_view keyId, CallersCredential callers)
{
    const auto slash = name.find('/');
    const std::string_view prefix = std::string_view(name).substr(0, slash);
    const bool isPrefixed = slash != std::string::npos && snapshot.findProvider(prefix);
    auto target =
        resolve(snapshot, endpoint, isPrefixed ? name : plan.targets.front().provider->id.value + "/" + name, callers);
    if (!target) {
        plan.notes.push_back("The fallback \"" + name + "\" was left out: " + target.error().message);
        return;
    }
    target->keyId = keyId;
    plan.targets.push_back(std::move(*target));
}

} // namespace gateway::routing
