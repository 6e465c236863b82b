// Turns a report into the bars and the figures that the Usage page shows.
#pragma once

#include "gateway/api/usage_views.h"
#include "ui/display_format.h"
#include "ui/models/usage_range.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace ui::models {

enum class UsageMeasure { Cost, Tokens, Requests, Duration };

// Nano-dollars, tokens or requests; sums have no durations.
qint64 measured(const gateway::api::UsageSums &sums, UsageMeasure measure);
QString measuredText(qint64 value, UsageMeasure measure, const DisplayFormat &format);

// Amounts over time in up to eight series. Durations are microseconds, and -1 where nothing was measured.
struct UsageChart {
    UsageMeasure measure = UsageMeasure::Cost;
    QStringList series;
    QList<UsageStep> steps;
    QList<QList<qint64>> values; // of each step, one for each series
    qint64 largest = 0;          // of all steps

    bool hasSums() const { return measure != UsageMeasure::Duration; } // whether series add up to something
    qint64 sumOf(int step) const;
    bool isEmpty() const { return largest == 0; }
};

constexpr int mostSeries = 8; // the colours of charts

// By provider, in the order of the report, so that a provider keeps its colour in every chart of a page; what is beyond
// the eighth is one series "other".
UsageChart makeChart(const gateway::api::UsageReport &report, const QList<UsageStep> &steps, UsageMeasure measure);
UsageChart makeErrorChart(const gateway::api::UsageReport &report, const QList<UsageStep> &steps);

// By what tokens were: fresh input, read from a cache, written to one, output, and reasoning apart from output.
UsageChart makeTokenChart(const gateway::api::UsageReport &report, const QList<UsageStep> &steps);

// p50, p95 and p99. The report was asked for latencies of these steps; of others there are none.
enum class LatencyKind { FirstToken, Whole };
UsageChart makeLatencyChart(const gateway::api::UsageReport &report, const QList<UsageStep> &steps, LatencyKind kind);

// What was used on each of `count` days from `first`, local.
QList<qint64> daySums(const QList<gateway::api::UsageHour> &hours, const QDate &first, int count, UsageMeasure measure);

// A chart as a table, and as the text that programs read (RFC 4180): dollars, tokens, requests or seconds.
struct ChartFigures {
    QStringList heads;
    QList<QStringList> rows;
    QByteArray csv;
};

ChartFigures figuresOf(const UsageChart &chart, const DisplayFormat &format);
ChartFigures figuresOfDays(const QDate &first, const QList<qint64> &values, UsageMeasure measure,
                           const DisplayFormat &format);

// A place or a name for what has none: a request that reached no provider, a client without a name.
QString shownName(const gateway::api::UsageGroup &group);

// Every list of the report in one text (RFC 4180): list, name, requests, errors, tokens of each class, cost,
// unpriced, and what cached tokens cost and would have cost.
QByteArray usageCsv(const gateway::api::UsageReport &report);

} // namespace ui::models
