// One management request while its answer is made on another thread.
#pragma once

#include "gateway/net/http/http_exchange.h"
#include "gateway/pipeline/event_sockets.h"
#include "gateway/pipeline/management_port.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace gateway::pipeline {

// Lives on a worker thread. A client that leaves meanwhile is forgotten; its command still takes place. An answer with
// status 101 opens a WebSocket among `sockets`.
class ManagementCalls {
public:
    ManagementCalls(ManagementPort &port, EventSockets &sockets);
    ~ManagementCalls();

    void begin(net::HttpExchange &exchange);

private:
    class Call;

    ManagementPort &m_port;
    EventSockets &m_sockets;
    std::uint64_t m_nextTicket = 1;
    std::shared_ptr<std::unordered_map<std::uint64_t, std::unique_ptr<Call>>> m_calls;
};

} // namespace gateway::pipeline
