// One call over a DirectConnection: its request, its parser and its clock.
#pragma once

#include "gateway/net/upstream/connection_places.h"
#include "gateway/net/upstream/deadline_watch.h"
#include "gateway/net/upstream/exchange_deadlines.h"
#include "gateway/net/upstream/response_parser.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <optional>

namespace gateway::net {

class DirectConnection;
class DirectPool;

class DirectExchange final : public UpstreamExchange, private Waiting {
public:
    DirectExchange(DirectPool &pool, UpstreamRequest request, UpstreamObserver &observer);
    ~DirectExchange() override;

    void begin(); // tells a fault of the request later, else finds a connection

    void pause() override;
    void resume() override;
    UpstreamTiming timing() const override { return m_timing; }

    const UpstreamRequest &request() const { return m_request; }
    ResponseParser &parser() { return m_parser; }
    ExchangeDeadlines &deadlines() { return m_deadlines; }
    bool isPaused() const { return m_deadlines.isPaused(); }

    void waitInLine(ConnectionTicket ticket);
    void useConnection(DirectConnection &connection, bool isReused);
    void noteConnected();
    void noteSent();
    Error cutError() const;
    void deliverHead();
    void deliverBody();
    // The exchange may be destroyed inside these.
    void noteSecondSending();
    void finish();
    void fail(const Error &error);
    void forgetTransport(); // the transport goes first

private:
    SteadyTime deadline() const override;
    void deadlinePassed() override;
    void leave();

    DirectPool *m_pool; // null when over
    DirectConnection *m_connection = nullptr;
    std::optional<ConnectionTicket> m_ticket; // while it waits for a connection
    UpstreamRequest m_request;
    UpstreamObserver &m_observer;
    ResponseParser m_parser;
    ExchangeDeadlines m_deadlines;
    UpstreamTiming m_timing;
    std::optional<std::uint64_t> m_contentLength;
    std::optional<Error> m_fault; // told from the event loop
    bool m_isReused = false;
};

} // namespace gateway::net
