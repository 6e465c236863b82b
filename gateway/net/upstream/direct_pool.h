// Keeps the idle connections of a DirectTransport and what all its exchanges share.
#pragma once

#include "gateway/net/upstream/deadline_watch.h"
#include "gateway/net/upstream/direct_transport.h"

#include <array>
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
    void carry(DirectExchange &exchange);
    void carryOnNewConnection(DirectExchange &exchange);
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
        UpstreamRoutePointer route; // the last one seen with this host and port
        std::vector<DirectConnection *> idle;
    };
    Endpoint &endpointOf(const UpstreamRoutePointer &route);
    void dropIdleSince(SteadyTime oldest); // those that are idle for longer

    DirectTransportLimits m_limits;
    SleepNotice m_sleep;
    NetworkNotice m_network;
    OwnListener m_ownListener;
    DeadlineWatch m_watch;
    std::vector<Endpoint> m_endpoints;
    QBasicTimer m_idleTimer;
    std::array<char, 64 * 1024> m_readBuffer{}; // one for all: the loop reads one connection at a time
};

} // namespace gateway::net
