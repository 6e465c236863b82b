#include "gateway/base/base64.h"
#include "tests/translation/bedrock_codec.h"

using namespace bedrock_codec;
using Kind = ConversionNote::Kind;

class BedrockConverseAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void readsReasoningTextAndCalls();
    void comesBackByValue_data();
    void comesBackByValue();
    void tellsCitationsAsTheClientKnowsThem();
    void unwrapsForcedOutputAndCustomInput();
    void givesCallsTheirNamesBack();
    void tellsBodiesWithoutAnAnswer_data();
    void tellsBodiesWithoutAnAnswer();
    void survivesEveryWrongKind_data() { comesBackByValue_data(); }
    void survivesEveryWrongKind();
    void readsEveryStopReason_data();
    void readsEveryStopReason();
    void settlesReasonsThatDoNotFit();
    void writesWhatTheSdkDemands();
    void writesEveryStopReason_data();
    void writesEveryStopReason();
    void totalsTheUsage();
    void carriesForeignStateThroughTheClient();
    void leavesOutWhatClientsDoNotKnow();

private:
    static std::string fixture(const QByteArray &name)
    {
        return readDialectFixture(QByteArray("bedrock_converse/responses/" + name + ".json").constData());
    }
    static ChatRequest own()
    {
        ChatRequest request = chat({text(Role::User, "Hi")});
        request.dialect = DialectId::BedrockConverse;
        return request;
    }
    static Result<ChatResponse> read(const ChatRequest &request, std::string_view body)
    {
        ExchangeState state(request, DialectId::BedrockConverse, "a1");
        return bedrockConverseProvider().decodeResponse(body, state);
    }
    static ChatResponse answer(std::vector<Part> parts, FinishReason reason = FinishReason::Stop)
    {
        ChatResponse response;
        Choice choice;
        choice.parts = std::move(parts);
        choice.finishReason = reason;
        response.choices.push_back(std::move(choice));
        return response;
    }
    static Value write(const ChatResponse &response, DialectId provider = DialectId::OpenAiChat)
    {
        const ChatRequest request = own();
        ExchangeState state(request, provider, "a1");
        return Value::parse(bedrockConverseClient().encodeResponse(response, state));
    }
    static std::string saying(const std::string &reason, const std::string &content)
    {
        return "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[" + content + "]}},\"stopReason\":\""
               + reason + "\"}";
    }
};

void BedrockConverseAnswersTest::readsReasoningTextAndCalls()
{
    const auto response = read(chat({}), fixture("reasoning_text_tools"));
    QVERIFY(response.has_value());
    const Choice &choice = response->choices.at(0);
    QCOMPARE(choice.parts.size(), std::size_t(5));
    QCOMPARE(choice.finishReason, FinishReason::ToolCalls);
    QCOMPARE(choice.parts[0].state->data, std::string("EqQBCgIYAhIM"));
    QVERIFY(choice.parts[1].state->isRedacted);
    QCOMPARE(choice.parts[3].as<ToolCallPart>()->arguments, std::string("{\"city\":\"Zürich\"}"));
    QCOMPARE(choice.parts[4].as<ToolCallPart>()->arguments, std::string("{}"));
    QCOMPARE(response->usage.uncachedInput, std::optional<std::int64_t>(30));
    QCOMPARE(response->usage.cacheRead, std::optional<std::int64_t>(400));
    QCOMPARE(response->usage.cacheWrite, std::optional<std::int64_t>(600));
    QCOMPARE(response->usage.cacheWriteOneHour, std::optional<std::int64_t>(200));
    QCOMPARE(response->usage.output, std::optional<std::int64_t>(50));
    QCOMPARE(response->serviceTier, std::string("priority"));
    QVERIFY(response->rawUsage.find("cacheDetails") != std::string::npos);
}

void BedrockConverseAnswersTest::comesBackByValue_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"reasoning_text_tools", "citations", "guardrail"})
        QTest::newRow(name) << QByteArray(name);
}

void BedrockConverseAnswersTest::comesBackByValue()
{
    QFETCH(const QByteArray, name);
    const auto response = read(own(), fixture(name));
    QVERIFY(response.has_value());
    const Value wanted = Value::parse(fixture(name));
    const Value written = write(*response, DialectId::BedrockConverse);
    QVERIFY2(written == wanted, Value::diff(wanted, written).dump().c_str());
}

void BedrockConverseAnswersTest::tellsCitationsAsTheClientKnowsThem()
{
    const auto response = read(chat({}), fixture("citations"));
    QVERIFY(response.has_value());
    const Json &annotation = response->choices.at(0).parts.at(0).as<TextPart>()->annotations.at(0);
    QVERIFY(annotation["type"] == "url_citation" && annotation["url"] == "https://example.com/a");
    const Value back = write(*response);
    QCOMPARE(back["output"]["message"]["content"][0]["citationsContent"]["citations"][0]["location"]["web"]["url"]
                 .get<std::string>(),
             std::string("https://example.com/a"));
}

void BedrockConverseAnswersTest::unwrapsForcedOutputAndCustomInput()
{
    ChatRequest request = chat({});
    Tool custom = tool("apply_patch");
    custom.kind = Tool::Kind::Custom;
    request.tools.push_back(custom);
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    state.outputTool = std::string("final_answer");
    const auto forced = bedrockConverseProvider().decodeResponse(
        saying("tool_use", R"({"toolUse":{"toolUseId":"a","name":"final_answer","input":{"a":1}}})"), state);
    QVERIFY(forced.has_value());
    QCOMPARE(joinedText(forced->choices.at(0).parts), std::string("{\"a\":1}"));
    QCOMPARE(forced->choices[0].finishReason, FinishReason::Stop);
    const auto patched = bedrockConverseProvider().decodeResponse(
        saying("tool_use", R"({"toolUse":{"toolUseId":"a","name":"apply_patch","input":{"input":"*** x"}}})"), state);
    QVERIFY(patched.has_value());
    const auto *called = patched->choices.at(0).parts.at(0).as<ToolCallPart>();
    QCOMPARE(called->kind, ToolCallPart::Kind::Custom);
    QCOMPARE(called->arguments, std::string("*** x"));
}

void BedrockConverseAnswersTest::givesCallsTheirNamesBack()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.tools.push_back(tool("mcp.files/read"));
    for (const char *space : {"a", "b"}) {
        request.tools.push_back(tool("run"));
        request.tools.back().toolNamespace = space;
    }
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    ConversionReport report;
    QVERIFY(bedrockConverseProvider().encodeRequest(request, {claude, {}}, state, report).has_value());
    const auto response = bedrockConverseProvider().decodeResponse(
        saying("tool_use", R"({"toolUse":{"toolUseId":"1","name":"mcp_files_read","input":{}}},
                              {"toolUse":{"toolUseId":"2","name":"b__run","input":{}}})"),
        state);
    QVERIFY(response.has_value());
    QCOMPARE(response->choices.at(0).parts.at(0).as<ToolCallPart>()->name, std::string("mcp.files/read"));
    QCOMPARE(response->choices[0].parts.at(1).as<ToolCallPart>()->name, std::string("run"));
    QCOMPARE(response->choices[0].parts[1].as<ToolCallPart>()->toolNamespace, std::string("b"));
}

void BedrockConverseAnswersTest::tellsBodiesWithoutAnAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no JSON") << QByteArray("<html>") << QByteArray("The provider's answer is not a JSON object.");
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("The provider's answer has no content.");
    QTest::newRow("error") << QByteArray(readDialectFixture("bedrock_converse/errors/throttling.json").c_str())
                           << QByteArray("Too many requests, please wait before trying again.");
    QTest::newRow("type only") << QByteArray(R"({"__type":"com.amazon.coral.service#UnknownOperationException"})")
                               << QByteArray("The provider ended the answer with an error.");
}

void BedrockConverseAnswersTest::tellsBodiesWithoutAnAnswer()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, message);
    const auto response = read(chat({}), body.toStdString());
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().message, message.toStdString());
    QCOMPARE(response.error().source, ErrorSource::Upstream);
}

void BedrockConverseAnswersTest::survivesEveryWrongKind()
{
    QFETCH(const QByteArray, name);
    const Value body = Value::parse(fixture(name));
    const Value flat = body.flatten();
    for (const auto &[pointer, leaf] : flat.items()) {
        for (std::string place = pointer; !place.empty(); place.resize(place.rfind('/'))) {
            for (const Value &wrong :
                 {Value(), Value(7), Value::array({1}), Value::object({{"a", 1}}), Value("text")}) {
                Value mutated = body;
                mutated[Value::json_pointer(place)] = wrong;
                if (const auto response = read(own(), mutated.dump()))
                    QVERIFY(write(*response).is_object());
            }
        }
    }
}

void BedrockConverseAnswersTest::readsEveryStopReason_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("reason");
    QTest::newRow("end") << QByteArray("end_turn") << int(FinishReason::Stop);
    QTest::newRow("length") << QByteArray("max_tokens") << int(FinishReason::Length);
    QTest::newRow("sequence") << QByteArray("stop_sequence") << int(FinishReason::StopSequence);
    QTest::newRow("filtered") << QByteArray("content_filtered") << int(FinishReason::ContentFilter);
    QTest::newRow("guardrail") << QByteArray("guardrail_intervened") << int(FinishReason::ContentFilter);
    QTest::newRow("window") << QByteArray("model_context_window_exceeded") << int(FinishReason::ContextOverflow);
    QTest::newRow("new") << QByteArray("tired") << int(FinishReason::Unknown);
}

void BedrockConverseAnswersTest::readsEveryStopReason()
{
    QFETCH(const QByteArray, word);
    QFETCH(const int, reason);
    const auto response = read(chat({}), saying(word.constData(), R"({"text":"Hi"})"));
    QVERIFY(response.has_value());
    QCOMPARE(int(response->choices.at(0).finishReason), reason);
    QCOMPARE(response->choices[0].rawFinishReason, word.toStdString());
    QVERIFY(!response->usage.uncachedInput); // not told is not zero
}

void BedrockConverseAnswersTest::settlesReasonsThatDoNotFit()
{
    const auto missing = read(chat({}), saying("tool_use", R"({"text":"Hi"})"));
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().code, ErrorCode::UpstreamProtocol);
    for (const char *word : {"malformed_model_output", "malformed_tool_use"}) {
        const auto givenUp = read(chat({}), saying(word, R"({"text":"Hi"})"));
        QVERIFY(!givenUp.has_value());
        QCOMPARE(givenUp.error().retry, RetryAdvice::OtherTarget);
        QVERIFY(givenUp.error().message.find(word) != std::string::npos);
    }
    const auto called = read(chat({}), saying("end_turn", R"({"toolUse":{"toolUseId":"a","name":"t","input":{}}})"));
    QVERIFY(called.has_value());
    QCOMPARE(called->choices.at(0).finishReason, FinishReason::ToolCalls);
    const auto server =
        read(chat({}),
             saying("tool_use", R"({"toolUse":{"toolUseId":"a","name":"t","type":"server_tool_use","input":{}}})"));
    QVERIFY(server.has_value());
}

void BedrockConverseAnswersTest::writesWhatTheSdkDemands()
{
    const Value body = write(answer({makeText("Hi."), makeText(""), call("an id", "t", "")}, FinishReason::ToolCalls));
    QCOMPARE(body["output"]["message"]["role"].get<std::string>(), std::string("assistant"));
    const Value &content = body["output"]["message"]["content"];
    QCOMPARE(content.size(), std::size_t(2)); // AWS refuses empty texts when they come back
    QVERIFY(content[0] == Value({{"text", "Hi."}}));
    QVERIFY(content[1]["toolUse"]["input"] == Value::object());
    QVERIFY(content[1]["toolUse"]["toolUseId"].get<std::string>().starts_with("tooluse_"));
    QCOMPARE(body["stopReason"].get<std::string>(), std::string("tool_use"));
    for (const char *name : {"inputTokens", "outputTokens", "totalTokens"})
        QVERIFY(body["usage"][name].is_number_integer());
    QVERIFY(body["metrics"]["latencyMs"].is_number_integer());
    QVERIFY(write(ChatResponse())["output"]["message"]["content"].empty());
}

void BedrockConverseAnswersTest::writesEveryStopReason_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](FinishReason reason, const char *raw, const char *word) {
        QTest::newRow((std::string(finishReasonName(reason)) + raw).c_str())
            << int(reason) << QByteArray(raw) << QByteArray(word);
    };
    row(FinishReason::Stop, "stop", "end_turn");
    row(FinishReason::StopSequence, "stop", "stop_sequence");
    row(FinishReason::Length, "length", "max_tokens");
    row(FinishReason::ToolCalls, "tool_calls", "tool_use");
    row(FinishReason::ContentFilter, "content_filter", "content_filtered");
    row(FinishReason::ContentFilter, "guardrail_intervened", "guardrail_intervened");
    row(FinishReason::Refusal, "refusal", "content_filtered");
    row(FinishReason::ContextOverflow, "", "model_context_window_exceeded");
    row(FinishReason::Paused, "pause_turn", "end_turn");
    row(FinishReason::Error, "MALFORMED", "malformed_model_output");
    row(FinishReason::Error, "malformed_tool_use", "malformed_tool_use");
    row(FinishReason::Unknown, "", "end_turn");
}

void BedrockConverseAnswersTest::writesEveryStopReason()
{
    QFETCH(const int, reason);
    QFETCH(const QByteArray, raw);
    QFETCH(const QByteArray, word);
    ChatResponse response = answer({makeText("Hi.")}, FinishReason(reason));
    response.choices[0].rawFinishReason = raw.toStdString();
    QCOMPARE(write(response)["stopReason"].get<std::string>(), word.toStdString());
}

void BedrockConverseAnswersTest::totalsTheUsage()
{
    ChatResponse response = answer({makeText("Hi.")});
    response.usage.uncachedInput = 10;
    response.usage.cacheRead = 20;
    response.usage.cacheWrite = 30;
    response.usage.cacheWriteOneHour = 30;
    response.usage.output = 5;
    QVERIFY(write(response)["usage"] == Value::parse(R"({"inputTokens":10,"outputTokens":5,"totalTokens":65,
        "cacheReadInputTokens":20,"cacheWriteInputTokens":30,"cacheDetails":[{"ttl":"1h","inputTokens":30}]})"));
}

// A client gives back what it got, and the state is its maker's again.
void BedrockConverseAnswersTest::carriesForeignStateThroughTheClient()
{
    const OpaqueState openAi{DialectId::OpenAiResponses, "gAAA", "rs_1", false, false};
    const OpaqueState anthropic{DialectId::AnthropicMessages, "c2ln", {}, false, false};
    const OpaqueState redacted{DialectId::AnthropicMessages, "cmVk", {}, true, false};
    Part signedCall = call("c1", "t", "{}");
    signedCall.state = OpaqueState{DialectId::GeminiGenerate, "Z2Vt", {}, false, false};
    const std::vector<Part> parts{reasoning("", openAi), reasoning("Hm.", anthropic), reasoning("", redacted),
                                  signedCall};
    const Value body = write(answer(parts, FinishReason::ToolCalls));
    const Value request{{"messages", {{{"role", "user"}, {"content", {{{"text", "Hi"}}}}}, body["output"]["message"]}}};
    const auto again = decode(request.dump());
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    const auto &back = again->messages.at(1).parts;
    QCOMPARE(back.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        QCOMPARE(back[i].state, parts[i].state);
    for (const auto &block : body["output"]["message"]["content"]) { // a blob in the SDKs' model
        if (block.contains("reasoningContent") && block["reasoningContent"].contains("redactedContent"))
            QVERIFY(decodeBase64(block["reasoningContent"]["redactedContent"].get<std::string>()).has_value());
    }
}

void BedrockConverseAnswersTest::leavesOutWhatClientsDoNotKnow()
{
    Part opaque;
    opaque.content = OpaquePart{DialectId::OpenAiResponses, Json{{"type", "web_search_call"}}};
    ChatResponse response =
        answer({opaque, media(MediaKind::Image, MediaPart::Source::Url, "https://example.com/a.png"),
                media(MediaKind::Image, MediaPart::Source::Base64, "iVBORw0K", "image/png")});
    response.choices.push_back(Choice());
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const Value body = Value::parse(bedrockConverseClient().encodeResponse(response, state));
    QCOMPARE(body["output"]["message"]["content"].size(), std::size_t(1));
    QCOMPARE(body["output"]["message"]["content"][0]["image"]["format"].get<std::string>(), std::string("png"));
    QCOMPARE(state.answerReport.notes().size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(BedrockConverseAnswersTest)
#include "tst_bedrock_converse_answers.moc"
