// Images, audio, files and the like through the whole pipeline: byte for byte but for what is meant for the gateway.
#include "tests/core/pipeline_scene.h"
#include "tests/support/form_body.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::formField;
using tests::formType;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

config::ProviderDefinition atItsAddress(const char *preset, DialectFamily family, const char *url)
{
    config::ProviderDefinition provider = makeProvider(preset, family);
    provider.preset = preset;
    auto offer = std::make_shared<config::ProviderOffer>();
    offer->requests = {"chat_completion", "batch", "file"};
    provider.offer = std::move(offer);
    provider.network.baseUrl = url;
    return provider;
}

std::string formWith(const std::string &model, const std::string &more = {})
{
    return tests::formFile("file", "a.wav", "RIFF\x01\x02") + formField("model", model) + more + tests::formEnd;
}

FakeExchange ask(const std::string &path, const std::string &body, HeaderList headers = {})
{
    if (!headers.contains("content-type"))
        headers.add("Content-Type", "application/json");
    return FakeExchange("POST", path, body, std::move(headers));
}

} // namespace

class ForwardedRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void forwardsBodiesByteForByte_data();
    void forwardsBodiesByteForByte();
    void editsOnlyTheModelOfAForm();
    void readsTheModelOfAFormOnTheDisk();
    void takesTheProviderFromTheRequest_data();
    void takesTheProviderFromTheRequest();
    void asksForTheProviderWhereSeveralHaveIt();
    void refusesWhatAProviderDoesNotOffer_data();
    void refusesWhatAProviderDoesNotOffer();
    void takesTheKeyThatIsMeantForBatches();
    void passesSoundsOnAsTheyArrive();
    void metersWhatAnswersTell_data();
    void metersWhatAnswersTell();
    void chargesNothingForWhatIsKept();
    void endsAStreamWithAnErrorAsBroken();
    void triesAgainBeforeTheFirstByte();
    void putsTheProviderIntoIdsOfVideos();
    void leadsResultsOfBatchesBackHere();
    void passesErrorsInTheProvidersWords();
};

void ForwardedRequestsTest::forwardsBodiesByteForByte_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("operation");
    const auto row = [](const char *name, const char *path, const char *body, const char *target, const char *sent,
                        const char *operation) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(body) << QByteArray(target) << QByteArray(sent)
                            << QByteArray(operation);
    };
    row("image", "/openai/v1/images/generations", "{ \"model\": \"gpt-image-1\", \"prompt\": \"a\" }",
        "/v1/images/generations", "{ \"model\": \"gpt-image-1\", \"prompt\": \"a\" }", "image_generation");
    row("prefixed image", "/v1/images/generations", "{ \"model\": \"openai/gpt-image-1\", \"prompt\": \"a\" }",
        "/v1/images/generations", "{ \"model\": \"gpt-image-1\", \"prompt\": \"a\" }", "image_generation");
    row("streamed image", "/v1/images/generations", "{\"model\":\"openai/g\",\"stream\":true}",
        "/v1/images/generations", "{\"model\":\"g\",\"stream\":true}", "image_generation_stream");
    row("fallbacks stay here", "/v1/audio/speech", "{\"model\":\"openai/tts-1\",\"fallbacks\":[],\"input\":\"a\"}",
        "/v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"a\"}", "speech");
    row("moderation without a model", "/openai/moderations", "{\"input\":\"a\"}", "/v1/moderations",
        "{\"input\":\"a\"}", "moderation");
    row("completion", "/openai/completions", "{\"model\":\"m\",\"prompt\":\"a\"}", "/v1/completions",
        "{\"model\":\"m\",\"prompt\":\"a\"}", "text_completion");
    row("compaction", "/openai/v1/responses/compact", "{\"model\":\"m\"}", "/v1/responses/compact", "{\"model\":\"m\"}",
        "responses_compact");
    row("batch without the name of its provider", "/v1/batches",
        "{\"model\":\"openai/any\",\"provider\":\"openai\",\"input_file_id\":\"f\"}", "/v1/batches",
        "{\"input_file_id\":\"f\"}", "batch_create");
    row("Cohere's rerank", "/cohere/v2/rerank", "{\"model\":\"r\",\"query\":\"q\",\"documents\":[\"a\"]}", "/v2/rerank",
        "{\"model\":\"r\",\"query\":\"q\",\"documents\":[\"a\"]}", "rerank");
    row("Cohere's tokens", "/cohere/v1/tokenize", "{\"model\":\"c\",\"text\":\"a\"}", "/v1/tokenize",
        "{\"model\":\"c\",\"text\":\"a\"}", "tokenize");
    row("Imagen", "/genai/v1beta/models/imagen-4:predict", "{\"instances\":[]}", "/v1beta/models/imagen-4:predict",
        "{\"instances\":[]}", "image_generation");
    row("prefixed Imagen", "/genai/v1beta/models/gemini/imagen-4:predict", "{\"instances\":[]}",
        "/v1beta/models/imagen-4:predict", "{\"instances\":[]}", "image_generation");
    row("Azure's deployment", "/openai/openai/deployments/dep/images/generations?api-version=1", "{\"prompt\":\"a\"}",
        "/v1/images/generations?api-version=1", "{\"prompt\":\"a\",\"model\":\"dep\"}", "image_generation");
    row("Azure's chat", "/openai/openai/deployments/dep/chat/completions", "{ \"messages\" : [] }",
        "/v1/chat/completions", "{ \"messages\" : [],\"model\":\"dep\" }", "chat_completion");
    row("Claude's batches", "/anthropic/v1/messages/batches", "{\"requests\":[]}", "/v1/messages/batches",
        "{\"requests\":[]}", "batch_create");
}

void ForwardedRequestsTest::forwardsBodiesByteForByte()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, operation);
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic),
                         makeProvider("cohere", DialectFamily::Cohere), makeProvider("gemini", DialectFamily::Gemini),
                         makeProvider("openai")});
    FakeExchange exchange = ask(path.toStdString(), body.toStdString());
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(QByteArray::fromStdString(scene.sent().target), target);
    QCOMPARE(QByteArray::fromStdString(*scene.sent().body), sent);
    const std::string answer = "{ \"created\": 1,\"data\" :[]}";
    scene.transport.lastCall()->answer(200, answer);
    QCOMPARE(exchange.body, answer);
    QCOMPARE(QByteArray::fromStdString(scene.record().operation), operation);
    QCOMPARE(std::string(exchange.head->headers.value("x-bifrost-request-type")), operation.toStdString());
}

void ForwardedRequestsTest::editsOnlyTheModelOfAForm()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange =
        ask("/v1/audio/transcriptions",
            formWith("openai/whisper-1", formField("provider", "openai") + formField("language", "de")),
            {{"Content-Type", formType}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(*scene.sent().body, formWith("whisper-1", formField("language", "de")));
    QCOMPARE(std::string(scene.sent().headers.value("content-type")), formType);
    scene.transport.lastCall()->answer(200, "{\"text\":\"a\"}");
    QCOMPARE(scene.record().model, std::string("whisper-1"));
    QCOMPARE(scene.record().operation, std::string("transcription"));
}

void ForwardedRequestsTest::readsTheModelOfAFormOnTheDisk()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange = ask("/v1/audio/transcriptions", {}, {{"Content-Type", formType}});
    const std::string form = formWith("openai/whisper-1", formField("stream", "true"));
    tests::spool(exchange, form);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QVERIFY(scene.sent().body.upload() != nullptr);
    const std::string expected = formWith("whisper-1", formField("stream", "true"));
    QCOMPARE(scene.sent().body.size(), expected.size());
    QCOMPARE(*scene.sent().body, expected);
    scene.transport.lastCall()->answer(200, "{\"text\":\"a\"}");
    QCOMPARE(scene.record().requestBytes, std::uint64_t(form.size()));
    QVERIFY(scene.record().isRequestBodyTruncated);
    QVERIFY(scene.hasNote("waited on the disk"));
    QCOMPARE(scene.record().operation, std::string("transcription_stream"));
}

void ForwardedRequestsTest::takesTheProviderFromTheRequest_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("provider");
    const auto row = [](const char *name, const char *method, const char *path, const char *target,
                        const char *provider) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(target) << QByteArray(provider);
    };
    row("query", "GET", "/v1/files?provider=other&limit=2", "/v1/files?limit=2", "other");
    row("other name", "GET", "/v1/files?x-model-provider=other", "/v1/files", "other");
    row("path's own", "GET", "/openai/v1/files/file-1/content", "/v1/files/file-1/content", "openai");
    row("path of Anthropic", "GET", "/anthropic/v1/files/f", "/v1/files/f", "anthropic");
    row("below litellm", "DELETE", "/litellm/v1/messages/batches/b", "/v1/messages/batches/b", "anthropic");
    row("id of a video", "GET", "/v1/videos/video_1:other/content", "/v1/videos/video_1/content", "other");
    row("encoded id", "DELETE", "/v1/videos/video_1%3Aother", "/v1/videos/video_1", "other");
    row("stored response", "GET", "/openai/v1/responses/resp_1?stream=true", "/v1/responses/resp_1?stream=true",
        "openai");
    row("container's file", "GET", "/v1/containers/c/files/f/content?provider=openai",
        "/v1/containers/c/files/f/content", "openai");
}

void ForwardedRequestsTest::takesTheProviderFromTheRequest()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, provider);
    PipelineScene scene(
        {makeProvider("anthropic", DialectFamily::Anthropic), makeProvider("openai"), makeProvider("other")});
    FakeExchange exchange(method.toStdString(), path.toStdString());
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(QByteArray::fromStdString(scene.sent().target), target);
    QCOMPARE(QByteArray::fromStdString(scene.sent().method), method);
    scene.transport.lastCall()->answer(200, "{}");
    QCOMPARE(QByteArray::fromStdString(scene.record().provider), provider);
}

void ForwardedRequestsTest::asksForTheProviderWhereSeveralHaveIt()
{
    PipelineScene scene({makeProvider("one"), makeProvider("two")});
    FakeExchange exchange("GET", "/v1/files");
    scene.send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("provider is required") != std::string::npos);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
}

void ForwardedRequestsTest::refusesWhatAProviderDoesNotOffer_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("Bifrost's shape") << QByteArray("/v1/images/generations")
                                     << QByteArray("{\"model\":\"groq/m\",\"prompt\":\"a\"}")
                                     << QByteArray("The provider \\\"groq\\\" does not offer image generation.");
    QTest::newRow("another family") << QByteArray("/v1/audio/speech")
                                    << QByteArray("{\"model\":\"anthropic/claude\",\"input\":\"a\"}")
                                    << QByteArray("does not offer speech");
    QTest::newRow("Cohere's shape") << QByteArray("/cohere/v2/rerank")
                                    << QByteArray("{\"model\":\"groq/m\",\"query\":\"q\",\"documents\":[\"a\"]}")
                                    << QByteArray("does not offer reranking");
    QTest::newRow("completions without leave")
        << QByteArray("/v1/completions") << QByteArray("{\"model\":\"groq/m\",\"prompt\":\"a\"}")
        << QByteArray("convert_text_to_chat");
}

void ForwardedRequestsTest::refusesWhatAProviderDoesNotOffer()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    PipelineScene scene({atItsAddress("anthropic", DialectFamily::Anthropic, "https://api.anthropic.com"),
                         atItsAddress("groq", DialectFamily::OpenAi, "https://api.groq.com/openai")});
    FakeExchange exchange = ask(path.toStdString(), body.toStdString());
    scene.send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
    QCOMPARE(scene.record().errorCode, std::string("unsupported_operation"));
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
}

void ForwardedRequestsTest::takesTheKeyThatIsMeantForBatches()
{
    config::ProviderDefinition provider = makeProvider("openai");
    provider.keys.push_back(provider.keys.front());
    provider.keys.back().id = {"second"};
    provider.keys.back().name = "second";
    provider.keys.back().value = SecretString("sk-second");
    provider.keys.back().useForBatchApi = true;
    PipelineScene scene({provider});
    for (int count = 0; count < 8; ++count) {
        FakeExchange exchange("GET", "/v1/batches");
        scene.send(exchange);
        QCOMPARE(std::string(scene.sent().headers.value("authorization")), std::string("Bearer sk-second"));
        scene.transport.lastCall()->answer(200, "{}");
    }
}

void ForwardedRequestsTest::passesSoundsOnAsTheyArrive()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange = ask("/v1/audio/speech", "{\"model\":\"openai/tts-1\",\"input\":\"a\",\"voice\":\"alloy\"}");
    scene.send(exchange);
    const auto call = scene.transport.lastCall();
    call->head(200, {{"Content-Type", "audio/mpeg"}});
    call->bytes(std::string_view("ID3\0", 4));
    QCOMPARE(exchange.body, std::string("ID3\0", 4)); // before the rest is there
    call->bytes("more");
    call->finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.body, std::string("ID3\0more", 8));
    QCOMPARE(std::string(exchange.head->headers.value("content-type")), std::string("audio/mpeg"));
    QCOMPARE(scene.record().state, RequestState::Succeeded);
}

void ForwardedRequestsTest::metersWhatAnswersTell_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("input");
    QTest::addColumn<int>("output");
    QTest::newRow("image") << QByteArray("{\"data\":[],\"usage\":{\"input_tokens\":9,\"output_tokens\":272,"
                                         "\"input_tokens_details\":{\"text_tokens\":9,\"image_tokens\":0}}}")
                           << QByteArray("application/json") << 9 << 272;
    QTest::newRow("streamed image") << QByteArray(
        "event: image_generation.partial_image\ndata: {\"type\":\"image_generation.partial_image\"}\n\n"
        "event: image_generation.completed\ndata: {\"type\":\"image_generation.completed\","
        "\"usage\":{\"input_tokens\":7,\"output_tokens\":100}}\n\n")
                                    << QByteArray("text/event-stream") << 7 << 100;
    QTest::newRow("total only") << QByteArray("{\"results\":[],\"usage\":{\"total_tokens\":5}}")
                                << QByteArray("application/json") << 5 << -1;
}

void ForwardedRequestsTest::metersWhatAnswersTell()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, type);
    QFETCH(int, input);
    QFETCH(int, output);
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange = ask("/v1/images/generations", "{\"model\":\"openai/g\",\"prompt\":\"a\"}");
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, answer.toStdString(), type.toStdString());
    QVERIFY(exchange.isComplete());
    QCOMPARE(QByteArray::fromStdString(exchange.body), answer);
    QCOMPARE(scene.record().usage.uncachedInput, std::optional<std::int64_t>(input));
    QCOMPARE(scene.record().usage.output, output < 0 ? std::nullopt : std::optional<std::int64_t>(output));
}

void ForwardedRequestsTest::chargesNothingForWhatIsKept()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange("GET", "/v1/responses/resp_1");
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, "{\"id\":\"resp_1\",\"usage\":{\"input_tokens\":9,\"output_tokens\":9}}");
    QVERIFY(scene.record().usage.isEmpty());
    QCOMPARE(scene.record().cost, std::optional<Money>(Money{}));
    QCOMPARE(scene.record().operation, std::string("responses_retrieve"));
}

void ForwardedRequestsTest::endsAStreamWithAnErrorAsBroken()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange = ask("/v1/images/generations", "{\"model\":\"openai/g\",\"prompt\":\"a\",\"stream\":true}");
    scene.send(exchange);
    const std::string stream =
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"refused by a filter\"}}\n\n";
    scene.transport.lastCall()->answer(200, stream, "text/event-stream");
    QCOMPARE(exchange.body, stream);
    QVERIFY(scene.record().state != RequestState::Succeeded);
    QVERIFY(scene.record().errorText.find("refused by a filter") != std::string::npos);
}

void ForwardedRequestsTest::triesAgainBeforeTheFirstByte()
{
    config::ProviderDefinition provider = makeProvider("openai");
    provider.network.maxRetries = 1;
    provider.network.firstBackoff = provider.network.longestBackoff = std::chrono::milliseconds(0);
    PipelineScene scene({provider});
    const std::string form = formWith("whisper-1");
    FakeExchange exchange = ask("/openai/v1/audio/transcriptions", form, {{"Content-Type", formType}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(503, "{\"error\":{\"message\":\"busy\"}}");
    QTRY_COMPARE(scene.transport.callCount(), std::size_t(2));
    QCOMPARE(*scene.sent().body, form);
    scene.transport.lastCall()->answer(200, "text", "text/plain");
    QCOMPARE(exchange.body, std::string("text"));
    QCOMPARE(scene.record().attempts.size(), std::size_t(2));
}

void ForwardedRequestsTest::putsTheProviderIntoIdsOfVideos()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange created = ask("/v1/videos", "{\"model\":\"openai/sora-2\",\"prompt\":\"a\"}");
    scene.send(created);
    scene.transport.lastCall()->answer(200, "{\"id\":\"video_1\",\"object\":\"video\",\"status\":\"queued\"}");
    QCOMPARE(json::parse(created.body).at("id").get<std::string>(), std::string("video_1:openai"));
    QCOMPARE(json::parse(created.body).at("extra_fields").at("request_type").get<std::string>(),
             std::string("video_generation"));
    FakeExchange plain = ask("/openai/v1/videos", "{\"model\":\"sora-2\",\"prompt\":\"a\"}");
    scene.send(plain);
    scene.transport.lastCall()->answer(200, "{\"id\":\"video_1\",\"object\":\"video\"}");
    QCOMPARE(plain.body, std::string("{\"id\":\"video_1\",\"object\":\"video\"}"));
}

// Anthropic's libraries ask for the results at the address that the batch names.
void ForwardedRequestsTest::leadsResultsOfBatchesBackHere()
{
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange("GET", "/anthropic/v1/messages/batches/b", {}, {{"Host", "127.0.0.1:8080"}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(
        200, "{\"id\":\"b\", \"results_url\": \"https://api.anthropic.com/v1/messages/batches/b/results\"}");
    QCOMPARE(exchange.body, std::string("{\"id\":\"b\", \"results_url\": "
                                        "\"http://127.0.0.1:8080/anthropic/v1/messages/batches/b/results\"}"));
    FakeExchange running("GET", "/anthropic/v1/messages/batches/b", {}, {{"Host", "127.0.0.1:8080"}});
    scene.send(running);
    scene.transport.lastCall()->answer(200, "{\"id\":\"b\", \"results_url\": null}");
    QCOMPARE(running.body, std::string("{\"id\":\"b\", \"results_url\": null}"));
}

void ForwardedRequestsTest::passesErrorsInTheProvidersWords()
{
    PipelineScene scene({makeProvider("openai")});
    FakeExchange exchange = ask("/openai/v1/images/generations", "{\"model\":\"g\",\"prompt\":\"a\"}");
    scene.send(exchange);
    const std::string refusal =
        "{\"error\":{\"message\":\"Your request was rejected\",\"type\":\"image_generation_user_error\","
        "\"param\":null,\"code\":\"moderation_blocked\"}}";
    scene.transport.lastCall()->answer(400, refusal);
    QCOMPARE(exchange.head->status, 400);
    QCOMPARE(exchange.body, refusal);
}

QTEST_GUILESS_MAIN(ForwardedRequestsTest)
#include "tst_forwarded_requests.moc"
