// The reader thread: runs questions to the history one after the other.
#pragma once

#include "gateway/storage/history_reader.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace gateway::storage {

// Somebody waits for a page and looks at it at once; charts may take longer. So tasks go before counts, also before one
// that has begun: walks over the history end early then (SqliteFile::isInterrupted), and the count is begun anew.
class ReaderLoop {
public:
    explicit ReaderLoop(HistoryReader reader);
    ~ReaderLoop(); // runs what was posted, then ends the thread

    // Any thread; in the order of posting.
    void postTask(std::function<void(HistoryReader &)> task);
    // False: it was interrupted, and runs again when no task waits. After some times it is not interrupted any more.
    void postCount(std::function<bool(HistoryReader &)> count);

private:
    struct Count {
        std::function<bool(HistoryReader &)> run;
        int interruptions = 0;
    };

    void run();
    void runCount(std::unique_lock<std::mutex> &lock);

    HistoryReader m_reader; // reader thread only
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(HistoryReader &)>> m_tasks;
    std::deque<Count> m_counts;
    std::atomic<bool> m_hasTasks{false};
    bool m_isStopping = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace gateway::storage
