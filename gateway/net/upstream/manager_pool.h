// Keeps enough QNetworkAccessManagers for each route, because one manager makes few connections to one host, and the line
// of those who wait for a connection.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/net/upstream/network_access_transport.h"

#include <functional>
#include <list>
#include <map>
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
    std::vector<ConnectionPlace> places; // of HTTP/1.1 one for each that runs, of HTTP/2 one for all
    bool hasSeenHttp2 = false;           // streams share one connection then
    bool isRetired = false;              // gets no more exchanges
    SteadyTime idleSince{};
    std::chrono::milliseconds keepAlive{0}; // from then on
};

class ManagerPool final : public QObject {
public:
    explicit ManagerPool(NetworkAccessLimits limits);

    ~ManagerPool() override;

    using Turn = std::function<void(ManagerSlot &)>;

    // A manager with room for one more exchange, counted as running until giveBack(). Null where all connections that the
    // route allows are in use.
    ManagerSlot *take(const UpstreamRoutePointer &route, const QNetworkProxy &proxy);
    // In line for one. `turn` gets it later, as take() would have.
    ConnectionTicket wait(const UpstreamRoutePointer &route, const QNetworkProxy &proxy, Turn turn);
    void stopWaiting(const ConnectionTicket &ticket);
    void noteHttp2(ManagerSlot &slot); // whoever waits may be able to share its connection
    void giveBack(ManagerSlot &slot);
    std::size_t size() const;
    const TargetCheck &targets() const { return m_limits.targets; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Group {
        UpstreamRoutePointer route;
        QSslConfiguration tls;
        ConnectionHostPointer host;
        std::vector<std::unique_ptr<ManagerSlot>> managers;
    };
    struct Waiter {
        UpstreamRoutePointer route;
        QNetworkProxy proxy;
        Turn turn;
    };
    Group &groupOf(const UpstreamRoutePointer &route);
    static ManagerSlot *sharedSlotOf(Group &group);
    static ManagerSlot &slotFor(Group &group, ConnectionPlace place);
    static ManagerSlot &start(ManagerSlot &slot, const UpstreamRoute &route, const QNetworkProxy &proxy);
    void retireAll();
    void placeCame(const ConnectionTicket &ticket, ConnectionPlace place);
    void letIn(ManagerSlot &slot);
    void startIdleTimer(std::chrono::milliseconds keepAlive);

    NetworkAccessLimits m_limits;
    ConnectionPlaces m_ownPlaces;
    ConnectionPlaces &m_places;
    ThreadInboxPointer m_inbox;
    ConnectionSharePointer m_share; // of all hosts: what is idle is Qt's
    SleepNotice m_sleep;
    NetworkNotice m_network;
    std::list<Group> m_groups;
    std::map<ConnectionTicket, Waiter> m_waiting;
    QBasicTimer m_idleTimer;
    std::chrono::milliseconds m_idleInterval{0}; // of the timer, when it is active
};

} // namespace gateway::net
