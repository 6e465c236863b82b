// Decides what follows a failed attempt, by what kind of failure it was.
#pragma once

#include "gateway/routing/failure_class.h"

#include <chrono>
#include <optional>
#include <string>

namespace gateway::routing {

using std::chrono::milliseconds;

struct RetrySettings {
    int mostRetries = 0; // of one target, beyond its first attempt; another key is not a retry
    milliseconds firstBackoff{500};
    milliseconds longestBackoff{5000};
    milliseconds longestHint{5000}; // a longer Retry-After is not waited for
    bool operator==(const RetrySettings &) const = default;
};

// What is known when an attempt has failed.
struct FailedAttempt {
    FailureClass failure = FailureClass::Own;
    std::optional<milliseconds> retryAfter; // as the upstream says
    int retriesUsed = 0;                    // of this target
    bool hasOtherKey = false;               // of the same provider, not tried and not cooling down
    bool hasFallback = false;
    bool mayRetry = true; // false when the provider's budget of retries is used up
};

struct RetryDecision {
    enum class Step { SameTarget, OtherKey, Fallback, GiveUp };
    Step step = Step::GiveUp;
    milliseconds delay{0}; // before the step
    std::string reason;    // for people: "waits 2 s as the provider asked"
};

// `random` in [0, 1) spreads the waits ("full jitter"), so that many clients do not come back at the same moment.
RetryDecision decideAfter(const FailedAttempt &failed, const RetrySettings &settings, double random);

} // namespace gateway::routing
