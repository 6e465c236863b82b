// The simulator's questions and explanations as JSON.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/route_views.h"

namespace gateway::admin {

// {"request": text as pasted} or {method, path, headers, body}; with either virtual_key and
// pretend {offline_providers, resting_key_ids}. `body` is text or the JSON itself.
Result<api::SimulateRoute> readSimulation(const Json &body);
Json writeExplanation(const api::RouteExplanationView &explanation);

} // namespace gateway::admin
