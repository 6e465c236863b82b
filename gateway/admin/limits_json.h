// Limits, and the care for broken and slow streams, in the JSON of the management API.
#pragma once

#include "gateway/admin/json_reader.h"
#include "gateway/api/limit_views.h"
#include "gateway/api/route_views.h"

namespace gateway::admin {

// {"connect_ms", "response_head_ms", "first_token_ms", "idle_ms", "total_ms"}: whole numbers from 1 to 86400000, each
// may be absent or null. `where` stands before names in messages: "limits: ".
Result<api::LimitsView> readLimits(const Json &json, const std::string &where);
Json writeLimits(const api::LimitsView &limits); // only what is set

// [{"model": "o3*", "first_token_ms": ...}, ...]
Result<QList<api::ModelLimitsView>> readModelLimits(const Json &json);
Json writeModelLimits(const QList<api::ModelLimitsView> &entries);

// {"rescue", "slow_start_after_ms", "hold_tokens", "adaptive_balancing"}; what is absent or null is as for all routes.
Result<api::CareView> readCare(const Json &json, const std::string &where);
Json writeCare(const api::CareView &care); // only what is set

// "off", "match", "match_and_continue"
const char *rescueName(api::Rescue rescue);

Json writeHeldTokens(int tokens); // a number, or "all"

} // namespace gateway::admin
