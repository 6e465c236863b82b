// Shows which targets are in trouble, lets a person hold them, and keeps both over a restart.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/config/health_state.h"
#include "gateway/routing/target_health.h"
#include "gateway/storage/storage_thread.h"

#include <cstdint>

namespace gateway::service {

// Lives on the main thread. What is kept is in the configuration database, because a hold is a person's decision and the
// history may be deleted. Secrets that providers repeat in their errors are masked.
class HealthKeeper {
public:
    // All of it outlives the keeper.
    HealthKeeper(const Clock &clock, routing::TargetHealth &health, storage::StorageThread &storage);

    void restore(const config::HealthState &stored);
    // Stores what changed since the last call. True: something did.
    bool saveChanges(const config::ConfigSnapshot &snapshot);

    // Of the providers that are set up.
    api::HealthBoard board(const config::ConfigSnapshot &snapshot) const;

    // NotFound when provider or key are not set up.
    Result<api::Done> hold(const api::TargetChoice &target, bool isHeld, const config::ConfigSnapshot &snapshot);
    Result<api::Done> reset(const api::TargetChoice &target, const config::ConfigSnapshot &snapshot);

private:
    config::HealthState state(const config::ConfigSnapshot &snapshot) const;

    const Clock &m_clock;
    routing::TargetHealth &m_health;
    storage::StorageThread &m_storage;
    std::uint64_t m_savedChanges = 0;
};

} // namespace gateway::service
