// Decides which provider, model and key serve a request.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/routing/endpoint_table.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/session_affinity.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing {

// What spoke for the provider of a target.
enum class FoundBy {
    ItsName,       // the request or a rule names it
    KeyThatNames,  // one of its keys lists the model
    Catalog,       // its own list of models has it
    NativeOfPath,  // it takes what nobody else claims on its own path
    OnlyCandidate, // there is no other
};

// Borrows from the snapshot that made it.
struct RouteTarget {
    const config::ProviderDefinition *provider = nullptr;
    const config::ProviderKey *key = nullptr;                // null for providers that need none
    std::string model;                                       // as the provider names it
    bool usesCallersCredential = false;                      // no key of ours: the client's own Authorization goes on
    std::string keyId;                                       // the only key that may be used; empty: any
    config::AttemptLimits limits;                            // of the rule, before those of model and provider
    const std::vector<std::string> *permittedKeys = nullptr; // ids or names; null: every key of the provider
    FoundBy foundBy = FoundBy::ItsName;
    std::optional<std::int64_t> contextLength{}; // in tokens, where a plan has fallbacks and the provider tells it
};

// What bounds an attempt at the target: what its rule, its model and its provider say, the nearest first.
config::AttemptLimits limitsOf(const RouteTarget &target, bool isStream);

enum class CallersCredential {
    Dummy,              // means nothing to a provider
    ClaudeSubscription, // is Anthropic's own
};

// Where a request may go, in order: what was asked for, then its fallbacks. Keys are chosen for each attempt.
struct RoutePlan {
    std::vector<RouteTarget> targets;      // one at least
    std::vector<std::string> notes;        // for people: why a fallback was left out
    std::size_t notesOfRules = 0;          // of these, at the beginning
    std::optional<SessionBinding> session; // what served the session before
    config::ResilienceSettings resilience; // what the rule says of it, else what holds for all routes
};

// What a client hears where the provider has no such operation, or its owner allows none. `request`: Bifrost's name.
Error notOffered(const config::ProviderDefinition &provider, std::string_view request);

// Pure; one instance per worker.
class ModelRouter {
public:
    explicit ModelRouter(const ModelCatalog &catalog) : m_catalog(catalog) {}

    // `askedModel` is "provider/model" when the left part names a configured provider, else a bare name: then the
    // provider that lists it, the endpoint's native one, or the only one of the family. The target has no key yet.
    // `candidates` gets who might have taken a bare name; null where nobody asks.
    Result<RouteTarget> resolve(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                std::string_view askedModel, CallersCredential callers = CallersCredential::Dummy,
                                std::vector<ProviderCandidate> *candidates = nullptr);

    // One that cannot be resolved is left out with a note; an unprefixed one belongs to the first target's provider
    // (bifrost-api §1.2). `keyId`: the only key that may be used for it; empty: any.
    void addFallback(RoutePlan &plan, const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                     const std::string &name, std::string_view keyId,
                     CallersCredential callers = CallersCredential::Dummy);

    // Whether the provider may be asked for the model on this path, by what is known of it.
    bool mayServeBareModel(const config::ProviderDefinition &provider, const Endpoint &endpoint,
                           std::string_view model) const;

private:
    Result<RouteTarget> findProviderOfBareModel(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                                std::string_view model) const;
    void explainCandidates(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint, std::string_view model,
                           const config::ProviderDefinition *chosen, std::vector<ProviderCandidate> &candidates) const;
    Result<RouteTarget> planWithoutModel(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint) const;
    Result<RouteTarget> planRaw(const config::ConfigSnapshot &snapshot, const Endpoint &endpoint,
                                std::string_view model) const;
    const ModelCatalog &m_catalog;
};

} // namespace gateway::routing
