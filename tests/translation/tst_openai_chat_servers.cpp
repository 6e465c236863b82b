// What the provider half says to the different servers, and what it does to conversations of other dialects.
#include "tests/translation/openai_chat_support.h"

using namespace openai_chat_support;
using Kind = ConversionNote::Kind;

namespace {

ChatRequest anthropicRequest()
{
    ChatRequest request;
    request.dialect = DialectId::AnthropicMessages;
    request.model = "openai/gpt-5";
    request.messages.push_back(messageOf(Role::User, {makeText("Hello")}));
    return request;
}

Tool functionTool(const char *name)
{
    Tool tool;
    tool.name = name;
    tool.inputSchema = Json{{"type", "object"}};
    return tool;
}

Part call(const char *id, const char *name, const char *arguments)
{
    ToolCallPart part;
    part.id = id;
    part.name = name;
    part.arguments = arguments;
    return partOf(part);
}

Part result(const char *id, std::vector<Part> content)
{
    ToolResultPart part;
    part.callId = id;
    part.content = std::move(content);
    return partOf(part);
}

const Json &messageAt(const Encoded &encoded, std::size_t index)
{
    return encoded.body.at("messages").at(index);
}

std::string rolesOf(const Encoded &encoded)
{
    std::string roles;
    for (const Json &message : encoded.body.at("messages"))
        roles += std::string(textMember(message, "role")) + ' ';
    return roles;
}

} // namespace

class OpenAiChatServersTest : public QObject {
    Q_OBJECT

private slots:
    void namesTheLimitAsTheServerDoes_data();
    void namesTheLimitAsTheServerDoes();
    void reasoningModelsAreSparedWhatTheyRefuse();
    void effortIsFittedToTheModel_data();
    void effortIsFittedToTheModel();
    void foreignOptionsAreNoted();
    void foreignReasoningIsDropped();
    void reasoningWithoutStateGoesToServersThatTakeIt();
    void resultsStandBehindTheirCalls();
    void callsBesideAnEmptyTextStay();
    void signaturesOfGeminiGoToGeminiAlone();
    void mediaOfResultsFollowInAUserTurn();
    void unansweredCallsAndLostResultsAreRepaired();
    void mistralGetsItsIdsAndTurns();
    void templatesGetOneSystemMessage();
    void customToolsBecomeFunctions();
    void namespacesAreInTheNameWhenNeeded();
    void builtInToolsOfOthersAreDropped();
    void toolNamesAreFitted();
    void unsayableMediaAloneAreRefused();
    void schemasAreAskedForInWordsAtDeepSeek();
    void previousResponsesAreRefused();
};

void OpenAiChatServersTest::namesTheLimitAsTheServerDoes_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<int>("limit");
    const auto row = [](const char *preset, const char *model, const char *member, int limit) {
        QTest::addRow("%s %s", preset, model) << QByteArray(preset) << QByteArray(model) << QByteArray(member) << limit;
    };
    row("openai", "gpt-5", "max_completion_tokens", 32000);
    row("openai", "gpt-4o", "max_completion_tokens", 16384); // more is refused
    row("", "gpt-5.4-nano", "max_completion_tokens", 32000);
    row("", "my-model", "max_tokens", 32000);
    row("ollama", "gpt-oss:20b", "max_tokens", 32000);
    row("groq", "llama", "max_tokens", 32000);
    row("mistral", "mistral-small", "max_tokens", 32000);
}

void OpenAiChatServersTest::namesTheLimitAsTheServerDoes()
{
    QFETCH(QByteArray, preset);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, member);
    QFETCH(int, limit);
    ChatRequest request = anthropicRequest();
    request.sampling.maxOutputTokens = 32000;
    const Encoded sent = encoded(request, preset.toStdString(), model.toStdString());
    QCOMPARE(sent.body.value(member.toStdString(), 0), limit);
    QCOMPARE(sent.body.contains("max_tokens") + sent.body.contains("max_completion_tokens"), 1);
    if (limit != 32000)
        QVERIFY(hasNote(sent.report, Kind::Approximated, "/max_tokens"));
}

void OpenAiChatServersTest::reasoningModelsAreSparedWhatTheyRefuse()
{
    ChatRequest request = anthropicRequest();
    request.sampling.temperature = 0.3;
    request.sampling.topP = 1.0;
    request.sampling.topK = 40;
    request.sampling.stopSequences = {"END"};
    Encoded sent = encoded(request, "openai", "o4-mini");
    QVERIFY(!sent.body.contains("temperature") && !sent.body.contains("stop") && !sent.body.contains("top_k"));
    QVERIFY(sent.body.contains("top_p")); // the neutral value is taken
    QVERIFY(hasNote(sent.report, Kind::Dropped, "/temperature"));
    QVERIFY(hasNote(sent.report, Kind::Dropped, "/stop_sequences"));
    QVERIFY(hasNote(sent.report, Kind::Dropped, "/top_k"));

    request.reasoning.mode = ReasoningOptions::Mode::Disabled;
    sent = encoded(request, "openai", "gpt-5.4-nano");
    QCOMPARE(sent.body.value("temperature", 0.0), 0.3);
    QCOMPARE(textMember(sent.body, "reasoning_effort"), std::string_view("none"));
}

void OpenAiChatServersTest::effortIsFittedToTheModel_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("budget");
    QTest::addColumn<QByteArray>("effort");
    const auto row = [](const char *preset, const char *model, int budget, const char *effort) {
        QTest::addRow("%s %s %d", preset, model, budget)
            << QByteArray(preset) << QByteArray(model) << budget << QByteArray(effort);
    };
    row("openai", "gpt-5", 31999, "high");
    row("openai", "gpt-5.2", 31999, "xhigh");
    row("openai", "gpt-5", 0, "minimal");
    row("openai", "o3", 0, "low");
    row("openai", "gpt-5.1", 0, "none");
    row("openai", "gpt-4o", 31999, "");
    row("xai", "grok-4", 4096, "");
    row("vllm", "gpt-oss", 63000, "high");
    row("mistral", "magistral", 4096, "");
}

void OpenAiChatServersTest::effortIsFittedToTheModel()
{
    QFETCH(QByteArray, preset);
    QFETCH(QByteArray, model);
    QFETCH(int, budget);
    QFETCH(QByteArray, effort);
    ChatRequest request = anthropicRequest();
    request.reasoning.mode = budget == 0 ? ReasoningOptions::Mode::Disabled : ReasoningOptions::Mode::Enabled;
    request.reasoning.budgetTokens = budget;
    const Encoded sent = encoded(request, preset.toStdString(), model.toStdString());
    QCOMPARE(std::string(textMember(sent.body, "reasoning_effort")), effort.toStdString());
    QVERIFY(hasNote(sent.report, effort.isEmpty() ? Kind::Dropped : Kind::Approximated, "/thinking"));
}

void OpenAiChatServersTest::foreignOptionsAreNoted()
{
    ChatRequest request = anthropicRequest();
    request.extensions.set(DialectId::AnthropicMessages, "context_management", Json::object());
    request.endUserId = std::string(150, 'u');
    request.metadata = Json{{"a", "b"}};
    request.serviceTier = "standard_only";
    request.promptCacheKey = "k";
    Tool tool = functionTool("find");
    tool.isStrict = true;
    tool.extensions.set(DialectId::AnthropicMessages, "defer_loading", true);
    request.tools.push_back(tool);
    request.messages[0].parts[0].cacheMarker = CacheMarker{"1h"};
    const Encoded sent = encoded(request, "openai", "gpt-5");
    for (const char *pointer :
         {"/context_management", "/metadata/user_id", "/metadata", "/service_tier", "/prompt_cache_key",
          "/tools/0/defer_loading", "/tools/0/strict", "/messages/0/content/0/cache_control"})
        QVERIFY(hasNote(sent.report, Kind::Dropped, pointer));
    const std::string text = dumpJson(sent.body);
    for (const char *word : {"context_management", "uuu", "standard_only", "defer_loading", "cache_control", "strict"})
        QVERIFY2(text.find(word) == std::string::npos, word);
    // OpenRouter hands markers on.
    QVERIFY(dumpJson(encoded(request, "openrouter", "x").body).find("\"ttl\":\"1h\"") != std::string::npos);
}

void OpenAiChatServersTest::foreignReasoningIsDropped()
{
    ChatRequest request = anthropicRequest();
    Part thought = partOf(ReasoningPart{"secret thought", false});
    thought.state = OpaqueState{DialectId::AnthropicMessages, "c2ln", {}, false, false};
    request.messages.push_back(messageOf(Role::Assistant, {thought, makeText("Hi")}));
    const Encoded sent = encoded(request, "vllm", "m");
    QVERIFY(dumpJson(sent.body).find("secret") == std::string::npos);
    QVERIFY(hasNote(sent.report, Kind::Dropped, "/messages"));
}

void OpenAiChatServersTest::reasoningWithoutStateGoesToServersThatTakeIt()
{
    ChatRequest request = anthropicRequest();
    request.messages.push_back(messageOf(Role::Assistant, {partOf(ReasoningPart{"thought", false}), makeText("Hi")}));
    QCOMPARE(textMember(messageAt(encoded(request, "deepseek", "m"), 1), "reasoning_content"),
             std::string_view("thought"));
    QCOMPARE(textMember(messageAt(encoded(request, "openrouter", "m"), 1), "reasoning"), std::string_view("thought"));
    const Encoded mistral = encoded(request, "mistral", "m");
    QCOMPARE(textMember(messageAt(mistral, 1)["content"][0], "type"), std::string_view("thinking"));
    const Encoded openAi = encoded(request, "openai", "gpt-5");
    QVERIFY(!messageAt(openAi, 1).contains("reasoning_content"));
    QVERIFY(hasNote(openAi.report, Kind::Dropped, "/messages"));
}

void OpenAiChatServersTest::signaturesOfGeminiGoToGeminiAlone()
{
    ToolCallPart call;
    call.id = "call_1";
    call.name = "get_weather";
    call.arguments = "{}";
    Part part = partOf(call);
    part.state = OpaqueState{DialectId::GeminiGenerate, "c2ln", "", false, false};
    ChatRequest request;
    request.dialect = DialectId::GeminiGenerate;
    request.model = "m";
    request.messages = {messageOf(Role::User, {makeText("Weather?")}), messageOf(Role::Assistant, {part})};
    QVERIFY(!encoded(request, "cerebras", "gpt-oss").body["messages"][1]["tool_calls"][0].contains("extra_content"));
    QVERIFY(encoded(request, "", "gemini-3-pro").body["messages"][1]["tool_calls"][0].contains("extra_content"));
}

void OpenAiChatServersTest::callsBesideAnEmptyTextStay()
{
    ToolCallPart call;
    call.id = "call_1";
    call.name = "get_weather";
    call.arguments = "{}";
    ChatRequest request;
    request.dialect = DialectId::GeminiGenerate;
    request.model = "m";
    request.messages = {messageOf(Role::User, {makeText("Weather?")}),
                        messageOf(Role::Assistant, {partOf(call), makeText("")})};
    const Json messages = encoded(request, "nebius", "m").body["messages"];
    QCOMPARE(messages[1]["role"], Json("assistant"));
    QCOMPARE(messages[1]["tool_calls"].size(), std::size_t(1));
}

void OpenAiChatServersTest::resultsStandBehindTheirCalls()
{
    ChatRequest request = anthropicRequest();
    request.messages.push_back(messageOf(Role::Assistant, {call("a", "find", "{}")}));
    request.messages.push_back(messageOf(Role::Assistant, {call("b", "list", "")}));
    request.messages.push_back(messageOf(Role::Developer, {makeText("note")}));
    request.messages.push_back(messageOf(Role::Tool, {result("b", {makeText("B")}), result("a", {makeText("A")})}));
    const Encoded sent = encoded(request, "openai", "gpt-5");
    QCOMPARE(rolesOf(sent), std::string("user assistant tool tool developer "));
    QCOMPARE(messageAt(sent, 1)["tool_calls"].size(), std::size_t(2));
    QCOMPARE(messageAt(sent, 1)["tool_calls"][1]["function"]["arguments"], Json("{}"));
    QVERIFY(messageAt(sent, 1)["content"].is_null());
}

void OpenAiChatServersTest::mediaOfResultsFollowInAUserTurn()
{
    ChatRequest request = anthropicRequest();
    MediaPart image;
    image.source = MediaPart::Source::Base64;
    image.mediaType = "image/png";
    image.value = "iVBO";
    request.messages.push_back(messageOf(Role::Assistant, {call("a", "shot", "{}")}));
    request.messages.push_back(messageOf(Role::Tool, {result("a", {partOf(image)})}));
    const Encoded sent = encoded(request, "openai", "gpt-5");
    QCOMPARE(rolesOf(sent), std::string("user assistant tool user "));
    QCOMPARE(textMember(messageAt(sent, 3)["content"][1]["image_url"], "url"),
             std::string_view("data:image/png;base64,iVBO"));
    QVERIFY(hasNote(sent.report, Kind::Approximated, "/messages/2"));
}

void OpenAiChatServersTest::unansweredCallsAndLostResultsAreRepaired()
{
    ChatRequest request = anthropicRequest();
    request.messages.push_back(messageOf(Role::Assistant, {call("a", "find", "{}"), call("", "list", "{}")}));
    ToolResultPart byName;
    byName.toolName = "list";
    byName.isError = true;
    byName.content = {makeText("no such folder")};
    request.messages.push_back(messageOf(Role::Tool, {partOf(byName), result("lost", {makeText("L")})}));
    const Encoded sent = encoded(request, "openai", "gpt-5");
    QCOMPARE(rolesOf(sent), std::string("user assistant tool tool user "));
    QCOMPARE(textMember(messageAt(sent, 2), "tool_call_id"), textMember(messageAt(sent, 1)["tool_calls"][1], "id"));
    QVERIFY(dumpJson(messageAt(sent, 2)).find("The tool failed:") != std::string::npos);
    QCOMPARE(textMember(messageAt(sent, 3), "tool_call_id"), std::string_view("a"));
    QVERIFY(hasNote(sent.report, Kind::Injected, "/messages/1"));
    QVERIFY(hasNote(sent.report, Kind::Approximated, "/messages/2"));
}

void OpenAiChatServersTest::mistralGetsItsIdsAndTurns()
{
    ChatRequest request = anthropicRequest();
    request.isStream = true;
    request.sampling.seed = 4;
    request.messages.push_back(messageOf(Role::Assistant, {call("toolu_01A", "find", "{}")}));
    request.messages.push_back(messageOf(Role::Tool, {result("toolu_01A", {makeText("A")})}));
    request.messages.push_back(messageOf(Role::User, {makeText("Go on")}));
    const Encoded sent = encoded(request, "mistral", "mistral-small");
    QCOMPARE(rolesOf(sent), std::string("user assistant tool assistant user "));
    const std::string id(textMember(messageAt(sent, 2), "tool_call_id"));
    QCOMPARE(id.size(), std::size_t(9));
    QCOMPARE(std::string(textMember(messageAt(sent, 1)["tool_calls"][0], "id")), id);
    QVERIFY(sent.body.contains("random_seed") && !sent.body.contains("stream_options"));
}

void OpenAiChatServersTest::templatesGetOneSystemMessage()
{
    ChatRequest request = anthropicRequest();
    Message top = messageOf(Role::System, {makeText("One"), makeText("Two")});
    top.isTopLevel = true;
    request.messages.insert(request.messages.begin(), {top, messageOf(Role::Developer, {makeText("Three")})});
    request.messages.push_back(messageOf(Role::System, {makeText("Later")}));
    const Encoded vllm = encoded(request, "vllm", "qwen3");
    QCOMPARE(rolesOf(vllm), std::string("system user user "));
    QCOMPARE(messageAt(vllm, 0)["content"], Json("One\nTwo\nThree"));
    QCOMPARE(messageAt(vllm, 2)["content"], Json("<system>\nLater\n</system>"));
    QVERIFY(hasNote(vllm.report, Kind::Approximated, "/messages/2"));
    QCOMPARE(rolesOf(encoded(request, "openai", "gpt-5")), std::string("system developer user system "));
    QCOMPARE(rolesOf(encoded(request, "groq", "m")), std::string("system system user system "));
}

void OpenAiChatServersTest::customToolsBecomeFunctions()
{
    ChatRequest request = anthropicRequest();
    request.dialect = DialectId::OpenAiResponses;
    Tool tool;
    tool.kind = Tool::Kind::Custom;
    tool.name = "apply_patch";
    tool.origin = DialectId::OpenAiResponses;
    tool.raw = jsonOf(
        R"({"type":"custom","name":"apply_patch","format":{"type":"grammar","syntax":"lark","definition":"d"}})");
    request.tools.push_back(tool);
    ToolCallPart used{ToolCallPart::Kind::Custom, "c1", "apply_patch", "*** \"Begin\"", {}, {}};
    request.messages.push_back(messageOf(Role::Assistant, {partOf(used)}));
    request.messages.push_back(messageOf(Role::Tool, {result("c1", {makeText("ok")})}));
    const Encoded local = encoded(request, "vllm", "m");
    QCOMPARE(textMember(local.body["tools"][0], "type"), std::string_view("function"));
    QCOMPARE(messageAt(local, 1)["tool_calls"][0]["function"]["arguments"], Json(R"({"input":"*** \"Begin\""})"));
    QVERIFY(hasNote(local.report, Kind::Approximated, "/tools/0"));
    const Encoded openAi = encoded(request, "openai", "gpt-5");
    QCOMPARE(textMember(openAi.body["tools"][0]["custom"]["format"]["grammar"], "definition"), std::string_view("d"));
    QCOMPARE(messageAt(openAi, 1)["tool_calls"][0]["custom"]["input"], Json("*** \"Begin\""));
}

void OpenAiChatServersTest::namespacesAreInTheNameWhenNeeded()
{
    ChatRequest request = anthropicRequest();
    for (const char *space : {"mcp__a", "mcp__b"}) {
        Tool tool = functionTool("read");
        tool.toolNamespace = space;
        request.tools.push_back(tool);
    }
    Tool alone = functionTool("list");
    alone.toolNamespace = "mcp__a";
    request.tools.push_back(alone);
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    ConversionReport report;
    const auto sent = openAiChatProvider().encodeRequest(request, {"m", "openai"}, state, report);
    const Json body = jsonOf(sent->body);
    QCOMPARE(textMember(body["tools"][0]["function"], "name"), std::string_view("mcp__a__read"));
    QCOMPARE(textMember(body["tools"][2]["function"], "name"), std::string_view("list"));
    const auto answer = openAiChatProvider().decodeResponse(
        R"({"choices":[{"message":{"tool_calls":[{"id":"c","function":{"name":"mcp__b__read","arguments":"{}"}}]}}]})",
        state);
    const auto *called = answer->choices.at(0).parts.at(0).as<ToolCallPart>();
    QCOMPARE(called->name, std::string("read"));
    QCOMPARE(called->toolNamespace, std::string("mcp__b"));
}

void OpenAiChatServersTest::builtInToolsOfOthersAreDropped()
{
    ChatRequest request = anthropicRequest();
    Tool search;
    search.kind = Tool::Kind::BuiltIn;
    search.name = "web_search";
    search.origin = DialectId::AnthropicMessages;
    request.tools = {search};
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "web_search", {}, false};
    request.allowsParallelToolCalls = true;
    Encoded sent = encoded(request, "openai", "gpt-5");
    QVERIFY(!sent.body.contains("tools") && !sent.body.contains("tool_choice")
            && !sent.body.contains("parallel_tool_calls"));
    QVERIFY(hasNote(sent.report, Kind::Dropped, "/tools/0"));
    request.tools.push_back(functionTool("find"));
    sent = encoded(request, "openai", "gpt-5");
    QCOMPARE(sent.body["tool_choice"], Json("auto"));
    QVERIFY(hasNote(sent.report, Kind::Approximated, "/tool_choice"));
}

void OpenAiChatServersTest::toolNamesAreFitted()
{
    ChatRequest request = anthropicRequest();
    request.tools.push_back(functionTool("mcp:files/read.text"));
    const Encoded sent = encoded(request, "openai", "gpt-5");
    QCOMPARE(textMember(sent.body["tools"][0]["function"], "name"), std::string_view("mcp_files_read_text"));
    QVERIFY(hasNote(sent.report, Kind::Renamed, "/tools/0/name"));
}

void OpenAiChatServersTest::unsayableMediaAloneAreRefused()
{
    ChatRequest request = anthropicRequest();
    MediaPart document;
    document.kind = MediaKind::Document;
    document.value = "https://example.org/a.pdf";
    request.messages[0].parts = {partOf(document)};
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    ConversionReport report;
    const auto sent = openAiChatProvider().encodeRequest(request, {"gpt-5", "openai"}, state, report);
    QVERIFY(!sent && sent.error().httpStatus() == 400);
    request.messages[0].parts.push_back(makeText("What is it?"));
    QVERIFY(hasNote(encoded(request, "openai", "gpt-5").report, Kind::Dropped, "/messages/0/content/0"));
    QCOMPARE(textMember(messageAt(encoded(request, "mistral", "m"), 0)["content"][0], "type"),
             std::string_view("document_url"));
}

void OpenAiChatServersTest::schemasAreAskedForInWordsAtDeepSeek()
{
    ChatRequest request = anthropicRequest();
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.name = "my schema";
    request.outputFormat.schema = Json{{"type", "object"}};
    const Encoded deepSeek = encoded(request, "deepseek", "deepseek-chat");
    QCOMPARE(textMember(deepSeek.body["response_format"], "type"), std::string_view("json_object"));
    QCOMPARE(rolesOf(deepSeek), std::string("system user "));
    const Encoded openAi = encoded(request, "openai", "gpt-5");
    QCOMPARE(textMember(openAi.body["response_format"]["json_schema"], "name"), std::string_view("my_schema"));
}

void OpenAiChatServersTest::previousResponsesAreRefused()
{
    ChatRequest request = anthropicRequest();
    request.previousResponseId = "resp_1";
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    ConversionReport report;
    QVERIFY(!openAiChatProvider().encodeRequest(request, {"m", ""}, state, report));
}

QTEST_APPLESS_MAIN(OpenAiChatServersTest)
#include "tst_openai_chat_servers.moc"
