// Limits, teams and customers that go with a way back.
#include "gateway/service/governance_configuration.h"
#include "gateway/service/governance_lists.h"
#include "gateway/service/governance_views.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <iterator>

namespace gateway::service {

using config::UsageLimit;
using config::UsageLimits;
using config::VirtualKey;
using storage::GovernanceKind;
using storage::GovernanceObject;

namespace {

// Which of its owner's lists a limit is in.
struct ListPlace {
    std::string provider; // id of a virtual key's provider; empty: of the whole owner
    std::string model;    // of that provider; empty: all of its models
    bool operator==(const ListPlace &) const = default;
};

// Each list of limits of an object, with its place. `Owner` may be const.
template <typename Owner, typename Use>
void forEachList(Owner &owner, Use use)
{
    if constexpr (requires { owner.limits; })
        use(owner.limits, ListPlace());
    if constexpr (requires { owner.providers; }) {
        for (auto &provider : owner.providers) {
            use(provider.limits, ListPlace{provider.id, {}});
            for (auto &model : provider.modelLimits)
                use(model.limits, ListPlace{provider.id, model.model});
        }
    }
}

// In the owner as it was.
ListPlace placeIn(const RemovedLimit &removed)
{
    ListPlace found;
    const auto look = [&](const UsageLimits &limits, const ListPlace &place) {
        if (std::find(limits.begin(), limits.end(), removed.limit) != limits.end())
            found = place;
    };
    std::visit([&look](const auto &owner) { forEachList(owner, look); }, removed.owner);
    return found;
}

config::VirtualKeyProvider *providerIn(GovernanceObject &object, const std::string &id)
{
    auto *key = std::get_if<VirtualKey>(&object);
    if (!key)
        return nullptr;
    const auto found = std::find_if(key->providers.begin(), key->providers.end(),
                                    [&id](const config::VirtualKeyProvider &each) { return each.id == id; });
    return found == key->providers.end() ? nullptr : &*found;
}

config::ModelUsageLimits *modelIn(config::VirtualKeyProvider &provider, const std::string &model)
{
    const auto found = std::find_if(provider.modelLimits.begin(), provider.modelLimits.end(),
                                    [&model](const config::ModelUsageLimits &each) { return each.model == model; });
    return found == provider.modelLimits.end() ? nullptr : &*found;
}

template <typename Owner>
void lookIn(const std::vector<Owner> &owners, const std::string &id, std::optional<RemovedLimit> &found)
{
    for (const Owner &owner : owners) {
        forEachList(owner, [&](const UsageLimits &limits, const ListPlace &list) {
            const auto limit = std::find_if(limits.begin(), limits.end(),
                                            [&id](const UsageLimit &each) { return each.id.value == id; });
            if (limit == limits.end())
                return;
            const auto place = static_cast<std::size_t>(std::distance(limits.begin(), limit));
            found = RemovedLimit{{}, owner, list.provider, *limit, place, {}};
        });
    }
}

GovernanceObject without(const RemovedLimit &removed)
{
    GovernanceObject left = removed.owner;
    const ListPlace place = placeIn(removed);
    const auto take = [&](UsageLimits &limits, const ListPlace &list) {
        if (list == place)
            std::erase(limits, removed.limit);
    };
    std::visit([&take](auto &owner) { forEachList(owner, take); }, left);
    if (config::VirtualKeyProvider *provider = place.model.empty() ? nullptr : providerIn(left, place.provider)) {
        // Nothing is left of a model that has no other limit.
        std::erase_if(provider->modelLimits, [&place](const config::ModelUsageLimits &each) {
            return each.model == place.model && each.limits.empty();
        });
    }
    return left;
}

// Where it was, in its owner as it is now.
Result<bool> putBack(GovernanceObject &object, const RemovedLimit &removed)
{
    Result<bool> result = unexpected(notFound("What the limit was for", removed.provider));
    const ListPlace place = placeIn(removed);
    config::VirtualKeyProvider *provider = place.model.empty() ? nullptr : providerIn(object, place.provider);
    if (provider && !modelIn(*provider, place.model))
        provider->modelLimits.push_back({place.model, {}}); // it went with its last limit
    const auto insert = [&](UsageLimits &limits, const ListPlace &list) {
        if (list != place)
            return;
        const UsageLimit &limit = removed.limit;
        const bool isTaken = std::any_of(limits.begin(), limits.end(), [&limit](const UsageLimit &each) {
            return each.unit == limit.unit && each.window.count == limit.window.count
                   && each.window.unit == limit.window.unit;
        });
        if (isTaken) {
            result = unexpected(
                Error::client(ErrorCode::Conflict, "There is another limit of the same kind and duration now."));
            return;
        }
        limits.insert(limits.begin() + static_cast<std::ptrdiff_t>(std::min(removed.place, limits.size())), limit);
        result = true;
    };
    std::visit([&insert](auto &owner) { forEachList(owner, insert); }, object);
    return result;
}

} // namespace

// --- limits

std::optional<RemovedLimit> GovernanceConfiguration::placeOfLimit(const std::string &id) const
{
    std::optional<RemovedLimit> found;
    lookIn(m_current.virtualKeys, id, found);
    lookIn(m_current.teams, id, found);
    lookIn(m_current.customers, id, found);
    lookIn(m_current.sharedLimits, id, found);
    return found;
}

void GovernanceConfiguration::takeLimit(const QString &id, Reply<RemovedLimit> reply)
{
    inTurn([this, id = toUtf8(id), reply = std::move(reply)] {
        auto found = placeOfLimit(id);
        const auto owner = m_watch.describe(id);
        if (!found || !owner) {
            refuse(reply, notFound("Limit", id));
            return;
        }
        found->view = {owner->ownerKind, owner->ownerId, owner->ownerName, limitView(found->limit, m_ledger)};
        found->used = m_ledger.counters({found->limit.id});
        const auto done = [taken = *found, reply](const Result<bool> &removed) {
            if (removed)
                reply(taken);
            else
                reply(unexpected(removed.error()));
        };
        const Object left = without(*found);
        const auto *shared = std::get_if<config::SharedLimits>(&left);
        if (shared && shared->limits.empty())
            erase(GovernanceKind::SharedLimits, shared->id, done);
        else
            store(left, done);
    });
}

std::optional<GovernanceConfiguration::Object> GovernanceConfiguration::currentOwner(const Object &owner) const
{
    const std::string id = storage::governanceId(owner);
    const auto find = [&id](const auto &owners) {
        const auto *found = findIn(owners, id);
        return found ? std::optional<Object>(*found) : std::nullopt;
    };
    switch (static_cast<GovernanceKind>(owner.index())) {
    case GovernanceKind::VirtualKey: return find(m_current.virtualKeys);
    case GovernanceKind::Team: return find(m_current.teams);
    case GovernanceKind::Customer: return find(m_current.customers);
    case GovernanceKind::SharedLimits: return find(m_current.sharedLimits);
    case GovernanceKind::Settings: break; // have no limits
    }
    return std::nullopt;
}

void GovernanceConfiguration::restoreLimit(const RemovedLimit &removed, Reply<api::RemovedLimitView> reply)
{
    inTurn([this, removed, reply = std::move(reply)] {
        std::optional<Object> owner = currentOwner(removed.owner);
        if (!owner && std::holds_alternative<config::SharedLimits>(removed.owner))
            owner = without(removed); // it went with its last limit
        if (!owner) {
            refuse(reply, notFound("The owner of the limit", storage::governanceId(removed.owner)));
            return;
        }
        if (const auto fine = putBack(*owner, removed); !fine) {
            refuse(reply, fine.error());
            return;
        }
        m_ledger.restore(removed.used); // before a request can meet the limit
        store(*owner, [this, removed, reply](const Result<bool> &stored) {
            if (stored) {
                reply(removed.view);
                return;
            }
            m_ledger.forget({removed.limit.id});
            reply(unexpected(stored.error()));
        });
    });
}

// --- owners

template <typename Owner>
RemovedOwner<Owner> GovernanceConfiguration::membersOf(const Owner &owner) const
{
    RemovedOwner<Owner> removed{owner, m_ledger.counters(limitIds(owner.limits)), {}, {}};
    for (const VirtualKey &key : m_current.virtualKeys) {
        if constexpr (std::is_same_v<Owner, config::Team>) {
            if (key.team == owner.id)
                removed.keys.push_back(key.id);
        } else if (key.customer == owner.id) {
            removed.keys.push_back(key.id);
        }
    }
    if constexpr (std::is_same_v<Owner, config::Customer>) {
        for (const config::Team &team : m_current.teams) {
            if (team.customer == owner.id)
                removed.teams.push_back(team.id);
        }
    }
    return removed;
}

// Who has found another owner meanwhile stays there. As in detachKeys(), one that cannot be stored belongs to nobody.
template <typename Owner>
void GovernanceConfiguration::attachMembers(const RemovedOwner<Owner> &removed)
{
    const auto isMember = [](const auto &ids, const auto &id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (VirtualKey &key : m_current.virtualKeys) {
        if (!isMember(removed.keys, key.id) || !key.team.isEmpty() || !key.customer.isEmpty())
            continue;
        if constexpr (std::is_same_v<Owner, config::Team>)
            key.team = removed.owner.id;
        else
            key.customer = removed.owner.id;
        m_storage.postSaveGovernance(key, [](const Result<bool> &) {});
    }
    if constexpr (std::is_same_v<Owner, config::Customer>) {
        for (config::Team &team : m_current.teams) {
            if (!isMember(removed.teams, team.id) || !team.customer.isEmpty())
                continue;
            team.customer = removed.owner.id;
            m_storage.postSaveGovernance(team, [](const Result<bool> &) {});
        }
    }
    publish();
    emit governanceChanged();
}

template <typename Owner>
void GovernanceConfiguration::takeOwner(const std::vector<Owner> &owners, GovernanceKind kind, const QString &id,
                                        const char *what, const Reply<RemovedOwner<Owner>> &reply)
{
    inTurn([this, &owners, kind, id = toUtf8(id), what, reply] {
        const Owner *found = findIn(owners, id);
        if (!found) {
            refuse(reply, notFound(what, id));
            return;
        }
        erase(kind, id, [taken = membersOf(*found), reply](const Result<bool> &removed) {
            if (removed)
                reply(taken);
            else
                reply(unexpected(removed.error()));
        });
    });
}

template <typename Owner, typename View>
void GovernanceConfiguration::restoreOwner(const RemovedOwner<Owner> &removed,
                                           View (*viewOf)(const Owner &, const governance::LimitLedger &),
                                           const Reply<View> &reply)
{
    inTurn([this, removed, viewOf, reply] {
        Owner owner = removed.owner;
        if constexpr (std::is_same_v<Owner, config::Team>) {
            if (!findIn(m_current.customers, owner.customer.value))
                owner.customer = {}; // it went meanwhile
        }
        m_ledger.restore(removed.used);
        store(owner, [this, owner, removed, viewOf, reply](const Result<bool> &stored) {
            if (stored) {
                attachMembers(removed);
                reply(viewOf(owner, m_ledger));
                return;
            }
            m_ledger.forget(limitIds(owner.limits));
            reply(unexpected(stored.error()));
        });
    });
}

void GovernanceConfiguration::takeTeam(const QString &id, Reply<RemovedOwner<config::Team>> reply)
{
    takeOwner(m_current.teams, GovernanceKind::Team, id, "Team", reply);
}

void GovernanceConfiguration::restoreTeam(const RemovedOwner<config::Team> &removed, Reply<api::TeamView> reply)
{
    restoreOwner<config::Team, api::TeamView>(removed, teamView, reply);
}

void GovernanceConfiguration::takeCustomer(const QString &id, Reply<RemovedOwner<config::Customer>> reply)
{
    takeOwner(m_current.customers, GovernanceKind::Customer, id, "Customer", reply);
}

void GovernanceConfiguration::restoreCustomer(const RemovedOwner<config::Customer> &removed,
                                              Reply<api::CustomerView> reply)
{
    restoreOwner<config::Customer, api::CustomerView>(removed, customerView, reply);
}

} // namespace gateway::service
