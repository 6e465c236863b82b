// How long and how much of the history is kept.
#pragma once

#include <cstdint>

namespace gateway::config {

// Whatever is removed: what was used, and what it cost, stays counted.
struct RetentionSettings {
    static constexpr std::int64_t smallestLimit = 16LL * 1024 * 1024; // bytes: below it a single request may not fit

    int mostDays = 365;                                // Bifrost's client.log_retention_days; 0: for ever
    std::int64_t mostBytes = 4LL * 1024 * 1024 * 1024; // of the history's file; 0: no limit
    bool operator==(const RetentionSettings &) const = default;
};

} // namespace gateway::config
