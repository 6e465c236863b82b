// Turns a report into the bars and the figures that the Usage page shows.
#pragma once

#include "gateway/api/usage_views.h"
#include "ui/display_format.h"
#include "ui/models/usage_range.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace ui::models {

enum class UsageMeasure { Cost, Tokens, Requests };

qint64 measured(const gateway::api::UsageSums &sums, UsageMeasure measure); // nano-dollars, tokens or requests
QString measuredText(qint64 value, UsageMeasure measure, const DisplayFormat &format);

// Stacked bars: series are providers, the largest first; what is beyond the eighth is one series "other".
struct UsageChart {
    UsageMeasure measure = UsageMeasure::Cost;
    QStringList series;
    QList<UsageStep> steps;
    QList<QList<qint64>> values; // of each step, one for each series
    qint64 largest = 0;          // of all steps

    qint64 sumOf(int step) const;
    bool isEmpty() const { return largest == 0; }
};

constexpr int mostSeries = 8; // the colours of charts

UsageChart makeChart(const gateway::api::UsageReport &report, const QList<UsageStep> &steps, UsageMeasure measure);

// A place or a name for what has none: a request that reached no provider, a client without a name.
QString shownName(const gateway::api::UsageGroup &group);

// Every list of the report in one text (RFC 4180): list, name, requests, errors, tokens of each class, cost, unpriced.
QByteArray usageCsv(const gateway::api::UsageReport &report);

} // namespace ui::models
