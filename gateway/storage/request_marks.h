// Keeps what people note about requests beside the rows, and for rows that are still to come.
#pragma once

#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace gateway::storage {

// Lives on the writer thread. A request is marked while it runs too: its mark waits here and is written with its row.
class RequestMarks {
public:
    // True: it is in the history. False: no such row yet, it waits, if no more than `mostWaiting` others do.
    Result<bool> save(SqliteFile &file, const RequestMark &mark);

    // To be called after a row was inserted, in its transaction; nearly always there is nothing to do.
    Result<void> writeWaiting(SqliteFile &file, const RequestId &request);
    // The transactions of these records were committed.
    void forgetWaiting(std::span<const RequestRecord *const> records);

    static constexpr std::size_t mostWaiting = 1'000;

private:
    std::unordered_map<RequestId, RequestMark> m_waiting;
};

// All marks of stored requests, oldest row first.
Result<std::vector<RequestMark>> readMarks(SqliteFile &file);

} // namespace gateway::storage
