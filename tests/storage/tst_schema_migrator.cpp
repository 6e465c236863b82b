// Which databases are opened, upgraded or refused, and that a failed step changes nothing.
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"
#include "tests/support/source_tree.h"

using namespace gateway;
using namespace gateway::storage;

class SchemaMigratorTest : public QObject {
    Q_OBJECT

private slots:
    void findsTheCompiledInMigrations();
    void createsBothDatabases();
    void keepsADatabaseThatIsUpToDate();
    void opensTheFixtureOfEveryReleasedSchema();
    void upgradesStepByStepAfterABackup();
    void rollsBackAFailedMigration();
    void refusesANewerDatabase_data();
    void refusesANewerDatabase();
    void refusesADamagedConfiguration();
    void putsADamagedHistoryAside();
    void makesFilesForTheirOwnerOnly();
};

namespace {

SqliteFile openFile(const QTemporaryDir &folder, FileUse use = FileUse::Precious)
{
    auto file = SqliteFile::open(samples::pathOf(folder) / "test.sqlite3", use);
    if (!file)
        qFatal("%s", file.error().privateDetail.c_str());
    return std::move(*file);
}

MigrationPlan threeSteps()
{
    return {
        "test", {{1, "CREATE TABLE a (x)"}, {2, "INSERT INTO a VALUES (2)"}, {3, "INSERT INTO a VALUES (3)"}}, true};
}

} // namespace

void SchemaMigratorTest::findsTheCompiledInMigrations()
{
    for (const MigrationPlan &plan : {configMigrations(), historyMigrations()}) {
        QVERIFY(!plan.migrations.empty());
        int expected = 0;
        for (const Migration &migration : plan.migrations) {
            QCOMPARE(migration.version, ++expected);
            QVERIFY(!migration.sql.empty());
        }
    }
    QVERIFY(configMigrations().backsUpFirst);
}

void SchemaMigratorTest::createsBothDatabases()
{
    for (const MigrationPlan &plan : {configMigrations(), historyMigrations()}) {
        const QTemporaryDir folder;
        SqliteFile file = openFile(folder);
        const auto version = migrate(file, plan);
        QVERIFY2(version, version ? "" : version.error().privateDetail.c_str());
        QCOMPARE(*version, plan.migrations.back().version);
        QVERIFY(*file.queryInteger("SELECT count(*) FROM sqlite_schema WHERE type = 'table'") > 1);
        QVERIFY(!std::filesystem::exists(file.path().string() + ".before-1"));
    }
}

void SchemaMigratorTest::keepsADatabaseThatIsUpToDate()
{
    const QTemporaryDir folder;
    SqliteFile file = openFile(folder);
    QVERIFY(migrate(file, threeSteps()));
    QVERIFY(migrate(file, threeSteps()));
    QCOMPARE(*file.queryInteger("SELECT count(*) FROM a"), 2);
}

void SchemaMigratorTest::opensTheFixtureOfEveryReleasedSchema()
{
    const QTemporaryDir folder;
    const std::filesystem::path fixtures = support::sourcePath("tests/fixtures/databases").toStdString();
    for (const char *name : {"config", "history"}) {
        SqliteFile file =
            *SqliteFile::open(samples::pathOf(folder) / (std::string(name) + ".sqlite3"), FileUse::Precious);
        QFile script(QString::fromStdString((fixtures / (std::string(name) + "_1.sql")).string()));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const auto filled = file.execute(script.readAll().toStdString());
        QVERIFY2(filled, filled ? "" : filled.error().privateDetail.c_str());
    }
    auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
    QVERIFY2(storage, storage ? "" : storage.error().message.c_str());
    const StoredConfig config = (*storage)->loadConfig();
    QCOMPARE(config.providers.size(), std::size_t(1));
    QCOMPARE(config.providers[0].id.value, std::string("anthropic"));
    QCOMPARE(config.providers[0].keys.size(), std::size_t(1));
    QCOMPARE(config.providers[0].keys[0].name, std::string("work"));
    QCOMPARE(config.client.captureLevel, config::CaptureLevel::Errors);
    const auto record = samples::readRecord(**storage, "fixture-request");
    QVERIFY(record);
    QCOMPARE(record->record.model, std::string("claude-sonnet-4"));
    QCOMPARE(*record->record.requestBody, std::string("{\"model\":\"claude\"}"));
    QCOMPARE(record->record.streamMarks.size(), std::size_t(2));
    QCOMPARE(record->record.streamMarks[1].endOffset, std::uint64_t(300));
}

void SchemaMigratorTest::upgradesStepByStepAfterABackup()
{
    const QTemporaryDir folder;
    SqliteFile file = openFile(folder);
    MigrationPlan old = threeSteps();
    old.migrations.resize(2);
    QVERIFY(migrate(file, old));
    QCOMPARE(*migrate(file, threeSteps()), 3);
    QCOMPARE(*file.queryInteger("SELECT count(*) FROM a"), 2);

    auto copy = SqliteFile::open(file.path().string() + ".before-3", FileUse::ReadOnly);
    QVERIFY(copy);
    QCOMPARE(*copy->queryInteger("PRAGMA user_version"), 2);
    QCOMPARE(*copy->queryInteger("SELECT count(*) FROM a"), 1);
}

void SchemaMigratorTest::rollsBackAFailedMigration()
{
    const QTemporaryDir folder;
    SqliteFile file = openFile(folder);
    MigrationPlan plan = threeSteps();
    plan.migrations[2].sql = "INSERT INTO a VALUES (3); INSERT INTO missing VALUES (1)";
    const auto version = migrate(file, plan);
    QVERIFY(!version);
    QCOMPARE(version.error().code, ErrorCode::StorageFailed);
    QVERIFY(version.error().message.find("version 3") != std::string::npos);
    QCOMPARE(*file.queryInteger("PRAGMA user_version"), 2);
    QCOMPARE(*file.queryInteger("SELECT count(*) FROM a"), 1);
    QVERIFY(!file.isInTransaction());
}

void SchemaMigratorTest::refusesANewerDatabase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("content");
    QTest::newRow("configuration") << QStringLiteral("config.sqlite3") << QStringLiteral("configuration");
    QTest::newRow("history") << QStringLiteral("history.sqlite3") << QStringLiteral("history");
}

void SchemaMigratorTest::refusesANewerDatabase()
{
    QFETCH(QString, name);
    QFETCH(QString, content);
    const QTemporaryDir folder;
    const std::filesystem::path path = samples::pathOf(folder) / name.toStdString();
    {
        auto file = SqliteFile::open(path, FileUse::Precious);
        QVERIFY(file && file->execute("CREATE TABLE future (x); PRAGMA user_version = 4711"));
    }
    const auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
    QVERIFY(!storage);
    QCOMPARE(storage.error().code, ErrorCode::StorageFailed);
    const QString message = QString::fromStdString(storage.error().message);
    QVERIFY(message.contains(content));
    QVERIFY(message.contains(QStringLiteral("4711")));
    QVERIFY(message.contains(QStringLiteral("newer version")));
    QVERIFY(message.contains(name));
    auto file = SqliteFile::open(path, FileUse::ReadOnly);
    QCOMPARE(*file->queryInteger("SELECT count(*) FROM sqlite_schema"), 1);
}

void SchemaMigratorTest::refusesADamagedConfiguration()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("config.sqlite3")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10000, 'x'));
    file.close();
    const auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
    QVERIFY(!storage);
    QVERIFY(storage.error().message.find("damaged") != std::string::npos);
    QVERIFY(storage.error().message.find("config.sqlite3") != std::string::npos);
}

void SchemaMigratorTest::putsADamagedHistoryAside()
{
    const QTemporaryDir folder;
    const QByteArray content(10000, 'x');
    QFile file(folder.filePath(QStringLiteral("history.sqlite3")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), qint64(content.size()));
    file.close();
    {
        const auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
        QVERIFY2(storage, storage ? "" : storage.error().message.c_str());
        QVERIFY((*storage)->counters().notice.find("damaged") != std::string::npos);
        (*storage)->postRecord(samples::plainRecord("first of the new history"));
        QVERIFY(samples::readRecord(**storage, "first of the new history"));
    }
    const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("history.sqlite3.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.filePath(aside[0]));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    const auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
    QVERIFY((*storage)->counters().notice.empty());
    QCOMPARE((*storage)->counters().stored, 1);
}

void SchemaMigratorTest::makesFilesForTheirOwnerOnly()
{
    const QTemporaryDir folder;
    const std::filesystem::path data = samples::pathOf(folder) / "a" / "b";
    auto storage = StorageThread::open({.folder = data});
    QVERIFY(storage);
    QVERIFY(samples::saveProvider(**storage, samples::fullProvider("p", "s")));
    using std::filesystem::perms;
    QCOMPARE(std::filesystem::status(data).permissions(), perms::owner_all);
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(data)) {
        QCOMPARE(entry.status().permissions() & (perms::group_all | perms::others_all), perms::none);
        ++files;
    }
    QVERIFY(files >= 2);
}

QTEST_GUILESS_MAIN(SchemaMigratorTest)
#include "tst_schema_migrator.moc"
