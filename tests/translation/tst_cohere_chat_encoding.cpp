#include "tests/translation/cohere_chat_support.h"
#include "tests/support/json_comparison.h"

#include <algorithm>

#include <QTest>

using namespace cohere_support;

class CohereChatEncodingTest : public QObject {
    Q_OBJECT

private slots:
    void saysTextBesideCallsAsToolPlan();
    void laterSystemTextStaysInItsPlace();
    void everyCallHasOneResultRightBehindIt();
    void imagesOfResultsFollowInAUserTurn();
    void endsWithSomethingToAnswer();
    void refusesATurnOfWhichNothingIsLeft();
    void offersOnlyTheChosenTool();
    void namesThatDoNotFitAreChanged();
    void strictnessIsForAllToolsOrNone();
    void customToolsBecomeFunctions();
    void schemasThatFitAreEnforced();
    void schemasThatDoNotFitAreAskedFor_data();
    void schemasThatDoNotFitAreAskedFor();
    void samplingFitsCoheresRanges();
    void onePenaltyIsUsed();
    void thinkingFitsTheModel_data();
    void thinkingFitsTheModel();
    void reasoningOfOthersStaysWithThem();
    void everyLossIsNoted();
};

void CohereChatEncodingTest::saysTextBesideCallsAsToolPlan()
{
    const Encoded encoded = encode(foreign({
        says(Role::User, "Hi"),
        with(Role::Assistant, {makeText("I look."), callPart("c1", "look", "")}),
        with(Role::Tool, {resultPart("c1", {makeText("found")})}),
        says(Role::Assistant, "Done."),
        says(Role::User, "Thanks"),
    }));
    QCOMPARE(at(encoded.body, "/messages/1/tool_plan"), Json("I look."));
    QVERIFY(at(encoded.body, "/messages/1/content").is_null());
    QCOMPARE(at(encoded.body, "/messages/1/tool_calls/0/function/arguments"), Json("{}"));
    QCOMPARE(encoded.body["messages"][2], (Json{{"role", "tool"}, {"tool_call_id", "c1"}, {"content", "found"}}));
    QCOMPARE(encoded.body["messages"][3], (Json{{"role", "assistant"}, {"content", "Done."}}));
    QVERIFY(encoded.report.notes().empty());
}

void CohereChatEncodingTest::laterSystemTextStaysInItsPlace()
{
    Message top = says(Role::System, "One.");
    top.isTopLevel = true;
    const Encoded encoded = encode(foreign({top, says(Role::Developer, "Two."), says(Role::User, "Hi"),
                                            says(Role::System, "Three."), says(Role::User, "Go")}));
    QCOMPARE(encoded.body["messages"].size(), std::size_t(4));
    QCOMPARE(at(encoded.body, "/messages/0/content"),
             Json::array({Json{{"type", "text"}, {"text", "One."}}, Json{{"type", "text"}, {"text", "Two."}}}));
    QCOMPARE(encoded.body["messages"][2], (Json{{"role", "user"}, {"content", "<system>\nThree.\n</system>"}}));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/messages/2"));
}

void CohereChatEncodingTest::everyCallHasOneResultRightBehindIt()
{
    const Encoded encoded = encode(foreign({
        says(Role::User, "Hi"),
        with(Role::Assistant, {callPart("", "a"), callPart("same", "b"), callPart("same", "c")}),
        says(Role::User, "meanwhile"),
        with(Role::Tool, {resultPart("same", {makeText("b's")}), resultPart("stray", {makeText("nobody's")})}),
    }));
    const Json &messages = encoded.body["messages"];
    std::vector<std::string> asked;
    for (const Json &call : messages[1]["tool_calls"])
        asked.push_back(call["id"].get<std::string>());
    QCOMPARE(asked.size(), std::size_t(3));
    std::vector<std::string> answered;
    for (std::size_t i = 2; i < 5; ++i) {
        QCOMPARE(messages[i]["role"], Json("tool"));
        answered.push_back(messages[i]["tool_call_id"].get<std::string>());
    }
    std::sort(asked.begin(), asked.end());
    std::sort(answered.begin(), answered.end());
    QVERIFY(asked == answered);
    QVERIFY(std::unique(asked.begin(), asked.end()) == asked.end());
    QCOMPARE(messages[5]["content"], Json("meanwhile"));
    QVERIFY(dumpJson(messages[6]).find("nobody's") != std::string::npos);
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Injected, "/messages/1"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/messages/3"));
}

void CohereChatEncodingTest::imagesOfResultsFollowInAUserTurn()
{
    const Encoded encoded = encode(foreign({
        says(Role::User, "Hi"),
        with(Role::Assistant, {callPart("c1", "shoot"), callPart("c2", "fail")}),
        with(Role::Tool, {resultPart("c1", {image(MediaPart::Source::Base64, "iVBORw0KGgo=")}),
                          resultPart("c2", {makeText("no camera")}, true)}),
    }));
    const Json &messages = encoded.body["messages"];
    QCOMPARE(messages.size(), std::size_t(5));
    QCOMPARE(messages[2]["content"], Json("(see the images)"));
    QCOMPARE(messages[3]["content"][0]["text"], Json("The tool failed:"));
    QCOMPARE(messages[4]["role"], Json("user"));
    QCOMPARE(at(messages[4], "/content/1/image_url/url"), Json("data:image/png;base64,iVBORw0KGgo="));
}

void CohereChatEncodingTest::endsWithSomethingToAnswer()
{
    const Encoded begun = encode(foreign({says(Role::User, "Count."), says(Role::Assistant, "One, two")}));
    QCOMPARE(begun.body["messages"].size(), std::size_t(3));
    QCOMPARE(at(begun.body, "/messages/1/content"), Json("One, two"));
    QCOMPARE(at(begun.body, "/messages/2/role"), Json("user"));
    QVERIFY(hasNote(begun.report, ConversionNote::Kind::Approximated, "/messages/1"));

    const Encoded told = encode(foreign({says(Role::System, "Greet me.")}));
    QCOMPARE(told.body["messages"], Json::array({Json{{"role", "user"}, {"content", "Greet me."}}}));
    QVERIFY(hasNote(told.report, ConversionNote::Kind::Approximated, "/messages/0"));

    const Encoded answered = encode(foreign({
        says(Role::User, "Hi"),
        with(Role::Assistant, {callPart("c1", "look", "")}),
        with(Role::Tool, {resultPart("c1", {makeText("found")})}),
    }));
    QCOMPARE(at(answered.body, "/messages/2/role"), Json("tool"));
    QCOMPARE(answered.body["messages"].size(), std::size_t(3));
    QVERIFY(answered.report.notes().empty());
}

void CohereChatEncodingTest::refusesATurnOfWhichNothingIsLeft()
{
    const Encoded encoded = encode(foreign({with(Role::User, {image(MediaPart::Source::FileId, "file-1")})}));
    QVERIFY(encoded.error.find("/messages/0") != std::string::npos);
    MediaPart sound;
    sound.kind = MediaKind::Audio;
    sound.source = MediaPart::Source::Base64;
    const Encoded partly = encode(foreign({with(Role::User, {makeText("Hear:"), partOf(sound)})}));
    QCOMPARE(at(partly.body, "/messages/0/content"), Json("Hear:"));
    QVERIFY(hasNote(partly.report, ConversionNote::Kind::Dropped, "/messages/0/content/1"));
}

void CohereChatEncodingTest::offersOnlyTheChosenTool()
{
    ChatRequest request = foreign();
    request.tools = {function("one"), function("two"), function("three")};
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "two", {}, false};
    const Encoded named = encode(request);
    QCOMPARE(named.body["tools"].size(), std::size_t(1));
    QCOMPARE(at(named.body, "/tools/0/function/name"), Json("two"));
    QCOMPARE(named.body["tool_choice"], Json("REQUIRED"));
    QVERIFY(hasNote(named.report, ConversionNote::Kind::Approximated, "/tool_choice"));
    request.toolChoice = ToolChoice{ToolChoice::Kind::Allowed, "", {"one", "three"}, false};
    const Encoded allowed = encode(request);
    QCOMPARE(allowed.body["tools"].size(), std::size_t(2));
    QVERIFY(!allowed.body.contains("tool_choice"));
    request.toolChoice = ToolChoice{ToolChoice::Kind::None, "", {}, false};
    QCOMPARE(encode(request).body["tool_choice"], Json("NONE"));
    Tool search;
    search.kind = Tool::Kind::BuiltIn;
    search.name = "web_search";
    request.tools.push_back(search);
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "web_search", {}, false};
    const Encoded builtIn = encode(request);
    QCOMPARE(builtIn.body["tools"].size(), std::size_t(3));
    QVERIFY(!builtIn.body.contains("tool_choice"));
    QVERIFY(hasNote(builtIn.report, ConversionNote::Kind::Dropped, "/tools/3"));
}

void CohereChatEncodingTest::namesThatDoNotFitAreChanged()
{
    ChatRequest request = foreign({says(Role::User, "Hi"), with(Role::Assistant, {callPart("c", "mcp.files-read")}),
                                   with(Role::Tool, {resultPart("c", {makeText("x")})})});
    request.tools = {function("mcp.files-read")};
    ExchangeState state(request, DialectId::CohereChat, "a1");
    ConversionReport report;
    const auto encoded = cohereChatProvider().encodeRequest(request, {plainModel, {}}, state, report);
    const Json body = *parseJson(encoded->body);
    QCOMPARE(at(body, "/tools/0/function/name"), Json("mcp_files_read"));
    QCOMPARE(at(body, "/messages/1/tool_calls/0/function/name"), Json("mcp_files_read"));
    QVERIFY(hasNote(report, ConversionNote::Kind::Renamed, "/tools/0/name"));
    const auto answer = cohereChatProvider().decodeResponse(
        R"({"id":"a","finish_reason":"TOOL_CALL","message":{"role":"assistant","tool_calls":[{"id":"x",)"
        R"("type":"function","function":{"name":"mcp_files_read","arguments":"{}"}}]}})",
        state);
    QCOMPARE(answer->choices[0].parts[0].as<ToolCallPart>()->name, std::string("mcp.files-read"));
}

void CohereChatEncodingTest::strictnessIsForAllToolsOrNone()
{
    ChatRequest request = foreign();
    request.tools = {function("one"), function("two")};
    request.tools[0].isStrict = request.tools[1].isStrict = true;
    QCOMPARE(encode(request).body["strict_tools"], Json(true));
    request.tools[1].isStrict = std::nullopt;
    const Encoded mixed = encode(request);
    QVERIFY(!mixed.body.contains("strict_tools"));
    QVERIFY(!at(mixed.body, "/tools/0/function").contains("strict")); // Cohere refuses unknown members
    QVERIFY(hasNote(mixed.report, ConversionNote::Kind::Dropped, "/tools/0/strict"));
    request.tools[1].isStrict = true;
    request.tools[1].inputSchema.erase("required");
    QVERIFY(!encode(request).body.contains("strict_tools"));
}

void CohereChatEncodingTest::customToolsBecomeFunctions()
{
    ChatRequest request = foreign();
    Tool patch;
    patch.kind = Tool::Kind::Custom;
    patch.name = "apply_patch";
    Tool shared = function("run");
    shared.toolNamespace = "mcp__x";
    Tool other = shared;
    other.toolNamespace = "mcp__y";
    request.tools = {patch, shared, other};
    ExchangeState state(request, DialectId::CohereChat, "a1");
    ConversionReport report;
    const auto encoded = cohereChatProvider().encodeRequest(request, {plainModel, {}}, state, report);
    const Json body = *parseJson(encoded->body);
    QCOMPARE(at(body, "/tools/0/function/parameters/required/0"), Json("input"));
    QCOMPARE(at(body, "/tools/2/function/name"), Json("mcp__y__run"));
    const auto answer = cohereChatProvider().decodeResponse(
        R"({"id":"a","finish_reason":"TOOL_CALL","message":{"role":"assistant","tool_calls":[)"
        R"({"id":"x","type":"function","function":{"name":"apply_patch","arguments":"{\"input\":\"*** x\"}"}},)"
        R"({"id":"y","type":"function","function":{"name":"mcp__y__run","arguments":"{}"}}]}})",
        state);
    const auto *first = answer->choices[0].parts[0].as<ToolCallPart>();
    QCOMPARE(first->kind, ToolCallPart::Kind::Custom);
    QCOMPARE(first->arguments, std::string("*** x"));
    const auto *second = answer->choices[0].parts[1].as<ToolCallPart>();
    QCOMPARE(second->name, std::string("run"));
    QCOMPARE(second->toolNamespace, std::string("mcp__y"));
}

void CohereChatEncodingTest::schemasThatFitAreEnforced()
{
    ChatRequest request = foreign();
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.name = "person";
    request.outputFormat.isStrict = true;
    request.outputFormat.schema = *parseJson(
        R"({"type":"object","properties":{"minimum":{"type":"integer","minimum":1},"mail":{"type":"string",)"
        R"("format":"email"},"tags":{"type":"array","items":{"type":"string"},"maxItems":3}},"required":["mail"],)"
        R"("additionalProperties":false})");
    const Encoded encoded = encode(request);
    const Json wanted =
        *parseJson(R"({"type":"object","properties":{"minimum":{"type":"integer"},"mail":{"type":"string"},"tags":)"
                   R"({"type":"array","items":{"type":"string"}}},"required":["mail"]})");
    QCOMPARE(encoded.body["response_format"]["json_schema"], wanted);
    QCOMPARE(encoded.body["messages"].size(), std::size_t(1));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, "/response_format"));
}

void CohereChatEncodingTest::schemasThatDoNotFitAreAskedFor_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("hasTools");
    QTest::addColumn<bool>("isObject");
    const char *fitting = R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})";
    QTest::newRow("beside tools") << QByteArray(fitting) << true << false;
    QTest::newRow("nothing required") << QByteArray(R"({"type":"object","properties":{"a":{}}})") << false << true;
    QTest::newRow("list") << QByteArray(R"({"type":"array"})") << false << true;
    QTest::newRow("composition") << QByteArray(
        R"({"type":"object","properties":{"a":{"anyOf":[{},{}]}},"required":["a"]})")
                                 << false << true;
    QTest::newRow("no schema") << QByteArray() << false << true;
}

void CohereChatEncodingTest::schemasThatDoNotFitAreAskedFor()
{
    QFETCH(QByteArray, schema);
    QFETCH(bool, hasTools);
    QFETCH(bool, isObject);
    ChatRequest request = foreign({says(Role::System, "Be kind."), says(Role::User, "Hi")});
    request.outputFormat.kind = schema.isEmpty() ? OutputFormat::Kind::JsonObject : OutputFormat::Kind::JsonSchema;
    if (!schema.isEmpty())
        request.outputFormat.schema = *parseJson(schema.toStdString());
    if (hasTools)
        request.tools = {function("one")};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body.contains("response_format"), isObject);
    QVERIFY(!at(encoded.body, "/response_format").contains("json_schema"));
    const std::string system = at(encoded.body, "/messages/0/content").get<std::string>();
    QVERIFY(system.starts_with("Be kind.\n\n"));
    QVERIFY(system.find(schema.toStdString()) != std::string::npos || schema.isEmpty());
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Injected, "/response_format"));
}

void CohereChatEncodingTest::samplingFitsCoheresRanges()
{
    ChatRequest request = foreign();
    request.sampling.temperature = 1.5;
    request.sampling.topP = 1.0;
    request.sampling.topK = 1000;
    request.sampling.seed = -1;
    request.sampling.choiceCount = 2;
    request.sampling.stopSequences = {"1", "2", "3", "4", "5", "6"};
    request.sampling.maxOutputTokens = 100;
    request.sampling.topLogprobs = 3;
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body["temperature"], Json(1.0));
    QCOMPARE(encoded.body["p"], Json(0.99));
    QCOMPARE(encoded.body["k"], Json(500));
    QCOMPARE(encoded.body["max_tokens"], Json(100));
    QCOMPARE(encoded.body["stop_sequences"].size(), std::size_t(5));
    QCOMPARE(encoded.body["logprobs"], Json(true));
    QVERIFY(!encoded.body.contains("seed"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/temperature"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/top_p"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/top_k"));
    for (const char *pointer : {"/seed", "/n", "/stop", "/top_logprobs"})
        QVERIFY2(hasNote(encoded.report, ConversionNote::Kind::Dropped, pointer), pointer);
}

void CohereChatEncodingTest::onePenaltyIsUsed()
{
    ChatRequest request = foreign();
    request.sampling.frequencyPenalty = 0.0;
    request.sampling.presencePenalty = 1.5;
    const Encoded presence = encode(request);
    QVERIFY(!presence.body.contains("frequency_penalty"));
    QCOMPARE(presence.body["presence_penalty"], Json(1.0));
    request.sampling.frequencyPenalty = -0.5;
    const Encoded negative = encode(request);
    QVERIFY(!negative.body.contains("frequency_penalty"));
    QVERIFY(hasNote(negative.report, ConversionNote::Kind::Approximated, "/frequency_penalty"));
    QCOMPARE(negative.body["presence_penalty"], Json(1.0));
    request.sampling.frequencyPenalty = 0.5;
    const Encoded both = encode(request);
    QCOMPARE(both.body["frequency_penalty"], Json(0.5));
    QVERIFY(!both.body.contains("presence_penalty"));
    QVERIFY(hasNote(both.report, ConversionNote::Kind::Dropped, "/presence_penalty"));
}

void CohereChatEncodingTest::thinkingFitsTheModel_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("effort"); // -1: none is said
    QTest::addColumn<int>("budget");
    QTest::addColumn<QByteArray>("thinking");
    QTest::addColumn<bool>("hasNote");
    const auto none = static_cast<int>(ReasoningEffort::None);
    const auto low = static_cast<int>(ReasoningEffort::Low);
    QTest::newRow("nothing") << QByteArray(reasoningModel) << -1 << 0 << QByteArray("null") << false;
    QTest::newRow("off") << QByteArray(reasoningModel) << none << 0 << QByteArray(R"({"type":"disabled"})") << false;
    QTest::newRow("effort") << QByteArray(reasoningModel) << low << 0
                            << QByteArray(R"({"type":"enabled","token_budget":4096})") << true;
    QTest::newRow("budget") << QByteArray(reasoningModel) << -1 << 777
                            << QByteArray(R"({"type":"enabled","token_budget":777})") << false;
    QTest::newRow("dynamic") << QByteArray(reasoningModel) << -1 << -1 << QByteArray(R"({"type":"enabled"})") << false;
    QTest::newRow("plain model") << QByteArray(plainModel) << low << 0 << QByteArray("null") << true;
    QTest::newRow("plain model, off") << QByteArray(plainModel) << none << 0 << QByteArray("null") << false;
    QTest::newRow("unknown model") << QByteArray("command-b") << low << 0
                                   << QByteArray(R"({"type":"enabled","token_budget":4096})") << true;
}

void CohereChatEncodingTest::thinkingFitsTheModel()
{
    QFETCH(QByteArray, model);
    QFETCH(int, effort);
    QFETCH(int, budget);
    QFETCH(QByteArray, thinking);
    QFETCH(bool, hasNote);
    ChatRequest request = foreign();
    if (effort >= 0) {
        request.reasoning.effort = static_cast<ReasoningEffort>(effort);
        request.reasoning.mode = request.reasoning.effort == ReasoningEffort::None ? ReasoningOptions::Mode::Disabled
                                                                                   : ReasoningOptions::Mode::Enabled;
    }
    if (budget != 0) {
        request.reasoning.mode = ReasoningOptions::Mode::Enabled;
        request.reasoning.budgetTokens = budget;
    }
    const Encoded encoded = encode(request, model.toStdString());
    QCOMPARE(at(encoded.body, "/thinking"), *parseJson(thinking.toStdString()));
    QCOMPARE(!encoded.report.notes().empty(), hasNote);
}

void CohereChatEncodingTest::reasoningOfOthersStaysWithThem()
{
    Part signedThought = partOf(ReasoningPart{"secret", false});
    signedThought.state = OpaqueState{DialectId::AnthropicMessages, "sig", "", false, false};
    const ChatRequest request = foreign({
        says(Role::User, "Hi"),
        with(Role::Assistant, {signedThought, makeText("Hello.")}),
        says(Role::User, "And?"),
        with(Role::Assistant, {partOf(ReasoningPart{"told by Cohere", false}), makeText("So.")}),
        says(Role::User, "Go"),
    });
    const Encoded encoded = encode(request, reasoningModel);
    QCOMPARE(at(encoded.body, "/messages/1/content"), Json("Hello."));
    QCOMPARE(at(encoded.body, "/messages/3/content/0/thinking"), Json("told by Cohere"));
    QCOMPARE(encoded.report.notes().size(), std::size_t(1));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, "/messages"));
    QCOMPARE(at(encode(request, plainModel).body, "/messages/3/content"), Json("So."));
}

void CohereChatEncodingTest::everyLossIsNoted()
{
    ChatRequest request = foreign();
    request.messages[0].name = "ada";
    request.messages[0].parts[0].cacheMarker = CacheMarker{};
    request.verbosity = "low";
    request.serviceTier = "flex";
    request.promptCacheKey = "k";
    request.mayStore = true;
    request.metadata = Json{{"a", "b"}};
    request.endUserId = "u";
    request.allowsParallelToolCalls = false;
    request.sampling.logitBias = Json{{"1", 2}};
    request.extensions.set(DialectId::OpenAiChat, "prediction", Json::object());
    const Encoded encoded = encode(request);
    for (const char *pointer :
         {"/messages/0/name", "/messages/0/content/0/cache_control", "/verbosity", "/service_tier", "/prompt_cache_key",
          "/store", "/metadata", "/user", "/parallel_tool_calls", "/logit_bias", "/prediction"})
        QVERIFY2(hasNote(encoded.report, ConversionNote::Kind::Dropped, pointer), pointer);
    QCOMPARE(plain(encoded.body), plain(Json{{"model", plainModel},
                                             {"messages", Json::array({Json{{"role", "user"}, {"content", "Hi"}}})}}));
    request.previousResponseId = "resp_1";
    QVERIFY(encode(request).error.find("/previous_response_id") != std::string::npos);
}

QTEST_APPLESS_MAIN(CohereChatEncodingTest)
#include "tst_cohere_chat_encoding.moc"
