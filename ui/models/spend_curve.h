// What a virtual key spent in the window of its budget, point by point, and what follows from it.
#pragma once

#include "gateway/api/governance_views.h"
#include "gateway/api/usage_views.h"
#include "ui/display_format.h"
#include "ui/models/usage_chart.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace ui::models {

struct SpendPoint {
    QDateTime time;   // local
    qint64 spent = 0; // nano-dollars, of everything since the window began
    bool operator==(const SpendPoint &) const = default;
};

struct SpendCurve {
    QDateTime start; // local, of the window
    QDateTime end;
    QList<SpendPoint> points;       // rising; the last one is now
    std::optional<qint64> most;     // where requests are refused
    std::optional<qint64> forecast; // at the end, if it goes on like this
    bool operator==(const SpendCurve &) const = default;
};

// The window of the fullest budget, or today where there is none. Times are UTC.
struct SpendWindow {
    const gateway::api::LimitView *budget = nullptr; // one of the key's
    QDateTime from;
    QDateTime until;
};
SpendWindow spendWindow(const gateway::api::VirtualKeyView &key, const QDateTime &now);
int bucketSeconds(const SpendWindow &window); // of about a hundred buckets

// What the stored requests do not tell any more, because they were deleted, stands at the beginning.
SpendCurve makeSpendCurve(const SpendWindow &window, const QList<gateway::api::LogBucket> &buckets, int bucketSeconds,
                          const QDateTime &now);

// "At this pace the budget is spent at about 16:45. Requests are then refused until 00:00."
QString paceText(const gateway::api::VirtualKeyView &key, const QDateTime &now);

ChartFigures figuresOf(const SpendCurve &curve, const DisplayFormat &format);
QString pointTime(const SpendCurve &curve, const QDateTime &time); // a clock, or a day where the window is longer

} // namespace ui::models
