#include "gateway/storage/log_sums.h"

#include "gateway/storage/block_condition.h"
#include "gateway/storage/history_filter.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

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

// Whether the table of the hours knows all that is asked for.
bool isAnsweredByHours(const HistoryQuery &query)
{
    const HistoryMeasures &measures = query.measures;
    const bool hasMeasures = measures.leastDuration || measures.mostDuration || measures.leastTokens
                             || measures.mostTokens || measures.leastCost || measures.mostCost
                             || measures.isUnpricedOnly;
    const bool hasIds = std::any_of(query.virtualKeys.begin(), query.virtualKeys.end(),
                                    [](const KeyChoice &key) { return !key.id.empty(); });
    return !hasMeasures && !hasIds && query.text.empty() && query.askedModels.empty() && query.operations.empty()
           && query.finishReasons.empty() && query.keys.empty() && query.clients.empty() && query.sessionIds.empty()
           && query.requestIds.empty() && query.errorCodes.empty() && query.statuses.empty()
           && query.condition == FilterTerm{};
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

// What sums need of the rows of a block, at hand.
class SummedColumns {
public:
    explicit SummedColumns(HistoryBlock &block)
        : m_prompt(block.numbers(BlockColumn::Prompt))
        , m_output(block.numbers(BlockColumn::Output))
        , m_cacheRead(block.numbers(BlockColumn::CacheRead))
        , m_cost(block.numbers(BlockColumn::Cost))
        , m_unpriced(block.numbers(BlockColumn::Unpriced))
        , m_duration(block.numbers(BlockColumn::Duration))
        , m_states(block.texts(BlockColumn::State))
    {
        const std::string_view succeeded = requestStateName(RequestState::Succeeded);
        for (std::size_t code = 0; code < m_states.count(); ++code)
            m_isSuccess.push_back(m_states.text(code) == succeeded ? 1 : 0);
    }

    void addTo(LogStats &stats, std::size_t row) const
    {
        ++stats.requests;
        stats.succeeded += m_isSuccess[m_states.codes[row]];
        stats.promptTokens += known(m_prompt[row]);
        stats.completionTokens += known(m_output[row]);
        stats.cachedTokens += known(m_cacheRead[row]);
        stats.cost.nanoDollars += known(m_cost[row]);
        stats.unpriced += m_unpriced[row] > 0 ? 1 : 0;
        stats.duration += duration(row);
    }
    Microseconds duration(std::size_t row) const { return Microseconds(m_duration[row]); }

private:
    static std::int64_t known(std::int64_t value) { return value == notKnown ? 0 : value; }

    const NumberColumn &m_prompt;
    const NumberColumn &m_output;
    const NumberColumn &m_cacheRead;
    const NumberColumn &m_cost;
    const NumberColumn &m_unpriced;
    const NumberColumn &m_duration;
    const TextColumn &m_states;
    std::vector<std::int64_t> m_isSuccess; // by code of the state
};

Result<LogStats> readBlockSums(SqliteFile &file, const HistoryQuery &query)
{
    const ReadSnapshot snapshot(file);
    LogStats stats;
    const auto add = [&stats](HistoryBlock &block, const RowMask &mask) {
        const SummedColumns columns(block);
        for (std::size_t row = 0; row < mask.size(); ++row) {
            if (mask[row] != 0)
                columns.addTo(stats, row);
        }
        return true;
    };
    const auto done = visitBlocks(file, BlockCondition(query), false, 0, add);
    return done ? Result<LogStats>(stats) : unexpected(done.error());
}

// Sorted; the smallest value that at least `share` of all values do not exceed.
Microseconds percentile(const std::vector<Microseconds> &sorted, double share)
{
    const auto count = static_cast<double>(sorted.size());
    const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(share * count)));
    return sorted[std::min(rank, sorted.size()) - 1];
}

// The rows of a histogram as they come, sorted into buckets.
class BucketSorter {
public:
    explicit BucketSorter(const LogHistogramQuery &query)
        : m_query(query), m_width(std::chrono::duration_cast<Microseconds>(query.bucket).count())
    {
    }

    void add(HistoryBlock &block, const RowMask &mask)
    {
        const SummedColumns columns(block);
        const NumberColumn &starts = block.numbers(BlockColumn::StartedAt);
        const std::vector<std::size_t> names = namesOf(block);
        for (std::size_t row = 0; row < mask.size(); ++row) {
            if (mask[row] == 0)
                continue;
            Bucket &bucket = bucketOf(starts[row] / m_width, names[row]);
            columns.addTo(bucket.stats, row);
            if (m_query.hasPercentiles)
                bucket.durations.push_back(columns.duration(row));
        }
    }

    std::vector<LogBucket> take()
    {
        std::vector<LogBucket> buckets;
        for (Bucket &each : m_buckets) {
            LogBucket bucket;
            bucket.start = WallTime(each.slot * m_query.bucket);
            bucket.name = m_names[each.name];
            bucket.stats = each.stats;
            if (m_query.hasPercentiles) {
                std::sort(each.durations.begin(), each.durations.end());
                bucket.p90 = percentile(each.durations, 0.90);
                bucket.p95 = percentile(each.durations, 0.95);
                bucket.p99 = percentile(each.durations, 0.99);
            }
            buckets.push_back(std::move(bucket));
        }
        std::sort(buckets.begin(), buckets.end(), [](const LogBucket &left, const LogBucket &right) {
            return std::tie(left.start, left.name) < std::tie(right.start, right.name);
        });
        return buckets;
    }

private:
    struct Bucket {
        std::int64_t slot = 0;
        std::size_t name = 0;
        LogStats stats{};
        std::vector<Microseconds> durations{};
    };

    std::size_t nameIndex(std::string name)
    {
        const auto [known, isNew] = m_nameIndexes.try_emplace(std::move(name), m_names.size());
        if (isNew)
            m_names.push_back(known->first);
        return known->second;
    }

    std::vector<std::size_t> namesOf(HistoryBlock &block, BlockColumn column)
    {
        const TextColumn &texts = block.texts(column);
        std::vector<std::size_t> byCode;
        for (std::size_t code = 0; code < texts.count(); ++code)
            byCode.push_back(nameIndex(std::string(texts.text(code))));
        std::vector<std::size_t> names;
        for (const std::uint16_t code : texts.codes)
            names.push_back(byCode[code]);
        return names;
    }

    std::vector<std::size_t> namesOf(HistoryBlock &block)
    {
        switch (m_query.dimension) {
        case LogHistogramQuery::Dimension::None: break;
        case LogHistogramQuery::Dimension::Provider: return namesOf(block, BlockColumn::Provider);
        case LogHistogramQuery::Dimension::Model: return namesOf(block, BlockColumn::Model);
        case LogHistogramQuery::Dimension::ProviderAndModel: return pairsOf(block);
        }
        return std::vector<std::size_t>(block.rows(), nameIndex({}));
    }

    std::vector<std::size_t> pairsOf(HistoryBlock &block)
    {
        const TextColumn &providers = block.texts(BlockColumn::Provider);
        const TextColumn &models = block.texts(BlockColumn::Model);
        std::map<std::pair<std::uint16_t, std::uint16_t>, std::size_t> known;
        std::vector<std::size_t> names;
        for (std::size_t row = 0; row < block.rows(); ++row) {
            const auto codes = std::pair(providers.codes[row], models.codes[row]);
            auto found = known.find(codes);
            if (found == known.end()) {
                std::string name = std::string(providers.text(codes.first)) + "/";
                name += models.text(codes.second);
                found = known.emplace(codes, nameIndex(std::move(name))).first;
            }
            names.push_back(found->second);
        }
        return names;
    }

    Bucket &bucketOf(std::int64_t slot, std::size_t name)
    {
        // Most rows fall where the one before fell.
        if (m_last < m_buckets.size() && m_buckets[m_last].slot == slot && m_buckets[m_last].name == name)
            return m_buckets[m_last];
        const auto [known, isNew] = m_places.try_emplace(std::pair(slot, name), m_buckets.size());
        if (isNew)
            m_buckets.push_back({slot, name});
        m_last = known->second;
        return m_buckets[m_last];
    }

    const LogHistogramQuery &m_query;
    std::int64_t m_width; // microseconds
    std::unordered_map<std::string, std::size_t> m_nameIndexes;
    std::vector<std::string> m_names;
    std::map<std::pair<std::int64_t, std::size_t>, std::size_t> m_places;
    std::vector<Bucket> m_buckets;
    std::size_t m_last = 0;
};

// Whether the sums of the hours can be put together to these buckets.
bool isMadeOfHours(const LogHistogramQuery &query)
{
    const std::int64_t width = std::chrono::duration_cast<Microseconds>(query.bucket).count();
    return width % hour == 0 && !query.hasPercentiles && !query.filter.startedFrom && !query.filter.startedUntil
           && isAnsweredByHours(query.filter);
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

Result<std::vector<LogBucket>> readHourBuckets(SqliteFile &file, const LogHistogramQuery &query)
{
    const std::int64_t hours = std::chrono::duration_cast<Microseconds>(query.bucket).count() / hour;
    const HistoryFilter filter(query.filter);
    auto statement =
        file.prepare("SELECT hour / " + std::to_string(hours) + " AS slot, " + std::string(columnOf(query.dimension))
                     + " AS name, " BILROST_HOUR_SUMS + " FROM log_hours" + filter.whereClause()
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
            return buckets;
        LogBucket bucket;
        bucket.start = WallTime(statement->integer(0) * query.bucket);
        bucket.name = statement->text(1);
        bucket.stats = statsFromRow(*statement, 2);
        buckets.push_back(std::move(bucket));
    }
}

} // namespace

Result<LogStats> readLogStats(SqliteFile &file, const HistoryQuery &query)
{
    if (!isAnsweredByHours(query))
        return readBlockSums(file, query);
    HistoryQuery names = query;
    names.startedFrom.reset();
    names.startedUntil.reset();
    const auto from = query.startedFrom ? std::optional(microsecondsSinceEpoch(*query.startedFrom)) : std::nullopt;
    // Its last moment counts.
    const auto until =
        query.startedUntil ? std::optional(microsecondsSinceEpoch(*query.startedUntil) + 1) : std::nullopt;
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
    if (isMadeOfHours(query))
        return readHourBuckets(file, query);
    const ReadSnapshot snapshot(file);
    BucketSorter sorter(query);
    const auto add = [&sorter](HistoryBlock &block, const RowMask &mask) {
        sorter.add(block, mask);
        return true;
    };
    if (auto done = visitBlocks(file, BlockCondition(query.filter), false, 0, add); !done)
        return unexpected(done.error());
    return sorter.take();
}

} // namespace gateway::storage
