#include "gateway/service/network_watch.h"

#include <utility>

namespace gateway::service {

NetworkWatch::NetworkWatch(NetworkChanges &changes, routing::TargetHealth &health, std::function<void()> returned)
    : m_changes(changes), m_health(health), m_returned(std::move(returned))
{
}

void NetworkWatch::follow(std::unique_ptr<net::NetworkSource> source)
{
    m_source = std::move(source);
    connect(m_source.get(), &net::NetworkSource::changed, this, &NetworkWatch::takeChange);
    takeReachability(); // how it is at the start is no change
}

void NetworkWatch::takeReachability()
{
    const bool isOffline = !m_source->isReachable().value_or(true);
    if (std::exchange(m_isOffline, isOffline) != isOffline)
        emit offlineChanged(isOffline);
}

void NetworkWatch::takeChange()
{
    m_changes.note();
    takeReachability();
    if (m_isOffline)
        return;
    m_health.endUnreachable(); // what could not be reached then can perhaps be reached now
    m_returned();
}

} // namespace gateway::service
