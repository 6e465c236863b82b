// Decides where a request would go, by the stations that serve requests, and sends nothing to anybody.
#pragma once

#include "gateway/config/config_snapshot.h"
#include "gateway/net/http/http_message.h"
#include "gateway/pipeline/provider_lines.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/routing/first_token_times.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/route_explanation.h"
#include "gateway/routing/target_health.h"
#include "gateway/routing/target_pace.h"

#include <functional>
#include <string>
#include <vector>

namespace gateway::pipeline {

// What is to be taken for true for this one question.
struct RoutePretences {
    std::vector<std::string> offlineProviders; // ids: as if their circuits were open
    std::vector<std::string> restingKeyIds;    // as if the provider had asked to let them rest
};

struct SimulationEnvironment {
    const Clock &clock;
    config::ConfigSnapshotPointer snapshot;
    const routing::TargetHealth &health; // is not changed
    const routing::FirstTokenTimes &firstTokens;
    const routing::TargetPace *pace; // null: nobody minds how targets fare
    // From the client's bytes to the plan; what serves requests.
    std::function<Result<routing::RoutePlan>(RequestContext &, routing::RouteExplanation &)> stations;
    const ProviderLines *lines = nullptr;           // null: nobody waits in line
    const routing::ModelCatalog *catalog = nullptr; // null: it is not known what providers list
};

// Worker thread. Weighted draws are made as they are for a request, so a second call may draw something else. What
// follows a failure is told for a target that stays silent, which is what goes to the next one without a retry.
routing::RouteExplanation simulateRoute(net::HttpRequest request, const RoutePretences &pretended,
                                        const SimulationEnvironment &environment);

} // namespace gateway::pipeline
