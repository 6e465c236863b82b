// The routing station: rules first, then names, then the fallbacks.
#pragma once

#include "gateway/base/result.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/key_choice.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/rules/rule_set_cache.h"
#include "gateway/routing/session_affinity.h"
#include "gateway/routing/target_health.h"

#include <chrono>
#include <optional>

namespace gateway::pipeline {

// One instance per worker.
class RequestRouter {
public:
    // All of it outlives the router; without `sessions` they keep nothing.
    RequestRouter(const routing::ModelCatalog &catalog, const routing::TargetHealth &health,
                  const routing::SessionAffinity *sessions)
        : m_names(catalog), m_health(health), m_sessions(sessions)
    {
    }

    // What a rule decides comes before what the request names; the request's own fallbacks before those of the rule
    // (bifrost-api §5.6). Why each rule did or did not match goes to the plan's notes. The explanation, where somebody
    // asks for it, gets what was considered on the way; it decides nothing.
    Result<routing::RoutePlan> plan(const RequestContext &context, routing::RouteExplanation *explanation = nullptr);

private:
    void addFallbacks(routing::RoutePlan &plan, const RequestContext &context, const routing::RuleDecision *decision,
                      routing::CallersCredential callers);

    std::optional<routing::SessionBinding> usableBinding(const RequestContext &context) const;
    bool staysWithProvider(const RequestContext &context, const routing::SessionBinding &binding) const;

    routing::ModelRouter m_names;
    routing::RuleSetCache m_rules;
    const routing::TargetHealth &m_health;
    const routing::SessionAffinity *m_sessions;
};

// The session of a request that keeps its provider and key, and how long after it that holds.
struct KeptSession {
    routing::SessionKey key; // borrows from the request
    std::chrono::milliseconds life{0};
};

// Nothing without a session, with one of more than 255 characters, or with "x-bf-session-affinity: false".
// x-bf-session-ttl is a Go duration or a number of seconds (bifrost-api §3.1).
std::optional<KeptSession> sessionOf(const RequestContext &context);

// The key that the request names by its headers, if it does. Borrows from the request.
routing::KeyWish keyWishOf(const RequestContext &context);

} // namespace gateway::pipeline
