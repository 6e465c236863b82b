// Writes numbers, times and sizes as the window shows them, in the form of a locale.
#pragma once

#include "gateway/base/money.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

namespace ui {

using Microseconds = std::chrono::microseconds;

// A time of day whose fraction may be painted quieter or left out: head + fraction + tail.
struct ClockText {
    QString head;     // "14:32:08"
    QString fraction; // ".114"
    QString tail;     // " PM" in locales that count twelve hours, else empty
    bool operator==(const ClockText &) const = default;
};

class DisplayFormat {
public:
    explicit DisplayFormat(const QLocale &locale = QLocale());

    // Up to six digits in full ("84,212"), then three significant ones ("12.4 M", "1.60 B").
    QString count(qint64 value) const;
    QString exactCount(qint64 value) const;
    QString optionalCount(const std::optional<qint64> &value) const; // missing: "–", never 0

    // 38 µs, 0.6 ms, 38 ms, 0.41 s, 11.8 s, 2 min 05 s, 2 h 05 min, 3 d 4 h.
    QString duration(Microseconds value) const;
    // Always seconds with two decimals, so that first tokens compare at a glance; missing: "–".
    QString firstToken(const std::optional<Microseconds> &value) const;

    // Of one request: four decimals, and what is less but not nothing is "<$0.0001", never a false zero.
    QString money(gateway::Money amount) const;
    QString moneyTotal(gateway::Money amount) const;         // of many: two decimals, four below a dollar
    QString exactMoney(gateway::Money amount) const;         // all of its decimals
    QString pricePerMillion(std::int64_t picoDollars) const; // of a token: "$2.50", "$0.0375"
    QString pricePerPiece(std::int64_t picoDollars) const;   // of one: "$0.04", "$0.000015"

    QString size(qint64 bytes) const;    // powers of ten: "1.9 kB", "4.2 MB"
    QString percent(double share) const; // 0.019 -> "1.9%"; no decimals from 10% on

    // Local times. Today only the clock, else the day before it, with the year when it is another one.
    ClockText clock(const QDateTime &time) const;
    QString moment(const QDateTime &time, const QDateTime &now) const;
    QString day(const QDate &date, const QDate &today) const;
    static QString iso(const QDateTime &time); // with milliseconds and offset, for copying

    static QString missing(); // the dash that stands for "not reported"

private:
    QString decimal(double value, int decimals) const;
    QString dollars(gateway::Money amount, int decimals) const;
    QString scaled(double value, const QString &unit) const;

    QLocale m_locale;
};

} // namespace ui
