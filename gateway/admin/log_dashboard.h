// Bifrost's /api/logs/dashboard: every statistic and histogram of one filter in one answer (bifrost-api §5.7).
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/pipeline/management_port.h"

#include <functional>

namespace gateway::admin {

// Asks the routes below /api/logs one after the other, each with the query of the request, and puts their answers
// together; the first that fails is the answer. Main thread; it keeps itself until it has replied.
void answerDashboard(const pipeline::ManagementRequest &request,
                     std::function<void(const pipeline::ManagementRequest &, ManagementReply)> askLogs,
                     ManagementReply reply);

} // namespace gateway::admin
