// Holds records that wait to be written, bounded in number and bytes.
#pragma once

#include "gateway/base/request_record.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>

namespace gateway::storage {

struct WaitingRecord {
    WaitingRecord(RequestRecord &&newRecord, SteadyTime now);

    RequestRecord record;
    std::size_t bytes; // in memory, roughly
    SteadyTime postedAt;
};
using WaitingRecords = std::deque<std::unique_ptr<WaitingRecord>>;

// Not thread-safe: the owner locks. What was taken counts until it is released, so also while it is being written.
class RecordQueue {
public:
    RecordQueue(std::size_t maximumBytes, std::size_t maximumRecords)
        : m_maximumBytes(maximumBytes), m_maximumRecords(maximumRecords)
    {
    }

    // False: full, the record is lost. An empty queue takes a record of any size, so that none is too large for ever.
    bool push(std::unique_ptr<WaitingRecord> record);

    bool isEmpty() const { return m_waiting.empty(); }
    std::size_t size() const { return m_waiting.size(); }
    SteadyTime oldest() const { return m_waiting.front()->postedAt; }

    WaitingRecords takeAll() { return std::exchange(m_waiting, {}); }
    void release(std::size_t count, std::size_t bytes);

private:
    WaitingRecords m_waiting;
    std::size_t m_countedRecords = 0;
    std::size_t m_countedBytes = 0;
    std::size_t m_maximumBytes;
    std::size_t m_maximumRecords;
};

} // namespace gateway::storage
