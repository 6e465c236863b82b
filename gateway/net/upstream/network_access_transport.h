// Reaches providers through QNetworkAccessManager: TLS, HTTP/2 and proxies.
#pragma once

#include "gateway/base/network_changes.h"
#include "gateway/base/sleep_notice.h"
#include "gateway/net/upstream/target_policy.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <memory>

namespace gateway::net {

class ManagerPool;
class ProxyChoice;
class DeadlineWatch;

struct NetworkAccessLimits {
    std::chrono::milliseconds longestIdle{60'000}; // of a manager with its connections
    TargetCheck targets{};
    SleepNotice::TimeAsleep timeAsleep = gateway::timeAsleep; // after a sleep no connection is used again
    const NetworkChanges *network = nullptr; // nor after a change of the network; outlives the transport; null: none
};

// Lives on a worker thread. Follows no redirects, keeps no cookies, answers no authentication prompt, decompresses
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
