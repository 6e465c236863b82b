#include "gateway/storage/usage_report.h"

#include "gateway/storage/hour_of.h"
#include "gateway/storage/latency_histogram.h"
#include "gateway/storage/sqlite_file.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace gateway::storage {

namespace {

using Groups = std::map<std::pair<std::string, std::string>, UsageSums>;

std::int64_t firstHourAfter(WallTime time)
{
    return std::chrono::ceil<std::chrono::hours>(time.time_since_epoch()).count();
}

bool isAmong(const std::vector<std::string> &wanted, const std::string &name)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
}

std::vector<UsageGroup> sorted(const Groups &groups)
{
    std::vector<UsageGroup> list;
    for (const auto &[key, sums] : groups)
        list.push_back({key.first, key.second, sums});
    std::stable_sort(list.begin(), list.end(), [](const UsageGroup &left, const UsageGroup &right) {
        return std::pair(left.sums.cost, left.sums.requests) > std::pair(right.sums.cost, right.sums.requests);
    });
    return list;
}

UsageSums sumsFromRow(const SqliteStatement &row, int column)
{
    UsageSums sums;
    sums.requests = row.integer(column++);
    sums.errors = row.integer(column++);
    sums.attempts = row.integer(column++);
    sums.uncachedInput = row.integer(column++);
    sums.cacheRead = row.integer(column++);
    sums.cacheWrite = row.integer(column++);
    sums.output = row.integer(column++);
    sums.reasoning = row.integer(column++);
    sums.cost.nanoDollars = row.integer(column++);
    sums.unpriced = row.integer(column++);
    sums.partial = row.integer(column++);
    sums.cachedCost.nanoDollars = row.integer(column++);
    sums.cachedAsFresh.nanoDollars = row.integer(column);
    return sums;
}

Result<std::optional<WallTime>> firstHourOf(SqliteFile &file)
{
    const auto first = file.queryInteger("SELECT coalesce(min(hour), -1) FROM usage_hours");
    if (!first)
        return unexpected(first.error());
    return *first < 0 ? std::optional<WallTime>() : WallTime(std::chrono::hours(*first));
}

struct LatencyCounts {
    LatencyHistogram firstToken;
    LatencyHistogram whole;

    void add(const LatencyCounts &other)
    {
        firstToken.add(other.firstToken);
        whole.add(other.whole);
    }
};

LatencyFigures figuresOf(const LatencyHistogram &histogram)
{
    return {static_cast<std::int64_t>(histogram.count()), histogram.percentile(0.50), histogram.percentile(0.95),
            histogram.percentile(0.99)};
}

UsageLatency figuresOf(const LatencyCounts &counts)
{
    return {figuresOf(counts.firstToken), figuresOf(counts.whole)};
}

Result<void> addLatencies(SqliteFile &file, const UsageQuery &query, UsageReport &report)
{
    const auto &borders = query.latencyBorders;
    if (borders.size() < 2)
        return {};
    auto statement = file.prepare("SELECT hour, provider, first_token, whole FROM latency_hours"
                                  " WHERE hour >= ? AND hour < ? ORDER BY hour");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, hourOf(borders.front()));
    statement->bind(2, firstHourAfter(borders.back()));
    std::vector<LatencyCounts> steps(borders.size() - 1);
    std::map<std::string, LatencyCounts> providers;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        std::string provider = statement->text(1);
        if (!isAmong(query.providers, provider))
            continue;
        const WallTime hour{std::chrono::hours(statement->integer(0))};
        const auto after = std::upper_bound(borders.begin(), borders.end(), hour);
        if (after == borders.begin() || after == borders.end())
            continue;
        const LatencyCounts counts{LatencyHistogram::decode(statement->bytes(2)),
                                   LatencyHistogram::decode(statement->bytes(3))};
        steps[static_cast<std::size_t>(after - borders.begin()) - 1].add(counts);
        providers[std::move(provider)].add(counts);
    }
    LatencyCounts all;
    for (const LatencyCounts &step : steps) {
        report.latencySteps.push_back(figuresOf(step));
        all.add(step);
    }
    report.latency = figuresOf(all);
    for (const auto &[name, counts] : providers)
        report.latencyByProvider.push_back({name, figuresOf(counts)});
    std::stable_sort(report.latencyByProvider.begin(), report.latencyByProvider.end(),
                     [](const ProviderLatency &left, const ProviderLatency &right) {
                         return left.latency.whole.answers > right.latency.whole.answers;
                     });
    return {};
}

} // namespace

UsageSums &UsageSums::operator+=(const UsageSums &other)
{
    requests += other.requests;
    errors += other.errors;
    attempts += other.attempts;
    uncachedInput += other.uncachedInput;
    cacheRead += other.cacheRead;
    cacheWrite += other.cacheWrite;
    output += other.output;
    reasoning += other.reasoning;
    cost += other.cost;
    unpriced += other.unpriced;
    partial += other.partial;
    cachedCost += other.cachedCost;
    cachedAsFresh += other.cachedAsFresh;
    return *this;
}

// One statement sees one state of the database, and one pass adds each row to every list: they cannot differ.
Result<UsageReport> readUsage(SqliteFile &file, const UsageQuery &query)
{
    auto statement = file.prepare(
        "SELECT hour, provider, model, asked_model, key_name, virtual_key, client, requests,"
        " errors, attempts, uncached_input, cache_read, cache_write, output, reasoning, cost,"
        " unpriced, partial, cached_cost, cached_as_fresh FROM usage_hours WHERE hour >= ? AND hour < ? ORDER BY hour");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, query.from ? hourOf(*query.from) : std::numeric_limits<std::int64_t>::min());
    statement->bind(2, query.until ? firstHourAfter(*query.until) : std::numeric_limits<std::int64_t>::max());
    UsageReport report;
    Groups providers;
    Groups asked;
    Groups models;
    Groups keys;
    Groups virtualKeys;
    Groups clients;
    std::map<std::pair<std::int64_t, std::string>, UsageSums> hours;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        const std::string provider = statement->text(1);
        const std::string askedModel = statement->text(3);
        if (!isAmong(query.providers, provider) || !isAmong(query.askedModels, askedModel))
            continue;
        const UsageSums sums = sumsFromRow(*statement, 7);
        report.total += sums;
        providers[{provider, {}}] += sums;
        asked[{askedModel, {}}] += sums;
        models[{statement->text(2), provider}] += sums;
        keys[{statement->text(4), {}}] += sums;
        virtualKeys[{statement->text(5), {}}] += sums;
        clients[{statement->text(6), {}}] += sums;
        hours[{statement->integer(0), provider}] += sums;
    }
    report.byProvider = sorted(providers);
    report.byAskedModel = sorted(asked);
    report.byModel = sorted(models);
    report.byKey = sorted(keys);
    report.byVirtualKey = sorted(virtualKeys);
    report.byClient = sorted(clients);
    for (const auto &[key, sums] : hours)
        report.hours.push_back({WallTime(std::chrono::hours(key.first)), key.second, sums});
    auto first = firstHourOf(file);
    if (!first)
        return unexpected(first.error());
    report.firstHour = *first;
    if (auto done = addLatencies(file, query, report); !done)
        return unexpected(done.error());
    return report;
}

} // namespace gateway::storage
