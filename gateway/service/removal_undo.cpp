#include "gateway/service/removal_undo.h"

#include "gateway/base/overload.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>

namespace gateway::service {

using api::ProviderKeyView;
using api::ProviderView;
using api::RemovedView;
using api::RoutingRuleView;
using api::VirtualKeyView;

namespace {

template <typename View>
View viewWithId(const QList<View> &views, const QString &id)
{
    const auto found = std::find_if(views.begin(), views.end(), [&id](const View &each) { return each.id == id; });
    return found == views.end() ? View() : *found;
}

} // namespace

RemovalUndo::RemovalUndo(const RemovalPlaces &places, std::shared_ptr<WorkerGate> mainGate, QObject *parent)
    : RemovalFacade(parent), m_places(places), m_mainGate(std::move(mainGate)), m_end(this)
{
    m_end.setSingleShot(true);
    m_end.setInterval(undoTime);
    connect(&m_end, &QTimer::timeout, this, &RemovalUndo::endUndo);
}

void RemovalUndo::remove(const api::Removal &what, Reply<RemovedView> reply)
{
    switch (what.kind) {
    case api::RemovableKind::Provider: removeProvider(what.id, std::move(reply)); break;
    case api::RemovableKind::ProviderKey: removeKey(what, std::move(reply)); break;
    case api::RemovableKind::RoutingRule: removeRule(what.id, std::move(reply)); break;
    case api::RemovableKind::VirtualKey: removeVirtualKey(what.id, std::move(reply)); break;
    case api::RemovableKind::Limit: removeLimit(what.id, std::move(reply)); break;
    case api::RemovableKind::Team: removeTeam(what.id, std::move(reply)); break;
    case api::RemovableKind::Customer: removeCustomer(what.id, std::move(reply)); break;
    }
}

void RemovalUndo::keep(Kept kept)
{
    m_kept = std::move(kept);
    m_isComingBack = false;
    m_end.start();
    emit undoableChanged();
}

std::optional<RemovedView> RemovalUndo::undoable() const
{
    return m_kept ? std::optional(m_kept->view) : std::nullopt;
}

void RemovalUndo::endUndo()
{
    if (!m_kept)
        return;
    m_end.stop();
    m_kept.reset();
    emit undoableChanged();
}

// --- going

void RemovalUndo::removeProvider(const QString &name, Reply<RemovedView> reply)
{
    m_places.providers.takeProvider(
        name, [this, reply = std::move(reply)](const Result<config::ProviderDefinition> &removed) {
            if (!removed) {
                reply(unexpected(removed.error()));
                return;
            }
            const ProviderView view = providerView(*removed, m_places.providers.isInMemoryOnly());
            keep({view, RemovedProvider{*removed, m_places.catalog.removeProvider(removed->id.value)}});
            reply(view);
        });
}

void RemovalUndo::removeKey(const api::Removal &what, Reply<RemovedView> reply)
{
    m_places.providers.takeKey(
        what.provider, what.id, [this, reply = std::move(reply)](const Result<RemovedProviderKey> &removed) {
            if (!removed) {
                reply(unexpected(removed.error()));
                return;
            }
            const ProviderKeyView view = keyView(removed->key, m_places.providers.isInMemoryOnly());
            keep({view, *removed});
            reply(view);
        });
}

void RemovalUndo::removeRule(const QString &id, Reply<RemovedView> reply)
{
    const config::RoutingRule *found = m_places.rules.find(toUtf8(id));
    const config::RoutingRule rule = found ? *found : config::RoutingRule();
    m_places.rules.remove(id, [this, rule, reply = std::move(reply)](const Result<RoutingRuleView> &removed) {
        if (!removed) {
            reply(unexpected(removed.error()));
            return;
        }
        keep({*removed, rule});
        reply(*removed);
    });
}

template <typename Taken, typename View>
std::function<void(Result<Taken>)> RemovalUndo::whenTaken(View view, Reply<RemovedView> reply)
{
    return [this, view = std::move(view), reply = std::move(reply)](const Result<Taken> &removed) {
        if (!removed) {
            reply(unexpected(removed.error()));
            return;
        }
        keep({view, *removed});
        reply(view);
    };
}

void RemovalUndo::removeVirtualKey(const QString &id, Reply<RemovedView> reply)
{
    m_places.governance.takeVirtualKey(
        id, whenTaken<RemovedVirtualKey>(viewWithId(m_places.governance.virtualKeys(), id), std::move(reply)));
}

void RemovalUndo::removeTeam(const QString &id, Reply<RemovedView> reply)
{
    m_places.governance.takeTeam(
        id, whenTaken<RemovedOwner<config::Team>>(viewWithId(m_places.governance.teams(), id), std::move(reply)));
}

void RemovalUndo::removeCustomer(const QString &id, Reply<RemovedView> reply)
{
    m_places.governance.takeCustomer(id, whenTaken<RemovedOwner<config::Customer>>(
                                             viewWithId(m_places.governance.customers(), id), std::move(reply)));
}

void RemovalUndo::removeLimit(const QString &id, Reply<RemovedView> reply)
{
    m_places.governance.takeLimit(id, [this, reply = std::move(reply)](const Result<RemovedLimit> &removed) {
        if (removed)
            whenTaken<RemovedLimit>(removed->view, reply)(removed);
        else
            reply(unexpected(removed.error()));
    });
}

// --- coming back

template <typename View>
std::function<void(Result<View>)> RemovalUndo::whenBack(Reply<RemovedView> reply)
{
    return [this, reply = std::move(reply)](const Result<View> &restored) {
        if (!restored) {
            m_isComingBack = false;
            reply(unexpected(restored.error()));
            return;
        }
        if (m_isComingBack) // else something else was removed meanwhile, and is what can be undone now
            endUndo();
        m_isComingBack = false;
        reply(*restored);
    };
}

void RemovalUndo::undo(Reply<RemovedView> reply)
{
    if (!m_kept || m_isComingBack) {
        m_mainGate->post([reply = std::move(reply)] {
            reply(unexpected(Error::client(ErrorCode::NotFound, "There is nothing to undo any more.")));
        });
        return;
    }
    m_isComingBack = true;
    std::visit(Overload{[&](const RemovedProvider &removed) {
                            m_places.providers.restoreProvider(
                                removed.definition,
                                [this, name = removed.definition.id.value, listing = removed.listing,
                                 back = whenBack<ProviderView>(std::move(reply))](const Result<ProviderView> &view) {
                                    if (view && listing)
                                        m_places.catalog.setListing(name, *listing);
                                    back(view);
                                });
                        },
                        [&](const RemovedProviderKey &removed) {
                            m_places.providers.restoreKey(removed, whenBack<ProviderKeyView>(std::move(reply)));
                        },
                        [&](const config::RoutingRule &removed) {
                            m_places.rules.restore(removed, whenBack<RoutingRuleView>(std::move(reply)));
                        },
                        [&](const RemovedVirtualKey &removed) {
                            m_places.governance.restoreVirtualKey(removed, whenBack<VirtualKeyView>(std::move(reply)));
                        },
                        [&](const RemovedLimit &removed) {
                            m_places.governance.restoreLimit(removed,
                                                             whenBack<api::RemovedLimitView>(std::move(reply)));
                        },
                        [&](const RemovedOwner<config::Team> &removed) {
                            m_places.governance.restoreTeam(removed, whenBack<api::TeamView>(std::move(reply)));
                        },
                        [&](const RemovedOwner<config::Customer> &removed) {
                            m_places.governance.restoreCustomer(removed, whenBack<api::CustomerView>(std::move(reply)));
                        }},
               m_kept->what);
}

} // namespace gateway::service
