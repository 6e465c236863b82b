// Owns the writer thread and the reader thread of the two databases.
#pragma once

#include "gateway/base/filter_term.h"
#include "gateway/base/request_record.h"
#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/config/health_state.h"
#include "gateway/config/limit_extra.h"
#include "gateway/config/retention.h"
#include "gateway/storage/governance_codec.h"
#include "gateway/storage/usage_report.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gateway::storage {

// What is stored about configuration: definitions without secret values.
struct StoredConfig {
    std::vector<config::ProviderDefinition> providers;
    config::ClientSettings client;
    std::vector<config::RoutingRule> routingRules; // in no order
    config::StoredGovernance governance{};         // each list in no order
    std::vector<config::LimitCounter> limitCounters{};
    config::ResilienceSettings resilience{};
    config::HealthState health{};
    config::RetentionSettings retention{};
    std::vector<config::LimitExtra> limitExtras{};
};

// Bounds of what a request took; unset ones do not count.
struct HistoryMeasures {
    std::optional<Microseconds> leastDuration{};
    std::optional<Microseconds> mostDuration{};
    std::optional<std::int64_t> leastTokens{};
    std::optional<std::int64_t> mostTokens{};
    std::optional<Money> leastCost{};
    std::optional<Money> mostCost{};
    bool isUnpricedOnly = false;
};

enum class HistoryOrder { Time, Duration, Tokens, Cost };

// With an id: rows that have it, and rows without one that have the name. Without: rows that have the name.
struct KeyChoice {
    std::string id{};
    std::string name{};
};

struct HistoryQuery {
    std::int64_t beforeSequence = 0; // 0: from the newest
    int limit = 200;
    std::string text{};
    std::vector<std::string> states{};
    std::vector<std::string> providers{};
    std::vector<std::string> models{};
    std::optional<WallTime> startedFrom{};
    std::optional<WallTime> startedUntil{};
    int offset = 0;           // for Bifrost's /api/logs only; the window pages by key
    bool oldestFirst = false; // of another order: the smallest first
    std::vector<std::string> askedModels{};
    std::vector<std::string> operations{};
    std::vector<std::string> finishReasons{};
    std::vector<KeyChoice> keys{};
    std::vector<KeyChoice> virtualKeys{};
    std::vector<std::string> clients{};
    std::vector<std::string> sessionIds{};
    std::vector<std::string> requestIds{};
    std::vector<std::string> errorCodes{};
    std::vector<int> statuses{};
    HistoryMeasures measures{};
    FilterTerm condition{};                  // in addition
    HistoryOrder order = HistoryOrder::Time; // pages of any other go by offset only
};

// What a person notes about a request.
struct RequestMark {
    RequestId request;
    bool isPinned = false; // the column `pinned`: what clears the history away by age or size leaves it
    std::string comment{};
    RequestId resentFrom{}; // the request that it repeats
    bool isEmpty() const { return !isPinned && comment.empty() && resentFrom.isEmpty(); }
    bool operator==(const RequestMark &) const = default;
};

// A record with its place in the history. Headers, notes, raw usage, bodies and stream marks only from postRead and
// postReadWhole.
struct StoredRecord {
    std::int64_t sequence = 0;
    RequestRecord record;
};

struct HistoryPage {
    std::vector<StoredRecord> records;
    bool hasMore = false;
    std::int64_t matching = -1; // number of rows that match; only when asked for
    std::int64_t totalStored = 0;
};

// Sums over the requests that are still stored; what was used for ever is in UsageReport.
struct LogStats {
    std::int64_t requests = 0;
    std::int64_t succeeded = 0;
    std::int64_t promptTokens = 0; // cached ones included
    std::int64_t completionTokens = 0;
    std::int64_t cachedTokens = 0;
    Money cost;                // of the requests whose cost is known
    std::int64_t unpriced = 0; // requests whose cost is not
    std::chrono::microseconds duration{0};
};

struct LogHistogramQuery {
    enum class Dimension { None, Provider, Model, ProviderAndModel }; // the last one's names are "provider/model"
    HistoryQuery filter{};
    std::chrono::seconds bucket{3600};
    Dimension dimension = Dimension::None;
    bool hasPercentiles = false;
};

struct LogBucket {
    WallTime start{};
    std::string name; // of the dimension
    LogStats stats;
    std::chrono::microseconds p90{0}; // of the whole duration
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
};

// What a search for prices came to.
struct PriceChanges {
    std::int64_t matched = 0; // requests with an attempt of unknown cost
    std::int64_t priced = 0;  // of these, with another cost now
    Money added;              // to the sum of all costs
};

struct BodySearchState;
struct StoredPriceOverride;
struct SessionSums;

struct StorageCounters {
    std::int64_t stored = 0;  // rows in the history
    std::int64_t dropped = 0; // records lost since start: the queue was full or the store failed
    std::int64_t fileBytes = 0;
    std::string problem; // why the last write failed, or empty
    std::string notice;  // what a person should know about the start: a damaged history was put aside; or empty
};

struct StorageOptions {
    std::filesystem::path folder{};               // config.sqlite3 and history.sqlite3; made when missing, mode 0700
    std::size_t queueBytes = 64u * 1024u * 1024u; // records waiting to be written; beyond it they are dropped
    std::size_t queueRecords = 20'000;
    std::chrono::milliseconds flushInterval{200};  // a record is written at the latest so long after it came
    std::chrono::milliseconds retryInterval{1000}; // after a failed write
    std::int64_t maximumHistoryBytes = 0;          // beyond it writing fails as on a full disk; 0: no limit
};

// Thread-safe. Replies are called on the storage threads: the caller posts them on to its own.
class StorageThread final : public RecordSink {
public:
    // Opens, migrates and checks both databases before it returns; on failure nothing runs. A database that a newer
    // version wrote is refused with an explanation.
    static Result<std::unique_ptr<StorageThread>> open(const StorageOptions &options);
    ~StorageThread() override; // flushes, then closes

    void postRecord(RequestRecord record) override;

    StoredConfig loadConfig(); // at start, before workers run; blocks
    std::vector<StoredPriceOverride> loadPriceOverrides();

    // Every reply comes exactly once, also for what is posted just before the end. True: something new was made or
    // something was removed. ErrorCode::Conflict when a key's name belongs to another key.

    void postSaveProvider(config::ProviderDefinition provider, std::function<void(Result<bool>)> reply);
    void postRemoveProvider(ProviderId provider, std::function<void(Result<bool>)> reply);
    void postSaveClientSettings(config::ClientSettings settings, std::function<void(Result<bool>)> reply);
    void postSaveRoutingRule(config::RoutingRule rule, std::function<void(Result<bool>)> reply);
    // Several in one transaction.
    void postSaveRoutingRules(std::vector<config::RoutingRule> rules, std::function<void(Result<bool>)> reply);
    void postRemoveRoutingRule(config::RuleId rule, std::function<void(Result<bool>)> reply);
    void postSaveResilience(config::ResilienceSettings settings, std::function<void(Result<bool>)> reply);
    void postSaveHealth(config::HealthState health, std::function<void(Result<bool>)> reply); // instead of what was
    void postSaveGovernance(GovernanceObject object, std::function<void(Result<bool>)> reply);
    void postRemoveGovernance(GovernanceKind kind, std::string id, std::function<void(Result<bool>)> reply);
    void postSaveLimitCounters(std::vector<config::LimitCounter> counters, std::function<void(Result<bool>)> reply);
    void postRemoveLimitCounters(std::vector<config::LimitId> limits);

    void postSaveLimitExtra(config::LimitExtra extra, std::function<void(Result<bool>)> reply);
    // In force when the reply comes; then the history is trimmed in the background.
    void postSaveRetention(config::RetentionSettings settings, std::function<void(Result<bool>)> reply);
    // What was stored is put into force; before it nothing is trimmed.
    void startTrimming(const config::RetentionSettings &settings);
    // Removes the requests that began before, also those that were posted just before; their totals stay. In small
    // steps: others come between. Replies how many there were.
    void postRemoveBefore(WallTime before, std::function<void(Result<std::int64_t>)> reply);

    void postSavePriceOverride(StoredPriceOverride price, std::function<void(Result<bool>)> reply);
    void postRemovePriceOverride(std::string id, std::function<void(Result<bool>)> reply);

    // Both see every record that was posted before them, unless the store fails.
    void postQuery(HistoryQuery query, bool countMatching, std::function<void(Result<HistoryPage>)> reply);
    void postRead(RequestId id, std::function<void(Result<StoredRecord>)> reply); // NotFound when absent

    // A page of whole records, which ends early where their bodies come to more than `mostBytes`.
    void postReadWhole(HistoryQuery query, std::size_t mostBytes, std::function<void(Result<HistoryPage>)> reply);

    // True: the request is stored. False: the mark waits for it.
    void postSaveMark(RequestMark mark, std::function<void(Result<bool>)> reply);
    void postReadMarks(std::function<void(Result<std::vector<RequestMark>>)> reply);

    void postUsage(UsageQuery query, std::function<void(Result<UsageReport>)> reply);
    void postLogStats(HistoryQuery query, std::function<void(Result<LogStats>)> reply);
    void postLogHistogram(LogHistogramQuery query, std::function<void(Result<std::vector<LogBucket>>)> reply);
    void postSessionSums(HistoryQuery query, std::function<void(Result<SessionSums>)> reply); // see session_sums.h

    // Whether what requests say can be searched; see body_index.h.
    void postReadBodySearch(std::function<void(Result<BodySearchState>)> reply);
    void postSetBodySearch(bool isOn, std::function<void(Result<BodySearchState>)> reply);

    // Looks for prices of requests whose cost is unknown. `price` runs on the writer thread; true: it changed the record.
    void postReprice(std::function<bool(RequestRecord &)> price, std::function<void(Result<PriceChanges>)> reply);

    // Deletes requests with their bodies, also those that were posted just before; the totals of their hours stay.
    // Returns how many there were.
    void postRemoveRequests(std::vector<RequestId> requests, std::function<void(Result<std::int64_t>)> reply);

    // Runs a function on the reader thread, for work on stored bytes that the main thread must not do.
    void postWork(std::function<void()> work);

    StorageCounters counters() const; // cheap, any thread

private:
    class Private;
    explicit StorageThread(std::unique_ptr<Private> implementation);
    std::unique_ptr<Private> d;
};

} // namespace gateway::storage
