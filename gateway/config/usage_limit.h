// A limit on what may be used within a window of time: requests, tokens or money.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/identifiers.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gateway::config {

using LimitId = Identifier<struct LimitIdTag>; // a UUID; what was used is counted under it

enum class LimitUnit {
    Requests,
    Tokens, // all that providers report: whole prompts and answers
    Money,  // nano-dollars
};

// Bifrost's letters for it: s m h d w M Q Y (bifrost-api §5.6); a big M is a month.
enum class WindowUnit { Second, Minute, Hour, Day, Week, Month, Quarter, Year };

struct LimitWindow {
    int count = 1; // at least 1
    WindowUnit unit = WindowUnit::Day;
    // Aligned ones begin with the calendar: at midnight, on Monday, on the first of the month. The others begin with
    // the first request after the last window ended.
    bool isCalendarAligned = false;
    std::string timeZone; // IANA: "Europe/Berlin"; empty is UTC. Where the calendar is read.
    bool operator==(const LimitWindow &) const = default;
};

struct UsageLimit {
    LimitId id;
    LimitUnit unit = LimitUnit::Requests;
    std::int64_t most = 0; // in `unit`; what is used may come up to it
    LimitWindow window;
    bool operator==(const UsageLimit &) const = default;
};

using UsageLimits = std::vector<UsageLimit>;

// What was used of a limit in the window that began then.
struct LimitCounter {
    LimitId limit;
    WallTime windowBegan{};
    std::int64_t used = 0;
    bool operator==(const LimitCounter &) const = default;
};

} // namespace gateway::config
