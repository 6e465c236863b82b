#include "gateway/storage/latency_writer.h"

#include "gateway/storage/hour_of.h"

namespace gateway::storage {

namespace {

constexpr std::string_view read = "SELECT first_token, whole FROM latency_hours WHERE hour = ? AND provider = ?";
constexpr std::string_view upsert = "INSERT INTO latency_hours (hour, provider, first_token, whole) VALUES (?, ?, ?, ?)"
                                    " ON CONFLICT DO UPDATE SET first_token = excluded.first_token,"
                                    " whole = excluded.whole";

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
