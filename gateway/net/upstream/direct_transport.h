// Reaches plain-http providers without a proxy over keep-alive connections of its own.
#pragma once

#include "gateway/base/network_changes.h"
#include "gateway/base/sleep_notice.h"
#include "gateway/net/upstream/target_policy.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <cstddef>
#include <memory>

namespace gateway::net {

class DirectPool;

struct DirectTransportLimits {
    std::size_t idleConnectionsPerHost = 64;
    std::chrono::milliseconds longestIdle{60'000};
    TargetCheck targets{};
    SleepNotice::TimeAsleep timeAsleep = gateway::timeAsleep; // after a sleep no connection is used again
    const NetworkChanges *network = nullptr; // nor after a change of the network; outlives the transport; null: none
};

// Lives on a worker thread. There is no limit to connections in use. The route's scheme must be "http"; its proxy
// settings are not looked at. Exchanges that are still alive when the transport goes hear nothing more.
class DirectTransport final : public UpstreamTransport {
public:
    explicit DirectTransport(DirectTransportLimits limits = {});
    ~DirectTransport() override;

    std::unique_ptr<UpstreamExchange> start(UpstreamRequest request, UpstreamObserver &observer) override;

    std::size_t idleConnections() const;

    // Connections that end there fail with RoutingLoop before anything is sent.
    void setOwnListener(OwnListener listener);

private:
    std::unique_ptr<DirectPool> m_pool;
};

} // namespace gateway::net
