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

bool RecordQueue::push(RequestRecord &&record, SteadyTime now)
{
    const std::size_t bytes = memoryOf(record);
    const bool fits = m_countedRecords < m_maximumRecords && m_countedBytes + bytes <= m_maximumBytes;
    if (!fits && m_countedRecords > 0)
        return false;
    ++m_countedRecords;
    m_countedBytes += bytes;
    m_waiting.push_back({std::move(record), bytes, now});
    return true;
}

void RecordQueue::release(std::size_t count, std::size_t bytes)
{
    m_countedRecords -= count;
    m_countedBytes -= bytes;
}

} // namespace gateway::storage
