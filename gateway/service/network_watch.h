// Follows the network of this computer, so that nothing waits for one that is gone, and nobody rests when it is back.
#pragma once

#include "gateway/api/network_facade.h"
#include "gateway/base/network_changes.h"
#include "gateway/net/network_source.h"
#include "gateway/routing/target_health.h"

#include <functional>
#include <memory>

namespace gateway::service {

// Lives on the main thread. Without a source it says that there is a network, and that it never changes.
class NetworkWatch final : public api::NetworkFacade {
    Q_OBJECT
public:
    // Both are borrowed. `returned` is called when there is a network (again) after a change.
    NetworkWatch(NetworkChanges &changes, routing::TargetHealth &health, std::function<void()> returned);

    void follow(std::unique_ptr<net::NetworkSource> source);
    bool isOffline() const override { return m_isOffline; }

private:
    void takeChange();
    void takeReachability();

    NetworkChanges &m_changes;
    routing::TargetHealth &m_health;
    std::function<void()> m_returned;
    std::unique_ptr<net::NetworkSource> m_source;
    bool m_isOffline = false;
};

} // namespace gateway::service
