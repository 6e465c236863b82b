#include "gateway/routing/model_router.h"

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
        return key.isEnabled && key.allowsModel(model)
               && std::find(key.models.begin(), key.models.end(), model) != key.models.end();
    });
}

bool mayServe(const ProviderDefinition &provider, std::string_view model)
{
    return provider.credentialScheme == config::CredentialScheme::None
           || std::any_of(provider.keys.begin(), provider.keys.end(),
                          [model](const ProviderKey &key) { return key.isEnabled && key.allowsModel(model); });
}

Error cannotResolve(std::string_view model)
{
    return Error::client(ErrorCode::ModelUnresolved,
                         "provider is required in model field (format: provider/model): no provider that is set up is "
                         "known to serve \""
                             + std::string(model) + "\".");
}

} // namespace

Result<const ProviderDefinition *> ModelRouter::findProviderOfBareModel(const config::ConfigSnapshot &snapshot,
                                                                        const Endpoint &endpoint,
                                                                        std::string_view model) const
{
    std::vector<const ProviderDefinition *> candidates;
    for (const ProviderDefinition &provider : snapshot.providers) {
        if (provider.isEnabled && (endpoint.dialect || provider.family == endpoint.family))
            candidates.push_back(&provider);
    }
    const auto isNative = [&](const ProviderDefinition *provider) {
        return !endpoint.nativeProvider.empty() && provider->id.value == endpoint.nativeProvider;
    };
    // Those that need no translation first, and of these the native provider, so that it wins among equals; the rest
    // stay sorted by name.
    const auto isOfFamily = [&](const ProviderDefinition *provider) { return provider->family == endpoint.family; };
    std::stable_partition(candidates.begin(), candidates.end(), isOfFamily);
    std::stable_partition(candidates.begin(), candidates.end(), isNative);
    const auto pick = [&](auto matches) -> const ProviderDefinition * {
        const auto found = std::find_if(candidates.begin(), candidates.end(), matches);
        return found == candidates.end() ? nullptr : *found;
    };
    if (const auto *provider = pick([&](const auto *each) { return namesModelExplicitly(*each, model); }))
        return provider;
    if (const auto *provider =
            pick([&](const auto *each) { return m_catalog.lists(each->id.value, model) && mayServe(*each, model); }))
        return provider;
    if (const auto *provider = pick(isNative))
        return provider;
    const auto ofFamily = std::count_if(candidates.begin(), candidates.end(), isOfFamily);
    if (ofFamily == 1 || candidates.size() == 1)
        return *(ofFamily == 1 ? std::find_if(candidates.begin(), candidates.end(), isOfFamily) : candidates.begin());
    return unexpected(cannotResolve(model));
}

Result<RouteTarget> ModelRouter::resolve(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                         std::string_view askedModel, CallersCredential callers)
{
    RouteTarget target;
    const auto slash = askedModel.find('/');
    if (slash != std::string_view::npos) {
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
    if (!target.provider) {
        const auto provider = findProviderOfBareModel(snapshot, endpoint, askedModel);
        if (!provider)
            return unexpected(provider.error());
        target.provider = *provider;
        target.model = std::string(askedModel);
    }
    if (!target.provider->isEnabled)
        return unexpected(Error::client(ErrorCode::ProviderNotConfigured,
                                        "The provider \"" + target.provider->id.value + "\" is turned off."));
    // Completions are translated; what has no dialect of its own (embeddings, counting) is served by the family alone.
    const bool isCompletion = endpoint.dialect && endpoint.operation != Operation::CountTokens;
    if (!isCompletion && target.provider->family != endpoint.family)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "The provider \"" + target.provider->id.value
                                            + "\" does not offer this operation in a form that can be served here."));
    target.usesCallersCredential = callers == CallersCredential::ClaudeSubscription
                                   && endpoint.family == translation::DialectFamily::Anthropic
                                   && target.provider->family == translation::DialectFamily::Anthropic
                                   && target.model.find("claude") != std::string::npos;
    return target;
}

Result<RoutePlan> ModelRouter::plan(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                    std::string_view askedModel, std::span<const std::string> fallbacks,
                                    CallersCredential callers)
{
    RoutePlan plan;
    auto first = resolve(snapshot, endpoint, askedModel, callers);
    if (!first)
        return unexpected(first.error());
    plan.targets.push_back(std::move(*first));
    for (const std::string &name : fallbacks) {
        const auto slash = name.find('/');
        const bool isPrefixed =
            slash != std::string::npos && snapshot.findProvider(std::string_view(name).substr(0, slash));
        auto target = resolve(snapshot, endpoint,
                              isPrefixed ? name : plan.targets.front().provider->id.value + "/" + name, callers);
        if (target)
            plan.targets.push_back(std::move(*target));
        else
            plan.notes.push_back("The fallback \"" + name + "\" was left out: " + target.error().message);
    }
    return plan;
}

} // namespace gateway::routing
