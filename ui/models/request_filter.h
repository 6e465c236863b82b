// Decides in memory which requests the list shows, by the same rule as HistoryQuery does in the store.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QSet>
#include <QString>

namespace ui::models {

struct RequestFilter {
    QString text;                       // in model, provider, client, error text or id, without case
    QSet<gateway::RequestState> states; // empty: all

    bool isEmpty() const { return text.isEmpty() && states.isEmpty(); }
    bool matches(const gateway::api::RequestSummary &request) const;
    QStringList stateNames() const; // requestStateName, sorted
    bool operator==(const RequestFilter &) const = default;
};

} // namespace ui::models
