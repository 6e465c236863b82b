#include "ui/models/usage_chart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace ui::models {

using gateway::api::UsageGroup;
using gateway::api::UsageHour;
using gateway::api::UsageReport;
using gateway::api::UsageSums;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UsageChart)
};

QString seriesName(const QString &provider)
{
    return provider.isEmpty() ? Text::tr("no provider") : provider;
}

void findLargest(UsageChart &chart)
{
    for (int step = 0; step < chart.steps.size(); ++step)
        chart.largest = std::max(chart.largest, chart.sumOf(step));
}

int stepOf(const QList<UsageStep> &steps, const QDateTime &time)
{
    const auto after =
        std::upper_bound(steps.begin(), steps.end(), time,
                         [](const QDateTime &moment, const UsageStep &step) { return moment < step.start; });
    const int index = static_cast<int>(after - steps.begin()) - 1;
    return index >= 0 && time < steps[index].end ? index : -1;
}

template <typename Amount>
UsageChart byProvider(const UsageReport &report, const QList<UsageStep> &steps, UsageMeasure measure, Amount amountOf)
{
    UsageChart chart;
    chart.measure = measure;
    chart.steps = steps;
    QStringList names;
    for (const UsageGroup &group : report.byProvider)
        names.append(group.name);
    const bool hasOther = names.size() > mostSeries;
    const qsizetype own = hasOther ? mostSeries - 1 : names.size();
    for (qsizetype index = 0; index < own; ++index)
        chart.series.append(seriesName(names[index]));
    if (hasOther)
        chart.series.append(Text::tr("other"));
    chart.values.fill(QList<qint64>(chart.series.size(), 0), steps.size());
    for (const UsageHour &hour : report.hours) {
        const int step = stepOf(steps, hour.hour.toLocalTime());
        const auto place = names.indexOf(hour.provider);
        if (step >= 0 && place >= 0)
            chart.values[step][std::min<qsizetype>(place, chart.series.size() - 1)] += amountOf(hour.sums);
    }
    findLargest(chart);
    return chart;
}

// Dollars with nine decimals and a point, whatever the locale: programs read it.
QByteArray exactDollars(gateway::Money money)
{
    QByteArray digits = QByteArray::number(static_cast<qlonglong>(std::abs(money.nanoDollars))).rightJustified(10, '0');
    digits.insert(digits.size() - 9, '.');
    return money.nanoDollars < 0 ? '-' + digits : digits;
}

// Spreadsheets run what begins like a formula; names come from clients, so such a name is made text.
QByteArray quoted(const QString &text)
{
    QString safe = text;
    if (!safe.isEmpty() && QStringLiteral("=+-@\t\r").contains(safe.front()))
        safe.prepend(QLatin1Char('\''));
    return '"' + safe.replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

// As programs read it: dollars, whole numbers, seconds; empty where nothing was measured.
QByteArray exactText(qint64 value, UsageMeasure measure)
{
    if (measure == UsageMeasure::Cost)
        return exactDollars({value});
    if (measure != UsageMeasure::Duration)
        return QByteArray::number(value);
    return value < 0 ? QByteArray() : QByteArray::number(static_cast<double>(value) / 1e6, 'f', 6);
}

} // namespace

qint64 measured(const UsageSums &sums, UsageMeasure measure)
{
    switch (measure) {
    case UsageMeasure::Cost: return sums.cost.nanoDollars;
    case UsageMeasure::Tokens: return sums.tokens();
    case UsageMeasure::Requests: return sums.requests;
    case UsageMeasure::Duration: break;
    }
    return 0;
}

QString measuredText(qint64 value, UsageMeasure measure, const DisplayFormat &format)
{
    switch (measure) {
    case UsageMeasure::Cost: return format.moneyTotal({value});
    case UsageMeasure::Duration: return value < 0 ? DisplayFormat::missing() : format.duration(Microseconds(value));
    case UsageMeasure::Tokens:
    case UsageMeasure::Requests: break;
    }
    return format.count(value);
}

qint64 UsageChart::sumOf(int step) const
{
    return std::accumulate(values[step].begin(), values[step].end(), qint64{0});
}

UsageChart makeChart(const UsageReport &report, const QList<UsageStep> &steps, UsageMeasure measure)
{
    return byProvider(report, steps, measure, [measure](const UsageSums &sums) { return measured(sums, measure); });
}

UsageChart makeErrorChart(const UsageReport &report, const QList<UsageStep> &steps)
{
    return byProvider(report, steps, UsageMeasure::Requests, [](const UsageSums &sums) { return sums.errors; });
}

UsageChart makeTokenChart(const UsageReport &report, const QList<UsageStep> &steps)
{
    UsageChart chart;
    chart.measure = UsageMeasure::Tokens;
    chart.steps = steps;
    chart.series = {Text::tr("fresh input"), Text::tr("read from cache"), Text::tr("written to cache"),
                    Text::tr("output"), Text::tr("reasoning")};
    chart.values.fill(QList<qint64>(chart.series.size(), 0), steps.size());
    for (const auto &hour : report.hours) {
        const int step = stepOf(steps, hour.hour.toLocalTime());
        if (step < 0)
            continue;
        const UsageSums &sums = hour.sums;
        const qint64 kinds[] = {sums.uncachedInput, sums.cacheRead, sums.cacheWrite, sums.output - sums.reasoning,
                                sums.reasoning};
        for (qsizetype series = 0; series < chart.series.size(); ++series)
            chart.values[step][series] += kinds[series];
    }
    findLargest(chart);
    return chart;
}

UsageChart makeLatencyChart(const UsageReport &report, const QList<UsageStep> &steps, LatencyKind kind)
{
    UsageChart chart;
    chart.measure = UsageMeasure::Duration;
    chart.steps = steps;
    chart.series = {QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("p99")};
    chart.values.fill(QList<qint64>(chart.series.size(), -1), steps.size());
    if (report.latencySteps.size() != steps.size())
        return chart;
    for (qsizetype step = 0; step < steps.size(); ++step) {
        const auto &latency = report.latencySteps[step];
        const auto &figures = kind == LatencyKind::FirstToken ? latency.firstToken : latency.whole;
        if (figures.answers == 0)
            continue;
        chart.values[step] = {figures.p50.count(), figures.p95.count(), figures.p99.count()};
        chart.largest = std::max<qint64>(chart.largest, figures.p99.count());
    }
    return chart;
}

QList<qint64> daySums(const QList<UsageHour> &hours, const QDate &first, int count, UsageMeasure measure)
{
    QList<qint64> sums(count, 0);
    for (const UsageHour &hour : hours) {
        const qint64 day = first.daysTo(hour.hour.toLocalTime().date());
        if (day >= 0 && day < count)
            sums[day] += measured(hour.sums, measure);
    }
    return sums;
}

QString shownName(const UsageGroup &group)
{
    if (!group.name.isEmpty())
        return group.provider.isEmpty() ? group.name : group.provider + QStringLiteral(" / ") + group.name;
    return group.provider.isEmpty() ? Text::tr("none") : group.provider;
}

ChartFigures figuresOf(const UsageChart &chart, const DisplayFormat &format)
{
    ChartFigures figures;
    figures.heads = QStringList{Text::tr("Time")} + chart.series;
    if (chart.hasSums())
        figures.heads << Text::tr("Total");
    figures.csv = "time";
    for (const QString &name : chart.series)
        figures.csv.append(',').append(quoted(name));
    figures.csv.append("\r\n");
    for (int step = 0; step < chart.steps.size(); ++step) {
        QStringList row{chart.steps[step].name};
        figures.csv.append(chart.steps[step]
                               .start.toOffsetFromUtc(chart.steps[step].start.offsetFromUtc())
                               .toString(Qt::ISODate)
                               .toUtf8());
        for (const qint64 value : chart.values[step]) {
            row << measuredText(value, chart.measure, format);
            figures.csv.append(',').append(exactText(value, chart.measure));
        }
        if (chart.hasSums())
            row << measuredText(chart.sumOf(step), chart.measure, format);
        figures.csv.append("\r\n");
        figures.rows << row;
    }
    return figures;
}

ChartFigures figuresOfDays(const QDate &first, const QList<qint64> &values, UsageMeasure measure,
                           const DisplayFormat &format)
{
    ChartFigures figures;
    figures.heads = {Text::tr("Day"), measure == UsageMeasure::Cost     ? Text::tr("Cost")
                                      : measure == UsageMeasure::Tokens ? Text::tr("Tokens")
                                                                        : Text::tr("Requests")};
    figures.csv = "day,amount\r\n";
    const QLocale locale;
    for (qsizetype day = values.size() - 1; day >= 0; --day) { // the newest is what one looks for
        const QDate date = first.addDays(day);
        const QString name = locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ')
                             + locale.toString(date, QLocale::ShortFormat);
        figures.rows << QStringList{name, measuredText(values[day], measure, format)};
        figures.csv.append(date.toString(Qt::ISODate).toUtf8()).append(',').append(exactText(values[day], measure));
        figures.csv.append("\r\n");
    }
    return figures;
}

QByteArray usageCsv(const UsageReport &report)
{
    QByteArray csv = "list,name,requests,errors,input_tokens,cache_read_tokens,cache_write_tokens,output_tokens,"
                     "reasoning_tokens,cost_usd,unpriced_attempts,cached_cost_usd,cached_as_fresh_usd\r\n";
    const auto add = [&csv](const char *list, const QString &name, const UsageSums &sums) {
        csv.append(list).append(',').append(quoted(name));
        for (const qint64 value : {sums.requests, sums.errors, sums.uncachedInput, sums.cacheRead, sums.cacheWrite,
                                   sums.output, sums.reasoning})
            csv.append(',').append(QByteArray::number(value));
        csv.append(',').append(exactDollars(sums.cost)).append(',').append(QByteArray::number(sums.unpriced));
        csv.append(',').append(exactDollars(sums.cachedCost));
        csv.append(',').append(exactDollars(sums.cachedAsFresh)).append("\r\n");
    };
    const auto addAll = [&add](const char *list, const QList<UsageGroup> &groups) {
        for (const UsageGroup &group : groups) {
            add(list, group.provider.isEmpty() ? group.name : group.provider + QLatin1Char('/') + group.name,
                group.sums);
        }
    };
    addAll("provider", report.byProvider);
    addAll("configured_model", report.byConfiguredModel);
    addAll("model", report.byModel);
    addAll("key", report.byKey);
    addAll("virtual_key", report.byVirtualKey);
    addAll("client", report.byClient);
    for (const auto &hour : report.hours)
        add("hour", hour.hour.toUTC().toString(Qt::ISODate) + QLatin1Char(' ') + hour.provider, hour.sums);
    add("total", {}, report.total);
    return csv;
}

} // namespace ui::models
