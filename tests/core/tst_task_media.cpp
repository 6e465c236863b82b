// Sounds of Sarvam and Hugging Face, films of Runware, edits of Hugging Face and pictures as events, for clients of
// OpenAI's, through the whole pipeline.
#include "tests/core/media_rules.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;

namespace {

const HeaderList jsonType{{"Content-Type", "application/json"}};
const HeaderList formType{{"Content-Type", "multipart/form-data; boundary=X"}};
const std::string taskId = "24cd5dff-cb81-4db5-8506-b72a9425f9d1";
const std::string png("\x89PNG\r\n\x1a\n", 8);

std::string field(const std::string &name, const std::string &value)
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file(const std::string &name, const std::string &bytes)
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a\"\r\n\r\n" + bytes + "\r\n";
}

config::ProviderDefinition preset(const std::string &name)
{
    auto provider = tests::makeProvider(name);
    provider.preset = name;
    return provider;
}

FakeExchange speak(json more)
{
    json body{{"model", "sarvam/bulbul:v3"}, {"input", "Hello"}, {"voice", "shubh"}};
    body.update(more);
    return FakeExchange("POST", "/v1/audio/speech", body.dump(), jsonType);
}

FakeExchange hear(const std::string &model, const std::string &fields, const char *path = "/v1/audio/transcriptions")
{
    return FakeExchange("POST", path, field("model", model) + fields + file("file", "ID3") + "--X--\r\n", formType);
}

FakeExchange draw(const char *model, json more = json::object())
{
    json body{{"model", model}, {"prompt", "a cat"}};
    body.update(more);
    return FakeExchange("POST", "/v1/images/generations", body.dump(), jsonType);
}

// The data of each event of the name; all events of the stream have it.
std::vector<json> eventsOf(const std::string &body, const std::string &name)
{
    std::vector<json> events;
    const std::string head = "event: " + name + "\ndata: ";
    std::string_view rest = body;
    while (rest.starts_with(head)) {
        const auto end = rest.find("\n\n");
        events.push_back(json::parse(rest.substr(head.size(), end - head.size())));
        rest.remove_prefix(end + 2);
    }
    return rest.empty() ? events : std::vector<json>();
}

} // namespace

class TaskMediaTest : public QObject {
    Q_OBJECT

private slots:
    void speaksWithSarvam();
    void saysInWhichLanguage_data();
    void saysInWhichLanguage();
    void speaksInTheFormThatIsAsked_data();
    void speaksInTheFormThatIsAsked();
    void speaksAsEvents();
    void writesDownWithSarvam();
    void translatesWithSarvam_data();
    void translatesWithSarvam();
    void talksToSarvamWithTheUsualHeader();
    void refusesSoundThatCannotBeMeant_data();
    void refusesSoundThatCannotBeMeant();
    void filmsWithRunware();
    void filmsFromAPictureWithRunware();
    void tellsHowAFilmOfRunwareIs_data();
    void tellsHowAFilmOfRunwareIs();
    void refusesFilmsThatCannotBe();
    void editsWithHuggingFace();
    void speaksWithHuggingFace();
    void streamsPicturesOfReplicate();
    void streamsPicturesOfHuggingFace();
    void streamsAnEditWithItsUsage();
    void refusesAsAnObjectWhatWasToBeAStream();

private:
    static void verifyRequest(PipelineScene &scene, FakeExchange &exchange)
    {
        QVERIFY2(scene.transport.callCount() > 0, exchange.body.c_str());
        const auto problem = tests::problemOfMedia(scene.sent());
        QVERIFY2(!problem, problem ? problem->c_str() : "");
    }
};

void TaskMediaTest::speaksWithSarvam()
{
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange =
        speak({{"speed", 1.5}, {"target_language_code", "ta-IN"}, {"loudness", 1.2}, {"instructions", "Softly"}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/text-to-speech"));
    QCOMPARE(scene.sent().headers.value("api-subscription-key"), std::string_view("value"));
    QCOMPARE(scene.sentBody(), json({{"text", "Hello"},
                                     {"model", "bulbul:v3"},
                                     {"speaker", "shubh"},
                                     {"pace", 1.5},
                                     {"loudness", 1.2},
                                     {"output_audio_codec", "mp3"},
                                     {"target_language_code", "ta-IN"}}));
    scene.transport.lastCall()->answer(200, R"({"request_id":"r","audios":["SUQz"]})");
    QCOMPARE(exchange.body, std::string("ID3"));
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("audio/mpeg"));
    QVERIFY(scene.hasNote("dropped /instructions"));
    QCOMPARE(scene.record().operation, std::string("speech"));
}

void TaskMediaTest::saysInWhichLanguage_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("there");
    QTest::newRow("English") << QByteArray("Hello") << QByteArray() << QByteArray("en-IN");
    QTest::newRow("Devanagari") << QByteArray("नमस्ते") << QByteArray() << QByteArray("hi-IN");
    QTest::newRow("Gurmukhi") << QByteArray("ਸਤ ਸ੍ਰੀ ਅਕਾਲ") << QByteArray() << QByteArray("pa-IN");
    QTest::newRow("Tamil behind a name") << QByteArray("Bilrost: வணக்கம்") << QByteArray() << QByteArray("ta-IN");
    QTest::newRow("Malayalam") << QByteArray("നമസ്കാരം") << QByteArray() << QByteArray("ml-IN");
    QTest::newRow("said shortly") << QByteArray("नमस्कार") << QByteArray("mr") << QByteArray("mr-IN");
    QTest::newRow("Odia's other code") << QByteArray("Hello") << QByteArray("or") << QByteArray("od-IN");
}

void TaskMediaTest::saysInWhichLanguage()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, there);
    PipelineScene scene({preset("sarvam")});
    json more{{"input", input.toStdString()}};
    if (!said.isEmpty())
        more["language"] = said.toStdString();
    FakeExchange exchange = speak(more);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sentBody().at("target_language_code").get<std::string>(), there.toStdString());
    scene.transport.lastCall()->answer(200, R"({"audios":["SUQz"]})");
    QCOMPARE(scene.hasNote("approximated /target_language_code"), said.isEmpty());
}

void TaskMediaTest::speaksInTheFormThatIsAsked_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("codec");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("wav") << QByteArray("wav") << QByteArray("wav") << QByteArray("audio/wav");
    QTest::newRow("pcm") << QByteArray("pcm") << QByteArray("linear16") << QByteArray("audio/pcm");
    QTest::newRow("none of its own") << QByteArray("midi") << QByteArray("mp3") << QByteArray("audio/mpeg");
}

void TaskMediaTest::speaksInTheFormThatIsAsked()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, codec);
    QFETCH(QByteArray, type);
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange = speak({{"response_format", asked.toStdString()}, {"voice", "alloy"}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sentBody().at("output_audio_codec").get<std::string>(), codec.toStdString());
    QCOMPARE(scene.sentBody().value("speech_sample_rate", 0), asked == "pcm" ? 24'000 : 0);
    QVERIFY(!scene.sentBody().contains("speaker"));
    scene.transport.lastCall()->answer(200, R"({"audios":["AAAA"]})");
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view(type.constData()));
    QVERIFY(scene.hasNote("approximated /voice"));
    QCOMPARE(scene.hasNote("dropped /response_format"), asked == "midi");
}

void TaskMediaTest::speaksAsEvents()
{
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange = speak({{"stream_format", "sse"}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    scene.transport.lastCall()->answer(200, R"({"audios":["SUQz"]})");
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("text/event-stream"));
    QCOMPARE(exchange.body, std::string("data: {\"type\":\"speech.audio.delta\",\"audio\":\"SUQz\"}\n\n"
                                        "data: {\"type\":\"speech.audio.done\"}\n\ndata: [DONE]\n\n"));
}

void TaskMediaTest::writesDownWithSarvam()
{
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange =
        hear("sarvam/saaras:v3", field("language", "hi") + field("prompt", "Bilrost")
                                     + field("input_audio_codec", "mp3") + field("response_format", "verbose_json"));
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/speech-to-text"));
    QCOMPARE(*scene.sent().body, field("model", "saaras:v3") + field("language_code", "hi-IN")
                                     + field("input_audio_codec", "mp3") + file("file", "ID3") + "--X--\r\n");
    scene.transport.lastCall()->answer(200, R"({"request_id":"r","transcript":"Namaste","language_code":"hi-IN"})");
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("text").get<std::string>(), std::string("Namaste"));
    QCOMPARE(answer.at("language").get<std::string>(), std::string("hi-IN"));
    QVERIFY(scene.hasNote("dropped /prompt"));
    QVERIFY(!scene.hasNote("input_audio_codec"));
}

void TaskMediaTest::translatesWithSarvam_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("hasMode");
    QTest::newRow("by its mode") << QByteArray("saaras:v3") << QByteArray("/speech-to-text") << true;
    QTest::newRow("elsewhere") << QByteArray("saaras:v2.5") << QByteArray("/speech-to-text-translate") << false;
}

void TaskMediaTest::translatesWithSarvam()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, target);
    QFETCH(bool, hasMode);
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange =
        hear("sarvam/" + model.toStdString(), field("response_format", "text"), "/v1/audio/translations");
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, target.toStdString());
    QCOMPARE(*scene.sent().body, field("model", model.toStdString())
                                     + (hasMode ? field("mode", "translate") : std::string()) + file("file", "ID3")
                                     + "--X--\r\n");
    scene.transport.lastCall()->answer(200, R"({"transcript":"Hello"})");
    QCOMPARE(exchange.body, std::string("Hello\n"));
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("text/plain; charset=utf-8"));
}

void TaskMediaTest::talksToSarvamWithTheUsualHeader()
{
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange("POST", "/v1/chat/completions",
                          R"({"model":"sarvam/sarvam-m","messages":[{"role":"user","content":"Hi"}]})", jsonType);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().headers.value("authorization"), std::string_view("Bearer value"));
    QVERIFY(!scene.sent().headers.contains("api-subscription-key"));
}

void TaskMediaTest::refusesSoundThatCannotBeMeant_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    const QByteArray speech = "/v1/audio/speech";
    const QByteArray hearing = "/v1/audio/transcriptions";
    const auto form = [](const std::string &fields) {
        return QByteArray::fromStdString(field("model", "sarvam/m") + fields + "--X--\r\n");
    };
    QTest::newRow("no text") << speech << QByteArray(R"({"model":"sarvam/m","voice":"a"})") << QByteArray("input");
    QTest::newRow("no voice") << speech << QByteArray(R"({"model":"sarvam/m","input":"a"})") << QByteArray("voice");
    QTest::newRow("no recording") << hearing << form("") << QByteArray("file is required");
    QTest::newRow("a text") << hearing << form(file("file", "hello")) << QByteArray("recording");
    QTest::newRow("subtitles") << hearing << form(file("file", "ID3") + field("response_format", "srt"))
                               << QByteArray("response_format");
}

void TaskMediaTest::refusesSoundThatCannotBeMeant()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    PipelineScene scene({preset("sarvam")});
    FakeExchange exchange("POST", path.toStdString(), body.toStdString(),
                          path.endsWith("speech") ? jsonType : formType);
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
}

void TaskMediaTest::filmsWithRunware()
{
    PipelineScene scene({preset("runware")});
    FakeExchange exchange("POST", "/v1/videos",
                          json{{"model", "runware/klingai:5@3"},
                               {"prompt", "a cat"},
                               {"seconds", "10"},
                               {"size", "1280x720"},
                               {"negative_prompt", "dogs"},
                               {"seed", 7},
                               {"audio", true}}
                              .dump(),
                          jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(QByteArray::fromStdString(scene.sent().target), QByteArray("/v1"));
    json task = scene.sentBody().at(0);
    const std::string id = task.at("taskUUID");
    task.erase("taskUUID");
    QCOMPARE(task, json({{"taskType", "videoInference"},
                         {"deliveryMethod", "async"},
                         {"model", "klingai:5@3"},
                         {"positivePrompt", "a cat"},
                         {"numberResults", 1},
                         {"outputType", "URL"},
                         {"outputFormat", "MP4"},
                         {"width", 1280},
                         {"height", 720},
                         {"duration", 10},
                         {"negativePrompt", "dogs"},
                         {"seed", 7}}));
    scene.transport.lastCall()->answer(
        200, json{{"data", json::array({{{"taskType", "videoInference"}, {"taskUUID", id}}})}}.dump());
    QVERIFY(scene.hasNote("dropped /audio"));
    const json made = json::parse(exchange.body);
    QCOMPARE(made.at("id").get<std::string>(), id + ":runware");
    QCOMPARE(made.at("status").get<std::string>(), std::string("queued"));
    QCOMPARE(made.at("model").get<std::string>(), std::string("klingai:5@3"));
}

void TaskMediaTest::filmsFromAPictureWithRunware()
{
    PipelineScene scene({preset("runware")});
    FakeExchange exchange("POST", "/v1/videos",
                          field("model", "runware/klingai:5@3") + field("prompt", "a cat")
                              + file("input_reference", png) + "--X--\r\n",
                          formType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    const json task = scene.sentBody().at(0);
    QCOMPARE(
        task.at("inputs"),
        json({{"frameImages", json::array({{{"image", "data:image/png;base64,iVBORw0KGgo="}, {"frame", "first"}}})}}));
    QVERIFY(!task.contains("width"));
    scene.transport.lastCall()->answer(
        200, R"({"errors":[{"code":"invalidModel","message":"Not this one.","taskUUID":")" + taskId + "\"}]}");
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find("Not this one.") != std::string::npos, exchange.body.c_str());
}

void TaskMediaTest::tellsHowAFilmOfRunwareIs_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const std::string &member, const std::string &more, const char *status) {
        QTest::newRow(name) << QByteArray::fromStdString("{\"" + member + "\":[{\"taskUUID\":\"" + taskId + "\"," + more
                                                         + "}]}")
                            << QByteArray(status);
    };
    row("running", "data", R"("status":"processing")", "in_progress");
    row("done", "data", R"("status":"success","videoURL":"https://vm.runware.example/a.mp4")", "completed");
    row("failed", "errors", R"("code":"timeoutProvider","message":"too slow")", "failed");
}

void TaskMediaTest::tellsHowAFilmOfRunwareIs()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, status);
    PipelineScene scene({preset("runware")});
    FakeExchange exchange("GET", "/v1/videos/" + taskId + ":runware");
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().method, std::string("POST"));
    QCOMPARE(scene.sent().target, std::string("/v1"));
    QCOMPARE(scene.sentBody(), json::array({{{"taskType", "getResponse"}, {"taskUUID", taskId}}}));
    scene.transport.lastCall()->answer(200, answer.toStdString());
    const json told = json::parse(exchange.body);
    QCOMPARE(told.at("status").get<std::string>(), status.toStdString());
    QCOMPARE(told.contains("error"), status == "failed");

    FakeExchange content("GET", "/v1/videos/" + taskId + ":runware/content");
    scene.send(content);
    scene.transport.lastCall()->answer(200, answer.toStdString());
    QCOMPARE(content.head->status, status == "completed" ? 302 : 400);
    QCOMPARE(content.head->headers.value("location"),
             std::string_view(status == "completed" ? "https://vm.runware.example/a.mp4" : ""));
}

void TaskMediaTest::refusesFilmsThatCannotBe()
{
    PipelineScene scene({preset("runware")});
    FakeExchange another("GET", "/v1/videos/video_1:runware");
    scene.send(another);
    QCOMPARE(another.head->status, 400);
    FakeExchange odd("POST", "/v1/videos", R"({"model":"runware/a","prompt":"a","size":"large"})", jsonType);
    scene.send(odd);
    QCOMPARE(odd.head->status, 400);
    QVERIFY2(odd.body.find("/size") != std::string::npos, odd.body.c_str());
    FakeExchange gone("DELETE", "/v1/videos/" + taskId + ":runware");
    scene.send(gone);
    QCOMPARE(gone.head->status, 400);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
}

void TaskMediaTest::editsWithHuggingFace()
{
    PipelineScene scene({preset("huggingface")});
    FakeExchange exchange("POST", "/v1/images/edits",
                          field("model", "huggingface/timbrooks/instruct-pix2pix") + field("prompt", "blue")
                              + field("size", "512x768") + file("image[]", png) + file("image[]", png) + "--X--\r\n",
                          formType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/hf-inference/models/timbrooks/instruct-pix2pix"));
    QCOMPARE(scene.sentBody(),
             json({{"inputs", "iVBORw0KGgo="},
                   {"parameters", {{"prompt", "blue"}, {"target_size", {{"width", 512}, {"height", 768}}}}}}));
    scene.transport.lastCall()->answer(200, png, "image/png");
    QCOMPARE(json::parse(exchange.body).at("data").at(0).at("b64_json").get<std::string>(),
             std::string("iVBORw0KGgo="));
    QVERIFY(scene.hasNote("dropped /image"));
}

void TaskMediaTest::speaksWithHuggingFace()
{
    PipelineScene scene({preset("huggingface")});
    FakeExchange exchange("POST", "/v1/audio/speech",
                          R"({"model":"huggingface/facebook/mms-tts-eng","input":"Hi","voice":"alloy"})", jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/hf-inference/models/facebook/mms-tts-eng"));
    QCOMPARE(scene.sentBody(), json({{"inputs", "Hi"}}));
    scene.transport.lastCall()->answer(200, "fLaC", "audio/flac");
    QCOMPARE(exchange.body, std::string("fLaC"));
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("audio/flac"));
    QVERIFY(scene.hasNote("dropped /voice"));
    FakeExchange elsewhere("POST", "/v1/audio/speech",
                           R"({"model":"huggingface/fal-ai/hexgrad/Kokoro","input":"Hi","voice":"a"})", jsonType);
    scene.send(elsewhere);
    QCOMPARE(elsewhere.head->status, 400);
    QVERIFY2(elsewhere.body.find("hf-inference") != std::string::npos, elsewhere.body.c_str());
}

void TaskMediaTest::streamsPicturesOfReplicate()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange = draw("replicate/black-forest-labs/flux",
                                 {{"stream", true}, {"n", 2}, {"quality", "high"}, {"size", "1024x1024"}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QVERIFY(!scene.sentBody().contains("stream"));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"processing"})");
    QVERIFY(!exchange.isComplete());
    QTRY_COMPARE(scene.transport.callCount(), std::size_t(2));
    scene.transport.lastCall()->answer(
        200,
        R"({"id":"p1","status":"succeeded","output":["https://replicate.delivery/1.webp","data:image/png;base64,QQ=="]})");
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("text/event-stream"));
    const auto events = eventsOf(exchange.body, "image_generation.completed");
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[0].at("type").get<std::string>(), std::string("image_generation.completed"));
    QCOMPARE(events[0].at("url").get<std::string>(), std::string("https://replicate.delivery/1.webp"));
    QCOMPARE(events[1].at("b64_json").get<std::string>(), std::string("QQ=="));
    QCOMPARE(events[1].at("output_format").get<std::string>(), std::string("png"));
    QCOMPARE(events[1].at("size").get<std::string>(), std::string("1024x1024"));
    QCOMPARE(events[1].at("quality").get<std::string>(), std::string("high"));
    QVERIFY(events[1].at("created_at").is_number_integer());
    QVERIFY(!events[1].contains("usage"));
    QCOMPARE(scene.record().operation, std::string("image_generation_stream"));
    QCOMPARE(scene.record().state, RequestState::Succeeded);
}

void TaskMediaTest::streamsPicturesOfHuggingFace()
{
    PipelineScene scene({preset("huggingface")});
    FakeExchange exchange = draw("huggingface/a/b", {{"stream", true}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    scene.transport.lastCall()->answer(200, png, "image/png");
    const auto events = eventsOf(exchange.body, "image_generation.completed");
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0].at("b64_json").get<std::string>(), std::string("iVBORw0KGgo="));
    QCOMPARE(events[0].at("size").get<std::string>(), std::string("auto"));
}

void TaskMediaTest::streamsAnEditWithItsUsage()
{
    auto provider = tests::makeProvider("gemini", translation::DialectFamily::Gemini);
    PipelineScene scene({provider});
    FakeExchange exchange("POST", "/v1/images/edits",
                          field("model", "gemini/gemini-3-image") + field("prompt", "blue") + field("stream", "true")
                              + file("image", png) + "--X--\r\n",
                          formType);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QVERIFY2(scene.sent().target.ends_with(":generateContent"), scene.sent().target.c_str());
    scene.transport.lastCall()->answer(
        200, R"({"candidates":[{"finishReason":"STOP","content":{"parts":[{"inlineData":{"mimeType":"image/png",)"
             R"("data":"iVBORw0KGgo="}}]}}],"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":1290}})");
    const auto events = eventsOf(exchange.body, "image_edit.completed");
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0].at("usage").at("output_tokens").get<int>(), 1290);
    QCOMPARE(scene.record().usage.output, std::optional<std::int64_t>(1290));
}

void TaskMediaTest::refusesAsAnObjectWhatWasToBeAStream()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange = draw("replicate/a/b", {{"stream", true}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"failed","error":"NSFW content detected"})");
    QCOMPARE(exchange.head->status, 400);
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("application/json"));
    QVERIFY2(exchange.body.find("NSFW content detected") != std::string::npos, exchange.body.c_str());
}

QTEST_GUILESS_MAIN(TaskMediaTest)
#include "tst_task_media.moc"
