#include "gateway/pipeline/route_simulation.h"

#include "gateway/net/http/http_exchange.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/routing/attempt_sequence.h"
#include "gateway/routing/endpoint_table.h"

#include <algorithm>
#include <set>

namespace gateway::pipeline {

namespace {

using routing::AttemptExplanation;
using routing::Operation;
using routing::PlannedAttempt;
using routing::RouteExplanation;

constexpr std::chrono::minutes pretendedPause{1};

// A request that nobody waits for: what is sent goes nowhere.
class PretendedExchange final : public net::HttpExchange {
public:
    explicit PretendedExchange(net::HttpRequest request) : m_request(std::move(request)) {}

    const net::HttpRequest &request() const override { return m_request; }
    void setListener(net::ExchangeListener *) override {}
    void sendWhole(const net::ResponseHead &, std::string_view) override {}
    void sendHead(const net::ResponseHead &, std::optional<std::uint64_t>) override {}
    void sendBody(std::string_view) override {}
    void finish() override {}
    void abort() override {}
    bool isCongested() const override { return false; }
    std::uint64_t bytesSent() const override { return 0; }

private:
    const net::HttpRequest m_request;
};

Error isAnsweredHere()
{
    return Error::client(ErrorCode::UnsupportedOperation,
                         "Requests to this path are answered by Bilrost itself: there is nothing to route.");
}

bool isRouted(Operation operation)
{
    return operation != Operation::Health && operation != Operation::Management && operation != Operation::Hello
           && operation != Operation::ListModels;
}

void pretend(routing::TargetHealth &health, const routing::RoutePlan &plan, const RoutePretences &pretended,
             const Clock &clock)
{
    std::vector<routing::TargetReport> reports;
    for (const routing::RouteTarget &target : plan.targets) {
        const auto &offline = pretended.offlineProviders;
        if (std::find(offline.begin(), offline.end(), target.provider->id.value) == offline.end())
            continue;
        routing::TargetReport report;
        report.target = {target.provider->id.value, target.model, {}};
        report.state = routing::CircuitState::Open;
        report.lastFailure = "It is pretended to be offline.";
        report.opensUntil = clock.steadyNow() + pretendedPause;
        reports.push_back(report); // of the provider that needs no key
        for (const config::ProviderKey &key : target.provider->keys) {
            report.target.keyId = key.id.value;
            reports.push_back(report);
        }
    }
    health.restore(reports, {});
    for (const std::string &keyId : pretended.restingKeyIds)
        health.coolKey(keyId, pretendedPause);
}

void explainTargets(const routing::RoutePlan &plan, RouteExplanation &explanation)
{
    for (const routing::RouteTarget &target : plan.targets) {
        config::AttemptLimits limits = routing::limitsOf(target, explanation.isStream);
        if (!explanation.isStream)
            limits.firstToken.reset();
        explanation.targets.push_back(
            {target.provider->id.value, target.model, target.keyId, limits, target.provider->network.maxRetries});
    }
}

// Of providers that have no free place now.
void explainLines(const routing::RoutePlan &plan, const ProviderLines &lines, RouteExplanation &explanation)
{
    std::set<std::string> told;
    for (const routing::RouteTarget &target : plan.targets) {
        const std::string &provider = target.provider->id.value;
        const LineState line = lines.stateOf(provider);
        const bool isFree = line.running < line.rules.places && line.waiting == 0;
        if (isFree || !told.insert(provider).second)
            continue;
        const bool isRefused = line.rules.refusesWhenFull && line.waiting >= line.rules.mostWaiting;
        explanation.notes.push_back(provider + " has " + std::to_string(line.running) + " of "
                                    + std::to_string(line.rules.places) + " places taken and "
                                    + std::to_string(line.waiting) + " requests in line: a request now would "
                                    + (isRefused ? "be refused, because the line is full." : "wait, too."));
    }
}

AttemptExplanation explained(const PlannedAttempt &attempt, std::vector<routing::TargetTrial> trials)
{
    return {attempt.targetIndex, attempt.target.key ? attempt.target.key->name : std::string(), attempt.delay,
            attempt.why, std::move(trials)};
}

// From the attempt that would be made now to the last one that could follow.
void explainAttempts(routing::RoutePlan plan, routing::TargetHealth &health, const RequestContext &context,
                     const SimulationEnvironment &environment, RouteExplanation &explanation)
{
    const Error silence = Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget, "It stays silent.");
    const std::size_t most = plan.targets.size(); // a silent target is not asked again
    routing::AttemptSequence sequence(std::move(plan), health,
                                      keyWishOf(context, environment.catalog, environment.pace));
    std::vector<routing::TargetTrial> trials;
    sequence.explainTo(&trials);
    auto first = sequence.first();
    if (!first) {
        explanation.error = first.error();
        explanation.attempts.push_back({0, {}, {}, {}, std::move(trials), false});
        return;
    }
    const config::ResilienceSettings &settings = sequence.resilience();
    if (explanation.isStream && settings.slowStartAfter.count() > 0 && sequence.hasFallbackAfter(*first))
        explanation.slowStartAfter = environment.firstTokens.slowAfter(first->target.provider->id.value,
                                                                       first->target.model, settings.slowStartAfter);
    if (explanation.isStream && sequence.hasAlternative())
        explanation.rescue = settings.rescue;
    if (explanation.isStream)
        explanation.heldTokens = settings.heldTokens;
    explanation.longestRetryAfter = settings.longestRetryAfter;
    for (std::optional<PlannedAttempt> attempt = std::move(*first); attempt;) {
        explanation.attempts.push_back(explained(*attempt, std::exchange(trials, {})));
        attempt = explanation.attempts.size() < most ? sequence.after(*attempt, silence) : std::nullopt;
    }
}

} // namespace

RouteExplanation simulateRoute(net::HttpRequest request, const RoutePretences &pretended,
                               const SimulationEnvironment &environment)
{
    RouteExplanation explanation;
    explanation.method = request.method;
    explanation.path = request.path();
    if (!request.body)
        request.body = std::make_shared<const std::string>();
    PretendedExchange exchange(std::move(request));
    auto endpoint = routing::findEndpoint(exchange.request().method, exchange.request().path());
    if (!endpoint || !isRouted(endpoint->operation)) {
        explanation.error = endpoint ? isAnsweredHere() : endpoint.error();
        return explanation;
    }
    RequestContext context;
    context.exchange = &exchange;
    context.snapshot = environment.snapshot;
    context.startedAt = environment.clock.steadyNow();
    context.endpoint = std::move(*endpoint);
    auto plan = environment.stations(context, explanation);
    context.admission.release(); // it is not served, so nothing of any limit was used
    explanation.operation = context.record.operation;
    explanation.dialect =
        context.endpoint.dialect ? translation::dialectName(*context.endpoint.dialect) : std::string_view();
    explanation.isStream = context.facts.isStream;
    explanation.askedModel = context.facts.model;
    explanation.sessionId = context.record.sessionId;
    explanation.virtualKeyName = context.record.virtualKeyName;
    if (!plan) {
        explanation.error = plan.error();
        return explanation;
    }
    explanation.notes.assign(plan->notes.begin() + static_cast<std::ptrdiff_t>(plan->notesOfRules), plan->notes.end());
    explainTargets(*plan, explanation);
    if (environment.lines)
        explainLines(*plan, *environment.lines, explanation);
    const auto health = environment.health.copy();
    pretend(*health, *plan, pretended, environment.clock);
    explainAttempts(std::move(*plan), *health, context, environment, explanation);
    return explanation;
}

} // namespace gateway::pipeline
