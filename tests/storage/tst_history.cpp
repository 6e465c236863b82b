// What the history keeps, how it is paged and filtered, and what happens when it cannot be written.
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"

#include <algorithm>
#include <set>
#include <thread>

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(gateway::storage::HistoryQuery)

class HistoryTest : public QObject {
    Q_OBJECT

private slots:
    void readsBackAWholeRecord();
    void readsBackARecordWithNothing();
    void readsBackLargeAndIncompressibleBodies();
    void leavesBodiesOutOfPages();
    void knowsNoOtherRecord();
    void keepsTwoRequestsOfOneId();
    void pagesBackwardsWithoutGapsOrRepeats();
    void pagesForwards();
    void skipsByOffset();
    void filters_data();
    void filters();
    void findsTextLiterally();
    void takesRecordsFromSeveralThreads();
    void writesWithinTheFlushInterval();
    void letsGoOfWrittenRecordsWhenNobodyPosts_data();
    void letsGoOfWrittenRecordsWhenNobodyPosts();
    void writesEverythingThatWaitsOnStop();
    void dropsAndCountsWhenTheQueueIsFull_data();
    void dropsAndCountsWhenTheQueueIsFull();
    void goesOnAfterTheDiskWasFull();
    void givesUpARecordThatNeverFits();
    void goesOnAfterALock();
    void stopsThoughTheDiskIsFull();
    void countsRowsAndBytes();
    void runsWorkOffTheCallersThread();
    void reportsADamagedBody();
};

namespace {

std::string noise(std::size_t size)
{
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char &byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

std::unique_ptr<StorageThread> openStorage(const QTemporaryDir &folder, StorageOptions options = {})
{
    options.folder = samples::pathOf(folder);
    auto storage = StorageThread::open(options);
    if (!storage)
        qFatal("%s", storage.error().message.c_str());
    return std::move(*storage);
}

std::vector<std::string> idsOf(const Result<HistoryPage> &page)
{
    std::vector<std::string> ids;
    for (const StoredRecord &stored : page->records)
        ids.push_back(stored.record.id.value);
    return ids;
}

void compareRecords(const RequestRecord &actual, const RequestRecord &expected)
{
    QCOMPARE(actual.keyId, expected.keyId);
    QCOMPARE(actual.virtualKeyId, expected.virtualKeyId);
    QCOMPARE(actual.id.value, expected.id.value);
    QVERIFY(actual.startedAt == expected.startedAt);
    QVERIFY(actual.duration == expected.duration);
    QCOMPARE(actual.state, expected.state);
    QCOMPARE(actual.method, expected.method);
    QCOMPARE(actual.path, expected.path);
    QCOMPARE(actual.operation, expected.operation);
    QCOMPARE(actual.dialect, expected.dialect);
    QCOMPARE(actual.client, expected.client);
    QCOMPARE(actual.peerAddress, expected.peerAddress);
    QCOMPARE(actual.sessionId, expected.sessionId);
    QCOMPARE(actual.askedModel, expected.askedModel);
    QCOMPARE(actual.provider, expected.provider);
    QCOMPARE(actual.model, expected.model);
    QCOMPARE(actual.keyName, expected.keyName);
    QCOMPARE(actual.answeredModel, expected.answeredModel);
    QCOMPARE(actual.status, expected.status);
    QCOMPARE(actual.finishReason, expected.finishReason);
    QCOMPARE(actual.errorCode, expected.errorCode);
    QCOMPARE(actual.errorText, expected.errorText);
    QCOMPARE(actual.isStream, expected.isStream);
    QVERIFY(actual.firstByteAt == expected.firstByteAt);
    QVERIFY(actual.overhead == expected.overhead);
    QVERIFY(actual.usage == expected.usage);
    QCOMPARE(actual.requestBytes, expected.requestBytes);
    QCOMPARE(actual.responseBytes, expected.responseBytes);
    QVERIFY(actual.attempts == expected.attempts);
}

void compareDetails(const RequestRecord &actual, const RequestRecord &expected)
{
    QCOMPARE(actual.rawUsage, expected.rawUsage);
    QCOMPARE(actual.notes, expected.notes);
    QVERIFY(actual.requestHeaders == expected.requestHeaders);
    QVERIFY(actual.responseHeaders == expected.responseHeaders);
    QCOMPARE(actual.requestBody == nullptr, expected.requestBody == nullptr);
    QCOMPARE(actual.responseBody == nullptr, expected.responseBody == nullptr);
    if (expected.requestBody)
        QVERIFY(*actual.requestBody == *expected.requestBody);
    if (expected.responseBody)
        QVERIFY(*actual.responseBody == *expected.responseBody);
    QCOMPARE(actual.isRequestBodyTruncated, expected.isRequestBodyTruncated);
    QCOMPARE(actual.isResponseBodyTruncated, expected.isResponseBodyTruncated);
    QVERIFY(actual.streamMarks == expected.streamMarks);
}

// Keeps the history's write lock for as long as it lives, so that the writer fails as long.
class HeldLock {
public:
    explicit HeldLock(const QTemporaryDir &folder)
        : m_file(std::move(*SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable)))
        , m_transaction(std::move(*Transaction::begin(m_file)))
    {
    }

private:
    SqliteFile m_file;
    Transaction m_transaction;
};

constexpr int aLongTime = 60'000; // limit of waits that end as soon as their condition holds

} // namespace

void HistoryTest::readsBackAWholeRecord()
{
    const QTemporaryDir folder;
    const RequestRecord expected = samples::fullRecord("full");
    {
        const auto storage = openStorage(folder);
        storage->postRecord(expected);
    }
    const auto storage = openStorage(folder);
    const auto stored = samples::readRecord(*storage, "full");
    QVERIFY(stored);
    QVERIFY(stored->sequence > 0);
    compareRecords(stored->record, expected);
    compareDetails(stored->record, expected);
}

void HistoryTest::readsBackARecordWithNothing()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    RequestRecord expected;
    expected.id.value = "empty";
    expected.state = RequestState::Blocked;
    storage->postRecord(expected);
    const auto stored = samples::readRecord(*storage, "empty");
    QVERIFY(stored);
    compareRecords(stored->record, expected);
    compareDetails(stored->record, expected);
}

void HistoryTest::readsBackLargeAndIncompressibleBodies()
{
    const QTemporaryDir folder;
    auto storage = openStorage(folder);
    std::vector<RequestRecord> records;
    for (const std::string &body : {std::string(), std::string("x"), std::string(2047, 'a'), std::string(2048, 'a'),
                                    std::string(5'000'000, 'b'), noise(3'000'000)}) {
        RequestRecord record = samples::plainRecord("body-" + std::to_string(body.size()));
        record.requestBody = std::make_shared<const std::string>(body);
        record.responseBody = std::make_shared<const std::string>(body + "!");
        records.push_back(record);
        storage->postRecord(record);
    }
    for (const RequestRecord &expected : records) {
        const auto stored = samples::readRecord(*storage, expected.id.value);
        QVERIFY(stored);
        compareDetails(stored->record, expected);
    }
    // Only the two bodies of noise take room; the log is folded in by closing.
    storage.reset();
    QVERIFY(openStorage(folder)->counters().fileBytes < 7'000'000);
}

void HistoryTest::leavesBodiesOutOfPages()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    const RequestRecord expected = samples::fullRecord("full");
    storage->postRecord(expected);
    const auto page = samples::queryPage(*storage, {});
    QVERIFY(page);
    QCOMPARE(page->records.size(), std::size_t(1));
    compareRecords(page->records[0].record, expected);
    QVERIFY(!page->records[0].record.requestBody);
    QVERIFY(page->records[0].record.requestHeaders.isEmpty());
}

void HistoryTest::knowsNoOtherRecord()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    const auto stored = samples::readRecord(*storage, "nobody");
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::NotFound);
}

void HistoryTest::keepsTwoRequestsOfOneId()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    RequestRecord record = samples::plainRecord("chosen-by-the-client");
    storage->postRecord(record);
    record.status = 201;
    storage->postRecord(record);
    QCOMPARE(samples::queryPage(*storage, {})->records.size(), std::size_t(2));
    QCOMPARE(samples::readRecord(*storage, "chosen-by-the-client")->record.status, 201);
    QCOMPARE(storage->counters().dropped, 0);
}

void HistoryTest::pagesBackwardsWithoutGapsOrRepeats()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 25; ++number)
        storage->postRecord(samples::plainRecord(std::to_string(number)));
    std::vector<std::string> ids;
    HistoryQuery query{.limit = 10};
    Result<HistoryPage> page;
    int pages = 0;
    do {
        page = samples::queryPage(*storage, query, true);
        QVERIFY(page);
        QCOMPARE(page->totalStored, 25 + std::min(pages, 1));
        if (pages++ == 0)
            storage->postRecord(samples::plainRecord("came later")); // must not shift the pages
        const auto more = idsOf(page);
        ids.insert(ids.end(), more.begin(), more.end());
        query.beforeSequence = page->records.back().sequence;
    } while (page->hasMore);
    QCOMPARE(pages, 3);
    QCOMPARE(ids.size(), std::size_t(25));
    for (std::size_t index = 0; index < ids.size(); ++index)
        QCOMPARE(ids[index], std::to_string(24 - index));
}

void HistoryTest::pagesForwards()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (const char *id : {"a", "b", "c"})
        storage->postRecord(samples::plainRecord(id));
    const auto first = samples::queryPage(*storage, {.limit = 2, .oldestFirst = true});
    QCOMPARE(idsOf(first), (std::vector<std::string>{"a", "b"}));
    QVERIFY(first->hasMore);
    const auto second = samples::queryPage(
        *storage, {.beforeSequence = first->records.back().sequence, .limit = 2, .oldestFirst = true});
    QCOMPARE(idsOf(second), (std::vector<std::string>{"c"}));
    QVERIFY(!second->hasMore);
}

void HistoryTest::skipsByOffset()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (const char *id : {"a", "b", "c", "d"})
        storage->postRecord(samples::plainRecord(id));
    const auto page = samples::queryPage(*storage, {.limit = 2, .offset = 1}, true);
    QCOMPARE(idsOf(page), (std::vector<std::string>{"c", "b"}));
    QCOMPARE(page->matching, 4);
    QVERIFY(page->hasMore);
    QCOMPARE(samples::queryPage(*storage, {.limit = 2, .offset = 1})->matching, -1);
}

void HistoryTest::filters_data()
{
    QTest::addColumn<HistoryQuery>("query");
    QTest::addColumn<QStringList>("ids");
    const WallTime start = samples::plainRecord("").startedAt;
    const auto row = [](const char *name, HistoryQuery query, QStringList ids) { QTest::newRow(name) << query << ids; };
    row("no filter", {}, {QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")});
    row("state", {.states = {"cancelled", "blocked"}}, {QStringLiteral("3"), QStringLiteral("2")});
    row("provider", {.providers = {"two"}}, {QStringLiteral("2")});
    row("provider and state", {.states = {"cancelled"}, .providers = {"two"}}, {QStringLiteral("2")});
    row("no match", {.states = {"succeeded"}, .providers = {"two"}}, {});
    row("model", {.models = {"m1", "m3"}}, {QStringLiteral("3"), QStringLiteral("1")});
    row("from", {.startedFrom = start + 20s}, {QStringLiteral("3"), QStringLiteral("2")});
    row("until", {.startedUntil = start + 20s}, {QStringLiteral("2"), QStringLiteral("1")});
    row("between", {.startedFrom = start + 15s, .startedUntil = start + 25s}, {QStringLiteral("2")});
    row("before all", {.startedUntil = start}, {});
    row("key by name", {.keys = {{{}, "work"}}}, {QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")});
    row("key by id", {.keys = {{"id-1", {}}}}, {QStringLiteral("1")});
    row("key by id, and before ids by name", {.keys = {{"id-1", "work"}}}, {QStringLiteral("3"), QStringLiteral("1")});
    row("text without case", {.text = "CURSOR"}, {QStringLiteral("1")});
    row("text in an error", {.text = "refused"}, {QStringLiteral("3")});
    row("text and time", {.text = "m", .startedFrom = start + 20s}, {QStringLiteral("3"), QStringLiteral("2")});
}

void HistoryTest::filters()
{
    QFETCH(HistoryQuery, query);
    QFETCH(QStringList, ids);
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    const auto post = [&](int number, RequestState state, const char *provider, const char *client, const char *error) {
        RequestRecord record = samples::plainRecord(std::to_string(number));
        record.startedAt += number * 10s;
        record.state = state;
        record.provider = provider;
        record.model = "m" + std::to_string(number);
        record.client = client;
        record.errorText = error;
        record.keyName = "work";
        record.keyId = number == 3 ? std::string() : "id-" + std::to_string(number);
        storage->postRecord(record);
    };
    post(1, RequestState::Succeeded, "one", "Cursor", "");
    post(2, RequestState::Cancelled, "two", "Claude Code", "");
    post(3, RequestState::Blocked, "three", "curl", "The origin was refused.");
    const auto page = samples::queryPage(*storage, query, true);
    QVERIFY2(page, page ? "" : page.error().privateDetail.c_str());
    QStringList found;
    for (const std::string &id : idsOf(page))
        found.append(QString::fromStdString(id));
    QCOMPARE(found, ids);
    QCOMPARE(page->matching, static_cast<std::int64_t>(ids.size()));
    QCOMPARE(page->totalStored, 3);
}

void HistoryTest::findsTextLiterally()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (const char *model : {"gpt_4", "gptx4", "100%", "1000", "a\\b"}) {
        RequestRecord record = samples::plainRecord(model);
        record.model = model;
        storage->postRecord(record);
    }
    QCOMPARE(idsOf(samples::queryPage(*storage, {.text = "gpt_4"})), (std::vector<std::string>{"gpt_4"}));
    QCOMPARE(idsOf(samples::queryPage(*storage, {.text = "0%"})), (std::vector<std::string>{"100%"}));
    QCOMPARE(idsOf(samples::queryPage(*storage, {.text = "a\\b"})), (std::vector<std::string>{"a\\b"}));
    QCOMPARE(idsOf(samples::queryPage(*storage, {.text = "'; DROP TABLE requests; --"})), std::vector<std::string>{});
}

void HistoryTest::takesRecordsFromSeveralThreads()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    constexpr int threadCount = 4;
    constexpr int recordsEach = 1000;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < threadCount; ++thread) {
            threads.emplace_back([&storage, thread] {
                for (int number = 0; number < recordsEach; ++number)
                    storage->postRecord(samples::plainRecord(std::to_string(thread) + "/" + std::to_string(number)));
            });
        }
    }
    // A reader waits for the writer, but not for as long as a sanitizer on a busy machine needs.
    QTRY_COMPARE_WITH_TIMEOUT(storage->counters().stored, threadCount * recordsEach, 60'000);
    const auto page = samples::queryPage(*storage, {.limit = 10'000});
    QVERIFY(page);
    const auto ids = idsOf(page);
    QCOMPARE(ids.size(), std::size_t(threadCount * recordsEach));
    QCOMPARE(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    QCOMPARE(storage->counters().dropped, 0);
}

void HistoryTest::writesWithinTheFlushInterval()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    storage->postRecord(samples::plainRecord("one"));
    // Nobody asks the storage: another connection sees the row appear.
    auto other = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::ReadOnly);
    QVERIFY(other);
    QTRY_COMPARE_WITH_TIMEOUT(*other->queryInteger("SELECT count(*) FROM requests"), 1, aLongTime);
}

void HistoryTest::letsGoOfWrittenRecordsWhenNobodyPosts_data()
{
    QTest::addColumn<int>("bodyBytes");
    QTest::newRow("small, for the next who posts") << 100;
    QTest::newRow("large, at once") << 100'000;
}

void HistoryTest::letsGoOfWrittenRecordsWhenNobodyPosts()
{
    QFETCH(int, bodyBytes);
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    std::weak_ptr<const std::string> body;
    for (int number = 0; number < 10; ++number) {
        auto kept = std::make_shared<const std::string>(noise(static_cast<std::size_t>(bodyBytes)));
        RequestRecord record = samples::plainRecord(std::to_string(number));
        body = kept;
        record.responseBody = std::move(kept);
        storage->postRecord(std::move(record));
    }
    QTRY_VERIFY_WITH_TIMEOUT(body.expired(), aLongTime);
    QCOMPARE(storage->counters().stored, 10);
}

void HistoryTest::writesEverythingThatWaitsOnStop()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder, {.flushInterval = 1h});
        for (int number = 0; number < 3000; ++number)
            storage->postRecord(samples::plainRecord(std::to_string(number)));
    }
    const auto storage = openStorage(folder);
    QCOMPARE(storage->counters().stored, 3000);
}

void HistoryTest::dropsAndCountsWhenTheQueueIsFull_data()
{
    QTest::addColumn<quint64>("queueBytes");
    QTest::addColumn<quint64>("queueRecords");
    QTest::newRow("number of records") << quint64(1'000'000'000) << quint64(5);
    QTest::newRow("bytes") << quint64(500'000) << quint64(1'000'000);
}

void HistoryTest::dropsAndCountsWhenTheQueueIsFull()
{
    QFETCH(quint64, queueBytes);
    QFETCH(quint64, queueRecords);
    const QTemporaryDir folder;
    const auto body = std::make_shared<const std::string>(std::string(95'000, 'x'));
    {
        const auto storage = openStorage(folder, {.queueBytes = static_cast<std::size_t>(queueBytes),
                                                  .queueRecords = static_cast<std::size_t>(queueRecords),
                                                  .flushInterval = 1h});
        for (int number = 0; number < 12; ++number) {
            RequestRecord record = samples::plainRecord(std::to_string(number));
            record.requestBody = body;
            storage->postRecord(std::move(record));
        }
        QCOMPARE(storage->counters().dropped, 7);
        QCOMPARE(samples::queryPage(*storage, {})->records.size(), std::size_t(5)); // written: there is room again
        storage->postRecord(samples::plainRecord("later"));
        QVERIFY(samples::readRecord(*storage, "later"));
        QCOMPARE(storage->counters().dropped, 7);
    }
}

void HistoryTest::goesOnAfterTheDiskWasFull()
{
    const QTemporaryDir folder;
    QVERIFY(openStorage(folder)); // makes the schema
    const auto storage = openStorage(folder, {.retryInterval = 20ms, .maximumHistoryBytes = 400'000});
    const auto body = std::make_shared<const std::string>(noise(30'000));
    for (int number = 0; number < 20; ++number) {
        RequestRecord record = samples::plainRecord("large " + std::to_string(number));
        record.requestBody = body;
        storage->postRecord(std::move(record));
    }
    QTRY_VERIFY_WITH_TIMEOUT(storage->counters().problem.find("disk is full") != std::string::npos, aLongTime);
    QTRY_VERIFY_WITH_TIMEOUT(storage->counters().dropped > 0, aLongTime);
    // Small records still fit into the pages that are left, behind the large ones that never will.
    storage->postRecord(samples::plainRecord("small"));
    QTRY_VERIFY_WITH_TIMEOUT(samples::readRecord(*storage, "small").has_value(), aLongTime);
    const StorageCounters counters = storage->counters();
    QVERIFY(counters.problem.empty());
    QCOMPARE(counters.stored + counters.dropped, 21);
}

void HistoryTest::givesUpARecordThatNeverFits()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder, {.retryInterval = 1ms, .maximumHistoryBytes = 400'000});
    RequestRecord record = samples::plainRecord("huge");
    record.responseBody = std::make_shared<const std::string>(noise(1'000'000));
    storage->postRecord(std::move(record));
    storage->postRecord(samples::plainRecord("behind"));
    QTRY_COMPARE_WITH_TIMEOUT(storage->counters().stored, 1, aLongTime);
    QCOMPARE(storage->counters().dropped, 1);
    QVERIFY(samples::readRecord(*storage, "behind"));
}

void HistoryTest::goesOnAfterALock()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder, {.retryInterval = 10ms});
    {
        const HeldLock lock(folder);
        for (int number = 0; number < 50; ++number)
            storage->postRecord(samples::plainRecord(std::to_string(number)));
        QTRY_VERIFY_WITH_TIMEOUT(storage->counters().problem.find("locked") != std::string::npos, aLongTime);
        QVERIFY(samples::queryPage(*storage, {})); // reading goes on
    }
    QTRY_COMPARE_WITH_TIMEOUT(storage->counters().stored, 50, aLongTime);
    QVERIFY(storage->counters().problem.empty());
    QCOMPARE(storage->counters().dropped, 0);
}

void HistoryTest::stopsThoughTheDiskIsFull()
{
    const QTemporaryDir folder;
    QElapsedTimer timer;
    {
        auto storage = openStorage(folder, {.retryInterval = 1h});
        const HeldLock lock(folder);
        storage->postRecord(samples::plainRecord("lost"));
        timer.start();
        storage.reset();
    }
    QVERIFY(timer.elapsed() < aLongTime);
    QCOMPARE(openStorage(folder)->counters().stored, 0);
}

void HistoryTest::countsRowsAndBytes()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder);
        QCOMPARE(storage->counters().stored, 0);
        storage->postRecord(samples::fullRecord("one"));
        QTRY_COMPARE_WITH_TIMEOUT(storage->counters().stored, 1, aLongTime);
    }
    const auto storage = openStorage(folder);
    QCOMPARE(storage->counters().stored, 1);
    QVERIFY(storage->counters().fileBytes > 0);
    QVERIFY(storage->counters().problem.empty());
}

void HistoryTest::runsWorkOffTheCallersThread()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    std::promise<std::thread::id> where;
    storage->postWork([&where] { where.set_value(std::this_thread::get_id()); });
    QVERIFY(where.get_future().get() != std::this_thread::get_id());
}

void HistoryTest::reportsADamagedBody()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder);
        storage->postRecord(samples::fullRecord("one"));
    }
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
    QVERIFY(file->execute("UPDATE request_bodies SET response_body = x'28b52ffd0102030405'"));
    const auto stored = samples::readRecord(*openStorage(folder), "one");
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::StorageFailed);
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
