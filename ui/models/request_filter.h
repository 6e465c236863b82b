// Decides in memory which requests the list shows, by the same rule as HistoryQuery does in the store.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/inspector_views.h"
#include "gateway/base/filter_term.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <optional>

namespace ui::models {

struct RequestFilter {
    QString text;                       // in model, provider, client, error text or id, without case
    QSet<gateway::RequestState> states; // empty: all
    // What was written in the language of the filter field, where it is more than one text.
    std::optional<gateway::FilterTerm> condition{};
    QDateTime startedFrom{}; // invalid: no limit
    QDateTime startedUntil{};

    bool isEmpty() const
    {
        return text.isEmpty() && states.isEmpty() && !condition && !startedFrom.isValid() && !startedUntil.isValid();
    }
    bool matches(const gateway::api::RequestSummary &request, const gateway::api::RequestMark &mark = {}) const;
    QStringList stateNames() const; // requestStateName, sorted
    bool operator==(const RequestFilter &) const = default;
};

// Only the store can tell what requests say: what it found matches, a live request does not until it is read again.
bool asksForBodies(const gateway::FilterTerm &term);
QString wordsOfBodies(const gateway::FilterTerm &term); // that requests must say, or may: to be marked in them

bool holds(const gateway::FilterTerm &term, const gateway::api::RequestSummary &request,
           const gateway::api::RequestMark &mark);

} // namespace ui::models
