#include "gateway/service/limit_watch.h"

#include "gateway/service/governance_views.h"
#include "gateway/service/view_conversion.h"

#include <utility>

namespace gateway::service {

namespace {

using api::LimitOwnerKind;

constexpr int warnPercent = 80;

LimitOwnerKind kindOf(const config::SharedLimits &shared)
{
    if (!shared.model.empty())
        return LimitOwnerKind::Model;
    return shared.provider.empty() ? LimitOwnerKind::Everything : LimitOwnerKind::Provider;
}

std::string nameOf(const config::SharedLimits &shared)
{
    if (shared.model.empty())
        return shared.provider;
    return shared.provider.empty() ? shared.model : shared.provider + "/" + shared.model;
}

} // namespace

void LimitWatch::setGovernance(config::GovernancePointer governance)
{
    m_places.clear(); // before what it borrows from goes
    m_isIndexed = false;
    m_governance = std::move(governance);
}

void LimitWatch::index(const config::UsageLimits &limits, LimitOwnerKind kind, const std::string &id,
                       const std::string &name)
{
    for (const config::UsageLimit &limit : limits)
        m_places[limit.id.value] = {&limit, kind, id, name};
}

void LimitWatch::indexLimits()
{
    if (std::exchange(m_isIndexed, true))
        return;
    for (const config::VirtualKey &key : m_governance->virtualKeys()) {
        index(key.limits, LimitOwnerKind::VirtualKey, key.id.value, key.name);
        for (const config::VirtualKeyProvider &provider : key.providers) {
            const std::string name = key.name + ", " + provider.provider;
            index(provider.limits, LimitOwnerKind::VirtualKeyProvider, key.id.value, name);
            for (const config::ModelUsageLimits &model : provider.modelLimits)
                index(model.limits, LimitOwnerKind::VirtualKeyProvider, key.id.value, name + "/" + model.model);
        }
    }
    for (const config::Team &team : m_governance->teams())
        index(team.limits, LimitOwnerKind::Team, team.id.value, team.name);
    for (const config::Customer &customer : m_governance->customers())
        index(customer.limits, LimitOwnerKind::Customer, customer.id.value, customer.name);
    for (const config::SharedLimits &shared : m_governance->sharedLimits())
        index(shared.limits, kindOf(shared), shared.id, nameOf(shared));
}

int LimitWatch::stepOf(const Place &place) const
{
    const governance::LimitUse use = m_ledger.use(*place.limit);
    const std::int64_t most = place.limit->most; // what is allowed beyond it is in it
    if (use.used >= most)
        return 100;
    const double share = static_cast<double>(use.used) / static_cast<double>(most);
    return share * 100 >= warnPercent ? warnPercent : 0;
}

void LimitWatch::takeAsTold()
{
    indexLimits();
    for (const auto &[id, place] : m_places) {
        if (const int percent = stepOf(place); percent > 0)
            m_told[std::string(id)] = {m_ledger.use(*place.limit).began, percent};
    }
}

QList<api::LimitWarning> LimitWatch::check(const std::vector<config::LimitId> &limits)
{
    indexLimits();
    QList<api::LimitWarning> warnings;
    for (const config::LimitId &limit : limits) {
        const auto found = m_places.find(limit.value);
        if (found == m_places.end())
            continue;
        const Place &place = found->second;
        const WallTime began = m_ledger.use(*place.limit).began;
        Told &told = m_told[limit.value];
        if (told.windowBegan != began)
            told = {began, 0};
        const int percent = stepOf(place);
        if (percent > told.percent)
            warnings.append({place.ownerKind, toText(place.ownerId), toText(place.ownerName),
                             limitView(*place.limit, m_ledger), percent});
        told.percent = percent; // less after the limit was raised: then it is told again
    }
    return warnings;
}

std::optional<api::LimitWarning> LimitWatch::describe(const std::string &limit)
{
    indexLimits();
    const auto found = m_places.find(limit);
    if (found == m_places.end())
        return std::nullopt;
    const Place &place = found->second;
    return api::LimitWarning{place.ownerKind, toText(place.ownerId), toText(place.ownerName),
                             limitView(*place.limit, m_ledger), 0};
}

} // namespace gateway::service
