#include "ui/models/spend_curve.h"

#include "ui/models/virtual_key_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui::models {

using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::LogBucket;
using gateway::api::VirtualKeyView;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpendCurve)
};

constexpr int mostBuckets = 96;
constexpr qint64 daySeconds = 24 * 60 * 60;

const LimitView *fullestBudget(const VirtualKeyView &key)
{
    const LimitView *fullest = nullptr;
    for (const LimitView &limit : key.limits) {
        if (limit.unit == LimitUnit::Money && (!fullest || usedShare(limit) > usedShare(*fullest)))
            fullest = &limit;
    }
    return fullest;
}

} // namespace

SpendWindow spendWindow(const VirtualKeyView &key, const QDateTime &now)
{
    const LimitView *budget = fullestBudget(key);
    if (budget && budget->began.isValid() && budget->resetsAt.isValid() && budget->began < budget->resetsAt)
        return {budget, budget->began.toUTC(), budget->resetsAt.toUTC()};
    const QDate today = now.toLocalTime().date();
    return {budget, today.startOfDay().toUTC(), today.addDays(1).startOfDay().toUTC()};
}

int bucketSeconds(const SpendWindow &window)
{
    const qint64 minutes = window.from.secsTo(window.until) / mostBuckets / 60;
    return static_cast<int>(std::max<qint64>(1, minutes)) * 60;
}

SpendCurve makeSpendCurve(const SpendWindow &window, const QList<LogBucket> &buckets, int bucketSeconds,
                          const QDateTime &now)
{
    SpendCurve curve;
    curve.start = window.from.toLocalTime();
    curve.end = window.until.toLocalTime();
    qint64 stored = 0;
    for (const LogBucket &bucket : buckets)
        stored += bucket.stats.cost.nanoDollars;
    const qint64 used = window.budget ? window.budget->used : stored;
    if (window.budget && window.budget->allowed() > 0) {
        curve.most = window.budget->allowed();
        curve.forecast = window.budget->forecast;
    }
    qint64 spent = std::max<qint64>(0, used - stored);
    curve.points.append({curve.start, spent});
    for (const LogBucket &bucket : buckets) {
        if (bucket.stats.cost.nanoDollars == 0)
            continue;
        const QDateTime begins = std::min(std::max(bucket.start.toLocalTime(), curve.start), now.toLocalTime());
        const QDateTime ends = std::min(bucket.start.addSecs(bucketSeconds), now).toLocalTime();
        if (curve.points.last().time < begins)
            curve.points.append({begins, spent}); // level until then
        spent += bucket.stats.cost.nanoDollars;
        curve.points.append({ends, spent});
    }
    curve.points.append({std::min(now.toLocalTime(), curve.end), std::max(spent, used)});
    return curve;
}

QString paceText(const VirtualKeyView &key, const QDateTime &now)
{
    const LimitView *budget = fullestBudget(key);
    if (!budget)
        return Text::tr("Nothing limits what this key spends.");
    const QString end = budget->resetsAt.isValid() ? untilText(budget->resetsAt, now) : QString();
    if (usedShare(*budget) >= 1)
        return Text::tr("The budget is spent. Requests are refused until %1.").arg(end);
    if (!budget->began.isValid() || budget->used == 0)
        return Text::tr("Nothing of the budget is spent.");
    if (!budget->forecast || *budget->forecast <= budget->used)
        return Text::tr("The budget begins anew at %1.").arg(end);
    const qint64 left = budget->allowed() - budget->used;
    const qint64 toCome = *budget->forecast - budget->used;
    if (toCome < left)
        return Text::tr("At this pace %1 are spent when the budget begins anew at %2.")
            .arg(amountText(*budget, *budget->forecast), end);
    const double share = static_cast<double>(left) / static_cast<double>(toCome);
    const auto seconds = static_cast<qint64>(share * static_cast<double>(now.secsTo(budget->resetsAt)));
    return Text::tr("At this pace the budget is spent at about %1. Requests are then refused until %2.")
        .arg(untilText(now.addSecs(seconds), now), end);
}

QString pointTime(const SpendCurve &curve, const QDateTime &time)
{
    if (curve.start.secsTo(curve.end) > 2 * daySeconds)
        return DisplayFormat().day(time.date(), QDate::currentDate());
    return QLocale().toString(time.time(), QLocale::ShortFormat);
}

ChartFigures figuresOf(const SpendCurve &curve, const DisplayFormat &format)
{
    ChartFigures figures;
    figures.heads = {Text::tr("Time"), Text::tr("Spent")};
    figures.csv = "time,spent\r\n";
    for (const SpendPoint &point : curve.points) {
        figures.rows.append({pointTime(curve, point.time), format.moneyTotal({point.spent})});
        figures.csv += DisplayFormat::iso(point.time).toUtf8() + ','
                       + QByteArray::number(static_cast<double>(point.spent) / 1e9, 'f', 9) + "\r\n";
    }
    return figures;
}

} // namespace ui::models
