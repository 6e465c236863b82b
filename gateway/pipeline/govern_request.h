// The station of limits: may the request be served under what its caller and its targets may use?
#pragma once

#include "gateway/base/result.h"
#include "gateway/governance/governor.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/model_router.h"

namespace gateway::pipeline {

// Reserves what the request may use at worst and leaves it in the context, to be settled with the record. Targets whose
// limits are used up are taken out of the plan. `governor` may be null: then nothing is limited. The errors of admit().
Result<routing::RoutePlan> governRequest(RequestContext &context, routing::RoutePlan plan,
                                         const governance::Governor *governor);

// What the body says about its longest answer, and how long the question is; for bodies of every dialect.
governance::WorstCase worstCaseOf(std::string_view body);

} // namespace gateway::pipeline
