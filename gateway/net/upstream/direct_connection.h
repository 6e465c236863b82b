// One TCP connection to a plain-http provider, which carries one exchange after another.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/net/http/socket_reader.h"
#include "gateway/net/upstream/connection_places.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <QtNetwork/QTcpSocket>

namespace gateway::net {

class DirectExchange;
class DirectPool;

// Lives on its pool's thread; owned by the pool, which deletes it later, so it outlives every call it makes to observers.
class DirectConnection final : public QObject {
public:
    DirectConnection(DirectPool &pool, UpstreamRoutePointer route, ConnectionPlace place);
    ~DirectConnection() override;

    // Sends the request of the exchange, at once when the connection is open. Never calls back from inside.
    void carry(DirectExchange &exchange);
    // The exchange is given up: nothing more is told to it, and the connection is closed, as the answer's rest is in it.
    void abandon();
    // Goes on with the answer from the event loop.
    void continueLater();
    void closeNow(); // and lets go of its place

    const UpstreamRoutePointer &route() const { return m_route; }
    SteadyTime idleSince() const { return m_idleSince; }

private:
    void open();
    void openSecondAddress();
    void send();
    std::optional<Error> refusalOfPeer() const;
    void refuse(const Error &refusal);
    void write(std::span<std::string_view> parts);
    bool hasMoreToSend() const;
    void sendMore();
    void advance();
    bool fillParser();
    void finishExchange();
    void failExchange(const Error &error);
    void noteSent();
    void noteEnd(QAbstractSocket::SocketError error);
    void handleEnd();
    bool mayRetry() const;
    void sendOnNewConnection();
    Error endError() const;

    DirectPool &m_pool;
    UpstreamRoutePointer m_route;
    ConnectionPlace m_place;
    QTcpSocket m_socket;
    SocketReader m_reader;
    DirectExchange *m_exchange = nullptr;
    SteadyTime m_idleSince{};
    std::optional<QAbstractSocket::SocketError> m_end; // set once the connection is lost
    std::string m_endDetail;
    std::uint64_t m_uploaded = 0; // of a body that is read from the disk
    bool m_isUploading = false;
    bool m_isReused = false;
    bool m_hasSent = false; // something of the present exchange's request
    bool m_isInsideCarry = false;
    bool m_mayTrySecondAddress = false;
};

} // namespace gateway::net
