#include "tests/support/fake_removals.h"

#include "tests/support/fake_gateway.h"

#include <algorithm>

namespace support {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using namespace gateway::api;

namespace {

template <typename View, typename IsIt>
View findIn(const QList<View> &views, IsIt isIt)
{
    const auto found = std::find_if(views.begin(), views.end(), isIt);
    return found == views.end() ? View() : *found;
}

} // namespace

void FakeRemovals::remove(const Removal &what, Reply<RemovedView> reply)
{
    const auto answer = [this, what, reply](const RemovedView &view) {
        return [this, what, view, reply](const auto &removed) {
            if (removed)
                keep(what, view, reply);
            else
                reply(gateway::unexpected(removed.error()));
        };
    };
    const auto hasId = [&what](const auto &each) { return each.id == what.id; };
    const auto provider = [this](const QString &name) {
        return findIn(m_gateway.storedProviders, [&name](const ProviderView &each) { return each.name == name; });
    };
    switch (what.kind) {
    case RemovableKind::Provider: m_gateway.removeProvider(what.id, answer(provider(what.id))); break;
    case RemovableKind::ProviderKey:
        m_gateway.removeProviderKey(what.provider, what.id, answer(findIn(provider(what.provider).keys, hasId)));
        break;
    case RemovableKind::RoutingRule:
        m_gateway.removeRoutingRule(what.id, answer(findIn(m_gateway.storedRules, hasId)));
        break;
    case RemovableKind::VirtualKey:
        m_gateway.fakeGovernance.removeVirtualKey(what.id, answer(findIn(m_gateway.fakeGovernance.storedKeys, hasId)));
        break;
    case RemovableKind::Team:
        m_gateway.fakeGovernance.removeTeam(what.id, answer(findIn(m_gateway.fakeGovernance.storedTeams, hasId)));
        break;
    case RemovableKind::Customer:
        m_gateway.fakeGovernance.removeCustomer(what.id,
                                                answer(findIn(m_gateway.fakeGovernance.storedCustomers, hasId)));
        break;
    case RemovableKind::Limit:
        if (const auto taken = m_gateway.fakeGovernance.takeLimit(what.id))
            keep(what, *taken, reply);
        else
            reply(gateway::unexpected(Error::client(ErrorCode::NotFound, "There is none.")));
        break;
    }
}

void FakeRemovals::keep(const Removal &what, const RemovedView &view, const Reply<RemovedView> &reply)
{
    m_removal = what;
    m_undoable = view;
    emit undoableChanged();
    reply(view);
}

void FakeRemovals::undo(Reply<RemovedView> reply)
{
    ++undos;
    if (m_nextError || !m_undoable) {
        const Error error =
            std::exchange(m_nextError, std::nullopt).value_or(Error::client(ErrorCode::NotFound, "There is nothing."));
        reply(gateway::unexpected(error));
        return;
    }
    const RemovedView view = *m_undoable;
    std::visit([this](const auto &removed) { bringBack(removed); }, view);
    endUndo();
    reply(view);
}

void FakeRemovals::endUndo()
{
    if (!std::exchange(m_undoable, std::nullopt))
        return;
    emit undoableChanged();
}

void FakeRemovals::bringBack(const ProviderView &provider)
{
    QList<ProviderView> providers = m_gateway.storedProviders;
    const auto place = std::lower_bound(providers.begin(), providers.end(), provider,
                                        [](const auto &left, const auto &right) { return left.name < right.name; });
    providers.insert(place, provider);
    m_gateway.setProviders(providers);
}

void FakeRemovals::bringBack(const ProviderKeyView &key)
{
    QList<ProviderView> providers = m_gateway.storedProviders;
    for (ProviderView &provider : providers) {
        if (provider.name == m_removal.provider)
            provider.keys.append(key);
    }
    m_gateway.setProviders(providers);
}

void FakeRemovals::bringBack(const RoutingRuleView &rule)
{
    QList<RoutingRuleView> rules = m_gateway.storedRules;
    const auto place = std::lower_bound(rules.begin(), rules.end(), rule, [](const auto &left, const auto &right) {
        return left.priority < right.priority;
    });
    rules.insert(place, rule);
    m_gateway.setRules(rules);
}

void FakeRemovals::bringBack(const VirtualKeyView &key)
{
    m_gateway.fakeGovernance.setKeys(m_gateway.fakeGovernance.storedKeys << key);
}

void FakeRemovals::bringBack(const RemovedLimitView &removed)
{
    m_gateway.fakeGovernance.giveLimit(removed);
}

void FakeRemovals::bringBack(const TeamView &team)
{
    m_gateway.fakeGovernance.saveTeam(team, true, [](const Result<TeamView> &) {});
}

void FakeRemovals::bringBack(const CustomerView &customer)
{
    m_gateway.fakeGovernance.saveCustomer(customer, true, [](const Result<CustomerView> &) {});
}

} // namespace support
