#include "tests/translation/openai_chat_support.h"

using namespace openai_chat_support;

namespace {

ChatRequest chatRequest()
{
    ChatRequest request;
    request.model = "asked-model";
    return request;
}

// Out of a server's words and back into a client's.
Json throughBoth(const Json &answer, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const auto response = openAiChatProvider().decodeResponse(dumpJson(answer), state);
    if (!response)
        qFatal("refused: %s", response.error().message.c_str());
    return jsonOf(openAiChatClient().encodeResponse(*response, state));
}

Result<ChatResponse> decodeAnswer(std::string_view body)
{
    static const ChatRequest request = chatRequest();
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    return openAiChatProvider().decodeResponse(body, state);
}

Json encodedForChat(const ChatResponse &response, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    return jsonOf(openAiChatClient().encodeResponse(response, state));
}

ChatResponse answerOf(std::vector<Part> parts, FinishReason reason)
{
    ChatResponse response;
    response.id = "msg_1";
    Choice choice;
    choice.parts = std::move(parts);
    choice.finishReason = reason;
    response.choices.push_back(std::move(choice));
    return response;
}

} // namespace

class OpenAiChatAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void readsMistralsThinking();
    void readsGooglesSignature();
    void keepsWhatTheHubHasNoWordFor();
    void countsUsage_data();
    void countsUsage();
    void unreportedUsageIsNotZero();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void callsWithoutTheirReasonAreToolCalls();
    void tellsTheStopSequenceThatWasHit();
    void foreignAnswersFitTheSdks();
    void finishReasonsAreOpenAis_data();
    void finishReasonsAreOpenAis();
    void legacyClientsGetAFunctionCall();
    void emptyArgumentsAreAnObject();
    void lossesAreNoted();
    void wrongKindsAreHarmless();
};

void OpenAiChatAnswersTest::comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *name : {"text", "parallel_tool_calls", "reasoning", "citations_images_audio"})
        QTest::newRow(name) << QByteArray("openai_chat/responses/") + name + ".json";
}

void OpenAiChatAnswersTest::comesBackAsItWas()
{
    QFETCH(QByteArray, path);
    Json expected = fixture(path.constData());
    for (Json &choice : expected["choices"]) {
        if (choice["message"].contains("annotations") && choice["message"]["annotations"].empty())
            choice["message"].erase("annotations");
    }
    QVERIFY(isSame(throughBoth(expected, chatRequest()), expected));
}

void OpenAiChatAnswersTest::readsMistralsThinking()
{
    const auto answer = decodeAnswer(readDialectFixture("openai_chat/responses/mistral_thinking.json"));
    const auto &parts = answer->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].as<ReasoningPart>()->text, std::string("Two and two."));
    QCOMPARE(parts[1].as<TextPart>()->text, std::string("Four."));
}

void OpenAiChatAnswersTest::readsGooglesSignature()
{
    const Json body = fixture("openai_chat/responses/google_signature.json");
    const auto answer = decodeAnswer(dumpJson(body));
    const Part &call = answer->choices.at(0).parts.at(0);
    QVERIFY(call.state && call.state->origin == DialectId::GeminiGenerate);
    QCOMPARE(throughBoth(body, chatRequest())["choices"][0]["message"]["tool_calls"][0]["extra_content"],
             body["choices"][0]["message"]["tool_calls"][0]["extra_content"]);
}

void OpenAiChatAnswersTest::keepsWhatTheHubHasNoWordFor()
{
    const auto answer = decodeAnswer(readDialectFixture("openai_chat/responses/citations_images_audio.json"));
    QVERIFY(answer->extensions.find(DialectId::OpenAiChat, "system_fingerprint"));
    const auto &parts = answer->choices.at(0).parts;
    QCOMPARE(parts.at(0).as<TextPart>()->annotations.at(0).value("title", ""), std::string("T"));
    QVERIFY(parts.at(1).as<MediaPart>() && parts.at(2).as<OpaquePart>() && parts.at(3).as<OpaquePart>());
}

void OpenAiChatAnswersTest::countsUsage_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<int>("uncached");
    QTest::addColumn<int>("cached");
    QTest::addColumn<int>("output");
    QTest::addColumn<int>("reasoning");
    const auto row = [](const char *name, const char *usage, int uncached, int cached, int output, int reasoning) {
        QTest::newRow(name) << QByteArray(usage) << uncached << cached << output << reasoning;
    };
    row("openai", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":
        {"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}})",
        6, 4, 5, 2);
    row("deepseek", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_cache_hit_tokens":8})", 2, 8,
        5, -1);
    row("xai counts reasoning apart", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":22,
        "completion_tokens_details":{"reasoning_tokens":7}})",
        10, -1, 12, 7);
    row("more cached than there is", R"({"prompt_tokens":3,"completion_tokens":5,"prompt_tokens_details":
        {"cached_tokens":4}})",
        0, 4, 5, -1);
    row("wrong kinds", R"({"prompt_tokens":"3","completion_tokens":-5,"prompt_tokens_details":7})", -1, -1, -1, -1);
}

void OpenAiChatAnswersTest::countsUsage()
{
    QFETCH(QByteArray, usage);
    QFETCH(int, uncached);
    QFETCH(int, cached);
    QFETCH(int, output);
    QFETCH(int, reasoning);
    const auto answer =
        decodeAnswer(R"({"choices":[{"message":{"content":"x"}}],"usage":)" + usage.toStdString() + "}");
    QCOMPARE(answer->usage.uncachedInput.value_or(-1), std::int64_t(uncached));
    QCOMPARE(answer->usage.cacheRead.value_or(-1), std::int64_t(cached));
    QCOMPARE(answer->usage.output.value_or(-1), std::int64_t(output));
    QCOMPARE(answer->usage.reasoning.value_or(-1), std::int64_t(reasoning));
}

void OpenAiChatAnswersTest::unreportedUsageIsNotZero()
{
    const ChatRequest request = chatRequest();
    ChatResponse response = answerOf({makeText("x")}, FinishReason::Stop);
    QVERIFY(!encodedForChat(response, request).contains("usage"));
    response.usage.uncachedInput = 10;
    response.usage.cacheRead = 20;
    response.usage.cacheWrite = 5;
    response.usage.output = 7;
    const Json usage = encodedForChat(response, request)["usage"];
    QVERIFY(isSame(usage, jsonOf(R"({"prompt_tokens":35,"completion_tokens":7,"total_tokens":42,
        "prompt_tokens_details":{"cached_tokens":20,"cache_write_tokens":5}})")));
}

void OpenAiChatAnswersTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, ErrorCode code) {
        QTest::newRow(name) << QByteArray(body) << static_cast<int>(code);
    };
    row("not json", "<html>", ErrorCode::UpstreamProtocol);
    row("an array", "[]", ErrorCode::UpstreamProtocol);
    row("no choices", R"({"id":"x","choices":[]})", ErrorCode::UpstreamProtocol);
    row("an error with status 200", R"({"error":{"message":"no","code":402}})", ErrorCode::UpstreamStatus);
    row("google's array", R"([{"error":{"code":400,"message":"API key not valid."}}])", ErrorCode::UpstreamStatus);
    row("calls said, none sent", R"({"choices":[{"message":{"content":"I call."},"finish_reason":"tool_calls"}]})",
        ErrorCode::UpstreamProtocol);
}

void OpenAiChatAnswersTest::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    const auto answer = decodeAnswer(body.toStdString());
    QVERIFY(!answer);
    QCOMPARE(static_cast<int>(answer.error().code), code);
    QVERIFY(answer.error().source == ErrorSource::Upstream);
}

void OpenAiChatAnswersTest::callsWithoutTheirReasonAreToolCalls()
{
    for (const char *reason : {"\"stop\"", "\"\"", "null", "7"}) {
        const auto answer = decodeAnswer(
            std::string(R"({"choices":[{"message":{"tool_calls":[{"function":{"name":"f"}}]},"finish_reason":)")
            + reason + "}]}");
        QVERIFY(answer->choices[0].finishReason == FinishReason::ToolCalls);
        QVERIFY(!answer->choices[0].parts[0].as<ToolCallPart>()->id.empty());
    }
}

// vLLM says which one; Anthropic's and Bedrock's clients have a word of their own for such an end.
void OpenAiChatAnswersTest::tellsTheStopSequenceThatWasHit()
{
    ChatRequest request = chatRequest();
    request.sampling.stopSequences = {"END"};
    const auto reasonOf = [&](const std::string &word) {
        ExchangeState state(request, DialectId::OpenAiChat, "a1");
        const std::string ending = R"("finish_reason":"stop","stop_reason":)" + word + "}]}";
        const auto whole = openAiChatProvider().decodeResponse(
            R"({"choices":[{"index":0,"message":{"content":"One"},)" + ending, state);
        const auto events = codec_harness::decodeSseStream(openAiChatProvider(), state,
                                                           R"(data: {"choices":[{"index":0,"delta":{"content":"One"},)"
                                                               + ending + "\n\ndata: [DONE]\n\n");
        const auto ended = std::find_if(events.begin(), events.end(), [](const StreamEvent &event) {
            return std::holds_alternative<ChoiceEnded>(event);
        });
        if (!whole || ended == events.end()
            || std::get<ChoiceEnded>(*ended).finishReason != whole->choices[0].finishReason
            || std::get<ChoiceEnded>(*ended).stopSequence != whole->choices[0].stopSequence)
            qFatal("stream and whole answer differ");
        return std::pair(whole->choices[0].finishReason, whole->choices[0].stopSequence);
    };
    QVERIFY(reasonOf("\"END\"") == std::pair(FinishReason::StopSequence, std::string("END")));
    QVERIFY(reasonOf("null") == std::pair(FinishReason::Stop, std::string()));
    QVERIFY(reasonOf("128009") == std::pair(FinishReason::Stop, std::string())); // the number of a token
    QVERIFY(reasonOf("\"end_turn\"") == std::pair(FinishReason::Stop, std::string()));
}

void OpenAiChatAnswersTest::foreignAnswersFitTheSdks()
{
    ToolCallPart call;
    call.id = "toolu_1";
    call.name = "find";
    const Json json = encodedForChat(
        answerOf({partOf(ReasoningPart{"One", false}), partOf(ReasoningPart{"Two", false}), partOf(call)},
                 FinishReason::ToolCalls),
        chatRequest());
    QVERIFY(textMember(json, "id").starts_with("chatcmpl-"));
    QCOMPARE(textMember(json, "object"), std::string_view("chat.completion"));
    QCOMPARE(textMember(json, "model"), std::string_view("asked-model"));
    QVERIFY(integerMember(json, "created"));
    const Json &message = json["choices"][0]["message"];
    QVERIFY(message.contains("content") && message["content"].is_null());
    QCOMPARE(textMember(message, "reasoning_content"), std::string_view("One\n\nTwo"));
    QCOMPARE(textMember(message["tool_calls"][0], "id"), std::string_view("toolu_1"));
    const Json empty = encodedForChat(ChatResponse(), chatRequest());
    QCOMPARE(empty["choices"][0]["message"]["content"], Json(""));
    QCOMPARE(textMember(empty["choices"][0], "finish_reason"), std::string_view("stop"));
}

void OpenAiChatAnswersTest::finishReasonsAreOpenAis_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](FinishReason reason, const char *word) {
        QTest::newRow(std::string(finishReasonName(reason)).c_str()) << static_cast<int>(reason) << QByteArray(word);
    };
    row(FinishReason::Stop, "stop");
    row(FinishReason::StopSequence, "stop");
    row(FinishReason::Length, "length");
    row(FinishReason::ContextOverflow, "length");
    row(FinishReason::ContentFilter, "content_filter");
    row(FinishReason::Refusal, "content_filter");
    row(FinishReason::Paused, "stop");
    row(FinishReason::Error, "length");
    row(FinishReason::Unknown, "stop");
}

void OpenAiChatAnswersTest::finishReasonsAreOpenAis()
{
    QFETCH(int, reason);
    QFETCH(QByteArray, word);
    const Json json = encodedForChat(answerOf({makeText("x")}, static_cast<FinishReason>(reason)), chatRequest());
    QCOMPARE(std::string(textMember(json["choices"][0], "finish_reason")), word.toStdString());
}

void OpenAiChatAnswersTest::legacyClientsGetAFunctionCall()
{
    const ChatRequest request = decoded(fixture("openai_chat/requests/legacy_functions.json"));
    const Json json = throughBoth(fixture("openai_chat/responses/parallel_tool_calls.json"), request);
    const Json &choice = json["choices"][0];
    QCOMPARE(textMember(choice["message"]["function_call"], "name"), std::string_view("read_file"));
    QVERIFY(!choice["message"].contains("tool_calls"));
    QCOMPARE(textMember(choice, "finish_reason"), std::string_view("function_call"));
}

void OpenAiChatAnswersTest::emptyArgumentsAreAnObject()
{
    ToolCallPart call;
    call.name = "now";
    const Json json = encodedForChat(answerOf({partOf(call)}, FinishReason::ToolCalls), chatRequest());
    const Json &sent = json["choices"][0]["message"]["tool_calls"][0];
    QCOMPARE(textMember(sent["function"], "arguments"), std::string_view("{}"));
    QVERIFY(textMember(sent, "id").starts_with("call_"));
}

void OpenAiChatAnswersTest::lossesAreNoted()
{
    const ChatRequest request = chatRequest();
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    Part thought = partOf(ReasoningPart{"One", false});
    thought.state = OpaqueState{DialectId::AnthropicMessages, "c2ln", {}, false, false};
    const Part opaque = partOf(OpaquePart{DialectId::AnthropicMessages, Json{{"type", "server_tool_use"}}});
    const ChatResponse response = answerOf({thought, opaque}, FinishReason::Stop);
    const std::string text = openAiChatClient().encodeResponse(response, state);
    QVERIFY(text.find("server_tool_use") == std::string::npos);
    QVERIFY(hasNote(state.answerReport, ConversionNote::Kind::Dropped, "answer/state"));
    QVERIFY(hasNote(state.answerReport, ConversionNote::Kind::Dropped, "answer/parts"));
}

void OpenAiChatAnswersTest::wrongKindsAreHarmless()
{
    const ChatRequest request = chatRequest();
    const std::vector<Json> others{
        nullptr, 7, true, "word", Json::array(), Json::object(), Json::array({nullptr}), Json::array({Json::object()}),
        1e300};
    int answered = 0;
    for (const char *name : {"text", "parallel_tool_calls", "reasoning", "citations_images_audio", "mistral_thinking",
                             "google_signature"}) {
        const Json body = fixture((std::string("openai_chat/responses/") + name + ".json").c_str());
        for (const auto &place : placesOf(body)) {
            for (const Json &other : others) {
                Json mutated = body;
                mutated[place] = other;
                ExchangeState state(request, DialectId::OpenAiChat, "a1");
                const auto answer = openAiChatProvider().decodeResponse(dumpJson(mutated), state);
                if (!answer)
                    continue;
                ++answered;
                QVERIFY(findArray(jsonOf(openAiChatClient().encodeResponse(*answer, state)), "choices"));
            }
        }
    }
    QVERIFY(answered > 100);
}

QTEST_APPLESS_MAIN(OpenAiChatAnswersTest)
#include "tst_openai_chat_answers.moc"
