// Totals that stay: equal whatever they are grouped by, added in the same transaction, untouched by deletion.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/history_writer.h"
#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"

#include <atomic>
#include <cstdlib>
#include <future>
#include <random>
#include <tuple>

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

namespace {

const WallTime noon = WallTime(1'800'000'000s);

std::unique_ptr<StorageThread> openStorage(const QTemporaryDir &folder)
{
    auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
    if (!storage)
        qFatal("%s", storage.error().message.c_str());
    return std::move(*storage);
}

UsageReport usageOf(StorageThread &storage, UsageQuery query = {})
{
    std::promise<Result<UsageReport>> promise;
    storage.postUsage(std::move(query),
                      [&promise](Result<UsageReport> report) { promise.set_value(std::move(report)); });
    auto report = promise.get_future().get();
    if (!report)
        qFatal("%s", report.error().privateDetail.c_str());
    return std::move(*report);
}

AttemptRecord attempt(const std::string &provider, std::optional<Money> cost, std::int64_t output = 0)
{
    AttemptRecord made;
    made.provider = provider;
    made.model = provider + "-model";
    made.keyName = provider + "-key";
    made.cost = cost;
    made.costDetail.basis = cost ? CostBasis::Priced : CostBasis::Unknown;
    if (output > 0) {
        made.usage.uncachedInput = output * 2;
        made.usage.output = output;
    }
    return made;
}

// Answered by the last of its attempts.
RequestRecord request(const std::string &id, std::vector<AttemptRecord> attempts)
{
    RequestRecord record = samples::plainRecord(id);
    record.startedAt = noon;
    record.askedModel = "medium";
    record.client = "Claude Code";
    if (!attempts.empty()) {
        record.provider = attempts.back().provider;
        record.model = attempts.back().model;
        record.keyName = attempts.back().keyName;
    }
    for (const AttemptRecord &each : attempts)
        record.unpricedAttempts += each.cost ? 0 : 1;
    record.attempts = std::move(attempts);
    return record;
}

UsageSums sumOf(const std::vector<UsageGroup> &groups)
{
    UsageSums sum;
    for (const UsageGroup &group : groups)
        sum += group.sums;
    return sum;
}

UsageSums groupOf(const std::vector<UsageGroup> &groups, const std::string &name)
{
    for (const UsageGroup &group : groups) {
        if (group.name == name)
            return group.sums;
    }
    return {};
}

// What any history can hold: failures, fallbacks, refusals without an attempt, unknown costs, all names at random.
RequestRecord anyRequest(std::mt19937 &random, int number)
{
    const auto oneOf = [&random](std::initializer_list<const char *> names) {
        return std::string(*(names.begin() + static_cast<std::ptrdiff_t>(random() % names.size())));
    };
    std::vector<AttemptRecord> attempts;
    for (auto left = random() % 4; left > 0; --left) {
        const bool isKnown = random() % 5 != 0;
        attempts.push_back(
            attempt(oneOf({"openai", "anthropic", "bedrock"}),
                    isKnown ? std::optional(Money{static_cast<std::int64_t>(random() % 1'000'000)}) : std::nullopt,
                    static_cast<std::int64_t>(random() % 1000)));
    }
    RequestRecord record = request("r" + std::to_string(number), std::move(attempts));
    record.askedModel = oneOf({"medium", "fast", "openai/gpt-5.4", ""});
    record.client = oneOf({"Claude Code", "Codex", ""});
    record.virtualKeyName = oneOf({"", "team-a"});
    record.startedAt = noon + std::chrono::minutes(random() % 6000);
    record.state = random() % 4 == 0 ? RequestState::UpstreamError : RequestState::Succeeded;
    if (random() % 3 == 0) // answered by something that is none of its attempts
        record.provider = oneOf({"groq", ""});
    return record;
}

} // namespace

class UsageTest : public QObject {
    Q_OBJECT

private slots:
    void countsARequestWhereItWasAnsweredAndMoneyWhereItWasUsed();
    void totalsAreEqualWhateverTheyAreGroupedBy();
    void deletingRequestsChangesNothing();
    void countsUnknownCostsInsteadOfAddingZero();
    void takesWholeHours();
    void countsNothingOfABatchThatCouldNotBeStored();
    void pricesWhatHadNoPrice();
    void letsOthersInBetweenWhileItPrices();
    void statsAndHistogramsFollowTheFilter();
    void sumsOfHoursEqualThoseOfTheirRows();
    void percentilesStayWhenRequestsAreDeleted();
    void percentilesAreToldByStepAndProvider();
    void savingsOfCachesFollowThePriceThatWasInForce();
};

void UsageTest::countsARequestWhereItWasAnsweredAndMoneyWhereItWasUsed()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    storage->postRecord(request("r", {attempt("anthropic", Money{70}, 5), attempt("openai", Money{5}, 1)}));
    const UsageReport report = usageOf(*storage);
    QCOMPARE(report.total.requests, 1);
    QCOMPARE(report.total.attempts, 2);
    QCOMPARE(report.total.cost, Money{75});
    QCOMPARE(groupOf(report.byProvider, "anthropic").requests, 0);
    QCOMPARE(groupOf(report.byProvider, "anthropic").cost, Money{70});
    QCOMPARE(groupOf(report.byProvider, "openai").requests, 1);
    QCOMPARE(groupOf(report.byProvider, "openai").output, 1);
    QCOMPARE(groupOf(report.byAskedModel, "medium").cost, Money{75});
    QCOMPARE(report.byProvider.front().name, std::string("anthropic")); // the largest cost first
}

void UsageTest::totalsAreEqualWhateverTheyAreGroupedBy()
{
    const QTemporaryDir folder;
    std::mt19937 random(20261121);
    int number = 0;
    for (int run = 0; run < 3; ++run) { // also after it was closed and opened again
        const auto storage = openStorage(folder);
        for (int count = 0; count < 300; ++count)
            storage->postRecord(anyRequest(random, number++));
        const UsageReport report = usageOf(*storage);
        QCOMPARE(report.total.requests, std::int64_t{number});
        QVERIFY(report.total.unpriced > 0);
        for (const auto *groups : {&report.byProvider, &report.byAskedModel, &report.byModel, &report.byKey,
                                   &report.byVirtualKey, &report.byClient})
            QVERIFY(sumOf(*groups) == report.total);
        UsageSums ofHours;
        for (const UsageHour &hour : report.hours)
            ofHours += hour.sums;
        QVERIFY(ofHours == report.total);
    }
}

void UsageTest::deletingRequestsChangesNothing()
{
    const QTemporaryDir folder;
    auto storage = openStorage(folder);
    std::mt19937 random(7);
    for (int number = 0; number < 50; ++number)
        storage->postRecord(anyRequest(random, number));
    const UsageSums before = usageOf(*storage).total;
    storage.reset();
    {
        auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
        QVERIFY(file);
        QVERIFY(file->execute("DELETE FROM requests; DELETE FROM request_bodies"));
    }
    storage = openStorage(folder);
    QCOMPARE(storage->counters().stored, 0);
    QVERIFY(usageOf(*storage).total == before);
}

void UsageTest::countsUnknownCostsInsteadOfAddingZero()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    storage->postRecord(request("known", {attempt("openai", Money{5}, 1)}));
    storage->postRecord(request("unknown", {attempt("openai", std::nullopt, 1)}));
    const UsageReport report = usageOf(*storage);
    QCOMPARE(report.total.cost, Money{5});
    QCOMPARE(report.total.unpriced, 1);
    const auto stored = samples::readRecord(*storage, "unknown");
    QVERIFY(!stored->record.cost);
    QCOMPARE(stored->record.unpricedAttempts, 1);
}

void UsageTest::takesWholeHours()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (const auto offset : {-1min, 0min, 59min, 60min}) {
        RequestRecord record = request(std::to_string(offset.count()), {attempt("openai", Money{1})});
        record.startedAt = noon + offset;
        storage->postRecord(std::move(record));
    }
    QCOMPARE(usageOf(*storage, {.from = noon, .until = noon + 1h}).total.requests, 2);
    QCOMPARE(usageOf(*storage, {.from = noon + 5min, .until = noon + 1h}).total.requests, 2);
    QCOMPARE(usageOf(*storage, {.from = std::nullopt, .until = noon}).total.requests, 1);
    QCOMPARE(usageOf(*storage).firstHour, noon - 1h);
}

void UsageTest::countsNothingOfABatchThatCouldNotBeStored()
{
    const QTemporaryDir folder;
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
    QVERIFY(file && migrate(*file, historyMigrations()));
    auto second = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
    QVERIFY(second);
    QVERIFY(second->execute("CREATE TRIGGER no BEFORE INSERT ON requests WHEN new.request_id = 'bad'"
                            " BEGIN SELECT raise(ABORT, 'no'); END"));
    auto writer = HistoryWriter::create(std::move(*file));
    QVERIFY(writer);
    const RequestRecord good = request("good", {attempt("openai", Money{5})});
    const RequestRecord bad = request("bad", {attempt("openai", Money{7})});
    const RequestRecord *both[] = {&good, &bad};
    QVERIFY(!writer->write(both));
    QCOMPARE(*second->queryInteger("SELECT count(*) FROM usage_hours"), 0);
    QCOMPARE(*second->queryInteger("SELECT count(*) FROM log_hours"), 0);
    QVERIFY(writer->write(std::span(both, 1)));
    QCOMPARE(*second->queryInteger("SELECT cost FROM usage_hours"), 5);
    QCOMPARE(*second->queryInteger("SELECT sum(requests) FROM log_hours"), 1);
}

// The table of the hours answers the first question, the rows themselves the second.
void UsageTest::sumsOfHoursEqualThoseOfTheirRows()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    std::mt19937 random(20261122);
    std::vector<RequestId> ids;
    for (int number = 0; number < 400; ++number) {
        RequestRecord record = anyRequest(random, number);
        ids.push_back(record.id);
        storage->postRecord(std::move(record));
    }
    const auto statsOf = [&storage](const HistoryQuery &query) {
        return *samples::waitFor<LogStats>([&](auto reply) { storage->postLogStats(query, std::move(reply)); });
    };
    const auto check = [&](HistoryQuery query) {
        const LogStats fast = statsOf(query);
        query.measures.leastDuration = Microseconds(0); // what the hours do not know
        const LogStats slow = statsOf(query);
        QCOMPARE(fast.requests, slow.requests);
        QCOMPARE(fast.succeeded, slow.succeeded);
        QCOMPARE(fast.promptTokens, slow.promptTokens);
        QCOMPARE(fast.completionTokens, slow.completionTokens);
        QCOMPARE(fast.cost, slow.cost);
        QCOMPARE(fast.unpriced, slow.unpriced);
        QCOMPARE(fast.duration, slow.duration);
    };
    const auto bucketsOf = [&storage](const HistoryQuery &filter, LogHistogramQuery::Dimension dimension) {
        LogHistogramQuery question{filter, std::chrono::hours(6), dimension, false};
        return *samples::waitFor<std::vector<LogBucket>>(
            [&](auto reply) { storage->postLogHistogram(question, std::move(reply)); });
    };
    const auto checkBuckets = [&](HistoryQuery filter) {
        using Dimension = LogHistogramQuery::Dimension;
        for (const auto dimension : {Dimension::None, Dimension::Model, Dimension::ProviderAndModel}) {
            filter.measures.leastDuration.reset();
            const auto fast = bucketsOf(filter, dimension);
            filter.measures.leastDuration = Microseconds(0);
            const auto slow = bucketsOf(filter, dimension);
            QCOMPARE(fast.size(), slow.size());
            for (std::size_t index = 0; index < fast.size(); ++index) {
                QVERIFY(fast[index].start == slow[index].start);
                QCOMPARE(fast[index].name, slow[index].name);
                QCOMPARE(fast[index].stats.requests, slow[index].stats.requests);
                QCOMPARE(fast[index].stats.succeeded, slow[index].stats.succeeded);
                QCOMPARE(fast[index].stats.cost, slow[index].stats.cost);
                QCOMPARE(fast[index].stats.duration, slow[index].stats.duration);
            }
        }
    };
    const auto checkAll = [&] {
        checkBuckets({});
        checkBuckets({.providers = {"openai"}});
        check({});
        check({.providers = {"openai"}});
        check({.states = {"succeeded"}, .providers = {"openai", "groq"}});
        check({.models = {"anthropic-model"}});
        check({.startedFrom = noon + 90min});
        check({.startedFrom = noon + 2h, .startedUntil = noon + 50h});
        check({.startedFrom = noon + 61min, .startedUntil = noon + 95h + 7s});
        check({.startedFrom = noon + 10min, .startedUntil = noon + 20min});
        check({.startedUntil = noon + 3h});
        check({.startedFrom = noon + 5h, .startedUntil = noon + 1h});
    };
    checkAll();
    QVERIFY(statsOf({}).requests == 400);
    ids.resize(150);
    samples::waitFor<std::int64_t>([&](auto reply) { storage->postRemoveRequests(ids, std::move(reply)); });
    QCOMPARE(statsOf({}).requests, 250);
    checkAll();
    samples::waitFor<PriceChanges>([&](auto reply) {
        storage->postReprice(
            [](RequestRecord &record) {
                record.cost = Money{77};
                record.unpricedAttempts = 0;
                return true;
            },
            std::move(reply));
    });
    QCOMPARE(statsOf({}).unpriced, 0);
    checkAll();
    samples::waitFor<std::int64_t>([&](auto reply) { storage->postRemoveBefore(noon + 1000h, std::move(reply)); });
    QCOMPARE(statsOf({}).requests, 0);
    checkAll();
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::ReadOnly);
    QCOMPARE(*file->queryInteger("SELECT count(*) FROM log_hours"), 0);
}

// What is posted while the first requests are looked at does not wait for the last.
void UsageTest::letsOthersInBetweenWhileItPrices()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 450; ++number)
        storage->postRecord(request("u" + std::to_string(number), {attempt("b", std::nullopt, 4)}));
    usageOf(*storage); // all is written
    std::atomic<int> looked = 0;
    std::atomic<int> lookedBefore = -1; // when the other task was done
    const auto changes = samples::waitFor<PriceChanges>([&](auto reply) {
        storage->postReprice(
            [&](RequestRecord &) {
                if (++looked == 1)
                    storage->postSaveResilience({}, [&](const Result<bool> &) { lookedBefore = looked.load(); });
                return false;
            },
            std::move(reply));
    });
    QCOMPARE(changes->matched, 450);
    QCOMPARE(lookedBefore.load(), 100);
}

void UsageTest::pricesWhatHadNoPrice()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 1200; ++number) // more than one page
        storage->postRecord(
            request("u" + std::to_string(number), {attempt("a", Money{3}, 1), attempt("b", std::nullopt, 4)}));
    storage->postRecord(request("still", {attempt("c", std::nullopt, 4)}));
    usageOf(*storage); // all is written
    std::promise<Result<PriceChanges>> promise;
    storage->postReprice(
        [](RequestRecord &record) {
            AttemptRecord &last = record.attempts.back();
            if (last.provider != "b")
                return false;
            last.cost = Money{100};
            last.costDetail.basis = CostBasis::Priced;
            record.cost = Money{103};
            record.unpricedAttempts = 0;
            return true;
        },
        [&promise](const Result<PriceChanges> &changes) { promise.set_value(changes); });
    const auto changes = promise.get_future().get();
    QVERIFY(changes);
    QCOMPARE(changes->matched, 1201);
    QCOMPARE(changes->priced, 1200);
    QCOMPARE(changes->added, Money{120'000});
    const UsageReport report = usageOf(*storage);
    QCOMPARE(report.total.cost, Money{1200 * 103});
    QCOMPARE(report.total.unpriced, 1);
    QCOMPARE(report.total.attempts, 2401);
    QCOMPARE(report.total.requests, 1201);
    QCOMPARE(groupOf(report.byProvider, "b").cost, Money{120'000});
    QCOMPARE(groupOf(report.byProvider, "b").output, 4800);
    const auto stored = samples::readRecord(*storage, "u7");
    QCOMPARE(stored->record.cost, Money{103});
    QCOMPARE(stored->record.attempts.back().cost, Money{100});
}

void UsageTest::statsAndHistogramsFollowTheFilter()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 100; ++number) {
        RequestRecord record = request("h" + std::to_string(number), {attempt(number < 90 ? "a" : "b", Money{2}, 1)});
        record.duration = std::chrono::milliseconds(number + 1);
        record.usage = record.attempts.back().usage;
        record.cost = Money{2};
        record.startedAt = noon + std::chrono::minutes(number);
        storage->postRecord(std::move(record));
    }
    std::promise<Result<LogStats>> stats;
    HistoryQuery onlyA;
    onlyA.providers = {"a"};
    storage->postLogStats(onlyA, [&stats](const Result<LogStats> &result) { stats.set_value(result); });
    const auto sums = stats.get_future().get();
    QVERIFY(sums);
    QCOMPARE(sums->requests, 90);
    QCOMPARE(sums->cost, Money{180});
    QCOMPARE(sums->promptTokens, 180);
    std::promise<Result<std::vector<LogBucket>>> buckets;
    LogHistogramQuery query;
    query.filter = onlyA;
    query.hasPercentiles = true;
    storage->postLogHistogram(query, [&buckets](const auto &result) { buckets.set_value(result); });
    const auto list = buckets.get_future().get();
    QVERIFY(list);
    QCOMPARE(list->size(), std::size_t{2});
    QCOMPARE(list->front().start, noon);
    QCOMPARE(list->front().stats.requests, 60);
    QCOMPARE(list->front().p90, std::chrono::microseconds(54ms)); // of 1 to 60
    QCOMPARE(list->front().p99, std::chrono::microseconds(60ms));
    QCOMPARE(list->back().stats.requests, 30);
}

namespace {

UsageQuery hoursFrom(WallTime first, int count)
{
    UsageQuery query;
    for (int hour = 0; hour <= count; ++hour)
        query.latencyBorders.push_back(first + std::chrono::hours(hour));
    return query;
}

bool isNear(Microseconds told, Microseconds exact)
{
    return std::abs(told.count() - exact.count()) * 1000 <= exact.count() * 32;
}

RequestRecord answered(int number, const std::string &provider, Microseconds duration)
{
    RequestRecord record = request("l" + std::to_string(number), {attempt(provider, Money{1})});
    record.duration = duration;
    record.isStream = number % 2 == 0;
    record.firstByteAt = duration / 10;
    return record;
}

} // namespace

void UsageTest::percentilesStayWhenRequestsAreDeleted()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    std::vector<RequestId> ids;
    for (int number = 1; number <= 200; ++number) {
        RequestRecord record = answered(number, "openai", std::chrono::milliseconds(number));
        ids.push_back(record.id);
        storage->postRecord(std::move(record));
    }
    RequestRecord refused = answered(201, "openai", Microseconds(1)); // quick, but no answer
    refused.state = RequestState::Blocked;
    storage->postRecord(std::move(refused));
    const auto check = [&] {
        const UsageReport report = usageOf(*storage, hoursFrom(noon, 1));
        QCOMPARE(report.latency.whole.answers, 200);
        QCOMPARE(report.latency.firstToken.answers, 100); // streams only
        QVERIFY(isNear(report.latency.whole.p50, 100ms));
        QVERIFY(isNear(report.latency.whole.p95, 190ms));
        QVERIFY(isNear(report.latency.whole.p99, 198ms));
        QVERIFY(isNear(report.latency.firstToken.p50, 10ms));
        QVERIFY(isNear(report.latency.firstToken.p95, 19ms));
    };
    check();
    const auto removed =
        samples::waitFor<std::int64_t>([&](auto reply) { storage->postRemoveRequests(ids, std::move(reply)); });
    QCOMPARE(*removed, 200);
    check();
}

void UsageTest::percentilesAreToldByStepAndProvider()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    int number = 0;
    for (const auto &[provider, duration, offset] : {std::tuple("a", 40ms, 0min), std::tuple("a", 40ms, 5min),
                                                     std::tuple("b", 900ms, 10min), std::tuple("b", 2000ms, 61min)}) {
        RequestRecord record = answered(++number, provider, duration);
        record.startedAt = noon + offset;
        storage->postRecord(std::move(record));
    }
    const UsageReport report = usageOf(*storage, hoursFrom(noon - 1h, 4));
    QCOMPARE(report.latencySteps.size(), std::size_t{4});
    QCOMPARE(report.latencySteps[0].whole.answers, 0);
    QCOMPARE(report.latencySteps[0].whole.p99, Microseconds(0));
    QCOMPARE(report.latencySteps[1].whole.answers, 3);
    QVERIFY(isNear(report.latencySteps[1].whole.p50, 40ms));
    QVERIFY(isNear(report.latencySteps[1].whole.p99, 900ms));
    QVERIFY(isNear(report.latencySteps[2].whole.p50, 2000ms));
    QCOMPARE(report.latencyByProvider.size(), std::size_t{2});
    UsageQuery onlyB = hoursFrom(noon, 2);
    onlyB.providers = {"b"};
    QCOMPARE(usageOf(*storage, onlyB).latency.whole.answers, 2);
    QVERIFY(usageOf(*storage).latencySteps.empty()); // nobody asked
}

void UsageTest::savingsOfCachesFollowThePriceThatWasInForce()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    AttemptRecord cached = attempt("anthropic", Money{1'000}, 1);
    cached.costDetail.lines = {{CostClass::Input, 10, 3'000'000},
                               {CostClass::CacheRead, 1'000, 300'000},
                               {CostClass::CacheWrite, 100, 3'750'000},
                               {CostClass::Output, 5, 15'000'000}};
    AttemptRecord allCached = attempt("openai", Money{5}, 1); // nothing to compare with
    allCached.costDetail.lines = {{CostClass::CacheRead, 1'000, 300'000}};
    storage->postRecord(request("r", {allCached, cached}));
    storage->postRecord(request("unknown", {attempt("groq", std::nullopt, 4)}));
    QCOMPARE(usageOf(*storage).total.cachedCost, Money{300'000 + 375'000});
    QCOMPARE(usageOf(*storage).total.cachedAsFresh, Money{3'300'000});
    QCOMPARE(groupOf(usageOf(*storage).byProvider, "openai").cachedAsFresh, Money{});
    const auto changes = samples::waitFor<PriceChanges>([&](auto reply) {
        storage->postReprice(
            [](RequestRecord &record) {
                AttemptRecord &only = record.attempts.back();
                only.cost = Money{100};
                only.costDetail.basis = CostBasis::Priced;
                only.costDetail.lines = {{CostClass::Input, 1, 1'000'000}, {CostClass::CacheRead, 8, 500'000}};
                record.cost = Money{100};
                record.unpricedAttempts = 0;
                return true;
            },
            std::move(reply));
    });
    QCOMPARE(changes->priced, 1);
    QCOMPARE(groupOf(usageOf(*storage).byProvider, "groq").cachedAsFresh, Money{8'000});
    QCOMPARE(groupOf(usageOf(*storage).byProvider, "groq").cachedCost, Money{4'000});
}

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_usage.moc"
