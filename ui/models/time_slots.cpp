#include "ui/models/time_slots.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ui::models {

namespace {

constexpr std::array lengths{1,      10,     60,     300,        900,         1'800,       3'600,       7'200,
                             21'600, 43'200, 86'400, 7 * 86'400, 30 * 86'400, 90 * 86'400, 365 * 86'400};

QString momentOf(const QDateTime &time, bool hasDay)
{
    const QLocale locale;
    const QString clock = locale.toString(time.time(), QLocale::ShortFormat);
    return hasDay ? locale.toString(time.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock : clock;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimeSlots)
};

} // namespace

int slotSeconds(const QDateTime &from, const QDateTime &until)
{
    const qint64 seconds = std::max<qint64>(1, from.secsTo(until));
    for (const int length : lengths) {
        if (seconds / length < mostSlots - 1) // the first and the last one are often not whole
            return length;
    }
    return lengths.back();
}

int bucketSeconds(int slotSeconds, const QDateTime &local)
{
    constexpr int hour = 3'600;
    constexpr int quarter = 900; // every offset from UTC is a multiple of it
    if (slotSeconds <= quarter)
        return slotSeconds;
    return slotSeconds >= hour && local.offsetFromUtc() % hour == 0 ? hour : quarter;
}

TimeSlots slotsOf(const QList<gateway::api::LogBucket> &buckets, const QDateTime &from, const QDateTime &until,
                  int seconds)
{
    TimeSlots times;
    times.seconds = seconds;
    const qint64 offset = from.offsetFromUtc();
    const auto slotOf = [offset, seconds](const QDateTime &time) {
        return (time.toSecsSinceEpoch() + offset) / seconds;
    };
    const qint64 first = slotOf(from);
    const qint64 last = std::max(first, slotOf(until));
    for (qint64 slot = first; slot <= last && times.bars.size() <= 2 * mostSlots; ++slot)
        times.bars.append({QDateTime::fromSecsSinceEpoch(slot * seconds - offset), 0, 0, {}});
    for (const gateway::api::LogBucket &bucket : buckets) {
        const qint64 slot = slotOf(bucket.start) - first;
        if (slot < 0 || slot >= times.bars.size())
            continue;
        TimeSlot &bar = times.bars[slot];
        bar.answered += bucket.stats.succeeded;
        bar.failed += bucket.stats.requests - bucket.stats.succeeded;
        bar.cost += bucket.stats.cost;
        bar.tokens += bucket.stats.promptTokens + bucket.stats.completionTokens;
    }
    return times;
}

QString rangeText(const QDateTime &from, const QDateTime &until)
{
    const bool isToday = from.date() == QDate::currentDate() && until.date() == from.date();
    return Words::tr("%1 to %2").arg(momentOf(from, !isToday), momentOf(until, until.date() != from.date()));
}

QString slotText(const TimeSlots &times, int slot)
{
    const TimeSlot &bar = times.bars.at(slot);
    const DisplayFormat format;
    const QString range = rangeText(bar.start, times.endOf(slot));
    const QString requests = Words::tr("%1: %n requests", nullptr, static_cast<int>(bar.requests())).arg(range);
    const QString known = bar.failed == 0 ? requests : Words::tr("%1, %2 failed").arg(requests).arg(bar.failed);
    return bar.requests() == 0 ? known : Words::tr("%1, %2").arg(known, format.moneyTotal(bar.cost));
}

void TimeSlotModel::setTimes(const TimeSlots &times)
{
    beginResetModel();
    m_times = times;
    m_rows.clear();
    for (int slot = static_cast<int>(times.bars.size()) - 1; slot >= 0; --slot) {
        if (times.bars.at(slot).requests() > 0)
            m_rows.append(slot);
    }
    endResetModel();
}

int TimeSlotModel::slotAt(int row) const
{
    return m_rows.value(row, -1);
}

int TimeSlotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimeSlotModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimeSlotModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Start ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const int slot = m_rows.at(index.row());
    const TimeSlot &bar = m_times.bars.at(slot);
    switch (index.column()) {
    case Start: return rangeText(bar.start, m_times.endOf(slot));
    case Requests: return m_format.exactCount(bar.requests());
    case Failed: return m_format.exactCount(bar.failed);
    case Cost: return m_format.moneyTotal(bar.cost);
    default: return {};
    }
}

QVariant TimeSlotModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Start ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Start: return tr("Time");
    case Requests: return tr("Requests");
    case Failed: return tr("Failed");
    case Cost: return tr("Cost");
    default: return {};
    }
}

} // namespace ui::models
