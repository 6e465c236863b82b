#include "gateway/storage/writer_loop.h"

#include <algorithm>

namespace gateway::storage {

namespace {

constexpr std::size_t batchRecords = 1000;              // a batch of so many is written at once
constexpr std::size_t batchBytes = 16u * 1024u * 1024u; // keeps a transaction, and so a task's wait, short
constexpr int attemptsPerRecord = 5;

} // namespace

WriterLoop::WriterLoop(const StorageOptions &options, HistoryWriter history)
    : m_options(options), m_history(std::move(history)), m_records(options.queueBytes, options.queueRecords)
{
    m_stored = m_history.countRows().value_or(0);
    m_fileBytes = m_history.bytesOnDisk();
    m_thread = std::thread([this] { run(); });
}

WriterLoop::~WriterLoop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wakeWriter.notify_one();
    m_thread.join();
}

void WriterLoop::postRecord(RequestRecord &&record)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    bool mustWake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_records.push(std::move(record), now)) {
            m_dropped.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        ++m_accepted;
        // Between these two the writer sleeps until the batch is due by itself.
        mustWake = m_records.size() == 1 || m_records.size() == batchRecords;
    }
    if (mustWake)
        m_wakeWriter.notify_one();
}

void WriterLoop::postTask(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wakeWriter.notify_one();
}

void WriterLoop::flush(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    const std::int64_t target = m_accepted;
    if (m_settled >= target)
        return;
    m_flushUpTo = std::max(m_flushUpTo, target);
    m_wakeWriter.notify_one();
    m_settledMore.wait_for(lock, limit, [&] { return m_settled >= target || m_failures > 0; });
}

StorageCounters WriterLoop::counters() const
{
    StorageCounters counters;
    counters.stored = m_stored.load(std::memory_order_relaxed);
    counters.dropped = m_dropped.load(std::memory_order_relaxed);
    counters.fileBytes = m_fileBytes.load(std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    counters.problem = m_problem;
    return counters;
}

void WriterLoop::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        waitForWork(lock);
        // Records that are due go first: a row of slow configuration writes must not keep them.
        if (isBatchDue(std::chrono::steady_clock::now()))
            writeBatch(lock);
        else if (!m_tasks.empty())
            runTask(lock);
        else if (m_isStopping)
            return;
    }
}

SteadyTime WriterLoop::batchDueAt() const
{
    if (m_failures > 0)
        return m_retryAt;
    return (m_batch.empty() ? m_records.oldest() : m_batch.front().postedAt) + m_options.flushInterval;
}

bool WriterLoop::isBatchDue(SteadyTime now) const
{
    if (!hasRecords())
        return false;
    const bool isPressing = m_failures == 0 && (m_records.size() >= batchRecords || m_settled < m_flushUpTo);
    return m_isStopping || isPressing || now >= batchDueAt();
}

bool WriterLoop::hasWork() const
{
    return !m_tasks.empty() || m_isStopping || isBatchDue(std::chrono::steady_clock::now());
}

void WriterLoop::waitForWork(std::unique_lock<std::mutex> &lock)
{
    while (!hasWork()) {
        if (hasRecords())
            m_wakeWriter.wait_until(lock, batchDueAt());
        else
            m_wakeWriter.wait(lock);
    }
}

void WriterLoop::runTask(std::unique_lock<std::mutex> &lock)
{
    const std::function<void()> task = std::move(m_tasks.front());
    m_tasks.pop_front();
    lock.unlock();
    task();
    lock.lock();
}

std::vector<const RequestRecord *> WriterLoop::nextRecords() const
{
    const std::size_t limit = m_failures > 0 ? 1 : batchRecords;
    std::vector<const RequestRecord *> records;
    records.reserve(std::min(limit, m_batch.size()));
    std::size_t bytes = 0;
    for (const WaitingRecord &waiting : m_batch) {
        if (records.size() == limit || bytes >= batchBytes)
            break;
        records.push_back(&waiting.record);
        bytes += waiting.bytes;
    }
    return records;
}

// How many of the first records are dropped after one more failed write.
std::size_t WriterLoop::recordsGivenUp(std::size_t tried, int failures) const
{
    if (m_isStopping) // nobody can wait for a store that fails while the program ends
        return m_batch.size();
    return tried == 1 && failures >= attemptsPerRecord ? 1 : 0;
}

void WriterLoop::writeBatch(std::unique_lock<std::mutex> &lock)
{
    if (m_batch.empty())
        m_batch = m_records.takeAll();
    const std::vector<const RequestRecord *> records = nextRecords();
    lock.unlock();
    const Result<void> written = m_history.write(records);
    m_fileBytes.store(m_history.bytesOnDisk(), std::memory_order_relaxed);
    lock.lock();
    m_failures = written ? 0 : m_failures + 1;
    m_problem = written ? std::string() : written.error().message;
    m_retryAt = std::chrono::steady_clock::now() + m_options.retryInterval;
    const std::size_t settled = written ? records.size() : recordsGivenUp(records.size(), m_failures);
    (written ? m_stored : m_dropped).fetch_add(static_cast<std::int64_t>(settled), std::memory_order_relaxed);
    if (!written && settled > 0)
        m_failures = 1; // the next record is tried alone, as often

    // Posting threads must not wait while a thousand records are freed.
    lock.unlock();
    std::size_t freedBytes = 0;
    for (std::size_t count = 0; count < settled; ++count) {
        freedBytes += m_batch.front().bytes;
        m_batch.pop_front();
    }
    lock.lock();
    m_records.release(settled, freedBytes);
    m_settled += static_cast<std::int64_t>(settled);
    m_settledMore.notify_all();
}

} // namespace gateway::storage
