// The routing station: rules first, then names, then the fallbacks.
#pragma once

#include "gateway/base/result.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/rules/rule_set_cache.h"

namespace gateway::pipeline {

// One instance per worker.
class RequestRouter {
public:
    explicit RequestRouter(const routing::ModelCatalog &catalog) : m_names(catalog) {}

    // What a rule decides comes before what the request names; the request's own fallbacks before those of the rule
    // (bifrost-api §5.6). Why each rule did or did not match goes to the plan's notes.
    Result<routing::RoutePlan> plan(const RequestContext &context);

private:
    routing::ModelRouter m_names;
    routing::RuleSetCache m_rules;
};

} // namespace gateway::pipeline
