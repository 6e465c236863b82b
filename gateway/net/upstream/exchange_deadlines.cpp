#include "gateway/net/upstream/exchange_deadlines.h"

#include <algorithm>

namespace gateway::net {

namespace {

SteadyTime after(SteadyTime start, std::chrono::milliseconds limit)
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 365); // more would overflow in sums
    return limit.count() <= 0 || limit > longest ? SteadyTime::max() : start + limit;
}

} // namespace

ExchangeDeadlines::ExchangeDeadlines()
    : m_startedAt(std::chrono::steady_clock::now()), m_phaseStartedAt(m_startedAt), m_lastActivity(m_startedAt)
{
}

void ExchangeDeadlines::enter(ExchangePhase phase)
{
    m_phase = phase;
    m_phaseStartedAt = std::chrono::steady_clock::now();
    m_lastActivity = m_phaseStartedAt;
}

void ExchangeDeadlines::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    noteActivity();
}

SteadyTime ExchangeDeadlines::deadline(const UpstreamRequest &request) const
{
    const SteadyTime forHead = after(m_startedAt, request.firstByteTimeout);
    switch (m_phase) {
    case ExchangePhase::Connecting: return std::min(forHead, after(m_phaseStartedAt, request.route->connectTimeout));
    case ExchangePhase::WaitingForHead: return m_isPaused ? SteadyTime::max() : forHead;
    case ExchangePhase::ReadingBody: return m_isPaused ? SteadyTime::max() : after(m_lastActivity, request.idleTimeout);
    }
    return SteadyTime::max();
}

Error ExchangeDeadlines::timeoutError(const UpstreamRequest &request) const
{
    switch (m_phase) {
    case ExchangePhase::Connecting: return connectTimedOut(*request.route);
    case ExchangePhase::WaitingForHead: return firstByteTimedOut(*request.route, request.firstByteTimeout);
    case ExchangePhase::ReadingBody: return idleTimedOut(*request.route, request.idleTimeout);
    }
    return connectTimedOut(*request.route);
}

} // namespace gateway::net
