#include "ui/models/attention_items.h"

#include "ui/look/state_shape.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_words.h"
#include "ui/models/request_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ui::models {

using gateway::RequestState;
using gateway::api::GatewayStatus;
using gateway::api::LimitOwnerKind;
using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::ListenerState;
using gateway::api::ProviderHealth;
using gateway::api::ProviderView;
using gateway::api::RequestSummary;
using gateway::api::VirtualKeyView;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AttentionItems)
};

using Action = AttentionItem::Action;

const LimitView *fullestBudget(const VirtualKeyView &key)
{
    const LimitView *fullest = nullptr;
    const auto share = [](const LimitView &limit) {
        return static_cast<double>(limit.used) / static_cast<double>(limit.most);
    };
    for (const LimitView &limit : key.limits) {
        if (limit.unit == LimitUnit::Money && limit.most > 0 && (fullest == nullptr || share(limit) > share(*fullest)))
            fullest = &limit;
    }
    return fullest;
}

void addGateway(QList<AttentionItem> &items, const GatewayStatus &status, const DisplayFormat &format)
{
    if (status.listener == ListenerState::Failed) {
        items.append(
            {RequestState::UpstreamError,
             status.listenerProblem.isEmpty() ? Text::tr("The gateway is not running") : status.listenerProblem,
             Text::tr("No program reaches it until it listens."),
             Action::OpenSettings,
             Text::tr("Choose a port"),
             {}});
    }
    if (!status.configurationProblem.isEmpty()) {
        items.append({RequestState::BrokenStream,
                      Text::tr("The changed configuration file is not in force"),
                      status.configurationProblem,
                      Action::None,
                      {},
                      {}});
    }
    if (!status.storageProblem.isEmpty() || status.droppedRecords > 0) {
        items.append(
            {RequestState::BrokenStream,
             status.storageProblem.isEmpty() ? Text::tr("Requests could not be stored") : status.storageProblem,
             Text::tr("%1 requests were not stored. They still went through.").arg(format.count(status.droppedRecords)),
             Action::OpenSettings,
             Text::tr("Open settings"),
             {}});
    }
}

void addOffline(QList<AttentionItem> &items)
{
    items.append({RequestState::UpstreamError,
                  Text::tr("This computer is offline"),
                  Text::tr("Only providers on it can be reached. The others are tried again when the network is back."),
                  Action::None,
                  {},
                  {}});
}

void addProviders(QList<AttentionItem> &items, const QList<ProviderView> &providers, bool isOffline)
{
    for (const ProviderView &provider : providers) {
        if (!provider.isEnabled || !needsLook(provider) || isOnlyOffline(provider, isOffline))
            continue;
        const QString count = provider.errorsLastHour > 0 ? Text::tr("%1 of %2 requests of the last hour failed")
                                                                .arg(provider.errorsLastHour)
                                                                .arg(provider.requestsLastHour)
                                                          : Text::tr("No request of the last hour failed");
        const bool isAboutKey =
            provider.health == ProviderHealth::KeyRejected || provider.health == ProviderHealth::NoKey;
        const QString reason = healthReason(provider);
        items.append({healthState(provider.health),
                      QStringLiteral("%1: %2").arg(shownTitle(provider), healthName(provider)),
                      reason.isEmpty() ? count : QStringLiteral("%1 · %2").arg(reason, count), Action::OpenProvider,
                      isAboutKey ? Text::tr("Enter new key") : Text::tr("Open provider"), provider.name});
    }
}

void addBudgets(QList<AttentionItem> &items, const QList<VirtualKeyView> &keys, const DisplayFormat &format)
{
    for (const VirtualKeyView &key : keys) {
        const LimitView *budget = fullestBudget(key);
        if (!key.isActive || budget == nullptr || usedShare(key) < nearBudget)
            continue;
        const bool isSpent = budget->used >= budget->most;
        const QString until = budget->resetsAt.isValid()
                                  ? format.moment(budget->resetsAt.toLocalTime(), QDateTime::currentDateTime())
                                  : QString();
        const QString most = format.moneyTotal({budget->most});
        items.append({isSpent ? RequestState::Blocked : RequestState::ClientError,
                      isSpent ? Text::tr("%1 has spent its budget of %2").arg(key.name, most)
                              : Text::tr("%1 has used %2 of its budget").arg(key.name, format.percent(usedShare(key))),
                      isSpent ? (until.isEmpty() ? Text::tr("Its requests are refused")
                                                 : Text::tr("Its requests are refused; free again %1").arg(until))
                              : Text::tr("%1 of %2").arg(format.moneyTotal({budget->used}), most),
                      Action::OpenKey, Text::tr("Open key"), key.id});
    }
}

bool isLong(const QString &window) // a day or more
{
    return !window.isEmpty() && QStringLiteral("dwMQY").contains(window.back());
}

bool isTold(const OwnedLimit &owned, const QList<VirtualKeyView> &keys)
{
    if (owned.kind == LimitOwnerKind::VirtualKey || owned.limit.allowed() <= 0 || usedShare(owned.limit) < nearBudget)
        return false;
    const bool isOfKey = owned.kind == LimitOwnerKind::VirtualKeyProvider;
    const bool isInUse = !isOfKey || std::any_of(keys.begin(), keys.end(), [&owned](const VirtualKeyView &key) {
        return key.id == owned.ownerId && key.isActive;
    });
    return isInUse && (owned.limit.unit == LimitUnit::Money || isLong(owned.limit.window));
}

AttentionItem itemOf(const OwnedLimit &owned, const DisplayFormat &format)
{
    const LimitView &limit = owned.limit;
    const bool isMoney = limit.unit == LimitUnit::Money;
    const QString whose = ownerText(owned);
    const QString share = format.percent(usedShare(limit));
    if (usedShare(limit) < 1)
        return {RequestState::ClientError,
                isMoney ? Text::tr("%1: %2 of the budget is used", "whose, percent").arg(whose, share)
                        : Text::tr("%1: %2 of the limit is used", "whose, percent").arg(whose, share),
                useText(limit),
                Action::OpenLimits,
                Text::tr("Open limit"),
                limit.id};
    const QString until = limit.resetsAt.isValid()
                              ? format.moment(limit.resetsAt.toLocalTime(), QDateTime::currentDateTime())
                              : QString();
    return {RequestState::Blocked,
            isMoney ? Text::tr("%1: the budget of %2 is spent", "whose, an amount")
                          .arg(whose, format.moneyTotal({limit.allowed()}))
                    : Text::tr("%1: the limit is used up", "whose").arg(whose),
            until.isEmpty() ? Text::tr("Its requests are refused")
                            : Text::tr("Its requests are refused; free again %1").arg(until),
            Action::OpenLimits,
            Text::tr("Open limit"),
            limit.id};
}

// One item for each owner: of its limits the fullest.
void addLimits(QList<AttentionItem> &items, const AttentionFacts &facts, const DisplayFormat &format)
{
    QList<OwnedLimit> told;
    for (const OwnedLimit &owned : facts.limits) {
        if (!isTold(owned, facts.keys))
            continue;
        const bool isSameOwner =
            !told.isEmpty() && ownerText(told.last()) == ownerText(owned); // limits of one owner follow each other
        if (!isSameOwner)
            told.append(owned);
        else if (usedShare(owned.limit) > usedShare(told.last().limit))
            told.last() = owned;
    }
    for (const OwnedLimit &owned : std::as_const(told))
        items.append(itemOf(owned, format));
}

// A hundred times the same error is one thing to look at.
void addFailures(QList<AttentionItem> &items, const QList<RequestSummary> &failed, const DisplayFormat &format)
{
    struct Cause {
        const RequestSummary *newest;
        int count;
    };
    QList<Cause> causes;
    for (const RequestSummary &request : failed) {
        if (request.state == RequestState::Cancelled)
            continue;
        const auto same = std::find_if(causes.begin(), causes.end(), [&request](const Cause &cause) {
            return cause.newest->provider == request.provider && cause.newest->errorCode == request.errorCode
                   && cause.newest->status == request.status;
        });
        if (same == causes.end())
            causes.append({&request, 1});
        else
            ++same->count;
    }
    for (const Cause &cause : causes) {
        const RequestSummary &request = *cause.newest;
        const QString client = shortClientName(request.client);
        const QString head =
            cause.count > 1
                ? Text::tr("%n requests failed: %1", nullptr, cause.count).arg(errorText(request))
                : Text::tr("%1 failed: %2").arg(client.isEmpty() ? Text::tr("A request") : client, errorText(request));
        items.append(
            {request.state, head,
             QStringLiteral("%1 · %2").arg(format.moment(request.startedAt.toLocalTime(), QDateTime::currentDateTime()),
                                           servedText(request)),
             Action::OpenRequest, Text::tr("Open request"), request.id});
    }
}

} // namespace

double usedShare(const VirtualKeyView &key)
{
    const LimitView *budget = fullestBudget(key);
    return budget == nullptr ? 0 : static_cast<double>(budget->used) / static_cast<double>(budget->most);
}

QList<AttentionItem> attentionItems(const AttentionFacts &facts, const DisplayFormat &format)
{
    QList<AttentionItem> items;
    addGateway(items, facts.status, format);
    if (facts.isOffline)
        addOffline(items);
    addProviders(items, facts.providers, facts.isOffline);
    addLimits(items, facts, format);
    addBudgets(items, facts.keys, format);
    addFailures(items, facts.failed, format);
    if (facts.status.unpricedToday > 0) {
        items.append(
            {RequestState::ClientError,
             Text::tr("%n tries of today have no price", nullptr, static_cast<int>(facts.status.unpricedToday)),
             Text::tr("They are in no sum"),
             Action::OpenPrices,
             Text::tr("Set a price"),
             {}});
    }
    return items;
}

} // namespace ui::models
