#include "gateway/storage/usage_writer.h"

namespace gateway::storage {

namespace {

constexpr std::string_view upsert =
    "INSERT INTO usage_hours VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, errors = errors + excluded.errors,"
    " attempts = attempts + excluded.attempts, uncached_input = uncached_input + excluded.uncached_input,"
    " cache_read = cache_read + excluded.cache_read, cache_write = cache_write + excluded.cache_write,"
    " output = output + excluded.output, reasoning = reasoning + excluded.reasoning, cost = cost + excluded.cost,"
    " unpriced = unpriced + excluded.unpriced, partial = partial + excluded.partial";

std::int64_t hourOf(WallTime time)
{
    return std::chrono::floor<std::chrono::hours>(time.time_since_epoch()).count();
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
    for (const std::int64_t number : {row.requests, row.errors, row.attempts, row.uncachedInput, row.cacheRead,
                                      row.cacheWrite, row.output, row.reasoning, row.cost, row.unpriced, row.partial})
        m_upsert.bind(++column, number);
    return m_upsert.run();
}

} // namespace gateway::storage
