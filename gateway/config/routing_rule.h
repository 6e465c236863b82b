// A rule that sends matching requests to other providers and models, as it is stored (bifrost-api §5.6).
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/identifiers.h"
#include "gateway/config/attempt_limits.h"
#include "gateway/config/resilience.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gateway::config {

using RuleId = Identifier<struct RuleIdTag>; // a UUID

// In the order in which rules are asked.
enum class RuleScope { VirtualKey, Team, Customer, Global };

struct RuleTarget {
    std::string provider;                                     // empty: the one that was asked for
    std::string model;                                        // empty: likewise
    std::string keyId;                                        // empty: any key of the provider
    double weight = 1.0;                                      // share of the requests
    std::optional<std::chrono::milliseconds> firstTokenLimit; // later than this, the next target is tried
    bool operator==(const RuleTarget &) const = default;
};

struct RuleFallback {
    std::string provider; // empty: the one that was asked for
    std::string model;    // empty: likewise
    std::string keyId;
    bool operator==(const RuleFallback &) const = default;
};

struct RoutingRule {
    RuleId id;
    std::string name;
    std::string description;
    bool isEnabled = true;
    std::string expression; // CEL; empty: always
    std::vector<RuleTarget> targets;
    std::vector<RuleFallback> fallbacks; // instead of those of the provider, in this order
    AttemptLimits limits;                // of its targets and fallbacks, before those of model and provider
    RouteCare care;                      // where it differs from what holds for all routes
    RuleScope scope = RuleScope::Global;
    std::string scopeId;            // of the virtual key, team or customer; empty with Global
    bool continuesChain = false;    // after it the rules are asked again with the new provider and model
    std::int64_t priority = 0;      // lower ones are asked first
    std::string queryJson = "null"; // what a rule builder's window keeps; not ours to read
    WallTime createdAt{};
    WallTime updatedAt{};
    bool operator==(const RoutingRule &) const = default;
};

// Shared, so that a new snapshot whose rules did not change is known to have the same ones.
using RoutingRulesPointer = std::shared_ptr<const std::vector<RoutingRule>>;

} // namespace gateway::config
