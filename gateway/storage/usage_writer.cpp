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

UsageWriter::Row UsageWriter::rowOf(const AttemptRecord &attempt, std::int64_t sign)
{
    Row row;
    row.provider = &attempt.provider;
    row.model = &attempt.model;
    row.keyName = &attempt.keyName;
    row.attempts = sign;
    const auto signedCount = [sign](const std::optional<std::int64_t> &count) { return sign * count.value_or(0); };
    row.usage.uncachedInput = signedCount(attempt.usage.uncachedInput);
    row.usage.cacheRead = signedCount(attempt.usage.cacheRead);
    row.usage.cacheWrite = signedCount(attempt.usage.cacheWrite);
    row.usage.output = signedCount(attempt.usage.output);
    row.usage.reasoning = signedCount(attempt.usage.reasoning);
    row.cost = attempt.cost ? sign * attempt.cost->nanoDollars : 0;
    row.unpriced = attempt.cost ? 0 : sign;
    row.partial = attempt.costDetail.basis == CostBasis::Partial ? sign : 0;
    return row;
}

Result<void> UsageWriter::write(const RequestRecord &record, const Row &row)
{
    int column = 0;
    const auto text = [&](const std::string &value) { m_upsert.bind(++column, std::string_view(value)); };
    const auto number = [&](std::int64_t value) { m_upsert.bind(++column, value); };
    number(hourOf(record.startedAt));
    text(*row.provider);
    text(*row.model);
    text(record.askedModel);
    text(*row.keyName);
    text(record.virtualKeyName);
    text(record.client);
    number(row.requests);
    number(row.errors);
    number(row.attempts);
    for (const auto count :
         {row.usage.uncachedInput, row.usage.cacheRead, row.usage.cacheWrite, row.usage.output, row.usage.reasoning})
        number(count.value_or(0));
    number(row.cost);
    number(row.unpriced);
    number(row.partial);
    return m_upsert.run();
}

Result<void> UsageWriter::add(const RequestRecord &record)
{
    Row request;
    request.provider = &record.provider;
    request.model = &record.model;
    request.keyName = &record.keyName;
    request.requests = 1;
    request.errors = record.state == RequestState::Succeeded ? 0 : 1;
    // Nearly always there is one attempt, and it is where the request was answered: one row for both.
    bool isCounted = false;
    for (const AttemptRecord &attempt : record.attempts) {
        Row row = rowOf(attempt, 1);
        if (!isCounted && attempt.provider == record.provider && attempt.model == record.model
            && attempt.keyName == record.keyName) {
            row.requests = request.requests;
            row.errors = request.errors;
            isCounted = true;
        }
        if (auto done = write(record, row); !done)
            return done;
    }
    return isCounted ? Result<void>() : write(record, request);
}

Result<void> UsageWriter::change(const RequestRecord &before, const RequestRecord &after)
{
    for (const AttemptRecord &attempt : before.attempts) {
        if (auto done = write(before, rowOf(attempt, -1)); !done)
            return done;
    }
    for (const AttemptRecord &attempt : after.attempts) {
        if (auto done = write(after, rowOf(attempt, 1)); !done)
            return done;
    }
    return {};
}

} // namespace gateway::storage
