#include "gateway/net/upstream/exchange_deadlines.h"

#include <algorithm>

namespace gateway::net {

namespace {

SteadyTime after(SteadyTime start, std::chrono::milliseconds limit)
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 365); // more would overflow in sums
    return limit.count() <= 0 || limit > longest ? SteadyTime::max() : start + limit;
}

std::chrono::milliseconds connectLimit(const UpstreamRequest &request)
{
    return request.connectTimeout.count() > 0 ? request.connectTimeout : request.route->connectTimeout;
}

// Of those that bound the wait for the head.
std::chrono::milliseconds narrowest(const UpstreamRequest &request)
{
    const bool hasTotal = request.totalTimeout.count() > 0;
    return hasTotal ? std::min(request.firstByteTimeout, request.totalTimeout) : request.firstByteTimeout;
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
    const SteadyTime now = std::chrono::steady_clock::now();
    if (isPaused && !m_isPaused)
        m_pausedAt = now;
    else if (!isPaused && m_isPaused)
        m_pausedFor += now - m_pausedAt;
    m_isPaused = isPaused;
    noteActivity();
}

SteadyTime ExchangeDeadlines::totalDeadline(const UpstreamRequest &request) const
{
    const SteadyTime deadline = after(m_startedAt, request.totalTimeout);
    return deadline == SteadyTime::max() ? deadline : deadline + m_pausedFor;
}

SteadyTime ExchangeDeadlines::deadline(const UpstreamRequest &request) const
{
    if (m_isPaused && m_phase > ExchangePhase::Connecting)
        return SteadyTime::max();
    const SteadyTime total = totalDeadline(request);
    const SteadyTime forHead = std::min(total, after(m_startedAt, request.firstByteTimeout));
    switch (m_phase) {
    case ExchangePhase::Connecting: return std::min(forHead, after(m_phaseStartedAt, connectLimit(request)));
    case ExchangePhase::InLine:
    case ExchangePhase::WaitingForHead: return forHead;
    case ExchangePhase::ReadingBody: return std::min(total, after(m_lastActivity, request.idleTimeout));
    }
    return SteadyTime::max();
}

Error ExchangeDeadlines::timeoutError(const UpstreamRequest &request) const
{
    // The narrower limit is the one that is told; where two are equal, the one that tells more.
    const bool isTotal = totalDeadline(request) <= std::chrono::steady_clock::now();
    switch (m_phase) {
    case ExchangePhase::InLine: return waitedForConnection(*request.route, narrowest(request));
    case ExchangePhase::Connecting:
        return connectTimedOut(*request.route, std::min(connectLimit(request), narrowest(request)));
    case ExchangePhase::WaitingForHead:
        if (isTotal && request.totalTimeout < request.firstByteTimeout)
            break;
        return firstByteTimedOut(*request.route, request.firstByteTimeout);
    case ExchangePhase::ReadingBody:
        if (isTotal)
            break;
        return idleTimedOut(*request.route, request.idleTimeout);
    }
    return totalTimedOut(*request.route, request.totalTimeout);
}

} // namespace gateway::net
