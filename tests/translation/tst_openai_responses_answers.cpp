#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/translation/responses_stream_reader.h"
#include "tests/support/json_comparison.h"

#include <set>

#include <QTest>

using namespace codec_harness;

namespace {

using PlainJson = nlohmann::json;

ChatRequest responsesRequest()
{
    ChatRequest request;
    request.dialect = DialectId::OpenAiResponses;
    request.model = "openai/gpt-5";
    Tool spawn;
    spawn.name = "spawn_agent";
    spawn.toolNamespace = "multi_agent_v1";
    Tool patch;
    patch.kind = Tool::Kind::Custom;
    patch.name = "apply_patch";
    patch.origin = DialectId::OpenAiResponses;
    patch.raw = Json{{"type", "custom"}, {"name", "apply_patch"}};
    request.tools = {spawn, patch};
    return request;
}

Part call(std::string name, std::string arguments)
{
    ToolCallPart content;
    content.id = "call_1";
    content.name = std::move(name);
    content.arguments = std::move(arguments);
    Part part;
    part.content = std::move(content);
    return part;
}

ChatResponse answerOf(std::vector<Part> parts, FinishReason reason = FinishReason::Stop)
{
    ChatResponse response;
    response.id = "msg_foreign";
    response.model = "claude";
    Choice choice;
    choice.parts = std::move(parts);
    choice.finishReason = reason;
    response.choices.push_back(std::move(choice));
    return response;
}

PlainJson encodeFor(const ChatRequest &request, const ChatResponse &response,
                    DialectId provider = DialectId::AnthropicMessages)
{
    ExchangeState state(request, provider, "a1");
    return PlainJson::parse(openAiResponsesClient().encodeResponse(response, state));
}

std::string streamFixture(const char *name)
{
    return readDialectFixture((std::string("openai_responses/streams/") + name + ".sse").c_str());
}

StreamEvents decodeStream(std::string_view bytes, DialectId client = DialectId::OpenAiResponses)
{
    ChatRequest request = responsesRequest();
    request.dialect = client;
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    return decodeSseStream(openAiResponsesProvider(), state, bytes);
}

ChatResponse collected(const StreamEvents &events)
{
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    const auto response = collector.take();
    return response ? *response : ChatResponse();
}

struct Told {
    std::string text;
    std::string refusal;
    std::string reasoning;
    std::vector<std::pair<std::string, std::string>> calls;
};

Told toldBy(const StreamEvents &events)
{
    Told told;
    ResponseCollector collector;
    for (const StreamEvent &event : events) {
        if (!std::holds_alternative<StreamFailed>(event))
            collector.add(event);
    }
    const auto response = collector.take();
    for (const Choice &choice : response ? response->choices : std::vector<Choice>()) {
        for (const Part &part : choice.parts) {
            if (const auto *text = part.as<TextPart>())
                told.text += text->text;
            else if (const auto *refusal = part.as<RefusalPart>())
                told.refusal += refusal->text;
            else if (const auto *reasoning = part.as<ReasoningPart>())
                told.reasoning += reasoning->text;
            else if (const auto *made = part.as<ToolCallPart>())
                told.calls.emplace_back(made->name, made->arguments.empty() ? "{}" : made->arguments);
        }
    }
    return told;
}

} // namespace

class OpenAiResponsesAnswerTest : public QObject {
    Q_OBJECT

private slots:
    void readsAWholeAnswer();
    void readsUsageApart();
    void readsFailuresAsErrors_data();
    void readsFailuresAsErrors();
    void survivesWrongKindsEverywhere();
    void writesItsOwnAnswerAgain();
    void echoesTheRequest();
    void carriesForeignStateInEncryptedContent();
    void putsStateOfACallBeforeIt();
    void unwrapsCustomToolsAndNamesNamespaces();
    void saysHowTheAnswerEnded_data();
    void saysHowTheAnswerEnded();
    void readsInterleavedItemsOneAfterAnother();
    void readsEveryKindOfItem();
    void readsServersThatTellNoPieces();
    void failsWithTheProvidersWords_data();
    void failsWithTheProvidersWords();
    void skipsFramesThatMakeNoSense();
    void cutsChangeNothing_data();
    void cutsChangeNothing();
    void brokenStreamsFail_data();
    void brokenStreamsFail();
    void streamsItsOwnAnswerAgain_data();
    void streamsItsOwnAnswerAgain();
};

void OpenAiResponsesAnswerTest::readsAWholeAnswer()
{
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto response = openAiResponsesProvider().decodeResponse(
        readDialectFixture("openai_responses/responses/reasoning_text_tools.json"), state);
    QVERIFY(response.has_value());
    QCOMPARE(response->id, std::string("resp_01"));
    QCOMPARE(response->createdAt, std::optional<std::int64_t>(1763700000));
    const auto &parts = response->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(4));
    QCOMPARE(parts[0].state->data, std::string("gAAAAB"));
    QCOMPARE(parts[0].state->itemId, std::string("rs_1"));
    QCOMPARE(parts[3].as<ToolCallPart>()->id, std::string("call_b2"));
    QVERIFY(response->choices[0].finishReason == FinishReason::ToolCalls);
}

void OpenAiResponsesAnswerTest::readsUsageApart()
{
    const TokenUsage usage = collected(decodeStream(streamFixture("built_in_and_custom_tools"))).usage;
    QCOMPARE(usage.uncachedInput, std::optional<std::int64_t>(50));
    QCOMPARE(usage.cacheRead, std::optional<std::int64_t>(40));
    QCOMPARE(usage.cacheWrite, std::optional<std::int64_t>(10));
    QCOMPARE(usage.output, std::optional<std::int64_t>(20));
    QVERIFY(collected(decodeStream(streamFixture("finished_items_only"))).usage.isEmpty());
}

void OpenAiResponsesAnswerTest::readsFailuresAsErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("failed") << QByteArray(
        R"({"status":"failed","error":{"code":"rate_limit_exceeded","message":"Slow down."},"output":[]})")
                            << 429;
    QTest::newRow("no json") << QByteArray("<html>") << 502;
    QTest::newRow("no output") << QByteArray("{}") << 502;
    QTest::newRow("array") << QByteArray("[]") << 502;
}

void OpenAiResponsesAnswerTest::readsFailuresAsErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto response = openAiResponsesProvider().decodeResponse(body.toStdString(), state);
    QVERIFY(!response);
    QCOMPARE(response.error().httpStatus() >= 500, status >= 500);
    if (status == 429) {
        QCOMPARE(response.error().upstreamStatus, std::optional(429));
        QCOMPARE(response.error().message, std::string("Slow down."));
    }
}

void OpenAiResponsesAnswerTest::survivesWrongKindsEverywhere()
{
    const std::vector<PlainJson> strangers{nullptr, true, -7, 1e300, "x", PlainJson::array(), PlainJson::object()};
    const PlainJson body =
        PlainJson::parse(readDialectFixture("openai_responses/responses/built_in_and_custom_tools.json"));
    const PlainJson flat = body.flatten();
    std::set<std::string> places;
    for (const auto &[pointer, value] : flat.items()) {
        for (auto place = PlainJson::json_pointer(pointer); !place.empty(); place = place.parent_pointer())
            places.insert(place.to_string());
    }
    for (const std::string &place : places) {
        for (const PlainJson &stranger : strangers) {
            PlainJson changed = body;
            changed[PlainJson::json_pointer(place)] = stranger;
            const ChatRequest request = responsesRequest();
            ExchangeState state(request, DialectId::OpenAiResponses, "a1");
            const auto response = openAiResponsesProvider().decodeResponse(changed.dump(), state);
            if (response)
                QVERIFY(PlainJson::accept(openAiResponsesClient().encodeResponse(*response, state)));
            // The same as the last event of a stream whose items came without their pieces.
            std::string wire;
            for (const PlainJson &item : changed.value("output", PlainJson::array()))
                wire += "data: "
                        + PlainJson{{"type", "response.output_item.done"}, {"output_index", 0}, {"item", item}}.dump()
                        + "\n\n";
            wire += "data: " + PlainJson{{"type", "response.completed"}, {"response", changed}}.dump() + "\n\n";
            decodeStream(wire, DialectId::AnthropicMessages);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void OpenAiResponsesAnswerTest::writesItsOwnAnswerAgain()
{
    const PlainJson body =
        PlainJson::parse(readDialectFixture("openai_responses/responses/built_in_and_custom_tools.json"));
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto response = openAiResponsesProvider().decodeResponse(body.dump(), state);
    QVERIFY(response.has_value());
    PlainJson written = encodeFor(request, *response, DialectId::OpenAiResponses);
    PlainJson expected = body["output"];
    expected[1]["content"][0]["logprobs"] = body["output"][1]["content"][0]["logprobs"];
    QVERIFY2(written["output"] == expected, PlainJson::diff(expected, written["output"]).dump().c_str());
    for (const char *name : {"id", "created_at", "status", "model", "usage"})
        QVERIFY2(written[name] == body[name], name);
}

void OpenAiResponsesAnswerTest::echoesTheRequest()
{
    ClientCall clientCall;
    const std::string body = readDialectFixture("openai_responses/requests/options.json");
    clientCall.body = body;
    const auto request = openAiResponsesClient().decodeRequest(clientCall);
    QVERIFY(request.has_value());
    const PlainJson response = encodeFor(*request, answerOf({makeText("Hi")}));
    const PlainJson asked = PlainJson::parse(body);
    for (const char *name : {"tools", "tool_choice", "instructions", "metadata", "temperature", "top_p", "truncation",
                             "max_output_tokens", "user"})
        QVERIFY2(response[name] == asked[name], name);
    QCOMPARE(response["text"]["format"], asked["text"]["format"]);
    QVERIFY(response["id"].get<std::string>().starts_with("resp_"));
    QVERIFY(response["usage"].is_null());
}

void OpenAiResponsesAnswerTest::carriesForeignStateInEncryptedContent()
{
    Part thought;
    thought.content = ReasoningPart{"Hm.", false};
    thought.state = OpaqueState{DialectId::AnthropicMessages, "EqQB", {}, false, false};
    const ChatRequest request = responsesRequest();
    const PlainJson response = encodeFor(request, answerOf({thought, makeText("Hi")}));
    const PlainJson &item = response["output"][0];
    QCOMPARE(item["summary"][0]["text"], PlainJson("Hm."));

    ClientCall next;
    const std::string body =
        PlainJson{{"model", "m"}, {"input", {item, {{"role", "user"}, {"content", "More"}}}}}.dump();
    next.body = body;
    const auto followUp = openAiResponsesClient().decodeRequest(next);
    QVERIFY(followUp.has_value());
    QCOMPARE(followUp->messages[0].parts[0].state, thought.state);
    QCOMPARE(followUp->messages[0].parts[0].as<ReasoningPart>()->text, std::string("Hm."));
}

void OpenAiResponsesAnswerTest::putsStateOfACallBeforeIt()
{
    Part made = call("spawn_agent", "{}");
    made.state = OpaqueState{DialectId::GeminiGenerate, "Q0FF", {}, false, false};
    const ChatRequest request = responsesRequest();
    const ChatResponse response = answerOf({made}, FinishReason::ToolCalls);
    const PlainJson whole = encodeFor(request, response, DialectId::GeminiGenerate);
    QCOMPARE(whole["output"].size(), std::size_t(2));
    QCOMPARE(whole["output"][0]["type"], PlainJson("reasoning"));
    const auto state = unpackState(whole["output"][0]["encrypted_content"].get<std::string>());
    QVERIFY(state && state->belongsToNext && state->data == "Q0FF");
    // In a stream the state comes with the call's end.
    ExchangeState exchange(request, DialectId::GeminiGenerate, "a1");
    const ReadResponse read = readResponseStream(encodeEvents(openAiResponsesClient(), exchange, eventsOf(response)));
    QCOMPARE(read.problem, std::string());
    QCOMPARE(read.final["output"][0]["type"], PlainJson("reasoning"));
    QCOMPARE(read.final["output"][1]["type"], PlainJson("function_call"));
}

void OpenAiResponsesAnswerTest::unwrapsCustomToolsAndNamesNamespaces()
{
    const ChatRequest request = responsesRequest();
    const ChatResponse response = answerOf({call("apply_patch", R"({"input":"*** Begin"})"),
                                            call("multi_agent_v1__spawn_agent", ""), call("spawn_agent", R"({"a":1})")},
                                           FinishReason::ToolCalls);
    const PlainJson output = encodeFor(request, response)["output"];
    QCOMPARE(output[0]["type"], PlainJson("custom_tool_call"));
    QCOMPARE(output[0]["input"], PlainJson("*** Begin"));
    QCOMPARE(output[1]["name"], PlainJson("spawn_agent"));
    QCOMPARE(output[1]["namespace"], PlainJson("multi_agent_v1"));
    QCOMPARE(output[1]["arguments"], PlainJson("{}"));
    QCOMPARE(output[2]["namespace"], PlainJson("multi_agent_v1"));
    ExchangeState exchange(request, DialectId::AnthropicMessages, "a1");
    const ReadResponse read = readResponseStream(encodeEvents(openAiResponsesClient(), exchange, eventsOf(response)));
    QCOMPARE(read.problem, std::string());
    QCOMPARE(read.calls[0].second, std::string("*** Begin"));
}

void OpenAiResponsesAnswerTest::saysHowTheAnswerEnded_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("incomplete");
    const auto add = [](FinishReason reason, const char *status, const char *incomplete) {
        QTest::newRow(std::string(finishReasonName(reason)).c_str())
            << int(reason) << QByteArray(status) << QByteArray(incomplete);
    };
    add(FinishReason::Stop, "completed", "");
    add(FinishReason::StopSequence, "completed", "");
    add(FinishReason::ToolCalls, "completed", "");
    add(FinishReason::Paused, "completed", "");
    add(FinishReason::Unknown, "completed", "");
    add(FinishReason::Length, "incomplete", "max_output_tokens");
    add(FinishReason::ContextOverflow, "incomplete", "max_output_tokens");
    add(FinishReason::ContentFilter, "incomplete", "content_filter");
    add(FinishReason::Refusal, "incomplete", "content_filter");
    add(FinishReason::Error, "failed", "");
}

void OpenAiResponsesAnswerTest::saysHowTheAnswerEnded()
{
    QFETCH(int, reason);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, incomplete);
    const PlainJson response =
        encodeFor(responsesRequest(), answerOf({makeText("Hi")}, static_cast<FinishReason>(reason)));
    QCOMPARE(response["status"], PlainJson(status.toStdString()));
    const PlainJson details = response["incomplete_details"];
    QCOMPARE(details.is_null() ? std::string() : details["reason"].get<std::string>(), incomplete.toStdString());
    QCOMPARE(response["error"].is_null(), status != "failed");
}

void OpenAiResponsesAnswerTest::readsInterleavedItemsOneAfterAnother()
{
    const Told told = toldBy(decodeStream(streamFixture("reasoning_text_tools"), DialectId::OpenAiChat));
    QCOMPARE(told.reasoning, std::string("Weighing both rivers."));
    QCOMPARE(told.text, std::string("Der Fluß fließt 🌊 nach Norden."));
    QCOMPARE(told.calls, (std::vector<std::pair<std::string, std::string>>{{"read_file", R"({"path":"src/main.cpp"})"},
                                                                           {"list_files", R"({"folder":"tests"})"}}));
}

void OpenAiResponsesAnswerTest::readsEveryKindOfItem()
{
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto whole = openAiResponsesProvider().decodeResponse(
        readDialectFixture("openai_responses/responses/built_in_and_custom_tools.json"), state);
    const ChatResponse streamed = collected(decodeStream(streamFixture("built_in_and_custom_tools")));
    QVERIFY(whole.has_value());
    const auto &parts = streamed.choices.at(0).parts;
    QCOMPARE(parts.size(), whole->choices.at(0).parts.size());
    QVERIFY(parts[0].as<OpaquePart>());
    QCOMPARE(*parts[1].as<TextPart>(), *whole->choices[0].parts[1].as<TextPart>());
    QCOMPARE(*parts[2].as<RefusalPart>(), *whole->choices[0].parts[2].as<RefusalPart>());
    QCOMPARE(*parts[3].as<ToolCallPart>(), *whole->choices[0].parts[3].as<ToolCallPart>());
    QCOMPARE(*parts[4].as<ToolCallPart>(), *whole->choices[0].parts[4].as<ToolCallPart>());
    QCOMPARE(streamed.choices[0].logprobs, whole->choices[0].logprobs);
    QVERIFY(streamed.choices[0].finishReason == FinishReason::ToolCalls);
}

void OpenAiResponsesAnswerTest::readsServersThatTellNoPieces()
{
    QCOMPARE(toldBy(decodeStream(streamFixture("finished_items_only"))).text, std::string("Hi there"));
    const std::string body = readDialectFixture("openai_responses/responses/reasoning_text_tools.json");
    const std::string wire =
        "data: " + PlainJson{{"type", "response.completed"}, {"response", PlainJson::parse(body)}}.dump() + "\n\n";
    const StreamEvents events = decodeStream(wire);
    QCOMPARE(toldBy(events).calls.size(), std::size_t(2));
    QCOMPARE(toldBy(events).text, std::string("Der Fluß fließt 🌊 nach Norden."));
    QCOMPARE(collected(events).choices.at(0).parts.at(0).state->data, std::string("gAAAAB"));
}

void OpenAiResponsesAnswerTest::failsWithTheProvidersWords_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("status");
    QTest::newRow("error event") << QByteArray::fromStdString(streamFixture("error_event"))
                                 << QByteArray("Too many tokens a minute.") << 429;
    QTest::newRow("failed") << QByteArray::fromStdString(streamFixture("failed"))
                            << QByteArray("The model failed to generate a response.") << 500;
    QTest::newRow("nested error") << QByteArray("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"x\","
                                                "\"code\":\"context_length_exceeded\",\"message\":\"Too long.\"}}\n\n")
                                  << QByteArray("Too long.") << 400;
    QTest::newRow("bare error") << QByteArray("data: {\"error\":{\"message\":\"Bare.\"}}\n\n") << QByteArray("Bare.")
                                << 0;
}

void OpenAiResponsesAnswerTest::failsWithTheProvidersWords()
{
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, message);
    QFETCH(int, status);
    const StreamEvents events = decodeStream(wire.toStdString());
    const auto *failed = std::get_if<StreamFailed>(&events.back());
    QVERIFY(failed);
    QCOMPARE(failed->error.message, message.toStdString());
    QCOMPARE(failed->error.upstreamStatus.value_or(0), status);
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const ReadResponse read = readResponseStream(encodeEvents(openAiResponsesClient(), state, events));
    QCOMPARE(read.problem, std::string());
    QVERIFY(read.hasRaised);
    QCOMPARE(read.final["error"]["message"], PlainJson(message.toStdString()));
}

void OpenAiResponsesAnswerTest::skipsFramesThatMakeNoSense()
{
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const std::string wire = "data: {broken\n\ndata: 7\n\ndata: {\"type\":\"response.output_text.delta\"}\n\n"
                             "data: {\"type\":\"response.unheard_of\",\"output_index\":4}\n\n"
                             + streamFixture("incomplete") + "data: [DONE]\n\n";
    const StreamEvents events = decodeSseStream(openAiResponsesProvider(), state, wire);
    QCOMPARE(toldBy(events).text, std::string("Der"));
    QVERIFY(collected(events).choices.at(0).finishReason == FinishReason::Length);
    QVERIFY(state.answerReport.hasDrops());
}

void OpenAiResponsesAnswerTest::cutsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("wire");
    for (const char *name : {"reasoning_text_tools", "built_in_and_custom_tools", "incomplete", "failed", "error_event",
                             "finished_items_only"})
        QTest::newRow(name) << QByteArray::fromStdString(streamFixture(name));
}

void OpenAiResponsesAnswerTest::cutsChangeNothing()
{
    QFETCH(QByteArray, wire);
    const std::string bytes = wire.toStdString();
    const StreamEvents expected = decodeStream(bytes);
    const ChatRequest request = responsesRequest();
    for (std::size_t position = 0; position <= bytes.size(); ++position) {
        ExchangeState state(request, DialectId::OpenAiResponses, "a1");
        QVERIFY(decodeSseStreamCutAt(openAiResponsesProvider(), state, bytes, position) == expected);
    }
}

void OpenAiResponsesAnswerTest::brokenStreamsFail_data()
{
    cutsChangeNothing_data();
}

void OpenAiResponsesAnswerTest::brokenStreamsFail()
{
    QFETCH(QByteArray, wire);
    const std::string bytes = wire.toStdString();
    const ChatRequest request = responsesRequest();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ExchangeState state(request, DialectId::OpenAiResponses, "a1");
        const StreamEvents events = decodeBrokenSseStream(openAiResponsesProvider(), state, bytes, size);
        if (QTest::currentTestFailed())
            return;
        // Only the last frame ends the stream, and its blank line ends with the last byte.
        if (size + 1 < bytes.size())
            QVERIFY(std::holds_alternative<StreamFailed>(events.back()));
    }
}

void OpenAiResponsesAnswerTest::streamsItsOwnAnswerAgain_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"reasoning_text_tools", "built_in_and_custom_tools"})
        QTest::newRow(name) << QByteArray(name);
}

void OpenAiResponsesAnswerTest::streamsItsOwnAnswerAgain()
{
    QFETCH(QByteArray, name);
    const std::string bytes = streamFixture(name.constData());
    const PlainJson upstream =
        PlainJson::parse(readDialectFixture(("openai_responses/responses/" + name.toStdString() + ".json").c_str()));
    const ChatRequest request = responsesRequest();
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const ReadResponse read = readResponseStream(encodeEvents(openAiResponsesClient(), state, decodeStream(bytes)));
    QCOMPARE(read.problem, std::string());
    PlainJson expected = upstream["output"];
    for (PlainJson &item : expected) {
        for (PlainJson &part : item.value("type", "") == "message" ? item["content"] : item["none"]) {
            if (part["type"] == "output_text" && !part.contains("logprobs"))
                part["logprobs"] = PlainJson::array();
        }
        item.erase("none");
    }
    QVERIFY2(read.final["output"] == expected, PlainJson::diff(expected, read.final["output"]).dump().c_str());
}

QTEST_APPLESS_MAIN(OpenAiResponsesAnswerTest)
#include "tst_openai_responses_answers.moc"
