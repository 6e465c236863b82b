// Knows how long an exchange may still wait in its present phase; both transports share these rules.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/upstream_transport.h"

namespace gateway::net {

// A value inside an exchange. A limit of zero or less means no limit.
class ExchangeDeadlines {
public:
    ExchangeDeadlines();

    ExchangePhase phase() const { return m_phase; }
    void enter(ExchangePhase phase);
    void noteActivity() { m_lastActivity = std::chrono::steady_clock::now(); }
    void setPaused(bool isPaused); // time in pause does not count as silence
    bool isPaused() const { return m_isPaused; }

    SteadyTime deadline(const UpstreamRequest &request) const;
    // What it means for people that the deadline has passed.
    Error timeoutError(const UpstreamRequest &request) const;

private:
    SteadyTime totalDeadline(const UpstreamRequest &request) const;

    ExchangePhase m_phase = ExchangePhase::Connecting;
    SteadyTime m_startedAt;
    SteadyTime m_pausedAt;
    SteadyTime::duration m_pausedFor{0}; // without a pause that still lasts
    SteadyTime m_phaseStartedAt;
    SteadyTime m_lastActivity;
    bool m_isPaused = false;
};

} // namespace gateway::net
