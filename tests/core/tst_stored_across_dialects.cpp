// Files and batches that clients of OpenAI's ask of Anthropic, through the whole pipeline.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

constexpr const char *file = R"({"id":"file_1","type":"file","filename":"a.pdf","mime_type":"application/pdf",)"
                             R"("size_bytes":1024,"created_at":"2025-04-15T18:37:24.100435Z","downloadable":false})";
constexpr const char *batch =
    R"({"id":"msgbatch_1","type":"message_batch","processing_status":"%1","request_counts":{"processing":%2,)"
    R"("succeeded":3,"errored":1,"canceled":0,"expired":0},"created_at":"2025-04-15T18:37:24Z","ended_at":null,)"
    R"("expires_at":"2025-04-16T18:37:24Z","cancel_initiated_at":null,"results_url":null})";

std::string batchWith(const char *status, int processing)
{
    return QString::fromLatin1(batch).arg(QString::fromLatin1(status)).arg(processing).toStdString();
}

config::ProviderDefinition anthropic()
{
    return makeProvider("anthropic", DialectFamily::Anthropic);
}

// One question without a body, and where it went.
struct Asked {
    Asked(const QByteArray &method, const QByteArray &path) : exchange(method.toStdString(), path.toStdString())
    {
        scene.send(exchange);
    }
    QByteArray sent()
    {
        if (scene.transport.callCount() != 1)
            return QByteArray::fromStdString("not sent: " + exchange.body);
        return QByteArray::fromStdString(scene.sent().method + ' ' + scene.sent().target);
    }
    PipelineScene scene{{anthropic()}};
    FakeExchange exchange;
};

} // namespace

class StoredAcrossDialectsTest : public QObject {
    Q_OBJECT

private slots:
    void uploadsAFile();
    void asksAboutFiles_data();
    void asksAboutFiles();
    void passesTheContentOfAFile();
    void makesABatch();
    void refusesABatchThatCannotBe_data();
    void refusesABatchThatCannotBe();
    void tellsHowABatchIs_data();
    void tellsHowABatchIs();
    void tellsTheResultsOfABatch();
    void asksWhoeverSpeaksTheWordsFirst();
};

void StoredAcrossDialectsTest::uploadsAFile()
{
    PipelineScene scene({anthropic()});
    const std::string part = "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF\r\n";
    FakeExchange exchange("POST", "/v1/files?provider=anthropic",
                          "--X\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n" + part
                              + "--X--\r\n",
                          {{"Content-Type", "multipart/form-data; boundary=X"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/files"));
    QCOMPARE(scene.sent().headers.value("anthropic-beta"), std::string_view("files-api-2025-04-14"));
    QCOMPARE(scene.sent().headers.value("x-api-key"), std::string_view("value"));
    QCOMPARE(*scene.sent().body, part + "--X--\r\n");
    scene.transport.lastCall()->answer(200, file);
    json told = json::parse(exchange.body);
    told.erase("extra_fields");
    QCOMPARE(told, json({{"id", "file_1"},
                         {"object", "file"},
                         {"bytes", 1024},
                         {"created_at", 1744742244},
                         {"filename", "a.pdf"},
                         {"purpose", "user_data"},
                         {"status", "processed"}}));
    QCOMPARE(scene.record().operation, std::string("file_upload"));
}

void StoredAcrossDialectsTest::asksAboutFiles_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("list") << QByteArray("GET")
                          << QByteArray("/v1/files?provider=anthropic&limit=2&after=file_0&order=desc")
                          << QByteArray("/v1/files?limit=2&after_id=file_0")
                          << QByteArray("{\"data\":[") + file + "],\"has_more\":true,\"last_id\":\"file_1\"}"
                          << QByteArray(R"("has_more":true,"last_id":"file_1")");
    QTest::newRow("one") << QByteArray("GET") << QByteArray("/v1/files/file_1?provider=anthropic")
                         << QByteArray("/v1/files/file_1") << QByteArray(file) << QByteArray(R"("bytes":1024)");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/v1/files/file_1?provider=anthropic")
                            << QByteArray("/v1/files/file_1") << QByteArray(R"({"id":"file_1","type":"file_deleted"})")
                            << QByteArray(R"("deleted":true)");
}

void StoredAcrossDialectsTest::asksAboutFiles()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, told);
    Asked asked(method, path);
    QCOMPARE(asked.sent(), method + ' ' + sent);
    const HeaderList &headers = asked.scene.sent().headers;
    QCOMPARE(headers.value("anthropic-beta"), std::string_view("files-api-2025-04-14"));
    QCOMPARE(headers.value("anthropic-version"), std::string_view("2023-06-01"));
    asked.scene.transport.lastCall()->answer(200, answer.toStdString());
    const std::string &body = asked.exchange.body;
    QVERIFY2(body.find(told.toStdString()) != std::string::npos, body.c_str());
}

void StoredAcrossDialectsTest::passesTheContentOfAFile()
{
    PipelineScene scene({anthropic()});
    FakeExchange exchange("GET", "/v1/files/file_1/content?provider=anthropic");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/files/file_1/content"));
    scene.transport.lastCall()->answer(200, "a,b\n1,2\n", "text/csv");
    QCOMPARE(exchange.body, std::string("a,b\n1,2\n"));
}

void StoredAcrossDialectsTest::makesABatch()
{
    PipelineScene scene({anthropic()});
    const json own{{"model", "claude-x"}, {"max_tokens", 5}, {"messages", json::array()}};
    const json chat{{"model", "anthropic/claude-y"},
                    {"max_tokens", 9},
                    {"stream", true},
                    {"logit_bias", {{"1", 2}}},
                    {"messages", json::array({{{"role", "system"}, {"content", "Brief."}},
                                              {{"role", "user"}, {"content", "Hi"}}})}};
    FakeExchange exchange(
        "POST", "/v1/batches",
        json{{"model", "anthropic/claude-y"},
             {"completion_window", "24h"},
             {"requests", json::array({{{"custom_id", "a"}, {"body", chat}}, {{"custom_id", "b"}, {"params", own}}})}}
            .dump(),
        {{"Content-Type", "application/json"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/messages/batches"));
    const json sent = scene.sentBody();
    QCOMPARE(sent.size(), std::size_t(1));
    QCOMPARE(sent.at("requests").at(1), json({{"custom_id", "b"}, {"params", own}}));
    const json params = sent.at("requests").at(0).at("params");
    QCOMPARE(params.at("model").get<std::string>(), std::string("claude-y"));
    QCOMPARE(params.at("max_tokens").get<int>(), 9);
    QVERIFY(params.contains("system"));
    QVERIFY(!params.contains("stream"));
    scene.transport.lastCall()->answer(200, batchWith("in_progress", 2));
    QVERIFY(scene.hasNote("dropped /requests/0/body/logit_bias"));
    const json told = json::parse(exchange.body);
    QCOMPARE(told.at("object").get<std::string>(), std::string("batch"));
    QCOMPARE(told.at("status").get<std::string>(), std::string("in_progress"));
    QCOMPARE(told.at("request_counts"), json({{"total", 6}, {"completed", 3}, {"failed", 1}}));
}

void StoredAcrossDialectsTest::refusesABatchThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("a file") << QByteArray(R"({"input_file_id":"f","endpoint":"/v1/chat/completions"})")
                            << QByteArray("/requests");
    QTest::newRow("no id") << QByteArray(R"({"requests":[{"body":{}}]})") << QByteArray("/requests/0");
    QTest::newRow("no chat") << QByteArray(R"({"requests":[{"custom_id":"a","body":{"model":"m"}}]})")
                             << QByteArray("/requests/0/body");
}

void StoredAcrossDialectsTest::refusesABatchThatCannotBe()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    PipelineScene scene({anthropic()});
    FakeExchange exchange("POST", "/v1/batches?provider=anthropic", body.toStdString(),
                          {{"Content-Type", "application/json"}});
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
}

void StoredAcrossDialectsTest::tellsHowABatchIs_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("ended") << QByteArray("GET") << QByteArray("/v1/batches/msgbatch_1?provider=anthropic")
                           << QByteArray("/v1/messages/batches/msgbatch_1") << QByteArray("ended")
                           << QByteArray("completed");
    QTest::newRow("cancel") << QByteArray("POST") << QByteArray("/v1/batches/msgbatch_1/cancel?provider=anthropic")
                            << QByteArray("/v1/messages/batches/msgbatch_1/cancel") << QByteArray("canceling")
                            << QByteArray("cancelling");
}

void StoredAcrossDialectsTest::tellsHowABatchIs()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, there);
    QFETCH(QByteArray, told);
    Asked asked(method, path);
    QCOMPARE(asked.sent(), method + ' ' + sent);
    asked.scene.transport.lastCall()->answer(200, batchWith(there.constData(), 0));
    QCOMPARE(json::parse(asked.exchange.body).at("status").get<std::string>(), told.toStdString());
}

void StoredAcrossDialectsTest::tellsTheResultsOfABatch()
{
    PipelineScene scene({anthropic()});
    FakeExchange exchange("GET", "/v1/batches/msgbatch_1/results?provider=anthropic");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/messages/batches/msgbatch_1/results"));
    scene.transport.lastCall()->answer(
        200,
        R"({"custom_id":"a","result":{"type":"succeeded","message":{"id":"msg_1","type":"message","role":"assistant",)"
        R"("model":"claude-y","content":[{"type":"text","text":"Hello"}],"stop_reason":"end_turn","stop_sequence":null,)"
        R"("usage":{"input_tokens":3,"output_tokens":1}}}})"
        "\n"
        R"({"custom_id":"b","result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error",)"
        R"("message":"too long"}}}})"
        "\n",
        "application/x-jsonl");
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("application/jsonl"));
    const auto end = exchange.body.find('\n');
    const json first = json::parse(exchange.body.substr(0, end));
    QCOMPARE(first.at("custom_id").get<std::string>(), std::string("a"));
    QCOMPARE(first.at("response").at("body").at("choices").at(0).at("message").at("content").get<std::string>(),
             std::string("Hello"));
    const json second = json::parse(exchange.body.substr(end + 1));
    QCOMPARE(second.at("error"), json({{"code", "invalid_request_error"}, {"message", "too long"}}));
    QVERIFY(second.at("response").is_null());
}

// A client that names nobody meant OpenAI before others could be asked, too.
void StoredAcrossDialectsTest::asksWhoeverSpeaksTheWordsFirst()
{
    PipelineScene scene({anthropic(), makeProvider("gemini", DialectFamily::Gemini), makeProvider("openai")});
    for (const char *path : {"/v1/files", "/v1/batches", "/v1/videos"}) {
        FakeExchange exchange("GET", path);
        scene.send(exchange);
        QVERIFY2(scene.transport.callCount() > 0, exchange.body.c_str());
        QCOMPARE(scene.sent().target, std::string(path));
        QCOMPARE(scene.sent().headers.value("authorization"), std::string_view("Bearer value"));
        scene.transport.lastCall()->answer(200, R"({"object":"list","data":[]})");
    }
}

QTEST_GUILESS_MAIN(StoredAcrossDialectsTest)
#include "tst_stored_across_dialects.moc"
