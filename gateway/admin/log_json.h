// Bifrost's log entries and pages (bifrost-api §5.7).
#pragma once

#include "gateway/admin/log_query.h"
#include "gateway/admin/provider_json.h"
#include "gateway/api/gateway_commands.h"
#include "gateway/api/usage_views.h"

namespace gateway::admin {

Json writeLogEntry(const api::RequestSummary &row);
Json writeLogDetail(const api::RequestDetail &detail);
// `stats`: of everything that matches, not of the page alone.
Json writeLogPage(const api::HistoryPage &page, const api::HistoryQuery &query, const api::LogStats &stats);

} // namespace gateway::admin
