#include "gateway/net/event_loop/timer_queue.h"

#include <algorithm>

namespace gateway::net {

namespace {

using std::chrono::milliseconds;

// Rounds up to a multiple of the slack that the type allows (5 %, or a second), so that timers fire together.
TimerQueue::Time align(TimerQueue::Time due, milliseconds interval, Qt::TimerType type)
{
    milliseconds grid{0};
    switch (type) {
    case Qt::PreciseTimer: return due;
    case Qt::CoarseTimer: grid = milliseconds(std::min<milliseconds::rep>(interval.count() / 20, 500)); break;
    case Qt::VeryCoarseTimer: grid = milliseconds(std::min<milliseconds::rep>(interval.count() / 2, 1000)); break;
    }
    if (grid.count() <= 1)
        return due;
    const auto sinceStart = std::chrono::duration_cast<milliseconds>(due.time_since_epoch());
    return TimerQueue::Time(milliseconds((sinceStart.count() + grid.count() - 1) / grid.count() * grid.count()))
           + milliseconds(1); // what the conversion to milliseconds cut off: never early
}

} // namespace

bool TimerQueue::isLater(const Entry &left, const Entry &right)
{
    return left.due != right.due ? left.due > right.due : left.number > right.number;
}

void TimerQueue::schedule(int id, Timer &timer, Time due)
{
    timer.due = align(due, timer.interval, timer.type);
    timer.entry = ++m_lastNumber;
    m_heap.push_back({timer.due, timer.entry, id});
    std::push_heap(m_heap.begin(), m_heap.end(), isLater);
    if (m_heap.size() > 64 && m_heap.size() > 4 * m_timers.size()) { // timers that are restarted and never fire
        std::erase_if(m_heap, [this](const Entry &entry) {
            const auto found = m_timers.find(entry.id);
            return found == m_timers.end() || found->second.entry != entry.number;
        });
        std::make_heap(m_heap.begin(), m_heap.end(), isLater);
    }
}

void TimerQueue::dropStaleEntries()
{
    while (!m_heap.empty()) {
        const auto found = m_timers.find(m_heap.front().id);
        if (found != m_timers.end() && found->second.entry == m_heap.front().number)
            return;
        std::pop_heap(m_heap.begin(), m_heap.end(), isLater);
        m_heap.pop_back();
    }
}

void TimerQueue::add(int id, milliseconds interval, Qt::TimerType type, QObject *object, Time now)
{
    Timer &timer = m_timers[id];
    timer = {object, interval, type, now, 0, false};
    schedule(id, timer, now + interval);
}

bool TimerQueue::remove(int id)
{
    return m_timers.erase(id) > 0;
}

bool TimerQueue::removeAllOf(const QObject *object)
{
    return std::erase_if(m_timers, [object](const auto &pair) { return pair.second.object == object; }) > 0;
}

std::optional<TimerQueue::Time> TimerQueue::nextDue()
{
    dropStaleEntries();
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front().due);
}

void TimerQueue::beginRound(Time now)
{
    m_roundTime = now;
    m_roundLimit = m_lastNumber;
}

std::optional<TimerQueue::Due> TimerQueue::takeDue()
{
    dropStaleEntries();
    if (m_heap.empty() || m_heap.front().due > m_roundTime || m_heap.front().number > m_roundLimit)
        return std::nullopt;
    const int id = m_heap.front().id;
    std::pop_heap(m_heap.begin(), m_heap.end(), isLater);
    m_heap.pop_back();
    Timer &timer = m_timers.find(id)->second;
    timer.isBeingDelivered = true;
    timer.entry = 0;
    return Due{id, timer.object};
}

void TimerQueue::finish(int id, Time now)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end() || !found->second.isBeingDelivered)
        return; // removed, perhaps started anew, by its own event
    Timer &timer = found->second;
    timer.isBeingDelivered = false;
    // Fires missed while the thread was busy are left out, and the beat is kept.
    Time due = timer.due + timer.interval;
    if (due < now)
        due = now + timer.interval;
    schedule(id, timer, due);
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> list;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            list.append({id, static_cast<int>(timer.interval.count()), timer.type});
    }
    return list;
}

std::optional<milliseconds> TimerQueue::remaining(int id, Time now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return std::nullopt;
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(found->second.due - now));
}

} // namespace gateway::net
