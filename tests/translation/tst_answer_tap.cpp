#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/passthrough/answer_tap.h"
#include "tests/translation/dialect_fixtures.h"

#include <QTest>

#include <string>
#include <vector>

using namespace gateway;
using namespace gateway::translation;

namespace {

AnswerFacts tapStream(DialectId dialect, const char *fixture)
{
    AnswerTap tap(dialect, false);
    SseFrameSplitter splitter;
    const std::string stream = readDialectFixture(fixture);
    splitter.feed(stream);
    while (const auto frame = splitter.next()) {
        if (tap.readFrame(frame->event, frame->data) != FrameVerdict::Forward)
            qFatal("a frame of %s is not forwarded", fixture);
    }
    return tap.facts();
}

AnswerFacts tapBody(DialectId dialect, const char *fixture)
{
    AnswerTap tap(dialect, false);
    tap.readWholeBody(readDialectFixture(fixture));
    return tap.facts();
}

constexpr const char *chatCall = R"( {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a"}]}}]})";
constexpr const char *chatEnd = R"( {"choices":[{"delta":{},"finish_reason":"tool_calls"}]})";
constexpr const char *anthropicCall =
    R"(content_block_start {"type":"content_block_start","content_block":{"type":"tool_use"}})";
constexpr const char *anthropicEnd = R"(message_delta {"type":"message_delta","delta":{"stop_reason":"tool_use"}})";
constexpr const char *bedrockCall = R"(contentBlockStart {"start":{"toolUse":{"toolUseId":"a","name":"t"}}})";
constexpr const char *bedrockEnd = R"(messageStop {"stopReason":"tool_use"})";
constexpr const char *cohereCall =
    R"(tool-call-start {"type":"tool-call-start","delta":{"message":{"tool_calls":{}}}})";
constexpr const char *cohereEnd = R"(message-end {"type":"message-end","delta":{"finish_reason":"TOOL_CALL"}})";
constexpr const char *bedrockMade = R"({"output":{"message":{"content":[{"toolUse":{}}]}},"stopReason":"tool_use"})";
constexpr const char *bedrockMissing =
    "{\"output\":{\"message\":{\"content\":[{\"text\":\"say \\\"toolUse\\\": now\"}]}},"
    "\"stopReason\":\"tool_use\"}";
constexpr const char *cohereMade = R"({"message":{"tool_calls":[{"id":"a"}]},"finish_reason":"TOOL_CALL"})";
constexpr const char *cohereMissing = R"({"message":{"tool_calls":[]},"finish_reason":"TOOL_CALL"})";

// The name of an event, a space, and its data.
void readEvent(AnswerTap &tap, const QByteArray &line)
{
    const auto space = static_cast<std::size_t>(line.indexOf(' '));
    const std::string text = line.toStdString();
    QCOMPARE(tap.readFrame(std::string_view(text).substr(0, space), std::string_view(text).substr(space + 1)),
             FrameVerdict::Forward);
}

const TokenUsage riverUsage{186, 1024, std::nullopt, 46, 16};

} // namespace

class AnswerTapTest : public QObject {
    Q_OBJECT
private slots:
    void readsAGeminiStream()
    {
        AnswerTap tap(DialectId::GeminiGenerate, false);
        tap.readFrame(
            "", R"({"candidates":[{"content":{"parts":[{"text":"Hi"}]},"index":0}],"modelVersion":"gemini-3-pro",)"
                R"("usageMetadata":{"promptTokenCount":30,"cachedContentTokenCount":10,"candidatesTokenCount":1}})");
        QVERIFY(!tap.facts().hasEnded);
        tap.readFrame("", R"({"candidates":[{"finishReason":"STOP","index":0}],"modelVersion":"gemini-3-pro",)"
                          R"("usageMetadata":{"promptTokenCount":30,"cachedContentTokenCount":10,)"
                          R"("candidatesTokenCount":5,"thoughtsTokenCount":7}})");
        QVERIFY(tap.facts().hasEnded);
        QCOMPARE(tap.facts().finishReason, std::string("STOP"));
        QCOMPARE(tap.facts().answeredModel, std::string("gemini-3-pro"));
        QVERIFY((tap.facts().usage == TokenUsage{20, 10, std::nullopt, 12, 7}));
    }

    void readsABlockedGeminiPrompt()
    {
        AnswerTap tap(DialectId::GeminiGenerate, false);
        tap.readFrame("", R"({"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4}})");
        QVERIFY(tap.facts().hasEnded);
        QCOMPARE(tap.facts().finishReason, std::string("SAFETY"));
        QVERIFY((tap.facts().usage == TokenUsage{4, {}, {}, {}, {}}));
    }

    void readsAChatStream()
    {
        const AnswerFacts facts = tapStream(DialectId::OpenAiChat, "openai_chat/streams/text_with_usage.sse");
        QVERIFY(facts.usage == riverUsage);
        QVERIFY(facts.rawUsage.find("\"cached_tokens\":1024") != std::string::npos);
        QCOMPARE(facts.finishReason, std::string("stop"));
        QCOMPARE(facts.answeredModel, std::string("gpt-5-2025-08-07"));
        QVERIFY(facts.hasEnded);
        QVERIFY(facts.errorText.empty());
    }

    void readsTheSameFromAStreamAndAWholeAnswer()
    {
        const AnswerFacts chatStream = tapStream(DialectId::OpenAiChat, "openai_chat/streams/parallel_tool_calls.sse");
        const AnswerFacts chatBody = tapBody(DialectId::OpenAiChat, "openai_chat/responses/parallel_tool_calls.json");
        QVERIFY(chatStream.usage == chatBody.usage);
        QCOMPARE(chatStream.rawUsage, chatBody.rawUsage);
        QCOMPARE(chatBody.finishReason, std::string("tool_calls"));
        QCOMPARE(chatStream.finishReason, chatBody.finishReason);
        QVERIFY(chatBody.hasEnded);

        const AnswerFacts responsesStream =
            tapStream(DialectId::OpenAiResponses, "openai_responses/streams/reasoning_text_tools.sse");
        const AnswerFacts responsesBody =
            tapBody(DialectId::OpenAiResponses, "openai_responses/responses/reasoning_text_tools.json");
        QVERIFY(responsesStream.usage == riverUsage);
        QVERIFY(responsesBody.usage == riverUsage);
        QCOMPARE(responsesStream.finishReason, std::string("completed"));
        QCOMPARE(responsesBody.finishReason, std::string("completed"));
        QVERIFY(responsesStream.hasEnded && responsesBody.hasEnded);
        QCOMPARE(responsesStream.answeredModel, responsesBody.answeredModel);

        const AnswerFacts messagesStream =
            tapStream(DialectId::AnthropicMessages, "anthropic_messages/streams/thinking_text_tools.sse");
        const AnswerFacts messagesBody =
            tapBody(DialectId::AnthropicMessages, "anthropic_messages/responses/thinking_text_tools.json");
        QVERIFY((messagesBody.usage == TokenUsage{186, 960, 64, 46, std::nullopt}));
        QVERIFY(messagesStream.usage == messagesBody.usage);
        QCOMPARE(messagesStream.rawUsage, messagesBody.rawUsage);
        QCOMPARE(messagesStream.finishReason, std::string("tool_use"));
        QCOMPARE(messagesBody.finishReason, std::string("tool_use"));
        QCOMPARE(messagesStream.answeredModel, std::string("claude-sonnet-4-5-20250929"));
        QVERIFY(messagesStream.hasEnded && messagesBody.hasEnded);
    }

    void lastAnthropicUsageWinsFieldByField()
    {
        const AnswerFacts facts = tapStream(DialectId::AnthropicMessages, "anthropic_messages/streams/server_tool.sse");
        QVERIFY((facts.usage == TokenUsage{400, 960, 0, 9, std::nullopt}));
        QVERIFY(facts.rawUsage.find("\"service_tier\":\"standard\"") != std::string::npos);
        QVERIFY(facts.rawUsage.find("\"input_tokens\":400") != std::string::npos);
    }

    void readsUsageFromALastChunkThatHasChoices()
    {
        const AnswerFacts facts = tapStream(DialectId::OpenAiChat, "openai_chat/streams/reasoning_crlf.sse");
        QVERIFY((facts.usage == TokenUsage{20, std::nullopt, std::nullopt, 30, std::nullopt}));
    }

    void keepsNotReportedApartFromZero()
    {
        AnswerTap tap(DialectId::OpenAiChat, false);
        tap.readWholeBody("{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":-1}}");
        QVERIFY((tap.facts().usage == TokenUsage{5, std::nullopt, std::nullopt, std::nullopt, std::nullopt}));
        QVERIFY(!tap.facts().hasEnded);
        AnswerTap empty(DialectId::OpenAiChat, false);
        empty.readWholeBody("{\"choices\":[],\"usage\":null}");
        QVERIFY(empty.facts().usage.isEmpty());
        QVERIFY(empty.facts().rawUsage.empty());
    }

    void neverCountsBelowZero()
    {
        AnswerTap tap(DialectId::OpenAiChat, false);
        tap.readWholeBody("{\"usage\":{\"prompt_tokens\":5,\"prompt_tokens_details\":{\"cached_tokens\":9}}}");
        QCOMPARE(*tap.facts().usage.uncachedInput, std::int64_t{0});
        QCOMPARE(*tap.facts().usage.cacheRead, std::int64_t{9});
        AnswerTap huge(DialectId::OpenAiChat, false);
        huge.readWholeBody("{\"usage\":{\"prompt_tokens\":9223372036854775807,\"prompt_tokens_details\":"
                           "{\"cached_tokens\":9223372036854775807,\"cache_write_tokens\":9223372036854775807}}}");
        QCOMPARE(*huge.facts().usage.uncachedInput, std::int64_t{0});
    }

    void withholdsOnlyTheUsageFrameThatWeAskedFor()
    {
        const std::string usageFrame = "{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}}";
        AnswerTap asking(DialectId::OpenAiChat, true);
        QCOMPARE(asking.readFrame({}, usageFrame), FrameVerdict::Withhold);
        QCOMPARE(*asking.facts().usage.uncachedInput, std::int64_t{5});
        QCOMPARE(asking.readFrame({}, "{\"choices\":[],\"prompt_filter_results\":[]}"), FrameVerdict::Forward);
        QCOMPARE(asking.readFrame({}, "{\"choices\":[],\"usage\":null}"), FrameVerdict::ForwardWithoutUsage);
        QCOMPARE(asking.readFrame({}, "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{}}"),
                 FrameVerdict::Forward);
        QCOMPARE(asking.readFrame({}, "[DONE]"), FrameVerdict::Forward);
        AnswerTap clientAsked(DialectId::OpenAiChat, false);
        QCOMPARE(clientAsked.readFrame({}, usageFrame), FrameVerdict::Forward);
    }

    void callsOutMalformedFrames()
    {
        AnswerTap chat(DialectId::OpenAiChat, false);
        QCOMPARE(chat.readFrame({}, "{\"choices\":["), FrameVerdict::Malformed);
        QCOMPARE(chat.readFrame({}, "DONE"), FrameVerdict::Malformed);
        QCOMPARE(chat.readFrame({}, "{\"a\":\"\xFF\"}"), FrameVerdict::Malformed);
        QCOMPARE(chat.readFrame({}, {}), FrameVerdict::Forward);
        QCOMPARE(chat.readFrame({}, "5"), FrameVerdict::Forward);
        AnswerTap messages(DialectId::AnthropicMessages, false);
        QCOMPARE(messages.readFrame({}, "[DONE]"), FrameVerdict::Malformed);
        QCOMPARE(messages.readFrame("ping", "{\"type\": \"ping\"}"), FrameVerdict::Forward);
        QVERIFY(!messages.facts().hasEnded);
    }

    void knowsTheEndMarkOfOpenAi()
    {
        for (const char *mark : {"[DONE]", "[DONE]  "}) {
            AnswerTap tap(DialectId::OpenAiChat, false);
            QCOMPARE(tap.readFrame({}, mark), FrameVerdict::Forward);
            QVERIFY(tap.facts().hasEnded);
        }
        AnswerTap tap(DialectId::OpenAiChat, false);
        QCOMPARE(tap.readFrame({}, "[DONE]]"), FrameVerdict::Malformed);
        QVERIFY(!tap.facts().hasEnded);
    }

    void notesErrorsInsideStreams()
    {
        const AnswerFacts chat = tapStream(DialectId::OpenAiChat, "openai_chat/streams/error_in_stream.sse");
        QCOMPARE(chat.errorText, std::string("The server had an error while processing your request."));
        QVERIFY(!chat.hasEnded);
        const AnswerFacts failed = tapStream(DialectId::OpenAiResponses, "openai_responses/streams/failed.sse");
        QCOMPARE(failed.errorText, std::string("The model failed to generate a response."));
        QCOMPARE(failed.finishReason, std::string("failed"));
        QVERIFY(failed.hasEnded);
        const AnswerFacts event = tapStream(DialectId::OpenAiResponses, "openai_responses/streams/error_event.sse");
        QCOMPARE(event.errorText, std::string("Too many tokens a minute."));
        const AnswerFacts messages =
            tapStream(DialectId::AnthropicMessages, "anthropic_messages/streams/error_in_stream.sse");
        QCOMPARE(messages.errorText, std::string("Overloaded"));
        QVERIFY(!messages.hasEnded);
    }

    void saysWhyAResponseIsIncomplete()
    {
        const AnswerFacts facts = tapStream(DialectId::OpenAiResponses, "openai_responses/streams/incomplete.sse");
        QCOMPARE(facts.finishReason, std::string("max_output_tokens"));
        QVERIFY(facts.hasEnded);
        QVERIFY(facts.errorText.empty());
    }

    void tellsCallsThatWereAnnouncedAndNotMade_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QByteArray>("call"); // an event with its data, or the part of a whole answer
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("chat") << int(DialectId::OpenAiChat) << QByteArray(chatCall) << QByteArray(chatEnd);
        QTest::newRow("anthropic") << int(DialectId::AnthropicMessages) << QByteArray(anthropicCall)
                                   << QByteArray(anthropicEnd);
        QTest::newRow("bedrock") << int(DialectId::BedrockConverse) << QByteArray(bedrockCall)
                                 << QByteArray(bedrockEnd);
        QTest::newRow("cohere") << int(DialectId::CohereChat) << QByteArray(cohereCall) << QByteArray(cohereEnd);
    }

    void tellsCallsThatWereAnnouncedAndNotMade()
    {
        QFETCH(int, dialect);
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, end);
        for (const bool isMade : {true, false}) {
            AnswerTap tap(DialectId(dialect), false);
            if (isMade)
                readEvent(tap, call);
            readEvent(tap, end);
            QCOMPARE(tap.facts().defect.empty(), isMade);
        }
    }

    void tellsWholeAnswersWithoutTheirCalls_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("missing");
        QTest::newRow("bedrock") << int(DialectId::BedrockConverse) << QByteArray(bedrockMade)
                                 << QByteArray(bedrockMissing);
        QTest::newRow("cohere") << int(DialectId::CohereChat) << QByteArray(cohereMade) << QByteArray(cohereMissing);
    }

    void tellsWholeAnswersWithoutTheirCalls()
    {
        QFETCH(int, dialect);
        QFETCH(QByteArray, made);
        QFETCH(QByteArray, missing);
        AnswerTap good(DialectId(dialect), false);
        good.readWholeBody(made.toStdString());
        QVERIFY(good.facts().defect.empty());
        AnswerTap bad(DialectId(dialect), false);
        bad.readWholeBody(missing.toStdString());
        QVERIFY(!bad.facts().defect.empty());
    }

    void readsErrorBodies()
    {
        QCOMPARE(tapBody(DialectId::AnthropicMessages, "anthropic_messages/errors/authentication.json").errorText,
                 std::string("invalid x-api-key"));
        QCOMPARE(tapBody(DialectId::OpenAiChat, "openai_chat/errors/mistral.json").errorText,
                 std::string("Service tier capacity exceeded for this model."));
        AnswerTap broken(DialectId::OpenAiChat, false);
        broken.readWholeBody("<html>502</html>");
        QVERIFY(broken.facts().errorText.empty());
    }
};

QTEST_APPLESS_MAIN(AnswerTapTest)
#include "tst_answer_tap.moc"
