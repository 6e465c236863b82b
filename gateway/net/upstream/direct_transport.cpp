#include "gateway/net/upstream/direct_transport.h"

#include "gateway/net/upstream/direct_connection.h"
#include "gateway/net/upstream/direct_exchange.h"
#include "gateway/net/upstream/direct_pool.h"

#include <algorithm>
#include <utility>

namespace gateway::net {

DirectPool::DirectPool(DirectTransportLimits limits)
    : m_limits(std::move(limits)), m_sleep(m_limits.timeAsleep), m_network(m_limits.network)
{
}

DirectPool::~DirectPool()
{
    m_endpoints.clear();
    // Children would go after the members that they use.
    for (QObject *child : QObjectList(children()))
        delete child;
}

DirectPool::Endpoint &DirectPool::endpointOf(const UpstreamRoutePointer &route)
{
    for (Endpoint &endpoint : m_endpoints) {
        if (endpoint.route == route)
            return endpoint;
    }
    for (Endpoint &endpoint : m_endpoints) {
        if (endpoint.route->port == route->port && endpoint.route->host == route->host) {
            endpoint.route = route;
            return endpoint;
        }
    }
    return m_endpoints.emplace_back(Endpoint{route, {}});
}

void DirectPool::carry(DirectExchange &exchange)
{
    // The server has closed them meanwhile, or a router has forgotten them: a request on one could wait for minutes.
    const bool hasSlept = m_sleep.hasSlept();
    if (m_network.hasChanged() || hasSlept)
        dropIdleSince(SteadyTime::max());
    Endpoint &endpoint = endpointOf(exchange.request().route);
    if (endpoint.idle.empty()) {
        carryOnNewConnection(exchange);
        return;
    }
    DirectConnection *connection = endpoint.idle.back();
    endpoint.idle.pop_back();
    exchange.useConnection(*connection, true);
    connection->carry(exchange);
}

void DirectPool::carryOnNewConnection(DirectExchange &exchange)
{
    auto *connection = new DirectConnection(*this, exchange.request().route);
    exchange.useConnection(*connection, false);
    connection->carry(exchange);
}

void DirectPool::keep(DirectConnection &connection)
{
    Endpoint &endpoint = endpointOf(connection.route());
    endpoint.idle.push_back(&connection);
    if (endpoint.idle.size() > m_limits.idleConnectionsPerHost)
        drop(*endpoint.idle.front());
    if (!m_idleTimer.isActive())
        m_idleTimer.start(static_cast<int>(m_limits.longestIdle.count() / 4 + 1), Qt::CoarseTimer, this);
}

void DirectPool::drop(DirectConnection &connection)
{
    for (Endpoint &endpoint : m_endpoints)
        std::erase(endpoint.idle, &connection);
    connection.closeNow();
    connection.deleteLater();
}

std::size_t DirectPool::idleConnections() const
{
    std::size_t count = 0;
    for (const Endpoint &endpoint : m_endpoints)
        count += endpoint.idle.size();
    return count;
}

void DirectPool::dropIdleSince(SteadyTime oldest)
{
    std::vector<DirectConnection *> stale;
    for (const Endpoint &endpoint : m_endpoints) {
        std::copy_if(endpoint.idle.begin(), endpoint.idle.end(), std::back_inserter(stale),
                     [oldest](const DirectConnection *connection) { return connection->idleSince() < oldest; });
    }
    for (DirectConnection *connection : stale)
        drop(*connection);
}

void DirectPool::timerEvent(QTimerEvent *)
{
    dropIdleSince(std::chrono::steady_clock::now() - m_limits.longestIdle);
    std::erase_if(m_endpoints, [](const Endpoint &endpoint) { return endpoint.idle.empty(); });
    if (m_endpoints.empty())
        m_idleTimer.stop();
}

DirectTransport::DirectTransport(DirectTransportLimits limits) : m_pool(std::make_unique<DirectPool>(std::move(limits)))
{
}

DirectTransport::~DirectTransport() = default;

std::unique_ptr<UpstreamExchange> DirectTransport::start(UpstreamRequest request, UpstreamObserver &observer)
{
    auto exchange = std::make_unique<DirectExchange>(*m_pool, std::move(request), observer);
    exchange->begin();
    return exchange;
}

std::size_t DirectTransport::idleConnections() const
{
    return m_pool->idleConnections();
}

void DirectTransport::setOwnListener(OwnListener listener)
{
    m_pool->setOwnListener(std::move(listener));
}

} // namespace gateway::net
