// What the requests of a session came to is what their rows say, whether their block is written or not.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/block_sealer.h"
#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/session_sums.h"
#include "gateway/storage/sqlite_file.h"
#include "tests/storage/storage_samples.h"

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

class SessionSumsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void saysWhatTheRowsSay_data();
    void saysWhatTheRowsSay();
    void theNewestSessionComesFirst();
    void asksOnlyOfWhatMatches();
    void tellsAsManyAsAreWantedAndCountsTheOthers();
    void requestsWithoutSessionAreTogether();
    void anEmptyHistoryHasNoSessions();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteFile> m_file;
};

namespace {

// Three hundred sessions that take turns, in three blocks; every fifth request has none.
const char *const fillRows =
    "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10000)"
    " INSERT INTO requests (sequence, request_id, started_at, duration, state, client, operation, dialect, asked_model,"
    " provider, model, key_name, answered_model, session_id, status, finish_reason, error_code, error_text, is_stream,"
    " first_byte, overhead, uncached_input, cache_read, cache_write, output, reasoning, request_bytes, response_bytes,"
    " method, path, peer_address, attempts, virtual_key, cost, unpriced)"
    " SELECT n, 'r' || n, 1700000000000000 + n * 1000000, 5,"
    " CASE n % 10 WHEN 3 THEN 'upstream_error' WHEN 7 THEN 'cancelled' WHEN 8 THEN 'broken_stream'"
    " ELSE 'succeeded' END, '', '', '', '', iif(n % 3 = 0, 'openai', 'groq'), '', '', '',"
    " iif(n % 5 = 0, '', 'session-' || (n % 301)), 200, '', '', '', 0, NULL, 5, iif(n % 8 = 0, NULL, n % 3000),"
    " iif(n % 7 = 0, NULL, n % 100), NULL, iif(n % 8 = 0, NULL, n % 700), NULL, 1, 1, '', '', '', '', '',"
    " iif(n % 6 = 0, NULL, n * 1000), n % 6 = 0 FROM number";

HistoryQuery sessions(int limit = 1000)
{
    HistoryQuery query;
    query.limit = limit;
    return query;
}

SessionSums read(SqliteFile &file, const HistoryQuery &query)
{
    auto sums = readSessionSums(file, query);
    if (!sums)
        qFatal("%s", sums.error().privateDetail.c_str());
    return std::move(*sums);
}

std::int64_t microsecondsOf(WallTime time)
{
    return std::chrono::duration_cast<Microseconds>(time.time_since_epoch()).count();
}

} // namespace

void SessionSumsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto file = SqliteFile::open(samples::pathOf(*m_folder) / "history.sqlite3", FileUse::Replayable);
    QVERIFY(file && migrate(*file, historyMigrations()));
    m_file = std::make_unique<SqliteFile>(std::move(*file));
    if (QTest::currentTestFunction() != QByteArray("anEmptyHistoryHasNoSessions"))
        QVERIFY(m_file->execute(fillRows));
}

void SessionSumsTest::saysWhatTheRowsSay_data()
{
    QTest::addColumn<bool>("isSealed");
    QTest::newRow("from the rows") << false;
    QTest::newRow("from the columns of blocks") << true;
}

void SessionSumsTest::saysWhatTheRowsSay()
{
    QFETCH(bool, isSealed);
    BlockSealer sealer;
    while (isSealed && *sealer.sealNext(*m_file)) {
    }
    const SessionSums sums = read(*m_file, sessions());
    auto rows = m_file->prepare(
        "SELECT count(*), sum(state IN ('upstream_error', 'broken_stream')), coalesce(sum(cost), 0), sum(unpriced > 0),"
        " sum(coalesce(uncached_input, 0) + coalesce(cache_read, 0)), sum(coalesce(output, 0)), min(started_at),"
        " max(started_at) FROM requests WHERE session_id = ?");
    QVERIFY(rows);
    std::int64_t requests = 0;
    for (const SessionSum &sum : sums.sessions) {
        rows->bind(1, std::string_view(sum.id));
        QVERIFY(*rows->step());
        QCOMPARE(sum.requests, rows->integer(0));
        QCOMPARE(sum.failed, rows->integer(1));
        QCOMPARE(sum.cost.nanoDollars, rows->integer(2));
        QCOMPARE(sum.unpriced, rows->integer(3));
        QCOMPARE(sum.inputTokens, rows->integer(4));
        QCOMPARE(sum.outputTokens, rows->integer(5));
        QCOMPARE(microsecondsOf(sum.firstStart), rows->integer(6));
        QCOMPARE(microsecondsOf(sum.lastStart), rows->integer(7));
        rows->reset();
        requests += sum.requests;
    }
    QCOMPARE(requests, std::int64_t(10'000));
    QCOMPARE(sums.totalStored, *m_file->queryInteger("SELECT coalesce(sum(requests), 0) FROM log_hours"));
    QCOMPARE(sums.matching, *m_file->queryInteger("SELECT count(DISTINCT session_id) FROM requests"));
    QCOMPARE(static_cast<std::int64_t>(sums.sessions.size()), sums.matching);
}

void SessionSumsTest::theNewestSessionComesFirst()
{
    const SessionSums sums = read(*m_file, sessions());
    QCOMPARE(sums.sessions.front().id, std::string()); // of request 10000
    QCOMPARE(sums.sessions.at(1).id, std::string("session-66"));
    for (std::size_t at = 1; at < sums.sessions.size(); ++at)
        QVERIFY(sums.sessions[at - 1].lastStart >= sums.sessions[at].lastStart);
}

void SessionSumsTest::asksOnlyOfWhatMatches()
{
    HistoryQuery query = sessions();
    query.providers = {"openai"};
    query.startedFrom = WallTime(std::chrono::seconds(1'700'000'000 + 9'001));
    std::int64_t requests = 0;
    for (const SessionSum &sum : read(*m_file, query).sessions) {
        requests += sum.requests;
        QVERIFY(sum.firstStart >= *query.startedFrom);
    }
    QCOMPARE(requests, *m_file->queryInteger("SELECT count(*) FROM requests WHERE provider = 'openai'"
                                             " AND started_at >= 1700009001000000"));
}

void SessionSumsTest::tellsAsManyAsAreWantedAndCountsTheOthers()
{
    const SessionSums all = read(*m_file, sessions());
    const SessionSums some = read(*m_file, sessions(10));
    QCOMPARE(some.sessions.size(), std::size_t(10));
    QCOMPARE(some.matching, all.matching);
    for (std::size_t at = 0; at < some.sessions.size(); ++at) {
        QCOMPARE(some.sessions[at].id, all.sessions[at].id);
        QCOMPARE(some.sessions[at].requests, all.sessions[at].requests); // those of old blocks too
    }
}

void SessionSumsTest::requestsWithoutSessionAreTogether()
{
    HistoryQuery query = sessions();
    query.sessionIds = {""};
    const SessionSums sums = read(*m_file, query);
    QCOMPARE(sums.sessions.size(), std::size_t(1));
    QCOMPARE(sums.sessions.front().requests, std::int64_t(2'000));
}

void SessionSumsTest::anEmptyHistoryHasNoSessions()
{
    const SessionSums sums = read(*m_file, sessions());
    QVERIFY(sums.sessions.empty());
    QCOMPARE(sums.matching, std::int64_t(0));
    QCOMPARE(sums.totalStored, std::int64_t(0));
}

QTEST_GUILESS_MAIN(SessionSumsTest)
#include "tst_session_sums.moc"
