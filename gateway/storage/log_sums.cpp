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

#define BILROST_HOUR_SUMS                                                                                              \
    "coalesce(sum(requests), 0), coalesce(sum(requests * (state = 'succeeded')), 0), coalesce(sum(prompt), 0),"        \
    " coalesce(sum(output), 0), coalesce(sum(cache_read), 0), coalesce(sum(cost), 0), coalesce(sum(unpriced), 0),"     \
    " coalesce(sum(duration), 0)"

constexpr std::int64_t hour = 3'600'000'000; // microseconds

std::int64_t microsecondsOf(WallTime time)
{
    return std::chrono::duration_cast<Microseconds>(time.time_since_epoch()).count();
}

// Whether the table of the hours knows all that is asked for.
bool isAnsweredByHours(const HistoryQuery &query)
{
    const HistoryMeasures &measures = query.measures;
    const bool hasMeasures = measures.leastDuration || measures.mostDuration || measures.leastTokens
                             || measures.mostTokens || measures.leastCost || measures.mostCost
                             || measures.isUnpricedOnly;
    return !hasMeasures && query.text.empty() && query.askedModels.empty() && query.operations.empty()
           && query.finishReasons.empty() && query.keyNames.empty() && query.clients.empty() && query.sessionIds.empty()
           && query.requestIds.empty() && query.errorCodes.empty() && query.statuses.empty();
}

Result<LogStats> readSums(SqliteFile &file, const char *sumsAndTable, const HistoryFilter &filter)
{
    auto statement = file.prepare("SELECT " + std::string(sumsAndTable) + filter.whereClause());
    if (!statement)
        return unexpected(statement.error());
    filter.bindTo(*statement);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    return statsFromRow(*statement, 0);
}

LogStats &operator+=(LogStats &sum, const LogStats &part)
{
    sum.requests += part.requests;
    sum.succeeded += part.succeeded;
    sum.promptTokens += part.promptTokens;
    sum.completionTokens += part.completionTokens;
    sum.cachedTokens += part.cachedTokens;
    sum.cost += part.cost;
    sum.unpriced += part.unpriced;
    sum.duration += part.duration;
    return sum;
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
    if (!isAnsweredByHours(query))
        return readSums(file, BILROST_LOG_SUMS " FROM requests", HistoryFilter(query));
    HistoryQuery names = query;
    names.startedFrom.reset();
    names.startedUntil.reset();
    const auto from = query.startedFrom ? std::optional(microsecondsOf(*query.startedFrom)) : std::nullopt;
    // Its last moment counts.
    const auto until = query.startedUntil ? std::optional(microsecondsOf(*query.startedUntil) + 1) : std::nullopt;
    const auto firstHour = from ? std::optional((*from + hour - 1) / hour) : std::nullopt;
    const auto endHour = until ? std::optional(*until / hour) : std::nullopt;
    const bool hasWholeHours = !firstHour || !endHour || *firstHour < *endHour;

    LogStats stats;
    const auto add = [&stats](const Result<LogStats> &part) -> Result<void> {
        if (!part)
            return unexpected(part.error());
        stats += *part;
        return {};
    };
    const auto addRows = [&](const std::optional<std::int64_t> &first, const std::optional<std::int64_t> &end) {
        HistoryFilter filter(names);
        filter.addBound("started_at >= ?", first);
        filter.addBound("started_at < ?", end);
        return add(readSums(file, BILROST_LOG_SUMS " FROM requests", filter));
    };
    if (!hasWholeHours) {
        const auto done = addRows(from, until);
        return done ? Result<LogStats>(stats) : unexpected(done.error());
    }
    HistoryFilter hours(names);
    hours.addBound("hour >= ?", firstHour);
    hours.addBound("hour < ?", endHour);
    Result<void> done = add(readSums(file, BILROST_HOUR_SUMS " FROM log_hours", hours));
    if (done && firstHour && *from < *firstHour * hour)
        done = addRows(from, *firstHour * hour);
    if (done && endHour && *endHour * hour < *until)
        done = addRows(*endHour * hour, until);
    return done ? Result<LogStats>(stats) : unexpected(done.error());
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
