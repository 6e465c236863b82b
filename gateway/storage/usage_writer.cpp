#include "gateway/storage/usage_writer.h"

#include "gateway/storage/hour_of.h"

#include <algorithm>
#include <limits>

namespace gateway::storage {

namespace {

constexpr std::string_view upsert =
    "INSERT INTO usage_hours VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, errors = errors + excluded.errors,"
    " attempts = attempts + excluded.attempts, uncached_input = uncached_input + excluded.uncached_input,"
    " cache_read = cache_read + excluded.cache_read, cache_write = cache_write + excluded.cache_write,"
    " output = output + excluded.output, reasoning = reasoning + excluded.reasoning, cost = cost + excluded.cost,"
    " unpriced = unpriced + excluded.unpriced, partial = partial + excluded.partial,"
    " cached_cost = cached_cost + excluded.cached_cost, cached_as_fresh = cached_as_fresh + excluded.cached_as_fresh";

constexpr std::int64_t picoPerNano = 1000;

// Nano-dollars, or nothing for a count that cannot be right.
std::int64_t costOf(std::int64_t count, std::int64_t picoDollars)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (count <= 0 || picoDollars <= 0 || count > most / picoDollars)
        return 0;
    return count * picoDollars / picoPerNano;
}

struct CacheCost {
    std::int64_t asTheyWere = 0; // nano-dollars
    std::int64_t asFresh = 0;
};

// By the lines of the cost, which have the prices that were in force. Without a line of fresh input there is nothing to
// compare with, which happens where a provider took the whole prompt from its cache.
CacheCost cacheCostOf(const AttemptCost &detail)
{
    const auto fresh = std::find_if(detail.lines.begin(), detail.lines.end(),
                                    [](const CostLine &line) { return line.costClass == CostClass::Input; });
    CacheCost cost;
    if (fresh == detail.lines.end())
        return cost;
    for (const CostLine &line : detail.lines) {
        const bool isCached = line.costClass == CostClass::CacheRead || line.costClass == CostClass::CacheWrite
                              || line.costClass == CostClass::CacheWriteOneHour;
        if (!isCached)
            continue;
        cost.asTheyWere += costOf(line.count, line.picoDollars);
        cost.asFresh += costOf(line.count, fresh->picoDollars);
    }
    return cost;
}

} // namespace

Result<UsageWriter> UsageWriter::create(SqliteFile &file)
{
    auto statement = file.prepare(upsert);
    if (!statement)
        return unexpected(statement.error());
    UsageWriter writer;
    writer.m_upsert = std::move(*statement);
    return writer;
}

UsageWriter::Key UsageWriter::keyOf(const RequestRecord &record)
{
    return {hourOf(record.startedAt), record.provider,       record.model, record.askedModel,
            record.keyName,           record.virtualKeyName, record.client};
}

UsageWriter::Key UsageWriter::keyOf(const RequestRecord &record, const AttemptRecord &attempt)
{
    Key key = keyOf(record);
    key.provider = attempt.provider;
    key.model = attempt.model;
    key.keyName = attempt.keyName;
    return key;
}

void UsageWriter::Row::add(const AttemptRecord &attempt, std::int64_t sign)
{
    attempts += sign;
    const TokenUsage &usage = attempt.usage;
    uncachedInput += sign * usage.uncachedInput.value_or(0);
    cacheRead += sign * usage.cacheRead.value_or(0);
    cacheWrite += sign * usage.cacheWrite.value_or(0);
    output += sign * usage.output.value_or(0);
    reasoning += sign * usage.reasoning.value_or(0);
    cost += attempt.cost ? sign * attempt.cost->nanoDollars : 0;
    unpriced += attempt.cost ? 0 : sign;
    partial += attempt.costDetail.basis == CostBasis::Partial ? sign : 0;
    const CacheCost cached = cacheCostOf(attempt.costDetail);
    cachedCost += sign * cached.asTheyWere;
    cachedAsFresh += sign * cached.asFresh;
}

void UsageWriter::add(const RequestRecord &record)
{
    Row &request = m_sums[keyOf(record)];
    ++request.requests;
    request.errors += record.state == RequestState::Succeeded ? 0 : 1;
    for (const AttemptRecord &attempt : record.attempts)
        m_sums[keyOf(record, attempt)].add(attempt, 1);
}

Result<void> UsageWriter::store()
{
    Result<void> outcome;
    for (const auto &[key, row] : m_sums) {
        outcome = write(key, row);
        if (!outcome)
            break;
    }
    m_sums.clear();
    return outcome;
}

Result<void> UsageWriter::change(const RequestRecord &before, const RequestRecord &after)
{
    for (const AttemptRecord &attempt : before.attempts)
        m_sums[keyOf(before, attempt)].add(attempt, -1);
    for (const AttemptRecord &attempt : after.attempts)
        m_sums[keyOf(after, attempt)].add(attempt, 1);
    return store();
}

Result<void> UsageWriter::write(const Key &key, const Row &row)
{
    int column = 0;
    m_upsert.bind(++column, key.hour);
    for (const std::string_view text :
         {key.provider, key.model, key.askedModel, key.keyName, key.virtualKeyName, key.client})
        m_upsert.bind(++column, text);
    for (const std::int64_t number :
         {row.requests, row.errors, row.attempts, row.uncachedInput, row.cacheRead, row.cacheWrite, row.output,
          row.reasoning, row.cost, row.unpriced, row.partial, row.cachedCost, row.cachedAsFresh})
        m_upsert.bind(++column, number);
    return m_upsert.run();
}

} // namespace gateway::storage
