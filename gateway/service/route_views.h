// Questions about routes and their answers <-> the views of gateway/api.
#pragma once

#include "gateway/api/route_views.h"
#include "gateway/base/result.h"
#include "gateway/net/http/http_message.h"
#include "gateway/pipeline/route_simulation.h"
#include "gateway/routing/route_explanation.h"

namespace gateway::service {

// InvalidRequest when the pasted text is no request.
Result<net::HttpRequest> requestToSimulate(const api::SimulateRoute &command);
pipeline::RoutePretences pretencesOf(const api::SimulateRoute &command);
api::RouteExplanationView routeExplanationView(const routing::RouteExplanation &explanation, const Clock &clock);
api::CareView careView(const config::RouteCare &care);
config::RouteCare careFromView(const api::CareView &view);
api::ResilienceView resilienceView(const config::ResilienceSettings &settings);
// InvalidRequest when a time is negative or longer than ten minutes.
Result<config::ResilienceSettings> resilienceFromView(const api::ResilienceView &view);

QDateTime dateOf(const Clock &clock, SteadyTime moment); // UTC
api::TargetHealthView targetHealthView(const routing::TargetReport &report, const Clock &clock);

} // namespace gateway::service
