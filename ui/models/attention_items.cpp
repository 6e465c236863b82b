#include "ui/models/attention_items.h"

#include "ui/look/state_shape.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_words.h"
#include "ui/models/request_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::models {

using gateway::RequestState;
using gateway::api::GatewayStatus;
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

void addProviders(QList<AttentionItem> &items, const QList<ProviderView> &providers)
{
    for (const ProviderView &provider : providers) {
        if (!provider.isEnabled || !needsLook(provider))
            continue;
        const QString text = provider.errorsLastHour > 0 ? Text::tr("%1 of %2 requests of the last hour failed")
                                                               .arg(provider.errorsLastHour)
                                                               .arg(provider.requestsLastHour)
                                                         : Text::tr("No request of the last hour failed");
        const bool isAboutKey =
            provider.health == ProviderHealth::KeyRejected || provider.health == ProviderHealth::NoKey;
        items.append({healthState(provider.health),
                      QStringLiteral("%1: %2").arg(shownTitle(provider), healthText(provider)), text,
                      Action::OpenProvider, isAboutKey ? Text::tr("Enter new key") : Text::tr("Open provider"),
                      provider.name});
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

QList<AttentionItem> attentionItems(const GatewayStatus &status, const QList<ProviderView> &providers,
                                    const QList<VirtualKeyView> &keys, const QList<RequestSummary> &failed,
                                    const DisplayFormat &format)
{
    QList<AttentionItem> items;
    addGateway(items, status, format);
    addProviders(items, providers);
    addBudgets(items, keys, format);
    addFailures(items, failed, format);
    if (status.unpricedToday > 0) {
        items.append({RequestState::ClientError,
                      Text::tr("%n tries of today have no price", nullptr, static_cast<int>(status.unpricedToday)),
                      Text::tr("They are in no sum"),
                      Action::OpenPrices,
                      Text::tr("Set a price"),
                      {}});
    }
    return items;
}

} // namespace ui::models
