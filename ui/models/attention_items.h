// What a person should look at now: what happened, what it means, and the one thing to do about it.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/governance_views.h"
#include "ui/display_format.h"

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
    QString target; // provider, id of the key or of the request
    bool operator==(const AttentionItem &) const = default;
};

constexpr double nearBudget = 0.8; // share of a budget from which it needs a look

// How much of its money is used: the fullest of its budgets; 0 without one.
double usedShare(const gateway::api::VirtualKeyView &key);

// The worst first: what keeps the gateway from working, providers, budgets, failed requests, missing prices. `failed`
// are the latest requests that failed; those of one provider and error are one item.
QList<AttentionItem> attentionItems(const gateway::api::GatewayStatus &status,
                                    const QList<gateway::api::ProviderView> &providers,
                                    const QList<gateway::api::VirtualKeyView> &keys,
                                    const QList<gateway::api::RequestSummary> &failed, const DisplayFormat &format);

} // namespace ui::models
