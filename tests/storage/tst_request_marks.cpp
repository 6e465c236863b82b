// Pins, comments and links of stored requests, of those that still run, and pages of whole records.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"

using namespace gateway;
using namespace gateway::storage;

class RequestMarksTest : public QObject {
    Q_OBJECT

private slots:
    void keepsMarksOverARestart();
    void marksARequestThatIsStillRunning();
    void changesAndClearsAMark();
    void marksBothRequestsOfOneId();
    void keepsPinsInAColumnOfTheirOwn();
    void findsRequestsByTheirComments();
    void readsChosenRequestsWhole();
    void endsAPageBeforeItGrowsTooLarge();
};

namespace {

std::unique_ptr<StorageThread> openStorage(const QTemporaryDir &folder)
{
    StorageOptions options;
    options.folder = samples::pathOf(folder);
    auto storage = StorageThread::open(options);
    if (!storage)
        qFatal("%s", storage.error().message.c_str());
    return std::move(*storage);
}

bool save(StorageThread &storage, const RequestMark &mark)
{
    const auto saved = samples::waitFor<bool>([&](auto reply) { storage.postSaveMark(mark, std::move(reply)); });
    if (!saved)
        qFatal("%s", saved.error().message.c_str());
    return *saved;
}

std::vector<RequestMark> marksOf(StorageThread &storage)
{
    const auto marks =
        samples::waitFor<std::vector<RequestMark>>([&](auto reply) { storage.postReadMarks(std::move(reply)); });
    if (!marks)
        qFatal("%s", marks.error().message.c_str());
    return *marks;
}

void store(StorageThread &storage, const std::string &id)
{
    storage.postRecord(samples::plainRecord(id));
    if (!samples::readRecord(storage, id))
        qFatal("not stored");
}

HistoryPage wholePage(StorageThread &storage, const HistoryQuery &query, std::size_t mostBytes = 1u << 20)
{
    const auto page =
        samples::waitFor<HistoryPage>([&](auto reply) { storage.postReadWhole(query, mostBytes, std::move(reply)); });
    if (!page)
        qFatal("%s", page.error().message.c_str());
    return *page;
}

} // namespace

void RequestMarksTest::keepsMarksOverARestart()
{
    const QTemporaryDir folder;
    const RequestMark mark{{"one"}, true, "the \"slow\" one, 50 %", {"zero"}};
    {
        const auto storage = openStorage(folder);
        store(*storage, "one");
        store(*storage, "two");
        QVERIFY(save(*storage, mark));
    }
    QCOMPARE(marksOf(*openStorage(folder)), std::vector<RequestMark>{mark});
}

void RequestMarksTest::marksARequestThatIsStillRunning()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    const RequestMark mark{{"running"}, false, {}, {"original"}};
    QVERIFY(!save(*storage, mark));
    QVERIFY(marksOf(*storage).empty());
    store(*storage, "another");
    store(*storage, "running");
    QCOMPARE(marksOf(*storage), std::vector<RequestMark>{mark});
    // What waited does not come back when the same id is sent again.
    QVERIFY(save(*storage, {{"running"}, false, {}, {}}));
    store(*storage, "running");
    QVERIFY(marksOf(*storage).empty());
}

void RequestMarksTest::changesAndClearsAMark()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    store(*storage, "one");
    QVERIFY(save(*storage, {{"one"}, true, "a", {}}));
    QVERIFY(save(*storage, {{"one"}, false, "b", {}}));
    QCOMPARE(marksOf(*storage), (std::vector<RequestMark>{{{"one"}, false, "b", {}}}));
    QVERIFY(save(*storage, {{"one"}, false, {}, {}}));
    QVERIFY(marksOf(*storage).empty());
}

void RequestMarksTest::marksBothRequestsOfOneId()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    storage->postRecord(samples::plainRecord("twice"));
    store(*storage, "twice");
    QVERIFY(save(*storage, {{"twice"}, true, {}, {}}));
    QCOMPARE(marksOf(*storage).size(), std::size_t(2));
}

// What clears the history away by age or size asks this column.
void RequestMarksTest::keepsPinsInAColumnOfTheirOwn()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder);
        store(*storage, "old");
        store(*storage, "kept");
        QVERIFY(save(*storage, {{"kept"}, true, {}, {}}));
    }
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
    QVERIFY(file);
    QVERIFY(file->execute("DELETE FROM requests WHERE pinned = 0"));
    QCOMPARE(*file->queryInteger("SELECT count(*) FROM requests WHERE request_id = 'kept'"), 1);
    QCOMPARE(*file->queryInteger("SELECT count(*) FROM requests"), 1);
}

void RequestMarksTest::findsRequestsByTheirComments()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    store(*storage, "one");
    store(*storage, "two");
    QVERIFY(save(*storage, {{"one"}, false, "Ask Jana about this", {}}));
    HistoryQuery query;
    query.text = "jana";
    const auto page = samples::queryPage(*storage, query);
    QCOMPARE(page->records.size(), std::size_t(1));
    QCOMPARE(page->records[0].record.id.value, std::string("one"));
}

void RequestMarksTest::readsChosenRequestsWhole()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (const char *id : {"a", "b", "c", "d"})
        storage->postRecord(samples::fullRecord(id));
    HistoryQuery query;
    query.requestIds = {"d", "b", "unknown"};
    query.oldestFirst = true;
    const HistoryPage page = wholePage(*storage, query);
    QCOMPARE(page.records.size(), std::size_t(2));
    QCOMPARE(page.records[0].record.id.value, std::string("b"));
    QVERIFY(!page.hasMore);
    const RequestRecord expected = samples::fullRecord("d");
    QCOMPARE(*page.records[1].record.requestBody, *expected.requestBody);
    QCOMPARE(*page.records[1].record.responseBody, *expected.responseBody);
    QVERIFY(page.records[1].record.requestHeaders == expected.requestHeaders);
    QCOMPARE(page.records[1].record.notes, expected.notes);
}

void RequestMarksTest::endsAPageBeforeItGrowsTooLarge()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 6; ++number)
        storage->postRecord(samples::fullRecord(std::to_string(number)));
    HistoryQuery query;
    query.oldestFirst = true;
    std::vector<std::string> ids;
    int pages = 0;
    for (bool hasMore = true; hasMore; ++pages) {
        const HistoryPage page = wholePage(*storage, query, 30'000); // two bodies of about 25,000 bytes
        QVERIFY(!page.records.empty());
        QVERIFY(page.records.size() <= 2);
        for (const StoredRecord &stored : page.records)
            ids.push_back(stored.record.id.value);
        hasMore = page.hasMore;
        query.beforeSequence = page.records.back().sequence;
    }
    QCOMPARE(ids, (std::vector<std::string>{"0", "1", "2", "3", "4", "5"}));
    QVERIFY(pages >= 3);
    query.beforeSequence = 0;
    query.limit = 4;
    QCOMPARE(wholePage(*storage, query).records.size(), std::size_t(4));
    QVERIFY(wholePage(*storage, query).hasMore);
}

QTEST_GUILESS_MAIN(RequestMarksTest)
#include "tst_request_marks.moc"
