// Draws the key of an attempt.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/target_health.h"
#include "gateway/routing/target_pace.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing {

struct KeyWish {
    std::string_view model{};
    std::span<const std::string> triedKeyIds{};              // of this request: not again
    const TargetHealth *health = nullptr;                    // keys that rest are left out while another one does not
    std::string_view keyName{};                              // x-bf-api-key: this one or none
    std::string_view keyId{};                                // x-bf-api-key-id, before the name
    const std::vector<std::string> *permittedKeys = nullptr; // ids or names; null: all
    std::string_view sessionKeyId{};       // what the session has used before: while it is fresh, nothing is drawn
    const TargetPace *pace = nullptr;      // the draw minds what is left of rate limits; null: weights only
    const ModelCatalog *catalog = nullptr; // a model that it lists may be asked for without an alias; null: lists none
    // Files and batches belong to the account of the key that made them, so nothing is drawn: the first key that is meant
    // for them (ProviderKey::useForBatchApi), else the first.
    bool isForStored = false;
    std::vector<KeyTrial> *trials = nullptr; // gets what became of each key; null where nobody asks
};

// The session's key, else by weight among the enabled keys that may be used for the model. Null without an error for providers that need none.
Result<const config::ProviderKey *> chooseKey(const config::ProviderDefinition &provider, const KeyWish &wish);

// Whether chooseKey() would find one that is neither tried nor resting.
bool hasFreshKey(const config::ProviderDefinition &provider, const KeyWish &wish);

} // namespace gateway::routing
