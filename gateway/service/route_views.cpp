#include "gateway/service/route_views.h"

#include "gateway/base/secret_masker.h"
#include "gateway/pipeline/pasted_request.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>

namespace gateway::service {

namespace {

api::RuleOutcome outcomeView(routing::RuleOutcome outcome)
{
    switch (outcome) {
    case routing::RuleOutcome::Matched: return api::RuleOutcome::Matched;
    case routing::RuleOutcome::NotMatched: return api::RuleOutcome::NotMatched;
    case routing::RuleOutcome::Failed: return api::RuleOutcome::Failed;
    case routing::RuleOutcome::Broken: return api::RuleOutcome::Broken;
    case routing::RuleOutcome::Disabled: return api::RuleOutcome::Disabled;
    case routing::RuleOutcome::OutOfScope: return api::RuleOutcome::OutOfScope;
    case routing::RuleOutcome::NoTarget: return api::RuleOutcome::NoTarget;
    }
    return api::RuleOutcome::NotMatched;
}

api::KeyFate fateView(routing::KeyFate fate)
{
    switch (fate) {
    case routing::KeyFate::Eligible: return api::KeyFate::Eligible;
    case routing::KeyFate::SwitchedOff: return api::KeyFate::SwitchedOff;
    case routing::KeyFate::ModelBlacklisted: return api::KeyFate::ModelBlacklisted;
    case routing::KeyFate::ModelNotAllowed: return api::KeyFate::ModelNotAllowed;
    case routing::KeyFate::AliasUnknown: return api::KeyFate::AliasUnknown;
    case routing::KeyFate::NotPermitted: return api::KeyFate::NotPermitted;
    case routing::KeyFate::NotNamed: return api::KeyFate::NotNamed;
    case routing::KeyFate::WithoutValue: return api::KeyFate::WithoutValue;
    case routing::KeyFate::Tried: return api::KeyFate::Tried;
    case routing::KeyFate::Resting: return api::KeyFate::Resting;
    }
    return api::KeyFate::Eligible;
}

api::CircuitState circuitView(routing::CircuitState state)
{
    switch (state) {
    case routing::CircuitState::Closed: return api::CircuitState::Closed;
    case routing::CircuitState::Open: return api::CircuitState::Open;
    case routing::CircuitState::HalfOpen: return api::CircuitState::HalfOpen;
    }
    return api::CircuitState::Closed;
}

// Providers and clients may write anything into texts.
QString maskedText(std::string text)
{
    maskKeyPatterns(text);
    return toText(text);
}

int toMs(std::chrono::milliseconds duration)
{
    return static_cast<int>(duration.count());
}

std::optional<int> toMs(const std::optional<std::chrono::milliseconds> &duration)
{
    return duration ? std::optional(toMs(*duration)) : std::nullopt;
}

api::Rescue rescueView(config::Rescue rescue)
{
    switch (rescue) {
    case config::Rescue::Off: return api::Rescue::Off;
    case config::Rescue::Match: return api::Rescue::Match;
    case config::Rescue::MatchAndContinue: return api::Rescue::MatchAndContinue;
    }
    return api::Rescue::Off;
}

config::Rescue rescueOf(api::Rescue rescue)
{
    switch (rescue) {
    case api::Rescue::Off: return config::Rescue::Off;
    case api::Rescue::Match: return config::Rescue::Match;
    case api::Rescue::MatchAndContinue: return config::Rescue::MatchAndContinue;
    }
    return config::Rescue::Off;
}

api::RuleTrialView ruleView(const routing::RuleExplanation &rule)
{
    api::RuleTrialView view;
    view.id = toText(rule.id);
    view.name = toText(rule.name);
    view.expression = toText(rule.expression);
    view.step = rule.step;
    view.outcome = outcomeView(rule.outcome);
    view.outcomeName = toText(routing::ruleOutcomeName(rule.outcome));
    view.detail = maskedText(rule.detail);
    for (const routing::RuleTargetTrial &target : rule.targets)
        view.targets.append({toText(target.provider), toText(target.model), target.weight, target.share,
                             target.isChosen, target.isOfSession, toText(target.balance)});
    return view;
}

api::KeyTrialView keyView(const routing::KeyTrial &key)
{
    api::KeyTrialView view;
    view.id = toText(key.id);
    view.name = toText(key.name);
    view.weight = key.weight;
    view.share = key.share;
    view.fate = fateView(key.fate);
    view.fateName = toText(routing::keyFateName(key.fate));
    view.isChosen = key.isChosen;
    view.isOfSession = key.isOfSession;
    view.rest = key.rest;
    view.balance = toText(key.balance);
    return view;
}

api::TargetTrialView trialView(const routing::TargetTrial &trial, const Clock &clock)
{
    api::TargetTrialView view;
    view.targetIndex = static_cast<int>(trial.targetIndex);
    view.provider = toText(trial.provider);
    view.model = maskedText(trial.model);
    for (const routing::KeyTrial &key : trial.keys)
        view.keys.append(keyView(key));
    view.keyName = toText(trial.keyName);
    view.usesCallersCredential = trial.usesCallersCredential;
    view.isWell = trial.isWell;
    view.problem = maskedText(trial.problem);
    if (trial.health) {
        view.health = targetHealthView(*trial.health, clock);
        view.health->keyName = view.keyName;
    }
    return view;
}

api::PlannedTargetView targetView(const routing::PlannedTarget &target)
{
    api::PlannedTargetView view;
    view.provider = toText(target.provider);
    view.model = maskedText(target.model);
    view.keyId = toText(target.keyId);
    view.connectLimitMs = toMs(target.limits.connect);
    view.headLimitMs = toMs(target.limits.head);
    view.firstTokenLimitMs = toMs(target.limits.firstToken);
    view.idleLimitMs = toMs(target.limits.idle);
    view.totalLimitMs = toMs(target.limits.total);
    view.mostRetries = target.mostRetries;
    return view;
}

api::PlannedAttemptView attemptView(const routing::AttemptExplanation &attempt, const Clock &clock)
{
    api::PlannedAttemptView view;
    view.targetIndex = static_cast<int>(attempt.targetIndex);
    view.keyName = toText(attempt.keyName);
    view.delayMs = toMs(attempt.delay);
    view.why = toText(attempt.why);
    view.isMade = attempt.isMade;
    for (const routing::TargetTrial &trial : attempt.trials)
        view.trials.append(trialView(trial, clock));
    return view;
}

} // namespace

Result<net::HttpRequest> requestToSimulate(const api::SimulateRoute &command)
{
    net::HttpRequest request;
    if (!command.pasted.isEmpty()) {
        auto pasted = pipeline::readPastedRequest(toUtf8(command.pasted));
        if (!pasted)
            return pasted;
        request = std::move(*pasted);
    } else {
        request.method = toUtf8(command.method);
        request.target = toUtf8(command.target);
        for (const auto &[name, value] : command.headers)
            request.headers.add(toUtf8(name), toUtf8(value));
        request.body = std::make_shared<const std::string>(command.body.toStdString());
    }
    if (!command.virtualKey.isEmpty())
        request.headers.set("x-bf-vk", toUtf8(command.virtualKey));
    return request;
}

pipeline::RoutePretences pretencesOf(const api::SimulateRoute &command)
{
    pipeline::RoutePretences pretended;
    for (const QString &provider : command.offlineProviders)
        pretended.offlineProviders.push_back(toUtf8(provider));
    for (const QString &keyId : command.restingKeyIds)
        pretended.restingKeyIds.push_back(toUtf8(keyId));
    return pretended;
}

api::TargetHealthView targetHealthView(const routing::TargetReport &report, const Clock &clock)
{
    api::TargetHealthView view;
    view.provider = toText(report.target.provider);
    view.model = maskedText(report.target.model);
    view.keyId = toText(report.target.keyId);
    view.state = circuitView(report.state);
    view.stateName = toText(routing::circuitStateName(report.state));
    view.failuresInARow = report.failuresInARow;
    view.lastFailure = maskedText(report.lastFailure);
    if (report.state == routing::CircuitState::Open)
        view.opensUntil = dateOf(clock, report.opensUntil);
    view.isHeld = report.isHeld;
    return view;
}

api::ResilienceView resilienceView(const config::ResilienceSettings &settings)
{
    return {rescueView(settings.rescue), toMs(settings.slowStartAfter), toMs(settings.longestRetryAfter),
            settings.heldTokens, settings.isBalanced};
}

api::CareView careView(const config::RouteCare &care)
{
    api::CareView view;
    if (care.rescue)
        view.rescue = rescueView(*care.rescue);
    view.slowStartAfterMs = toMs(care.slowStartAfter);
    view.heldTokens = care.heldTokens;
    view.isBalanced = care.isBalanced;
    return view;
}

config::RouteCare careFromView(const api::CareView &view)
{
    config::RouteCare care;
    if (view.rescue)
        care.rescue = rescueOf(*view.rescue);
    if (view.slowStartAfterMs)
        care.slowStartAfter = std::chrono::milliseconds(*view.slowStartAfterMs);
    care.heldTokens = view.heldTokens;
    care.isBalanced = view.isBalanced;
    return care;
}

Result<config::ResilienceSettings> resilienceFromView(const api::ResilienceView &view)
{
    constexpr int longest = 10 * 60 * 1'000;
    for (const int duration : {view.slowStartAfterMs, view.longestRetryAfterMs}) {
        if (duration < 0 || duration > longest)
            return unexpected(
                Error::client(ErrorCode::InvalidRequest, "A time must be between 0 and 600000 milliseconds."));
    }
    config::ResilienceSettings settings;
    if (view.heldTokens < config::wholeAnswer)
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, "The tokens that are held back cannot be negative."));
    settings.rescue = rescueOf(view.rescue);
    settings.heldTokens = view.heldTokens;
    settings.isBalanced = view.isBalanced;
    settings.slowStartAfter = std::chrono::milliseconds(view.slowStartAfterMs);
    settings.longestRetryAfter = std::chrono::milliseconds(view.longestRetryAfterMs);
    return settings;
}

QDateTime dateOf(const Clock &clock, SteadyTime moment)
{
    return inUtc(clock.wallNow() + std::chrono::duration_cast<WallTime::duration>(moment - clock.steadyNow()));
}

api::RouteExplanationView routeExplanationView(const routing::RouteExplanation &explanation, const Clock &clock)
{
    api::RouteExplanationView view;
    view.method = toText(explanation.method);
    view.path = toText(maskTarget(explanation.path));
    view.operation = toText(explanation.operation);
    view.dialect = toText(explanation.dialect);
    view.isStream = explanation.isStream;
    view.askedModel = maskedText(explanation.askedModel);
    view.sessionId = maskedText(explanation.sessionId);
    view.virtualKeyName = toText(explanation.virtualKeyName);
    for (const routing::RuleExplanation &rule : explanation.rules)
        view.rules.append(ruleView(rule));
    view.rulesEnd = toText(explanation.rulesEnd);
    for (const routing::ProviderCandidate &candidate : explanation.candidates)
        view.candidates.append({toText(candidate.provider), candidate.isChosen, toText(candidate.reason)});
    for (const routing::PlannedTarget &target : explanation.targets)
        view.targets.append(targetView(target));
    for (const std::string &note : explanation.notes)
        view.notes.append(maskedText(note));
    for (const routing::AttemptExplanation &attempt : explanation.attempts)
        view.attempts.append(attemptView(attempt, clock));
    if (explanation.error) {
        view.problem = maskedText(explanation.error->message);
        view.problemCode = toText(errorCodeName(explanation.error->code));
        view.problemStatus = explanation.error->httpStatus();
    }
    view.rescue = rescueView(explanation.rescue);
    view.heldTokens = explanation.heldTokens;
    view.slowStartAfterMs = toMs(explanation.slowStartAfter);
    view.longestRetryAfterMs = toMs(explanation.longestRetryAfter);
    return view;
}

} // namespace gateway::service
