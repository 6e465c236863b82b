#include "gateway/pipeline/route_request.h"

#include "gateway/access/caller_identification.h"
#include "gateway/access/permitted_targets.h"
#include "gateway/base/go_duration.h"
#include "gateway/base/percent_encoding.h"
#include "gateway/routing/random_fraction.h"
#include "gateway/routing/target_balance.h"

#include <algorithm>
#include <utility>

namespace gateway::pipeline {

namespace {

using routing::FoundBy;
using routing::RouteExplanation;
using routing::RuleDecision;
using routing::RuleSet;
using routing::RuleTrial;
using routing::RuleVerdict;

// Without a model there is nothing to route: what is asked for is where it was made.
bool isAboutStored(const RequestContext &context)
{
    return context.endpoint.forwarded && context.facts.model.empty();
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
        const std::vector<double> shares = RuleSet::shares(rule, trial.preferences);
        for (std::size_t index = 0; trial.target && index < rule.targets.size(); ++index) {
            const config::RuleTarget &target = rule.targets[index];
            const bool isChosen = index == *trial.target;
            std::string balance = index < trial.preferences.size() ? trial.preferences[index].why : std::string();
            told.targets.push_back({target.provider, target.model, target.weight, shares[index], std::move(balance),
                                    isChosen, isChosen && trial.isOfSession});
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

AskedName splitName(const config::ConfigSnapshot &snapshot, std::string_view asked)
{
    const auto slash = asked.find('/');
    if (slash == std::string_view::npos || !snapshot.findProvider(asked.substr(0, slash)))
        return {{}, asked};
    return {asked.substr(0, slash), asked.substr(slash + 1)};
}

// A key that was drawn before is kept, unless it must rest or its circuit is open.
RequestRouter::Binding RequestRouter::usableBinding(const RequestContext &context) const
{
    const auto session = m_sessions ? sessionOf(context) : std::nullopt;
    auto binding = session ? m_sessions->find(session->key) : std::nullopt;
    if (!binding || m_health.isClear())
        return binding;
    const bool isWell =
        m_health.wouldAdmit({binding->provider, binding->model, binding->keyId}) && !m_health.isCooling(binding->keyId);
    return isWell ? binding : std::nullopt;
}

Result<RequestRouter::Wish> RequestRouter::askRules(const RequestContext &context, const governance::Governor *governor,
                                                    const Binding &binding, RouteExplanation *explanation)
{
    Wish wish;
    wish.model = context.facts.model;
    for (const std::string &name : context.facts.fallbacks)
        wish.fallbacks.push_back({name, {}});
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    if (snapshot.routingRules->empty() || isAboutStored(context))
        return wish;
    const net::HttpRequest &request = context.exchange->request();
    const AskedName asked = splitName(snapshot, context.facts.model);
    const HeaderList parameters = queryParameters(request.query());
    routing::RoutingFacts facts;
    facts.model = asked.model;
    facts.provider = asked.provider;
    facts.requestType = context.record.operation;
    facts.headers = &request.headers;
    facts.params = &parameters;
    describeCaller(context, facts);
    if (binding) {
        facts.sessionProvider = binding->provider;
        facts.sessionModel = binding->model;
    }
    if (governor) {
        facts.usage = [&context, governor](std::string_view provider, std::string_view model) {
            return governor->use(*context.snapshot->governance, context.virtualKey, {provider, model});
        };
    }
    facts.preferences = preferences(context);
    facts.balancesByItself = snapshot.resilience.isBalanced;
    const auto rules = m_rules.of(snapshot);
    RuleVerdict verdict = rules->ask(facts, routing::randomFraction);
    wish.notes = rules->explain(verdict);
    wish.notesOfRules = wish.notes.size();
    if (explanation)
        explainRules(*rules, verdict, *explanation);
    wish.decision = std::move(verdict.decision);
    if (!wish.decision)
        return wish;
    if (auto error = missingProvider(snapshot, *wish.decision))
        return unexpected(std::move(*error));
    takeDecision(context, *wish.decision, wish);
    return wish;
}

// The request's own fallbacks come before those of the rule.
void RequestRouter::takeDecision(const RequestContext &context, const RuleDecision &decision, Wish &wish) const
{
    wish.model = joinName(decision.provider, decision.model);
    if (!context.facts.fallbacks.empty())
        return;
    for (const config::RuleFallback &fallback : decision.fallbacks) {
        std::string name = joinName(fallback.provider, fallback.model);
        if (!fallback.provider.empty() && !context.snapshot->findProvider(fallback.provider))
            wish.notes.push_back("The fallback \"" + name + "\" was left out: \"" + fallback.provider
                                 + "\" is not set up in Bilrost.");
        else
            wish.fallbacks.push_back({std::move(name), fallback.keyId});
    }
}

// So that a conversation that is too long for one goes to a larger one.
void RequestRouter::noteContextLengths(routing::RoutePlan &plan) const
{
    if (plan.targets.size() < 2)
        return;
    for (routing::RouteTarget &target : plan.targets)
        target.contextLength = m_catalog.contextLength(target.provider->id.value, target.model);
}

access::Preferences RequestRouter::preferences(const RequestContext &context) const
{
    if (!m_pace)
        return {};
    return [this, &context](std::span<const routing::DrawCandidate> candidates) {
        return routing::balance({*context.snapshot, m_health, *m_pace, m_clock.wallNow()}, candidates);
    };
}

// Only of a name that says no provider; the request's own fallbacks stay before those of the key.
void RequestRouter::drawProvider(const RequestContext &context, const Binding &binding, Wish &wish) const
{
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    if (!context.virtualKey || context.endpoint.operation == routing::Operation::RawForward || isAboutStored(context)
        || !splitName(snapshot, wish.model).provider.empty())
        return;
    access::DrawnProviders drawn =
        access::drawProvider(*context.virtualKey, snapshot, m_catalog, wish.model, routing::randomFraction,
                             snapshot.resilience.isBalanced ? preferences(context) : access::Preferences());
    if (drawn.first.empty())
        return;
    if (!drawn.balance.empty())
        wish.notes.push_back(std::move(drawn.balance));
    const auto before =
        binding ? std::find(drawn.fallbacks.begin(), drawn.fallbacks.end(), joinName(binding->provider, wish.model))
                : drawn.fallbacks.end();
    if (before != drawn.fallbacks.end()) // the session stays, and what was drawn stands by
        std::swap(drawn.first, *before);
    wish.model = std::move(drawn.first);
    if (!wish.fallbacks.empty())
        return;
    for (std::string &name : drawn.fallbacks)
        wish.fallbacks.push_back({std::move(name), {}});
}

// A model that was named without a provider, of which neither rule nor virtual key decides.
void RequestRouter::stayWithProvider(const RequestContext &context, const Binding &binding, Wish &wish) const
{
    if (!binding || wish.decision || binding->model != wish.model
        || !splitName(*context.snapshot, wish.model).provider.empty())
        return;
    const config::ProviderDefinition *provider = context.snapshot->findProvider(binding->provider);
    if (!provider || !m_names.mayServeBareModel(*provider, context.endpoint, wish.model))
        return;
    wish.model = joinName(binding->provider, binding->model);
    wish.notes.push_back("The session stays with " + binding->provider + ", which served it before.");
}

Result<routing::RoutePlan> RequestRouter::plan(const RequestContext &context, const governance::Governor *governor,
                                               RouteExplanation *explanation)
{
    const config::ConfigSnapshot &snapshot = *context.snapshot;
    const auto callers = access::carriesClaudeSubscription(context.exchange->request().headers)
                             ? routing::CallersCredential::ClaudeSubscription
                             : routing::CallersCredential::Dummy;
    const Binding binding = usableBinding(context);
    auto wish = askRules(context, governor, binding, explanation);
    if (!wish)
        return unexpected(wish.error());
    drawProvider(context, binding, *wish);
    stayWithProvider(context, binding, *wish);
    auto first = m_names.resolve(snapshot, context.endpoint, wish->model, callers,
                                 explanation ? &explanation->candidates : nullptr);
    if (!first)
        return unexpected(first.error());
    if (wish->decision) {
        first->keyId = wish->decision->keyId;
        first->limits = wish->decision->limits;
    }
    routing::RoutePlan plan;
    plan.notes = std::move(wish->notes);
    plan.notesOfRules = wish->notesOfRules;
    if (std::string why = whyFound(*first); !why.empty())
        plan.notes.push_back(std::move(why));
    plan.targets.push_back(std::move(*first));
    plan.session = binding;
    plan.resilience = snapshot.resilience;
    for (const Fallback &fallback : wish->fallbacks)
        m_names.addFallback(plan, snapshot, context.endpoint, fallback.name, fallback.keyId, callers);
    if (wish->decision) {
        plan.resilience = config::withCare(plan.resilience, wish->decision->care);
        for (std::size_t index = 1; index < plan.targets.size(); ++index)
            plan.targets[index].limits = wish->decision->fallbackLimits;
    }
    noteContextLengths(plan);
    if (!context.virtualKey)
        return plan;
    return access::permit(*context.virtualKey, context.facts.model, std::move(plan));
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
    session.key = {context.virtualKey ? std::string_view(context.virtualKey->id.value) : std::string_view(), id,
                   context.facts.model};
    session.life = parseGoDuration(headers.value("x-bf-session-ttl"), std::chrono::seconds(1))
                       .value_or(routing::SessionAffinity::usualLife);
    return session;
}

routing::KeyWish keyWishOf(const RequestContext &context, const routing::ModelCatalog *catalog,
                           const routing::TargetPace *pace)
{
    const HeaderList &headers = context.exchange->request().headers;
    routing::KeyWish wish;
    wish.keyName = headers.value("x-bf-api-key");
    wish.keyId = headers.value("x-bf-api-key-id");
    wish.pace = pace;
    wish.catalog = catalog;
    wish.isForStored = context.endpoint.forwarded && context.endpoint.forwarded->isOfStored;
    return wish;
}

} // namespace gateway::pipeline
