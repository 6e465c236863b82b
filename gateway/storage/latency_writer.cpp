#include "gateway/storage/latency_writer.h"

namespace gateway::storage {

namespace {

constexpr std::string_view read = "SELECT first_token, whole FROM latency_hours WHERE hour = ? AND provider = ?";
constexpr std::string_view upsert = "INSERT INTO latency_hours (hour, provider, first_token, whole) VALUES (?, ?, ?, ?)"
                                    " ON CONFLICT DO UPDATE SET first_token = excluded.first_token,"
                                    " whole = excluded.whole";

std::int64_t hourOf(WallTime time)
{
    return std::chrono::floor<std::chrono::hours>(time.time_since_epoch()).count();
}

} // namespace

Result<LatencyWriter> LatencyWriter::create(SqliteFile &file)
{
    auto reading = file.prepare(read);
    if (!reading)
        return unexpected(reading.error());
    auto writing = file.prepare(upsert);
    if (!writing)
        return unexpected(writing.error());
    LatencyWriter writer;
    writer.m_read = std::move(*reading);
    writer.m_upsert = std::move(*writing);
    return writer;
}

Result<void> LatencyWriter::countStored(SqliteFile &file)
{
    const auto counted = file.queryInteger("SELECT EXISTS (SELECT 1 FROM latency_hours)");
    if (!counted)
        return unexpected(counted.error());
    if (*counted != 0)
        return {};
    auto rows = file.prepare("SELECT started_at / 3600000000, provider, is_stream, first_byte, duration FROM requests"
                             " WHERE state = 'succeeded'");
    if (!rows)
        return unexpected(rows.error());
    while (true) {
        const Result<bool> hasRow = rows->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        Hour &hour = m_hours[{rows->integer(0), rows->text(1)}];
        hour.whole.add(rows->microseconds(4));
        if (rows->boolean(2) && !rows->isNull(3))
            hour.firstToken.add(rows->microseconds(3));
    }
    rows->reset();
    if (m_hours.empty())
        return {};
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    if (auto done = store(); !done)
        return done;
    return transaction->commit();
}

void LatencyWriter::add(const RequestRecord &record)
{
    if (record.state != RequestState::Succeeded)
        return;
    Hour &hour = m_hours[{hourOf(record.startedAt), record.provider}];
    hour.whole.add(record.duration);
    if (record.isStream && record.firstByteAt)
        hour.firstToken.add(*record.firstByteAt);
}

Result<void> LatencyWriter::store()
{
    Result<void> outcome;
    for (const auto &[key, hour] : m_hours) {
        outcome = write(key, hour);
        if (!outcome)
            break;
    }
    m_hours.clear();
    return outcome;
}

Result<void> LatencyWriter::write(const Key &key, const Hour &added)
{
    Hour sum = added;
    m_read.bind(1, key.first);
    m_read.bind(2, std::string_view(key.second));
    const Result<bool> hasRow = m_read.step();
    if (hasRow && *hasRow) {
        sum.firstToken.add(LatencyHistogram::decode(m_read.bytes(0)));
        sum.whole.add(LatencyHistogram::decode(m_read.bytes(1)));
    }
    m_read.reset();
    if (!hasRow)
        return unexpected(hasRow.error());
    const std::string firstToken = sum.firstToken.encode();
    const std::string whole = sum.whole.encode();
    m_upsert.bind(1, key.first);
    m_upsert.bind(2, std::string_view(key.second));
    m_upsert.bindBlob(3, firstToken);
    m_upsert.bindBlob(4, whole);
    return m_upsert.run();
}

} // namespace gateway::storage
