// The routing station: rules first, then names, then the fallbacks.
#pragma once

#include "gateway/base/result.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/key_choice.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/rules/rule_set_cache.h"

namespace gateway::pipeline {

// One instance per worker.
class RequestRouter {
public:
    explicit RequestRouter(const routing::ModelCatalog &catalog) : m_names(catalog) {}

    // What a rule decides comes before what the request names; the request's own fallbacks before those of the rule
    // (bifrost-api §5.6). Why each rule did or did not match goes to the plan's notes. The explanation, where somebody
    // asks for it, gets what was considered on the way; it decides nothing.
    Result<routing::RoutePlan> plan(const RequestContext &context, routing::RouteExplanation *explanation = nullptr);

private:
    void addFallbacks(routing::RoutePlan &plan, const RequestContext &context, const routing::RuleDecision *decision,
                      routing::CallersCredential callers);

    routing::ModelRouter m_names;
    routing::RuleSetCache m_rules;
};

// The key that the request names by its headers, if it does. Borrows from the request.
routing::KeyWish keyWishOf(const RequestContext &context);

} // namespace gateway::pipeline
