// Virtual keys, owners and limits that go, and virtual keys that come back.
#include "gateway/service/governance_configuration.h"
#include "gateway/service/governance_lists.h"
#include "gateway/service/governance_views.h"
#include "gateway/service/view_conversion.h"

#include <unordered_set>

namespace gateway::service {

using config::VirtualKey;
using storage::GovernanceKind;

std::vector<config::LimitId> allLimitIds(const config::StoredGovernance &stored)
{
    std::vector<config::LimitId> ids;
    const auto add = [&ids](const std::vector<config::LimitId> &more) {
        ids.insert(ids.end(), more.begin(), more.end());
    };
    for (const VirtualKey &key : stored.virtualKeys)
        add(limitIds(key));
    for (const config::Team &team : stored.teams)
        add(limitIds(team.limits));
    for (const config::Customer &customer : stored.customers)
        add(limitIds(customer.limits));
    for (const config::SharedLimits &shared : stored.sharedLimits)
        add(limitIds(shared.limits));
    return ids;
}

void GovernanceConfiguration::erase(GovernanceKind kind, const std::string &id, std::function<void(Result<bool>)> done)
{
    m_storage.postRemoveGovernance(
        kind, id, [this, kind, id, gate = m_mainGate, done = std::move(done)](const Result<bool> &removed) {
            gate->post([this, kind, id, removed, done] {
                if (removed)
                    drop(kind, id);
                endChange();
                done(removed);
            });
        });
}

void GovernanceConfiguration::drop(GovernanceKind kind, const std::string &id)
{
    const std::vector<config::LimitId> before = allLimitIds(m_current);
    const auto hasId = [&id](const auto &owner) { return idOf(owner) == id; };
    switch (kind) {
    case GovernanceKind::VirtualKey: std::erase_if(m_current.virtualKeys, hasId); break;
    case GovernanceKind::Team:
        std::erase_if(m_current.teams, hasId);
        detachKeys(&VirtualKey::team, {id});
        break;
    case GovernanceKind::Customer:
        std::erase_if(m_current.customers, hasId);
        detachKeys(&VirtualKey::customer, {id});
        detachTeams({id});
        break;
    case GovernanceKind::SharedLimits: std::erase_if(m_current.sharedLimits, hasId); break;
    case GovernanceKind::Settings: break; // never removed
    }
    forgetLimits(before);
    publish();
    emit governanceChanged();
}

template <typename Id>
void GovernanceConfiguration::detachKeys(Id VirtualKey::*owner, const Id &id)
{
    for (VirtualKey &key : m_current.virtualKeys) {
        if (key.*owner != id)
            continue;
        key.*owner = {};
        // If it fails, the key names an owner that is not there, which means none.
        m_storage.postSaveGovernance(key, [](const Result<bool> &) {});
    }
}

void GovernanceConfiguration::detachTeams(const config::CustomerId &customer)
{
    for (config::Team &team : m_current.teams) {
        if (team.customer != customer)
            continue;
        team.customer = {};
        m_storage.postSaveGovernance(team, [](const Result<bool> &) {}); // likewise
    }
}

// What was used of limits that are gone is not kept: one that is made later begins at nothing.
void GovernanceConfiguration::forgetLimits(const std::vector<config::LimitId> &before)
{
    std::unordered_set<std::string> kept;
    for (const config::LimitId &id : allLimitIds(m_current))
        kept.insert(id.value);
    std::vector<config::LimitId> gone;
    std::copy_if(before.begin(), before.end(), std::back_inserter(gone),
                 [&kept](const config::LimitId &id) { return !kept.contains(id.value); });
    if (gone.empty())
        return;
    m_ledger.forget(gone);
    m_storage.postRemoveLimitCounters(std::move(gone));
}

template <typename Owner, typename View>
void GovernanceConfiguration::removeOwner(const std::vector<Owner> &owners, GovernanceKind kind, const QString &id,
                                          View (*viewOf)(const Owner &, const governance::LimitLedger &),
                                          const api::GovernanceFacade::Reply<View> &reply, const char *what)
{
    inTurn([this, &owners, kind, id = toUtf8(id), viewOf, reply, what] {
        const Owner *found = findIn(owners, id);
        if (!found) {
            refuse(reply, notFound(what, id));
            return;
        }
        erase(kind, id, [view = viewOf(*found, m_ledger), reply](const Result<bool> &removed) {
            if (removed)
                reply(view);
            else
                reply(unexpected(removed.error()));
        });
    });
}

void GovernanceConfiguration::removeVirtualKey(const QString &id, Reply<api::VirtualKeyView> reply)
{
    inTurn([this, id = toUtf8(id), reply = std::move(reply)] {
        const VirtualKey *found = findIn(m_current.virtualKeys, id);
        if (!found) {
            refuse(reply, notFound("Virtual key", id));
            return;
        }
        const api::VirtualKeyView view = virtualKeyView(*found, m_ledger);
        erase(GovernanceKind::VirtualKey, id, [this, key = *found, view, reply](const Result<bool> &removed) {
            if (!removed) {
                reply(unexpected(removed.error()));
                return;
            }
            m_kept.forget(key);
            reply(view);
        });
    });
}

void GovernanceConfiguration::removeTeam(const QString &id, Reply<api::TeamView> reply)
{
    removeOwner(m_current.teams, GovernanceKind::Team, id, teamView, reply, "Team");
}

void GovernanceConfiguration::removeCustomer(const QString &id, Reply<api::CustomerView> reply)
{
    removeOwner(m_current.customers, GovernanceKind::Customer, id, customerView, reply, "Customer");
}

void GovernanceConfiguration::removeSharedLimits(const QString &id, Reply<api::SharedLimitsView> reply)
{
    removeOwner(m_current.sharedLimits, GovernanceKind::SharedLimits, id, sharedLimitsView, reply, "Limits");
}

// --- with a way back

void GovernanceConfiguration::takeVirtualKey(const QString &id, Reply<RemovedVirtualKey> reply)
{
    inTurn([this, id = toUtf8(id), reply = std::move(reply)] {
        const VirtualKey *found = findIn(m_current.virtualKeys, id);
        if (!found) {
            refuse(reply, notFound("Virtual key", id));
            return;
        }
        const RemovedVirtualKey taken{*found, m_ledger.counters(limitIds(*found)), {}};
        erase(GovernanceKind::VirtualKey, id, [this, taken, reply](const Result<bool> &removed) {
            if (!removed)
                reply(unexpected(removed.error()));
            else if (!taken.key.hasKeptValue)
                reply(taken);
            else // a store that cannot be read keeps no key in force: it comes back without its value
                m_kept.read(taken.key, [this, taken, reply](const Result<SecretString> &value) {
                    RemovedVirtualKey whole = taken;
                    whole.keptValue = value.value_or(SecretString());
                    m_kept.forget(taken.key);
                    reply(whole);
                });
        });
    });
}

void GovernanceConfiguration::restoreVirtualKey(const RemovedVirtualKey &removed, Reply<api::VirtualKeyView> reply)
{
    inTurn([this, removed, reply = std::move(reply)] {
        VirtualKey key = removed.key;
        if (!findIn(m_current.teams, key.team.value)) // an owner that went meanwhile is none, as for its other keys
            key.team = {};
        if (!findIn(m_current.customers, key.customer.value))
            key.customer = {};
        if (const auto fine = checkOwners(key); !fine) {
            refuse(reply, fine.error());
            return;
        }
        if (m_published->find(key.hash).key) {
            refuse(reply, Error::client(ErrorCode::Conflict, "Another virtual key has the same value now."));
            return;
        }
        key.hasKeptValue = false;
        if (removed.keptValue.isEmpty()) {
            restoreKey(key, removed.used, reply);
            return;
        }
        m_kept.write(key, removed.keptValue, [this, key, used = removed.used, reply](const Result<void> &written) {
            VirtualKey whole = key;
            whole.hasKeptValue = written.has_value();
            restoreKey(whole, used, reply);
        });
    });
}

void GovernanceConfiguration::restoreKey(const VirtualKey &key, const std::vector<config::LimitCounter> &used,
                                         const Reply<api::VirtualKeyView> &reply)
{
    m_ledger.restore(used); // before a request can meet the key
    store(key, [this, key, reply](const Result<bool> &stored) {
        if (stored) {
            reply(virtualKeyView(key, m_ledger));
            return;
        }
        m_ledger.forget(limitIds(key));
        m_kept.forget(key);
        reply(unexpected(stored.error()));
    });
}

} // namespace gateway::service
