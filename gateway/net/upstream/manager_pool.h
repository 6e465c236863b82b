// Keeps enough QNetworkAccessManagers for each route, because one manager makes few connections to one host.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/net/upstream/network_access_transport.h"

#include <list>
#include <memory>
#include <vector>

#include <QtCore/QBasicTimer>
#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslConfiguration>

namespace gateway::net {

// One manager and how many exchanges run on it.
struct ManagerSlot {
    QNetworkAccessManager manager;
    QSslConfiguration tls;
    int running = 0;
    bool hasSeenHttp2 = false; // streams share one connection then
    bool isRetired = false;    // gets no more exchanges
    SteadyTime idleSince{};
};

class ManagerPool final : public QObject {
public:
    explicit ManagerPool(NetworkAccessLimits limits);

    // A manager with room for one more exchange, counted as running until giveBack().
    ManagerSlot &take(const UpstreamRoutePointer &route, const QNetworkProxy &proxy);
    void giveBack(ManagerSlot &slot);
    std::size_t size() const;
    const TargetCheck &targets() const { return m_limits.targets; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Group {
        UpstreamRoutePointer route;
        QSslConfiguration tls;
        std::vector<std::unique_ptr<ManagerSlot>> managers;
    };
    Group &groupOf(const UpstreamRoutePointer &route);

    NetworkAccessLimits m_limits;
    SleepNotice m_sleep;
    NetworkNotice m_network;
    std::list<Group> m_groups;
    QBasicTimer m_idleTimer;
};

} // namespace gateway::net
