// One management request while its answer is made on another thread.
#pragma once

#include "gateway/net/http/http_exchange.h"
#include "gateway/pipeline/management_port.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace gateway::pipeline {

// Lives on a worker thread. A client that leaves meanwhile is forgotten; its command still takes place.
class ManagementCalls {
public:
    explicit ManagementCalls(ManagementPort &port);
    ~ManagementCalls();

    void begin(net::HttpExchange &exchange);

private:
    class Call;

    ManagementPort &m_port;
    std::uint64_t m_nextTicket = 1;
    std::shared_ptr<std::unordered_map<std::uint64_t, std::unique_ptr<Call>>> m_calls;
};

} // namespace gateway::pipeline
