// What is said about virtual keys: what they may use, how much of their limits is used, how they are.
#pragma once

#include "gateway/api/governance_views.h"
#include "gateway/base/request_state.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace ui::models {

// "everything", "openai, anthropic", "gpt-5.4, gpt-5.4-nano"
QString mayUseText(const gateway::api::VirtualKeyView &key);

// "$4.42 of $5.00", "8,100 of 10,000 tokens"
QString useText(const gateway::api::LimitView &limit);
// "$4.42 of $5.00, about $7.10 by 18:00": with what it comes to at the end of the window, when that can be said.
QString useText(const gateway::api::LimitView &limit, const QDateTime &now);
// "$4.42 of $5.00, about $7.10": the same beside the end of the window.
QString useAndForecastText(const gateway::api::LimitView &limit);
// "$1.25", "500 tokens", "6 requests"
QString amountText(const gateway::api::LimitView &limit, qint64 amount);
// "$5.00 a day", "60 requests a minute", "1,000 tokens in 2 hours"
QString limitText(const gateway::api::LimitView &limit);
// "a day", "an hour", "in 3 days"
QString windowText(const QString &window);

// "18:00", and beyond a day "23 Nov"
QString untilText(const QDateTime &time, const QDateTime &now);

double usedShare(const gateway::api::LimitView &limit); // 0 to 1 and above
// What is used of it when its window ends, if it goes on like this; nothing while that cannot be said.
std::optional<double> forecastShare(const gateway::api::LimitView &limit);
// The one that is used most; null without limits. It is one of those that were given.
const gateway::api::LimitView *tightestLimit(const QList<gateway::api::LimitView> &limits);
const gateway::api::LimitView *tightestLimit(const gateway::api::VirtualKeyView &key);

struct KeyState {
    gateway::RequestState shape = gateway::RequestState::Succeeded; // shape and colour
    QString text;                                                   // "Active", "88% used", "Expired 1 Nov"
    bool isOff = false;                                             // off or expired: drawn quieter
    bool isSpent = false;
};
KeyState keyState(const gateway::api::VirtualKeyView &key, const QDateTime &now);
// Of a limit that is used up, or nearly: "Spent, until 18:00", "88% used"; nothing for the others.
std::optional<KeyState> tightState(const gateway::api::LimitView &limit, const QDateTime &now);

// What stands before and behind an amount of dollars, for fields that are typed into: "$" and "", or "" and " $".
std::pair<QString, QString> dollarSigns();

} // namespace ui::models
