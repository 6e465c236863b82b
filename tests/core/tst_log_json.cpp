#include "gateway/admin/log_json.h"
#include "tests/support/json_comparison.h"

#include <QDateTime>
#include <QTest>
#include <QUrlQuery>

using namespace gateway;
using namespace gateway::admin;

class LogJsonTest : public QObject {
    Q_OBJECT

private slots:
    void readsItsDefaults();
    void readsEveryFilter();
    void readsTheFinerFilters();
    void refusesNumbersOutOfRange_data();
    void refusesNumbersOutOfRange();
    void writesAnEntry();
    void writesAFailure();
    void writesAPageWithItsStatistics();
    void writesTheBodiesOfOneEntry();
    void writesWhatARequestSaysAsBifrostDoes();
    void writesABodyOfEndlessNestingAsText();

private:
    const QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-06-01T12:00:00Z"), Qt::ISODate);
};

void LogJsonTest::readsItsDefaults()
{
    const auto query = readLogQuery(QUrlQuery(), m_now);
    QVERIFY(query.has_value());
    QCOMPARE(query->limit, 50);
    QCOMPARE(query->offset, 0);
    QVERIFY(!query->oldestFirst);
    QVERIFY(!query->startedFrom.isValid());
    QVERIFY(query->states.isEmpty());
}

void LogJsonTest::readsEveryFilter()
{
    const auto query =
        readLogQuery(QUrlQuery(QStringLiteral(
                         "providers=openai,groq&models=a%2Fb&status=success&content_search=x%20y&order=asc&"
                         "limit=1000&offset=3&start_time=2026-05-01T00:00:00Z&end_time=2026-05-02T00:00:00.5Z")),
                     m_now);
    QVERIFY(query.has_value());
    QCOMPARE(query->providers, (QStringList{QStringLiteral("openai"), QStringLiteral("groq")}));
    QCOMPARE(query->models, QStringList{QStringLiteral("a/b")});
    QCOMPARE(query->states, QStringList{QStringLiteral("succeeded")});
    QCOMPARE(query->text, QStringLiteral("x y"));
    QVERIFY(query->oldestFirst);
    QCOMPARE(query->limit, 1000);
    QCOMPARE(query->offset, 3);
    QCOMPARE(query->startedFrom.toMSecsSinceEpoch(), qint64(1777593600000));
    QCOMPARE(query->startedUntil.toMSecsSinceEpoch(), qint64(1777680000500));
    const auto period = readLogQuery(QUrlQuery(QStringLiteral("period=24h&end_time=2020-01-01T00:00:00Z")), m_now);
    QCOMPARE(period->startedFrom, m_now.addDays(-1));
    QVERIFY(!period->startedUntil.isValid());
    QCOMPARE(readLogQuery(QUrlQuery(QStringLiteral("status=error")), m_now)->states.size(), 6);
}

void LogJsonTest::readsTheFinerFilters()
{
    const auto query = readLogQuery(
        QUrlQuery(QStringLiteral("aliases=fast&objects=chat_completion&stop_reasons=stop,length&selected_key_ids=work&"
                                 "virtual_key_ids=vk&apps=Codex&session_id=s&request_id=r&error_codes=upstream_status&"
                                 "status_codes=429,500&min_latency=1.5&max_latency=20&min_tokens=3&max_tokens=4&"
                                 "min_cost=0.001&max_cost=2&missing_cost_only=true&sort_by=latency")),
        m_now);
    QVERIFY(query.has_value());
    QCOMPARE(query->askedModels, QStringList{QStringLiteral("fast")});
    QCOMPARE(query->operations, QStringList{QStringLiteral("chat_completion")});
    QCOMPARE(query->finishReasons.size(), 2);
    QCOMPARE(query->keys, (QList<api::KeyChoice>{{{}, QStringLiteral("work")}}));
    QCOMPARE(query->virtualKeys, (QList<api::KeyChoice>{{{}, QStringLiteral("vk")}}));
    QCOMPARE(query->clients, QStringList{QStringLiteral("Codex")});
    QCOMPARE(query->statuses, (QList<int>{429, 500}));
    QCOMPARE(query->measures.mostDuration->count(), 20);
    QCOMPARE(query->measures.leastTokens, std::optional<qint64>(3));
    QCOMPARE(query->measures.leastCost->nanoDollars, std::int64_t{1'000'000});
    QVERIFY(query->measures.isUnpricedOnly);
    QVERIFY(query->order == api::HistoryOrder::Duration);
}

void LogJsonTest::refusesNumbersOutOfRange_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
         {"limit=0", "limit=1001", "limit=-1", "limit=ten", "limit=", "offset=-1", "offset=x", "min_latency=soon",
          "max_cost=nan", "min_tokens=1e99", "status_codes=4xx", "sort_by=name", "order=up"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void LogJsonTest::refusesNumbersOutOfRange()
{
    QFETCH(QString, query);
    const auto read = readLogQuery(QUrlQuery(query), m_now);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().httpStatus(), 400);
}

void LogJsonTest::writesAnEntry()
{
    api::RequestSummary row;
    row.id = QStringLiteral("r1");
    row.startedAt = m_now;
    row.state = RequestState::Succeeded;
    row.operation = QStringLiteral("chat_completion_stream");
    row.provider = QStringLiteral("openai");
    row.askedModel = QStringLiteral("openai/gpt-5");
    row.model = QStringLiteral("gpt-5");
    row.duration = std::chrono::microseconds(1500);
    row.attempts = 3;
    row.inputTokens = 10;
    row.cachedTokens = 4;
    row.outputTokens = 5;
    row.keyName = QStringLiteral("work");
    row.keyId = QStringLiteral("id-of-work");
    const Json entry = writeLogEntry(row);
    QCOMPARE(entry["selected_key_id"].get<std::string>(), std::string("id-of-work"));
    QVERIFY(entry["virtual_key_id"].is_null());
    QCOMPARE(entry["id"].get<std::string>(), std::string("r1"));
    QCOMPARE(entry["timestamp"].get<std::string>(), std::string("2026-06-01T12:00:00.000Z"));
    QCOMPARE(entry["object"].get<std::string>(), std::string("chat_completion_stream"));
    QCOMPARE(entry["status"].get<std::string>(), std::string("success"));
    QCOMPARE(entry["latency"].get<double>(), 1.5);
    QCOMPARE(entry["number_of_retries"].get<int>(), 2);
    QCOMPARE(entry["token_usage"]["total_tokens"].get<int>(), 15);
    QCOMPARE(entry["token_usage"]["prompt_tokens_details"]["cached_tokens"].get<int>(), 4);
    QVERIFY(!entry.contains("error_details"));
}

void LogJsonTest::writesAFailure()
{
    api::RequestSummary row;
    row.state = RequestState::BrokenStream;
    row.status = 200;
    row.errorCode = QStringLiteral("upstream_reset");
    row.errorText = QStringLiteral("Cut.");
    const Json entry = writeLogEntry(row);
    QCOMPARE(entry["status"].get<std::string>(), std::string("error"));
    QCOMPARE(entry["error_details"]["error"]["message"].get<std::string>(), std::string("Cut."));
    QVERIFY(!entry.contains("token_usage"));
    QCOMPARE(entry["number_of_retries"].get<int>(), 0);
    row.state = RequestState::Streaming;
    QCOMPARE(writeLogEntry(row)["status"].get<std::string>(), std::string("processing"));
}

void LogJsonTest::writesAPageWithItsStatistics()
{
    api::HistoryPage page;
    page.rows.resize(4);
    page.rows[0].state = RequestState::Succeeded;
    page.rows[0].duration = std::chrono::milliseconds(8);
    page.totalStored = 100;
    api::HistoryQuery query;
    query.limit = 4;
    query.offset = 8;
    api::LogStats stats;
    stats.requests = 40;
    stats.succeeded = 10;
    stats.duration = std::chrono::milliseconds(80);
    const Json written = writeLogPage(page, query, stats);
    QCOMPARE(written["logs"].size(), std::size_t(4));
    QCOMPARE(written["pagination"]["limit"].get<int>(), 4);
    QCOMPARE(written["pagination"]["offset"].get<int>(), 8);
    QCOMPARE(written["pagination"]["order"].get<std::string>(), std::string("desc"));
    QCOMPARE(written["pagination"]["total_count"].get<int>(), 40);
    QCOMPARE(written["stats"]["success_rate"].get<double>(), 25.0);
    QCOMPARE(written["stats"]["average_latency"].get<double>(), 2.0);
    QVERIFY(written["has_logs"].get<bool>());
    const Json empty = writeLogPage({}, query, {});
    QVERIFY(empty["logs"].is_array() && empty["logs"].empty());
    QVERIFY(!empty["has_logs"].get<bool>());
}

void LogJsonTest::writesTheBodiesOfOneEntry()
{
    api::RequestDetail detail;
    detail.requestBody = "{\"model\":\"m\"}";
    detail.responseBody = "data: [DONE]\n\n\xff";
    api::AttemptView attempt;
    attempt.status = 503;
    attempt.startedAt = std::chrono::microseconds(1000);
    attempt.endedAt = std::chrono::microseconds(3500);
    detail.attempts.append(attempt);
    detail.notes = {QStringLiteral("Dropped /metadata")};
    const Json entry = writeLogDetail(detail);
    QCOMPARE(entry["raw_request"]["model"].get<std::string>(), std::string("m"));
    QVERIFY(entry["raw_response"].is_string());
    QCOMPARE(entry["attempt_trail"][0]["status_code"].get<int>(), 503);
    QCOMPARE(entry["attempt_trail"][0]["latency"].get<double>(), 2.5);
    QCOMPARE(entry["conversion_notes"], Json({"Dropped /metadata"}));
    QCOMPARE(writeLogDetail({})["conversion_notes"], Json::array());
    QVERIFY(!toText(entry).empty());
}

void LogJsonTest::writesWhatARequestSaysAsBifrostDoes()
{
    api::RequestDetail detail;
    detail.requestBody = R"({"model":"m","temperature":0.5,"stream":false,"messages":[{"role":"user","content":"Hi"}],)"
                         R"("tools":[{"type":"function"}]})";
    detail.responseBody = R"({"choices":[{"message":{"role":"assistant","content":"Hello"}}]})";
    const Json entry = writeLogDetail(detail);
    QCOMPARE(entry["input_history"][0]["content"].get<std::string>(), std::string("Hi"));
    QCOMPARE(entry["output_message"]["content"].get<std::string>(), std::string("Hello"));
    QCOMPARE(entry["tools"].size(), std::size_t(1));
    QCOMPARE(entry["params"], (Json{{"temperature", 0.5}}));
    detail.requestBody = R"({"model":"m","input":[{"role":"user"}]})";
    detail.responseBody = R"({"output":[{"type":"message"}]})";
    QVERIFY(writeLogDetail(detail).contains("responses_input_history"));
    QCOMPARE(writeLogDetail(detail)["responses_output"].size(), std::size_t(1));
}

// Any client may send one, and writing it as JSON is recursive.
void LogJsonTest::writesABodyOfEndlessNestingAsText()
{
    api::RequestDetail detail;
    detail.requestBody = QByteArray(2'000'000, '[') + QByteArray(2'000'000, ']');
    detail.responseBody = "[[\"" + QByteArray(1000, '[') + "\\\"\"]]";
    const Json entry = writeLogDetail(detail);
    QVERIFY(entry["raw_request"].is_string());
    QVERIFY(entry["raw_response"].is_array());
    QVERIFY(toText(entry).size() > 4'000'000);
}

QTEST_APPLESS_MAIN(LogJsonTest)
#include "tst_log_json.moc"
