#include "tests/translation/anthropic_codec.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace anthropic_codec;

namespace {

std::string answer(const std::string &content, const std::string &stopReason)
{
    return R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":)" + content
           + R"(,"stop_reason":")" + stopReason
           + R"(","stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":4}})";
}

Result<ChatResponse> decodeAnswer(const std::string &body, ExchangeState &state)
{
    return anthropicMessagesProvider().decodeResponse(body, state);
}

Value encodeAnswer(const ChatResponse &response, ExchangeState &state)
{
    return Value::parse(anthropicMessagesClient().encodeResponse(response, state));
}

ChatResponse responseWith(Part part, FinishReason reason)
{
    ChatResponse response;
    response.id = "chatcmpl-1";
    response.model = "gpt-5";
    Choice choice;
    choice.parts.push_back(std::move(part));
    choice.finishReason = reason;
    response.choices.push_back(std::move(choice));
    return response;
}

Part reasoningWith(std::string text, std::optional<OpaqueState> state)
{
    Part part;
    part.content = ReasoningPart{std::move(text), false};
    part.state = std::move(state);
    return part;
}

} // namespace

class AnthropicMessagesAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void answersComeBackEqual_data();
    void answersComeBackEqual();
    void usageIsTakenApart();
    void missingUsageIsNotZero();
    void stopReasonsGoBothWays_data();
    void stopReasonsGoBothWays();
    void reasonsOfOthersAreNotedOrRefused();
    void callsThatNeverCameAreAnError();
    void stopWithCallsIsToolCalls();
    void forcedOutputIsText();
    void customToolsGetTheirInput();
    void namesComeBackAsTheClientKnowsThem();
    void citationsAreUrlsForOtherClients();
    void errorsAndNonsenseAreErrors_data();
    void errorsAndNonsenseAreErrors();
    void foreignReasoningTravelsInOneField_data();
    void foreignReasoningTravelsInOneField();
    void stateOfACallComesBeforeIt();
    void idsHaveTheirPrefixes();
    void emptyTextsAreLeftOut();
    void argumentsThatAreNoObjectAreWrapped();
    void onlyTheFirstChoiceIsTold();
    void survivesAnyKindAtAnyMember();
};

void AnthropicMessagesAnswersTest::answersComeBackEqual_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::newRow("thinking, text, tools") << "thinking_text_tools";
    QTest::newRow("server tools, citations") << "server_tools_citations";
}

void AnthropicMessagesAnswersTest::answersComeBackEqual()
{
    QFETCH(QString, fixture);
    const std::string body =
        readDialectFixture(("anthropic_messages/responses/" + fixture.toStdString() + ".json").c_str());
    ChatRequest request;
    request.dialect = DialectId::AnthropicMessages;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response = decodeAnswer(body, state);
    QVERIFY(response.has_value());
    Value expected = Value::parse(body);
    Value actual = encodeAnswer(*response, state);
    // The classes of cache writes are told whenever there were writes.
    if (!expected["usage"].contains("cache_creation"))
        actual["usage"].erase("cache_creation");
    if (actual != expected)
        qWarning("%s", Value::diff(expected, actual).dump(1).c_str());
    QVERIFY(actual == expected);
}

void AnthropicMessagesAnswersTest::usageIsTakenApart()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response =
        decodeAnswer(readDialectFixture("anthropic_messages/responses/server_tools_citations.json"), state);
    QVERIFY(response.has_value());
    QCOMPARE(response->usage.uncachedInput, std::optional<std::int64_t>(12));
    QCOMPARE(response->usage.cacheRead, std::optional<std::int64_t>(0));
    QCOMPARE(response->usage.cacheWrite, std::optional<std::int64_t>(300));
    QCOMPARE(response->usage.cacheWriteOneHour, std::optional<std::int64_t>(200));
    QCOMPARE(response->usage.output, std::optional<std::int64_t>(50));
    QCOMPARE(response->usage.reasoning, std::optional<std::int64_t>(30));
    QCOMPARE(response->serviceTier, std::string("priority"));
    QVERIFY(Value::parse(response->rawUsage)["output_tokens"] == 50);
}

void AnthropicMessagesAnswersTest::missingUsageIsNotZero()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response = decodeAnswer(answer("[]", "end_turn"), state);
    QVERIFY(response.has_value());
    QVERIFY(!response->usage.cacheRead && !response->usage.cacheWrite && !response->usage.reasoning);
    const Value usage = encodeAnswer(*response, state)["usage"];
    QVERIFY(usage["cache_read_input_tokens"].is_null());
    QVERIFY(encodeAnswer(ChatResponse(), state)["usage"]["input_tokens"] == 0); // SDKs demand a number
}

void AnthropicMessagesAnswersTest::stopReasonsGoBothWays_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("reason");
    const auto add = [](const char *word, FinishReason reason) {
        QTest::newRow(word) << QByteArray(word) << int(reason);
    };
    add("end_turn", FinishReason::Stop);
    add("max_tokens", FinishReason::Length);
    add("stop_sequence", FinishReason::StopSequence);
    add("pause_turn", FinishReason::Paused);
    add("refusal", FinishReason::Refusal);
    add("model_context_window_exceeded", FinishReason::ContextOverflow);
}

void AnthropicMessagesAnswersTest::stopReasonsGoBothWays()
{
    QFETCH(QByteArray, word);
    QFETCH(int, reason);
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response = decodeAnswer(answer(R"([{"type":"text","text":"a"}])", word.toStdString()), state);
    QVERIFY(response.has_value());
    QCOMPARE(int(response->choices.front().finishReason), reason);
    QCOMPARE(response->choices.front().rawFinishReason, word.toStdString());
    QVERIFY(encodeAnswer(*response, state)["stop_reason"] == word.toStdString());
}

void AnthropicMessagesAnswersTest::reasonsOfOthersAreNotedOrRefused()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    QVERIFY(encodeAnswer(responseWith(makeText("a"), FinishReason::ContentFilter), state)["stop_reason"] == "refusal");
    QCOMPARE(state.answerReport.notes().size(), 1u);
    QVERIFY(encodeAnswer(responseWith(makeText("a"), FinishReason::Error), state)["stop_reason"] == "end_turn");
    QCOMPARE(state.answerReport.notes().size(), 2u);
    Part refusal;
    refusal.content = RefusalPart{"No."};
    const Value refused = encodeAnswer(responseWith(refusal, FinishReason::Stop), state);
    QVERIFY(refused["stop_reason"] == "refusal" && refused["content"][0]["text"] == "No.");
}

void AnthropicMessagesAnswersTest::callsThatNeverCameAreAnError()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response = decodeAnswer(answer(R"([{"type":"text","text":"a"}])", "tool_use"), state);
    QVERIFY(!response);
    QVERIFY(response.error().code == ErrorCode::UpstreamProtocol);
    QVERIFY(response.error().retry == RetryAdvice::OtherTarget);
}

void AnthropicMessagesAnswersTest::stopWithCallsIsToolCalls()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response =
        decodeAnswer(answer(R"([{"type":"tool_use","id":"t","name":"f","input":{}}])", "end_turn"), state);
    QVERIFY(response.has_value());
    QVERIFY(response->choices.front().finishReason == FinishReason::ToolCalls);
    QCOMPARE(state.answerReport.notes().size(), 1u);
}

void AnthropicMessagesAnswersTest::forcedOutputIsText()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    state.outputTool = "final_answer";
    const auto response = decodeAnswer(
        answer(R"([{"type":"tool_use","id":"t","name":"final_answer","input":{"city":"Bonn"}}])", "tool_use"), state);
    QVERIFY(response.has_value());
    const Choice &choice = response->choices.front();
    QVERIFY(choice.finishReason == FinishReason::Stop);
    QCOMPARE(joinedText(choice.parts), std::string(R"({"city":"Bonn"})"));
}

void AnthropicMessagesAnswersTest::customToolsGetTheirInput()
{
    ChatRequest request;
    Tool tool = functionTool("apply_patch");
    tool.kind = Tool::Kind::Custom;
    request.tools.push_back(tool);
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response = decodeAnswer(
        answer(R"([{"type":"tool_use","id":"t","name":"apply_patch","input":{"input":"*** Begin"}}])", "tool_use"),
        state);
    QVERIFY(response.has_value());
    const auto *call = response->choices.front().parts.front().as<ToolCallPart>();
    QVERIFY(call->kind == ToolCallPart::Kind::Custom);
    QCOMPARE(call->arguments, std::string("*** Begin"));
}

void AnthropicMessagesAnswersTest::namesComeBackAsTheClientKnowsThem()
{
    ChatRequest request = chatRequest();
    Tool first = functionTool("run");
    first.toolNamespace = "alpha";
    Tool second = functionTool("run");
    second.toolNamespace = "beta";
    request.tools = {first, second, functionTool("read:file")};
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    ConversionReport report;
    const auto encoded = anthropicMessagesProvider().encodeRequest(request, {"m", {}}, state, report);
    QVERIFY(encoded.has_value());
    const Value tools = Value::parse(encoded->body)["tools"];
    QVERIFY(tools[0]["name"] == "alpha__run" && tools[1]["name"] == "beta__run" && tools[2]["name"] == "read_file");
    const auto response = decodeAnswer(
        answer(
            R"([{"type":"tool_use","id":"a","name":"beta__run","input":{}},{"type":"tool_use","id":"b","name":"read_file","input":{}}])",
            "tool_use"),
        state);
    QVERIFY(response.has_value());
    const auto *call = response->choices.front().parts[0].as<ToolCallPart>();
    QCOMPARE(call->name, std::string("run"));
    QCOMPARE(call->toolNamespace, std::string("beta"));
    QCOMPARE(response->choices.front().parts[1].as<ToolCallPart>()->name, std::string("read:file"));
}

void AnthropicMessagesAnswersTest::citationsAreUrlsForOtherClients()
{
    const ChatRequest request = chatRequest();
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response =
        decodeAnswer(readDialectFixture("anthropic_messages/responses/server_tools_citations.json"), state);
    QVERIFY(response.has_value());
    const auto *text = response->choices.front().parts.back().as<TextPart>();
    QCOMPARE(text->annotations.size(), 1u);
    QVERIFY(text->annotations.front()["type"] == "url_citation");
    QVERIFY(text->annotations.front()["url"] == "https://example.org/rhine");
    QVERIFY(!text->annotations.front().contains("dialect"));
}

void AnthropicMessagesAnswersTest::errorsAndNonsenseAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("error") << QByteArray(R"({"type":"error","error":{"type":"overloaded_error","message":"Full"}})")
                           << 529;
    QTest::newRow("not JSON") << QByteArray("<html>") << 0;
    QTest::newRow("array") << QByteArray("[]") << 0;
    QTest::newRow("no content") << QByteArray(R"({"type":"message"})") << 0;
}

void AnthropicMessagesAnswersTest::errorsAndNonsenseAreErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    const auto response = decodeAnswer(body.toStdString(), state);
    QVERIFY(!response);
    QCOMPARE(response.error().upstreamStatus.value_or(0), status);
    if (status != 0)
        QCOMPARE(response.error().message, std::string("Full"));
}

void AnthropicMessagesAnswersTest::foreignReasoningTravelsInOneField_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hasState");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("summary and state") << QByteArray("So.") << true << QByteArray("thinking");
    QTest::newRow("state alone") << QByteArray() << true << QByteArray("redacted_thinking");
    QTest::newRow("text alone") << QByteArray("So.") << false << QByteArray("thinking");
}

void AnthropicMessagesAnswersTest::foreignReasoningTravelsInOneField()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, hasState);
    QFETCH(QByteArray, type);
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    std::optional<OpaqueState> opaque;
    if (hasState)
        opaque = OpaqueState{DialectId::OpenAiResponses, "gAAAA=", "rs_1", false, false};
    const Value block =
        encodeAnswer(responseWith(reasoningWith(text.toStdString(), opaque), FinishReason::Stop), state)["content"][0];
    QVERIFY(block["type"] == type.toStdString());
    // The client sends it back as it came.
    Value body = Value::parse(R"({"model":"m","max_tokens":9,"messages":[{"role":"assistant","content":[]}]})");
    body["messages"][0]["content"].push_back(block);
    const auto again = decode(body.dump());
    QVERIFY(again.has_value());
    const Part &part = again->messages.front().parts.front();
    QCOMPARE(part.as<ReasoningPart>()->text, text.toStdString());
    QVERIFY(part.state == opaque);
}

void AnthropicMessagesAnswersTest::stateOfACallComesBeforeIt()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    Part part = callMessage("call_1", "look", R"({"a":1})").parts.front();
    part.state = OpaqueState{DialectId::GeminiGenerate, "c2ln", {}, false, false};
    const Value content = encodeAnswer(responseWith(part, FinishReason::ToolCalls), state)["content"];
    QCOMPARE(content.size(), 2u);
    QVERIFY(content[0]["type"] == "redacted_thinking" && content[1]["type"] == "tool_use");
    Value body = Value::parse(R"({"model":"m","max_tokens":9,"messages":[{"role":"assistant"}]})");
    body["messages"][0]["content"] = content;
    const auto again = decode(body.dump());
    QVERIFY(again.has_value());
    QVERIFY(again->messages.front().parts == std::vector<Part>{part});
}

void AnthropicMessagesAnswersTest::idsHaveTheirPrefixes()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const Part call = callMessage("call:1", "look", "").parts.front();
    const Value made = encodeAnswer(responseWith(call, FinishReason::ToolCalls), state);
    QVERIFY(made["id"].get<std::string>().starts_with("msg_"));
    QVERIFY(made["content"][0]["id"].get<std::string>().starts_with("toolu_"));
    QVERIFY(made["content"][0]["input"] == Value::object());
    ChatResponse own = responseWith(callMessage("call_7", "look", "{}").parts.front(), FinishReason::ToolCalls);
    own.id = "msg_own";
    const Value kept = encodeAnswer(own, state);
    QVERIFY(kept["id"] == "msg_own" && kept["content"][0]["id"] == "call_7");
}

void AnthropicMessagesAnswersTest::emptyTextsAreLeftOut()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    QVERIFY(encodeAnswer(responseWith(makeText(""), FinishReason::Stop), state)["content"] == Value::array());
}

void AnthropicMessagesAnswersTest::argumentsThatAreNoObjectAreWrapped()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const Part call = callMessage("call_1", "look", "[1]").parts.front();
    const Value made = encodeAnswer(responseWith(call, FinishReason::ToolCalls), state);
    QVERIFY(made["content"][0]["input"] == Value({{"input", "[1]"}}));
    QCOMPARE(state.answerReport.notes().size(), 1u);
}

void AnthropicMessagesAnswersTest::onlyTheFirstChoiceIsTold()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    ChatResponse response = responseWith(makeText("first"), FinishReason::Stop);
    response.choices.push_back(responseWith(makeText("second"), FinishReason::Stop).choices.front());
    const Value made = encodeAnswer(response, state);
    QCOMPARE(made["content"].size(), 1u);
    QVERIFY(state.answerReport.hasDrops());
}

void AnthropicMessagesAnswersTest::survivesAnyKindAtAnyMember()
{
    const std::vector<Value> kinds{Value(),        Value(7),          Value("text"),  Value(true),
                                   Value::array(), Value::array({1}), Value::object()};
    for (const char *fixture : {"thinking_text_tools", "server_tools_citations"}) {
        const Value body = Value::parse(
            readDialectFixture((std::string("anthropic_messages/responses/") + fixture + ".json").c_str()));
        const Value places = body.flatten();
        for (const auto &[place, leaf] : places.items()) {
            for (auto pointer = Value::json_pointer(place); !pointer.empty(); pointer.pop_back()) {
                for (const Value &kind : kinds) {
                    Value changed = body;
                    changed[pointer] = kind;
                    const ChatRequest request;
                    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
                    const auto response = decodeAnswer(changed.dump(), state);
                    if (response)
                        QVERIFY(encodeAnswer(*response, state).is_object());
                }
            }
        }
    }
}

QTEST_APPLESS_MAIN(AnthropicMessagesAnswersTest)
#include "tst_anthropic_messages_answers.moc"
