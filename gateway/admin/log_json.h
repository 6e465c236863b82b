// Bifrost's log entries and pages (bifrost-api §5.7).
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/gateway_commands.h"

#include <QUrlQuery>

namespace gateway::admin {

// InvalidRequest for a limit outside 1-1000 and the like; filters that we do not have yet are ignored.
Result<api::HistoryQuery> readLogQuery(const QUrlQuery &query, const QDateTime &now);

Json writeLogEntry(const api::RequestSummary &row);
Json writeLogDetail(const api::RequestDetail &detail);
Json writeLogPage(const api::HistoryPage &page, const api::HistoryQuery &query);

} // namespace gateway::admin
