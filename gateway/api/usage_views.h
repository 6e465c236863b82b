// What was used and what it cost, as windows and the management API see it.
#pragma once

#include "gateway/base/money.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace gateway::api {

struct UsageSums {
    qint64 requests = 0;
    qint64 errors = 0; // of these, not succeeded
    qint64 attempts = 0;
    qint64 uncachedInput = 0; // tokens
    qint64 cacheRead = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;
    qint64 reasoning = 0; // of output
    gateway::Money cost;  // of the attempts whose cost is known
    qint64 unpriced = 0;  // attempts whose cost is not
    qint64 partial = 0;   // attempts that cost at least what was counted
    // Of tokens that were read from or written to a cache, where the price of fresh input is known too.
    gateway::Money cachedCost;                                                 // as they were
    gateway::Money cachedAsFresh;                                              // had they been fresh input
    gateway::Money savedByCache() const { return cachedAsFresh - cachedCost; } // below zero: writing cost more
    qint64 input() const { return uncachedInput + cacheRead + cacheWrite; }
    qint64 tokens() const { return input() + output; }
    bool operator==(const UsageSums &) const = default;
};

struct UsageGroup {
    QString name;     // empty: none, such as no virtual key
    QString provider; // of models; else empty
    UsageSums sums;
};

struct UsageHour {
    QDateTime hour; // UTC
    QString provider;
    UsageSums sums;
};

// How long `answers` requests that succeeded took; a size that is wrong by at most 3.2 %.
struct LatencyFigures {
    qint64 answers = 0;
    std::chrono::microseconds p50{0};
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
    bool operator==(const LatencyFigures &) const = default;
};

struct UsageLatency {
    LatencyFigures firstToken; // until the first byte of the answer went to the client; streams only
    LatencyFigures whole;
};

struct ProviderLatency {
    QString provider;
    UsageLatency latency;
};

// Whole hours. Both ends may be invalid: no limit.
struct UsageQuery {
    QDateTime from;
    QDateTime until; // the first moment that does not count
    QStringList providers;
    QStringList askedModels;
    // Where steps of time begin, rising, and where the last one ends; empty: no latencies are told. They are known by
    // hour and provider only, so `askedModels` does not narrow them.
    QList<QDateTime> latencyBorders;
};

// Totals that stay when requests are deleted. Each list adds up to `total`; the largest cost comes first.
struct UsageReport {
    UsageSums total;
    QList<UsageGroup> byProvider;        // who was paid
    QList<UsageGroup> byConfiguredModel; // what clients asked for
    QList<UsageGroup> byModel;           // as sent upstream
    QList<UsageGroup> byKey;
    QList<UsageGroup> byVirtualKey;
    QList<UsageGroup> byClient;
    QList<UsageHour> hours;
    QList<UsageLatency> latencySteps;         // between the borders
    QList<ProviderLatency> latencyByProvider; // of all steps, most answers first
    UsageLatency latency;                     // of all steps
    QDateTime firstHour;                      // of everything that was ever counted; invalid: nothing was
};

// Of the requests that are still stored (bifrost-api §5.7).
struct LogStats {
    qint64 requests = 0;
    qint64 succeeded = 0;
    qint64 promptTokens = 0; // cached ones included
    qint64 completionTokens = 0;
    qint64 cachedTokens = 0;
    gateway::Money cost;
    qint64 unpriced = 0; // requests whose cost is not known
    std::chrono::microseconds duration{0};
};

struct LogHistogramQuestion {
    enum class Dimension { None, Provider, Model, ProviderAndModel }; // the last one's names are "provider/model"
    int bucketSeconds = 3600;
    Dimension dimension = Dimension::None;
    bool hasPercentiles = false;
};

struct LogBucket {
    QDateTime start; // UTC
    QString name;    // of the dimension
    LogStats stats;
    std::chrono::microseconds p90{0}; // of the whole duration
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
};

// What a search for the prices of requests without one came to.
struct PriceChanges {
    qint64 matched = 0;
    qint64 priced = 0;
    gateway::Money added;
};

} // namespace gateway::api
