// When the window of a limit begins and ends, on calendars with daylight saving too.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/config/usage_limit.h"

#include <string>
#include <string_view>

namespace gateway::governance {

// "1d", "30s", "1M": a number and one of s m h d w M Q Y (bifrost-api §5.6). InvalidRequest otherwise.
Result<config::LimitWindow> parseWindow(std::string_view text);
std::string windowText(const config::LimitWindow &window); // as parseWindow() reads it

// Whether this computer knows the zone; empty is UTC and known.
bool isTimeZone(const std::string &name);

struct WindowSpan {
    WallTime begin{};
    WallTime end{}; // the first moment after it
    bool operator==(const WindowSpan &) const = default;
};

// The window of a calendar that `now` is in. Days begin at local midnight, or where daylight saving leaves that out, at
// the first moment of the day; weeks begin on Monday. Several days, weeks or months at a time count from 1970.
WindowSpan calendarSpan(const config::LimitWindow &window, WallTime now);

// The window that begins at `begin`, of a limit that does not follow the calendar: a day is 24 hours, but months have
// the lengths that they have.
WindowSpan rollingSpan(const config::LimitWindow &window, WallTime begin);

} // namespace gateway::governance
