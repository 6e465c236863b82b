// A span of local time whose usage is shown: a day, a week, a month, a year, everything, or any days.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QString>

namespace ui::models {

// One bar of the chart.
struct UsageStep {
    QDateTime start; // local
    QDateTime end;   // the first moment that does not belong to it
    QString label;   // below the bar; empty where the bar before says it
    QString name;    // whole, for tool tips and tables
};

class UsageRange {
public:
    enum class Kind { Day, Week, Month, Year, All, Days };

    UsageRange(Kind kind, QDate day) : m_kind(kind), m_day(day), m_lastDay(day) {}
    static UsageRange between(const QDate &first, const QDate &last); // both count, in either order

    Kind kind() const { return m_kind; }
    QDate day() const { return m_day; }
    // Of everything: from the first hour that was ever counted (invalid: today) to the end of today.
    QDateTime start(const QDateTime &firstHour) const;
    QDateTime end(const QDate &today) const;
    QDate firstDay(const QDateTime &firstHour) const;
    QDate dayAfter(const QDate &today) const; // the first one that does not belong to it
    QString title(const QLocale &locale, const QDateTime &firstHour, const QDate &today) const;
    UsageRange moved(int by) const; // the span before or after; everything stays

    // Hours of a day, days of a week or a month, months of a year or of everything; for any days whichever of these
    // gives a chart of readable width.
    QList<UsageStep> steps(const QLocale &locale, const QDateTime &firstHour, const QDate &today) const;

private:
    QList<UsageStep> hours(const QLocale &locale, const QDate &first, const QDate &after) const;
    QList<UsageStep> days(const QLocale &locale, const QDate &first, const QDate &after) const;

    Kind m_kind;
    QDate m_day;     // any day inside; of any days the first
    QDate m_lastDay; // of any days
};

} // namespace ui::models
