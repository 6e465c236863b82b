// Knows which timers are due and when the next one is; has no clock and no thread of its own.
#pragma once

#include <QAbstractEventDispatcher>
#include <QObject>

#include <chrono>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gateway::net {

class TimerQueue {
public:
    using Time = std::chrono::steady_clock::time_point;

    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object, Time now);
    bool remove(int id);
    bool removeAllOf(const QObject *object);

    bool isEmpty() const { return m_timers.empty(); }

    // When takeDue() will have something, or nothing when there is no timer (or all are being delivered).
    std::optional<Time> nextDue();

    struct Due {
        int id;
        QObject *object;
    };

    // The next timer that is due before `roundEnd` and was not yet taken in this round; it is then being delivered
    // until finish(). A round lasts from one beginRound() to the next: a timer of 0 ms fires once in each.
    void beginRound(Time now);
    std::optional<Due> takeDue();
    void finish(int id, Time now);

    QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;
    std::optional<std::chrono::milliseconds> remaining(int id, Time now) const;

private:
    struct Timer {
        QObject *object;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        Time due;            // as shown to the owner
        std::uint64_t entry; // the heap entry that counts; older ones are stale
        bool isBeingDelivered = false;
    };
    struct Entry {
        Time due;
        std::uint64_t number; // equal times fire in the order of their start
        int id;
    };

    void schedule(int id, Timer &timer, Time due);
    void dropStaleEntries();
    static bool isLater(const Entry &left, const Entry &right);

    std::unordered_map<int, Timer> m_timers;
    std::vector<Entry> m_heap;
    std::uint64_t m_lastNumber = 0;
    std::uint64_t m_roundLimit = 0; // entries numbered above were made during the round
    Time m_roundTime{};
};

} // namespace gateway::net
