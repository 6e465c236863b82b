#include "gateway/service/health_prober.h"

#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <utility>

namespace gateway::service {

using routing::TargetName;
using routing::TargetReport;

HealthProber::HealthProber(const Clock &clock, routing::TargetHealth &health, Runner run)
    : m_clock(clock), m_health(health), m_run(std::move(run))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { probeDue(); });
}

void HealthProber::setSnapshot(config::ConfigSnapshotPointer snapshot, ExtrasOfProviders extras)
{
    m_snapshot = std::move(snapshot);
    m_extras = std::move(extras);
}

std::optional<HealthProbePlan> HealthProber::planFor(const TargetName &target) const
{
    const config::ProviderDefinition *provider = m_snapshot->findProvider(target.provider);
    const auto extras = m_extras.find(target.provider);
    if (!provider || !provider->isEnabled || extras == m_extras.end() || extras->second.healthProbe.empty())
        return std::nullopt;
    HealthProbePlan plan{*provider, std::nullopt, extras->second.healthProbe};
    if (target.keyId.empty())
        return plan;
    const auto key = std::find_if(provider->keys.begin(), provider->keys.end(),
                                  [&target](const config::ProviderKey &each) { return each.id.value == target.keyId; });
    if (key == provider->keys.end())
        return std::nullopt;
    plan.key = *key;
    return plan;
}

void HealthProber::probeDue()
{
    if (m_health.isClear() && m_probed.empty())
        return;
    const std::vector<TargetReport> reports = m_health.reports();
    forgetOthers(reports);
    std::map<std::pair<std::string, std::string>, std::vector<TargetReport>> due; // by provider and key
    std::optional<SteadyTime> next;
    for (const TargetReport &report : reports) {
        const TargetName &target = report.target;
        const auto known = m_probed.find({target.provider, target.model, target.keyId});
        const bool isAnswering = known != m_probed.end() && known->second.answeredAt == report.pauses;
        if (report.state != routing::CircuitState::Open || report.isHeld || isAnswering || !planFor(target))
            continue;
        if (m_clock.steadyNow() < report.opensUntil)
            next = std::min(next.value_or(report.opensUntil), report.opensUntil);
        else if (m_health.admit(target)) // from now on no request is
            due[{target.provider, target.keyId}].push_back(report);
    }
    wakeAt(next);
    for (auto &[key, targets] : due) {
        for (const TargetReport &report : targets)
            ++m_probed[{report.target.provider, report.target.model, report.target.keyId}].count;
        auto plan = planFor(targets.front().target);
        m_run(std::move(*plan),
              [this, targets = std::move(targets)](const Result<void> &answered) { take(targets, answered); });
    }
}

// Before a request does: the circuit would let it try.
void HealthProber::wakeAt(std::optional<SteadyTime> next)
{
    if (next)
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(*next - m_clock.steadyNow()));
}

void HealthProber::take(const std::vector<TargetReport> &reports, const Result<void> &answered)
{
    // An error of our own says nothing about the provider: then a request has to find out.
    const auto failure = answered ? routing::FailureClass::Own : routing::failureClassOf(answered.error());
    for (const TargetReport &report : reports) {
        const TargetName &target = report.target;
        if (routing::isOutage(failure)) {
            m_health.reportFailure(target, failure, answered.error().message);
            continue;
        }
        m_health.reportAbandoned(target);
        m_probed[{target.provider, target.model, target.keyId}].answeredAt = report.pauses;
    }
}

void HealthProber::forgetOthers(const std::vector<TargetReport> &reports)
{
    std::erase_if(m_probed, [&reports](const auto &entry) {
        return std::none_of(reports.begin(), reports.end(), [&entry](const TargetReport &report) {
            const TargetName &target = report.target;
            return report.state != routing::CircuitState::Closed
                   && entry.first == Name{target.provider, target.model, target.keyId};
        });
    });
}

void HealthProber::describe(api::HealthBoard &board) const
{
    for (api::TargetHealthView &view : board.targets) {
        const auto known = m_probed.find({toUtf8(view.provider), toUtf8(view.model), toUtf8(view.keyId)});
        if (known != m_probed.end())
            view.lastFailure += QStringLiteral(" Probes so far: %1.").arg(known->second.count);
    }
}

} // namespace gateway::service
