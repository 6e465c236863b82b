#include "gateway/storage/record_queue.h"

namespace gateway::storage {

namespace {

// What the record keeps in memory, roughly: bodies and marks are what can be large.
std::size_t memoryOf(const RequestRecord &record)
{
    std::size_t bytes = sizeof(RequestRecord) + record.rawUsage.size() + record.errorText.size()
                        + record.streamMarks.size() * sizeof(StreamMark)
                        + record.attempts.size() * sizeof(AttemptRecord);
    for (const HeaderList *headers : {&record.requestHeaders, &record.responseHeaders}) {
        for (const HeaderField &field : *headers)
            bytes += sizeof(HeaderField) + field.name.size() + field.value.size();
    }
    for (const auto &body : {record.requestBody.get(), record.responseBody.get()})
        bytes += body ? body->size() : 0;
    return bytes;
}

} // namespace

WaitingRecord::WaitingRecord(RequestRecord &&newRecord, SteadyTime now)
    : record(std::move(newRecord)), bytes(memoryOf(record)), postedAt(now)
{
}

bool RecordQueue::push(std::unique_ptr<WaitingRecord> record)
{
    const bool fits = m_countedRecords < m_maximumRecords && m_countedBytes + record->bytes <= m_maximumBytes;
    if (!fits && m_countedRecords > 0)
        return false;
    ++m_countedRecords;
    m_countedBytes += record->bytes;
    m_waiting.push_back(std::move(record));
    return true;
}

void RecordQueue::release(std::size_t count, std::size_t bytes)
{
    m_countedRecords -= count;
    m_countedBytes -= bytes;
}

} // namespace gateway::storage
