// Reaches providers through QNetworkAccessManager: TLS, HTTP/2 and proxies.
#pragma once

#include "gateway/base/network_changes.h"
#include "gateway/base/sleep_notice.h"
#include "gateway/net/upstream/connection_places.h"
#include "gateway/net/upstream/target_policy.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <memory>

namespace gateway::net {

class ManagerPool;
class ProxyChoice;
class DeadlineWatch;

struct NetworkAccessLimits {
    TargetCheck targets{};
    SleepNotice::TimeAsleep timeAsleep = gateway::timeAsleep; // after a sleep no connection is used again
    const NetworkChanges *network = nullptr; // nor after a change of the network; outlives the transport; null: none
    ConnectionPlaces *places = nullptr;      // shared with the transports of other workers; outlives it; null: its own
};

// Lives on a worker thread. The route says how many connections to its host are in use at once; a request beyond that
// waits in line, no longer than for the head of its answer, unless it finds a connection of HTTP/2 that it can share. Qt
// keeps idle connections to itself, so they count for nothing: they go with their manager, when it has been idle for as
// long as the route keeps connections. Follows no redirects, keeps no cookies, answers no authentication prompt, decompresses
// nothing. Looks at all that a host's name resolves to before it connects; where a proxy resolves it, that is the
// proxy's business. Sends "Accept-Encoding: identity" and a User-Agent when the request has none, as Qt would add its own. On
// HTTP/2 a pause stops the calls but not the peer: Qt opens the stream's window without asking us.
class NetworkAccessTransport final : public UpstreamTransport {
public:
    explicit NetworkAccessTransport(NetworkAccessLimits limits = {});
    ~NetworkAccessTransport() override;

    std::unique_ptr<UpstreamExchange> start(UpstreamRequest request, UpstreamObserver &observer) override;

    bool needsProxy(const UpstreamRoute &route);
    std::size_t managerCount() const;

private:
    std::unique_ptr<ProxyChoice> m_proxyChoice;
    std::unique_ptr<DeadlineWatch> m_watch;
    std::unique_ptr<ManagerPool> m_managers;
};

} // namespace gateway::net
