// Says which of several targets fares better: latency, price, health, headroom of rate limits.
#pragma once

#include "gateway/config/config_snapshot.h"
#include "gateway/routing/rules/routing_facts.h"
#include "gateway/routing/target_health.h"
#include "gateway/routing/target_pace.h"

#include <span>
#include <vector>

namespace gateway::routing {

// What is minded; all of it outlives the call.
struct BalanceFacts {
    const config::ConfigSnapshot &snapshot;
    const TargetHealth &health;
    const TargetPace &pace;
    WallTime now{};
};

// One preference for each candidate. A draw by weight stays a draw: the factors multiply the weights, and none is 0, so
// that a target that fared badly is looked at again.
//  - Latency: an answer of 300 tokens is taken for typical. Half as fast is half as likely. What is not known yet counts
//    like the fastest, until it is.
//  - Price: of 1,000 tokens in and 300 out. Four times as dear is half as likely. Unknown prices say nothing.
//  - Health: each failure in a row halves it; an open circuit, or a hold, leaves a hundredth.
//  - Headroom: below a fifth of the widest key's rate limit it falls with what is left.
std::vector<Preference> balance(const BalanceFacts &facts, std::span<const DrawCandidate> candidates);

// Of a key with so much of its rate limit left.
double headroomFactor(double share);

} // namespace gateway::routing
