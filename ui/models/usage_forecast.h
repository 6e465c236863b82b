// What a month will have cost at its end, if it goes on as it did.
#pragma once

#include "gateway/base/money.h"

#include <QDateTime>

#include <optional>

namespace ui::models {

// `spent` since the month began, or since `firstHour` when that is later: somebody who began on the 20th did not spend
// nothing for 19 days. Empty outside of the current month, and in its first day, of which nothing can be said.
std::optional<gateway::Money> forecastForMonth(gateway::Money spent, const QDate &month, const QDateTime &firstHour,
                                               const QDateTime &now);

} // namespace ui::models
