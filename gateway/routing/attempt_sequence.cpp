#include "gateway/routing/attempt_sequence.h"

#include "gateway/routing/key_choice.h"
#include "gateway/routing/random_fraction.h"

#include <algorithm>

namespace gateway::routing {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds restWithoutAHint{1'000}; // of a key after 429
constexpr milliseconds restOfABadKey{60'000};   // other keys are preferred for so long

RetrySettings retrySettingsOf(const RouteTarget &target, milliseconds longestHint)
{
    const config::NetworkSettings &network = target.provider->network;
    return {network.maxRetries, network.firstBackoff, network.longestBackoff, longestHint};
}

std::string describe(const RouteTarget &target)
{
    return target.provider->id.value + "/" + target.model;
}

} // namespace

TargetName targetName(const RouteTarget &target)
{
    return {target.provider->id.value, target.model, target.key ? target.key->id.value : std::string()};
}

AttemptSequence::AttemptSequence(RoutePlan plan, TargetHealth &health, KeyWish wish)
    : m_plan(std::move(plan)), m_health(health), m_wish(wish), m_progress(m_plan.targets.size())
{
    m_notes = std::move(m_plan.notes);
    m_wish.health = &health;
    m_hasRetries = m_plan.targets.front().provider->network.maxRetries > 0;
    m_health.noteRequest(m_plan.targets.front().provider->id.value);
}

KeyWish AttemptSequence::wishFor(std::size_t index) const
{
    KeyWish wish = m_wish;
    wish.model = m_plan.targets[index].model;
    wish.triedKeyIds = m_progress[index].triedKeyIds;
    wish.permittedKeys = m_plan.targets[index].permittedKeys;
    if (index > 0) // a key is named for the provider that was asked for
        wish.keyId = wish.keyName = {};
    if (m_plan.session && m_plan.session->provider == m_plan.targets[index].provider->id.value)
        wish.sessionKeyId = m_plan.session->keyId;
    if (!m_plan.targets[index].keyId.empty())
        wish.keyId = m_plan.targets[index].keyId;
    if (!m_plan.resilience.isBalanced)
        wish.pace = nullptr;
    return wish;
}

Result<PlannedAttempt> AttemptSequence::tryTarget(std::size_t index, std::string why)
{
    PlannedAttempt attempt;
    attempt.target = m_plan.targets[index];
    attempt.targetIndex = index;
    attempt.why = std::move(why);
    std::vector<KeyTrial> keys;
    if (!attempt.target.usesCallersCredential) {
        KeyWish wish = wishFor(index);
        wish.trials = m_trials ? &keys : nullptr;
        const auto key = chooseKey(*attempt.target.provider, wish);
        if (!key) {
            explain(attempt, &key.error(), std::move(keys));
            return unexpected(key.error());
        }
        attempt.target.key = *key;
    }
    explain(attempt, nullptr, std::move(keys));
    return attempt;
}

void AttemptSequence::explain(const PlannedAttempt &attempt, const Error *error, std::vector<KeyTrial> keys)
{
    if (!m_trials)
        return;
    TargetTrial trial;
    trial.targetIndex = attempt.targetIndex;
    trial.provider = attempt.target.provider->id.value;
    trial.model = attempt.target.model;
    trial.keys = std::move(keys);
    trial.keyName = attempt.target.key ? attempt.target.key->name : std::string();
    trial.usesCallersCredential = attempt.target.usesCallersCredential;
    trial.problem = error ? error->message : std::string();
    trial.isWell = !error && isWell(attempt.target);
    trial.health = m_health.reportOf(targetName(attempt.target));
    m_trials->push_back(std::move(trial));
}

// Whether nothing speaks against asking it now.
bool AttemptSequence::isWell(const RouteTarget &target) const
{
    if (m_health.isClear())
        return true;
    const auto rest = target.key ? m_health.restOf(target.key->id.value) : std::nullopt;
    return !(rest && *rest > m_plan.resilience.longestRetryAfter) && m_health.wouldAdmit(targetName(target));
}

void AttemptSequence::begin(PlannedAttempt &attempt)
{
    if (m_health.isClear())
        return;
    static_cast<void>(m_health.admit(targetName(attempt.target)));
    const auto rest = attempt.target.key ? m_health.restOf(attempt.target.key->id.value) : std::nullopt;
    if (!rest || *rest > m_plan.resilience.longestRetryAfter)
        return;
    attempt.delay = std::max(attempt.delay, *rest);
    attempt.why += attempt.why.empty() ? "" : " ";
    attempt.why += "The provider asked to let this key rest.";
}

Result<PlannedAttempt> AttemptSequence::first()
{
    std::optional<Result<PlannedAttempt>> secondBest; // all are in trouble: asking is better than refusing
    for (std::size_t index = 0; index < m_plan.targets.size(); ++index) {
        auto attempt = tryTarget(index, {});
        if (!attempt || !isWell(attempt->target)) {
            if (!secondBest || (!*secondBest && attempt))
                secondBest = std::move(attempt);
            continue;
        }
        if (index > 0)
            attempt->why =
                describe(m_plan.targets.front()) + " cannot be used at the moment, so the fallback is asked.";
        begin(*attempt);
        return attempt;
    }
    if (*secondBest)
        begin(**secondBest);
    return std::move(*secondBest);
}

void AttemptSequence::failed(const PlannedAttempt &attempt, const Error &error)
{
    const FailureClass failure = failureClassOf(error);
    m_health.reportFailure(targetName(attempt.target), failure, error.message);
    if (failure == FailureClass::ContextOverflow)
        m_progress[attempt.targetIndex].isTooSmall = true;
    if (!attempt.target.key)
        return;
    const std::string &keyId = attempt.target.key->id.value;
    m_progress[attempt.targetIndex].triedKeyIds.push_back(keyId);
    const bool hasOthers = attempt.target.provider->keys.size() > 1;
    if (failure == FailureClass::RateLimited && (error.retryAfter || hasOthers))
        m_health.coolKey(keyId, error.retryAfter.value_or(restWithoutAHint));
    else if (failure == FailureClass::BadKey && hasOthers)
        m_health.coolKey(keyId, restOfABadKey);
}

// A conversation that is too long for a model is too long for it at another provider as well, and for every model that
// is known to take no more.
bool AttemptSequence::canFollow(std::size_t index) const
{
    if (m_progress[index].isOver)
        return false;
    const RouteTarget &candidate = m_plan.targets[index];
    for (std::size_t other = 0; other < m_plan.targets.size(); ++other) {
        const RouteTarget &tooSmall = m_plan.targets[other];
        if (!m_progress[other].isTooSmall)
            continue;
        if (candidate.model == tooSmall.model)
            return false;
        if (candidate.contextLength && tooSmall.contextLength && *candidate.contextLength <= *tooSmall.contextLength)
            return false;
    }
    return true;
}

bool AttemptSequence::hasFallbackAfter(const PlannedAttempt &attempt) const
{
    for (std::size_t index = 0; index < m_plan.targets.size(); ++index) {
        if (index != attempt.targetIndex && canFollow(index))
            return true;
    }
    return false;
}

std::optional<PlannedAttempt> AttemptSequence::nextFallback(std::size_t after, const std::string &why)
{
    std::optional<PlannedAttempt> secondBest; // one in trouble too, before the client gets an error
    for (std::size_t index = 0; index < m_plan.targets.size(); ++index) {
        if (index == after || !canFollow(index))
            continue;
        auto attempt = tryTarget(index, why);
        if (!attempt) {
            m_notes.push_back("The fallback " + describe(m_plan.targets[index])
                              + " was left out: " + attempt.error().message);
            m_progress[index].isOver = true;
            continue;
        }
        if (isWell(attempt->target)) {
            begin(*attempt);
            return std::move(*attempt);
        }
        if (!secondBest)
            secondBest = std::move(*attempt);
    }
    if (secondBest)
        begin(*secondBest);
    return secondBest;
}

std::optional<PlannedAttempt> AttemptSequence::after(const PlannedAttempt &attempt, const Error &error)
{
    failed(attempt, error);
    Progress &progress = m_progress[attempt.targetIndex];
    FailedAttempt described;
    described.failure = failureClassOf(error);
    described.retryAfter = error.retryAfter;
    described.retriesUsed = progress.retriesUsed;
    described.hasOtherKey = attempt.target.key && hasFreshKey(*attempt.target.provider, wishFor(attempt.targetIndex));
    for (std::size_t index = 0; index < m_plan.targets.size() && !described.hasFallback; ++index)
        described.hasFallback = index != attempt.targetIndex && canFollow(index);
    RetryDecision decision =
        decideAfter(described, retrySettingsOf(attempt.target, m_plan.resilience.longestRetryAfter), randomFraction());
    if (decision.step == RetryDecision::Step::SameTarget) {
        // An open circuit ends the retries of those who still had some.
        const bool isResting = !m_health.wouldAdmit(targetName(attempt.target)) && described.hasFallback;
        described.mayRetry = !isResting && m_health.takeRetry(attempt.target.provider->id.value);
        if (!described.mayRetry)
            decision = decideAfter(described, retrySettingsOf(attempt.target, m_plan.resilience.longestRetryAfter), 0);
    }
    switch (decision.step) {
    case RetryDecision::Step::SameTarget: {
        ++progress.retriesUsed;
        PlannedAttempt again = attempt;
        again.delay = decision.delay;
        again.why = std::move(decision.reason);
        begin(again);
        return again;
    }
    case RetryDecision::Step::OtherKey: {
        auto other = tryTarget(attempt.targetIndex, std::move(decision.reason));
        if (!other)
            return std::nullopt;
        begin(*other);
        return std::move(*other);
    }
    case RetryDecision::Step::Fallback:
        progress.isOver = true;
        return nextFallback(attempt.targetIndex, decision.reason);
    case RetryDecision::Step::GiveUp:
        if (hasAlternative())
            m_notes.push_back(std::move(decision.reason));
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<PlannedAttempt> AttemptSequence::beside(const PlannedAttempt &slow)
{
    m_progress[slow.targetIndex].isOver = true;
    return nextFallback(slow.targetIndex, "The first target is slow to begin, so this one was started beside it.");
}

void AttemptSequence::succeeded(const PlannedAttempt &attempt)
{
    if (!m_health.isClear())
        m_health.reportSuccess(targetName(attempt.target));
}

void AttemptSequence::abandoned(const PlannedAttempt &attempt)
{
    if (!m_health.isClear())
        m_health.reportAbandoned(targetName(attempt.target));
}

} // namespace gateway::routing
