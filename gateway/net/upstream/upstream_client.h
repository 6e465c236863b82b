// Signs each call that asks for it, and sends it by the transport that fits its route: Direct for plain http without a proxy, NetworkAccess else.
#pragma once

#include "gateway/net/upstream/direct_transport.h"
#include "gateway/net/upstream/network_access_transport.h"

namespace gateway::net {

// Lives on a worker thread; outlives its exchanges.
class UpstreamClient final : public UpstreamTransport {
public:
    UpstreamClient() = default;
    explicit UpstreamClient(const Clock &clock) : m_clock(clock) {} // of signatures; outlives the client

    std::unique_ptr<UpstreamExchange> start(UpstreamRequest request, UpstreamObserver &observer) override;

private:
    SystemClock m_systemClock;
    const Clock &m_clock = m_systemClock;
    DirectTransport m_direct;
    NetworkAccessTransport m_networkAccess;
};

} // namespace gateway::net
