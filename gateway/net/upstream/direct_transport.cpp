#include "gateway/net/upstream/direct_transport.h"

#include "gateway/net/upstream/direct_connection.h"
#include "gateway/net/upstream/direct_exchange.h"
#include "gateway/net/upstream/direct_pool.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gateway::net {

namespace {

bool isSameEndpoint(const UpstreamRoute &left, const UpstreamRoute &right)
{
    // What was opened to a machine's service is never used for anything else.
    return left.port == right.port && left.machineService == right.machineService
           && left.mostConnections == right.mostConnections && left.keepAlive == right.keepAlive
           && left.host == right.host;
}

} // namespace

DirectPool::DirectPool(DirectTransportLimits limits)
    : m_limits(std::move(limits))
    , m_places(m_limits.places ? *m_limits.places : m_ownPlaces)
    , m_inbox(std::make_shared<ThreadInbox>(*this))
    , m_sleep(m_limits.timeAsleep)
    , m_network(m_limits.network)
{
}

DirectPool::~DirectPool()
{
    m_inbox->close();
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[ticket, exchange] : waiting) {
        ticket.host->stopWaiting(ticket.number);
        exchange->forgetTransport();
    }
    for (Endpoint &endpoint : m_endpoints)
        leave(endpoint);
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
        if (isSameEndpoint(*endpoint.route, *route)) {
            endpoint.route = route;
            return endpoint;
        }
    }
    return newEndpoint(route);
}

DirectPool::Endpoint &DirectPool::newEndpoint(const UpstreamRoutePointer &route)
{
    auto share = std::make_shared<ConnectionShare>();
    share->inbox = m_inbox;
    share->giveUpIdle = [this](ConnectionHost &host) { giveUpIdle(host); };
    ConnectionHostPointer host = m_places.hostOf(*route);
    host->join(share);
    return m_endpoints.emplace_back(Endpoint{route, std::move(host), std::move(share), {}});
}

void DirectPool::tellIdle(Endpoint &endpoint)
{
    endpoint.share->idle.store(static_cast<int>(endpoint.idle.size()));
}

void DirectPool::leave(Endpoint &endpoint)
{
    endpoint.host->leave(endpoint.share);
}

void DirectPool::carry(DirectExchange &exchange)
{
    // The server has closed them meanwhile, or a router has forgotten them: a request on one could wait for minutes.
    const bool hasSlept = m_sleep.hasSlept();
    if (m_network.hasChanged() || hasSlept) {
        std::vector<DirectConnection *> all;
        for (const Endpoint &endpoint : m_endpoints)
            all.insert(all.end(), endpoint.idle.begin(), endpoint.idle.end());
        drop(all);
    }
    Endpoint &endpoint = endpointOf(exchange.request().route);
    if (!endpoint.idle.empty())
        carryOnIdle(endpoint, exchange);
    else if (ConnectionPlace place = endpoint.host->take())
        carryOnNewConnection(exchange, std::move(place));
    else
        waitInLine(endpoint, exchange);
}

void DirectPool::carryOnIdle(Endpoint &endpoint, DirectExchange &exchange)
{
    DirectConnection *connection = endpoint.idle.back();
    endpoint.idle.pop_back();
    tellIdle(endpoint);
    exchange.useConnection(*connection, true);
    connection->carry(exchange);
}

void DirectPool::carryOnNewConnection(DirectExchange &exchange, ConnectionPlace place)
{
    auto *connection = new DirectConnection(*this, exchange.request().route, std::move(place));
    exchange.useConnection(*connection, false);
    connection->carry(exchange);
}

void DirectPool::waitInLine(Endpoint &endpoint, DirectExchange &exchange)
{
    const ConnectionHostPointer host = endpoint.host;
    const std::uint64_t number = host->wait(endpoint.share, [this, host](std::uint64_t whose, ConnectionPlace place) {
        placeCame({host, whose}, std::move(place));
    });
    m_waiting.emplace(ConnectionTicket{host, number}, &exchange);
    exchange.waitInLine({host, number});
}

void DirectPool::placeCame(const ConnectionTicket &ticket, ConnectionPlace place)
{
    const auto waiting = m_waiting.extract(ticket);
    if (!waiting.empty()) // else it was given up meanwhile, and the place goes on to the next
        carryOnNewConnection(*waiting.mapped(), std::move(place));
}

void DirectPool::stopWaiting(const ConnectionTicket &ticket)
{
    if (m_waiting.erase(ticket) > 0)
        ticket.host->stopWaiting(ticket.number);
}

void DirectPool::giveUpIdle(ConnectionHost &host)
{
    for (Endpoint &endpoint : m_endpoints) {
        if (endpoint.host.get() == &host && !endpoint.idle.empty()) {
            serveWaiting(endpoint);
            return;
        }
    }
    if (host.isWaitedFor()) // it has been used meanwhile, but there may be another elsewhere
        host.askForIdle();
}

// With an idle connection. It goes to whoever is first in the line, as it is or by being closed.
void DirectPool::serveWaiting(Endpoint &endpoint)
{
    if (!endpoint.host->isWaitedFor())
        return;
    if (const auto number = endpoint.host->takeFirstOf(*endpoint.share)) {
        const auto waiting = m_waiting.extract(ConnectionTicket{endpoint.host, *number});
        if (!waiting.empty())
            carryOnIdle(endpoint, *waiting.mapped());
        return;
    }
    drop(*endpoint.idle.front());
}

void DirectPool::keep(DirectConnection &connection)
{
    Endpoint &endpoint = endpointOf(connection.route());
    endpoint.idle.push_back(&connection);
    tellIdle(endpoint);
    startIdleTimer(endpoint.route->keepAlive);
    // Whoever begins to wait after this finds it; whoever waited before is served here.
    if (endpoint.host->isWaitedFor())
        serveWaiting(endpoint);
    else if (endpoint.idle.size() > m_limits.idleConnectionsPerHost)
        drop(*endpoint.idle.front());
}

void DirectPool::drop(DirectConnection &connection)
{
    for (Endpoint &endpoint : m_endpoints) {
        if (std::erase(endpoint.idle, &connection) > 0)
            tellIdle(endpoint);
    }
    connection.closeNow();
    connection.deleteLater();
}

void DirectPool::drop(const std::vector<DirectConnection *> &connections)
{
    for (DirectConnection *connection : connections)
        drop(*connection);
}

std::size_t DirectPool::idleConnections() const
{
    std::size_t count = 0;
    for (const Endpoint &endpoint : m_endpoints)
        count += endpoint.idle.size();
    return count;
}

void DirectPool::startIdleTimer(std::chrono::milliseconds keepAlive)
{
    const std::chrono::milliseconds interval = keepAlive / 4 + std::chrono::milliseconds(1);
    if (m_idleTimer.isActive() && m_idleInterval <= interval)
        return;
    m_idleInterval = interval;
    m_idleTimer.start(static_cast<int>(interval.count()), Qt::CoarseTimer, this);
}

void DirectPool::timerEvent(QTimerEvent *)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    std::vector<DirectConnection *> stale;
    for (const Endpoint &endpoint : m_endpoints) {
        const SteadyTime oldest = now - endpoint.route->keepAlive;
        std::copy_if(endpoint.idle.begin(), endpoint.idle.end(), std::back_inserter(stale),
                     [oldest](const DirectConnection *connection) { return connection->idleSince() < oldest; });
    }
    drop(stale);
    for (Endpoint &endpoint : m_endpoints) {
        if (endpoint.idle.empty())
            leave(endpoint);
    }
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
