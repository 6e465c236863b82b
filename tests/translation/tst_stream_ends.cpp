// When each dialect's streamed answer is whole, so that nobody has to wait for the end of its body.
#include "gateway/translation/framing/frame_splitter.h"
#include "tests/translation/whole_stream.h"

#include <QTest>

using namespace gateway;
using namespace gateway::translation;

class StreamEndsTest : public QObject {
    Q_OBJECT

private slots:
    void isWholeWhenAllWasSaid_data();
    void isWholeWhenAllWasSaid();
};

void StreamEndsTest::isWholeWhenAllWasSaid_data()
{
    QTest::addColumn<int>("dialect");
    QTest::addColumn<QByteArray>("mark");
    const auto row = [](const char *name, DialectId dialect, const char *mark) {
        QTest::newRow(name) << static_cast<int>(dialect) << QByteArray(mark);
    };
    row("chat", DialectId::OpenAiChat, "\"finish_reason\":\"stop\"");
    row("responses", DialectId::OpenAiResponses, "event: response.completed");
    row("messages", DialectId::AnthropicMessages, "event: message_delta");
    row("gemini", DialectId::GeminiGenerate, "\"finishReason\"");
    row("cohere", DialectId::CohereChat, "event: message-end");
    row("bedrock", DialectId::BedrockConverse, "messageStop");
}

void StreamEndsTest::isWholeWhenAllWasSaid()
{
    QFETCH(int, dialect);
    QFETCH(QByteArray, mark);
    const auto id = static_cast<DialectId>(dialect);
    const ChatRequest nothing;
    ExchangeState state(nothing, id, "a1");
    const auto decoder = findProviderDialect(id)->beginStream(state);
    FrameSplitter splitter(id == DialectId::BedrockConverse ? FramingKind::AwsEventStream
                                                            : FramingKind::ServerSentEvents);
    const std::string whole = tests::wholeStreamOf(id);
    const std::size_t end = whole.find(mark.toStdString());
    QVERIFY(end != std::string::npos);
    StreamEvents events;
    const auto feed = [&](std::string_view bytes) {
        splitter.feed(bytes);
        while (const auto frame = splitter.next()) {
            if (frame->hasData)
                decoder->decode({frame->event, frame->data, frame->isException}, events);
        }
    };
    feed(std::string_view(whole).substr(0, end));
    QVERIFY(!events.empty());
    QVERIFY(!decoder->isComplete());
    feed(std::string_view(whole).substr(end));
    QVERIFY(decoder->isComplete());
    decoder->finish(nullptr, events);
    QVERIFY(std::holds_alternative<MessageEnded>(events.back()));
}

QTEST_APPLESS_MAIN(StreamEndsTest)
#include "tst_stream_ends.moc"
