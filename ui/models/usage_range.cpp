#include "ui/models/usage_range.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::models {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UsageRange)
};

constexpr int daysOfHours = 2;   // at most so many are shown by hours
constexpr int daysOfDays = 62;   // and so many by days
constexpr int daysWithNames = 7; // "Mon 3" instead of "3"

QDate mondayOf(const QDate &day)
{
    return day.addDays(1 - day.dayOfWeek());
}

UsageStep stepOfDay(const QDate &day, const QLocale &locale, bool isWeek)
{
    const QString label =
        isWeek ? locale.dayName(day.dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') + QString::number(day.day())
               : QString::number(day.day());
    return {day.startOfDay(), day.addDays(1).startOfDay(), label, locale.toString(day, QLocale::LongFormat)};
}

UsageStep stepOfMonth(const QDate &first, const QLocale &locale)
{
    QString label = locale.standaloneMonthName(first.month(), QLocale::ShortFormat);
    if (first.month() == 1)
        label += QLatin1Char(' ') + QString::number(first.year());
    return {first.startOfDay(), first.addMonths(1).startOfDay(), label,
            locale.standaloneMonthName(first.month()) + QLatin1Char(' ') + QString::number(first.year())};
}

} // namespace

UsageRange UsageRange::between(const QDate &first, const QDate &last)
{
    UsageRange range(Kind::Days, std::min(first, last));
    range.m_lastDay = std::max(first, last);
    return range;
}

QDate UsageRange::firstDay(const QDateTime &firstHour) const
{
    switch (m_kind) {
    case Kind::Day:
    case Kind::Days: return m_day;
    case Kind::Week: return mondayOf(m_day);
    case Kind::Month: return QDate(m_day.year(), m_day.month(), 1);
    case Kind::Year: return QDate(m_day.year(), 1, 1);
    case Kind::All: break;
    }
    const QDate first = firstHour.isValid() ? firstHour.toLocalTime().date() : m_day;
    return QDate(first.year(), first.month(), 1);
}

QDate UsageRange::dayAfter(const QDate &today) const
{
    switch (m_kind) {
    case Kind::Day: return m_day.addDays(1);
    case Kind::Week: return mondayOf(m_day).addDays(7);
    case Kind::Month: return QDate(m_day.year(), m_day.month(), 1).addMonths(1);
    case Kind::Year: return QDate(m_day.year() + 1, 1, 1);
    case Kind::All: return today.addDays(1);
    case Kind::Days: return m_lastDay.addDays(1);
    }
    return today.addDays(1);
}

QDateTime UsageRange::start(const QDateTime &firstHour) const
{
    return firstDay(firstHour).startOfDay();
}

QDateTime UsageRange::end(const QDate &today) const
{
    return dayAfter(today).startOfDay();
}

UsageRange UsageRange::moved(int by) const
{
    switch (m_kind) {
    case Kind::Day: return {m_kind, m_day.addDays(by)};
    case Kind::Week: return {m_kind, m_day.addDays(7 * by)};
    case Kind::Month: return {m_kind, QDate(m_day.year(), m_day.month(), 1).addMonths(by)};
    case Kind::Year: return {m_kind, QDate(m_day.year() + by, 1, 1)};
    case Kind::All: return *this;
    case Kind::Days: {
        const qint64 days = by * (m_day.daysTo(m_lastDay) + 1);
        return between(m_day.addDays(days), m_lastDay.addDays(days));
    }
    }
    return *this;
}

QString UsageRange::title(const QLocale &locale, const QDateTime &firstHour, const QDate &today) const
{
    const QDate first = firstDay(firstHour);
    const QDate last = dayAfter(today).addDays(-1);
    switch (m_kind) {
    case Kind::Day: return locale.toString(m_day, QLocale::LongFormat);
    case Kind::Month:
        return Text::tr("%1 %2", "month, year")
            .arg(locale.standaloneMonthName(m_day.month()), QString::number(m_day.year()));
    case Kind::Year: return QString::number(m_day.year());
    case Kind::Week:
    case Kind::All:
    case Kind::Days:
        return Text::tr("%1 to %2", "two dates")
            .arg(locale.toString(first, QLocale::ShortFormat), locale.toString(last, QLocale::ShortFormat));
    }
    return {};
}

// Days with a change of the clock have 23 or 25 hours; each hour of the day is one step.
QList<UsageStep> UsageRange::hours(const QLocale &locale, const QDate &first, const QDate &after) const
{
    QList<UsageStep> steps;
    const bool hasMoreDays = first.daysTo(after) > 1;
    const int labelEvery = hasMoreDays ? 12 : 3;
    for (QDateTime hour = first.startOfDay(); hour < after.startOfDay(); hour = hour.addSecs(3600)) {
        QString name = locale.toString(hour.time(), QLocale::ShortFormat);
        const QString label = hour.time().hour() % labelEvery == 0 ? name : QString();
        if (hasMoreDays)
            name = locale.toString(hour, QLocale::ShortFormat);
        steps.append({hour, hour.addSecs(3600), label, name});
    }
    return steps;
}

QList<UsageStep> UsageRange::days(const QLocale &locale, const QDate &first, const QDate &after) const
{
    QList<UsageStep> steps;
    const bool hasFew = first.daysTo(after) <= daysWithNames;
    for (QDate day = first; day < after; day = day.addDays(1)) {
        steps.append(stepOfDay(day, locale, hasFew));
        if (!hasFew && day.day() % 2 == 0)
            steps.last().label.clear();
    }
    return steps;
}

QList<UsageStep> UsageRange::steps(const QLocale &locale, const QDateTime &firstHour, const QDate &today) const
{
    const QDate first = firstDay(firstHour);
    const QDate after = dayAfter(today);
    const qint64 length = first.daysTo(after);
    if (m_kind == Kind::Day || (m_kind == Kind::Days && length <= daysOfHours))
        return hours(locale, first, after);
    if (m_kind == Kind::Week || m_kind == Kind::Month || (m_kind == Kind::Days && length <= daysOfDays))
        return days(locale, first, after);
    QList<UsageStep> steps;
    for (QDate month(first.year(), first.month(), 1); month < after; month = month.addMonths(1))
        steps.append(stepOfMonth(month, locale));
    if (m_kind == Kind::Days) { // its first and last month may be parts of one
        steps.first().start = first.startOfDay();
        steps.last().end = after.startOfDay();
    }
    return steps;
}

} // namespace ui::models
