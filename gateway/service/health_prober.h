// Decides which targets in trouble are probed, tells their health what came of it, and counts.
#pragma once

#include "gateway/api/route_views.h"
#include "gateway/base/clock.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/routing/target_health.h"
#include "gateway/service/health_probe.h"
#include "gateway/service/provider_limits.h"

#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace gateway::service {

// Lives on the main thread. Only providers whose owner asked for it are probed; one probe speaks for all models of a
// provider and key. A probe takes the place of the request that would have tried the target: a failure is one of the
// target, an answer leaves the next try to a request.
class HealthProber {
public:
    // Runs a probe and calls the sink on the main thread, not from inside.
    using Runner = std::function<void(HealthProbePlan, HealthProbe::EndSink)>;

    HealthProber(const Clock &clock, routing::TargetHealth &health, Runner run);

    void setSnapshot(config::ConfigSnapshotPointer snapshot, ExtrasOfProviders extras); // of that snapshot
    void probeDue();                              // call once a second; between these it wakes by itself
    void describe(api::HealthBoard &board) const; // how often each was probed, behind its reason

private:
    using Name = std::tuple<std::string, std::string, std::string>; // provider, model, key
    struct Probed {
        int count = 0;
        std::optional<int> answeredAt; // after so many pauses of its circuit
    };

    std::optional<HealthProbePlan> planFor(const routing::TargetName &target) const;
    void take(const std::vector<routing::TargetReport> &reports, const Result<void> &answered);
    void forgetOthers(const std::vector<routing::TargetReport> &reports);
    void wakeAt(std::optional<SteadyTime> next);

    const Clock &m_clock;
    routing::TargetHealth &m_health;
    Runner m_run;
    config::ConfigSnapshotPointer m_snapshot;
    ExtrasOfProviders m_extras;
    std::map<Name, Probed> m_probed; // of circuits that are not closed
    QTimer m_timer;
};

} // namespace gateway::service
