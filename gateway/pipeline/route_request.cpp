#include "gateway/pipeline/route_request.h"

#include "gateway/access/caller_identification.h"
#include "gateway/access/permitted_targets.h"
#include "gateway/routing/random_fraction.h"

namespace gateway::pipeline {

namespace {

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

void describeCaller(const RequestContext &context, routing::RoutingFacts &facts)
{
    const config::VirtualKey *key = context.virtualKey;
    if (!key)
        return;
    const config::Governance &governance = *context.snapshot->governance;
    facts.virtualKeyId = key->id.value;
    facts.virtualKeyName = key->name;
    if (const config::Team *team = governance.findTeam(key->team)) {
        facts.teamId = team->id.value;
        facts.teamName = team->name;
    }
    if (const config::Customer *customer = governance.customerOf(*key)) {
        facts.customerId = customer->id.value;
        facts.customerName = customer->name;
    }
}

} // namespace

RequestRouter::Wish RequestRouter::askRules(const RequestContext &context, const governance::Governor *governor)
{
    Wish wish{context.facts.model, context.facts.fallbacks, std::nullopt, {}};
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    if (snapshot.routingRules->empty())
        return wish;
    const AskedName asked = splitName(snapshot, context.facts.model);
    routing::RoutingFacts facts;
    facts.model = asked.model;
    facts.provider = asked.provider;
    facts.requestType = context.record.operation;
    facts.headers = &context.exchange->request().headers;
    describeCaller(context, facts);
    if (governor) {
        facts.usage = [&context, governor](std::string_view provider, std::string_view model) {
            return governor->use(*context.snapshot->governance, context.virtualKey, {provider, model});
        };
    }
    const auto rules = m_rules.of(snapshot);
    routing::RuleVerdict verdict = rules->ask(facts, routing::randomFraction);
    wish.notes = rules->explain(verdict);
    wish.decision = std::move(verdict.decision);
    if (!wish.decision)
        return wish;
    wish.model = joinName(wish.decision->provider, wish.decision->model);
    for (const config::RuleFallback &fallback : wish.decision->fallbacks) {
        if (context.facts.fallbacks.empty())
            wish.fallbacks.push_back(joinName(fallback.provider, fallback.model));
    }
    return wish;
}

// Only of a name that says no provider; the request's own fallbacks stay before those of the key.
void RequestRouter::drawProvider(const RequestContext &context, Wish &wish) const
{
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    if (!context.virtualKey || context.endpoint.operation == routing::Operation::RawForward
        || !splitName(snapshot, wish.model).provider.empty())
        return;
    access::DrawnProviders drawn =
        access::drawProvider(*context.virtualKey, snapshot, m_catalog, wish.model, routing::randomFraction);
    if (drawn.first.empty())
        return;
    wish.model = std::move(drawn.first);
    if (wish.fallbacks.empty())
        wish.fallbacks = std::move(drawn.fallbacks);
}

Result<routing::RoutePlan> RequestRouter::plan(const RequestContext &context, const governance::Governor *governor)
{
    const auto callers = access::carriesClaudeSubscription(context.exchange->request().headers)
                             ? routing::CallersCredential::ClaudeSubscription
                             : routing::CallersCredential::Dummy;
    Wish wish = askRules(context, governor);
    drawProvider(context, wish);
    auto plan = m_names.plan(*context.snapshot, context.endpoint, wish.model, wish.fallbacks, callers);
    if (!plan)
        return plan;
    if (wish.decision) {
        plan->targets.front().keyId = wish.decision->keyId;
        plan->targets.front().firstTokenLimit = wish.decision->firstTokenLimit;
    }
    plan->notes.insert(plan->notes.begin(), wish.notes.begin(), wish.notes.end());
    if (!context.virtualKey)
        return plan;
    return access::permit(*context.virtualKey, context.facts.model, std::move(*plan));
}

} // namespace gateway::pipeline
