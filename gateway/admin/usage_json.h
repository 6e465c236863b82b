// Usage, statistics and histograms as JSON: ours, and Bifrost's (bifrost-api §5.7).
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/recalculation_facade.h"
#include "gateway/api/usage_views.h"

#include <QUrlQuery>

namespace gateway::admin {

// `start_time` and `end_time` (RFC 3339) or `period`; `providers` and `models` (as they were asked for), comma lists.
api::UsageQuery readUsageQuery(const QUrlQuery &query, const QDateTime &now);
Json writeUsage(const api::UsageReport &report);

Json writeLogStats(const api::LogStats &stats);
Json writePriceChanges(const api::PriceChanges &changes);
Json writeRecalculation(const api::RecalculationView &view);

// What one of Bifrost's histograms shows.
struct HistogramKind {
    enum class Measure { Requests, Tokens, Cost, Models, Latency, Throughput };
    Measure measure = Measure::Requests;
    enum class Naming { Plain, ByProvider, ByDimension };
    Naming naming = Naming::Plain;
    QString dimension; // of ByDimension
};

// "tokens", "cost/by-provider", … below /api/logs/histogram; NotFound for others, InvalidRequest for a dimension that
// does not exist.
Result<HistogramKind> readHistogramKind(const QStringList &segments, const QUrlQuery &query);
// Bifrost's bucket for a range: an hour without one, 60 seconds below two hours, up to 30 days.
int bucketSeconds(const QDateTime &from, const QDateTime &until, const QDateTime &now);
api::LogHistogramQuestion histogramQuestion(const HistogramKind &kind, int bucketSeconds);
Json writeHistogram(const HistogramKind &kind, const QList<api::LogBucket> &buckets, int bucketSeconds);

} // namespace gateway::admin
