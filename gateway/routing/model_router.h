// Decides which provider, model and key serve a request.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/routing/endpoint_table.h"
#include "gateway/routing/model_catalog.h"

#include <string>
#include <string_view>

namespace gateway::routing {

// Borrows from the snapshot that made it.
struct RouteTarget {
    const config::ProviderDefinition *provider = nullptr;
    const config::ProviderKey *key = nullptr; // null for providers that need none
    std::string model;                        // as the provider names it
    bool usesCallersCredential = false;       // no key of ours: the client's own Authorization goes on
};

enum class CallersCredential {
    Dummy,              // means nothing to a provider
    ClaudeSubscription, // is Anthropic's own
};

// Pure but for its draw of weighted keys; one instance per worker.
class ModelRouter {
public:
    explicit ModelRouter(const ModelCatalog &catalog) : m_catalog(catalog) {}

    // `askedModel` is "provider/model" when the left part names a configured provider, else a bare name: then the
    // provider that lists it, the endpoint's native one, or the only one of the family.
    Result<RouteTarget> plan(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                             std::string_view askedModel, CallersCredential callers = CallersCredential::Dummy);

    // A key that may be used for the model (for any, where it is unknown: empty), drawn by weight. Null without an error for providers that need none.
    Result<const config::ProviderKey *> chooseKey(const config::ProviderDefinition &provider, std::string_view model);

private:
    Result<const config::ProviderDefinition *> findProviderOfBareModel(const config::ConfigSnapshot &snapshot,
                                                                       const Endpoint &endpoint,
                                                                       std::string_view model) const;
    Result<RouteTarget> planRaw(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                std::string_view model) const;
    const ModelCatalog &m_catalog;
};

} // namespace gateway::routing
