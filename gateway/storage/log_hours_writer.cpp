#include "gateway/storage/log_hours_writer.h"

#include "gateway/storage/hour_of.h"

namespace gateway::storage {

namespace {

constexpr std::string_view upsert =
    "INSERT INTO log_hours VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, prompt = prompt + excluded.prompt,"
    " output = output + excluded.output, cache_read = cache_read + excluded.cache_read, cost = cost + excluded.cost,"
    " unpriced = unpriced + excluded.unpriced, duration = duration + excluded.duration";

} // namespace

Result<LogHoursWriter> LogHoursWriter::create(SqliteFile &file)
{
    auto statement = file.prepare(upsert);
    if (!statement)
        return unexpected(statement.error());
    LogHoursWriter writer;
    writer.m_upsert = std::move(*statement);
    return writer;
}

void LogHoursWriter::add(const RequestRecord &record)
{
    const std::int64_t hour = hourOf(record.startedAt);
    Row &row = m_sums[{hour, record.state, record.provider, record.model, record.virtualKeyName}];
    const TokenUsage &usage = record.usage;
    ++row.requests;
    row.prompt += usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    row.output += usage.output.value_or(0);
    row.cacheRead += usage.cacheRead.value_or(0);
    row.cost += record.cost ? record.cost->nanoDollars : 0;
    row.unpriced += record.unpricedAttempts > 0 ? 1 : 0;
    row.duration += record.duration.count();
}

Result<void> LogHoursWriter::store()
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

Result<void> LogHoursWriter::write(const Key &key, const Row &row)
{
    int column = 0;
    m_upsert.bind(++column, key.hour);
    for (const std::string_view text : {requestStateName(key.state), key.provider, key.model, key.virtualKeyName})
        m_upsert.bind(++column, text);
    for (const std::int64_t number :
         {row.requests, row.prompt, row.output, row.cacheRead, row.cost, row.unpriced, row.duration})
        m_upsert.bind(++column, number);
    return m_upsert.run();
}

} // namespace gateway::storage
