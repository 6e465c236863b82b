// Which models are used most, and what logs can be filtered by (bifrost-api §5.7).
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/gateway_commands.h"
#include "gateway/api/usage_views.h"

#include <optional>

namespace gateway::admin {

// One sum for each provider and model, whenever it was used.
api::LogHistogramQuestion rankingQuestion();
// The same question about as long a time just before; nothing when the query has no beginning.
std::optional<api::HistoryQuery> queryOfPeriodBefore(const api::HistoryQuery &query, const QDateTime &now);
// The most requests first. `previous` of the time before, where it is known: the trend in percent.
Json writeRankings(const QList<api::LogBucket> &current, const std::optional<QList<api::LogBucket>> &previous);

// A team, customer or virtual key and what it used, now and in the time before, where that is known.
struct RankedOwner {
    QString id;
    QString name;
    api::LogStats current;
    std::optional<api::LogStats> previous;
};
Json writeOwnerRankings(QList<RankedOwner> owners); // the most requests first; without those of none

// `dimensions`: "models", "aliases", …; empty: all of them.
Json writeFilterData(const api::UsageReport &report, const QStringList &dimensions);
Json writeStopReasons(const QList<api::RequestSummary> &requests); // each once
Json writeUserAgentMappings(); // by which parts of a User-Agent applications are known; they are built in

} // namespace gateway::admin
