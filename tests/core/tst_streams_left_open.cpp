// Streams that say all and stay open: the answer ends all the same, and no sooner than it is whole.
#include "tests/core/pipeline_scene.h"
#include "tests/translation/whole_stream.h"

#include <QTest>
#include <QTimer>

#include <memory>

using namespace gateway;
using namespace gateway::translation;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;

namespace {

const std::string question = "{\"model\":\"p/m\",\"max_tokens\":9,\"stream\":true,\"messages\":[{\"role\":\"user\","
                             "\"content\":\"Hello\"}]}";

// What a provider of the dialect sends, without the last words that begin with `mark`.
std::string streamOf(DialectId dialect, std::string_view mark = {})
{
    std::string wire = tests::wholeStreamOf(dialect);
    if (!mark.empty())
        wire.resize(wire.find(mark));
    return wire;
}

config::ProviderDefinition providerOf(DialectId dialect)
{
    auto provider = makeProvider("p", familyOf(dialect));
    if (dialect == DialectId::OpenAiChat)
        provider.preset = "groq";
    else if (dialect == DialectId::OpenAiResponses)
        provider.preset = "openai";
    return provider;
}

// One request whose provider says all but does not close the stream.
struct OpenStream {
    OpenStream(const char *streamName, DialectId provider, std::string wire, std::string path)
        : name(streamName), scene({providerOf(provider)}), exchange("POST", std::move(path), question)
    {
        scene.send(exchange);
        call = scene.transport.lastCall();
        const bool isBinary = provider == DialectId::BedrockConverse;
        call->head(200, {{"Content-Type", isBinary ? "application/vnd.amazon.eventstream" : "text/event-stream"}});
        call->bytes(wire);
    }

    const char *name;
    PipelineScene scene;
    FakeExchange exchange;
    std::shared_ptr<tests::FakeTransport::Call> call;
};

std::string geminiFrame(const std::string &text)
{
    return "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"" + text
           + "\"}]},\"finishReason\":\"STOP\"}]}\r\n\r\n";
}

const std::string chatPath = "/v1/chat/completions";
const std::string messagesPath = "/anthropic/v1/messages";

} // namespace

class StreamsLeftOpenTest : public QObject {
    Q_OBJECT

private slots:
    void endWhenAllWasSaid();
    void areWaitedForWhileTheyGoOn_data();
    void areWaitedForWhileTheyGoOn();
};

// All at once, because each is waited for.
void StreamsLeftOpenTest::endWhenAllWasSaid()
{
    std::vector<std::unique_ptr<OpenStream>> streams;
    const auto add = [&](const char *name, DialectId dialect, const std::string &wire) {
        const bool isChat = dialect == DialectId::OpenAiChat || dialect == DialectId::OpenAiResponses;
        streams.push_back(std::make_unique<OpenStream>(name, dialect, wire, isChat ? messagesPath : chatPath));
    };
    add("chat", DialectId::OpenAiChat, streamOf(DialectId::OpenAiChat));
    add("chat without its mark", DialectId::OpenAiChat, streamOf(DialectId::OpenAiChat, "data: [DONE]"));
    add("responses", DialectId::OpenAiResponses, streamOf(DialectId::OpenAiResponses));
    add("messages", DialectId::AnthropicMessages, streamOf(DialectId::AnthropicMessages));
    add("messages without a stop", DialectId::AnthropicMessages,
        streamOf(DialectId::AnthropicMessages, "event: message_stop"));
    add("gemini", DialectId::GeminiGenerate, streamOf(DialectId::GeminiGenerate));
    add("cohere", DialectId::CohereChat, streamOf(DialectId::CohereChat));
    add("bedrock", DialectId::BedrockConverse, streamOf(DialectId::BedrockConverse));
    for (const auto &stream : streams)
        QVERIFY2(!stream->exchange.isComplete(), stream->name);
    for (const auto &stream : streams) {
        QTRY_VERIFY2_WITH_TIMEOUT(stream->exchange.hasEnded, stream->name, 10'000);
        QVERIFY2(stream->exchange.isComplete(), stream->name);
        QVERIFY2(stream->exchange.body.find("All of it.") != std::string::npos, stream->exchange.body.c_str());
        QVERIFY2(stream->exchange.body.find("error") == std::string::npos, stream->exchange.body.c_str());
        QVERIFY2(stream->exchange.body.find("[DONE]") != std::string::npos
                     || stream->exchange.body.find("message_stop") != std::string::npos,
                 stream->exchange.body.c_str());
        QCOMPARE(stream->scene.record().state, RequestState::Succeeded);
        const std::int64_t output = stream->scene.record().usage.output.value_or(0);
        QVERIFY2(output == 9, (std::string(stream->name) + ": " + std::to_string(output)).c_str());
        QVERIFY2(!stream->call->isAlive(), stream->name);
    }
}

void StreamsLeftOpenTest::areWaitedForWhileTheyGoOn_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("translated") << QByteArray::fromStdString(chatPath);
    QTest::newRow("passed on") << QByteArray("/genai/v1beta/models/p/m:streamGenerateContent?alt=sse");
}

// Old models of Gemini tell a finish reason with every frame.
void StreamsLeftOpenTest::areWaitedForWhileTheyGoOn()
{
    QFETCH(QByteArray, path);
    OpenStream stream("gemini", DialectId::GeminiGenerate, geminiFrame("0"), path.toStdString());
    int told = 0;
    QTimer next;
    connect(&next, &QTimer::timeout, &next, [&] {
        if (++told <= 5)
            stream.call->bytes(geminiFrame(std::to_string(told)));
    });
    next.start(700); // all of them take longer than the end is waited for
    QTRY_VERIFY_WITH_TIMEOUT(stream.exchange.hasEnded, 20'000);
    QVERIFY(stream.exchange.isComplete());
    QVERIFY2(told >= 5, "the stream was ended while it went on");
    for (const char *text : {"\"0\"", "\"1\"", "\"2\"", "\"3\"", "\"4\"", "\"5\""})
        QVERIFY2(stream.exchange.body.find(text) != std::string::npos, stream.exchange.body.c_str());
}

QTEST_GUILESS_MAIN(StreamsLeftOpenTest)
#include "tst_streams_left_open.moc"
