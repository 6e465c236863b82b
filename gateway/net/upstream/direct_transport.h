// Reaches plain-http providers without a proxy over keep-alive connections of its own.
#pragma once

#include "gateway/base/network_changes.h"
#include "gateway/base/sleep_notice.h"
#include "gateway/net/upstream/connection_places.h"
#include "gateway/net/upstream/target_policy.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <cstddef>
#include <memory>

namespace gateway::net {

class DirectPool;

struct DirectTransportLimits {
    std::size_t idleConnectionsPerHost = 64;
    TargetCheck targets{};
    SleepNotice::TimeAsleep timeAsleep = gateway::timeAsleep; // after a sleep no connection is used again
    const NetworkChanges *network = nullptr; // nor after a change of the network; outlives the transport; null: none
    ConnectionPlaces *places = nullptr;      // shared with the transports of other workers; outlives it; null: its own
};

// Lives on a worker thread. The route says how many connections to its host are open at once; a request beyond that waits in
// line, no longer than for the head of its answer, and gets one that comes free or a new one in place of somebody's that
// was closed. The route's scheme must be "http"; its proxy
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
