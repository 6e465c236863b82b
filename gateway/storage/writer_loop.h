// The writer thread: the only one that writes the two databases.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/storage/history_writer.h"
#include "gateway/storage/record_queue.h"
#include "gateway/storage/storage_thread.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gateway::storage {

// Made and destroyed on one thread; every public method but the constructor may be called from any thread.
//
// Records are written in batches, at the latest `flushInterval` after they came. When the store fails, records stay in
// the queue and are tried again one by one; a record that fails on its own `attemptsPerRecord` times is given up, so
// that one that can never be stored does not block the others.
//
// Written records go back to the threads that post, which free some with each that they post: memory that one thread
// always takes and another always gives back makes both wait for the allocator's locks.
//
// What is too old or too much goes in small steps, when nothing else is to be done, and at once after a batch that let
// the file grow beyond its limit. The columns of full blocks (block_column.h) are written some seconds after the last
// change, in small steps too, and so is the index of what requests say (body_index.h) while it is on.
class WriterLoop {
public:
    WriterLoop(const StorageOptions &options, HistoryWriter history);
    ~WriterLoop(); // writes what waits, then ends the thread

    void postRecord(RequestRecord &&record);

    // Runs in the order of posting. Everything posted is run, also during the destructor.
    void postTask(std::function<void()> task);

    // Waits until the records posted before are written or given up, but not longer than `limit`.
    void flush(std::chrono::milliseconds limit);

    StorageCounters counters() const;
    HistoryWriter &history() { return m_history; }                // inside a task only
    void setRetention(const config::RetentionSettings &settings); // inside a task only
    void trimSoon();                                              // inside a task only
    void rowsRemoved(std::int64_t count) { m_stored.fetch_sub(count, std::memory_order_relaxed); }

private:
    void run();
    bool hasWork() const;
    bool isBatchDue(SteadyTime now) const;
    bool hasRecords() const { return !m_batch.empty() || !m_records.isEmpty(); }
    SteadyTime batchDueAt() const;
    void waitForWork(std::unique_lock<std::mutex> &lock);
    void runTask(std::unique_lock<std::mutex> &lock);
    void writeBatch(std::unique_lock<std::mutex> &lock);
    void trim(std::unique_lock<std::mutex> &lock);
    void seal(std::unique_lock<std::mutex> &lock);
    void sealLater();
    std::size_t takeFromBatch(std::size_t count, std::vector<std::unique_ptr<WaitingRecord>> &small);
    std::vector<const RequestRecord *> nextRecords() const;
    std::size_t recordsGivenUp(std::size_t tried, int failures) const;

    const StorageOptions m_options;
    HistoryWriter m_history;               // writer thread only
    WaitingRecords m_batch;                // writer thread only: taken from the queue, not yet written
    config::RetentionSettings m_retention; // writer thread only
    std::optional<SteadyTime> m_trimAt;    // writer thread only; none until the settings are known
    std::optional<SteadyTime> m_sealAt;    // writer thread only; none: nothing has changed

    mutable std::mutex m_mutex;
    std::condition_variable m_wakeWriter;
    std::condition_variable m_settledMore;
    RecordQueue m_records;
    std::vector<std::unique_ptr<WaitingRecord>> m_written; // to be freed by those who post
    std::deque<std::function<void()>> m_tasks;
    std::int64_t m_accepted = 0;  // records that entered the queue
    std::int64_t m_settled = 0;   // of these, written or given up
    std::int64_t m_flushUpTo = 0; // somebody waits for this many to be settled
    int m_failures = 0;           // in a row
    SteadyTime m_retryAt{};
    std::string m_problem;
    bool m_isStopping = false;

    std::atomic<std::int64_t> m_stored{0};
    std::atomic<std::int64_t> m_dropped{0};
    std::atomic<std::int64_t> m_fileBytes{0};
    std::thread m_thread; // last: it uses all of the above
};

} // namespace gateway::storage
