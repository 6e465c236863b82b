// The health board and the resilience settings as JSON.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/route_views.h"

namespace gateway::admin {

Json writeHealthBoard(const api::HealthBoard &board);
Result<api::TargetChoice> readTargetChoice(const Json &body); // {provider, model, key_id?}

Json writeResilience(const api::ResilienceView &settings);
// What is absent stays as it is.
Result<api::ResilienceView> readResilience(const Json &body, const api::ResilienceView &previous);

} // namespace gateway::admin
