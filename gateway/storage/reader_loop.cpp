#include "gateway/storage/reader_loop.h"

#include <utility>

namespace gateway::storage {

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
    }
    m_wake.notify_one();
}

void ReaderLoop::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isStopping || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        const auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task(m_reader);
        lock.lock();
    }
}

} // namespace gateway::storage
