#include "gateway/translation/canonical/response_collector.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/bedrock_stream_reader.h"

using namespace bedrock_codec;

class BedrockConverseStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void readsReasoningTextAndCalls();
    void readsCitationsServerToolsAndImages();
    void takesTwoKindsOfOneIndexApart();
    void cutsDoNotMatter_data() { addFixtures(); }
    void cutsDoNotMatter();
    void everyBrokenStreamIsLegal_data() { addFixtures(); }
    void everyBrokenStreamIsLegal();
    void tellsExceptionsInTheProvidersWords_data();
    void tellsExceptionsInTheProvidersWords();
    void leavesOutWhatMakesNoSense();
    void refusesToolUseWithoutACall();
    void failsWhenTheModelGaveUp();
    void callsWithEndTurnEndWithToolCalls();
    void turnsForcedOutputIntoText();
    void unwrapsCustomInputAtItsEnd();
    void ordersOverlappingBlocks();
    void takesIndexesInAnyOrder();
    void failuresBecomeExceptionsOfTheSdk_data();
    void failuresBecomeExceptionsOfTheSdk();
    void carriesForeignStateInTheBlob();
    void putsGeminiStateBeforeItsCall();
    void writesCallsWithoutArgumentsAsObjects();
    void comesBackThroughBothHalves_data() { addFixtures(); }
    void comesBackThroughBothHalves();

private:
    static void addFixtures()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"reasoning_text_tools", "exception", "citations_server_tool_image", "one_index_no_metadata"})
            QTest::newRow(name) << QByteArray(name);
    }
    static std::string fixture(const QByteArray &name)
    {
        return framesOf(readDialectFixture(QByteArray("bedrock_converse/streams/" + name + ".events").constData()));
    }
    static ChatRequest own()
    {
        ChatRequest request = chat({text(Role::User, "Hi")});
        request.dialect = DialectId::BedrockConverse;
        return request;
    }
    static Result<ChatResponse> collected(const StreamEvents &events)
    {
        ResponseCollector collector;
        for (const StreamEvent &event : events)
            collector.add(event);
        return collector.take();
    }
};

void BedrockConverseStreamsTest::readsReasoningTextAndCalls()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(decodeStream(state, fixture("reasoning_text_tools")));
    QVERIFY(answer.has_value());
    const auto &parts = answer->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(5));
    QCOMPARE(parts[0].as<ReasoningPart>()->text, std::string("The user wants weather."));
    QCOMPARE(parts[0].state, std::optional(OpaqueState{DialectId::BedrockConverse, "EqQBCgIYAhIM", {}, false, false}));
    QCOMPARE(parts[1].state, std::optional(OpaqueState{DialectId::BedrockConverse, "ZW5jcnlwdGVk", {}, true, false}));
    QCOMPARE(parts[2].as<TextPart>()->text, std::string("I look it up."));
    QCOMPARE(parts[3].as<ToolCallPart>()->id, std::string("tooluse_kZJMlvQmRJ6eAyJE5GIl7Q"));
    QCOMPARE(parts[3].as<ToolCallPart>()->arguments, std::string("{\"city\": \"Zürich\"}"));
    QCOMPARE(parts[4].as<ToolCallPart>()->arguments, std::string());
    QCOMPARE(answer->choices[0].finishReason, FinishReason::ToolCalls);
    QCOMPARE(answer->usage.uncachedInput, std::optional<std::int64_t>(30));
    QCOMPARE(answer->usage.cacheRead, std::optional<std::int64_t>(400));
    QCOMPARE(answer->usage.cacheWrite, std::optional<std::int64_t>(600));
    QCOMPARE(answer->usage.cacheWriteOneHour, std::optional<std::int64_t>(200));
    QVERIFY(state.answerReport.notes().empty());
}

void BedrockConverseStreamsTest::readsCitationsServerToolsAndImages()
{
    const ChatRequest request = chat({text(Role::User, "Hi")});
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(decodeStream(state, fixture("citations_server_tool_image")));
    QVERIFY(answer.has_value());
    const auto &parts = answer->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(4));
    QVERIFY(parts[0].as<OpaquePart>()->json["toolUse"]["input"] == Json({{"q", "growth"}}));
    QVERIFY(parts[1].as<OpaquePart>()->json["toolResult"]["content"][0]["json"]["pages"] == 1);
    const Json &annotation = parts[2].as<TextPart>()->annotations.at(0);
    QVERIFY(annotation["type"] == "url_citation" && annotation["end_index"] == 8);
    QCOMPARE(parts[3].as<MediaPart>()->value, std::string("iVBORw0KGgoAAAAN"));
    QCOMPARE(parts[3].as<MediaPart>()->mediaType, std::string("image/png"));
}

void BedrockConverseStreamsTest::takesTwoKindsOfOneIndexApart()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(decodeStream(state, fixture("one_index_no_metadata")));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->choices.at(0).parts.size(), std::size_t(2));
    QCOMPARE(answer->choices[0].parts[0].as<ReasoningPart>()->text, std::string("Hm."));
    QCOMPARE(answer->choices[0].parts[1].as<TextPart>()->text, std::string("Yes."));
    QCOMPARE(answer->choices[0].finishReason, FinishReason::Length);
    QVERIFY(answer->usage.isEmpty());
}

void BedrockConverseStreamsTest::cutsDoNotMatter()
{
    QFETCH(const QByteArray, name);
    const std::string bytes = fixture(name);
    const ChatRequest request = own();
    ExchangeState whole(request, DialectId::BedrockConverse, "a1");
    const StreamEvents expected = decodeStream(whole, bytes);
    for (std::size_t position = 1; position < bytes.size(); ++position) {
        ExchangeState state(request, DialectId::BedrockConverse, "a1");
        QVERIFY(decodeStream(state, bytes, position) == expected);
    }
}

void BedrockConverseStreamsTest::everyBrokenStreamIsLegal()
{
    QFETCH(const QByteArray, name);
    const std::string bytes = fixture(name);
    const ChatRequest request = own();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ExchangeState state(request, DialectId::BedrockConverse, "a1");
        const StreamEvents events = decodeStream(state, bytes, 0, size);
        const bool isWhole = std::any_of(events.begin(), events.end(), [](const StreamEvent &event) {
            return std::holds_alternative<ChoiceEnded>(event);
        });
        QCOMPARE(std::holds_alternative<MessageEnded>(events.back()), isWhole);
        ExchangeState client(request, DialectId::BedrockConverse, "a2");
        const auto answer = bedrock_stream::read(codec_harness::encodeEvents(bedrockConverseClient(), client, events));
        // A block that was cut inside may hold half of its arguments; the exception tells it.
        QVERIFY2(answer.problem.empty() || answer.problem.find("arguments") != std::string::npos,
                 answer.problem.c_str());
    }
}

void BedrockConverseStreamsTest::tellsExceptionsInTheProvidersWords_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("mayRetry");
    QTest::newRow("throttled") << QByteArray(R"(!throttlingException {"message":"Too many tokens."})") << 429
                               << QByteArray("Too many tokens.") << true;
    QTest::newRow("validation") << QByteArray(R"(!validationException {"message":"Bad."})") << 400 << QByteArray("Bad.")
                                << false;
    QTest::newRow("server") << QByteArray(R"(!internalServerException {"message":"Oh."})") << 500 << QByteArray("Oh.")
                            << true;
    QTest::newRow("unavailable") << QByteArray(R"(!serviceUnavailableException {"message":"Later."})") << 503
                                 << QByteArray("Later.") << true;
    QTest::newRow("model") << QByteArray(
        R"(!modelStreamErrorException {"message":"Failed.","originalStatusCode":529,"originalMessage":"Overloaded"})")
                           << 529 << QByteArray("Failed. (Overloaded)") << true;
    QTest::newRow("new, no words") << QByteArray("!unheardOfException {}") << 500
                                   << QByteArray("The provider ended the answer with an error.") << true;
    QTest::newRow("no JSON") << QByteArray("!throttlingException oops") << 429
                             << QByteArray("The provider ended the answer with an error.") << true;
    QTest::newRow("as an event") << QByteArray(R"(throttlingException {"message":"Slow."})") << 429
                                 << QByteArray("Slow.") << true;
}

void BedrockConverseStreamsTest::tellsExceptionsInTheProvidersWords()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, status);
    QFETCH(const QByteArray, message);
    QFETCH(const bool, mayRetry);
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto events = decodeStream(state, framesOf(line.toStdString()));
    const auto *failed = std::get_if<StreamFailed>(&events.back());
    QVERIFY(failed);
    QCOMPARE(failed->error.code, ErrorCode::UpstreamStatus);
    QCOMPARE(failed->error.upstreamStatus, std::optional(status));
    QCOMPARE(failed->error.message, message.toStdString());
    QCOMPARE(failed->error.retry != RetryAdvice::Never, mayRetry);
}

void BedrockConverseStreamsTest::leavesOutWhatMakesNoSense()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto events = decodeStream(state, framesOf("messageStart {\"role\":\"assistant\"}\n"
                                                     "contentBlockDelta [1]\n"
                                                     "contentBlockDelta {\"delta\":5}\n"
                                                     "contentBlockDelta {\"delta\":{\"toolUse\":{\"input\":\"x\"}}}\n"
                                                     "contentBlockDelta {\"delta\":{\"newThing\":{}}}\n"
                                                     "contentBlockStop {\"contentBlockIndex\":9}\n"
                                                     "contentBlockDelta {\"delta\":{\"text\":\"Fine.\"}}\n"
                                                     "whatever {}\n"
                                                     "messageStop {\"stopReason\":\"end_turn\"}\n"
                                                     "contentBlockDelta {\"delta\":{\"text\":\"Late.\"}}\n"
                                                     "metadata {\"usage\":{\"outputTokens\":1}}\n"));
    const auto answer = collected(events);
    QVERIFY(answer.has_value());
    QCOMPARE(joinedText(answer->choices.at(0).parts), std::string("Fine."));
    QCOMPARE(answer->usage.output, std::optional<std::int64_t>(1));
    QVERIFY(!answer->usage.uncachedInput);
    QCOMPARE(state.answerReport.notes().size(), std::size_t(6));
}

void BedrockConverseStreamsTest::refusesToolUseWithoutACall()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto events = decodeStream(state, framesOf("messageStart {}\nmessageStop {\"stopReason\":\"tool_use\"}\n"));
    const auto *failed = std::get_if<StreamFailed>(&events.back());
    QVERIFY(failed);
    QCOMPARE(failed->error.message, std::string("The provider said that it calls a tool, but sent no call."));
}

void BedrockConverseStreamsTest::failsWhenTheModelGaveUp()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto events = decodeStream(
        state,
        framesOf("messageStart {}\ncontentBlockDelta {\"delta\":{\"text\":\"I call it.\"},\"contentBlockIndex\":0}\n"
                 "messageStop {\"stopReason\":\"malformed_tool_use\"}\n"));
    const auto *failed = std::get_if<StreamFailed>(&events.back());
    QVERIFY(failed);
    QCOMPARE(failed->error.message, std::string("The provider gave up the answer: malformed_tool_use."));
}

void BedrockConverseStreamsTest::callsWithEndTurnEndWithToolCalls()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(decodeStream(
        state, framesOf("messageStart {}\n"
                        "contentBlockStart {\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"t\"}}}\n"
                        "messageStop {\"stopReason\":\"end_turn\"}\n")));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->choices.at(0).finishReason, FinishReason::ToolCalls);
    QCOMPARE(state.answerReport.notes().at(0).kind, ConversionNote::Kind::Approximated);
}

void BedrockConverseStreamsTest::turnsForcedOutputIntoText()
{
    const ChatRequest request = chat({text(Role::User, "Hi")});
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    state.outputTool = std::string("final_answer");
    const auto answer = collected(decodeStream(
        state, framesOf("messageStart {}\n"
                        "contentBlockStart {\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"final_answer\"}}}\n"
                        "contentBlockDelta {\"delta\":{\"toolUse\":{\"input\":\"{\\\"a\\\":\"}}}\n"
                        "contentBlockDelta {\"delta\":{\"toolUse\":{\"input\":\"1}\"}}}\n"
                        "messageStop {\"stopReason\":\"tool_use\"}\n")));
    QVERIFY(answer.has_value());
    QCOMPARE(joinedText(answer->choices.at(0).parts), std::string("{\"a\":1}"));
    QCOMPARE(answer->choices[0].finishReason, FinishReason::Stop);
}

void BedrockConverseStreamsTest::unwrapsCustomInputAtItsEnd()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    Tool custom = tool("apply_patch");
    custom.kind = Tool::Kind::Custom;
    request.tools.push_back(custom);
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(decodeStream(
        state, framesOf("messageStart {}\n"
                        "contentBlockStart {\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"apply_patch\"}}}\n"
                        "contentBlockDelta {\"delta\":{\"toolUse\":{\"input\":\"{\\\"input\\\":\\\"*** Be\"}}}\n"
                        "contentBlockDelta {\"delta\":{\"toolUse\":{\"input\":\"gin\\\"}\"}}}\n"
                        "messageStop {\"stopReason\":\"tool_use\"}\n")));
    QVERIFY(answer.has_value());
    const auto *called = answer->choices.at(0).parts.at(0).as<ToolCallPart>();
    QCOMPARE(called->kind, ToolCallPart::Kind::Custom);
    QCOMPARE(called->arguments, std::string("*** Begin"));
}

void BedrockConverseStreamsTest::ordersOverlappingBlocks()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(decodeStream(
        state,
        framesOf(
            "messageStart {}\n"
            "contentBlockStart {\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"t\"}}}\n"
            "contentBlockStart {\"contentBlockIndex\":1,\"start\":{\"toolUse\":{\"toolUseId\":\"b\",\"name\":\"u\"}}}\n"
            "contentBlockDelta {\"contentBlockIndex\":1,\"delta\":{\"toolUse\":{\"input\":\"{}\"}}}\n"
            "contentBlockDelta {\"contentBlockIndex\":0,\"delta\":{\"toolUse\":{\"input\":\"{\\\"x\\\":1}\"}}}\n"
            "contentBlockStop {\"contentBlockIndex\":1}\n"
            "contentBlockStop {\"contentBlockIndex\":0}\n"
            "messageStop {\"stopReason\":\"tool_use\"}\n")));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->choices.at(0).parts.size(), std::size_t(2));
    QCOMPARE(answer->choices[0].parts[0].as<ToolCallPart>()->arguments, std::string("{\"x\":1}"));
    QCOMPARE(answer->choices[0].parts[1].as<ToolCallPart>()->arguments, std::string("{}"));
}

void BedrockConverseStreamsTest::takesIndexesInAnyOrder()
{
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const auto answer = collected(
        decodeStream(state, framesOf("messageStart {}\n"
                                     "contentBlockDelta {\"contentBlockIndex\":1,\"delta\":{\"text\":\"One.\"}}\n"
                                     "contentBlockDelta {\"contentBlockIndex\":-1,\"delta\":{\"text\":\"Two.\"}}\n"
                                     "contentBlockDelta {\"contentBlockIndex\":1,\"delta\":{\"text\":\" More.\"}}\n"
                                     "messageStop {\"stopReason\":\"end_turn\"}\n")));
    QVERIFY(answer.has_value());
    QCOMPARE(joinedText(answer->choices.at(0).parts), std::string("One. More.Two."));
}

void BedrockConverseStreamsTest::failuresBecomeExceptionsOfTheSdk_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("400") << 400 << QByteArray("validationException");
    QTest::newRow("424") << 424 << QByteArray("modelStreamErrorException");
    QTest::newRow("429") << 429 << QByteArray("throttlingException");
    QTest::newRow("500") << 500 << QByteArray("internalServerException");
    QTest::newRow("503") << 503 << QByteArray("serviceUnavailableException");
    QTest::newRow("529") << 529 << QByteArray("serviceUnavailableException");
}

void BedrockConverseStreamsTest::failuresBecomeExceptionsOfTheSdk()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, name);
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, "The \"words\".");
    error.upstreamStatus = status;
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const auto answer =
        bedrock_stream::read(codec_harness::encodeEvents(bedrockConverseClient(), state, {StreamFailed{error}}));
    QCOMPARE(answer.problem, std::string());
    QCOMPARE(answer.exception, name.toStdString());
    QCOMPARE(answer.exceptionMessage, std::string("The \"words\"."));
}

void BedrockConverseStreamsTest::carriesForeignStateInTheBlob()
{
    const OpaqueState foreign{DialectId::OpenAiResponses, "gAAAA", "rs_1", false, false};
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto answer = bedrock_stream::read(codec_harness::encodeEvents(
        bedrockConverseClient(), state,
        {MessageStarted{}, PartStarted{0, 0, reasoning("")}, PartEnded{0, foreign}, PartStarted{1, 0, reasoning("")},
         PartDelta{1, PartDelta::Kind::Text, "Hm."}, PartEnded{1, foreign}, ChoiceEnded{0, FinishReason::Stop, {}, {}},
         MessageEnded{}}));
    QCOMPARE(answer.problem, std::string());
    QCOMPARE(answer.blocks.at(0).kind, std::string("redacted"));
    QCOMPARE(unpackState(answer.blocks[0].text), std::optional(foreign));
    QCOMPARE(answer.blocks.at(1).text, std::string("Hm."));
    QCOMPARE(unpackState(answer.blocks[1].signature), std::optional(foreign));
}

void BedrockConverseStreamsTest::putsGeminiStateBeforeItsCall()
{
    const OpaqueState signature{DialectId::GeminiGenerate, "c2ln", {}, false, false};
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    const auto answer = bedrock_stream::read(
        codec_harness::encodeEvents(bedrockConverseClient(), state,
                                    {MessageStarted{}, PartStarted{0, 0, call("c1", "t", "")},
                                     PartDelta{0, PartDelta::Kind::Arguments, "{\"x\":1}"}, PartEnded{0, signature},
                                     ChoiceEnded{0, FinishReason::ToolCalls, {}, {}}, MessageEnded{}}));
    QCOMPARE(answer.problem, std::string());
    QCOMPARE(answer.blocks.size(), std::size_t(2));
    // The client sends both back, and the state is on the call again.
    const Value body{{"messages",
                      {{{"role", "user"}, {"content", {{{"text", "Hi"}}}}},
                       {{"role", "assistant"},
                        {"content",
                         {{{"reasoningContent", {{"redactedContent", encodeBase64(answer.blocks[0].text)}}}},
                          {{"toolUse", {{"toolUseId", "c1"}, {"name", "t"}, {"input", {{"x", 1}}}}}}}}}}}};
    const auto again = decode(body.dump());
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    QCOMPARE(again->messages.at(1).parts.size(), std::size_t(1));
    QCOMPARE(again->messages[1].parts[0].state, std::optional(signature));
}

void BedrockConverseStreamsTest::writesCallsWithoutArgumentsAsObjects()
{
    const ChatRequest request = own();
    for (const char *piece : {"", " ", "text", "[1]"}) {
        ExchangeState state(request, DialectId::OpenAiChat, "a1");
        const auto answer = bedrock_stream::read(
            codec_harness::encodeEvents(bedrockConverseClient(), state,
                                        {MessageStarted{}, PartStarted{0, 0, call("an id that does not fit", "t", "")},
                                         PartDelta{0, PartDelta::Kind::Arguments, piece}, PartEnded{0, {}},
                                         ChoiceEnded{0, FinishReason::ToolCalls, {}, {}}, MessageEnded{}}));
        QCOMPARE(answer.problem, std::string());
        QVERIFY(answer.blocks.at(0).id.starts_with("tooluse_"));
    }
}

void BedrockConverseStreamsTest::comesBackThroughBothHalves()
{
    QFETCH(const QByteArray, name);
    const ChatRequest request = own();
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const StreamEvents events = decodeStream(state, fixture(name));
    ExchangeState client(request, DialectId::BedrockConverse, "a2");
    const std::string wire = codec_harness::encodeEvents(bedrockConverseClient(), client, events);
    ExchangeState again(request, DialectId::BedrockConverse, "a3");
    const auto first = collected(events);
    const auto second = collected(decodeStream(again, wire));
    QCOMPARE(second.has_value(), first.has_value());
    if (!first) {
        QVERIFY(second.error().message.starts_with(first.error().message));
        return;
    }
    QCOMPARE(second->choices.at(0).finishReason, first->choices.at(0).finishReason);
    QCOMPARE(second->choices[0].parts.size(), first->choices[0].parts.size());
    for (std::size_t i = 0; i < first->choices[0].parts.size(); ++i) {
        Part wanted = first->choices[0].parts[i];
        if (auto *called = wanted.as<ToolCallPart>(); called && called->arguments.empty())
            called->arguments = std::string("{}");
        QVERIFY(second->choices[0].parts[i] == wanted);
    }
}

QTEST_APPLESS_MAIN(BedrockConverseStreamsTest)
#include "tst_bedrock_converse_streams.moc"
