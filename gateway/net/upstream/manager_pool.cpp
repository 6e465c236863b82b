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
    : m_limits(std::move(limits)), m_sleep(m_limits.timeAsleep), m_network(m_limits.network)
{
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
    return m_groups.emplace_back(Group{route, tlsConfigurationFor(*route), {}});
}

ManagerSlot &ManagerPool::take(const UpstreamRoutePointer &route, const QNetworkProxy &proxy)
{
    // The servers have closed what it kept open, or a router has forgotten it: a request there could wait for minutes.
    const bool hasSlept = m_sleep.hasSlept();
    if (m_network.hasChanged() || hasSlept) {
        for (Group &each : m_groups) {
            for (const std::unique_ptr<ManagerSlot> &slot : each.managers)
                slot->isRetired = true; // and goes by the timer, when nobody is inside of it
        }
    }
    Group &group = groupOf(route);
    const auto found = std::find_if(group.managers.begin(), group.managers.end(),
                                    [](const std::unique_ptr<ManagerSlot> &slot) { return hasRoom(*slot); });
    const bool isNew = found == group.managers.end();
    ManagerSlot &slot = isNew ? *group.managers.emplace_back(std::make_unique<ManagerSlot>()) : **found;
    if (isNew) {
        slot.tls = group.tls;
        slot.manager.setAutoDeleteReplies(false);
    }
    setProxy(slot.manager, *route, proxy);
    ++slot.running;
    return slot;
}

void ManagerPool::giveBack(ManagerSlot &slot)
{
    --slot.running;
    slot.idleSince = std::chrono::steady_clock::now();
    if (!m_idleTimer.isActive())
        m_idleTimer.start(static_cast<int>(m_limits.longestIdle.count() / 4 + 1), Qt::CoarseTimer, this);
}

std::size_t ManagerPool::size() const
{
    std::size_t count = 0;
    for (const Group &group : m_groups)
        count += group.managers.size();
    return count;
}

void ManagerPool::timerEvent(QTimerEvent *)
{
    const SteadyTime oldest = std::chrono::steady_clock::now() - m_limits.longestIdle;
    const auto isStale = [oldest](const std::unique_ptr<ManagerSlot> &slot) {
        return slot->running == 0 && (slot->isRetired || slot->idleSince < oldest);
    };
    for (Group &group : m_groups)
        std::erase_if(group.managers, isStale);
    std::erase_if(m_groups, [](const Group &group) { return group.managers.empty(); });
    if (m_groups.empty())
        m_idleTimer.stop();
}

} // namespace gateway::net
