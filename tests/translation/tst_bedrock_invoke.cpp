#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/bedrock_invoke/bedrock_invoke.h"
#include "gateway/translation/framing/bedrock_chunk.h"
#include "gateway/translation/framing/frame_splitter.h"
#include "gateway/translation/passthrough/answer_tap.h"

#include <QTest>

#include <string>

using namespace gateway;
using namespace gateway::translation;

namespace {

const std::string claudeBody =
    R"({"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})";
const std::string titanBody = R"({"inputText":"Hi"})";
const std::string startData = R"({"role":"assistant"})";
const std::string stopData = R"({"stopReason":"tool_use"})";
const std::string metadataData = R"({"metrics":{"latencyMs":9},"usage":{"inputTokens":20,"outputTokens":12,)"
                                 R"("totalTokens":42,"cacheReadInputTokens":10,"cacheWriteInputTokens":3}})";
const std::string wholeAnswer = R"({"output":{"message":{"content":[],"role":"assistant"}},"stopReason":"end_turn",)"
                                R"("usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3}})";
const std::string failure = R"({"message":"The model stopped answering."})";

Result<ChatRequest> decode(const std::string &body, bool isStream)
{
    ClientCall call;
    call.body = body;
    call.pathModel = "anthropic.claude-v1:0";
    call.isStreamPath = isStream;
    return bedrockInvokeClient().decodeRequest(call);
}

} // namespace

class BedrockInvokeTest : public QObject {
    Q_OBJECT
private slots:
    void takesModelAndStreamFromThePath()
    {
        for (const bool isStream : {false, true}) {
            const auto request = decode(claudeBody, isStream);
            QVERIFY(request.has_value());
            QCOMPARE(request->model, std::string("anthropic.claude-v1:0"));
            QCOMPARE(request->isStream, isStream);
            QCOMPARE(request->messages.size(), std::size_t{1});
        }
    }

    void refusesBodiesOfOtherMakers()
    {
        const auto request = decode(titanBody, false);
        QVERIFY(!request.has_value());
        QCOMPARE(request.error().code, ErrorCode::UnsupportedOperation);
        QVERIFY(request.error().message.find("anthropic_version") != std::string::npos);
    }

    void wrapsAnthropicsEventsIntoChunks()
    {
        const auto request = decode(claudeBody, true);
        ExchangeState state(*request, DialectId::OpenAiChat, "test");
        const auto encoder = bedrockInvokeClient().beginStream(state);
        MessageStarted started;
        started.model = "m";
        std::string wire;
        encoder->encode(started, wire);
        encoder->encode(StreamFailed{Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::Never, "It broke.")}, wire);
        FrameSplitter splitter(FramingKind::AwsEventStream);
        splitter.feed(wire);
        const auto first = splitter.next();
        QVERIFY(first.has_value());
        const auto payload = bedrockChunkPayload(first->event, first->data);
        QVERIFY(payload && payload->find("message_start") != std::string::npos);
        std::optional<StreamFrame> last = first;
        while (const auto frame = splitter.next())
            last = frame;
        QVERIFY(last->isException);
        QVERIFY(last->data.find("It broke.") != std::string_view::npos);
        QVERIFY(!splitter.defect() && splitter.isBetweenFrames());
        QCOMPARE(bedrockInvokeClient().streamContentType(), std::string_view("application/vnd.amazon.eventstream"));
    }

    void readsChunksOnly()
    {
        FrameSplitter splitter(FramingKind::AwsEventStream);
        splitter.feed(bedrockChunkFrame("{\"a\":\"\xC3\xA9\"}"));
        const auto frame = splitter.next();
        QCOMPARE(*bedrockChunkPayload(frame->event, frame->data), std::string("{\"a\":\"\xC3\xA9\"}"));
        QVERIFY(!bedrockChunkPayload("messageStart", frame->data));
        QVERIFY(!bedrockChunkPayload("chunk", "{}"));
        QVERIFY(!bedrockChunkPayload("chunk", "no json"));
        QCOMPARE(asServerSentEvents(FramingKind::AwsEventStream, bedrockChunkFrame("{}")), std::string("data: {}\n\n"));
    }

    void tapsAStreamOfConverse()
    {
        AnswerTap tap(DialectId::BedrockConverse, false);
        QVERIFY(tap.readFrame("messageStart", startData) == FrameVerdict::Forward);
        QVERIFY(!tap.facts().hasEnded);
        tap.readFrame("messageStop", stopData);
        QVERIFY(tap.facts().hasEnded);
        tap.readFrame("metadata", metadataData);
        QCOMPARE(tap.facts().finishReason, std::string("tool_use"));
        QVERIFY((tap.facts().usage == TokenUsage{20, 10, 3, 12, std::nullopt}));
        QVERIFY(tap.facts().errorText.empty());
    }

    void tapsAWholeAnswerOfConverse()
    {
        AnswerTap tap(DialectId::BedrockConverse, false);
        tap.readWholeBody(wholeAnswer);
        QVERIFY(tap.facts().hasEnded);
        QCOMPARE(tap.facts().finishReason, std::string("end_turn"));
        QCOMPARE(tap.facts().usage.output, std::optional<std::int64_t>(2));
        QVERIFY(tap.facts().errorText.empty());
    }

    void tapsAnException()
    {
        AnswerTap tap(DialectId::BedrockConverse, false);
        tap.readException(failure);
        QCOMPARE(tap.facts().errorText, std::string("The model stopped answering."));
    }
};

QTEST_APPLESS_MAIN(BedrockInvokeTest)
#include "tst_bedrock_invoke.moc"
