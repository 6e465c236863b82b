#include "gateway/pipeline/route_request.h"

#include "gateway/access/caller_identification.h"
#include "gateway/routing/random_fraction.h"

namespace gateway::pipeline {

namespace {

using routing::RuleDecision;

struct AskedName {
    std::string_view provider; // empty without a prefix
    std::string_view model;
};

AskedName splitName(const config::ConfigSnapshot &snapshot, std::string_view asked)
{
    const auto slash = asked.find('/');
    if (slash == std::string_view::npos || !snapshot.findProvider(asked.substr(0, slash)))
        return {{}, asked};
    return {asked.substr(0, slash), asked.substr(slash + 1)};
}

std::string joinName(std::string_view provider, std::string_view model)
{
    return provider.empty() ? std::string(model) : std::string(provider) + "/" + std::string(model);
}

routing::RuleVerdict askRules(const RequestContext &context, const routing::RuleSet &rules)
{
    const net::HttpRequest &request = context.exchange->request();
    const AskedName asked = splitName(*context.snapshot, context.facts.model);
    routing::RoutingFacts facts;
    facts.model = asked.model;
    facts.provider = asked.provider;
    facts.requestType = context.record.operation;
    facts.headers = &request.headers;
    return rules.ask(facts, routing::randomFraction);
}

} // namespace

Result<routing::RoutePlan> RequestRouter::plan(const RequestContext &context)
{
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    const auto callers = access::carriesClaudeSubscription(context.exchange->request().headers)
                             ? routing::CallersCredential::ClaudeSubscription
                             : routing::CallersCredential::Dummy;
    if (snapshot.routingRules->empty())
        return m_names.plan(snapshot, context.endpoint, context.facts.model, context.facts.fallbacks, callers);
    const auto rules = m_rules.of(snapshot);
    const routing::RuleVerdict verdict = askRules(context, *rules);
    std::string model = context.facts.model;
    std::vector<std::string> fallbacks = context.facts.fallbacks;
    if (const auto &decision = verdict.decision) {
        model = joinName(decision->provider, decision->model);
        for (const config::RuleFallback &fallback : decision->fallbacks) {
            if (context.facts.fallbacks.empty())
                fallbacks.push_back(joinName(fallback.provider, fallback.model));
        }
    }
    auto plan = m_names.plan(snapshot, context.endpoint, model, fallbacks, callers);
    if (!plan)
        return plan;
    if (verdict.decision) {
        plan->targets.front().keyId = verdict.decision->keyId;
        plan->targets.front().firstTokenLimit = verdict.decision->firstTokenLimit;
    }
    const auto explanation = rules->explain(verdict);
    plan->notes.insert(plan->notes.begin(), explanation.begin(), explanation.end());
    return plan;
}

} // namespace gateway::pipeline
