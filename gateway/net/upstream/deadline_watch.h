// Tells many waiting things that their time has run out, with one coarse timer for all of them.
#pragma once

#include "gateway/base/clock.h"

#include <cstddef>
#include <vector>

#include <QtCore/QBasicTimer>
#include <QtCore/QObject>

namespace gateway::net {

// Something that waits. A deadline may move later at any time without a word: it is asked for again before it counts.
class Waiting {
public:
    virtual ~Waiting() = default;
    virtual SteadyTime deadline() const = 0; // SteadyTime::max(): none
    // Must leave the watch, or have a later deadline afterwards. May destroy itself and others.
    virtual void deadlinePassed() = 0;

private:
    friend class DeadlineWatch;
    std::size_t m_watchIndex = static_cast<std::size_t>(-1);
};

// Lives on the thread of its transport. Late by at most `granularity`.
class DeadlineWatch final : public QObject {
public:
    static constexpr std::chrono::milliseconds granularity{20};

    void add(Waiting &waiting);
    void remove(Waiting &waiting); // harmless when it is not in the watch
    void deadlineCameNearer(const Waiting &waiting);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void wakeAt(SteadyTime time);
    Waiting *findExpired(SteadyTime now);

    std::vector<Waiting *> m_waiting;
    QBasicTimer m_timer;
    SteadyTime m_wakeAt = SteadyTime::max();
};

} // namespace gateway::net
