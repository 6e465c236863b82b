#include "gateway/storage/writer_loop.h"

#include <algorithm>
#include <array>

#include "gateway/storage/background_thread.h"

namespace gateway::storage {

namespace {

constexpr std::size_t batchRecords = 100; // a batch of so many is written at once; more would keep a core for long
constexpr std::size_t batchBytes = 16u * 1024u * 1024u; // keeps a transaction, and so a task's wait, short
constexpr int attemptsPerRecord = 5;
constexpr std::size_t largestGivenBack = 16 * 1024; // bytes; larger records are freed at once
constexpr std::chrono::seconds longestGivenBack{1}; // then the writer frees what nobody came for
constexpr std::chrono::minutes trimInterval{10};
constexpr std::chrono::milliseconds pauseBetweenTrims{5}; // so that removing much takes no core from those who serve
constexpr std::chrono::seconds sealDelay{2};
constexpr std::chrono::milliseconds pauseBetweenSeals{20};

} // namespace

WriterLoop::WriterLoop(const StorageOptions &options, HistoryWriter history)
    : m_options(options), m_history(std::move(history)), m_records(options.queueBytes, options.queueRecords)
{
    m_stored = m_history.countRows().value_or(0);
    m_fileBytes = m_history.bytesOnDisk();
    sealLater();
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
    auto waiting = std::make_unique<WaitingRecord>(std::move(record), std::chrono::steady_clock::now());
    std::array<std::unique_ptr<WaitingRecord>, 2> freed; // after the lock is released
    bool mustWake = false;
    {
        const std::lock_guard lock(m_mutex);
        for (auto place = freed.begin(); place != freed.end() && !m_written.empty(); ++place) {
            *place = std::move(m_written.back());
            m_written.pop_back();
        }
        if (!m_records.push(std::move(waiting))) {
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
    runInBackground();
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
        else if (m_trimAt && std::chrono::steady_clock::now() >= *m_trimAt)
            trim(lock);
        else if (m_sealAt && std::chrono::steady_clock::now() >= *m_sealAt)
            seal(lock);
    }
}

SteadyTime WriterLoop::batchDueAt() const
{
    if (m_failures > 0)
        return m_retryAt;
    return (m_batch.empty() ? m_records.oldest() : m_batch.front()->postedAt) + m_options.flushInterval;
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
    const SteadyTime now = std::chrono::steady_clock::now();
    return !m_tasks.empty() || m_isStopping || isBatchDue(now) || (m_trimAt && now >= *m_trimAt)
           || (m_sealAt && now >= *m_sealAt);
}

void WriterLoop::waitForWork(std::unique_lock<std::mutex> &lock)
{
    while (!hasWork()) {
        std::optional<SteadyTime> until = m_trimAt;
        if (m_sealAt)
            until = std::min(*m_sealAt, until.value_or(SteadyTime::max()));
        if (hasRecords())
            until = std::min(batchDueAt(), until.value_or(SteadyTime::max()));
        else if (!m_written.empty())
            until = std::chrono::steady_clock::now() + longestGivenBack;
        if (!until)
            m_wakeWriter.wait(lock);
        else if (m_wakeWriter.wait_until(lock, *until) == std::cv_status::timeout && !hasRecords())
            m_written.clear();
    }
}

void WriterLoop::setRetention(const config::RetentionSettings &settings)
{
    m_retention = settings;
    m_trimAt = std::chrono::steady_clock::now();
}

void WriterLoop::trimSoon()
{
    if (m_trimAt)
        m_trimAt = std::chrono::steady_clock::now();
}

void WriterLoop::trim(std::unique_lock<std::mutex> &lock)
{
    lock.unlock();
    const Result<TrimStep> step = m_history.trim(m_retention, std::chrono::system_clock::now());
    // What cannot be removed now, on a full disk, can be another time; records are stored as before.
    const bool hasMore = step && step->hasMore;
    if (step)
        rowsRemoved(step->rows);
    m_fileBytes.store(m_history.bytesOnDisk(), std::memory_order_relaxed);
    m_trimAt = std::chrono::steady_clock::now();
    *m_trimAt += hasMore ? std::chrono::duration_cast<SteadyTime::duration>(pauseBetweenTrims)
                         : std::chrono::duration_cast<SteadyTime::duration>(trimInterval);
    m_history.forgetSealed();
    sealLater();
    lock.lock();
}

void WriterLoop::sealLater()
{
    if (!m_sealAt)
        m_sealAt = std::chrono::steady_clock::now() + sealDelay;
}

void WriterLoop::seal(std::unique_lock<std::mutex> &lock)
{
    lock.unlock();
    // What cannot be written now, on a full disk, is tried after the next change; the rows themselves are read then.
    const Result<bool> hasSealed = m_history.sealBlock();
    const Result<bool> hasIndexed = m_history.indexBodies();
    m_fileBytes.store(m_history.bytesOnDisk(), std::memory_order_relaxed);
    m_sealAt.reset();
    if (hasSealed.value_or(false) || hasIndexed.value_or(false))
        m_sealAt = std::chrono::steady_clock::now() + pauseBetweenSeals;
    lock.lock();
}

void WriterLoop::runTask(std::unique_lock<std::mutex> &lock)
{
    const std::function<void()> task = std::move(m_tasks.front());
    m_tasks.pop_front();
    lock.unlock();
    task();
    m_history.forgetSealed(); // most tasks change no request, but to look costs little
    sealLater();
    lock.lock();
}

std::vector<const RequestRecord *> WriterLoop::nextRecords() const
{
    // Rather a batch that is somewhat larger than a very small one behind it: each pays for its last pages.
    const std::size_t usual = m_batch.size() < 2 * batchRecords ? m_batch.size() : batchRecords;
    const std::size_t limit = m_failures > 0 ? 1 : usual;
    std::vector<const RequestRecord *> records;
    records.reserve(std::min(limit, m_batch.size()));
    std::size_t bytes = 0;
    for (const auto &waiting : m_batch) {
        if (records.size() == limit || bytes >= batchBytes)
            break;
        records.push_back(&waiting->record);
        bytes += waiting->bytes;
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
    sealLater();
    m_fileBytes.store(m_history.bytesOnDisk(), std::memory_order_relaxed);
    if (m_trimAt && m_retention.mostBytes > 0 && m_fileBytes.load(std::memory_order_relaxed) > m_retention.mostBytes)
        m_trimAt = std::min(*m_trimAt, std::chrono::steady_clock::now());
    lock.lock();
    m_failures = written ? 0 : m_failures + 1;
    m_problem = written ? std::string() : written.error().message;
    m_retryAt = std::chrono::steady_clock::now() + m_options.retryInterval;
    const std::size_t settled = written ? records.size() : recordsGivenUp(records.size(), m_failures);
    (written ? m_stored : m_dropped).fetch_add(static_cast<std::int64_t>(settled), std::memory_order_relaxed);
    if (!written && settled > 0)
        m_failures = 1; // the next record is tried alone, as often

    // Posting threads must not wait while a thousand records are sorted, or freed.
    lock.unlock();
    std::vector<std::unique_ptr<WaitingRecord>> small;
    const std::size_t takenBytes = takeFromBatch(settled, small);
    lock.lock();
    m_written.swap(small);
    lock.unlock();
    small.clear();
    lock.lock();
    m_records.release(settled, takenBytes);
    m_settled += static_cast<std::int64_t>(settled);
    m_settledMore.notify_all();
}

// Removes the first records. Small ones are kept in `small`, the others freed. Returns the bytes of all.
std::size_t WriterLoop::takeFromBatch(std::size_t count, std::vector<std::unique_ptr<WaitingRecord>> &small)
{
    std::size_t bytes = 0;
    small.reserve(count);
    for (; count > 0; --count) {
        std::unique_ptr<WaitingRecord> record = std::move(m_batch.front());
        m_batch.pop_front();
        bytes += record->bytes;
        if (record->bytes <= largestGivenBack)
            small.push_back(std::move(record));
    }
    return bytes;
}

} // namespace gateway::storage
