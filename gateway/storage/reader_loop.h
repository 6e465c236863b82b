// The reader thread: runs questions to the history one after the other.
#pragma once

#include "gateway/storage/history_reader.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace gateway::storage {

class ReaderLoop {
public:
    explicit ReaderLoop(HistoryReader reader);
    ~ReaderLoop(); // runs what was posted, then ends the thread

    void postTask(std::function<void(HistoryReader &)> task); // any thread

private:
    void run();

    HistoryReader m_reader; // reader thread only
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(HistoryReader &)>> m_tasks;
    bool m_isStopping = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace gateway::storage
