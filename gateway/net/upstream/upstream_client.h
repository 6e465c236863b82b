// Signs or authorizes each call that asks for it, and sends it by the transport that fits its route: Direct for plain http without a proxy, NetworkAccess else.
#pragma once

#include "gateway/net/upstream/direct_transport.h"
#include "gateway/net/upstream/network_access_transport.h"
#include "gateway/net/upstream/token_client.h"
#include "gateway/net/upstream/token_store.h"

namespace gateway::net {

// Lives on a worker thread; outlives its exchanges.
class UpstreamClient final : public UpstreamTransport {
public:
    UpstreamClient() : UpstreamClient(nullptr, nullptr, nullptr, nullptr, nullptr) {}
    // Both outlive the client. `clock`: of signatures and tokens. `tokens`: shared with other workers; null: its own.
    // `policy`: where nothing may be sent; outlives it, too; null: only where nothing ever may. `network`: likewise; null:
    // it never changes. `places`: of connections, shared with other workers; outlives it; null: its own.
    explicit UpstreamClient(const Clock &clock, TokenStore *tokens = nullptr, const TargetPolicy *policy = nullptr,
                            const NetworkChanges *network = nullptr, ConnectionPlaces *places = nullptr)
        : UpstreamClient(&clock, tokens, policy, network, places)
    {
    }

    std::unique_ptr<UpstreamExchange> start(UpstreamRequest request, UpstreamObserver &observer) override;

    // A provider that turns out to be this listener is not asked. Only over plain http: the gateway speaks nothing else.
    void setOwnListener(OwnListener listener) { m_direct.setOwnListener(std::move(listener)); }

private:
    UpstreamClient(const Clock *clock, TokenStore *tokens, const TargetPolicy *policy, const NetworkChanges *network,
                   ConnectionPlaces *places);
    std::unique_ptr<UpstreamExchange> send(UpstreamRequest request, UpstreamObserver &observer);

    SystemClock m_systemClock;
    TokenStore m_ownTokens;
    ConnectionPlaces m_ownPlaces;
    const Clock &m_clock;
    DirectTransport m_direct;
    NetworkAccessTransport m_networkAccess;
    TokenClient m_tokens; // last: its exchanges use the transports
};

} // namespace gateway::net
