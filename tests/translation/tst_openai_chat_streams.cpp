#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/framing/sse_codec.h"
#include "tests/translation/openai_chat_strict_reader.h"
#include "tests/translation/random_events.h"

using namespace openai_chat_support;
using namespace codec_harness;

namespace {

constexpr std::array streamFixtures{
    "calls_said_not_sent",   "error_in_stream",     "interleaved_calls", "legacy_function_call",
    "mistral_repeats_names", "parallel_tool_calls", "reasoning_crlf",    "refusal",
    "same_index_no_done",    "text_with_usage",     "two_choices",       "whole_calls_without_ids"};

std::string streamFixture(std::string_view name)
{
    return readDialectFixture(("openai_chat/streams/" + std::string(name) + ".sse").c_str());
}

ChatRequest chatRequest()
{
    ChatRequest request;
    request.model = "m";
    request.isStream = true;
    request.wantsStreamUsage = true;
    return request;
}

struct Decoded {
    Result<ChatResponse> answer;
    ConversionReport notes;
};

Decoded decode(std::string_view bytes, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    ResponseCollector collector;
    for (const StreamEvent &event : decodeSseStream(openAiChatProvider(), state, bytes))
        collector.add(event);
    return {collector.take(), state.answerReport};
}

Decoded decode(std::string_view bytes)
{
    return decode(bytes, chatRequest());
}

// A choice as one line: "text(..) call(id,name,arguments) ...: reason".
std::string described(const Choice &choice)
{
    std::string text;
    for (const Part &part : choice.parts) {
        if (const auto *words = part.as<TextPart>())
            text += "text(" + words->text + ") ";
        else if (const auto *reasoning = part.as<ReasoningPart>())
            text += "reasoning(" + reasoning->text + ") ";
        else if (const auto *refusal = part.as<RefusalPart>())
            text += "refusal(" + refusal->text + ") ";
        else if (const auto *call = part.as<ToolCallPart>())
            text += "call(" + call->id + ',' + call->name + ',' + call->arguments + ") ";
        else
            text += "other ";
    }
    return text + std::string(finishReasonName(choice.finishReason));
}

std::string wireOf(const StreamEvents &events, const ChatRequest &request,
                   DialectId provider = DialectId::AnthropicMessages)
{
    ExchangeState state(request, provider, "a1");
    return encodeEvents(openAiChatClient(), state, events);
}

} // namespace

class OpenAiChatStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void readsStreams_data();
    void readsStreams();
    void readsUsageWhereverItStands();
    void failsWhereNoCallWasSent();
    void tellsTheProvidersError();
    void keepsSignaturesOfCalls();
    void keepsProbabilitiesAndCitations();
    void unwrapsCustomTools();
    void endsWithoutAFinishReason();
    void anyCutGivesTheSameEvents();
    void everyPrefixIsLegal();
    void anyFrameIsLegal();
    void notesWhatAStreamCannotHold();
    void failuresAreErrorsWithoutAnEnd();
    void usageIsToldOnlyWhenAsked();
    void wholeCallsForMistralsSdk();
    void legacyClientsGetAFunctionCall();
    void ownStreamsComeBackWithTheirUsage();
    void decodesAndEncodesFast();
};

void OpenAiChatStreamsTest::readsStreams_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const char *answer) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(answer);
    };
    row("text_with_usage", "text(Der Fluß fließt 🌊 nach Norden.) stop");
    row("parallel_tool_calls", R"(call(call_a1,read_file,{"path":"src/main.cpp"}) )"
                               R"(call(call_b2,list_files,{"folder":"tests"}) tool_calls)");
    row("reasoning_crlf", "reasoning(First I look at both numbers.) text(9.9 is larger.) stop");
    row("refusal", "refusal(I cannot help with that.) content_filter");
    row("interleaved_calls", R"(call(c0,read,{"a":2}) call(c1,list,{"b":1}) text(between) tool_calls)");
    row("mistral_repeats_names", R"(reasoning(Hmm.) call(D681PevKs,read,{"p":1}) tool_calls)");
    row("same_index_no_done", R"(call(function-call-1,look,{"x":1}) call(function-call-2,look,{"x":2}) tool_calls)");
    row("whole_calls_without_ids", R"(call(call_a1n1,read,{"path":"a"}) call(call_a1n2,list,) tool_calls)");
    row("legacy_function_call", R"(call(call_a1n1,weather,{"city":"Bonn"}) tool_calls)");
}

void OpenAiChatStreamsTest::readsStreams()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, answer);
    const Decoded decoded = decode(streamFixture(name.toStdString()));
    QVERIFY(decoded.answer.has_value());
    QCOMPARE(QString::fromStdString(described(decoded.answer->choices.at(0))), QString::fromUtf8(answer));
}

void OpenAiChatStreamsTest::readsUsageWhereverItStands()
{
    const auto usageOf = [](std::string_view name) { return decode(streamFixture(name)).answer->usage; };
    const TokenUsage own = usageOf("text_with_usage");
    QCOMPARE(own.uncachedInput, std::optional<std::int64_t>(186));
    QCOMPARE(own.cacheRead, std::optional<std::int64_t>(1024));
    QCOMPARE(own.reasoning, std::optional<std::int64_t>(16));
    QCOMPARE(usageOf("reasoning_crlf").output, std::optional<std::int64_t>(30)); // in the last chunk with choices
    QVERIFY(usageOf("refusal").isEmpty());
    const Decoded groq = decode("data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}],"
                                "\"x_groq\":{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}}\n\n");
    QCOMPARE(groq.answer->usage.uncachedInput, std::optional<std::int64_t>(3));
    QVERIFY(!groq.answer->usage.cacheRead);
}

void OpenAiChatStreamsTest::failsWhereNoCallWasSent()
{
    const Decoded decoded = decode(streamFixture("calls_said_not_sent"));
    QVERIFY(!decoded.answer);
    QVERIFY(decoded.answer.error().code == ErrorCode::UpstreamProtocol);
    QVERIFY(decoded.answer.error().retry == RetryAdvice::OtherTarget);
}

void OpenAiChatStreamsTest::tellsTheProvidersError()
{
    const Decoded decoded = decode(streamFixture("error_in_stream"));
    QVERIFY(!decoded.answer);
    QCOMPARE(decoded.answer.error().message, std::string("The server had an error while processing your request."));
    const Decoded coded = decode("data: {\"error\":{\"message\":\"slow down\",\"code\":429},\"choices\":[]}\n\n");
    QCOMPARE(coded.answer.error().upstreamStatus, std::optional<int>(429));
    const Decoded gaveUp = decode("data: {\"choices\":[{\"delta\":{\"content\":\"x\"},"
                                  "\"finish_reason\":\"insufficient_system_resource\"}]}\n\ndata: [DONE]\n\n");
    QVERIFY(!gaveUp.answer);
}

void OpenAiChatStreamsTest::keepsSignaturesOfCalls()
{
    const Decoded decoded = decode(streamFixture("same_index_no_done"));
    const Part &part = decoded.answer->choices[0].parts[0];
    QVERIFY(part.state && part.state->origin == DialectId::GeminiGenerate && part.state->data == "c2ln");
    QVERIFY(!decoded.answer->choices[0].parts[1].state);
    QVERIFY(hasNote(decoded.notes, ConversionNote::Kind::Approximated, "answer/finish_reason"));
    // And so they reach a client, beside the name and in one piece.
    const std::string wire = wireOf(eventsOf(*decoded.answer), chatRequest(), DialectId::GeminiGenerate);
    QVERIFY(wire.find(R"("extra_content":{"google":{"thought_signature":"c2ln"}})") != std::string::npos);
}

void OpenAiChatStreamsTest::keepsProbabilitiesAndCitations()
{
    ChatRequest request = chatRequest();
    request.sampling.choiceCount = 2;
    const Decoded decoded = decode(streamFixture("two_choices"), request);
    QCOMPARE(decoded.answer->choices.size(), std::size_t(2));
    const Choice &first = decoded.answer->choices[0];
    QCOMPARE(described(first), std::string("text(AB) stop"));
    QCOMPARE(described(decoded.answer->choices[1]), std::string("text(Other) length"));
    QCOMPARE(first.logprobs["content"].size(), std::size_t(1));
    QCOMPARE(textMember(first.parts[0].as<TextPart>()->annotations.at(0), "url"),
             std::string_view("https://example.org"));
    QVERIFY(hasNote(decoded.notes, ConversionNote::Kind::Dropped, "answer/stream")); // the frame that is no JSON
    const std::string wire = wireOf(eventsOf(*decoded.answer), request);
    QVERIFY(wire.find(R"("annotations":[{"type":"url_citation","url_citation":{)") != std::string::npos);
    StrictReader reader;
    QCOMPARE(reader.read(wire), std::string());
    QCOMPARE(reader.choices.size(), std::size_t(2));
}

void OpenAiChatStreamsTest::unwrapsCustomTools()
{
    ChatRequest request = chatRequest();
    request.dialect = DialectId::OpenAiResponses;
    Tool tool;
    tool.kind = Tool::Kind::Custom;
    tool.name = "patch";
    request.tools.push_back(tool);
    const Decoded decoded = decode(
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"patch\","
        "\"arguments\":\"{\\\"inp\"}}]}}]}\n\ndata: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,"
        "\"function\":{\"arguments\":\"ut\\\": \\\"a\\\\nb\\\"}\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n",
        request);
    const auto *call = decoded.answer->choices[0].parts[0].as<ToolCallPart>();
    QVERIFY(call->kind == ToolCallPart::Kind::Custom);
    QCOMPARE(call->arguments, std::string("a\nb"));
}

void OpenAiChatStreamsTest::endsWithoutAFinishReason()
{
    const Decoded decoded = decode("data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"\"}]}\n\n"
                                   "data: [DONE]\n\n");
    QCOMPARE(described(decoded.answer->choices.at(0)), std::string("text(x) unknown"));
    QVERIFY(!decode("data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n").answer); // nor an end mark
    QVERIFY(!decode("data: [DONE]\n\n").answer);
    QVERIFY(!decode("").answer);
}

void OpenAiChatStreamsTest::anyCutGivesTheSameEvents()
{
    const ChatRequest request = chatRequest();
    for (const char *name : streamFixtures) {
        const std::string bytes = streamFixture(name);
        ExchangeState wholeState(request, DialectId::OpenAiChat, "a1");
        const StreamEvents whole = decodeSseStream(openAiChatProvider(), wholeState, bytes);
        for (std::size_t position = 1; position < bytes.size(); ++position) {
            ExchangeState state(request, DialectId::OpenAiChat, "a1");
            QVERIFY(decodeSseStreamCutAt(openAiChatProvider(), state, bytes, position) == whole);
        }
    }
}

void OpenAiChatStreamsTest::everyPrefixIsLegal()
{
    const ChatRequest request = chatRequest();
    for (const char *name : streamFixtures) {
        const std::string bytes = streamFixture(name);
        const std::size_t finish = bytes.rfind("finish_reason\":\"");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            ExchangeState state(request, DialectId::OpenAiChat, "a1");
            const StreamEvents events = decodeBrokenSseStream(openAiChatProvider(), state, bytes, size);
            if (size < std::min(finish, bytes.size() - 14))
                QVERIFY(std::holds_alternative<StreamFailed>(events.back())
                        || bytes.substr(0, size).find("finish_reason\":\"") != std::string::npos);
        }
    }
}

// Members of all kinds in all places, also twice and without a beginning.
void OpenAiChatStreamsTest::anyFrameIsLegal()
{
    const ChatRequest request = chatRequest();
    const std::vector<Json> others{nullptr,
                                   7,
                                   true,
                                   "word",
                                   Json::array(),
                                   Json::object(),
                                   Json::array({nullptr}),
                                   Json::array({Json::object()}),
                                   -9e300,
                                   "[DONE]"};
    for (const char *name : streamFixtures) {
        SseFrameSplitter splitter;
        splitter.feed(streamFixture(name));
        while (const auto frame = splitter.next()) {
            const auto json = parseJson(frame->data);
            if (!json)
                continue;
            for (const auto &place : placesOf(*json)) {
                for (const Json &other : others) {
                    Json mutated = *json;
                    mutated[place] = other;
                    const std::string text = "data: " + dumpJson(mutated) + "\n\n";
                    ExchangeState state(request, DialectId::OpenAiChat, "a1");
                    decodeSseStream(openAiChatProvider(), state, text + text);
                }
            }
        }
    }
}

// What a server adds to its chunks has no event; what only its people read is not worth a note.
void OpenAiChatStreamsTest::notesWhatAStreamCannotHold()
{
    const Decoded answer = decode(R"(data: {"id":"1","model":"m","search_results":[{"url":"u"}],"timings":{"ms":1},)"
                                  R"("citations":[],"choices":[{"index":0,"delta":{"content":"Hi","moods":["glad"]},)"
                                  R"("finish_reason":"stop"}]})"
                                  "\n\ndata: [DONE]\n\n");
    QVERIFY(answer.answer.has_value());
    std::vector<std::string> places;
    for (const ConversionNote &note : answer.notes.notes())
        places.push_back(note.pointer);
    QCOMPARE(places, (std::vector<std::string>{"answer/search_results", "answer/moods"}));
}

void OpenAiChatStreamsTest::failuresAreErrorsWithoutAnEnd()
{
    const StreamEvents events{
        StreamFailed{Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "The provider went away.")}};
    const std::string wire = wireOf(events, chatRequest());
    QVERIFY(wire.starts_with("data: {") && wire.ends_with("\n\n"));
    QVERIFY(wire.find("\"error\":{") != std::string::npos && wire.find("The provider went away.") != std::string::npos);
    QVERIFY(wire.find("[DONE]") == std::string::npos);
}

void OpenAiChatStreamsTest::usageIsToldOnlyWhenAsked()
{
    ChatRequest request = chatRequest();
    request.wantsStreamUsage = false;
    StrictReader reader;
    QCOMPARE(reader.read(wireOf(randomEvents(3, false), request)), std::string());
    QVERIFY(!reader.usage);
}

void OpenAiChatStreamsTest::wholeCallsForMistralsSdk()
{
    ChatRequest request = chatRequest();
    request.wantsWholeToolCalls = true;
    int calls = 0;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const std::string wire = wireOf(randomEvents(seed, false), request);
        SseFrameSplitter splitter;
        splitter.feed(wire);
        while (const auto frame = splitter.next()) {
            const auto chunk = parseJson(frame->data);
            if (!chunk || chunk->at("choices").empty())
                continue;
            if (const Json *pieces = findArray(chunk->at("choices").at(0).at("delta"), "tool_calls")) {
                for (const Json &piece : *pieces) {
                    ++calls;
                    const Json *custom = findObject(piece, "custom");
                    const Json &called = custom ? *custom : piece.at("function");
                    QVERIFY(!textMember(called, "name").empty());
                    QVERIFY(custom || objectFromText(textMember(called, "arguments")));
                }
            }
        }
    }
    QVERIFY(calls > 10);
}

void OpenAiChatStreamsTest::legacyClientsGetAFunctionCall()
{
    const ChatRequest request = decoded(fixture("openai_chat/requests/legacy_functions.json"));
    const Decoded answer = decode(streamFixture("legacy_function_call"), request);
    const std::string wire = wireOf(eventsOf(*answer.answer), request, DialectId::OpenAiChat);
    QVERIFY(wire.find(R"("function_call":{"name":"weather","arguments":""})") != std::string::npos);
    QVERIFY(wire.find(R"("finish_reason":"function_call")") != std::string::npos);
    QVERIFY(wire.find("tool_calls") == std::string::npos);
}

void OpenAiChatStreamsTest::ownStreamsComeBackWithTheirUsage()
{
    const Decoded answer = decode(streamFixture("text_with_usage"));
    const std::string wire = wireOf(eventsOf(*answer.answer), chatRequest(), DialectId::OpenAiChat);
    StrictReader reader;
    QCOMPARE(reader.read(wire), std::string());
    QVERIFY(findObject(*reader.usage, "completion_tokens_details")->contains("accepted_prediction_tokens"));
    QVERIFY(wire.find("chatcmpl-F7a1") != std::string::npos);
}

void OpenAiChatStreamsTest::decodesAndEncodesFast()
{
    const ChatRequest request = chatRequest();
    const std::string bytes = streamFixture("parallel_tool_calls");
    QBENCHMARK
    { // nine frames
        ExchangeState state(request, DialectId::OpenAiChat, "a1");
        const auto encoder = openAiChatClient().beginStream(state);
        std::string wire;
        for (const StreamEvent &event : decodeSseStream(openAiChatProvider(), state, bytes))
            encoder->encode(event, wire);
        QVERIFY(!wire.empty());
    }
}

QTEST_APPLESS_MAIN(OpenAiChatStreamsTest)
#include "tst_openai_chat_streams.moc"
