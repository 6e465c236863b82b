// What a person should look at now: what happened, what it means, and the one thing to do about it.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/governance_views.h"
#include "ui/display_format.h"
#include "ui/models/owned_limits.h"

#include <QList>
#include <QString>

namespace ui::models {

struct AttentionItem {
    enum class Action { None, OpenProvider, OpenKey, OpenPrices, OpenRequest, OpenSettings, OpenLimits };
    gateway::RequestState shape = gateway::RequestState::UpstreamError;
    QString title;
    QString text;
    Action action = Action::None;
    QString actionText;
    QString target; // provider, id of the key, of the limit or of the request
    bool operator==(const AttentionItem &) const = default;
};

constexpr double nearBudget = 0.8; // share of a budget from which it needs a look

// How much of its money is used: the fullest of its budgets; 0 without one.
double usedShare(const gateway::api::VirtualKeyView &key);

// What is looked at.
struct AttentionFacts {
    gateway::api::GatewayStatus status;
    QList<gateway::api::ProviderView> providers;
    QList<gateway::api::VirtualKeyView> keys;
    QList<OwnedLimit> limits;                   // of all owners; those of keys themselves are told with the keys
    QList<gateway::api::RequestSummary> failed; // the latest
    bool isOffline = false;                     // there is no network beyond this computer
};

// The worst first: what keeps the gateway from working, providers, budgets, failed requests, missing prices. Requests
// that failed by one provider and error are one item. Limits of less than a day are reached every other minute, which is
// how they work, so they are told only where they are of money.
QList<AttentionItem> attentionItems(const AttentionFacts &facts, const DisplayFormat &format);

} // namespace ui::models
