#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/framing/sse_codec.h"
#include "tests/translation/anthropic_codec.h"
#include "tests/translation/anthropic_stream_reader.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace anthropic_codec;
using namespace codec_harness;

namespace {

std::string streamFixture(const std::string &name)
{
    return readDialectFixture(("anthropic_messages/streams/" + name + ".sse").c_str());
}

std::string frame(const std::string &type, const std::string &members)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (members.empty() ? "" : "," + members) + "}\n\n";
}

const std::string messageStart = frame(
    "message_start", R"("message":{"id":"msg_1","model":"claude-x","usage":{"input_tokens":5,"output_tokens":1}})");

std::string messageEnd(const std::string &reason)
{
    return frame("message_delta", R"("delta":{"stop_reason":")" + reason + R"("},"usage":{"output_tokens":9})")
           + frame("message_stop", "");
}

// With the reason to stop all is said; the end mark behind it may be missing.
bool saysAll(std::string_view bytes)
{
    const auto reason = bytes.find("\"stop_reason\":\"");
    return reason != std::string_view::npos && bytes.find("\n\n", reason) != std::string_view::npos;
}

std::string callStart(int index, const std::string &name)
{
    return frame("content_block_start", R"("index":)" + std::to_string(index)
                                            + R"(,"content_block":{"type":"tool_use","id":")" + name + R"(","name":")"
                                            + name + R"(","input":{}})");
}

std::string callPiece(int index, const std::string &json)
{
    return frame("content_block_delta", R"("index":)" + std::to_string(index)
                                            + R"(,"delta":{"type":"input_json_delta","partial_json":)"
                                            + Value(json).dump() + "}");
}

std::string blockStop(int index)
{
    return frame("content_block_stop", R"("index":)" + std::to_string(index));
}

ChatResponse collected(const StreamEvents &events)
{
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    auto response = collector.take();
    return response ? *response : ChatResponse();
}

bool endsWith(const StreamEvents &events, std::string_view message)
{
    const auto *failed = events.empty() ? nullptr : std::get_if<StreamFailed>(&events.back());
    return failed && failed->error.message == message;
}

StreamEvents decodeStream(const std::string &bytes, const ChatRequest &request = ChatRequest(),
                          const std::string &outputTool = {})
{
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    state.outputTool = outputTool;
    return decodeSseStream(anthropicMessagesProvider(), state, bytes);
}

} // namespace

class AnthropicMessagesStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void streamsTellTheSameAsAnswers();
    void eventsAreTheSameForEveryCut_data() { addStreams(); }
    void eventsAreTheSameForEveryCut();
    void everyBrokenStreamIsLegal_data() { addStreams(); }
    void everyBrokenStreamIsLegal();
    void streamsComeBackEqual_data() { addStreams(); }
    void streamsComeBackEqual();
    void anyKindAtAnyMemberIsLegal_data() { addStreams(); }
    void anyKindAtAnyMemberIsLegal();
    void usageIsCumulative();
    void errorFrameFailsWithItsWords();
    void callsThatNeverCameFail();
    void overlappingBlocksAreTakenApart();
    void indexesMayComeInAnyOrder();
    void nonsenseBetweenFramesIsLeftOut();
    void inputAtTheStartCounts();
    void forcedOutputIsText();
    void customInputComesAtTheEnd();
    void textWithoutMessageStartIsRead();
    void theOnlyStopSequenceIsTheOneThatWasMet();
    void hiddenThoughtsOfWholeAnswersStayHidden();
    void stateOfAGeminiCallComesBeforeIt();
    void argumentsThatAreNoObjectAreWrapped();
    void citationsWaitForTheirText();
    void failureBeforeTheStartIsAnError();
    void deltasAreQuick();

private:
    static void addStreams()
    {
        QTest::addColumn<QString>("fixture");
        for (const char *fixture : {"thinking_text_tools", "server_tool", "citations_two_texts", "error_in_stream"})
            QTest::newRow(fixture) << fixture;
    }
};

void AnthropicMessagesStreamsTest::streamsTellTheSameAsAnswers()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto whole = anthropicMessagesProvider().decodeResponse(
        readDialectFixture("anthropic_messages/responses/thinking_text_tools.json"), state);
    QVERIFY(whole.has_value());
    ChatResponse streamed = collected(decodeStream(streamFixture("thinking_text_tools")));
    // In pieces, empty arguments stay empty.
    auto *call = streamed.choices.front().parts.back().as<ToolCallPart>();
    QCOMPARE(call->arguments, std::string());
    call->arguments = "{}";
    streamed.rawUsage = whole->rawUsage;
    QVERIFY(streamed == *whole);
}

void AnthropicMessagesStreamsTest::eventsAreTheSameForEveryCut()
{
    QFETCH(QString, fixture);
    const std::string bytes = streamFixture(fixture.toStdString());
    const StreamEvents expected = decodeStream(bytes);
    const ChatRequest request;
    for (std::size_t position = 0; position <= bytes.size(); ++position) {
        ExchangeState state(request, DialectId::AnthropicMessages, "a1");
        QVERIFY(decodeSseStreamCutAt(anthropicMessagesProvider(), state, bytes, position) == expected);
    }
}

void AnthropicMessagesStreamsTest::everyBrokenStreamIsLegal()
{
    QFETCH(QString, fixture);
    const std::string bytes = streamFixture(fixture.toStdString());
    const ChatRequest request;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ExchangeState state(request, DialectId::AnthropicMessages, "a1");
        const StreamEvents events = decodeBrokenSseStream(anthropicMessagesProvider(), state, bytes, size);
        QVERIFY(std::holds_alternative<StreamFailed>(events.back())
                != saysAll(std::string_view(bytes).substr(0, size)));
    }
}

void AnthropicMessagesStreamsTest::streamsComeBackEqual()
{
    QFETCH(QString, fixture);
    ChatRequest request;
    request.dialect = DialectId::AnthropicMessages;
    const std::string bytes = streamFixture(fixture.toStdString());
    StrictReader original;
    original.read(bytes.substr(0, bytes.find_last_not_of('\n') + 1) + "\n\n");
    QCOMPARE(original.problem, std::string());
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    StrictReader again;
    again.read(encodeEvents(anthropicMessagesClient(), state, decodeStream(bytes, request)));
    QCOMPARE(again.problem, std::string());
    QCOMPARE(again.error, original.error);
    QVERIFY(again.message["content"] == original.message["content"]);
    QVERIFY(again.message["stop_reason"] == original.message["stop_reason"]);
}

void AnthropicMessagesStreamsTest::anyKindAtAnyMemberIsLegal()
{
    QFETCH(QString, fixture);
    const std::vector<Value> kinds{Value(), Value(-7), Value("text"), Value::array({1}), Value::object()};
    std::vector<std::pair<std::string, Value>> frames;
    SseFrameSplitter splitter;
    splitter.feed(streamFixture(fixture.toStdString()));
    while (const auto next = splitter.next()) {
        if (next->hasData)
            frames.emplace_back(std::string(next->event), Value::parse(next->data));
    }
    for (std::size_t changedFrame = 0; changedFrame < frames.size(); ++changedFrame) {
        const Value places = frames[changedFrame].second.flatten();
        for (const auto &[place, leaf] : places.items()) {
            for (auto pointer = Value::json_pointer(place);; pointer.pop_back()) {
                for (const Value &kind : kinds) {
                    std::string bytes;
                    for (std::size_t i = 0; i < frames.size(); ++i) {
                        Value data = frames[i].second;
                        if (i == changedFrame)
                            data[pointer] = kind;
                        bytes += writeSseFrame(frames[i].first, data.dump());
                    }
                    const StreamEvents events = decodeStream(bytes);
                    const ChatRequest request;
                    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
                    static_cast<void>(encodeEvents(anthropicMessagesClient(), state, events));
                }
                if (pointer.empty())
                    break;
            }
        }
    }
}

void AnthropicMessagesStreamsTest::usageIsCumulative()
{
    const ChatResponse response = collected(decodeStream(streamFixture("citations_two_texts")));
    QCOMPARE(response.usage.uncachedInput, std::optional<std::int64_t>(12));
    QCOMPARE(response.usage.cacheWriteOneHour, std::optional<std::int64_t>(200));
    QCOMPARE(response.usage.output, std::optional<std::int64_t>(50));
    QCOMPARE(response.usage.reasoning, std::optional<std::int64_t>(30));
    const Value raw = Value::parse(response.rawUsage);
    QVERIFY(raw["input_tokens"] == 12 && raw["output_tokens"] == 50);
    QCOMPARE(collected(decodeStream(streamFixture("server_tool"))).usage.uncachedInput,
             std::optional<std::int64_t>(400));
}

void AnthropicMessagesStreamsTest::errorFrameFailsWithItsWords()
{
    const StreamEvents events = decodeStream(streamFixture("error_in_stream"));
    const auto *failed = std::get_if<StreamFailed>(&events.back());
    QVERIFY(failed && failed->error.message == "Overloaded");
    QCOMPARE(failed->error.upstreamStatus, std::optional(529));
    QVERIFY(failed->error.retry == RetryAdvice::OtherTarget);
}

void AnthropicMessagesStreamsTest::callsThatNeverCameFail()
{
    const std::string text = frame("content_block_start", R"("index":0,"content_block":{"type":"text","text":"a"})")
                             + frame("content_block_stop", R"("index":0)");
    QVERIFY(endsWith(decodeStream(messageStart + text + messageEnd("tool_use")),
                     "The provider said that it calls a tool, but sent no call."));
}

void AnthropicMessagesStreamsTest::overlappingBlocksAreTakenApart()
{
    const ChatResponse response = collected(decodeStream(
        messageStart + callStart(0, "a") + callStart(1, "b") + callPiece(1, R"({"x")") + callPiece(0, R"({"y")")
        + callPiece(1, ":1}") + blockStop(1) + callPiece(0, ":2}") + blockStop(0) + messageEnd("tool_use")));
    QCOMPARE(response.choices.front().parts.size(), 2u);
    QCOMPARE(response.choices.front().parts[0].as<ToolCallPart>()->arguments, std::string(R"({"y":2})"));
    QCOMPARE(response.choices.front().parts[1].as<ToolCallPart>()->arguments, std::string(R"({"x":1})"));
    QVERIFY(response.choices.front().finishReason == FinishReason::ToolCalls);
}

void AnthropicMessagesStreamsTest::indexesMayComeInAnyOrder()
{
    const StreamEvents events = decodeStream(
        messageStart + callStart(2, "a") + callStart(1, "b") + callPiece(2, R"({"y")") + callPiece(1, R"({"x":1})")
        + blockStop(1) + callPiece(2, ":2}") + callPiece(1, "late") + blockStop(2) + messageEnd("tool_use"));
    std::size_t open = 0; // at most one part at a time
    for (const StreamEvent &event : events) {
        open += std::holds_alternative<PartStarted>(event) ? 1 : 0;
        open -= std::holds_alternative<PartEnded>(event) ? 1 : 0;
        QVERIFY(open <= 1);
    }
    const ChatResponse response = collected(events);
    QCOMPARE(response.choices.front().parts.size(), 2u);
    QCOMPARE(response.choices.front().parts[0].as<ToolCallPart>()->arguments, std::string(R"({"y":2})"));
    QCOMPARE(response.choices.front().parts[1].as<ToolCallPart>()->arguments, std::string(R"({"x":1})"));
}

void AnthropicMessagesStreamsTest::nonsenseBetweenFramesIsLeftOut()
{
    const std::string text = frame("content_block_start", R"("index":0,"content_block":{"type":"text","text":""})")
                             + frame("content_block_delta", R"("index":0,"delta":{"type":"text_delta","text":"Hi"})");
    const std::string nonsense = "data: {broken\n\ndata: [DONE]\n\n" + frame("new_kind", "") + frame("ping", "")
                                 + frame("content_block_delta", R"("index":7,"delta":{"type":"text_delta","text":"x"})")
                                 + frame("content_block_stop", R"("index":9)");
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const StreamEvents events =
        decodeSseStream(anthropicMessagesProvider(), state, messageStart + text + nonsense + messageEnd("end_turn"));
    const ChatResponse response = collected(events);
    QCOMPARE(joinedText(response.choices.front().parts), std::string("Hi"));
    QVERIFY(response.choices.front().finishReason == FinishReason::Stop);
    QVERIFY(state.answerReport.hasDrops());
}

void AnthropicMessagesStreamsTest::inputAtTheStartCounts()
{
    const std::string call =
        frame("content_block_start",
              R"("index":0,"content_block":{"type":"tool_use","id":"t","name":"f","input":{"a":1}})")
        + frame("content_block_stop", R"("index":0)");
    const ChatResponse response = collected(decodeStream(messageStart + call + messageEnd("tool_use")));
    QCOMPARE(response.choices.front().parts.front().as<ToolCallPart>()->arguments, std::string(R"({"a":1})"));
}

void AnthropicMessagesStreamsTest::forcedOutputIsText()
{
    const std::string call =
        frame("content_block_start",
              R"("index":0,"content_block":{"type":"tool_use","id":"t","name":"out","input":{}})")
        + frame("content_block_delta", R"("index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\":1}"})")
        + frame("content_block_stop", R"("index":0)");
    const ChatResponse response =
        collected(decodeStream(messageStart + call + messageEnd("tool_use"), ChatRequest(), "out"));
    QCOMPARE(joinedText(response.choices.front().parts), std::string(R"({"a":1})"));
    QVERIFY(response.choices.front().finishReason == FinishReason::Stop);
}

void AnthropicMessagesStreamsTest::customInputComesAtTheEnd()
{
    ChatRequest request;
    Tool tool = functionTool("patch");
    tool.kind = Tool::Kind::Custom;
    request.tools.push_back(tool);
    const std::string call =
        frame("content_block_start",
              R"("index":0,"content_block":{"type":"tool_use","id":"t","name":"patch","input":{}})")
        + frame("content_block_delta",
                R"("index":0,"delta":{"type":"input_json_delta","partial_json":"{\"input\":\"**"})")
        + frame("content_block_delta", R"("index":0,"delta":{"type":"input_json_delta","partial_json":"*\"}"})")
        + frame("content_block_stop", R"("index":0)");
    const ChatResponse response = collected(decodeStream(messageStart + call + messageEnd("tool_use"), request));
    const auto *part = response.choices.front().parts.front().as<ToolCallPart>();
    QVERIFY(part->kind == ToolCallPart::Kind::Custom);
    QCOMPARE(part->arguments, std::string("***"));
}

void AnthropicMessagesStreamsTest::textWithoutMessageStartIsRead()
{
    const std::string text = frame("content_block_start", R"("content_block":{"type":"text","text":"Hi"})")
                             + frame("content_block_stop", "");
    const ChatResponse response = collected(decodeStream(text + messageEnd("end_turn")));
    QCOMPARE(joinedText(response.choices.front().parts), std::string("Hi"));
}

// Bedrock and Cohere say that a sequence ended the answer, and not which.
void AnthropicMessagesStreamsTest::theOnlyStopSequenceIsTheOneThatWasMet()
{
    ChatRequest request;
    for (const bool isKnown : {true, false}) {
        request.sampling.stopSequences.push_back(isKnown ? "END" : "STOP");
        ChatResponse answer;
        Choice &choice = answer.choices.emplace_back();
        choice.parts.push_back(makeText("Hello"));
        choice.finishReason = FinishReason::StopSequence;
        const Value expected = isKnown ? Value("END") : Value();
        ExchangeState writing(request, DialectId::BedrockConverse, "a1");
        QVERIFY(Value::parse(anthropicMessagesClient().encodeResponse(answer, writing))["stop_sequence"] == expected);
        ExchangeState streaming(request, DialectId::BedrockConverse, "a1");
        StrictReader reader;
        reader.read(encodeEvents(anthropicMessagesClient(), streaming, eventsOf(answer)));
        QVERIFY(reader.message["stop_sequence"] == expected);
    }
}

// A provider that answers a stream with a whole answer: Anthropic refuses the data of hidden thoughts as a signature.
void AnthropicMessagesStreamsTest::hiddenThoughtsOfWholeAnswersStayHidden()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    ChatResponse answer;
    Part hidden;
    hidden.content = ReasoningPart{};
    hidden.state = OpaqueState{DialectId::AnthropicMessages, "EmwKAhgB", {}, true, false};
    answer.choices.emplace_back().parts.push_back(hidden);
    StrictReader reader;
    reader.read(encodeEvents(anthropicMessagesClient(), state, eventsOf(answer)));
    QCOMPARE(reader.problem, std::string());
    QVERIFY(reader.message["content"] == Value::array({Value{{"type", "redacted_thinking"}, {"data", "EmwKAhgB"}}}));
}

void AnthropicMessagesStreamsTest::stateOfAGeminiCallComesBeforeIt()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    Part part = callMessage("call_1", "look", "").parts.front();
    const OpaqueState signature{DialectId::GeminiGenerate, "c2ln", {}, false, false};
    StrictReader reader;
    reader.read(
        encodeEvents(anthropicMessagesClient(), state,
                     {MessageStarted{}, PartStarted{0, 0, part}, PartDelta{0, PartDelta::Kind::Arguments, R"({"a":1})"},
                      PartEnded{0, signature}, ChoiceEnded{0, FinishReason::ToolCalls, {}, {}}, MessageEnded{}}));
    QCOMPARE(reader.problem, std::string());
    QCOMPARE(reader.message["content"].size(), 2u);
    const auto carried = unpackState(reader.message["content"][0]["data"].get<std::string>());
    QVERIFY(carried && carried->belongsToNext && carried->data == "c2ln");
    QVERIFY(reader.message["content"][1]["input"] == Value({{"a", 1}}));
}

void AnthropicMessagesStreamsTest::argumentsThatAreNoObjectAreWrapped()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    StrictReader reader;
    reader.read(
        encodeEvents(anthropicMessagesClient(), state,
                     {MessageStarted{}, PartStarted{0, 0, callMessage("call_1", "look", "").parts.front()},
                      PartDelta{0, PartDelta::Kind::Arguments, " "}, PartDelta{0, PartDelta::Kind::Arguments, "[1,"},
                      PartDelta{0, PartDelta::Kind::Arguments, "2]"}, PartEnded{0, {}},
                      ChoiceEnded{0, FinishReason::ToolCalls, {}, {}}, MessageEnded{}}));
    QCOMPARE(reader.problem, std::string());
    QVERIFY(reader.message["content"][0]["input"] == Value({{"input", "[1,2]"}}));
}

void AnthropicMessagesStreamsTest::citationsWaitForTheirText()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const std::string citation = R"({"type":"url_citation","url":"https://example.org/","title":"T"})";
    StrictReader reader;
    reader.read(encodeEvents(
        anthropicMessagesClient(), state,
        {MessageStarted{}, PartStarted{0, 0, makeText({})}, PartDelta{0, PartDelta::Kind::Annotation, citation},
         PartDelta{0, PartDelta::Kind::Text, ""}, PartDelta{0, PartDelta::Kind::Text, "Hi"}, PartEnded{0, {}},
         PartStarted{1, 0, makeText({})}, PartDelta{1, PartDelta::Kind::Annotation, citation}, PartEnded{1, {}},
         ChoiceEnded{0, FinishReason::Stop, {}, {}}, MessageEnded{}}));
    QCOMPARE(reader.problem, std::string());
    QCOMPARE(reader.message["content"].size(), 1u); // a text without a character is left out
    QVERIFY(reader.message["content"][0]["text"] == "Hi");
    QCOMPARE(reader.message["content"][0]["citations"].size(), 1u);
    QVERIFY(state.answerReport.hasDrops());
}

void AnthropicMessagesStreamsTest::failureBeforeTheStartIsAnError()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    StrictReader reader;
    reader.read(
        encodeEvents(anthropicMessagesClient(), state,
                     {StreamFailed{Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "Lost.")}}));
    QCOMPARE(reader.problem, std::string());
    QCOMPARE(reader.error, std::string("Lost."));
}

void AnthropicMessagesStreamsTest::deltasAreQuick()
{
    std::string bytes =
        messageStart + frame("content_block_start", R"("index":0,"content_block":{"type":"text","text":""})");
    for (int i = 0; i < 1000; ++i)
        bytes += frame("content_block_delta", R"("index":0,"delta":{"type":"text_delta","text":"some words"})");
    bytes += frame("content_block_stop", R"("index":0)") + messageEnd("end_turn");
    const ChatRequest request;
    QBENCHMARK
    { // both ways, 1,000 deltas
        ExchangeState state(request, DialectId::AnthropicMessages, "a1");
        const StreamEvents events = decodeSseStream(anthropicMessagesProvider(), state, bytes);
        QVERIFY(encodeEvents(anthropicMessagesClient(), state, events).size() > 1000);
    }
}

QTEST_APPLESS_MAIN(AnthropicMessagesStreamsTest)
#include "tst_anthropic_messages_streams.moc"
