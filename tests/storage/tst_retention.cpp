// What is too old or too much goes, in small steps, and the totals stay.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/history_trimmer.h"
#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"

#include <future>
#include <random>

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t megabyte = 1024 * 1024;

std::unique_ptr<StorageThread> openStorage(const QTemporaryDir &folder, std::int64_t maximumBytes = 0)
{
    StorageOptions options;
    options.folder = samples::pathOf(folder);
    options.maximumHistoryBytes = maximumBytes;
    auto storage = StorageThread::open(options);
    if (!storage)
        qFatal("%s", storage.error().message.c_str());
    return std::move(*storage);
}

// What zstd cannot make smaller.
std::shared_ptr<const std::string> noise(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return std::make_shared<const std::string>(std::move(bytes));
}

RequestRecord request(const std::string &id, std::chrono::hours age, std::size_t bodyBytes = 0)
{
    RequestRecord record = samples::plainRecord(id);
    record.startedAt = std::chrono::system_clock::now() - age;
    record.provider = "openai";
    AttemptRecord attempt;
    attempt.provider = "openai";
    attempt.cost = Money{7};
    attempt.costDetail.basis = CostBasis::Priced;
    attempt.usage.output = 3;
    record.attempts = {attempt};
    if (bodyBytes > 0)
        record.responseBody = noise(bodyBytes, static_cast<unsigned>(std::hash<std::string>()(id)));
    return record;
}

UsageSums totalOf(StorageThread &storage)
{
    auto report = samples::waitFor<UsageReport>([&](auto reply) { storage.postUsage({}, std::move(reply)); });
    if (!report)
        qFatal("%s", report.error().message.c_str());
    return report->total;
}

bool save(StorageThread &storage, const config::RetentionSettings &settings)
{
    return samples::waitFor<bool>([&](auto reply) { storage.postSaveRetention(settings, std::move(reply)); })
        .has_value();
}

std::int64_t countOf(const QTemporaryDir &folder, const char *table)
{
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::ReadOnly);
    return file ? file->queryInteger("SELECT count(*) FROM " + std::string(table)).value_or(-1) : -1;
}

// A file of a gateway that is not running, for single steps.
SqliteFile openFile(const QTemporaryDir &folder)
{
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
    if (!file)
        qFatal("%s", file.error().message.c_str());
    return std::move(*file);
}

} // namespace

class RetentionTest : public QObject {
    Q_OBJECT

private slots:
    void removesWhatIsTooOldAndKeepsItsTotals();
    void removesBodiesBeforeRows();
    void removesRowsWhenNoBodiesAreLeft();
    void holdsTheLimitWhileRecordsCome();
    void removesWhatBeganBefore();
    void goesInSmallSteps();
    void givesPagesBackToTheSystem();
    void writesAnOldFileAnewOnce();
    void keepsStoringOnAFullDisk();
    void remembersItsSettings();
    void keepsEverythingWithoutLimits();
};

void RetentionTest::removesWhatIsTooOldAndKeepsItsTotals()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 450; ++number) // more than one step
        storage->postRecord(request("old" + std::to_string(number), 24h * 8));
    for (int number = 0; number < 30; ++number)
        storage->postRecord(request("new" + std::to_string(number), 24h * 6));
    const UsageSums before = totalOf(*storage);
    QCOMPARE(before.requests, 480);
    QVERIFY(save(*storage, {.mostDays = 7, .mostBytes = 0}));
    QTRY_COMPARE(storage->counters().stored, 30);
    QCOMPARE(countOf(folder, "requests"), 30);
    QCOMPARE(countOf(folder, "request_bodies"), 30);
    QVERIFY(totalOf(*storage) == before);
    QVERIFY(samples::readRecord(*storage, "new7"));
    QVERIFY(!samples::readRecord(*storage, "old7"));
}

void RetentionTest::removesBodiesBeforeRows()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 40; ++number)
        storage->postRecord(request("r" + std::to_string(number), 1h, megabyte));
    const UsageSums before = totalOf(*storage);
    QVERIFY(save(*storage, {.mostDays = 0, .mostBytes = 20 * megabyte}));
    QTRY_VERIFY(countOf(folder, "request_bodies") < 40);
    QTRY_VERIFY(countOf(folder, "request_bodies") <= 20);
    QCOMPARE(countOf(folder, "requests"), 40);
    QCOMPARE(storage->counters().stored, 40);
    QVERIFY(totalOf(*storage) == before);
    // The list and the details of a request without its bodies can still be read.
    const auto oldest = samples::readRecord(*storage, "r0");
    QVERIFY(oldest);
    QVERIFY(!oldest->record.responseBody);
    QCOMPARE(oldest->record.attempts.size(), std::size_t(1));
    QCOMPARE(samples::queryPage(*storage, {.limit = 100})->records.size(), std::size_t(40));
}

void RetentionTest::removesRowsWhenNoBodiesAreLeft()
{
    const QTemporaryDir folder;
    SqliteFile file = openFile(folder);
    QVERIFY(migrate(file, historyMigrations()));
    // Rows alone that are larger than the limit: error texts of 32 KiB.
    QVERIFY(file.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                         " INSERT INTO requests SELECT i, 'r' || i, i, 0, 'succeeded', '', '', '', '', '', '', '', '',"
                         " '', 200, '', '', hex(zeroblob(16384)), 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 0, '',"
                         " '', '', '', '', NULL, 0, 0, '', '', 0, '', '' FROM n"));
    const config::RetentionSettings settings{.mostDays = 0, .mostBytes = 16 * megabyte};
    int steps = 0;
    bool hasMore = true;
    while (hasMore && ++steps < 1000) {
        const auto step = trimHistory(file, settings, std::chrono::system_clock::now());
        QVERIFY(step);
        hasMore = step->hasMore;
    }
    QVERIFY(*usedBytes(file) <= 16 * megabyte);
    const auto left = *file.queryInteger("SELECT count(*) FROM requests");
    QVERIFY2(left > 200 && left < 600, qPrintable(QString::number(left)));
    QCOMPARE(*file.queryInteger("SELECT max(sequence) FROM requests"), 1000); // the oldest went
}

void RetentionTest::holdsTheLimitWhileRecordsCome()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    QVERIFY(save(*storage, {.mostDays = 0, .mostBytes = 16 * megabyte}));
    for (int round = 0; round < 10; ++round) {
        for (int number = 0; number < 8; ++number)
            storage->postRecord(request("r" + std::to_string(round) + "-" + std::to_string(number), 1h, megabyte));
        totalOf(*storage); // all are written
    }
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::ReadOnly);
    QVERIFY(file);
    QTRY_VERIFY(*usedBytes(*file) <= 16 * megabyte);
    // The file itself never grew far beyond: free pages were used again. 16 MiB is one batch.
    QVERIFY(*file->queryInteger("PRAGMA page_count") * *file->queryInteger("PRAGMA page_size") <= 48 * megabyte);
    QCOMPARE(countOf(folder, "requests"), 80);
    QCOMPARE(storage->counters().dropped, 0);
    QCOMPARE(totalOf(*storage).requests, 80);
}

void RetentionTest::removesWhatBeganBefore()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 700; ++number)
        storage->postRecord(request("r" + std::to_string(number), number < 500 ? 10h : 1h));
    const UsageSums before = totalOf(*storage);
    const auto removed = samples::waitFor<std::int64_t>(
        [&](auto reply) { storage->postRemoveBefore(std::chrono::system_clock::now() - 5h, std::move(reply)); });
    QCOMPARE(*removed, 500);
    QCOMPARE(storage->counters().stored, 200);
    QVERIFY(totalOf(*storage) == before);
}

void RetentionTest::goesInSmallSteps()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder);
        for (int number = 0; number < 1000; ++number)
            storage->postRecord(request("r" + std::to_string(number), 24h * 400));
    }
    SqliteFile file = openFile(folder);
    const auto step = trimHistory(file, {}, std::chrono::system_clock::now());
    QVERIFY(step);
    QVERIFY(step->hasMore);
    QVERIFY(step->rows > 0 && step->rows <= 200);
}

void RetentionTest::givesPagesBackToTheSystem()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (int number = 0; number < 90; ++number)
        storage->postRecord(request("r" + std::to_string(number), 24h * 2, megabyte));
    totalOf(*storage);
    QVERIFY(save(*storage, {.mostDays = 1, .mostBytes = 0}));
    QTRY_COMPARE(storage->counters().stored, 0);
    const auto pages = [&folder] {
        auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::ReadOnly);
        return *file->queryInteger("PRAGMA page_count") * *file->queryInteger("PRAGMA page_size");
    };
    QTRY_VERIFY_WITH_TIMEOUT(pages() < 40 * megabyte, 20'000);
}

void RetentionTest::writesAnOldFileAnewOnce()
{
    const QTemporaryDir folder;
    SqliteFile file = openFile(folder);
    QVERIFY(file.execute("PRAGMA auto_vacuum = NONE; VACUUM")); // as files of before were made
    QVERIFY(migrate(file, historyMigrations()));
    QCOMPARE(*file.queryInteger("PRAGMA auto_vacuum"), 0);
    QVERIFY(file.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)"
                         " INSERT INTO request_bodies SELECT i, '', 1, zeroblob(1048576), 0, 0, NULL, 0, NULL FROM n;"
                         " DELETE FROM request_bodies"));
    QVERIFY(returnFreePages(file));
    QCOMPARE(*file.queryInteger("PRAGMA auto_vacuum"), 2);
    QVERIFY(*file.queryInteger("PRAGMA page_count") * *file.queryInteger("PRAGMA page_size") < 2 * megabyte);
}

void RetentionTest::keepsStoringOnAFullDisk()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder, 24 * megabyte); // the disk
    QVERIFY(save(*storage, {.mostDays = 0, .mostBytes = 16 * megabyte}));
    for (int round = 0; round < 12; ++round) {
        for (int number = 0; number < 3; ++number)
            storage->postRecord(request("r" + std::to_string(round) + "-" + std::to_string(number), 1h, megabyte));
        totalOf(*storage);
    }
    // Old bodies made room in time: nothing was lost, nothing is complained of.
    QTRY_COMPARE(storage->counters().stored, 36);
    QCOMPARE(storage->counters().dropped, 0);
    QVERIFY(storage->counters().problem.empty());
}

void RetentionTest::remembersItsSettings()
{
    const QTemporaryDir folder;
    const config::RetentionSettings settings{.mostDays = 90, .mostBytes = 100 * megabyte};
    {
        const auto storage = openStorage(folder);
        QVERIFY(storage->loadConfig().retention == config::RetentionSettings());
        QVERIFY(save(*storage, settings));
    }
    QVERIFY(openStorage(folder)->loadConfig().retention == settings);
}

void RetentionTest::keepsEverythingWithoutLimits()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder);
        storage->postRecord(request("ancient", 24h * 365 * 20, megabyte));
    }
    SqliteFile file = openFile(folder);
    const auto step = trimHistory(file, {.mostDays = 0, .mostBytes = 0}, std::chrono::system_clock::now());
    QVERIFY(step);
    QCOMPARE(step->rows + step->bodies, 0);
    QVERIFY(!step->hasMore);
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
