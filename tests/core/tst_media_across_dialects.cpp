// Sounds, films and pictures that clients of OpenAI's ask of Gemini, Vertex, Runway, Replicate and Hugging Face, through
// the whole pipeline.
#include "gateway/base/base64.h"
#include "tests/core/media_rules.h"
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

const HeaderList jsonType{{"Content-Type", "application/json"}};
const HeaderList formType{{"Content-Type", "multipart/form-data; boundary=X"}};
const std::string samples("\x01\x00\x02\x00", 4);

std::string field(const std::string &name, const std::string &value)
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file(const std::string &name, const std::string &bytes)
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a\"\r\n\r\n" + bytes + "\r\n";
}

config::ProviderDefinition preset(const std::string &name, DialectFamily family = DialectFamily::OpenAi)
{
    auto provider = makeProvider(name, family);
    provider.preset = name;
    if (name != "runway")
        return provider;
    auto offer = std::make_shared<config::ProviderOffer>();
    offer->requests = {"video"};
    offer->headers.add("X-Runway-Version", "2024-11-06");
    provider.offer = offer;
    return provider;
}

config::ProviderDefinition gemini()
{
    auto provider = makeProvider("gemini", DialectFamily::Gemini);
    provider.credentialScheme = config::CredentialScheme::XGoogApiKey;
    return provider;
}

config::ProviderDefinition vertex()
{
    auto provider = makeProvider("vertex", DialectFamily::Gemini);
    provider.credentialScheme = config::CredentialScheme::GoogleCloud;
    provider.keys[0].placeInForce.project = "p";
    provider.keys[0].region = "us-central1";
    return provider;
}

FakeExchange speak(const json &more)
{
    json body{{"model", "gemini/tts"}, {"input", "Hi"}, {"voice", "Kore"}};
    body.update(more);
    return FakeExchange("POST", "/v1/audio/speech", body.dump(), jsonType);
}

FakeExchange hear(const std::string &fields, const char *path = "/v1/audio/transcriptions")
{
    return FakeExchange("POST", path, fields + "--X--\r\n", formType);
}

FakeExchange film(const json &body)
{
    return FakeExchange("POST", "/v1/videos", body.dump(), jsonType);
}

std::string spokenAnswer()
{
    return json{{"candidates", json::array({{{"content",
                                              {{"parts", json::array({{{"inlineData",
                                                                        {{"mimeType", "audio/L16;codec=pcm;rate=24000"},
                                                                         {"data", encodeBase64(samples)}}}}})}}}}})},
                {"usageMetadata", {{"promptTokenCount", 8}, {"candidatesTokenCount", 48}, {"totalTokenCount", 56}}},
                {"modelVersion", "tts-1"}}
        .dump();
}

constexpr const char *heardAnswer =
    R"({"candidates":[{"content":{"parts":[{"text":"Thinking","thought":true},{"text":"Hello there\n"}]}}],)"
    R"("usageMetadata":{"promptTokenCount":70,"candidatesTokenCount":3,"promptTokensDetails":)"
    R"([{"modality":"TEXT","tokenCount":5},{"modality":"AUDIO","tokenCount":65}]}})";

} // namespace

class MediaAcrossDialectsTest : public QObject {
    Q_OBJECT

private slots:
    void speaksWithGemini();
    void speaksInTheFormThatIsAsked_data();
    void speaksInTheFormThatIsAsked();
    void speaksAsEvents();
    void speaksADialogue();
    void refusesSoundThatCannotBeMeant_data();
    void refusesSoundThatCannotBeMeant();
    void writesDownWithGemini();
    void answersTranscriptsInTheFormThatIsAsked_data();
    void answersTranscriptsInTheFormThatIsAsked();
    void translatesIntoEnglishWithVertex();
    void filmsWithGemini();
    void fetchesAFilmOfGemini();
    void handsOutAFilmOfVertex();
    void filmsWithRunway();
    void sendsTheClientWhereAFilmIs();
    void givesUpAFilm();
    void refusesWhatNoFilmIs_data();
    void refusesWhatNoFilmIs();
    void waitsForPicturesOfReplicate();
    void chatsWithReplicate_data();
    void chatsWithReplicate();
    void completesTextsWithReplicate();
    void makesPicturesOfRunware();
    void showsReplicatePictures_data();
    void showsReplicatePictures();
    void tellsWhyReplicateMadeNoPicture();
    void stopsWaitingWhenTimeIsUp();
    void leavesAWaitingTaskWithItsClient();
    void asksHuggingFace_data();
    void asksHuggingFace();

private:
    static void verifyRequest(PipelineScene &scene, FakeExchange &exchange)
    {
        QVERIFY2(scene.transport.callCount() > 0, exchange.body.c_str());
        const auto problem = tests::problemOfMedia(scene.sent());
        QVERIFY2(!problem, problem ? problem->c_str() : "");
    }
};

void MediaAcrossDialectsTest::speaksWithGemini()
{
    PipelineScene scene({gemini()});
    FakeExchange exchange = speak({{"voice", "alloy"}, {"instructions", "Softly"}, {"speed", 1.1}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1beta/models/tts:generateContent"));
    QCOMPARE(scene.sentBody().at("contents").at(0).at("parts").at(0).at("text").get<std::string>(),
             std::string("Softly:\n\nHi"));
    scene.transport.lastCall()->answer(200, spokenAnswer());
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("audio/wav"));
    QCOMPARE(exchange.body.size(), std::size_t(44 + samples.size()));
    QVERIFY(exchange.body.starts_with(std::string("RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\xC0\x5D\0\0", 28)));
    QVERIFY(exchange.body.ends_with(std::string("data\x04\0\0\0", 8) + samples));
    QVERIFY(scene.hasNote("dropped /speed"));
    QVERIFY(scene.hasNote("approximated /voice"));
    QCOMPARE(scene.record().usage.output, std::optional<std::int64_t>(48));
    QCOMPARE(scene.record().operation, std::string("speech"));
}

void MediaAcrossDialectsTest::speaksInTheFormThatIsAsked_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("unsaid") << QByteArray() << QByteArray("audio/wav") << QByteArray("approximated /response_format");
    QTest::newRow("wav") << QByteArray("wav") << QByteArray("audio/wav") << QByteArray();
    QTest::newRow("pcm") << QByteArray("pcm") << QByteArray("audio/pcm") << QByteArray();
    QTest::newRow("flac") << QByteArray("flac") << QByteArray("audio/wav") << QByteArray("dropped /response_format");
}

void MediaAcrossDialectsTest::speaksInTheFormThatIsAsked()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, note);
    PipelineScene scene({gemini()});
    FakeExchange exchange = speak(asked.isEmpty() ? json::object() : json{{"response_format", asked.toStdString()}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    scene.transport.lastCall()->answer(200, spokenAnswer());
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view(type.constData()));
    QCOMPARE(exchange.body == samples, asked == "pcm");
    QCOMPARE(scene.hasNote("/response_format"), !note.isEmpty());
    QVERIFY(note.isEmpty() || scene.hasNote(note.toStdString()));
}

void MediaAcrossDialectsTest::speaksAsEvents()
{
    PipelineScene scene({gemini()});
    FakeExchange exchange = speak({{"stream_format", "sse"}, {"response_format", "pcm"}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, spokenAnswer());
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("text/event-stream"));
    QCOMPARE(exchange.body,
             "data: {\"type\":\"speech.audio.delta\",\"audio\":\"" + encodeBase64(samples)
                 + "\"}\n\ndata: {\"type\":\"speech.audio.done\",\"usage\":{\"input_tokens\":8,\"output_tokens\":48,"
                   "\"total_tokens\":56}}\n\ndata: [DONE]\n\n");
}

void MediaAcrossDialectsTest::speaksADialogue()
{
    PipelineScene scene({gemini()});
    FakeExchange exchange = speak(
        {{"voice", json::array({{{"speaker", "Ann"}, {"voice", "Puck"}}, {{"speaker", "Bo"}, {"voice", "nova"}}})}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    const json speakers =
        scene.sentBody().at("/generationConfig/speechConfig/multiSpeakerVoiceConfig/speakerVoiceConfigs"_json_pointer);
    QCOMPARE(speakers.size(), std::size_t(2));
    QCOMPARE(speakers.at(1).at("speaker").get<std::string>(), std::string("Bo"));
}

void MediaAcrossDialectsTest::refusesSoundThatCannotBeMeant_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    const QByteArray speech = "/v1/audio/speech";
    const QByteArray hearing = "/v1/audio/transcriptions";
    const auto form = [](const std::string &fields) {
        return QByteArray::fromStdString(field("model", "gemini/m") + fields + "--X--\r\n");
    };
    QTest::newRow("no text") << speech << QByteArray(R"({"model":"gemini/m","voice":"Kore"})") << QByteArray("input");
    QTest::newRow("no voice") << speech << QByteArray(R"({"model":"gemini/m","input":"a"})") << QByteArray("voice");
    QTest::newRow("no speaker") << speech
                                << QByteArray(R"({"model":"gemini/m","input":"a","voice":[{"voice":"Puck"}]})")
                                << QByteArray("speaker");
    QTest::newRow("no recording") << hearing << form("") << QByteArray("file is required");
    QTest::newRow("a text") << hearing << form(file("file", "hello")) << QByteArray("recording");
    QTest::newRow("subtitles") << hearing << form(file("file", "ID3") + field("response_format", "srt"))
                               << QByteArray("response_format");
    QTest::newRow("temperature") << hearing << form(file("file", "ID3") + field("temperature", "hot"))
                                 << QByteArray("temperature");
}

void MediaAcrossDialectsTest::refusesSoundThatCannotBeMeant()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    PipelineScene scene({gemini()});
    FakeExchange exchange("POST", path.toStdString(), body.toStdString(),
                          path.endsWith("speech") ? jsonType : formType);
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
}

void MediaAcrossDialectsTest::writesDownWithGemini()
{
    PipelineScene scene({gemini()});
    FakeExchange exchange = hear(field("model", "gemini/flash") + field("language", "de") + field("prompt", "Bilrost")
                                 + field("temperature", "0.5") + file("file", "RIFFxxxxWAVEfmt ")
                                 + field("timestamp_granularities[]", "word"));
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1beta/models/flash:generateContent"));
    const json parts = scene.sentBody().at("contents").at(0).at("parts");
    const std::string task = parts.at(0).at("text");
    QVERIFY2(task.find("\"de\"") != std::string::npos && task.ends_with("Bilrost"), task.c_str());
    QCOMPARE(parts.at(1).at("inlineData"),
             json({{"mimeType", "audio/wav"}, {"data", encodeBase64("RIFFxxxxWAVEfmt ")}}));
    QCOMPARE(scene.sentBody().at("generationConfig").at("temperature").get<double>(), 0.5);
    scene.transport.lastCall()->answer(200, heardAnswer);
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("text").get<std::string>(), std::string("Hello there"));
    QCOMPARE(answer.at("usage").at("input_token_details").at("audio_tokens").get<int>(), 65);
    QVERIFY(scene.hasNote("dropped /timestamp_granularities[]"));
    QCOMPARE(scene.record().usage.audioInput, std::optional<std::int64_t>(65));
    QCOMPARE(scene.record().operation, std::string("transcription"));
}

void MediaAcrossDialectsTest::answersTranscriptsInTheFormThatIsAsked_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const std::string &more, const char *type, const char *part) {
        QTest::newRow(name) << QByteArray::fromStdString(more) << QByteArray(type) << QByteArray(part);
    };
    row("text", field("response_format", "text"), "text/plain; charset=utf-8", "Hello there\n");
    row("verbose", field("response_format", "verbose_json"), "application/json", R"("duration":3)");
    row("events", field("stream", "true"), "text/event-stream",
        "data: {\"type\":\"transcript.text.delta\",\"delta\":\"Hello there\"}\n\n");
}

void MediaAcrossDialectsTest::answersTranscriptsInTheFormThatIsAsked()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, part);
    PipelineScene scene({gemini()});
    FakeExchange exchange = hear(field("model", "gemini/flash") + file("file", "ID3") + more.toStdString());
    scene.send(exchange);
    verifyRequest(scene, exchange);
    scene.transport.lastCall()->answer(200, heardAnswer);
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view(type.constData()));
    QVERIFY2(exchange.body.find(part.toStdString()) != std::string::npos, exchange.body.c_str());
}

void MediaAcrossDialectsTest::translatesIntoEnglishWithVertex()
{
    PipelineScene scene({vertex()});
    FakeExchange exchange =
        hear(field("model", "vertex/gemini-2.5-flash") + file("file", "fLaC"), "/v1/audio/translations");
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/projects/p/locations/us-central1/publishers/google/models/"
                                              "gemini-2.5-flash:generateContent"));
    const json parts = scene.sentBody().at("contents").at(0).at("parts");
    QVERIFY(parts.at(0).at("text").get<std::string>().starts_with("Translate"));
    QCOMPARE(parts.at(1).at("inlineData").at("mimeType").get<std::string>(), std::string("audio/flac"));
}

void MediaAcrossDialectsTest::filmsWithGemini()
{
    PipelineScene scene({gemini()});
    FakeExchange exchange = film({{"model", "gemini/veo-3"},
                                  {"prompt", "a cat"},
                                  {"seconds", "8"},
                                  {"size", "1280x720"},
                                  {"seed", 7},
                                  {"input_reference", "data:image/png;base64,iVBORw0KGgo="}});
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1beta/models/veo-3:predictLongRunning"));
    QCOMPARE(scene.sentBody().at("parameters"), json({{"aspectRatio", "16:9"}, {"durationSeconds", 8}, {"seed", 7}}));
    scene.transport.lastCall()->answer(200, R"({"name":"models/veo-3/operations/abc"})");
    const json made = json::parse(exchange.body);
    QCOMPARE(made.at("id").get<std::string>(), std::string("veo-3~abc:gemini"));
    QCOMPARE(made.at("status").get<std::string>(), std::string("in_progress"));
    QCOMPARE(made.at("seconds").get<std::string>(), std::string("8"));
    FakeExchange later("GET", "/v1/videos/veo-3~abc:gemini");
    scene.send(later);
    QCOMPARE(scene.sent().target, std::string("/v1beta/models/veo-3/operations/abc"));
    QCOMPARE(scene.sent().method, std::string("GET"));
    scene.transport.lastCall()->answer(
        200, R"({"name":"models/veo-3/operations/abc","done":true,"error":{"code":3,"message":"too wild"}})");
    const json failed = json::parse(later.body);
    QCOMPARE(failed.at("status").get<std::string>(), std::string("failed"));
    QCOMPARE(failed.at("error").at("message").get<std::string>(), std::string("too wild"));
}

void MediaAcrossDialectsTest::fetchesAFilmOfGemini()
{
    PipelineScene scene({gemini()});
    FakeExchange exchange("GET", "/v1/videos/veo-3~abc:gemini/content");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    scene.transport.lastCall()->answer(
        200,
        R"({"name":"models/veo-3/operations/abc","done":true,"response":{"generateVideoResponse":{)"
        R"("generatedSamples":[{"video":{"uri":"https://elsewhere.example/v1beta/files/f1:download?alt=media"}}]}}})");
    QTRY_COMPARE(scene.transport.callCount(), std::size_t(2));
    // The key goes to the provider's host alone, whatever host the answer names.
    QCOMPARE(scene.sent().route->host, scene.transport.call(0)->request.route->host);
    QCOMPARE(scene.sent().target, std::string("/v1beta/files/f1:download?alt=media"));
    QCOMPARE(scene.sent().headers.value("x-goog-api-key"), std::string_view("value"));
    const auto call = scene.transport.lastCall();
    call->head(200, {{"Content-Type", "video/mp4"}}, 4);
    QVERIFY(exchange.head.has_value()); // goes on as it arrives
    call->bytes("film");
    call->finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.body, std::string("film"));
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("video/mp4"));
    QCOMPARE(scene.record().attempts.size(), std::size_t(1));
}

void MediaAcrossDialectsTest::handsOutAFilmOfVertex()
{
    PipelineScene scene({vertex()});
    FakeExchange exchange("GET", "/v1/videos/veo-3~abc:vertex/content");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QVERIFY2(scene.sent().target.ends_with("/models/veo-3:fetchPredictOperation"), scene.sent().target.c_str());
    scene.transport.lastCall()->answer(
        200, R"({"name":"projects/p/locations/l/publishers/google/models/veo-3/operations/abc","done":true,)"
             R"("response":{"videos":[{"bytesBase64Encoded":"ZmlsbQ==","mimeType":"video/mp4"}]}})");
    QCOMPARE(exchange.body, std::string("film"));
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("video/mp4"));
}

void MediaAcrossDialectsTest::filmsWithRunway()
{
    PipelineScene scene({preset("runway")});
    FakeExchange exchange("POST", "/v1/videos",
                          field("model", "runway/gen4_turbo") + field("prompt", "a cat") + field("seconds", "10")
                              + file("input_reference", "\x89PNG\r\n\x1a\n") + "--X--\r\n",
                          formType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/image_to_video"));
    QCOMPARE(scene.sentBody(), json({{"model", "gen4_turbo"},
                                     {"promptText", "a cat"},
                                     {"promptImage", "data:image/png;base64,iVBORw0KGgo="},
                                     {"ratio", "1280:720"},
                                     {"duration", 10}}));
    scene.transport.lastCall()->answer(200, R"({"id":"t-1"})");
    QCOMPARE(json::parse(exchange.body).at("id").get<std::string>(), std::string("t-1:runway"));
    FakeExchange later("GET", "/v1/videos/t-1:runway");
    scene.send(later);
    QCOMPARE(scene.sent().target, std::string("/v1/tasks/t-1"));
    scene.transport.lastCall()->answer(200, R"({"id":"t-1","status":"RUNNING","progress":0.42})");
    QCOMPARE(json::parse(later.body).at("progress").get<int>(), 42);
}

// An address that everybody may ask holds no key, and the film need not come through here.
void MediaAcrossDialectsTest::sendsTheClientWhereAFilmIs()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange made = film({{"model", "replicate/minimax/video-01"}, {"prompt", "a cat"}});
    scene.send(made);
    verifyRequest(scene, made);
    QCOMPARE(scene.sent().target, std::string("/v1/models/minimax/video-01/predictions"));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","model":"minimax/video-01","status":"starting"})");
    QCOMPARE(made.head->status, 200);
    QCOMPARE(json::parse(made.body).at("status").get<std::string>(), std::string("queued"));
    FakeExchange exchange("GET", "/v1/videos/p1:replicate/content");
    scene.send(exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/predictions/p1"));
    scene.transport.lastCall()->answer(
        200, R"({"id":"p1","status":"succeeded","output":"https://replicate.delivery/a/film.mp4"})");
    QCOMPARE(exchange.head->status, 302);
    QCOMPARE(exchange.head->headers.value("location"), std::string_view("https://replicate.delivery/a/film.mp4"));
    QVERIFY(exchange.body.empty());
}

void MediaAcrossDialectsTest::givesUpAFilm()
{
    PipelineScene scene({preset("runway")});
    FakeExchange exchange("DELETE", "/v1/videos/t-1:runway");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().method, std::string("DELETE"));
    QCOMPARE(scene.sent().target, std::string("/v1/tasks/t-1"));
    scene.transport.lastCall()->answer(204, "");
    QCOMPARE(exchange.head->status, 200);
    QVERIFY(json::parse(exchange.body).at("deleted").get<bool>());
}

void MediaAcrossDialectsTest::refusesWhatNoFilmIs_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("another id") << QByteArray("GET") << QByteArray("/v1/videos/video_1:gemini") << QByteArray("/id");
    QTest::newRow("a way out") << QByteArray("GET") << QByteArray("/v1/videos/m~..%2Fx:gemini") << QByteArray();
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/v1/videos/m~a:gemini") << QByteArray("cannot");
    QTest::newRow("remix") << QByteArray("POST") << QByteArray("/v1/videos/m~a:gemini/remix") << QByteArray("cannot");
}

void MediaAcrossDialectsTest::refusesWhatNoFilmIs()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, words);
    PipelineScene scene({gemini()});
    FakeExchange exchange(method.toStdString(), path.toStdString(), method == "POST" ? R"({"prompt":"a"})" : "",
                          jsonType);
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
}

void MediaAcrossDialectsTest::waitsForPicturesOfReplicate()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange("POST", "/v1/images/generations",
                          json{{"model", "replicate/black-forest-labs/flux"}, {"prompt", "a cat"}, {"n", 2}}.dump(),
                          jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/models/black-forest-labs/flux/predictions"));
    QCOMPARE(scene.sent().headers.value("prefer"), std::string_view("wait"));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"processing","output":null})");
    QVERIFY(!exchange.isComplete());
    QTRY_COMPARE(scene.transport.callCount(), std::size_t(2));
    QCOMPARE(scene.sent().method, std::string("GET"));
    QCOMPARE(scene.sent().target, std::string("/v1/predictions/p1"));
    QCOMPARE(scene.sent().headers.value("authorization"), std::string_view("Bearer value"));
    scene.transport.lastCall()->answer(
        200,
        R"({"id":"p1","status":"succeeded","output":["https://replicate.delivery/1.webp","data:image/png;base64,QQ=="]})");
    const json data = json::parse(exchange.body).at("data");
    QCOMPARE(data.at(0).at("url").get<std::string>(), std::string("https://replicate.delivery/1.webp"));
    QCOMPARE(data.at(1).at("b64_json").get<std::string>(), std::string("QQ=="));
    QCOMPARE(scene.record().attempts.size(), std::size_t(1));
}

void MediaAcrossDialectsTest::chatsWithReplicate_data()
{
    QTest::addColumn<bool>("isStream");
    QTest::newRow("whole") << false;
    QTest::newRow("streamed") << true;
}

void MediaAcrossDialectsTest::chatsWithReplicate()
{
    QFETCH(bool, isStream);
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange("POST", "/v1/chat/completions",
                          json{{"model", "replicate/meta/llama-4"},
                               {"stream", isStream},
                               {"max_tokens", 9},
                               {"messages", json::array({{{"role", "system"}, {"content", "Be brief."}},
                                                         {{"role", "user"}, {"content", "Hi"}},
                                                         {{"role", "assistant"}, {"content", "Hello"}},
                                                         {{"role", "user"}, {"content", "Who?"}}})},
                               {"tools", json::array({{{"type", "function"}, {"function", {{"name", "f"}}}}})}}
                              .dump(),
                          jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/models/meta/llama-4/predictions"));
    QCOMPARE(scene.sentBody().at("input"), json({{"prompt", "User: Hi\n\nAssistant: Hello\n\nUser: Who?\n\nAssistant:"},
                                                 {"system_prompt", "Be brief."},
                                                 {"max_tokens", 9}}));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"starting","output":null})");
    QTRY_COMPARE(scene.transport.callCount(), std::size_t(2));
    scene.transport.lastCall()->answer(
        200, R"({"id":"p1","model":"meta/llama-4","status":"succeeded","output":["I ","am."],"metrics":)"
             R"({"input_token_count":20,"output_token_count":3}})");
    QVERIFY2(exchange.isComplete(), exchange.body.c_str());
    if (isStream) {
        QCOMPARE(exchange.head->headers.value("content-type").substr(0, 17), std::string_view("text/event-stream"));
        QVERIFY2(exchange.body.ends_with("data: [DONE]\n\n"), exchange.body.c_str());
        QVERIFY2(exchange.body.find("I am.") != std::string::npos, exchange.body.c_str());
    } else {
        QCOMPARE(json::parse(exchange.body).at("choices").at(0).at("message").at("content").get<std::string>(),
                 std::string("I am."));
    }
    QVERIFY(scene.hasNote("dropped /tools"));
    QCOMPARE(scene.record().usage.output, std::optional<std::int64_t>(3));
}

void MediaAcrossDialectsTest::completesTextsWithReplicate()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange("POST", "/v1/completions",
                          json{{"model", "replicate/meta/llama-4"}, {"prompt", "Once upon"}, {"max_tokens", 9}}.dump(),
                          jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/models/meta/llama-4/predictions"));
    QCOMPARE(scene.sentBody().at("input"), json({{"prompt", "Once upon"}, {"max_tokens", 9}}));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"succeeded","output":[" a"," time."]})");
    const json told = json::parse(exchange.body);
    QCOMPARE(told.at("object").get<std::string>(), std::string("text_completion"));
    QCOMPARE(told.at("choices").at(0).at("text").get<std::string>(), std::string(" a time."));
    QVERIFY(!scene.hasNote("/prompt")); // nothing was changed about it
}

void MediaAcrossDialectsTest::makesPicturesOfRunware()
{
    PipelineScene scene({preset("runware")});
    FakeExchange exchange(
        "POST", "/v1/images/generations",
        json{{"model", "runware/runware:100@1"}, {"prompt", "a cat"}, {"n", 2}, {"size", "512x768"}}.dump(), jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, std::string("/v1"));
    json task = scene.sentBody().at(0);
    QCOMPARE(task.at("taskUUID").get<std::string>().size(), std::size_t(36));
    task.erase("taskUUID");
    QCOMPARE(task, json({{"taskType", "imageInference"},
                         {"model", "runware:100@1"},
                         {"positivePrompt", "a cat"},
                         {"width", 512},
                         {"height", 768},
                         {"numberResults", 2},
                         {"outputType", "base64Data"}}));
    scene.transport.lastCall()->answer(
        200,
        R"({"data":[{"taskType":"imageInference","imageBase64Data":"iVBORw0KGgo="},{"imageURL":"https://im/1"}]})");
    const json data = json::parse(exchange.body).at("data");
    QCOMPARE(data.at(0).at("b64_json").get<std::string>(), std::string("iVBORw0KGgo="));
    QCOMPARE(data.at(1).at("url").get<std::string>(), std::string("https://im/1"));

    FakeExchange refused("POST", "/v1/images/generations",
                         json{{"model", "runware/bfl:3@1"}, {"prompt", "a cat"}}.dump(), jsonType);
    scene.send(refused);
    scene.transport.lastCall()->answer(200, R"({"errors":[{"code":"invalidModel","message":"Not this one."}]})");
    QCOMPARE(refused.head->status, 400);
    QVERIFY2(refused.body.find("Not this one.") != std::string::npos, refused.body.c_str());
}

void MediaAcrossDialectsTest::showsReplicatePictures_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("takesAll");
    QTest::newRow("OpenAI") << QByteArray("openai/gpt-5") << QByteArray("image_input") << true;
    QTest::newRow("Google") << QByteArray("google/gemini-2.5-flash") << QByteArray("images") << true;
    QTest::newRow("others") << QByteArray("anthropic/claude-4-sonnet") << QByteArray("image") << false;
}

void MediaAcrossDialectsTest::showsReplicatePictures()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, member);
    QFETCH(bool, takesAll);
    PipelineScene scene({preset("replicate")});
    const auto picture = [](const char *url) { return json{{"type", "image_url"}, {"image_url", {{"url", url}}}}; };
    FakeExchange exchange(
        "POST", "/v1/chat/completions",
        json{{"model", "replicate/" + model.toStdString()},
             {"messages", json::array({{{"role", "user"},
                                        {"content", json::array({picture("https://a.test/1.png"),
                                                                 picture("data:image/jpeg;base64,QUJD"),
                                                                 {{"type", "text"}, {"text", "What is it?"}}})}}})}}
            .dump(),
        jsonType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    const json input = scene.sentBody().at("input");
    QCOMPARE(input.at("prompt").get<std::string>(), std::string("What is it?"));
    const json last = "data:image/jpeg;base64,QUJD";
    QCOMPARE(input.at(member.toStdString()), takesAll ? json::array({"https://a.test/1.png", last}) : last);
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"succeeded","output":"A cat."})");
    QCOMPARE(scene.hasNote("dropped /messages/0/content/0"), !takesAll);
}

void MediaAcrossDialectsTest::tellsWhyReplicateMadeNoPicture()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange("POST", "/v1/images/edits",
                          field("model", "replicate/black-forest-labs/flux-kontext-pro") + field("prompt", "blue")
                              + file("image", "\x89PNG\r\n\x1a\n") + "--X--\r\n",
                          formType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sentBody().at("input").at("input_image").get<std::string>(),
             std::string("data:image/png;base64,iVBORw0KGgo="));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"failed","error":"NSFW content detected"})");
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find("NSFW content detected") != std::string::npos, exchange.body.c_str());
}

void MediaAcrossDialectsTest::stopsWaitingWhenTimeIsUp()
{
    auto provider = preset("replicate");
    provider.network.totalTimeout = std::chrono::seconds(30);
    PipelineScene scene({provider});
    FakeExchange exchange("POST", "/v1/images/generations", R"({"model":"replicate/a/b","prompt":"a cat"})", jsonType);
    scene.send(exchange);
    scene.clock.advance(std::chrono::seconds(31));
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"processing"})");
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 504);
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
}

void MediaAcrossDialectsTest::leavesAWaitingTaskWithItsClient()
{
    PipelineScene scene({preset("replicate")});
    FakeExchange exchange("POST", "/v1/images/generations", R"({"model":"replicate/a/b","prompt":"a cat"})", jsonType);
    scene.send(exchange);
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"processing"})");
    exchange.leave();
    QTRY_COMPARE(scene.runningRequests(), std::size_t(0));
    QCOMPARE(scene.record().state, RequestState::Cancelled);
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
}

void MediaAcrossDialectsTest::asksHuggingFace_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("sentTo");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("embeddings") << QByteArray("/v1/embeddings")
                                << QByteArray(R"({"model":"huggingface/BAAI/bge","input":["a","b"]})")
                                << QByteArray("/hf-inference/models/BAAI/bge/pipeline/feature-extraction")
                                << QByteArray("[[0.5,1],[2,3]]") << QByteArray("application/json")
                                << QByteArray(R"("embedding":[2,3])");
    QTest::newRow("pictures") << QByteArray("/v1/images/generations")
                              << QByteArray(R"({"model":"huggingface/hf-inference/a/b","prompt":"c","size":"512x512"})")
                              << QByteArray("/hf-inference/models/a/b") << QByteArray("\x89PNG\r\n\x1a\n", 8)
                              << QByteArray("image/png") << QByteArray(R"("b64_json":"iVBORw0KGgo=")");
    QTest::newRow("sound") << QByteArray("/v1/audio/transcriptions")
                           << QByteArray::fromStdString(field("model", "huggingface/openai/whisper")
                                                        + file("file", "OggS") + "--X--\r\n")
                           << QByteArray("/hf-inference/models/openai/whisper") << QByteArray(R"({"text":"Hi"})")
                           << QByteArray("application/json") << QByteArray(R"("text":"Hi")");
}

void MediaAcrossDialectsTest::asksHuggingFace()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, sentTo);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, told);
    PipelineScene scene({preset("huggingface")});
    FakeExchange exchange("POST", path.toStdString(), body.toStdString(), body.startsWith('{') ? jsonType : formType);
    scene.send(exchange);
    verifyRequest(scene, exchange);
    QCOMPARE(scene.sent().target, sentTo.toStdString());
    scene.transport.lastCall()->answer(200, answer.toStdString(), type.toStdString());
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 200);
    QVERIFY2(exchange.body.find(told.toStdString()) != std::string::npos, exchange.body.c_str());
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("application/json"));
}

QTEST_GUILESS_MAIN(MediaAcrossDialectsTest)
#include "tst_media_across_dialects.moc"
