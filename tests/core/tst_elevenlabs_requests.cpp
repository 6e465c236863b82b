// Speech and transcriptions that clients of OpenAI's ask of ElevenLabs, through the whole pipeline.
#include "tests/core/pipeline_scene.h"
#include "tests/support/form_body.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::formField;
using tests::formFile;
using tests::makeProvider;
using tests::PipelineScene;

namespace {

config::ProviderDefinition elevenLabs()
{
    auto provider = makeProvider("elevenlabs");
    provider.preset = "elevenlabs";
    provider.credentialScheme = config::CredentialScheme::XiApiKey;
    return provider;
}

FakeExchange speak(const json &more, HeaderList headers = {})
{
    json body{{"model", "elevenlabs/eleven_v3"}, {"input", "Hi"}, {"voice", "JBFq/x"}};
    body.update(more);
    headers.add("Content-Type", "application/json");
    return FakeExchange("POST", "/v1/audio/speech", body.dump(), std::move(headers));
}

const std::string sound = formFile("file", "a.mp3", "ID3", "audio/mpeg");

} // namespace

class ElevenLabsRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void asksForSpeech();
    void takesTheFormatThatComesNearest_data();
    void takesTheFormatThatComesNearest();
    void refusesSpeechThatCannotBeMeant_data();
    void refusesSpeechThatCannotBeMeant();
    void renamesTheFieldsOfATranscription_data();
    void renamesTheFieldsOfATranscription();
    void usesTheAliasOfAKey();
    void listsItsModels();
};

void ElevenLabsRequestsTest::asksForSpeech()
{
    PipelineScene scene({elevenLabs()});
    FakeExchange exchange = speak({{"speed", 1.1}, {"seed", 7}, {"instructions", "softly"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/text-to-speech/JBFq%2Fx?output_format=mp3_44100_128"));
    QCOMPARE(scene.sentBody(),
             json({{"text", "Hi"}, {"model_id", "eleven_v3"}, {"seed", 7}, {"voice_settings", {{"speed", 1.1}}}}));
    QCOMPARE(scene.sent().headers.value("xi-api-key"), std::string_view("value"));
    scene.transport.lastCall()->answer(200, "ID3 sound", "audio/mpeg");
    QVERIFY(scene.hasNote("dropped /instructions"));
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.body, std::string("ID3 sound"));
    QCOMPARE(exchange.head->headers.value("content-type"), std::string_view("audio/mpeg"));
    QCOMPARE(scene.record().operation, std::string("speech"));
}

void ElevenLabsRequestsTest::takesTheFormatThatComesNearest_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("isLost");
    QTest::newRow("mp3") << QByteArray("mp3") << QByteArray("mp3_44100_128") << false;
    QTest::newRow("pcm") << QByteArray("pcm") << QByteArray("pcm_24000") << false;
    QTest::newRow("opus") << QByteArray("opus") << QByteArray("opus_48000_128") << false;
    QTest::newRow("flac") << QByteArray("flac") << QByteArray("mp3_44100_128") << true;
}

void ElevenLabsRequestsTest::takesTheFormatThatComesNearest()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, sent);
    QFETCH(bool, isLost);
    PipelineScene scene({elevenLabs()});
    FakeExchange exchange = speak({{"response_format", asked.toStdString()}});
    scene.send(exchange);
    QVERIFY2(scene.sent().target.ends_with("?output_format=" + sent.toStdString()), scene.sent().target.c_str());
    scene.transport.lastCall()->answer(200, "sound", "audio/mpeg");
    QCOMPARE(scene.hasNote("dropped /response_format"), isLost);
}

void ElevenLabsRequestsTest::refusesSpeechThatCannotBeMeant_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no text") << QByteArray(R"({"input":null})") << QByteArray("input is required");
    QTest::newRow("no voice") << QByteArray(R"({"voice":""})") << QByteArray("voice is required");
    QTest::newRow("events") << QByteArray(R"({"stream_format":"sse"})") << QByteArray("stream_format");
    QTest::newRow("settings") << QByteArray(R"({"voice_settings":"soft","speed":1.1})") << QByteArray("voice_settings");
}

void ElevenLabsRequestsTest::refusesSpeechThatCannotBeMeant()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, words);
    PipelineScene scene({elevenLabs()});
    FakeExchange exchange = speak(json::parse(more.toStdString()));
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
}

void ElevenLabsRequestsTest::renamesTheFieldsOfATranscription_data()
{
    QTest::addColumn<bool>("isOnDisk");
    QTest::newRow("in the memory") << false;
    QTest::newRow("on the disk") << true;
}

void ElevenLabsRequestsTest::renamesTheFieldsOfATranscription()
{
    QFETCH(bool, isOnDisk);
    PipelineScene scene({elevenLabs()});
    const std::string form = formField("model", "elevenlabs/scribe_v1") + formField("language", "en")
                             + formField("diarize", "true") + sound + formField("response_format", "json")
                             + tests::formEnd;
    FakeExchange exchange("POST", "/v1/audio/transcriptions", isOnDisk ? std::string() : form,
                          {{"Content-Type", tests::formType}});
    if (isOnDisk)
        tests::spool(exchange, form);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/speech-to-text"));
    QCOMPARE(scene.sent().body.upload() != nullptr, isOnDisk);
    QCOMPARE(*scene.sent().body, formField("model_id", "scribe_v1") + formField("language_code", "en")
                                     + formField("diarize", "true") + sound + tests::formEnd);
    scene.transport.lastCall()->answer(200, R"({"language_code":"en","text":"Hi","words":[]})");
    QVERIFY(scene.hasNote("dropped /response_format"));
    QCOMPARE(json::parse(exchange.body).at("text").get<std::string>(), std::string("Hi"));
}

void ElevenLabsRequestsTest::usesTheAliasOfAKey()
{
    auto provider = elevenLabs();
    provider.keys[0].aliases = {{"eleven_v3", "eleven_flash_v2_5"}};
    PipelineScene scene({provider});
    FakeExchange exchange = speak(json::object());
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sentBody().at("model_id").get<std::string>(), std::string("eleven_flash_v2_5"));
}

void ElevenLabsRequestsTest::listsItsModels()
{
    PipelineScene scene({elevenLabs()});
    FakeExchange exchange("GET", "/v1/models", "");
    scene.send(exchange);
    QCOMPARE(scene.sent().target, std::string("/v1/models"));
    scene.transport.lastCall()->answer(200, R"([{"model_id":"eleven_v3","name":"Eleven v3"}])");
    QVERIFY2(exchange.body.find("elevenlabs/eleven_v3") != std::string::npos, exchange.body.c_str());
}

QTEST_GUILESS_MAIN(ElevenLabsRequestsTest)
#include "tst_elevenlabs_requests.moc"
