#include "gateway/access/permitted_targets.h"

#include "gateway/config/model_names.h"

#include <algorithm>
#include <numeric>

namespace gateway::access {

namespace {

using config::VirtualKey;
using config::VirtualKeyProvider;

bool isKnownToServe(const config::ProviderDefinition &provider, const routing::ModelCatalog &catalog,
                    std::string_view model)
{
    if (catalog.lists(provider.id.value, model))
        return true;
    return std::any_of(provider.keys.begin(), provider.keys.end(), [model](const config::ProviderKey &key) {
        return key.isEnabled && config::namesModel(key.models, model);
    });
}

std::vector<const VirtualKeyProvider *> candidatesFor(const VirtualKey &key, const config::ConfigSnapshot &snapshot,
                                                      const routing::ModelCatalog &catalog, std::string_view model)
{
    std::vector<const VirtualKeyProvider *> certain;
    std::vector<const VirtualKeyProvider *> possible;
    for (const VirtualKeyProvider &each : key.providers) {
        const config::ProviderDefinition *provider = snapshot.findProvider(each.provider);
        if (!provider || !provider->isEnabled || !each.allowsModel(model))
            continue;
        const bool isCertain = each.namesModel(model) || isKnownToServe(*provider, catalog, model);
        (isCertain ? certain : possible).push_back(&each);
    }
    if (certain.empty() && possible.size() == 1)
        return possible;
    return certain; // with several that may have it, the usual choice by name decides, and permit() checks it
}

Result<const VirtualKeyProvider *> permittedBy(const VirtualKey &key, std::string_view askedModel,
                                               const routing::RouteTarget &target)
{
    const std::string &name = target.provider->id.value;
    const VirtualKeyProvider *provider = key.findProvider(name);
    if (!provider && key.allowsAllProviders)
        return nullptr;
    if (!provider)
        return unexpected(
            Error::client(ErrorCode::ProviderBlocked, "Provider '" + name + "' is not allowed for this virtual key"));
    if (target.model.empty() || provider->allowsModel(target.model))
        return provider;
    const auto slash = askedModel.find('/');
    const std::string_view withoutProvider = slash != std::string_view::npos && askedModel.substr(0, slash) == name
                                                 ? askedModel.substr(slash + 1)
                                                 : askedModel;
    if (provider->namesModel(askedModel) || provider->namesModel(withoutProvider))
        return provider;
    return unexpected(
        Error::client(ErrorCode::ModelBlocked, "Model '" + target.model + "' is not allowed for this virtual key"));
}

// What each weighs in the draw, and what was minded beside the weights.
std::vector<double> drawnWeights(const std::vector<const VirtualKeyProvider *> &providers, std::string_view model,
                                 const Preferences &preferences, std::string &told)
{
    std::vector<double> weights;
    std::vector<routing::DrawCandidate> candidates;
    for (const VirtualKeyProvider *each : providers) {
        weights.push_back(std::max(each->weight.value_or(0), 0.0));
        candidates.push_back({each->provider, model, {}});
    }
    if (!preferences || providers.size() < 2)
        return weights;
    const std::vector<routing::Preference> known = preferences(candidates);
    for (std::size_t index = 0; index < weights.size(); ++index) {
        weights[index] *= known[index].factor;
        if (!known[index].why.empty())
            told += (told.empty() ? "The draw minded how the providers fare: " : "; ") + providers[index]->provider
                    + " (" + known[index].why + ")";
    }
    told += told.empty() ? "" : ".";
    return weights;
}

} // namespace

bool mayUse(const VirtualKey &key, std::string_view provider, std::string_view model)
{
    const VirtualKeyProvider *config = key.findProvider(provider);
    return config ? config->allowsModel(model) : key.allowsAllProviders;
}

DrawnProviders drawProvider(const VirtualKey &key, const config::ConfigSnapshot &snapshot,
                            const routing::ModelCatalog &catalog, std::string_view model,
                            const std::function<double()> &random, const Preferences &preferences)
{
    auto candidates = candidatesFor(key, snapshot, catalog, model);
    const auto weightOf = [](const VirtualKeyProvider *each) { return std::max(each->weight.value_or(0), 0.0); };
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const auto *left, const auto *right) { return weightOf(left) > weightOf(right); });
    DrawnProviders providers;
    const std::vector<double> weights = drawnWeights(candidates, model, preferences, providers.balance);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (candidates.empty() || total <= 0)
        return {};
    double drawn = random() * total;
    std::size_t chosen = 0;
    while (chosen + 1 < candidates.size() && drawn >= weights[chosen])
        drawn -= weights[chosen++];
    for (std::size_t index = 0; index < candidates.size(); ++index) {
        std::string name = candidates[index]->provider + "/" + std::string(model);
        if (index == chosen)
            providers.first = std::move(name);
        else
            providers.fallbacks.push_back(std::move(name));
    }
    return providers;
}

Result<routing::RoutePlan> permit(const VirtualKey &key, std::string_view askedModel, routing::RoutePlan plan)
{
    std::vector<routing::RouteTarget> permitted;
    for (routing::RouteTarget &target : plan.targets) {
        const auto provider = permittedBy(key, askedModel, target);
        if (!provider && permitted.empty())
            return unexpected(provider.error());
        if (!provider) {
            plan.notes.push_back("The fallback \"" + target.provider->id.value + "/" + target.model
                                 + "\" was left out: " + provider.error().message);
            continue;
        }
        if (*provider && !(*provider)->allowsAllKeys)
            target.permittedKeys = &(*provider)->keys;
        permitted.push_back(std::move(target));
    }
    plan.targets = std::move(permitted);
    return plan;
}

} // namespace gateway::access
