// Appends finished records to the history, many in one transaction.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/storage/block_sealer.h"
#include "gateway/storage/body_codec.h"
#include "gateway/storage/body_index.h"
#include "gateway/storage/history_trimmer.h"
#include "gateway/storage/latency_writer.h"
#include "gateway/storage/log_hours_writer.h"
#include "gateway/storage/request_marks.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "gateway/storage/usage_writer.h"

#include <functional>
#include <span>
#include <vector>

namespace gateway::storage {

// Lives on the writer thread.
class HistoryWriter {
public:
    // What a step of repricing came to.
    struct Repriced {
        PriceChanges changes;
        std::int64_t last = 0; // sequence of the last request it looked at
        bool hasMore = false;
    };

    // The file has the newest schema.
    static Result<HistoryWriter> create(SqliteFile file);

    // All or none of them; afterwards the writer can be used again in both cases.
    Result<void> write(std::span<const RequestRecord *const> records);

    // One step: asks `price` about the next stored requests with an attempt of unknown cost, those behind the sequence
    // `after`; where it finds one (true), the row and the totals of its hour change together.
    Result<Repriced> reprice(std::int64_t after, const std::function<bool(RequestRecord &)> &price);

    // One step: writes the columns of a block that no more rows come to. False: there is none.
    Result<bool> sealBlock() { return m_sealer.sealNext(m_file); }
    // One step each, or all at once; see body_index.h.
    Result<bool> indexBodies() { return indexNextBodies(m_file); }
    Result<BodySearchState> switchBodySearch(bool isOn);
    void forgetSealed() { m_sealer.forget(); } // rows may have been changed or removed

    // Deletes these requests with their bodies; the totals of their hours stay. Returns how many rows there were.
    Result<std::int64_t> remove(std::span<const RequestId> requests);

    // True: the request is stored. False: the mark waits for it.
    Result<bool> saveMark(const RequestMark &mark) { return m_requestMarks.save(m_file, mark); }
    // One step each; see history_trimmer.h.
    Result<TrimStep> trim(const config::RetentionSettings &settings, WallTime now);
    Result<TrimStep> removeOlder(WallTime before) { return removeBefore(m_file, before); }

    Result<std::int64_t> countRows();
    std::int64_t bytesOnDisk() const { return m_file.bytesOnDisk(); }

private:
    explicit HistoryWriter(SqliteFile file) : m_file(std::move(file)) {}
    Result<void> writeOne(const RequestRecord &record);
    Result<std::vector<StoredRecord>> readUnpriced(std::int64_t after);
    Result<void> storePrice(const StoredRecord &stored, const RequestRecord &before, PriceChanges &changes);
    void bindRequest(const RequestRecord &record);
    void bindBodies(const RequestRecord &record);

    SqliteFile m_file;
    SqliteStatement m_begin;
    SqliteStatement m_commit;
    SqliteStatement m_insertRequest;
    SqliteStatement m_insertBodies;
    SqliteStatement m_updateCost;
    UsageWriter m_usage;
    LogHoursWriter m_logHours;
    LatencyWriter m_latency;
    RequestMarks m_requestMarks;
    BlockSealer m_sealer;
    BodyCompressor m_compressor;
    std::string m_attempts; // buffers that keep their memory between rows
    std::string m_details;
    std::string m_marks;
};

} // namespace gateway::storage
