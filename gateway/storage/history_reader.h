// Reads pages and single records of the history.
#pragma once

#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"

namespace gateway::storage {

class HistoryFilter;

// Lives on the reader thread, with a connection that cannot write.
class HistoryReader {
public:
    explicit HistoryReader(SqliteFile file) : m_file(std::move(file)) {}

    // Records of a page have no headers, notes, raw usage, bodies or stream marks.
    Result<HistoryPage> readPage(const HistoryQuery &query, bool countMatching);

    // Whole records: a page that ends early where their bodies come to more than `mostBytes`, after one at least.
    Result<HistoryPage> readWhole(const HistoryQuery &query, std::size_t mostBytes);

    // The newest record of that id, whole. ErrorCode::NotFound when there is none.
    Result<StoredRecord> readRecord(const RequestId &id);

    SqliteFile &file() { return m_file; } // for other questions to the same history

private:
    Result<void> addTimeBounds(const HistoryQuery &query, HistoryFilter &filter);
    Result<void> addNeighbours(const HistoryQuery &query, HistoryPage &page);
    Result<void> addRows(const std::vector<std::int64_t> &sequences, HistoryPage &page);

    SqliteFile m_file;
};

} // namespace gateway::storage
