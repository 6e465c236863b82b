// The routing station: rules first, then names, then the fallbacks; and what the virtual key permits of them.
#pragma once

#include "gateway/base/result.h"
#include "gateway/governance/governor.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/rules/rule_set_cache.h"

namespace gateway::pipeline {

// One instance per worker.
class RequestRouter {
public:
    explicit RequestRouter(const routing::ModelCatalog &catalog) : m_catalog(catalog), m_names(catalog) {}

    // What a rule decides comes before what the request names; the request's own fallbacks before those of the rule
    // (bifrost-api §5.6). Why each rule did or did not match goes to the plan's notes. A name without a provider goes to
    // one of those of the virtual key, drawn by weight; what the key does not permit is taken out. `governor` tells the
    // rules how much is used; it may be null.
    Result<routing::RoutePlan> plan(const RequestContext &context, const governance::Governor *governor);

private:
    // Where the request is to go, before names are resolved.
    struct Wish {
        std::string model; // with or without a provider
        std::vector<std::string> fallbacks;
        std::optional<routing::RuleDecision> decision;
        std::vector<std::string> notes;
    };
    Wish askRules(const RequestContext &context, const governance::Governor *governor);
    void drawProvider(const RequestContext &context, Wish &wish) const;

    const routing::ModelCatalog &m_catalog;
    routing::ModelRouter m_names;
    routing::RuleSetCache m_rules;
};

} // namespace gateway::pipeline
