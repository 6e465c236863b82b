#include "gateway/service/governance_views.h"

#include "gateway/base/refusal.h"
#include "gateway/config/model_names.h"
#include "gateway/governance/limit_forecast.h"
#include "gateway/governance/limit_window.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <cmath>

namespace gateway::service {

namespace {

using api::LimitView;
using api::VirtualKeyProviderView;
using config::UsageLimit;
using config::UsageLimits;
using config::VirtualKeyProvider;
using governance::LimitLedger;

QStringList textsOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(toText(text));
    return list;
}

std::vector<std::string> namesOf(const QStringList &list)
{
    std::vector<std::string> names;
    for (const QString &text : list) {
        if (const QString name = text.trimmed(); !name.isEmpty())
            names.push_back(toUtf8(name));
    }
    return names;
}

QList<LimitView> limitViews(const UsageLimits &limits, const LimitLedger &ledger)
{
    QList<LimitView> views;
    for (const UsageLimit &limit : limits)
        views.append(limitView(limit, ledger));
    return views;
}

Result<UsageLimit> readLimit(const LimitView &view)
{
    auto window = governance::parseWindow(toUtf8(view.window));
    if (!window)
        return unexpected(window.error());
    window->isCalendarAligned = view.isCalendarAligned;
    window->timeZone = toUtf8(view.timeZone);
    if (!governance::isTimeZone(window->timeZone))
        return unexpected(refused("\"" + window->timeZone + "\" is not a time zone. Write it like Europe/Berlin."));
    if (view.most < 0)
        return unexpected(refused("A limit cannot be less than 0."));
    UsageLimit limit;
    limit.id.value = toUtf8(view.id);
    limit.unit = static_cast<config::LimitUnit>(view.unit);
    limit.most = view.most;
    limit.window = std::move(*window);
    return limit;
}

bool isSameKind(const UsageLimit &left, const UsageLimit &right)
{
    return left.unit == right.unit && left.window.count == right.window.count && left.window.unit == right.window.unit;
}

Result<bool> checkModels(const std::vector<std::string> &models)
{
    if (const auto problem = config::problemOfModels(models))
        return unexpected(refused(*problem));
    return true;
}

const config::ModelUsageLimits *findModel(const VirtualKeyProvider &provider, const std::string &model)
{
    const auto found = std::find_if(provider.modelLimits.begin(), provider.modelLimits.end(),
                                    [&model](const config::ModelUsageLimits &each) { return each.model == model; });
    return found == provider.modelLimits.end() ? nullptr : &*found;
}

Result<config::ModelUsageLimits> readModel(const api::VirtualKeyModelView &view, const VirtualKeyProvider *previous,
                                           bool trustsIds)
{
    config::ModelUsageLimits model;
    model.model = toUtf8(view.model.trimmed());
    if (model.model.empty())
        return unexpected(refused("Limits of a model need the name of the model."));
    const config::ModelUsageLimits *before = previous ? findModel(*previous, model.model) : nullptr;
    auto limits = readLimits(view.limits, before ? before->limits : UsageLimits(), trustsIds);
    if (!limits)
        return unexpected(limits.error());
    model.limits = std::move(*limits);
    return model;
}

Result<VirtualKeyProvider> readProvider(const VirtualKeyProviderView &view, const config::VirtualKey &key,
                                        bool trustsIds)
{
    VirtualKeyProvider provider;
    provider.provider = toUtf8(view.provider.trimmed());
    const VirtualKeyProvider *previous = key.findProvider(provider.provider);
    provider.id = previous ? previous->id : trustsIds && !view.id.isEmpty() ? toUtf8(view.id) : makeUuid();
    provider.weight = view.weight;
    if (view.weight && (!std::isfinite(*view.weight) || *view.weight < 0))
        return unexpected(refused("The weight of a provider cannot be less than 0."));
    provider.allowedModels = namesOf(view.allowedModels);
    provider.deniedModels = namesOf(view.deniedModels);
    for (const auto *models : {&provider.allowedModels, &provider.deniedModels}) {
        if (const auto fine = checkModels(*models); !fine)
            return unexpected(fine.error());
    }
    provider.allowsAllKeys = view.allowsAllKeys;
    provider.keys = namesOf(view.keys);
    auto limits = readLimits(view.limits, previous ? previous->limits : UsageLimits(), trustsIds);
    if (!limits)
        return unexpected(limits.error());
    provider.limits = std::move(*limits);
    for (const api::VirtualKeyModelView &each : view.modelLimits) {
        auto model = readModel(each, previous, trustsIds);
        if (!model)
            return unexpected(model.error());
        if (findModel(provider, model->model))
            return unexpected(refused("The limits of the model \"" + model->model + "\" are there twice."));
        provider.modelLimits.push_back(std::move(*model));
    }
    return provider;
}

} // namespace

LimitView limitView(const UsageLimit &limit, const LimitLedger &ledger)
{
    const governance::LimitUse use = ledger.use(limit);
    LimitView view;
    view.id = toText(limit.id.value);
    view.unit = static_cast<api::LimitUnit>(limit.unit);
    view.most = limit.most;
    view.window = toText(governance::windowText(limit.window));
    view.isCalendarAligned = limit.window.isCalendarAligned;
    view.timeZone = toText(limit.window.timeZone);
    view.used = use.used;
    view.reserved = use.reserved;
    if (use.began != WallTime{})
        view.began = inUtc(use.began);
    view.resetsAt = inUtc(use.resetsAt);
    view.forecast = governance::forecastUse(use, ledger.now());
    return view;
}

api::VirtualKeyView virtualKeyView(const config::VirtualKey &key, const LimitLedger &ledger)
{
    api::VirtualKeyView view;
    view.id = toText(key.id.value);
    view.name = toText(key.name);
    view.description = toText(key.description);
    view.shownPrefix = toText(key.shownPrefix);
    view.isActive = key.isActive;
    view.expiresAt = inUtc(key.expiresAt);
    view.previousExpiresAt = inUtc(key.previousExpiresAt);
    view.rotatedAt = inUtc(key.rotatedAt);
    view.goesWhenExpired = key.goesWhenExpired;
    view.keepsValue = key.keepsValue;
    view.hasKeptValue = key.hasKeptValue;
    view.allowsAllProviders = key.allowsAllProviders;
    for (const VirtualKeyProvider &provider : key.providers) {
        VirtualKeyProviderView each;
        each.id = toText(provider.id);
        each.provider = toText(provider.provider);
        each.weight = provider.weight;
        each.allowedModels = textsOf(provider.allowedModels);
        each.deniedModels = textsOf(provider.deniedModels);
        each.allowsAllKeys = provider.allowsAllKeys;
        each.keys = textsOf(provider.keys);
        each.limits = limitViews(provider.limits, ledger);
        for (const config::ModelUsageLimits &model : provider.modelLimits)
            each.modelLimits.append({toText(model.model), limitViews(model.limits, ledger)});
        view.providers.append(each);
    }
    view.teamId = toText(key.team.value);
    view.customerId = toText(key.customer.value);
    view.limits = limitViews(key.limits, ledger);
    view.isPrivate = key.isPrivate;
    view.environmentVariable = toText(key.environmentVariable);
    view.createdAt = inUtc(key.createdAt);
    view.updatedAt = inUtc(key.updatedAt);
    return view;
}

api::TeamView teamView(const config::Team &team, const LimitLedger &ledger)
{
    return {toText(team.id.value),           toText(team.name),     toText(team.customer.value),
            limitViews(team.limits, ledger), inUtc(team.createdAt), inUtc(team.updatedAt)};
}

api::CustomerView customerView(const config::Customer &customer, const LimitLedger &ledger)
{
    return {toText(customer.id.value), toText(customer.name), limitViews(customer.limits, ledger),
            inUtc(customer.createdAt), inUtc(customer.updatedAt)};
}

api::SharedLimitsView sharedLimitsView(const config::SharedLimits &shared, const LimitLedger &ledger)
{
    return {toText(shared.id),       toText(shared.provider), toText(shared.model), limitViews(shared.limits, ledger),
            inUtc(shared.createdAt), inUtc(shared.updatedAt)};
}

Result<UsageLimits> readLimits(const QList<LimitView> &views, const UsageLimits &previous, bool trustsIds)
{
    UsageLimits limits;
    for (const LimitView &view : views) {
        auto limit = readLimit(view);
        if (!limit)
            return unexpected(limit.error());
        const auto isAlike = [&limit](const UsageLimit &each) { return isSameKind(each, *limit); };
        if (std::any_of(limits.begin(), limits.end(), isAlike))
            return unexpected(refused("Two limits of the same kind have the duration " + toUtf8(view.window) + "."));
        const auto hasId = [&limit](const UsageLimit &each) { return each.id == limit->id; };
        const auto same = std::find_if(previous.begin(), previous.end(), hasId);
        const auto alike = std::find_if(previous.begin(), previous.end(), isAlike);
        if (same != previous.end() && same->unit == limit->unit)
            limit->id = same->id;
        else if (alike != previous.end() && (!trustsIds || limit->id.isEmpty()))
            limit->id = alike->id;
        else if (!trustsIds || limit->id.isEmpty())
            limit->id.value = makeUuid();
        limits.push_back(std::move(*limit));
    }
    return limits;
}

Result<config::VirtualKey> readVirtualKey(const api::VirtualKeyView &view, const config::VirtualKey &previous,
                                          bool trustsIds)
{
    config::VirtualKey key = previous;
    key.name = toUtf8(view.name.trimmed());
    if (key.name.empty())
        return unexpected(refused("A virtual key needs a name."));
    key.description = toUtf8(view.description);
    key.isActive = view.isActive;
    key.expiresAt = wallTime(view.expiresAt);
    key.goesWhenExpired = view.goesWhenExpired;
    key.keepsValue = view.keepsValue;
    key.allowsAllProviders = view.allowsAllProviders;
    key.team.value = toUtf8(view.teamId);
    key.customer.value = toUtf8(view.customerId);
    if (!key.team.isEmpty() && !key.customer.isEmpty())
        return unexpected(refused("A virtual key belongs to a team or to a customer, not to both."));
    key.isPrivate = view.isPrivate;
    key.environmentVariable = toUtf8(view.environmentVariable);
    key.providers.clear();
    for (const VirtualKeyProviderView &each : view.providers) {
        auto provider = readProvider(each, previous, trustsIds);
        if (!provider)
            return unexpected(provider.error());
        if (key.findProvider(provider->provider))
            return unexpected(refused("The provider \"" + provider->provider + "\" is there twice."));
        key.providers.push_back(std::move(*provider));
    }
    auto limits = readLimits(view.limits, previous.limits, trustsIds);
    if (!limits)
        return unexpected(limits.error());
    key.limits = std::move(*limits);
    return key;
}

std::vector<config::LimitId> limitIds(const UsageLimits &limits)
{
    std::vector<config::LimitId> ids;
    for (const UsageLimit &limit : limits)
        ids.push_back(limit.id);
    return ids;
}

std::vector<config::LimitId> limitIds(const config::VirtualKey &key)
{
    std::vector<config::LimitId> ids = limitIds(key.limits);
    const auto add = [&ids](const UsageLimits &limits) {
        const auto more = limitIds(limits);
        ids.insert(ids.end(), more.begin(), more.end());
    };
    for (const VirtualKeyProvider &provider : key.providers) {
        add(provider.limits);
        for (const config::ModelUsageLimits &model : provider.modelLimits)
            add(model.limits);
    }
    return ids;
}

} // namespace gateway::service
