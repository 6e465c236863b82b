// What was used in a span of time, added up by each name that took part.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/money.h"
#include "gateway/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gateway::storage {

class SqliteFile;

struct UsageSums {
    std::int64_t requests = 0;
    std::int64_t errors = 0; // of these, not succeeded
    std::int64_t attempts = 0;
    std::int64_t uncachedInput = 0; // tokens
    std::int64_t cacheRead = 0;
    std::int64_t cacheWrite = 0;
    std::int64_t output = 0;
    std::int64_t reasoning = 0; // of output
    Money cost;                 // of the attempts whose cost is known
    std::int64_t unpriced = 0;  // attempts whose cost is not
    std::int64_t partial = 0;   // attempts that cost at least what was counted
    // Of tokens that were read from or written to a cache, where the price of fresh input is known too.
    Money cachedCost;    // as they were
    Money cachedAsFresh; // had they been fresh input

    UsageSums &operator+=(const UsageSums &other);
    bool operator==(const UsageSums &) const = default;
};

struct UsageGroup {
    std::string name;
    std::string provider; // of models; else empty
    UsageSums sums;
};

struct UsageHour {
    WallTime hour{};
    std::string provider;
    UsageSums sums;
};

// How long `answers` requests that succeeded took; a size that is wrong by at most 3.2 %.
struct LatencyFigures {
    std::int64_t answers = 0;
    std::chrono::microseconds p50{0};
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
};

struct UsageLatency {
    LatencyFigures firstToken; // until the first byte of the answer went to the client; streams only
    LatencyFigures whole;
};

struct ProviderLatency {
    std::string provider;
    UsageLatency latency;
};

struct UsageQuery {
    std::optional<WallTime> from;  // whole hours: the hour that contains it counts
    std::optional<WallTime> until; // the first moment that does not count
    std::vector<std::string> providers{};
    std::vector<std::string> askedModels{};
    // Where steps of time begin, rising, and where the last one ends; empty: no latencies are read. They are known by
    // hour and provider only, so `askedModels` does not narrow them.
    std::vector<WallTime> latencyBorders{};
};

// The sums of every list are equal to `total`. Lists are sorted by cost, then by requests, the largest first.
struct UsageReport {
    UsageSums total;
    std::vector<UsageGroup> byProvider;
    std::vector<UsageGroup> byAskedModel;
    std::vector<UsageGroup> byModel; // as sent upstream
    std::vector<UsageGroup> byKey;
    std::vector<UsageGroup> byVirtualKey;
    std::vector<UsageGroup> byClient;
    std::vector<UsageHour> hours; // rising; one for each provider in it
    std::vector<UsageLatency>
        latencySteps; // between the borders; those before the first and after the last are left out
    std::vector<ProviderLatency> latencyByProvider; // of all steps, most answers first
    UsageLatency latency;
    std::optional<WallTime> firstHour; // of all that was ever counted
};

Result<UsageReport> readUsage(SqliteFile &file, const UsageQuery &query);

} // namespace gateway::storage
