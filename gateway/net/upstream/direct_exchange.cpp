#include "gateway/net/upstream/direct_exchange.h"

#include "gateway/net/upstream/direct_connection.h"
#include "gateway/net/upstream/direct_pool.h"
#include "gateway/net/upstream/request_writer.h"

#include <utility>

namespace gateway::net {

DirectExchange::DirectExchange(DirectPool &pool, UpstreamRequest request, UpstreamObserver &observer)
    : m_pool(&pool), m_request(std::move(request)), m_observer(observer), m_parser(m_request.method == "HEAD")
{
}

DirectExchange::~DirectExchange()
{
    if (m_connection)
        m_connection->abandon();
    leave();
}

void DirectExchange::begin()
{
    m_fault = findRequestFault(m_request);
    if (!m_fault)
        m_pool->carry(*this);
    m_pool->watch().add(*this);
}

void DirectExchange::leave()
{
    if (m_pool) {
        m_pool->watch().remove(*this);
        if (m_ticket)
            m_pool->stopWaiting(*m_ticket);
    }
    m_ticket.reset();
    m_pool = nullptr;
    m_connection = nullptr;
}

void DirectExchange::forgetTransport()
{
    leave();
}

void DirectExchange::pause()
{
    m_deadlines.setPaused(true);
}

void DirectExchange::resume()
{
    if (!m_deadlines.isPaused())
        return;
    m_deadlines.setPaused(false);
    if (!m_connection)
        return;
    m_pool->watch().deadlineCameNearer(*this);
    m_connection->continueLater();
}

void DirectExchange::waitInLine(ConnectionTicket ticket)
{
    m_ticket = std::move(ticket);
    m_deadlines.enter(ExchangePhase::InLine);
}

void DirectExchange::useConnection(DirectConnection &connection, bool isReused)
{
    m_ticket.reset();
    m_connection = &connection;
    m_isReused = isReused;
    m_timing.sentAt.reset();
    m_deadlines.enter(isReused ? ExchangePhase::WaitingForHead : ExchangePhase::Connecting);
    m_pool->watch().deadlineCameNearer(*this);
}

void DirectExchange::noteConnected()
{
    m_timing.connectedAt = std::chrono::steady_clock::now();
    m_deadlines.enter(ExchangePhase::WaitingForHead);
}

void DirectExchange::noteSent()
{
    if (!m_timing.sentAt)
        m_timing.sentAt = std::chrono::steady_clock::now();
}

void DirectExchange::noteSecondSending()
{
    m_observer.requestSentAgain();
}

Error DirectExchange::cutError() const
{
    return answerCut(*m_request.route, m_parser.bodyBytes(), m_contentLength, m_parser.problemDetail());
}

void DirectExchange::deliverHead()
{
    m_deadlines.enter(ExchangePhase::ReadingBody);
    m_timing.headAt = std::chrono::steady_clock::now();
    m_pool->watch().deadlineCameNearer(*this);
    UpstreamResponseHead head = m_parser.takeHead();
    head.isReusedConnection = m_isReused;
    m_contentLength = head.contentLength;
    m_observer.responseStarted(head);
}

void DirectExchange::deliverBody()
{
    m_observer.responseBytes(m_parser.body());
}

void DirectExchange::finish()
{
    leave();
    m_observer.responseFinished();
}

void DirectExchange::fail(const Error &error)
{
    leave();
    m_observer.responseFailed(error);
}

SteadyTime DirectExchange::deadline() const
{
    return m_fault ? SteadyTime{} : m_deadlines.deadline(m_request);
}

void DirectExchange::deadlinePassed()
{
    if (m_connection)
        std::exchange(m_connection, nullptr)->abandon();
    fail(m_fault ? *m_fault : m_deadlines.timeoutError(m_request));
}

} // namespace gateway::net
