// When the service looks after its own state: every second while requests pass, seldom while nothing does, so that a
// program in the tray lets the processor sleep.
#pragma once

#include "gateway/pipeline/live_feed.h"
#include "gateway/service/worker_gate.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace gateway::service {

// Lives on the main thread. The feed outlives it, and calls back only through the gate.
class StatusPulse : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds awakeInterval{1'000};
    static constexpr std::chrono::milliseconds asleepInterval{10'000};
    static constexpr int quietLooks = 3; // in a row, before it falls asleep

    // `look` is called at each beat and says whether anything had changed.
    StatusPulse(pipeline::LiveFeed &feed, std::shared_ptr<WorkerGate> mainGate, std::function<bool()> look,
                QObject *parent = nullptr);
    ~StatusPulse() override;

    void beat(); // what the timer does
    std::chrono::milliseconds interval() const { return m_timer.intervalAsDuration(); }

private:
    void wake();

    pipeline::LiveFeed &m_feed;
    std::function<bool()> m_look;
    QTimer m_timer;
    int m_quietLooks = 0;
};

} // namespace gateway::service
