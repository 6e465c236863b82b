// Adds up what sessions came to.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/session_views.h"

namespace ui::models {

// What this request alone adds to its session.
gateway::api::SessionView figuresOf(const gateway::api::RequestSummary &request);

// Requests, cost and tokens; `sign` -1 takes them away again. Names and times stay.
void addFigures(gateway::api::SessionView &sum, const gateway::api::SessionView &part, int sign = 1);

// Widens the time of `sum` to that of `part`.
void addTimes(gateway::api::SessionView &sum, const gateway::api::SessionView &part);

} // namespace ui::models
