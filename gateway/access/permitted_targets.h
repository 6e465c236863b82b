// Which providers, models and keys a virtual key may be used for.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/rules/routing_facts.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::access {

// Where a name without a provider goes: the provider that was drawn, then the others, heaviest first, as
// "provider/model".
struct DrawnProviders {
    std::string first; // empty: the key has no say
    std::vector<std::string> fallbacks;
    std::string balance; // a sentence on what the draw minded; empty where it minded weights only
};

// How each of several targets fares.
using Preferences = std::function<std::vector<routing::Preference>(std::span<const routing::DrawCandidate>)>;

// Draws by weight among the key's providers that allow the model. One that allows everything takes part only if it is
// known to have the model, or when there is no other. Providers without a weight are fallbacks only (bifrost-behaviour
// §2). `random` gives numbers from 0 to 1, without 1. With `preferences` the draw minds how the providers fare.
DrawnProviders drawProvider(const config::VirtualKey &key, const config::ConfigSnapshot &snapshot,
                            const routing::ModelCatalog &catalog, std::string_view model,
                            const std::function<double()> &random, const Preferences &preferences = {});

// Takes the targets that the key may not be used for out of the plan, with a note; ProviderBlocked or ModelBlocked
// when the first is one of them. The others learn which keys they may use. A model is allowed by the provider's name
// for it or by `askedModel`, the name that the client used, so that an alias can be allowed.
Result<routing::RoutePlan> permit(const config::VirtualKey &key, std::string_view askedModel, routing::RoutePlan plan);

// Whether the key may ask the provider for the model by the provider's name for it.
bool mayUse(const config::VirtualKey &key, std::string_view provider, std::string_view model);

} // namespace gateway::access
