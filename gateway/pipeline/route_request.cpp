#include "gateway/pipeline/route_request.h"

#include "gateway/access/caller_identification.h"
#include "gateway/base/go_duration.h"
#include "gateway/base/percent_encoding.h"
#include "gateway/routing/random_fraction.h"

namespace gateway::pipeline {

namespace {

using routing::FoundBy;
using routing::RouteExplanation;
using routing::RuleDecision;
using routing::RuleSet;
using routing::RuleTrial;
using routing::RuleVerdict;

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

HeaderList queryParameters(std::string_view query)
{
    HeaderList parameters;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto mark = pair.find('=');
        const std::string_view value = mark == std::string_view::npos ? std::string_view() : pair.substr(mark + 1);
        if (!pair.empty())
            parameters.add(percentDecoded(pair.substr(0, mark)), percentDecoded(value));
    }
    return parameters;
}

RuleVerdict askRules(const RequestContext &context, const RuleSet &rules,
                     const std::optional<routing::SessionBinding> &binding)
{
    const net::HttpRequest &request = context.exchange->request();
    const AskedName asked = splitName(*context.snapshot, context.facts.model);
    const HeaderList parameters = queryParameters(request.query());
    routing::RoutingFacts facts;
    facts.model = asked.model;
    facts.provider = asked.provider;
    facts.requestType = context.record.operation;
    facts.headers = &request.headers;
    facts.params = &parameters;
    if (binding) {
        facts.sessionProvider = binding->provider;
        facts.sessionModel = binding->model;
    }
    return rules.ask(facts, routing::randomFraction);
}

// A rule may outlive the provider that it names; then its name must not be taken for part of a model's name.
std::optional<Error> missingProvider(const config::ConfigSnapshot &snapshot, const RuleDecision &decision)
{
    if (decision.provider.empty() || snapshot.findProvider(decision.provider))
        return std::nullopt;
    return Error::client(ErrorCode::ProviderNotConfigured, "The rule \"" + decision.ruleName
                                                               + "\" names the provider \"" + decision.provider
                                                               + "\", which is not set up in Bilrost.");
}

void explainRules(const RuleSet &rules, const RuleVerdict &verdict, RouteExplanation &explanation)
{
    for (const RuleTrial &trial : verdict.trials) {
        const config::RoutingRule &rule = rules.rules()[trial.rule].rule;
        routing::RuleExplanation told{rule.id.value, rule.name, rule.expression, trial.step, trial.outcome,
                                      trial.detail,  {}};
        const std::vector<double> shares = RuleSet::shares(rule);
        for (std::size_t index = 0; trial.target && index < rule.targets.size(); ++index) {
            const config::RuleTarget &target = rule.targets[index];
            told.targets.push_back({target.provider, target.model, target.weight, shares[index], index == *trial.target,
                                    index == *trial.target && trial.isOfSession});
        }
        explanation.rules.push_back(std::move(told));
    }
    explanation.rulesEnd = routing::chainEndText(verdict.end, verdict.decision.has_value());
}

std::string whyFound(const routing::RouteTarget &target)
{
    const std::string &provider = target.provider->id.value;
    switch (target.foundBy) {
    case FoundBy::ItsName: return {};
    case FoundBy::KeyThatNames: return provider + " serves the bare model name, because one of its keys names it.";
    case FoundBy::Catalog: return provider + " serves the bare model name, because it lists it.";
    case FoundBy::NativeOfPath:
        return provider + " serves the bare model name, because it takes what nobody else claims on this path.";
    case FoundBy::OnlyCandidate: return provider + " serves the bare model name, because there is no other provider.";
    }
    return {};
}

} // namespace

// A key that was drawn before is kept, unless it must rest or its circuit is open.
std::optional<routing::SessionBinding> RequestRouter::usableBinding(const RequestContext &context) const
{
    const auto session = m_sessions ? sessionOf(context) : std::nullopt;
    auto binding = session ? m_sessions->find(session->key) : std::nullopt;
    if (!binding || m_health.isClear())
        return binding;
    const bool isWell =
        m_health.wouldAdmit({binding->provider, binding->model, binding->keyId}) && !m_health.isCooling(binding->keyId);
    return isWell ? binding : std::nullopt;
}

// A model that was named without a provider, of which no rule decides.
bool RequestRouter::staysWithProvider(const RequestContext &context, const routing::SessionBinding &binding) const
{
    const AskedName asked = splitName(*context.snapshot, context.facts.model);
    if (!asked.provider.empty() || binding.model != asked.model)
        return false;
    const config::ProviderDefinition *provider = context.snapshot->findProvider(binding.provider);
    return provider && m_names.mayServeBareModel(*provider, context.endpoint, asked.model);
}

// The request's own come before those of the rule.
void RequestRouter::addFallbacks(routing::RoutePlan &plan, const RequestContext &context, const RuleDecision *decision,
                                 routing::CallersCredential callers)
{
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    for (const std::string &name : context.facts.fallbacks)
        m_names.addFallback(plan, snapshot, context.endpoint, name, {}, callers);
    if (!decision || !context.facts.fallbacks.empty())
        return;
    for (const config::RuleFallback &fallback : decision->fallbacks) {
        const std::string name = joinName(fallback.provider, fallback.model);
        if (!fallback.provider.empty() && !snapshot.findProvider(fallback.provider))
            plan.notes.push_back("The fallback \"" + name + "\" was left out: \"" + fallback.provider
                                 + "\" is not set up in Bilrost.");
        else
            m_names.addFallback(plan, snapshot, context.endpoint, name, fallback.keyId, callers);
    }
}

Result<routing::RoutePlan> RequestRouter::plan(const RequestContext &context, RouteExplanation *explanation)
{
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    const auto callers = access::carriesClaudeSubscription(context.exchange->request().headers)
                             ? routing::CallersCredential::ClaudeSubscription
                             : routing::CallersCredential::Dummy;
    std::string model = context.facts.model;
    const auto binding = usableBinding(context);
    routing::RoutePlan plan;
    plan.longestRetryAfter = snapshot.resilience.longestRetryAfter;
    std::optional<RuleVerdict> verdict;
    if (!snapshot.routingRules->empty()) {
        const auto rules = m_rules.of(snapshot);
        verdict = askRules(context, *rules, binding);
        plan.notes = rules->explain(*verdict);
        if (explanation)
            explainRules(*rules, *verdict, *explanation);
    }
    const auto ownNotes = static_cast<std::ptrdiff_t>(plan.notes.size());
    const RuleDecision *decision = verdict && verdict->decision ? &*verdict->decision : nullptr;
    if (decision) {
        if (auto error = missingProvider(snapshot, *decision))
            return unexpected(std::move(*error));
        model = joinName(decision->provider, decision->model);
    } else if (binding && staysWithProvider(context, *binding)) {
        model = joinName(binding->provider, binding->model);
        plan.notes.push_back("The session stays with " + binding->provider + ", which served it before.");
    }
    auto first =
        m_names.resolve(snapshot, context.endpoint, model, callers, explanation ? &explanation->candidates : nullptr);
    if (!first)
        return unexpected(first.error());
    if (decision) {
        first->keyId = decision->keyId;
        first->firstTokenLimit = decision->firstTokenLimit;
    }
    if (std::string why = whyFound(*first); !why.empty())
        plan.notes.push_back(std::move(why));
    plan.targets.push_back(std::move(*first));
    plan.session = binding;
    addFallbacks(plan, context, decision, callers);
    if (explanation)
        explanation->notes.assign(plan.notes.begin() + ownNotes, plan.notes.end());
    return plan;
}

std::optional<KeptSession> sessionOf(const RequestContext &context)
{
    constexpr std::size_t longestId = 255;
    const std::string &id = context.record.sessionId;
    if (id.empty() || id.size() > longestId)
        return std::nullopt;
    const HeaderList &headers = context.exchange->request().headers;
    const std::string_view wish = headers.value("x-bf-session-affinity");
    for (const std::string_view no : {"false", "off", "0"}) {
        if (equalsIgnoringCase(wish, no))
            return std::nullopt;
    }
    KeptSession session;
    session.key = {context.record.virtualKeyName, id, context.facts.model};
    session.life = parseGoDuration(headers.value("x-bf-session-ttl"), std::chrono::seconds(1))
                       .value_or(routing::SessionAffinity::usualLife);
    return session;
}

routing::KeyWish keyWishOf(const RequestContext &context)
{
    const HeaderList &headers = context.exchange->request().headers;
    routing::KeyWish wish;
    wish.keyName = headers.value("x-bf-api-key");
    wish.keyId = headers.value("x-bf-api-key-id");
    return wish;
}

} // namespace gateway::pipeline
