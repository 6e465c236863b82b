#include "ui/models/session_figures.h"

namespace ui::models {

using gateway::api::RequestSummary;
using gateway::api::SessionView;

SessionView figuresOf(const RequestSummary &request)
{
    SessionView figures;
    figures.id = request.sessionId;
    figures.requests = 1;
    figures.failed = hasFailed(request.state) ? 1 : 0;
    figures.cost = request.cost.value_or(gateway::Money{});
    figures.unpriced = request.unpricedAttempts > 0 ? 1 : 0;
    figures.inputTokens = request.inputTokens.value_or(0);
    figures.outputTokens = request.outputTokens.value_or(0);
    figures.firstStart = request.startedAt;
    figures.lastStart = request.startedAt;
    return figures;
}

void addFigures(SessionView &sum, const SessionView &part, int sign)
{
    sum.requests += sign * part.requests;
    sum.failed += sign * part.failed;
    sum.cost.nanoDollars += sign * part.cost.nanoDollars;
    sum.unpriced += sign * part.unpriced;
    sum.inputTokens += sign * part.inputTokens;
    sum.outputTokens += sign * part.outputTokens;
}

void addTimes(SessionView &sum, const SessionView &part)
{
    if (!sum.firstStart.isValid() || part.firstStart < sum.firstStart)
        sum.firstStart = part.firstStart;
    if (!sum.lastStart.isValid() || part.lastStart > sum.lastStart)
        sum.lastStart = part.lastStart;
}

} // namespace ui::models
