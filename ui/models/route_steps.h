// Tells an explanation of the router as steps from the request to the answer.
#pragma once

#include "gateway/api/route_views.h"
#include "gateway/base/request_state.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace ui::models {

struct RouteStep {
    gateway::RequestState shape = gateway::RequestState::Succeeded;
    QString title;        // "Rule 1, Near the budget"
    QString badge;        // one word on a tinted ground: "no", "chosen"; may be empty
    QStringList details;  // a line each
    bool isQuiet = false; // it decided nothing
    bool operator==(const RouteStep &) const = default;
};

QList<RouteStep> routeSteps(const gateway::api::RouteExplanationView &explanation);

} // namespace ui::models
