// Files and batches that clients of OpenAI's ask of Gemini, through the whole pipeline, against a strict Gemini.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

#include <map>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

constexpr const char *uploadForm =
    "--X\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n"
    "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"in.jsonl\"\r\nContent-Type: text/plain\r\n\r\n"
    "{\"key\":\"a\"}\n\r\n--X--\r\n";
constexpr const char *fileMetadata = R"({"name":"files/in1","displayName":"in.jsonl","mimeType":"application/jsonl",)"
                                     R"("sizeBytes":"12","createTime":"2025-04-15T18:37:24.1Z",)"
                                     R"("expirationTime":"2025-04-17T18:37:24Z","state":"ACTIVE","uri":"https://g/f"})";

json answered(const char *text)
{
    return {{"candidates", json::array({{{"content", {{"role", "model"}, {"parts", json::array({{{"text", text}}})}}},
                                         {"finishReason", "STOP"}}})},
            {"usageMetadata", {{"promptTokenCount", 3}, {"candidatesTokenCount", 1}, {"totalTokenCount", 4}}},
            {"responseId", "r1"}};
}

// What Gemini answers with, and refuses (ai.google.dev/api/files, /api/batch-api).
struct Gemini {
    struct Answer {
        int status = 200;
        std::string body;
        std::string type = "application/json";
    };
    std::string state = "BATCH_STATE_PENDING";
    json output = json::object();
    json made; // the batch as it was asked for

    static Answer refusal(int status, const char *code, const char *words)
    {
        return {status, json{{"error", {{"code", status}, {"status", code}, {"message", words}}}}.dump()};
    }
    json operation() const
    {
        json told{
            {"name", "batches/b1"},
            {"metadata",
             {{"@type", "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch"},
              {"name", "batches/b1"},
              {"model", "models/gemini-2.5-flash"},
              {"displayName", "batch"},
              {"state", state},
              {"createTime", "2025-04-15T18:37:24Z"},
              {"batchStats", {{"requestCount", "3"}, {"successfulRequestCount", "2"}, {"failedRequestCount", "1"}}}}}};
        if (state.ends_with("SUCCEEDED")) {
            told["metadata"]["endTime"] = "2025-04-15T19:00:00Z";
            told["done"] = true;
            told["response"] = output;
        }
        return told;
    }
    Answer answer(const net::UpstreamRequest &request)
    {
        if (request.headers.value("x-goog-api-key") != "value")
            return refusal(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.");
        const std::string asked = request.method + ' ' + request.target;
        if (asked == "POST /upload/v1beta/files")
            return upload(request);
        if (asked == "GET /v1beta/files/in1")
            return {200, fileMetadata};
        if (asked == "GET /v1beta/files?pageSize=2&pageToken=t0")
            return {200, std::string("{\"files\":[") + fileMetadata + "],\"nextPageToken\":\"t1\"}"};
        if (asked == "DELETE /v1beta/files/in1")
            return {200, "{}"};
        if (asked == "POST /v1beta/models/gemini-2.5-flash:batchGenerateContent")
            return create(json::parse(std::string(*request.body), nullptr, false));
        if (asked == "GET /v1beta/batches")
            return {200, json{{"operations", json::array({operation()})}}.dump()};
        if (asked == "GET /v1beta/batches/b1")
            return {200, operation().dump()};
        if (asked == "POST /v1beta/batches/b1:cancel") {
            state = "BATCH_STATE_CANCELLED";
            return {200, "{}"};
        }
        if (asked == "GET /download/v1beta/files/batch-b1:download?alt=media")
            return {200, json{{"key", "a"}, {"response", answered("Hello")}}.dump() + "\n", "application/octet-stream"};
        if (asked.starts_with("GET /download/"))
            return refusal(400, "INVALID_ARGUMENT", "Only generated files can be downloaded.");
        return refusal(404, "NOT_FOUND", "Requested entity was not found.");
    }

private:
    static Answer upload(const net::UpstreamRequest &request)
    {
        if (request.headers.value("x-goog-upload-protocol") != "multipart"
            || request.headers.value("content-type") != "multipart/related; boundary=X")
            return refusal(400, "INVALID_ARGUMENT", "Upload protocol is not known.");
        const std::string body(*request.body);
        const auto begin = body.find("\r\n\r\n");
        const auto end = body.find("\r\n--X\r\n", begin);
        const json described = json::parse(body.substr(begin + 4, end - begin - 4), nullptr, false);
        const bool isFirst = body.starts_with("--X\r\nContent-Type: application/json");
        if (!isFirst || described != json{{"file", {{"displayName", "in.jsonl"}, {"mimeType", "application/jsonl"}}}})
            return refusal(400, "INVALID_ARGUMENT", "Metadata part is too large or not there.");
        if (!body.ends_with("\r\n\r\n{\"key\":\"a\"}\n\r\n--X--\r\n") || body.find("purpose") != std::string::npos)
            return refusal(400, "INVALID_ARGUMENT", "More than one media part.");
        return {200, std::string("{\"file\":") + fileMetadata + "}"};
    }
    Answer create(const json &body)
    {
        if (!body.is_object() || body.size() != 1 || !body.contains("batch"))
            return refusal(400, "INVALID_ARGUMENT", "Invalid JSON payload received.");
        const json &batch = body.at("batch");
        if (batch.value("displayName", "").empty() || !batch.contains("inputConfig") || batch.size() != 2)
            return refusal(400, "INVALID_ARGUMENT", "* GenerateContentBatch.display_name: required");
        for (const json &each :
             batch.at("inputConfig").value("requests", json::object()).value("requests", json::array())) {
            if (!each.at("request").contains("contents") || each.at("request").contains("model")
                || each.at("request").contains("stream"))
                return refusal(400, "INVALID_ARGUMENT", "Unknown name in request.");
        }
        made = batch.at("inputConfig");
        return {200, operation().dump()};
    }
};

config::ProviderDefinition provider()
{
    auto made = makeProvider("gemini", DialectFamily::Gemini);
    made.credentialScheme = config::CredentialScheme::XGoogApiKey;
    return made;
}

struct Scene {
    Gemini gemini;
    PipelineScene scene{{provider()}};
    std::unique_ptr<FakeExchange> exchange;

    // The status that the client gets.
    int ask(const std::string &method, const std::string &path, const std::string &body = {},
            const std::string &type = "application/json")
    {
        const std::size_t before = scene.transport.callCount();
        exchange = std::make_unique<FakeExchange>(method, path, body, HeaderList{{"Content-Type", type}});
        scene.send(*exchange);
        for (std::size_t index = before; index < scene.transport.callCount(); ++index) {
            const auto call = scene.transport.call(index);
            const Gemini::Answer answer = gemini.answer(call->request);
            call->answer(answer.status, answer.body, answer.type);
            QTest::qWait(0); // what follows is sent by a timer
        }
        return exchange->head ? exchange->head->status : 0;
    }
    json told() const
    {
        json answer = json::parse(exchange->body, nullptr, false);
        if (answer.is_object())
            answer.erase("extra_fields");
        return answer;
    }
    json line(int number) const
    {
        std::string rest = exchange->body;
        for (; number > 0; --number)
            rest.erase(0, rest.find('\n') + 1);
        return json::parse(rest.substr(0, rest.find('\n')), nullptr, false);
    }
};

json chat(const char *model)
{
    return {{"model", model},
            {"max_tokens", 9},
            {"messages",
             json::array({{{"role", "system"}, {"content", "Brief."}}, {{"role", "user"}, {"content", "Hi"}}})}};
}

} // namespace

class GeminiStoredTest : public QObject {
    Q_OBJECT

private slots:
    void uploadsAFile();
    void asksAboutFiles();
    void makesABatch();
    void makesABatchOfAFile();
    void refusesABatchThatCannotBe_data();
    void refusesABatchThatCannotBe();
    void tellsHowABatchIs_data();
    void tellsHowABatchIs();
    void cancelsABatch();
    void tellsResultsInsideOfABatch();
    void tellsResultsInAFile();
    void refusesWhatGeminisListsCannot();
};

void GeminiStoredTest::uploadsAFile()
{
    Scene scene;
    QCOMPARE(scene.ask("POST", "/v1/files?provider=gemini", uploadForm, "multipart/form-data; boundary=X"), 200);
    QCOMPARE(scene.told(), json({{"id", "in1"},
                                 {"object", "file"},
                                 {"bytes", 12},
                                 {"created_at", 1744742244},
                                 {"expires_at", 1744915044},
                                 {"filename", "in.jsonl"},
                                 {"purpose", "user_data"},
                                 {"status", "processed"}}));
    QCOMPARE(scene.scene.record().operation, std::string("file_upload"));
}

void GeminiStoredTest::asksAboutFiles()
{
    Scene scene;
    QCOMPARE(scene.ask("GET", "/v1/files/in1?provider=gemini"), 200);
    QCOMPARE(scene.told().at("id").get<std::string>(), std::string("in1"));
    QCOMPARE(scene.ask("GET", "/v1/files?provider=gemini&limit=2&page_token=t0&order=desc"), 200);
    const json list = scene.told();
    QCOMPARE(list.at("data").at(0).at("filename").get<std::string>(), std::string("in.jsonl"));
    QCOMPARE(list.at("next_page_token").get<std::string>(), std::string("t1"));
    QCOMPARE(list.at("has_more").get<bool>(), false);
    QCOMPARE(scene.ask("DELETE", "/v1/files/in1?provider=gemini"), 200);
    QCOMPARE(scene.told(), json({{"id", "in1"}, {"object", "file"}, {"deleted", true}}));
    QCOMPARE(scene.ask("GET", "/v1/files/none?provider=gemini"), 404);
    // Gemini gives back only what it made.
    QCOMPARE(scene.ask("GET", "/v1/files/in1/content?provider=gemini"), 400);
    QVERIFY(scene.exchange->body.find("Only generated files") != std::string::npos);
}

void GeminiStoredTest::makesABatch()
{
    Scene scene;
    const json own{{"contents", json::array({{{"parts", json::array({{{"text", "Hi"}}})}}})}};
    const json body{{"model", "gemini/gemini-2.5-flash"},
                    {"endpoint", "/v1/chat/completions"},
                    {"metadata", {{"a", "b"}}},
                    {"requests", json::array({{{"custom_id", "a"}, {"body", chat("gemini/gemini-2.5-flash")}},
                                              {{"custom_id", "b"}, {"request", own}}})}};
    QCOMPARE(scene.ask("POST", "/v1/batches", body.dump()), 200);
    const json sent = scene.gemini.made.at("requests").at("requests");
    QCOMPARE(sent.at(0).at("metadata"), json({{"key", "a"}}));
    QVERIFY(sent.at(0).at("request").contains("systemInstruction"));
    QCOMPARE(sent.at(1), json({{"request", own}, {"metadata", {{"key", "b"}}}}));
    QVERIFY(scene.scene.hasNote("dropped /metadata"));
    const json told = scene.told();
    QCOMPARE(told.at("id").get<std::string>(), std::string("b1"));
    QCOMPARE(told.at("status").get<std::string>(), std::string("validating"));
    QCOMPARE(told.at("request_counts"), json({{"total", 3}, {"completed", 2}, {"failed", 1}}));
}

void GeminiStoredTest::makesABatchOfAFile()
{
    Scene scene;
    const json body{{"model", "gemini/gemini-2.5-flash"}, {"input_file_id", "in1"}, {"completion_window", "24h"}};
    QCOMPARE(scene.ask("POST", "/v1/batches", body.dump()), 200);
    QCOMPARE(scene.gemini.made, json({{"fileName", "files/in1"}}));
}

void GeminiStoredTest::refusesABatchThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QByteArray(R"({"model":"gemini-2.5-flash"})") << QByteArray("/requests");
    QTest::newRow("no id") << QByteArray(R"({"requests":[{"body":{}}]})") << QByteArray("/requests/0");
    QTest::newRow("no chat") << QByteArray(R"({"requests":[{"custom_id":"a","body":{"model":"m"}}]})")
                             << QByteArray("/requests/0/body");
    QTest::newRow("no model") << QByteArray(R"({"input_file_id":"in1"})") << QByteArray("/model");
    QTest::newRow("embeddings") << QByteArray(R"({"endpoint":"/v1/embeddings","input_file_id":"in1"})")
                                << QByteArray("/endpoint");
    const json two{{"requests", json::array({{{"custom_id", "a"}, {"body", chat("one")}},
                                             {{"custom_id", "b"}, {"body", chat("two")}}})}};
    QTest::newRow("two models") << QByteArray::fromStdString(two.dump()) << QByteArray("/requests/1/body/model");
}

void GeminiStoredTest::refusesABatchThatCannotBe()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    Scene scene;
    QCOMPARE(scene.ask("POST", "/v1/batches?provider=gemini", body.toStdString()), 400);
    QCOMPARE(scene.scene.transport.callCount(), std::size_t(0));
    QVERIFY2(scene.exchange->body.find(words.toStdString()) != std::string::npos, scene.exchange->body.c_str());
}

void GeminiStoredTest::tellsHowABatchIs_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<QByteArray>("told");
    for (const auto &[there, told] : {std::pair{"BATCH_STATE_PENDING", "validating"},
                                      {"BATCH_STATE_RUNNING", "in_progress"},
                                      {"BATCH_STATE_SUCCEEDED", "completed"},
                                      {"BATCH_STATE_FAILED", "failed"},
                                      {"BATCH_STATE_CANCELLED", "cancelled"},
                                      {"BATCH_STATE_EXPIRED", "expired"},
                                      {"JOB_STATE_CANCELLING", "cancelling"}})
        QTest::newRow(there) << QByteArray(there) << QByteArray(told);
}

void GeminiStoredTest::tellsHowABatchIs()
{
    QFETCH(QByteArray, there);
    QFETCH(QByteArray, told);
    Scene scene;
    scene.gemini.state = there.toStdString();
    scene.gemini.output = {{"responsesFile", "files/batch-b1"}};
    QCOMPARE(scene.ask("GET", "/v1/batches/b1?provider=gemini"), 200);
    const json batch = scene.told();
    QCOMPARE(batch.at("status").get<std::string>(), told.toStdString());
    QCOMPARE(batch.at("completed_at").is_null(), told != "completed");
    QCOMPARE(batch.at("output_file_id").is_null(), told != "completed");
    QCOMPARE(scene.ask("GET", "/v1/batches?provider=gemini"), 200);
    QCOMPARE(scene.told().at("data").at(0), batch);
}

void GeminiStoredTest::cancelsABatch()
{
    Scene scene;
    QCOMPARE(scene.ask("POST", "/v1/batches/b1/cancel?provider=gemini", "{}"), 200);
    QCOMPARE(scene.told().at("status").get<std::string>(), std::string("cancelled"));
    QCOMPARE(scene.told().at("id").get<std::string>(), std::string("b1"));
    QCOMPARE(scene.ask("POST", "/v1/batches/none/cancel?provider=gemini", "{}"), 404);
}

void GeminiStoredTest::tellsResultsInsideOfABatch()
{
    Scene scene;
    QCOMPARE(scene.ask("GET", "/v1/batches/b1/results?provider=gemini"), 400); // none yet
    QVERIFY(scene.exchange->body.find("validating") != std::string::npos);
    scene.gemini.state = "BATCH_STATE_SUCCEEDED";
    scene.gemini.output = {
        {"inlinedResponses",
         {{"inlinedResponses",
           json::array({{{"metadata", {{"key", "a"}}}, {"response", answered("Hello")}},
                        {{"metadata", {{"key", "b"}}}, {"error", {{"code", 3}, {"message", "too long"}}}}})}}}};
    QCOMPARE(scene.ask("GET", "/v1/batches/b1/results?provider=gemini"), 200);
    QCOMPARE(scene.exchange->head->headers.value("content-type"), std::string_view("application/jsonl"));
    const json first = scene.line(0);
    QCOMPARE(first.at("custom_id").get<std::string>(), std::string("a"));
    QCOMPARE(first.at("response").at("body").at("choices").at(0).at("message").at("content").get<std::string>(),
             std::string("Hello"));
    QCOMPARE(first.at("response").at("body").at("object").get<std::string>(), std::string("chat.completion"));
    QCOMPARE(scene.line(1).at("error"), json({{"code", "3"}, {"message", "too long"}}));
}

void GeminiStoredTest::tellsResultsInAFile()
{
    Scene scene;
    scene.gemini.state = "BATCH_STATE_SUCCEEDED";
    scene.gemini.output = {{"responsesFile", "files/batch-b1"}};
    QCOMPARE(scene.ask("GET", "/v1/batches/b1/results?provider=gemini"), 200);
    const json line = scene.line(0);
    QCOMPARE(line.at("custom_id").get<std::string>(), std::string("a"));
    QCOMPARE(line.at("response").at("status_code").get<int>(), 200);
    QVERIFY(!line.contains("extra_fields")); // a line is no answer of ours
    // As OpenAI's libraries ask: the output file of the batch.
    QCOMPARE(scene.ask("GET", "/v1/files/batch-b1/content?provider=gemini"), 200);
    QCOMPARE(scene.line(0), line);
}

void GeminiStoredTest::refusesWhatGeminisListsCannot()
{
    Scene scene;
    QCOMPARE(scene.ask("GET", "/v1/files?provider=gemini&after=in1"), 400);
    QVERIFY(scene.exchange->body.find("page_token") != std::string::npos);
    QCOMPARE(scene.scene.transport.callCount(), std::size_t(0));
}

QTEST_GUILESS_MAIN(GeminiStoredTest)
#include "tst_gemini_stored.moc"
