#include "gateway/storage/reader_loop.h"

#include <utility>

namespace gateway::storage {

namespace {

constexpr int mostInterruptions = 5; // else a window that asks again and again would never see its chart

} // namespace

ReaderLoop::ReaderLoop(HistoryReader reader) : m_reader(std::move(reader))
{
    m_thread = std::thread([this] { run(); });
}

ReaderLoop::~ReaderLoop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ReaderLoop::postTask(std::function<void(HistoryReader &)> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        m_hasTasks.store(true, std::memory_order_relaxed);
    }
    m_wake.notify_one();
}

void ReaderLoop::postCount(std::function<bool(HistoryReader &)> count)
{
    {
        const std::lock_guard lock(m_mutex);
        m_counts.push_back({std::move(count)});
    }
    m_wake.notify_one();
}

void ReaderLoop::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isStopping || !m_tasks.empty() || !m_counts.empty(); });
        if (m_tasks.empty() && m_counts.empty())
            return;
        if (m_tasks.empty()) {
            runCount(lock);
            continue;
        }
        const auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        m_hasTasks.store(!m_tasks.empty(), std::memory_order_relaxed);
        lock.unlock();
        task(m_reader);
        lock.lock();
    }
}

void ReaderLoop::runCount(std::unique_lock<std::mutex> &lock)
{
    Count count = std::move(m_counts.front());
    m_counts.pop_front();
    lock.unlock();
    if (count.interruptions < mostInterruptions)
        m_reader.file().setInterruption(&m_hasTasks);
    const bool isDone = count.run(m_reader);
    m_reader.file().setInterruption(nullptr);
    lock.lock();
    if (!isDone) {
        ++count.interruptions;
        m_counts.push_front(std::move(count));
    }
}

} // namespace gateway::storage
