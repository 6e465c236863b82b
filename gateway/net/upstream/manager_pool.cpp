#include "gateway/net/upstream/manager_pool.h"

#include <algorithm>
#include <utility>

#include <QtNetwork/QSslCertificate>

namespace gateway::net {

namespace {

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
constexpr int http1ConnectionsOfManager = 200; // asked for by QHttp1Configuration in network_access_exchange.cpp
#else
constexpr int http1ConnectionsOfManager = 6; // built into Qt
#endif
constexpr int http2StreamsOfManager = 100; // RFC 9113 §6.5.2 recommends that peers allow no fewer

QSslConfiguration tlsConfigurationFor(const UpstreamRoute &route)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (route.scheme != "https")
        return tls;
    if (!route.caCertificatePem.empty()) {
        // Any list of our own ends Qt's loading of the system's on demand, so both are given.
        const QByteArray pem = QByteArray::fromStdString(route.caCertificatePem);
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + QSslCertificate::fromData(pem, QSsl::Pem));
    }
    if (route.skipTlsVerification)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

// No proxy, said in the one way in which Qt gives a plain-http connection a buffer, as it does over TLS and through
// proxies. Over sockets without one, on a busy machine, an answer that was cut has been told as whole. The type stands
// for the application's proxy, of which there is none.
class BufferedWithoutProxy final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

bool goesPlain(const UpstreamRoute &route, const QNetworkProxy &proxy)
{
    return route.scheme == "http" && proxy.type() == QNetworkProxy::NoProxy;
}

void setProxy(QNetworkAccessManager &manager, const UpstreamRoute &route, const QNetworkProxy &proxy)
{
    if (goesPlain(route, proxy)) {
        if (!manager.proxyFactory())
            manager.setProxyFactory(new BufferedWithoutProxy); // the manager owns it
    } else if (manager.proxyFactory() || manager.proxy() != proxy) {
        manager.setProxy(proxy); // takes the factory away
    }
}

bool hasRoom(const ManagerSlot &slot)
{
    return !slot.isRetired && slot.running < (slot.hasSeenHttp2 ? http2StreamsOfManager : http1ConnectionsOfManager);
}

} // namespace

ManagerPool::ManagerPool(NetworkAccessLimits limits)
    : m_limits(std::move(limits))
    , m_places(m_limits.places ? *m_limits.places : m_ownPlaces)
    , m_inbox(std::make_shared<ThreadInbox>(*this))
    , m_share(std::make_shared<ConnectionShare>())
    , m_sleep(m_limits.timeAsleep)
    , m_network(m_limits.network)
{
    m_share->inbox = m_inbox;
}

ManagerPool::~ManagerPool()
{
    m_inbox->close();
    for (const auto &[ticket, waiter] : m_waiting)
        ticket.host->stopWaiting(ticket.number);
}

ManagerPool::Group &ManagerPool::groupOf(const UpstreamRoutePointer &route)
{
    for (Group &group : m_groups) {
        if (group.route == route)
            return group;
    }
    for (Group &group : m_groups) {
        if (*group.route == *route) {
            group.route = route;
            return group;
        }
    }
    return m_groups.emplace_back(Group{route, tlsConfigurationFor(*route), m_places.hostOf(*route), {}});
}

// The servers have closed what it kept open, or a router has forgotten it: a request there could wait for minutes.
void ManagerPool::retireAll()
{
    for (Group &each : m_groups) {
        for (const std::unique_ptr<ManagerSlot> &slot : each.managers)
            slot->isRetired = true; // and goes by the timer, when nobody is inside of it
    }
}

// One whose connection is in use and takes another stream.
ManagerSlot *ManagerPool::sharedSlotOf(Group &group)
{
    const auto found = std::find_if(group.managers.begin(), group.managers.end(), [](const auto &slot) {
        return slot->hasSeenHttp2 && slot->running > 0 && hasRoom(*slot);
    });
    return found == group.managers.end() ? nullptr : found->get();
}

// The first that has room, so that no manager opens more connections than are in use.
ManagerSlot &ManagerPool::slotFor(Group &group, ConnectionPlace place)
{
    const auto found = std::find_if(group.managers.begin(), group.managers.end(),
                                    [](const std::unique_ptr<ManagerSlot> &slot) { return hasRoom(*slot); });
    const bool isNew = found == group.managers.end();
    ManagerSlot &slot = isNew ? *group.managers.emplace_back(std::make_unique<ManagerSlot>()) : **found;
    if (isNew) {
        slot.tls = group.tls;
        slot.keepAlive = group.route->keepAlive;
        slot.manager.setAutoDeleteReplies(false);
    }
    slot.places.push_back(std::move(place));
    return slot;
}

ManagerSlot &ManagerPool::start(ManagerSlot &slot, const UpstreamRoute &route, const QNetworkProxy &proxy)
{
    setProxy(slot.manager, route, proxy);
    ++slot.running;
    return slot;
}

ManagerSlot *ManagerPool::take(const UpstreamRoutePointer &route, const QNetworkProxy &proxy)
{
    const bool hasSlept = m_sleep.hasSlept();
    if (m_network.hasChanged() || hasSlept)
        retireAll();
    Group &group = groupOf(route);
    if (ManagerSlot *shared = sharedSlotOf(group))
        return &start(*shared, *route, proxy);
    ConnectionPlace place = group.host->take();
    return place ? &start(slotFor(group, std::move(place)), *route, proxy) : nullptr;
}

ConnectionTicket ManagerPool::wait(const UpstreamRoutePointer &route, const QNetworkProxy &proxy, Turn turn)
{
    const ConnectionHostPointer host = groupOf(route).host;
    const std::uint64_t number = host->wait(m_share, [this, host](std::uint64_t whose, ConnectionPlace place) {
        placeCame({host, whose}, std::move(place));
    });
    m_waiting.emplace(ConnectionTicket{host, number}, Waiter{route, proxy, std::move(turn)});
    return {host, number};
}

void ManagerPool::stopWaiting(const ConnectionTicket &ticket)
{
    if (m_waiting.erase(ticket) > 0)
        ticket.host->stopWaiting(ticket.number);
}

void ManagerPool::placeCame(const ConnectionTicket &ticket, ConnectionPlace place)
{
    const auto waiting = m_waiting.extract(ticket);
    if (waiting.empty()) // it was given up meanwhile, and the place goes on to the next
        return;
    const Waiter &waiter = waiting.mapped();
    waiter.turn(start(slotFor(groupOf(waiter.route), std::move(place)), *waiter.route, waiter.proxy));
}

void ManagerPool::noteHttp2(ManagerSlot &slot)
{
    slot.hasSeenHttp2 = true;
    letIn(slot);
}

// Those who wait and could as well share a connection that is there.
void ManagerPool::letIn(ManagerSlot &slot)
{
    const auto holds = [&slot](const std::unique_ptr<ManagerSlot> &each) { return each.get() == &slot; };
    const auto group = std::find_if(m_groups.begin(), m_groups.end(), [&holds](const Group &each) {
        return std::any_of(each.managers.begin(), each.managers.end(), holds);
    });
    if (group == m_groups.end())
        return;
    auto next = m_waiting.lower_bound(ConnectionTicket{group->host, 0});
    while (hasRoom(slot) && slot.running > 0 && next != m_waiting.end() && next->first.host == group->host) {
        const auto current = next++;
        if (!(*current->second.route == *group->route))
            continue;
        const auto waiting = m_waiting.extract(current);
        group->host->stopWaiting(waiting.key().number);
        waiting.mapped().turn(start(slot, *group->route, waiting.mapped().proxy));
    }
}

void ManagerPool::giveBack(ManagerSlot &slot)
{
    --slot.running;
    slot.idleSince = std::chrono::steady_clock::now();
    const auto inUse = static_cast<std::size_t>(slot.hasSeenHttp2 ? std::min(slot.running, 1) : slot.running);
    while (slot.places.size() > inUse)
        slot.places.pop_back();
    startIdleTimer(slot.keepAlive);
    if (slot.hasSeenHttp2 && !m_waiting.empty())
        letIn(slot);
}

std::size_t ManagerPool::size() const
{
    std::size_t count = 0;
    for (const Group &group : m_groups)
        count += group.managers.size();
    return count;
}

void ManagerPool::startIdleTimer(std::chrono::milliseconds keepAlive)
{
    const std::chrono::milliseconds interval = keepAlive / 4 + std::chrono::milliseconds(1);
    if (m_idleTimer.isActive() && m_idleInterval <= interval)
        return;
    m_idleInterval = interval;
    m_idleTimer.start(static_cast<int>(interval.count()), Qt::CoarseTimer, this);
}

void ManagerPool::timerEvent(QTimerEvent *)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    const auto isStale = [now](const std::unique_ptr<ManagerSlot> &slot) {
        return slot->running == 0 && (slot->isRetired || slot->idleSince < now - slot->keepAlive);
    };
    for (Group &group : m_groups)
        std::erase_if(group.managers, isStale);
    std::erase_if(m_groups, [](const Group &group) { return group.managers.empty(); });
    if (m_groups.empty())
        m_idleTimer.stop();
}

} // namespace gateway::net
