#include "ui/models/owned_limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ui::models {

using gateway::Error;
using gateway::ErrorCode;
using gateway::RequestState;
using gateway::Result;
using gateway::api::CustomerView;
using gateway::api::GovernanceFacade;
using gateway::api::LimitOwnerKind;
using gateway::api::LimitView;
using gateway::api::MadeVirtualKey;
using gateway::api::SharedLimitsView;
using gateway::api::TeamView;
using gateway::api::VirtualKeyModelView;
using gateway::api::VirtualKeyProviderView;
using gateway::api::VirtualKeyView;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OwnedLimits)
};

LimitOwnerKind kindOf(const SharedLimitsView &shared)
{
    if (!shared.model.isEmpty())
        return LimitOwnerKind::Model;
    return shared.provider.isEmpty() ? LimitOwnerKind::Everything : LimitOwnerKind::Provider;
}

bool isShared(LimitOwnerKind kind)
{
    return kind == LimitOwnerKind::Everything || kind == LimitOwnerKind::Provider || kind == LimitOwnerKind::Model;
}

void addLimits(QList<OwnedLimit> &all, OwnedLimit owner, const QList<LimitView> &limits)
{
    for (const LimitView &limit : limits) {
        owner.limit = limit;
        all.append(owner);
    }
}

void addShared(QList<OwnedLimit> &all, const QList<SharedLimitsView> &shared, LimitOwnerKind kind)
{
    for (const SharedLimitsView &each : shared) {
        if (kindOf(each) == kind)
            addLimits(all, {kind, each.id, {}, each.provider, each.model, {}}, each.limits);
    }
}

void put(QList<LimitView> &limits, const LimitView &limit)
{
    const auto same = std::find_if(limits.begin(), limits.end(), [&limit](const LimitView &each) {
        return !limit.id.isEmpty() && each.id == limit.id;
    });
    if (same == limits.end())
        limits.append(limit);
    else
        *same = limit;
}

template <typename View>
std::optional<View> findView(const QList<View> &views, const QString &id)
{
    const auto found = std::find_if(views.begin(), views.end(), [&id](const View &each) { return each.id == id; });
    return found == views.end() ? std::nullopt : std::optional(*found);
}

using Done = std::function<void(const Result<bool> &)>;

void tellGone(const Done &done)
{
    done(gateway::unexpected(Error::client(ErrorCode::NotFound, "What the limit was for is not there any more.")));
}

template <typename View>
GovernanceFacade::Reply<View> whenSaved(const Done &done)
{
    return [done](const Result<View> &saved) {
        if (saved)
            done(true);
        else
            done(gateway::unexpected(saved.error()));
    };
}

// A provider or a model that the key says nothing of yet is named with its first limit, which allows and forbids nothing.
void putInProvider(VirtualKeyView &key, const OwnedLimit &limit)
{
    auto provider =
        std::find_if(key.providers.begin(), key.providers.end(),
                     [&limit](const VirtualKeyProviderView &each) { return each.provider == limit.provider; });
    if (provider == key.providers.end()) {
        VirtualKeyProviderView made;
        made.provider = limit.provider;
        provider = key.providers.insert(provider, made);
    }
    if (limit.model.isEmpty()) {
        put(provider->limits, limit.limit);
        return;
    }
    auto model = std::find_if(provider->modelLimits.begin(), provider->modelLimits.end(),
                              [&limit](const VirtualKeyModelView &each) { return each.model == limit.model; });
    if (model == provider->modelLimits.end())
        model = provider->modelLimits.insert(model, {limit.model, {}});
    put(model->limits, limit.limit);
}

void saveToKey(GovernanceFacade &governance, const OwnedLimit &limit, const Done &done)
{
    std::optional<VirtualKeyView> key = findView(governance.virtualKeys(), limit.ownerId);
    if (!key) {
        tellGone(done);
        return;
    }
    if (limit.kind == LimitOwnerKind::VirtualKey) {
        put(key->limits, limit.limit);
    } else {
        putInProvider(*key, limit);
    }
    governance.saveVirtualKey({*key, std::nullopt}, whenSaved<MadeVirtualKey>(done));
}

void saveToShared(GovernanceFacade &governance, const OwnedLimit &limit, const Done &done)
{
    const QList<SharedLimitsView> all = governance.sharedLimits();
    SharedLimitsView shared;
    shared.provider = limit.provider;
    shared.model = limit.model;
    for (const SharedLimitsView &each : all) {
        const bool isIt = limit.ownerId.isEmpty() ? each.provider == limit.provider && each.model == limit.model
                                                  : each.id == limit.ownerId;
        if (isIt)
            shared = each;
    }
    put(shared.limits, limit.limit);
    governance.saveSharedLimits(shared, false, whenSaved<SharedLimitsView>(done));
}

} // namespace

QList<OwnedLimit> limitsInForce(const GovernanceFacade &governance)
{
    QList<OwnedLimit> all;
    const QList<SharedLimitsView> shared = governance.sharedLimits();
    for (const auto kind : {LimitOwnerKind::Everything, LimitOwnerKind::Provider, LimitOwnerKind::Model})
        addShared(all, shared, kind);
    for (const CustomerView &customer : governance.customers())
        addLimits(all, {LimitOwnerKind::Customer, customer.id, customer.name, {}, {}, {}}, customer.limits);
    for (const TeamView &team : governance.teams())
        addLimits(all, {LimitOwnerKind::Team, team.id, team.name, {}, {}, {}}, team.limits);
    for (const VirtualKeyView &key : governance.virtualKeys()) {
        addLimits(all, {LimitOwnerKind::VirtualKey, key.id, key.name, {}, {}, {}}, key.limits);
        for (const VirtualKeyProviderView &provider : key.providers) {
            OwnedLimit owner{LimitOwnerKind::VirtualKeyProvider, key.id, key.name, provider.provider, {}, {}};
            addLimits(all, owner, provider.limits);
            for (const VirtualKeyModelView &model : provider.modelLimits) {
                owner.model = model.model;
                addLimits(all, owner, model.limits);
            }
        }
    }
    return all;
}

QString ownerText(const OwnedLimit &limit)
{
    const QString target = limit.provider.isEmpty() ? limit.model
                           : limit.model.isEmpty()  ? limit.provider
                                                    : limit.provider + QLatin1Char('/') + limit.model;
    if (limit.kind == LimitOwnerKind::VirtualKeyProvider)
        return Text::tr("Key %1, only %2", "name of a virtual key, of a provider").arg(limit.name, target);
    return ownerText(limit.kind, isShared(limit.kind) ? target : limit.name);
}

QString ownerText(LimitOwnerKind kind, const QString &name)
{
    switch (kind) {
    case LimitOwnerKind::Everything: return Text::tr("All requests");
    case LimitOwnerKind::Provider: return Text::tr("Provider %1").arg(name);
    case LimitOwnerKind::Model: return Text::tr("Model or alias %1").arg(name);
    case LimitOwnerKind::Customer: return Text::tr("Customer %1").arg(name);
    case LimitOwnerKind::Team: return Text::tr("Team %1").arg(name);
    case LimitOwnerKind::VirtualKey:
    case LimitOwnerKind::VirtualKeyProvider: return Text::tr("Key %1", "name of a virtual key").arg(name);
    }
    return name;
}

QString resetText(const LimitView &limit, const QDateTime &now)
{
    if (!limit.isCalendarAligned && !limit.began.isValid())
        return Text::tr("not begun", "the window of a limit");
    return limit.resetsAt.isValid() ? untilText(limit.resetsAt, now) : QString();
}

KeyState limitState(const LimitView &limit, const QDateTime &now)
{
    KeyState state =
        tightState(limit, now)
            .value_or(KeyState{RequestState::Succeeded, Text::tr("Open", "a limit that is not used up"), false, false});
    if (limit.extra > 0)
        state.text = Text::tr("%1, %2 more until %3", "state of a limit, an amount, a time")
                         .arg(state.text, amountText(limit, limit.extra), untilText(limit.extraUntil, now));
    return state;
}

void saveLimit(GovernanceFacade &governance, const OwnedLimit &limit, Done done)
{
    switch (limit.kind) {
    case LimitOwnerKind::VirtualKey:
    case LimitOwnerKind::VirtualKeyProvider: saveToKey(governance, limit, done); return;
    case LimitOwnerKind::Team:
        if (auto team = findView(governance.teams(), limit.ownerId)) {
            put(team->limits, limit.limit);
            governance.saveTeam(*team, false, whenSaved<TeamView>(done));
            return;
        }
        break;
    case LimitOwnerKind::Customer:
        if (auto customer = findView(governance.customers(), limit.ownerId)) {
            put(customer->limits, limit.limit);
            governance.saveCustomer(*customer, false, whenSaved<CustomerView>(done));
            return;
        }
        break;
    case LimitOwnerKind::Everything:
    case LimitOwnerKind::Provider:
    case LimitOwnerKind::Model: saveToShared(governance, limit, done); return;
    }
    tellGone(done);
}

} // namespace ui::models
