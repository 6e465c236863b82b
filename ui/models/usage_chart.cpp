#include "ui/models/usage_chart.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace ui::models {

using gateway::api::UsageGroup;
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

// Providers by the measure that is shown; a provider that has nothing of it gets no colour.
QStringList seriesOf(const UsageReport &report, UsageMeasure measure)
{
    QList<UsageGroup> groups = report.byProvider;
    groups.removeIf([measure](const UsageGroup &group) { return measured(group.sums, measure) <= 0; });
    std::stable_sort(groups.begin(), groups.end(), [measure](const UsageGroup &left, const UsageGroup &right) {
        return measured(left.sums, measure) > measured(right.sums, measure);
    });
    QStringList names;
    for (const UsageGroup &group : std::as_const(groups))
        names.append(group.name);
    return names;
}

int stepOf(const QList<UsageStep> &steps, const QDateTime &time)
{
    const auto after =
        std::upper_bound(steps.begin(), steps.end(), time,
                         [](const QDateTime &moment, const UsageStep &step) { return moment < step.start; });
    const int index = static_cast<int>(after - steps.begin()) - 1;
    return index >= 0 && time < steps[index].end ? index : -1;
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

} // namespace

qint64 measured(const UsageSums &sums, UsageMeasure measure)
{
    switch (measure) {
    case UsageMeasure::Cost: return sums.cost.nanoDollars;
    case UsageMeasure::Tokens: return sums.tokens();
    case UsageMeasure::Requests: return sums.requests;
    }
    return 0;
}

QString measuredText(qint64 value, UsageMeasure measure, const DisplayFormat &format)
{
    return measure == UsageMeasure::Cost ? format.moneyTotal({value}) : format.count(value);
}

qint64 UsageChart::sumOf(int step) const
{
    return std::accumulate(values[step].begin(), values[step].end(), qint64{0});
}

UsageChart makeChart(const UsageReport &report, const QList<UsageStep> &steps, UsageMeasure measure)
{
    UsageChart chart;
    chart.measure = measure;
    chart.steps = steps;
    const QStringList names = seriesOf(report, measure);
    const bool hasOther = names.size() > mostSeries;
    const int own = hasOther ? mostSeries - 1 : static_cast<int>(names.size());
    for (int index = 0; index < own; ++index)
        chart.series.append(seriesName(names[index]));
    if (hasOther)
        chart.series.append(Text::tr("other"));
    chart.values.fill(QList<qint64>(chart.series.size(), 0), steps.size());
    for (const auto &hour : report.hours) {
        const int step = stepOf(steps, hour.hour.toLocalTime());
        const auto place = names.indexOf(hour.provider);
        if (step >= 0 && place >= 0)
            chart.values[step][std::min<qsizetype>(place, chart.series.size() - 1)] += measured(hour.sums, measure);
    }
    for (int step = 0; step < steps.size(); ++step)
        chart.largest = std::max(chart.largest, chart.sumOf(step));
    return chart;
}

QString shownName(const UsageGroup &group)
{
    if (!group.name.isEmpty())
        return group.provider.isEmpty() ? group.name : group.provider + QStringLiteral(" / ") + group.name;
    return group.provider.isEmpty() ? Text::tr("none") : group.provider;
}

QByteArray usageCsv(const UsageReport &report)
{
    QByteArray csv = "list,name,requests,errors,input_tokens,cache_read_tokens,cache_write_tokens,output_tokens,"
                     "reasoning_tokens,cost_usd,unpriced_attempts\r\n";
    const auto add = [&csv](const char *list, const QString &name, const UsageSums &sums) {
        csv.append(list).append(',').append(quoted(name));
        for (const qint64 value : {sums.requests, sums.errors, sums.uncachedInput, sums.cacheRead, sums.cacheWrite,
                                   sums.output, sums.reasoning})
            csv.append(',').append(QByteArray::number(value));
        csv.append(',').append(exactDollars(sums.cost)).append(',').append(QByteArray::number(sums.unpriced));
        csv.append("\r\n");
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
