#include "gateway/governance/limit_window.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <charconv>

namespace gateway::governance {

namespace {

using config::LimitWindow;
using config::WindowUnit;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::string_view unitLetters = "smhdwMQY"; // in the order of WindowUnit
constexpr int largestCount = 10'000;
constexpr int firstMonday = 4; // 5 January 1970, in days since 1970

QTimeZone zoneOf(const LimitWindow &window)
{
    const QTimeZone zone(QByteArray::fromStdString(window.timeZone));
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime dateTimeOf(WallTime time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(duration_cast<milliseconds>(time.time_since_epoch()).count(), zone);
}

WallTime wallTimeOf(const QDateTime &time)
{
    return WallTime(duration_cast<WallTime::duration>(milliseconds(time.toMSecsSinceEpoch())));
}

WallTime startOf(QDate day, const QTimeZone &zone)
{
    QDateTime start = day.startOfDay(zone);
    if (!start.isValid()) // a day that a country left out, like 30 December 2011 on Samoa
        start = day.addDays(1).startOfDay(zone);
    return wallTimeOf(start);
}

seconds lengthOf(const LimitWindow &window)
{
    switch (window.unit) {
    case WindowUnit::Second: return seconds(window.count);
    case WindowUnit::Minute: return std::chrono::minutes(window.count);
    case WindowUnit::Hour: return std::chrono::hours(window.count);
    case WindowUnit::Day: return std::chrono::hours(24) * window.count;
    case WindowUnit::Week: return std::chrono::hours(24 * 7) * window.count;
    default: return seconds(0); // months have no fixed length
    }
}

int monthsOf(const LimitWindow &window)
{
    switch (window.unit) {
    case WindowUnit::Month: return window.count;
    case WindowUnit::Quarter: return window.count * 3;
    case WindowUnit::Year: return window.count * 12;
    default: return 0;
    }
}

// The largest multiple of `step` that is not above `value`.
qint64 alignedDown(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

WindowSpan spanOfDays(QDate today, int days, int firstDay, const QTimeZone &zone)
{
    const QDate epoch(1970, 1, 1);
    const qint64 begin = firstDay + alignedDown(epoch.daysTo(today) - firstDay, days);
    return {startOf(epoch.addDays(begin), zone), startOf(epoch.addDays(begin + days), zone)};
}

WindowSpan spanOfMonths(QDate today, int months, const QTimeZone &zone)
{
    const qint64 month = alignedDown((today.year() - 1970) * 12 + today.month() - 1, months);
    const QDate begin = QDate(1970, 1, 1).addMonths(static_cast<int>(month));
    return {startOf(begin, zone), startOf(begin.addMonths(months), zone)};
}

// Hours are counted from the start of the day as it passes, so each has its full length also when the clock is set.
WindowSpan spanInsideDay(WallTime now, QDate today, seconds length, const QTimeZone &zone)
{
    const WallTime midnight = startOf(today, zone);
    const WallTime nextMidnight = startOf(today.addDays(1), zone);
    const auto passed = duration_cast<seconds>(now - midnight);
    const WallTime begin = midnight + (passed / length) * length;
    return {begin, std::min(begin + length, nextMidnight)};
}

} // namespace

Result<LimitWindow> parseWindow(std::string_view text)
{
    LimitWindow window;
    const char *end = text.data() + text.size();
    const auto [after, problem] = std::from_chars(text.data(), end, window.count);
    const bool hasOneLetter = problem == std::errc{} && after + 1 == end;
    const auto unit = hasOneLetter ? unitLetters.find(*after) : std::string_view::npos;
    if (unit == std::string_view::npos || window.count < 1 || window.count > largestCount)
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "\"" + std::string(text)
                                            + "\" is not a duration. Write a number and one of s, m, h, d, w, M "
                                              "(month), Q (quarter) or Y, like 1d."));
    window.unit = static_cast<WindowUnit>(unit);
    return window;
}

std::string windowText(const LimitWindow &window)
{
    return std::to_string(window.count) + unitLetters[static_cast<std::size_t>(window.unit)];
}

bool isTimeZone(const std::string &name)
{
    // Qt also takes rules in the way of POSIX, where any few letters are a zone.
    const bool isName = name == "UTC" || name.find('/') != std::string::npos;
    return name.empty() || (isName && QTimeZone(QByteArray::fromStdString(name)).isValid());
}

WindowSpan calendarSpan(const LimitWindow &window, WallTime now)
{
    const QTimeZone zone = zoneOf(window);
    const QDate today = dateTimeOf(now, zone).date();
    if (const int months = monthsOf(window); months > 0)
        return spanOfMonths(today, months, zone);
    if (window.unit == WindowUnit::Week)
        return spanOfDays(today, 7 * window.count, firstMonday, zone);
    if (window.unit == WindowUnit::Day)
        return spanOfDays(today, window.count, 0, zone);
    return spanInsideDay(now, today, lengthOf(window), zone);
}

WindowSpan rollingSpan(const LimitWindow &window, WallTime begin)
{
    if (const int months = monthsOf(window); months > 0)
        return {begin, wallTimeOf(dateTimeOf(begin, QTimeZone::utc()).addMonths(months))};
    return {begin, begin + lengthOf(window)};
}

} // namespace gateway::governance
