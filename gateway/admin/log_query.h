// Reads the filters of Bifrost's /api/logs (bifrost-api §5.7).
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/base/result.h"

#include <QUrlQuery>

namespace gateway::admin {

// InvalidRequest for a number that is none, a limit outside 1-1000, an order that is not known. Filters by what is not
// recorded here (teams, customers, users, tools, …) are ignored.
Result<api::HistoryQuery> readLogQuery(const QUrlQuery &query, const QDateTime &now);

const char *sortName(api::HistoryOrder order); // "timestamp"

} // namespace gateway::admin
