#include "gateway/routing/retry_policy.h"

#include <algorithm>
#include <cmath>

namespace gateway::routing {

namespace {

using Step = RetryDecision::Step;

// Where the trouble lasts longer than a moment, many tries only add load.
constexpr int mostRetriesOfAnOutage = 2;
constexpr int mostRetriesOfAMalformedAnswer = 1;

std::string durationText(milliseconds duration)
{
    if (duration.count() % 1000 == 0)
        return std::to_string(duration.count() / 1000) + " s";
    return std::to_string(duration.count()) + " ms";
}

RetryDecision fallBackOr(const FailedAttempt &failed, std::string reason, std::string otherwise)
{
    if (failed.hasFallback)
        return {Step::Fallback, milliseconds(0), std::move(reason)};
    return {Step::GiveUp, milliseconds(0), std::move(otherwise)};
}

milliseconds backoff(const RetrySettings &settings, int exponent, double random)
{
    const double ceiling = std::min(static_cast<double>(settings.longestBackoff.count()),
                                    static_cast<double>(settings.firstBackoff.count()) * std::exp2(exponent));
    return milliseconds(static_cast<milliseconds::rep>(std::max(0.0, ceiling * random)));
}

RetryDecision retry(const FailedAttempt &failed, milliseconds delay, std::string_view why)
{
    std::string reason = "Retry " + std::to_string(failed.retriesUsed + 1);
    reason += delay.count() > 0 ? " after " + durationText(delay) : std::string(" at once");
    reason += why.empty() ? std::string(".") : ", " + std::string(why) + ".";
    return {Step::SameTarget, delay, std::move(reason)};
}

RetryDecision retryOrFallBack(const FailedAttempt &failed, const RetrySettings &settings, int mostRetries,
                              milliseconds delay, std::string_view why)
{
    const int allowed = std::min(settings.mostRetries, mostRetries);
    if (!failed.mayRetry)
        return fallBackOr(failed, "Too many of this provider's requests needed a retry, so the fallback takes over.",
                          "Too many of this provider's requests needed a retry.");
    if (failed.retriesUsed < allowed)
        return retry(failed, delay, why);
    return fallBackOr(failed,
                      allowed == 0 ? "No retries are set, so the fallback takes over."
                                   : "The retries are used up, so the fallback takes over.",
                      allowed == 0 ? "No retries and no fallback are set." : "The retries are used up.");
}

RetryDecision afterRateLimit(const FailedAttempt &failed, const RetrySettings &settings, double random)
{
    if (failed.hasOtherKey)
        return {Step::OtherKey, milliseconds(0), "This key is limited, so another key is used at once."};
    if (failed.retryAfter && *failed.retryAfter > settings.longestHint)
        return fallBackOr(failed,
                          "The provider asks to wait " + durationText(*failed.retryAfter)
                              + ", which is too long, so the fallback takes over.",
                          "The provider asks to wait " + durationText(*failed.retryAfter) + ".");
    if (failed.retryAfter)
        return retryOrFallBack(failed, settings, settings.mostRetries, *failed.retryAfter, "as the provider asks");
    return retryOrFallBack(failed, settings, mostRetriesOfAnOutage, backoff(settings, failed.retriesUsed, random),
                           "because it said no time");
}

RetryDecision afterOverload(const FailedAttempt &failed, const RetrySettings &settings, double random)
{
    milliseconds delay = backoff(settings, failed.retriesUsed, random);
    if (failed.retryAfter && *failed.retryAfter > settings.longestHint)
        return fallBackOr(failed, "The provider asks to wait too long, so the fallback takes over.",
                          "The provider asks to wait " + durationText(*failed.retryAfter) + ".");
    delay = std::max(delay, failed.retryAfter.value_or(milliseconds(0)));
    return retryOrFallBack(failed, settings, mostRetriesOfAnOutage, delay, {});
}

} // namespace

RetryDecision decideAfter(const FailedAttempt &failed, const RetrySettings &settings, double random)
{
    switch (failed.failure) {
    case FailureClass::Unreachable:
    case FailureClass::Reset: // the first retry at once: most often a connection that had gone stale
        return retryOrFallBack(
            failed, settings, settings.mostRetries,
            failed.retriesUsed == 0 ? milliseconds(0) : backoff(settings, failed.retriesUsed - 1, random), {});
    case FailureClass::RateLimited: return afterRateLimit(failed, settings, random);
    case FailureClass::Overloaded: return afterOverload(failed, settings, random);
    case FailureClass::Malformed:
        return retryOrFallBack(failed, settings, mostRetriesOfAMalformedAnswer, milliseconds(0), {});
    case FailureClass::Silent:
        return fallBackOr(failed, "A target that stays silent is not asked again: the fallback takes over.",
                          "A target that stays silent is not asked again.");
    case FailureClass::BadKey:
        if (failed.hasOtherKey)
            return {Step::OtherKey, milliseconds(0), "The provider refuses this key, so another key is used."};
        return fallBackOr(failed, "The provider refuses the key, so the fallback takes over.",
                          "The provider refuses the key.");
    case FailureClass::ContextOverflow:
        return fallBackOr(failed, "The conversation is too long for this model, so another model is tried.",
                          "The conversation is too long for this model.");
    case FailureClass::UnknownModel:
        return fallBackOr(failed, "The provider does not know the model, so the fallback takes over.",
                          "The provider does not know the model.");
    case FailureClass::ContentFiltered:
        return {Step::GiveUp, milliseconds(0), "The provider's content filter stopped it: no other target is asked."};
    case FailureClass::Refused:
        return {Step::GiveUp, milliseconds(0), "The request itself is refused: it would fail everywhere."};
    case FailureClass::Own:
        return fallBackOr(failed, "This target cannot be used, so the fallback takes over.",
                          "This target cannot be used.");
    }
    return {};
}

} // namespace gateway::routing
