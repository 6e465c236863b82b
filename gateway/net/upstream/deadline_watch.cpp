#include "gateway/net/upstream/deadline_watch.h"

#include <algorithm>

namespace gateway::net {

namespace {

constexpr auto notWatched = static_cast<std::size_t>(-1);

SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

void DeadlineWatch::add(Waiting &waiting)
{
    if (waiting.m_watchIndex == notWatched) {
        waiting.m_watchIndex = m_waiting.size();
        m_waiting.push_back(&waiting);
    }
    deadlineCameNearer(waiting);
}

void DeadlineWatch::remove(Waiting &waiting)
{
    if (waiting.m_watchIndex == notWatched)
        return;
    m_waiting[waiting.m_watchIndex] = m_waiting.back();
    m_waiting[waiting.m_watchIndex]->m_watchIndex = waiting.m_watchIndex;
    m_waiting.pop_back();
    waiting.m_watchIndex = notWatched;
}

void DeadlineWatch::deadlineCameNearer(const Waiting &waiting)
{
    wakeAt(waiting.deadline());
}

void DeadlineWatch::wakeAt(SteadyTime time)
{
    // An earlier wake-up stays: it costs less to wake once too often than to restart the timer for each request.
    if (time >= m_wakeAt)
        return;
    m_wakeAt = time;
    constexpr std::chrono::milliseconds longest = std::chrono::hours(1);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(time - now());
    m_timer.start(static_cast<int>(std::clamp(wait, granularity, longest).count()), Qt::CoarseTimer, this);
}

Waiting *DeadlineWatch::findExpired(SteadyTime time)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [time](const Waiting *waiting) { return waiting->deadline() <= time; });
    return found == m_waiting.end() ? nullptr : *found;
}

void DeadlineWatch::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    m_wakeAt = SteadyTime::max();
    const SteadyTime time = now();
    while (Waiting *expired = findExpired(time))
        expired->deadlinePassed();
    SteadyTime earliest = SteadyTime::max();
    for (const Waiting *waiting : m_waiting)
        earliest = std::min(earliest, waiting->deadline());
    wakeAt(earliest);
}

} // namespace gateway::net
