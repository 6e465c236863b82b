// Keeps the idle connections of a DirectTransport, the line of those who wait for one, and what all its exchanges share.
#pragma once

#include "gateway/net/upstream/deadline_watch.h"
#include "gateway/net/upstream/direct_transport.h"

#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <QtCore/QBasicTimer>
#include <QtCore/QObject>

namespace gateway::net {

class DirectConnection;
class DirectExchange;

class DirectPool final : public QObject {
public:
    explicit DirectPool(DirectTransportLimits limits);
    ~DirectPool() override;

    // On an idle connection if there is one, the one used last first.
    // Without one on a new one; where there may be no other, in line for it.
    void carry(DirectExchange &exchange);
    void carryOnNewConnection(DirectExchange &exchange, ConnectionPlace place);
    void stopWaiting(const ConnectionTicket &ticket);
    void keep(DirectConnection &connection);
    void drop(DirectConnection &connection); // closes it; deleted from the event loop

    DeadlineWatch &watch() { return m_watch; }
    void setOwnListener(OwnListener listener) { m_ownListener = std::move(listener); }
    const OwnListener &ownListener() const { return m_ownListener; }
    const TargetCheck &targets() const { return m_limits.targets; }
    std::array<char, 64 * 1024> &readBuffer() { return m_readBuffer; }
    std::size_t idleConnections() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Endpoint {
        UpstreamRoutePointer route; // the last one seen with this host, port and limits
        ConnectionHostPointer host;
        ConnectionSharePointer share;
        std::vector<DirectConnection *> idle;
    };
    Endpoint &endpointOf(const UpstreamRoutePointer &route);
    Endpoint &newEndpoint(const UpstreamRoutePointer &route);
    static void tellIdle(Endpoint &endpoint); // after each change of `idle`
    static void leave(Endpoint &endpoint);
    void carryOnIdle(Endpoint &endpoint, DirectExchange &exchange);
    void waitInLine(Endpoint &endpoint, DirectExchange &exchange);
    void placeCame(const ConnectionTicket &ticket, ConnectionPlace place);
    void giveUpIdle(ConnectionHost &host);
    void serveWaiting(Endpoint &endpoint);
    void startIdleTimer(std::chrono::milliseconds keepAlive);
    void drop(const std::vector<DirectConnection *> &connections);

    DirectTransportLimits m_limits;
    ConnectionPlaces m_ownPlaces;
    ConnectionPlaces &m_places;
    ThreadInboxPointer m_inbox;
    SleepNotice m_sleep;
    NetworkNotice m_network;
    OwnListener m_ownListener;
    DeadlineWatch m_watch;
    std::vector<Endpoint> m_endpoints;
    std::map<ConnectionTicket, DirectExchange *> m_waiting;
    QBasicTimer m_idleTimer;
    std::chrono::milliseconds m_idleInterval{0}; // of the timer, when it is active
    std::array<char, 64 * 1024> m_readBuffer{};  // one for all: the loop reads one connection at a time
};

} // namespace gateway::net
