// What requests cost, in words and rows.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/display_format.h"
#include "ui/widgets/facts_grid.h"

#include <QList>
#include <QString>

namespace ui::models {

// "$0.0645"; "no price" when a cost is not known; a dash while it runs, and for the time before costs were counted.
QString costText(const gateway::api::RequestSummary &request, const DisplayFormat &format);
QString costToolTip(const gateway::api::RequestSummary &request, const DisplayFormat &format);

// The arithmetic of one request: name; count, price of a million, cost.
QList<widgets::FactsGrid::Row> costRows(const gateway::api::RequestDetail &detail, const DisplayFormat &format);
// Where the price is from, or why there is none; may be empty.
QString costNote(const gateway::api::RequestDetail &detail, const DisplayFormat &format);

} // namespace ui::models
