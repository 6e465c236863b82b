#include "gateway/net/upstream/network_access_transport.h"

#include "gateway/net/upstream/network_access_exchange.h"
#include "gateway/net/upstream/proxy_choice.h"

namespace gateway::net {

NetworkAccessTransport::NetworkAccessTransport(NetworkAccessLimits limits)
    : m_proxyChoice(std::make_unique<ProxyChoice>())
    , m_watch(std::make_unique<DeadlineWatch>())
    , m_managers(std::make_unique<ManagerPool>(limits))
{
}

NetworkAccessTransport::~NetworkAccessTransport() = default;

std::unique_ptr<UpstreamExchange> NetworkAccessTransport::start(UpstreamRequest request, UpstreamObserver &observer)
{
    auto exchange = std::make_unique<NetworkAccessExchange>(*m_managers, *m_watch, std::move(request), observer);
    exchange->begin(*m_proxyChoice);
    return exchange;
}

bool NetworkAccessTransport::needsProxy(const UpstreamRoute &route)
{
    return m_proxyChoice->proxyFor(route).type() != QNetworkProxy::NoProxy;
}

std::size_t NetworkAccessTransport::managerCount() const
{
    return m_managers->size();
}

} // namespace gateway::net
