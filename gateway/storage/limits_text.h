// Limits and the care of a route as the small JSON texts of their columns.
#pragma once

#include "gateway/config/attempt_limits.h"
#include "gateway/config/resilience.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace gateway::storage {

std::string jsonOf(const config::AttemptLimits &limits);
std::string jsonOf(const std::vector<config::ModelLimits> &entries);
std::string jsonOf(const config::RouteCare &care);

// The readers skip what does not fit: a damaged column must not hide a row.
config::AttemptLimits limitsFromJson(const nlohmann::json &json);
std::vector<config::ModelLimits> modelLimitsFromJson(const nlohmann::json &json);
config::RouteCare careFromJson(const nlohmann::json &json);

} // namespace gateway::storage
