// The routing station: rules first, then names, then the fallbacks; and what the virtual key permits of them.
#pragma once

#include "gateway/access/permitted_targets.h"
#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/governance/governor.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/key_choice.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/rules/rule_set_cache.h"
#include "gateway/routing/session_affinity.h"
#include "gateway/routing/target_health.h"
#include "gateway/routing/target_pace.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::pipeline {

// What clients write as "provider/model"; views into it.
struct AskedName {
    std::string_view provider; // empty without a prefix that names a configured provider
    std::string_view model;
};
AskedName splitName(const config::ConfigSnapshot &snapshot, std::string_view asked);

// One instance per worker.
class RequestRouter {
public:
    // All of it outlives the router; without `sessions` they keep nothing, without `pace` no draw minds how targets
    // fare.
    RequestRouter(const Clock &clock, const routing::ModelCatalog &catalog, const routing::TargetHealth &health,
                  const routing::SessionAffinity *sessions, const routing::TargetPace *pace)
        : m_clock(clock), m_catalog(catalog), m_names(catalog), m_health(health), m_sessions(sessions), m_pace(pace)
    {
    }

    // What a rule decides comes before what the request names; the request's own fallbacks before those of the rule
    // (bifrost-api §5.6). Why each rule did or did not match goes to the plan's notes. A name without a provider goes
    // to the one that served the session before, else to one of those of the virtual key, drawn by weight; what the key
    // does not permit is taken out. `governor` tells the rules how much is used; it may be null. The explanation, where
    // somebody asks for it, gets what was considered on the way; it decides nothing.
    Result<routing::RoutePlan> plan(const RequestContext &context, const governance::Governor *governor,
                                    routing::RouteExplanation *explanation = nullptr);

private:
    struct Fallback {
        std::string name;  // with or without a provider
        std::string keyId; // the only one that may be used; empty: any
    };
    // Where the request is to go, before names are resolved.
    struct Wish {
        std::string model; // with or without a provider
        std::vector<Fallback> fallbacks;
        std::optional<routing::RuleDecision> decision;
        std::vector<std::string> notes;
        std::size_t notesOfRules = 0; // of these, at the beginning
    };
    using Binding = std::optional<routing::SessionBinding>;

    Binding usableBinding(const RequestContext &context) const;
    Result<Wish> askRules(const RequestContext &context, const governance::Governor *governor, const Binding &binding,
                          routing::RouteExplanation *explanation);
    void takeDecision(const RequestContext &context, const routing::RuleDecision &decision, Wish &wish) const;
    // How the targets of a draw fare; none where nobody minds.
    access::Preferences preferences(const RequestContext &context) const;
    void noteContextLengths(routing::RoutePlan &plan) const;
    void drawProvider(const RequestContext &context, const Binding &binding, Wish &wish) const;
    void stayWithProvider(const RequestContext &context, const Binding &binding, Wish &wish) const;

    const Clock &m_clock;
    const routing::ModelCatalog &m_catalog;
    routing::ModelRouter m_names;
    routing::RuleSetCache m_rules;
    const routing::TargetHealth &m_health;
    const routing::SessionAffinity *m_sessions;
    const routing::TargetPace *m_pace;
};

// The session of a request that keeps its provider and key, and how long after it that holds.
struct KeptSession {
    routing::SessionKey key; // borrows from the request
    std::chrono::milliseconds life{0};
};

// Nothing without a session, with one of more than 255 characters, or with "x-bf-session-affinity: false".
// x-bf-session-ttl is a Go duration or a number of seconds (bifrost-api §3.1).
std::optional<KeptSession> sessionOf(const RequestContext &context);

// The key that the request names by its headers, if it does. Borrows from the request. `pace` may be null.
routing::KeyWish keyWishOf(const RequestContext &context, const routing::ModelCatalog *catalog,
                           const routing::TargetPace *pace);

} // namespace gateway::pipeline
