#include "gateway/storage/log_sums.h"

#include "gateway/storage/history_filter.h"
#include "gateway/storage/sqlite_file.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gateway::storage {

namespace {

#define BILROST_LOG_SUMS                                                                                               \
    "count(*), coalesce(sum(state = 'succeeded'), 0),"                                                                 \
    " coalesce(sum(coalesce(uncached_input, 0) + coalesce(cache_read, 0) + coalesce(cache_write, 0)), 0),"             \
    " coalesce(sum(output), 0), coalesce(sum(cache_read), 0), coalesce(sum(cost), 0), coalesce(sum(unpriced > 0), 0)," \
    " coalesce(sum(duration), 0)"

LogStats statsFromRow(const SqliteStatement &row, int column)
{
    LogStats stats;
    stats.requests = row.integer(column++);
    stats.succeeded = row.integer(column++);
    stats.promptTokens = row.integer(column++);
    stats.completionTokens = row.integer(column++);
    stats.cachedTokens = row.integer(column++);
    stats.cost.nanoDollars = row.integer(column++);
    stats.unpriced = row.integer(column++);
    stats.duration = row.microseconds(column);
    return stats;
}

std::string_view columnOf(LogHistogramQuery::Dimension dimension)
{
    switch (dimension) {
    case LogHistogramQuery::Dimension::None: return "''";
    case LogHistogramQuery::Dimension::Provider: return "provider";
    case LogHistogramQuery::Dimension::Model: return "model";
    case LogHistogramQuery::Dimension::ProviderAndModel: return "provider || '/' || model";
    }
    return "''";
}

std::string slotOf(std::chrono::seconds bucket)
{
    return "started_at / " + std::to_string(std::chrono::duration_cast<Microseconds>(bucket).count());
}

// Sorted; the smallest value that at least `share` of all values do not exceed.
Microseconds percentile(const std::vector<Microseconds> &sorted, double share)
{
    const auto count = static_cast<double>(sorted.size());
    const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(share * count)));
    return sorted[std::min(rank, sorted.size()) - 1];
}

Result<void> addLatencies(SqliteFile &file, const LogHistogramQuery &query, std::vector<LogBucket> &buckets)
{
    const HistoryFilter filter(query.filter);
    auto statement =
        file.prepare("SELECT " + slotOf(query.bucket) + " AS slot, " + std::string(columnOf(query.dimension))
                     + " AS name, duration FROM requests" + filter.whereClause() + " ORDER BY slot, name, duration");
    if (!statement)
        return unexpected(statement.error());
    filter.bindTo(*statement);
    std::map<std::pair<std::int64_t, std::string>, std::vector<Microseconds>> durations;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        durations[{statement->integer(0), statement->text(1)}].push_back(statement->microseconds(2));
    }
    for (LogBucket &bucket : buckets) {
        const auto slot =
            std::chrono::duration_cast<std::chrono::seconds>(bucket.start.time_since_epoch()) / query.bucket;
        const auto found = durations.find({slot, bucket.name});
        if (found == durations.end()) // stored in between
            continue;
        bucket.p90 = percentile(found->second, 0.90);
        bucket.p95 = percentile(found->second, 0.95);
        bucket.p99 = percentile(found->second, 0.99);
    }
    return {};
}

} // namespace

Result<LogStats> readLogStats(SqliteFile &file, const HistoryQuery &query)
{
    const HistoryFilter filter(query);
    auto statement = file.prepare("SELECT " BILROST_LOG_SUMS " FROM requests" + filter.whereClause());
    if (!statement)
        return unexpected(statement.error());
    filter.bindTo(*statement);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    return statsFromRow(*statement, 0);
}

Result<std::vector<LogBucket>> readLogHistogram(SqliteFile &file, const LogHistogramQuery &query)
{
    const HistoryFilter filter(query.filter);
    auto statement =
        file.prepare("SELECT " + slotOf(query.bucket) + " AS slot, " + std::string(columnOf(query.dimension))
                     + " AS name, " BILROST_LOG_SUMS " FROM requests" + filter.whereClause()
                     + " GROUP BY slot, name ORDER BY slot, name");
    if (!statement)
        return unexpected(statement.error());
    filter.bindTo(*statement);
    std::vector<LogBucket> buckets;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        LogBucket bucket;
        bucket.start = WallTime(statement->integer(0) * query.bucket);
        bucket.name = statement->text(1);
        bucket.stats = statsFromRow(*statement, 2);
        buckets.push_back(std::move(bucket));
    }
    if (query.hasPercentiles) {
        if (auto done = addLatencies(file, query, buckets); !done)
            return unexpected(done.error());
    }
    return buckets;
}

} // namespace gateway::storage
