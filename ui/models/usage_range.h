// A span of local time whose usage is shown: a day, a week, a month, a year or everything.
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
    enum class Kind { Day, Week, Month, Year, All };

    UsageRange(Kind kind, QDate day) : m_kind(kind), m_day(day) {}

    Kind kind() const { return m_kind; }
    QDate day() const { return m_day; }
    // Of everything: from the first hour that was ever counted (invalid: today) to the end of today.
    QDateTime start(const QDateTime &firstHour) const;
    QDateTime end(const QDate &today) const;
    QString title(const QLocale &locale, const QDateTime &firstHour, const QDate &today) const;
    UsageRange moved(int by) const; // the span before or after; everything stays

    // Hours of a day, days of a week or a month, months of a year or of everything.
    QList<UsageStep> steps(const QLocale &locale, const QDateTime &firstHour, const QDate &today) const;

private:
    QDate firstDay(const QDateTime &firstHour) const;
    QDate dayAfter(const QDate &today) const;

    Kind m_kind;
    QDate m_day; // any day inside
};

} // namespace ui::models
