// Files and batches that clients of OpenAI's ask of Bedrock, through the whole pipeline, against a strict S3 and Bedrock.
#include "gateway/base/percent_encoding.h"
#include "gateway/pipeline/line_rewriter.h"
#include "tests/core/bedrock_stored_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::BedrockBatchService;
using tests::FakeExchange;
using namespace tests::bedrock;

class BedrockStoredTest : public QObject {
    Q_OBJECT

private slots:
    void uploadsAFileInBedrocksWords();
    void uploadsOtherFilesAsTheyAre_data();
    void uploadsOtherFilesAsTheyAre();
    void uploadsALargeFileFromTheDisk();
    void leavesTheWorkerToOthersMeanwhile();
    void usesTheBucketThatIsNamed_data();
    void usesTheBucketThatIsNamed();
    void refusesUploadsThatCannotBe_data();
    void refusesUploadsThatCannotBe();
    void asksAboutFiles();
    void listsFilesPageByPage();
    void reachesNothingOutsideOfItsBuckets_data();
    void reachesNothingOutsideOfItsBuckets();
    void makesABatchOfAFile();
    void makesABatchOfItsRequests();
    void takesTheKindOfItsFile();
    void refusesABatchThatCannotBe_data();
    void refusesABatchThatCannotBe();
    void tellsHowABatchIs_data();
    void tellsHowABatchIs();
    void cancelsABatch();
    void tellsResultsLineByLine();
    void passesWhatItDoesNotKnowInResults();
    void tellsWhatAmazonSays();
    void goesToNoOtherRegion();
    void showsNoSecret();
    void rewritesLinesInAnyCut();
};

void BedrockStoredTest::uploadsAFileInBedrocksWords()
{
    Scene scene;
    QCOMPARE(scene.upload(uploadOf(openAiLine("a", "Hi") + '\n' + openAiLine("b", "Ho"))), 200);
    QCOMPARE(scene.amazon.objects.size(), std::size_t(1));
    const auto &[name, object] = *scene.amazon.objects.begin();
    QVERIFY2(name.starts_with("batches/team/") && name.ends_with("/in.jsonl"), name.c_str());
    QCOMPARE(lineOf(object.bytes, 0).at("recordId").get<std::string>(), std::string("a"));
    const json input = lineOf(object.bytes, 1).at("modelInput");
    QCOMPARE(input.at("messages").at(0).at("content"), json::array({{{"text", "Ho"}}}));
    QCOMPARE(input.at("system"), json::array({{{"text", "Brief."}}}));
    QCOMPARE(input.at("inferenceConfig").at("maxTokens").get<int>(), 9);
    QCOMPARE(object.metadata.value("x-amz-meta-model-invocation-type"), std::string_view("Converse"));
    const json told = scene.told();
    QCOMPARE(told.at("id").get<std::string>(), idOf("batches", name.substr(8)));
    QCOMPARE(told.at("bytes").get<std::size_t>(), object.bytes.size());
    QCOMPARE(told.at("filename").get<std::string>(), std::string("in.jsonl"));
    QCOMPARE(told.at("purpose").get<std::string>(), std::string("batch"));
    QCOMPARE(told.at("storage_uri").get<std::string>(), "s3://" + name);
    QCOMPARE(scene.asked.at(0), "PUT https://batches.s3.us-east-1.amazonaws.com/" + name.substr(8));
    QCOMPARE(scene.scene.record().operation, std::string("file_upload"));
}

void BedrockStoredTest::uploadsOtherFilesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("purpose");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("kept");
    const QByteArray own(R"({"recordId":"a","modelInput":{"inputText":"Hi"}})");
    QTest::newRow("Bedrock's words") << own << QByteArray("batch") << QByteArray("in.jsonl") << QByteArray("in.jsonl");
    QTest::newRow("no ending") << own << QByteArray("batch") << QByteArray("in") << QByteArray("in.jsonl");
    QTest::newRow("no lines") << QByteArray("%PDF \r\n--\r\n x") << QByteArray("user_data") << QByteArray("a b.pdf")
                              << QByteArray("a b.pdf");
    QTest::newRow("a path") << QByteArray("x") << QByteArray("user_data") << QByteArray("../../a:ü.txt")
                            << QByteArray("a:__.txt");
    QTest::newRow("dots") << QByteArray("x") << QByteArray("user_data") << QByteArray("..") << QByteArray("file");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("batch") << QByteArray("e.jsonl") << QByteArray("e.jsonl");
}

void BedrockStoredTest::uploadsOtherFilesAsTheyAre()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, purpose);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, kept);
    Scene scene;
    QCOMPARE(scene.upload(uploadOf(bytes.toStdString(), name.toStdString(), purpose.toStdString())), 200);
    const auto &[place, object] = *scene.amazon.objects.begin();
    QCOMPARE(QByteArray::fromStdString(object.bytes), bytes);
    QVERIFY2(place.ends_with('/' + kept.toStdString()), place.c_str());
    QVERIFY(!object.metadata.contains("x-amz-meta-model-invocation-type"));
    QCOMPARE(scene.textOf("purpose"), purpose.toStdString());
}

void BedrockStoredTest::uploadsALargeFileFromTheDisk()
{
    for (const bool isOpenAi : {true, false}) {
        Scene scene;
        std::string lines;
        for (int number = 0; number < 3000; ++number)
            lines += isOpenAi ? openAiLine(std::to_string(number), std::string(200, 'x'))
                              : std::string(R"({"recordId":"a","modelInput":{}})") + '\n';
        auto exchange = std::make_unique<FakeExchange>("POST", "/v1/files?provider=bedrock", "",
                                                       HeaderList{{"Content-Type", tests::formType}});
        tests::spool(*exchange, uploadOf(lines));
        QCOMPARE(scene.send(std::move(exchange)), 200);
        QVERIFY(scene.scene.sent().body.upload() != nullptr);
        const std::string &stored = scene.amazon.objects.begin()->second.bytes;
        QCOMPARE(std::count(stored.begin(), stored.end(), '\n'), std::count(lines.begin(), lines.end(), '\n'));
        QCOMPARE(lineOf(stored, 2999).contains("modelInput"), true);
    }
}

void BedrockStoredTest::leavesTheWorkerToOthersMeanwhile()
{
    std::string lines;
    for (int number = 0; number < 1000; ++number)
        lines += openAiLine(std::to_string(number), std::string(200, 'x'));
    Scene scene;
    FakeExchange upload("POST", "/v1/files?provider=bedrock", uploadOf(lines), {{"Content-Type", tests::formType}});
    FakeExchange left("POST", "/v1/files?provider=bedrock", uploadOf(lines), {{"Content-Type", tests::formType}});
    FakeExchange list("GET", "/v1/files?provider=bedrock");
    for (FakeExchange *each : {&upload, &left, &list})
        scene.scene.send(*each);
    QCOMPARE(scene.scene.transport.callCount(), std::size_t(1)); // the last one need not wait
    QCOMPARE(scene.scene.sent().method, std::string("GET"));
    left.leave();
    QTRY_COMPARE(scene.scene.transport.callCount(), std::size_t(2));
    QCOMPARE(scene.scene.sent().method, std::string("PUT"));
    scene.scene.transport.lastCall()->answer(200, "");
    QVERIFY(upload.isComplete());
    scene.scene.transport.call(0)->answer(200, "<ListBucketResult></ListBucketResult>", "application/xml");
    QVERIFY(list.isComplete());
    QCOMPARE(scene.scene.runningRequests(), std::size_t(0));
    QCOMPARE(scene.scene.transport.callCount(), std::size_t(2)); // nothing for the client that left
}

void BedrockStoredTest::usesTheBucketThatIsNamed_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("place"); // empty: refused
    const auto row = [](const char *name, const char *field, const char *value, const char *place) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(value) << QByteArray(place);
    };
    row("by OpenAI's libraries", "storage_config[s3][bucket]", "batches.two", "batches.two/");
    row("as JSON", "storage_config", R"({"s3":{"bucket":"batches","prefix":"team/a"}})", "batches/team/a/");
    row("by name", "s3_bucket", "batches", "batches/team/");
    row("by address", "s3_bucket", "s3://batches.two/x/", "batches.two/x/");
    row("another bucket", "s3_bucket", "batches-of-others", "");
    row("beside the prefix", "s3_bucket", "s3://batches/teams", "");
    row("above the prefix", "s3_bucket", "s3://batches/team/../x", "");
    row("no name", "s3_bucket", "evil.example.com/", "");
}

void BedrockStoredTest::usesTheBucketThatIsNamed()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, place);
    Scene scene;
    const std::string more = tests::formField(field.toStdString(), value.toStdString());
    QCOMPARE(scene.upload(uploadOf("x", "a", "user_data", more)), place.isEmpty() ? 400 : 200);
    if (place.isEmpty()) {
        QVERIFY(scene.asked.empty());
        QVERIFY2(scene.says("has no such bucket"), scene.exchange->body.c_str());
        return;
    }
    QVERIFY2(scene.amazon.objects.begin()->first.starts_with(place.toStdString()),
             scene.amazon.objects.begin()->first.c_str());
    // A list takes them from the query, and finds the file there.
    const std::string asked = percentEncoded(field.toStdString()) + '=' + percentEncoded(value.toStdString());
    QCOMPARE(scene.ask("GET", "/v1/files?provider=bedrock&" + asked), 200);
    QCOMPARE(scene.told().at("data").size(), std::size_t(1));
}

void BedrockStoredTest::refusesUploadsThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const std::string &bytes, const char *words) {
        QTest::newRow(name) << QByteArray::fromStdString(uploadOf(bytes)) << QByteArray(words);
    };
    row("no id", R"({"body":{}})", "/file/1");
    row("no chat", R"({"custom_id":"a","body":{"model":"m"}})", "/file/1/body");
    row("embeddings", R"({"custom_id":"a","url":"/v1/embeddings","body":{}})", "/file/1/url");
    row("second line", openAiLine("a", "Hi") + "{", "/file/2");
    QTest::newRow("no file") << QByteArray::fromStdString(tests::formField("purpose", "batch") + tests::formEnd)
                             << QByteArray("file is required");
}

void BedrockStoredTest::refusesUploadsThatCannotBe()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, words);
    Scene scene;
    QCOMPARE(scene.upload(form.toStdString()), 400);
    QVERIFY(scene.asked.empty());
    QVERIFY2(scene.says(words.toStdString()), scene.exchange->body.c_str());
}

void BedrockStoredTest::asksAboutFiles()
{
    Scene scene;
    QCOMPARE(scene.upload(uploadOf("%PDF", "a b.pdf", "user_data")), 200);
    const json made = scene.told();
    const std::string path = "/v1/files/" + made.at("id").get<std::string>();
    QCOMPARE(scene.ask("GET", path + "?provider=bedrock"), 200);
    json told = scene.told();
    QCOMPARE(told.at("created_at").get<int>(), 1665597000);
    told["created_at"] = made.at("created_at");
    QCOMPARE(told, made);
    QVERIFY(scene.asked.back().starts_with("HEAD "));
    QCOMPARE(scene.ask("GET", path + "/content?provider=bedrock"), 200);
    QCOMPARE(scene.exchange->body, std::string("%PDF"));
    // A large one goes on as it arrives.
    const std::string large(300 * 1024, 'x');
    scene.amazon.objects["batches/team/large"] = {large, {}};
    QCOMPARE(scene.ask("GET", "/v1/files/" + idOf("batches", "team/large") + "/content?provider=bedrock"), 200);
    QCOMPARE(scene.exchange->contentLength, std::optional<std::uint64_t>(large.size()));
    QVERIFY(scene.exchange->body == large && scene.exchange->pieces > 1000);
    QCOMPARE(scene.ask("DELETE", path + "?provider=bedrock"), 200);
    QCOMPARE(scene.told(), json({{"id", made.at("id")}, {"object", "file"}, {"deleted", true}}));
    QCOMPARE(scene.ask("GET", path + "?provider=bedrock"), 404);
    QCOMPARE(scene.ask("GET", path + "/content?provider=bedrock"), 404);
    QVERIFY2(scene.says("The specified key does not exist."), scene.exchange->body.c_str());
}

void BedrockStoredTest::listsFilesPageByPage()
{
    Scene scene;
    for (const char *name : {"team/1/a.jsonl", "team/2/b c.jsonl", "team/3/", "team/output/x/a.jsonl.out", "teams/z"})
        scene.amazon.objects[std::string("batches/") + name] = {"123", {}};
    QCOMPARE(scene.ask("GET", "/v1/files?provider=bedrock&limit=2&order=desc"), 200);
    json told = scene.told();
    QCOMPARE(told.at("data").size(), std::size_t(2));
    QCOMPARE(told.at("has_more").get<bool>(), true);
    QCOMPARE(told.at("data").at(1).at("filename").get<std::string>(), std::string("b c.jsonl"));
    QCOMPARE(told.at("data").at(1).at("bytes").get<int>(), 3);
    QCOMPARE(told.at("data").at(1).at("created_at").get<int>(), 1665597000);
    QCOMPARE(scene.ask("GET", "/v1/files?provider=bedrock&after=" + told.at("last_id").get<std::string>()), 200);
    told = scene.told();
    QCOMPARE(told.at("data").size(), std::size_t(1));
    QCOMPARE(told.at("data").at(0).at("purpose").get<std::string>(), std::string("batch_output"));
    QCOMPARE(told.at("has_more").get<bool>(), false);
}

void BedrockStoredTest::reachesNothingOutsideOfItsBuckets_data()
{
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char *name, const std::string &id) {
        QTest::newRow(name) << QByteArray::fromStdString(id);
    };
    row("another bucket", idOf("payroll", "2026.csv"));
    row("beside the prefix", idOf("batches", "teams/x"));
    row("above the prefix", idOf("batches", "team/../x"));
    row("another host", idOf("evil.example.com/x?", "a"));
    row("no id", "file-1");
    row("no letters", "s3-%%%");
}

void BedrockStoredTest::reachesNothingOutsideOfItsBuckets()
{
    QFETCH(QByteArray, id);
    Scene scene;
    const std::string name = percentEncoded(id.toStdString());
    QCOMPARE(scene.ask("GET", "/v1/files/" + name + "/content?provider=bedrock"), 404);
    QCOMPARE(scene.ask("DELETE", "/v1/files/" + name + "?provider=bedrock"), 404);
    QVERIFY(scene.makeBatch({{"input_file_id", id.toStdString()}}) >= 400);
    QVERIFY(scene.asked.empty());
}

void BedrockStoredTest::makesABatchOfAFile()
{
    Scene scene;
    const std::string file = scene.uploaded();
    QCOMPARE(scene.makeBatch({{"input_file_id", file}, {"completion_window", "48h"}, {"metadata", {{"a", "b"}}}}), 200);
    const std::vector<std::string> steps(scene.asked.end() - 3, scene.asked.end());
    QVERIFY(steps.at(0).starts_with("HEAD https://batches.s3."));
    QCOMPARE(steps.at(1), std::string("POST https://bedrock.us-east-1.amazonaws.com/model-invocation-job"));
    QCOMPARE(steps.at(2), std::string("GET https://bedrock.us-east-1.amazonaws.com/model-invocation-job/abc123def456"));
    QCOMPARE(scene.amazon.job.at("modelInvocationType").get<std::string>(), std::string("Converse"));
    QCOMPARE(scene.amazon.job.at("modelId").get<std::string>(), std::string(model));
    QCOMPARE(scene.amazon.job.at("timeoutDurationInHours").get<int>(), 48);
    const json told = scene.told();
    QCOMPARE(told.at("id").get<std::string>(), std::string("abc123def456"));
    QCOMPARE(told.at("status").get<std::string>(), std::string("validating"));
    QCOMPARE(told.at("input_file_id").get<std::string>(), file);
    QCOMPARE(told.at("completion_window").get<std::string>(), std::string("48h"));
    QCOMPARE(told.at("created_at").get<int>(), 1744742244);
    // As Bifrost's clients name the provider.
    const json body{{"provider", "bedrock"}, {"model", model}, {"input_file_id", file}};
    QCOMPARE(scene.ask("POST", "/openai/v1/batches", body.dump()), 200);
    QCOMPARE(scene.amazon.job.at("modelId").get<std::string>(), std::string(model));
    QCOMPARE(scene.amazon.jobsMade, 2);
    // To the record it is one attempt.
    QCOMPARE(scene.scene.sink.records.back().attempts.size(), std::size_t(1));
}

void BedrockStoredTest::makesABatchOfItsRequests()
{
    Scene scene(provider("s3://batches", {}));
    const json requests = json::array({{{"custom_id", "a"}, {"body", chat("Hi")}}});
    QCOMPARE(scene.makeBatch({{"requests", requests},
                              {"role_arn", BedrockBatchService::roleArn},
                              {"output_s3_uri", "s3://batches/results"},
                              {"metadata", {{"job_name", "mine"}}}}),
             200);
    QVERIFY(scene.asked.at(0).starts_with("PUT https://batches.s3."));
    QCOMPARE(lineOf(scene.amazon.objects.begin()->second.bytes, 0).at("recordId").get<std::string>(), std::string("a"));
    QCOMPARE(scene.amazon.job.at("jobName").get<std::string>(), std::string("mine"));
    QCOMPARE(scene.amazon.job.at("outputDataConfig"),
             json({{"s3OutputDataConfig", {{"s3Uri", "s3://batches/results/"}}}}));
}

void BedrockStoredTest::takesTheKindOfItsFile()
{
    Scene scene;
    QCOMPARE(scene.upload(uploadOf(R"({"recordId":"a","modelInput":{"inputText":"Hi"}})")), 200);
    const std::string file = scene.textOf("id");
    QCOMPARE(scene.makeBatch({{"input_file_id", file}}), 200);
    QCOMPARE(scene.amazon.job.at("modelInvocationType").get<std::string>(), std::string("InvokeModel"));
    QCOMPARE(scene.makeBatch({{"input_file_id", file}, {"model_invocation_type", "Converse"}}), 400);
    QVERIFY2(scene.says("not in Converse"), scene.exchange->body.c_str());
}

void BedrockStoredTest::refusesABatchThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    const std::string file = idOf("batches", "team/a.jsonl");
    const auto row = [](const char *name, const json &body, const char *words) {
        QTest::newRow(name) << QByteArray::fromStdString(body.dump()) << QByteArray(words);
    };
    row("nothing", {{"model", model}}, "/input_file_id");
    row("no file of ours", {{"model", model}, {"input_file_id", "file-1"}}, "/input_file_id");
    row("no model", {{"input_file_id", file}}, "/model");
    row("embeddings", {{"model", model}, {"input_file_id", file}, {"endpoint", "/v1/embeddings"}}, "/endpoint");
    row("an hour", {{"model", model}, {"input_file_id", file}, {"completion_window", "1h"}}, "/completion_window");
    row("no window", {{"model", model}, {"input_file_id", file}, {"completion_window", "soon"}}, "/completion_window");
    row("output elsewhere", {{"model", model}, {"input_file_id", file}, {"output_s3_uri", "s3://payroll/x"}},
        "/output_s3_uri");
    row("no role", {{"model", model}, {"input_file_id", file}, {"role_arn", "me"}}, "/role_arn");
    row("no id", {{"model", model}, {"requests", json::array({{{"body", chat("Hi")}}})}}, "/requests/0");
}

void BedrockStoredTest::refusesABatchThatCannotBe()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    Scene scene;
    QCOMPARE(scene.ask("POST", "/v1/batches?provider=bedrock", body.toStdString()), 400);
    QVERIFY(scene.asked.empty());
    QVERIFY2(scene.says(words.toStdString()), scene.exchange->body.c_str());
}

void BedrockStoredTest::tellsHowABatchIs_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<QByteArray>("told");
    for (const auto &[there, told] : {std::pair{"Submitted", "validating"},
                                      {"Validating", "validating"},
                                      {"Scheduled", "validating"},
                                      {"InProgress", "in_progress"},
                                      {"Completed", "completed"},
                                      {"PartiallyCompleted", "completed"},
                                      {"Failed", "failed"},
                                      {"Stopping", "cancelling"},
                                      {"Stopped", "cancelled"},
                                      {"Expired", "expired"}})
        QTest::newRow(there) << QByteArray(there) << QByteArray(told);
}

void BedrockStoredTest::tellsHowABatchIs()
{
    QFETCH(QByteArray, there);
    QFETCH(QByteArray, told);
    Scene scene;
    QCOMPARE(scene.makeBatch({{"input_file_id", scene.uploaded()}}), 200);
    scene.amazon.status = there.toStdString();
    QCOMPARE(scene.ask("GET", "/v1/batches/abc123def456?provider=bedrock"), 200);
    const json batch = scene.told();
    QCOMPARE(batch.at("status").get<std::string>(), told.toStdString());
    QCOMPARE(batch.at("output_file_id").is_null(), told != "completed");
    QCOMPARE(batch.at("completed_at").is_null(), told != "completed");
    QCOMPARE(batch.contains("errors"), told == "failed");
    QCOMPARE(scene.ask("GET", "/v1/batches?provider=bedrock&limit=5"), 200);
    QCOMPARE(scene.told().at("data").at(0), batch);
    QCOMPARE(scene.textOf("next_page_token"), std::string("t1"));
    QCOMPARE(scene.ask("GET", "/v1/batches?provider=bedrock&after=abc123def456"), 400);
}

void BedrockStoredTest::cancelsABatch()
{
    Scene scene;
    QCOMPARE(scene.makeBatch({{"input_file_id", scene.uploaded()}}), 200);
    QCOMPARE(scene.ask("POST", "/v1/batches/abc123def456/cancel?provider=bedrock", "{}"), 200);
    QCOMPARE(scene.textOf("status"), std::string("cancelling"));
    QCOMPARE(scene.ask("POST", "/v1/batches/other/cancel?provider=bedrock", "{}"), 404);
    QVERIFY(scene.says("The provided job does not exist."));
}

void BedrockStoredTest::tellsResultsLineByLine()
{
    Scene scene;
    QCOMPARE(scene.makeBatch({{"input_file_id", scene.uploaded()}}), 200);
    QCOMPARE(scene.ask("GET", "/v1/batches/abc123def456/results?provider=bedrock"), 400);
    QVERIFY2(scene.says("it is validating"), scene.exchange->body.c_str());
    scene.amazon.runJob();
    QCOMPARE(scene.ask("GET", "/v1/batches/abc123def456?provider=bedrock"), 200);
    const std::string output = scene.textOf("output_file_id");
    for (const std::string &path :
         {"/v1/files/" + output + "/content", std::string("/v1/batches/abc123def456/results")}) {
        QCOMPARE(scene.ask("GET", path + "?provider=bedrock"), 200);
        const std::string lines = scene.exchange->body;
        QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 3);
        const json first = lineOf(lines, 0);
        QCOMPARE(first.at("custom_id").get<std::string>(), std::string("a"));
        const json completion = first.at("response").at("body");
        QCOMPARE(completion.at("choices").at(0).at("message").at("content").get<std::string>(), std::string("Hello"));
        QCOMPARE(completion.at("usage").at("total_tokens").get<int>(), 4);
        QCOMPARE(lineOf(lines, 2).at("error"), json({{"code", "400"}, {"message", "bad request"}}));
        QCOMPARE(scene.exchange->head->headers.value("content-type"), std::string_view("application/jsonl"));
        QVERIFY(!scene.exchange->contentLength && !scene.exchange->head->headers.contains("etag"));
    }
}

void BedrockStoredTest::passesWhatItDoesNotKnowInResults()
{
    Scene scene;
    const json claude{{"recordId", "c"},
                      {"modelInput", json::object()},
                      {"modelOutput",
                       {{"id", "msg_1"},
                        {"type", "message"},
                        {"role", "assistant"},
                        {"model", "claude"},
                        {"content", json::array({{{"type", "text"}, {"text", "Hey"}}})},
                        {"stop_reason", "end_turn"},
                        {"usage", {{"input_tokens", 1}, {"output_tokens", 1}}}}}};
    const json titan{{"recordId", "t"}, {"modelOutput", {{"results", json::array()}}}};
    scene.amazon.objects["batches/team/output/x/in.jsonl.out"] = {claude.dump() + "\r\n" + titan.dump() + "\nnot json",
                                                                  {}};
    const std::string id = idOf("batches", "team/output/x/in.jsonl.out");
    QCOMPARE(scene.ask("GET", "/v1/files/" + id + "/content?provider=bedrock"), 200);
    const std::string lines = scene.exchange->body;
    QCOMPARE(
        lineOf(lines, 0).at("response").at("body").at("choices").at(0).at("message").at("content").get<std::string>(),
        std::string("Hey"));
    QCOMPARE(lineOf(lines, 1).at("response").at("body"), titan.at("modelOutput"));
    QVERIFY(lines.ends_with("\nnot json\n"));
}

void BedrockStoredTest::tellsWhatAmazonSays()
{
    Scene scene;
    scene.amazon.isDenied = true;
    QCOMPARE(scene.upload(uploadOf("x", "a", "user_data")), 403);
    QVERIFY2(scene.says("Access Denied"), scene.exchange->body.c_str());
    QVERIFY(!scene.says("<Error>"));
    QCOMPARE(scene.ask("GET", "/v1/files?provider=bedrock"), 403);
    QCOMPARE(scene.scene.sink.records.back().attempts.at(0).errorCode, std::string("upstream_status"));
    // Without a bucket, and with a key that cannot sign, nothing is asked.
    Scene without(provider({}, {}));
    QCOMPARE(without.upload(uploadOf("x", "a", "user_data")), 400);
    QVERIFY2(without.says("batch_s3_config"), without.exchange->body.c_str());
    auto bearer = provider();
    bearer.keys.front().value = SecretString("bedrock-api-key");
    bearer.keys.front().aws = {};
    Scene unsigned_(bearer);
    QCOMPARE(unsigned_.upload(uploadOf("x", "a", "user_data")), 400);
    QVERIFY2(unsigned_.says("API key"), unsigned_.exchange->body.c_str());
    QVERIFY(without.asked.empty() && unsigned_.asked.empty());
}

void BedrockStoredTest::goesToNoOtherRegion()
{
    Scene scene;
    scene.amazon.bucketRegion = "eu-west-1";
    for (const std::string &path : {std::string("/v1/files"), "/v1/files/" + idOf("batches", "team/a"),
                                    "/v1/files/" + idOf("batches", "team/a") + "/content"}) {
        QCOMPARE(scene.ask("GET", path + "?provider=bedrock"), 502);
        QVERIFY2(scene.says("eu-west-1"), scene.exchange->body.c_str());
        QVERIFY(!scene.exchange->head->headers.contains("location"));
    }
    QCOMPARE(scene.asked.size(), std::size_t(3));
}

void BedrockStoredTest::showsNoSecret()
{
    Scene scene;
    const std::string file = scene.uploaded();
    scene.makeBatch({{"input_file_id", file}});
    scene.ask("GET", "/v1/files?provider=bedrock");
    for (const RequestRecord &record : scene.scene.sink.records) {
        std::string all = record.errorText + (record.responseBody ? *record.responseBody : std::string());
        for (const auto &field : record.responseHeaders)
            all += field.name + field.value;
        for (const std::string &note : record.notes)
            all += note;
        QVERIFY(all.find(BedrockBatchService::secretAccessKey) == std::string::npos);
        QVERIFY(all.find("AWS4-HMAC") == std::string::npos);
        QVERIFY(all.find(BedrockBatchService::accessKeyId) == std::string::npos);
    }
}

void BedrockStoredTest::rewritesLinesInAnyCut()
{
    const std::string text = "a\r\nbb\n\nccc";
    for (std::size_t step = 1; step <= text.size(); ++step) {
        pipeline::LineRewriter lines([](std::string_view line) { return '<' + std::string(line) + '>'; });
        std::string told;
        for (std::size_t from = 0; from < text.size(); from += step)
            told += lines.feed(std::string_view(text).substr(from, step));
        QCOMPARE(told + lines.finish(), std::string("<a><bb><><ccc>"));
    }
    // What is longer than any line of a batch goes on as it is.
    pipeline::LineRewriter lines([](std::string_view) { return std::string("!"); });
    const std::string piece(20 * 1024 * 1024, 'x');
    std::size_t size = lines.feed(piece).size() + lines.feed(piece).size() + lines.feed("yz\n").size();
    QCOMPARE(size, 2 * piece.size() + 3);
    QCOMPARE(lines.feed("a\n"), std::string("!"));
}

QTEST_GUILESS_MAIN(BedrockStoredTest)
#include "tst_bedrock_stored.moc"
