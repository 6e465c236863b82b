// Leads one request from attempt to attempt: which target, which key, after which wait, and why.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/routing/key_choice.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/retry_policy.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/target_health.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gateway::routing {

struct PlannedAttempt {
    RouteTarget target;
    std::size_t targetIndex = 0; // 0: what was asked for; from 1: the fallbacks
    std::chrono::milliseconds delay{0};
    std::string why; // for people
};

// Lives on a worker thread with its request. `health` outlives it.
class AttemptSequence {
public:
    AttemptSequence(RoutePlan plan, TargetHealth &health, KeyWish wish = {});

    // The error when no target can be used at all.
    Result<PlannedAttempt> first();
    // After a failure; nothing when it is the end. Reports the failure to the health.
    std::optional<PlannedAttempt> after(const PlannedAttempt &attempt, const Error &error);
    // Another target beside one that is slow; nothing when there is none.
    std::optional<PlannedAttempt> beside(const PlannedAttempt &slow);

    void failed(const PlannedAttempt &attempt, const Error &error); // without asking what follows
    void succeeded(const PlannedAttempt &attempt);
    void abandoned(const PlannedAttempt &attempt);

    // Whether a failure of the attempt might be followed by another attempt: then its answer is held back until it says
    // something.
    bool hasAlternative() const { return m_hasRetries || m_plan.targets.size() > 1; }
    bool hasFallbackAfter(const PlannedAttempt &attempt) const;
    const std::vector<RouteTarget> &targets() const { return m_plan.targets; }
    const config::ResilienceSettings &resilience() const { return m_plan.resilience; }
    std::vector<std::string> takeNotes() { return std::move(m_notes); }

    // From now on every look at a target is told to `trials`; null ends that. It decides as it does without.
    void explainTo(std::vector<TargetTrial> *trials) { m_trials = trials; }

private:
    struct Progress { // of one target
        int retriesUsed = 0;
        std::vector<std::string> triedKeyIds;
        bool isOver = false;     // not asked again
        bool isTooSmall = false; // for the conversation
    };

    KeyWish wishFor(std::size_t index) const;
    Result<PlannedAttempt> tryTarget(std::size_t index, std::string why);
    void explain(const PlannedAttempt &attempt, const Error *error, std::vector<KeyTrial> keys);
    std::optional<PlannedAttempt> nextFallback(std::size_t after, const std::string &why);
    bool canFollow(std::size_t index) const;
    bool isWell(const RouteTarget &target) const;
    void begin(PlannedAttempt &attempt);

    RoutePlan m_plan;
    TargetHealth &m_health;
    KeyWish m_wish;
    std::vector<Progress> m_progress;
    std::vector<std::string> m_notes;
    std::vector<TargetTrial> *m_trials = nullptr;
    bool m_hasRetries = false;
};

// The name under which the health of an attempt's target is kept.
TargetName targetName(const RouteTarget &target);

} // namespace gateway::routing
