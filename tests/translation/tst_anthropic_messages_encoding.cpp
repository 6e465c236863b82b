#include "gateway/translation/dialects/anthropic_messages/model_traits.h"
#include "tests/translation/anthropic_codec.h"
#include "tests/support/json_comparison.h"

#include <algorithm>
#include <functional>

#include <QTest>

using namespace anthropic_codec;
using anthropic::Support;
using anthropic::traitsOf;
using Kind = ConversionNote::Kind;
using Change = std::function<void(ChatRequest &)>;

Q_DECLARE_METATYPE(Change)

namespace {

ChatRequest thinkingRequest(ReasoningEffort effort)
{
    ChatRequest request = chatRequest();
    request.reasoning.effort = effort;
    return request;
}

ChatRequest ownRequest(const std::string &members)
{
    const auto request =
        decode(R"({"model":"m","max_tokens":32000,"messages":[{"role":"user","content":"Hi"}],)" + members + "}");
    return request ? *request : ChatRequest();
}

} // namespace

class AnthropicMessagesEncodingTest : public QObject {
    Q_OBJECT

private slots:
    void namesTellWhatAModelTakes();
    void maximumIsAlwaysSent();
    void maximumFitsTheModel();
    void losesNothingInSilence_data();
    void losesNothingInSilence();
    void samplingFitsTheModel();
    void samplingGivesWayToThinking();
    void effortBecomesWhatTheModelTakes();
    void budgetAndMaximumFitEachOther();
    void ownReasoningIsFittedToTheModel();
    void demandedCallsRuleThinkingOut();
    void followUpsWithoutSignatureDoNotThink();
    void reasoningOfOthersIsLeftOutOnce();
    void hidesThoughtsWhereTheModelCan();
    void structuredOutputIsNativeOrForced();
    void outputSchemaIsNarrowed();
    void toolChoicesAreTranslated();
    void customToolsBecomeFunctions();
    void schemasOfToolsFit();
};

void AnthropicMessagesEncodingTest::namesTellWhatAModelTakes()
{
    for (const char *name : {"claude-sonnet-4-5-20250929", "anthropic.claude-sonnet-4-5-20250929-v1:0",
                             "anthropic/claude-sonnet-4.5", "claude-4-5-sonnet"}) {
        QVERIFY(traitsOf(name).takesThinkingBudget == Support::Yes);
        QVERIFY(traitsOf(name).takesAdaptiveThinking == Support::No);
        QVERIFY(traitsOf(name).takesOutputFormat == Support::Yes);
        QVERIFY(!traitsOf(name).takesTopPWithTemperature);
    }
    QVERIFY(traitsOf("claude-opus-4@20250514").takesTopPWithTemperature);
    QVERIFY(traitsOf("claude-opus-4-20250514-v1:0").takesOutputFormat == Support::No);
    QVERIFY(traitsOf("claude-3-5-haiku-20241022").takesThinkingBudget == Support::No);
    QCOMPARE(traitsOf("claude-3-haiku-20240307").longestOutput, 4096);
    QVERIFY(traitsOf("claude-opus-4-6").takesThinkingBudget == Support::Yes);
    QVERIFY(traitsOf("claude-opus-4-6").takesAdaptiveThinking == Support::Yes);
    for (const char *name : {"claude-opus-4-7", "claude-sonnet-5", "claude-sonnet-5-5", "claude-fable-5"}) {
        QVERIFY(traitsOf(name).takesThinkingBudget == Support::No);
        QVERIFY(!traitsOf(name).takesSampling);
    }
    QVERIFY(traitsOf("claude-opus-4-8").takesSystemTurns == Support::Yes);
    QVERIFY(traitsOf("claude-opus-4-7").takesSystemTurns == Support::No);
    QVERIFY(!traitsOf("claude-mythos-preview").canThinkingBeDisabled);
    for (const char *name : {"", "kimi-k2", "deepseek-chat", "claude", "demo-thinker"})
        QVERIFY(traitsOf(name).takesThinkingBudget == Support::Unknown);
}

void AnthropicMessagesEncodingTest::maximumIsAlwaysSent()
{
    const Encoded encoded = encode(chatRequest(), "claude-sonnet-4-5");
    QVERIFY(encoded.body["max_tokens"] == 32000);
    QVERIFY(encoded.has(Kind::Injected, "/max_tokens"));
    QVERIFY(encode(chatRequest(), "claude-3-haiku-20240307").body["max_tokens"] == 4096);
    QVERIFY(encode(chatRequest(), "unheard-of").body["max_tokens"] == 8192);
}

void AnthropicMessagesEncodingTest::maximumFitsTheModel()
{
    ChatRequest request = chatRequest();
    request.sampling.maxOutputTokens = 128'000;
    const Encoded encoded = encode(request, "claude-opus-4-1");
    QVERIFY(encoded.body["max_tokens"] == 32'000);
    QVERIFY(encoded.has(Kind::Approximated, "/max_tokens"));
    QVERIFY(encode(request, "claude-opus-5").body["max_tokens"] == 128'000);
}

void AnthropicMessagesEncodingTest::losesNothingInSilence_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("pointer");
    const auto add = [](const char *name, Kind kind, const char *pointer, Change change) {
        QTest::newRow(name) << change << int(kind) << QByteArray(pointer);
    };
    add("frequency", Kind::Dropped, "/frequency_penalty", [](auto &r) { r.sampling.frequencyPenalty = 0.5; });
    add("presence", Kind::Dropped, "/presence_penalty", [](auto &r) { r.sampling.presencePenalty = 0.5; });
    add("seed", Kind::Dropped, "/seed", [](auto &r) { r.sampling.seed = 7; });
    add("n", Kind::Dropped, "/n", [](auto &r) { r.sampling.choiceCount = 2; });
    add("logprobs", Kind::Dropped, "/logprobs", [](auto &r) { r.sampling.logprobs = true; });
    add("top logprobs", Kind::Dropped, "/top_logprobs", [](auto &r) { r.sampling.topLogprobs = 3; });
    add("bias", Kind::Dropped, "/logit_bias", [](auto &r) { r.sampling.logitBias = Json{{"5", 1}}; });
    add("temperature", Kind::Approximated, "/temperature", [](auto &r) { r.sampling.temperature = 1.5; });
    add("stop", Kind::Dropped, "/stop_sequences/1", [](auto &r) { r.sampling.stopSequences = {"END", "\n"}; });
    add("verbosity", Kind::Dropped, "/verbosity", [](auto &r) { r.verbosity = "low"; });
    add("tier", Kind::Dropped, "/service_tier", [](auto &r) { r.serviceTier = "flex"; });
    add("cache key", Kind::Dropped, "/prompt_cache_key", [](auto &r) { r.promptCacheKey = "k"; });
    add("store", Kind::Dropped, "/store", [](auto &r) { r.mayStore = true; });
    add("metadata", Kind::Dropped, "/metadata", [](auto &r) { r.metadata = Json{{"a", "b"}}; });
    add("long user", Kind::Approximated, "/user", [](auto &r) { r.endUserId = std::string(600, 'u'); });
    add("options", Kind::Dropped, "/top_a", [](auto &r) { r.extensions.set(DialectId::OpenAiChat, "top_a", Json(1)); });
    add("message options", Kind::Dropped, "/messages/0/x",
        [](auto &r) { r.messages[0].extensions.set(DialectId::OpenAiChat, "x", Json(1)); });
    add("part options", Kind::Dropped, "/messages/0/content/0/x",
        [](auto &r) { r.messages[0].parts[0].extensions.set(DialectId::GeminiGenerate, "x", Json(1)); });
    add("participant", Kind::Dropped, "/messages/0/name", [](auto &r) { r.messages[0].name = "Ada"; });
    add("foreign part", Kind::Dropped, "/messages/0/content/1", [](auto &r) {
        Part part;
        part.content = OpaquePart{DialectId::OpenAiResponses, Json::object()};
        r.messages[0].parts.push_back(part);
    });
    add("foreign tool", Kind::Dropped, "/tools/0", [](auto &r) {
        Tool tool = functionTool("web_search");
        tool.kind = Tool::Kind::BuiltIn;
        r.tools = {tool};
    });
    add("strict", Kind::Dropped, "/tools/0/strict", [](auto &r) {
        r.tools = {functionTool("f")};
        r.tools[0].isStrict = true;
    });
    add("tool name", Kind::Renamed, "/tools/0/name", [](auto &r) { r.tools = {functionTool("a:b")}; });
    add("same tool twice", Kind::Dropped, "/tools/1", [](auto &r) {
        r.tools = {functionTool("f"), functionTool("f")};
    });
    add("image detail", Kind::Dropped, "/messages/0/content/1", [](auto &r) {
        Part part = mediaWith(MediaKind::Image, MediaPart::Source::Url, "https://example.org/a.png");
        part.template as<MediaPart>()->detail = "low";
        r.messages[0].parts.push_back(part);
    });
    add("refusal", Kind::Approximated, "/messages/1/content/0", [](auto &r) {
        Message message;
        message.role = Role::Assistant;
        message.parts.emplace_back().content = RefusalPart{"No."};
        r.messages.push_back(message);
    });
}

void AnthropicMessagesEncodingTest::losesNothingInSilence()
{
    QFETCH(Change, change);
    QFETCH(int, kind);
    QFETCH(QByteArray, pointer);
    ChatRequest request = chatRequest();
    QVERIFY(!encode(request, "claude-sonnet-4").has(static_cast<Kind>(kind), pointer.toStdString()));
    change(request);
    const Encoded encoded = encode(request, "claude-sonnet-4");
    QCOMPARE(encoded.error, std::string());
    QVERIFY(encoded.has(static_cast<Kind>(kind), pointer.toStdString()));
}

void AnthropicMessagesEncodingTest::samplingFitsTheModel()
{
    ChatRequest request = chatRequest();
    request.sampling.temperature = 0.3;
    request.sampling.topP = 0.9;
    request.sampling.topK = 40;
    Encoded encoded = encode(request, "claude-sonnet-4-20250514");
    QVERIFY(encoded.body["temperature"] == 0.3 && encoded.body["top_p"] == 0.9 && encoded.body["top_k"] == 40);
    encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body["temperature"] == 0.3 && !encoded.body.contains("top_p"));
    QVERIFY(encoded.has(Kind::Dropped, "/top_p"));
    encoded = encode(request, "claude-opus-4-7");
    for (const char *name : {"temperature", "top_p", "top_k"})
        QVERIFY(!encoded.body.contains(name) && encoded.has(Kind::Dropped, std::string("/") + name));
    request.sampling.temperature.reset();
    QVERIFY(encode(request, "claude-sonnet-4-5").body["top_p"] == 0.9);
}

void AnthropicMessagesEncodingTest::samplingGivesWayToThinking()
{
    ChatRequest request = thinkingRequest(ReasoningEffort::Low);
    request.sampling.temperature = 0.3;
    request.sampling.topP = 0.9;
    request.sampling.topK = 40;
    const Encoded encoded = encode(request, "claude-sonnet-4");
    for (const char *name : {"temperature", "top_p", "top_k"})
        QVERIFY(!encoded.body.contains(name) && encoded.has(Kind::Dropped, std::string("/") + name));
    request.sampling.temperature = 1;
    QVERIFY(!encode(request, "claude-sonnet-4").has(Kind::Dropped, "/temperature"));
}

void AnthropicMessagesEncodingTest::effortBecomesWhatTheModelTakes()
{
    Encoded encoded = encode(thinkingRequest(ReasoningEffort::Medium), "claude-sonnet-4-5");
    QVERIFY(encoded.body["thinking"] == Value({{"type", "enabled"}, {"budget_tokens", 12288}}));
    QVERIFY(!encoded.body.contains("output_config"));
    QVERIFY(encoded.has(Kind::Approximated, "/thinking"));
    encoded = encode(thinkingRequest(ReasoningEffort::Medium), "claude-opus-4-6");
    QVERIFY(encoded.body["thinking"] == Value({{"type", "adaptive"}}));
    QVERIFY(encoded.body["output_config"] == Value({{"effort", "medium"}}));
    QVERIFY(encode(thinkingRequest(ReasoningEffort::Minimal), "claude-opus-5").body["output_config"]["effort"]
            == "low");
    QVERIFY(encode(thinkingRequest(ReasoningEffort::ExtraHigh), "claude-opus-4-6").body["output_config"]["effort"]
            == "high");
    QVERIFY(encode(thinkingRequest(ReasoningEffort::ExtraHigh), "claude-opus-4-8").body["output_config"]["effort"]
            == "xhigh");
    QVERIFY(encode(thinkingRequest(ReasoningEffort::None), "claude-opus-4-6").body["thinking"]["type"] == "disabled");
    QVERIFY(!encode(thinkingRequest(ReasoningEffort::None), "claude-mythos-preview").body.contains("thinking"));
    encoded = encode(thinkingRequest(ReasoningEffort::High), "claude-3-5-haiku-20241022");
    QVERIFY(!encoded.body.contains("thinking") && encoded.has(Kind::Dropped, "/thinking"));
    // Another server: the older form, which all of them know.
    QVERIFY(encode(thinkingRequest(ReasoningEffort::High), "kimi-k2").body["thinking"]["type"] == "enabled");
    ChatRequest visible = thinkingRequest(ReasoningEffort::High);
    visible.reasoning.includesText = true;
    QVERIFY(encode(visible, "claude-opus-4-7").body["thinking"]["display"] == "summarized");
    ChatRequest dynamic = chatRequest();
    dynamic.reasoning.budgetTokens = -1; // Gemini: the model decides
    QVERIFY(encode(dynamic, "claude-opus-4-6").body["thinking"]["type"] == "adaptive");
    QVERIFY(encode(dynamic, "claude-sonnet-4-5").body["thinking"]["budget_tokens"] == 12288);
}

void AnthropicMessagesEncodingTest::budgetAndMaximumFitEachOther()
{
    ChatRequest request = thinkingRequest(ReasoningEffort::High);
    request.sampling.maxOutputTokens = 16'000;
    Encoded encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body["max_tokens"] == 16'000 && encoded.body["thinking"]["budget_tokens"] == 12'000);
    request.sampling.maxOutputTokens = 500;
    encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body["max_tokens"] == 1524 && encoded.body["thinking"]["budget_tokens"] == 1024);
    QVERIFY(encoded.has(Kind::Approximated, "/max_tokens"));
    request.sampling.maxOutputTokens.reset();
    request.reasoning.effort = ReasoningEffort::Maximum;
    for (const char *model : {"claude-sonnet-4-5", "claude-opus-4-1", "claude-3-7-sonnet-20250219", "other"}) {
        encoded = encode(request, model);
        const int budget = encoded.body["thinking"]["budget_tokens"];
        QVERIFY(budget >= 1024 && budget < encoded.body["max_tokens"].get<int>());
    }
    request.reasoning = {};
    request.reasoning.budgetTokens = 100;
    encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body["thinking"]["budget_tokens"] == 1024);
    QVERIFY(encoded.has(Kind::Approximated, "/thinking/budget_tokens"));
}

void AnthropicMessagesEncodingTest::ownReasoningIsFittedToTheModel()
{
    const ChatRequest adaptive =
        ownRequest(R"("thinking":{"type":"adaptive","display":"omitted"},"output_config":{"effort":"low"})");
    Encoded encoded = encode(adaptive, "claude-sonnet-4-5");
    QVERIFY(encoded.body["thinking"] == Value({{"type", "enabled"}, {"budget_tokens", 4096}, {"display", "omitted"}}));
    QVERIFY(!encoded.body.contains("output_config"));
    const ChatRequest budget = ownRequest(R"("thinking":{"type":"enabled","budget_tokens":4000})");
    encoded = encode(budget, "claude-opus-4-7");
    QVERIFY(encoded.body["thinking"] == Value({{"type", "adaptive"}}));
    QVERIFY(encoded.body["output_config"]["effort"] == "low");
    QVERIFY(encoded.has(Kind::Approximated, "/thinking"));
    QVERIFY(encode(budget, "claude-opus-4-6").body["thinking"]["budget_tokens"] == 4000);
    const ChatRequest effort = ownRequest(R"("output_config":{"effort":"low"})");
    encoded = encode(effort, "claude-opus-4-6");
    QVERIFY(!encoded.body.contains("thinking") && encoded.body["output_config"]["effort"] == "low");
    QVERIFY(encode(effort, "claude-sonnet-4-5").has(Kind::Dropped, "/output_config/effort"));
    const ChatRequest newer = ownRequest(R"("thinking":{"type":"between_tools","level":3})");
    QVERIFY(encode(newer, "any").body["thinking"] == Value({{"type", "between_tools"}, {"level", 3}}));
}

void AnthropicMessagesEncodingTest::demandedCallsRuleThinkingOut()
{
    ChatRequest request = thinkingRequest(ReasoningEffort::High);
    request.tools = {functionTool("f")};
    request.toolChoice = ToolChoice{ToolChoice::Kind::Required, {}, {}, false};
    const Encoded encoded = encode(request, "claude-opus-4-6");
    QVERIFY(!encoded.body.contains("thinking") && encoded.has(Kind::Dropped, "/thinking"));
}

void AnthropicMessagesEncodingTest::followUpsWithoutSignatureDoNotThink()
{
    ChatRequest request = thinkingRequest(ReasoningEffort::High);
    request.tools = {functionTool("look")};
    request.messages.push_back(callMessage("c1", "look", "{}"));
    request.messages.push_back(resultMessage("c1", "look", "42"));
    Encoded encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(!encoded.body.contains("thinking") && encoded.has(Kind::Dropped, "/thinking"));
    // With adaptive thinking turns need not begin with thinking.
    QVERIFY(encode(request, "claude-opus-4-6").body["thinking"]["type"] == "adaptive");
    Part thinking;
    thinking.content = ReasoningPart{"So.", false};
    thinking.state = OpaqueState{DialectId::AnthropicMessages, "EqQB", {}, false, false};
    auto &parts = request.messages[1].parts;
    parts.insert(parts.begin(), thinking);
    encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body["thinking"]["type"] == "enabled");
    QVERIFY(encoded.body["messages"][1]["content"][0]["signature"] == "EqQB");
    // A new question begins a new turn.
    parts.erase(parts.begin());
    request.messages.push_back(messageOf(Role::Assistant, "It is 42."));
    request.messages.push_back(messageOf(Role::User, "Why?"));
    QVERIFY(encode(request, "claude-sonnet-4-5").body["thinking"]["type"] == "enabled");
    request.messages.push_back(messageOf(Role::Assistant, "Because")); // prefill
    QVERIFY(!encode(request, "claude-sonnet-4-5").body.contains("thinking"));
}

void AnthropicMessagesEncodingTest::reasoningOfOthersIsLeftOutOnce()
{
    ChatRequest request = chatRequest();
    for (int i = 0; i < 3; ++i) {
        Message message = messageOf(Role::Assistant, "a");
        Part reasoning;
        reasoning.content = ReasoningPart{"So.", false};
        reasoning.state = OpaqueState{DialectId::OpenAiResponses, "gAAA", "rs_1", false, false};
        message.parts.insert(message.parts.begin(), reasoning);
        request.messages.push_back(message);
    }
    const Encoded encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body.dump().find("gAAA") == std::string::npos);
    const auto isDrop = [](const ConversionNote &note) { return note.kind == Kind::Dropped; };
    QCOMPARE(std::count_if(encoded.report.notes().begin(), encoded.report.notes().end(), isDrop), 1);
}

void AnthropicMessagesEncodingTest::hidesThoughtsWhereTheModelCan()
{
    ChatRequest request = chatRequest();
    request.reasoning.effort = ReasoningEffort::High;
    request.reasoning.includesText = false;
    QVERIFY(encode(request, "claude-opus-4-8").body["thinking"]["display"] == "omitted");
    const Encoded shown = encode(request, "claude-sonnet-4-5");
    QVERIFY(!shown.body["thinking"].contains("display") && shown.has(Kind::Approximated, "/thinking/display"));
    request.reasoning.includesText = true;
    QVERIFY(!encode(request, "claude-sonnet-4-5").has(Kind::Approximated, "/thinking/display"));
}

void AnthropicMessagesEncodingTest::structuredOutputIsNativeOrForced()
{
    ChatRequest request = chatRequest();
    request.outputFormat = {
        OutputFormat::Kind::JsonSchema, "city", "A city.",
        Json{{"type", "object"}, {"properties", {{"name", {{"type", "string"}}}}}, {"additionalProperties", false}},
        true};
    Encoded encoded = encode(request, "claude-haiku-4-5");
    QVERIFY(encoded.body["output_config"]["format"]["schema"]["properties"].contains("name"));
    QVERIFY(encoded.outputTool.empty() && !encoded.body.contains("tools"));
    encoded = encode(request, "claude-sonnet-4");
    QVERIFY(!encoded.outputTool.empty() && encoded.has(Kind::Injected, "/response_format"));
    QVERIFY(encoded.body["tools"][0]["name"] == encoded.outputTool);
    QVERIFY(encoded.body["tool_choice"] == Value({{"type", "tool"}, {"name", encoded.outputTool}}));
    request.tools = {functionTool("look")};
    encoded = encode(request, "claude-sonnet-4");
    QVERIFY(encoded.body["tool_choice"]["type"] == "any" && !encoded.has(Kind::Approximated, "/tool_choice"));
    request.toolChoice = ToolChoice{ToolChoice::Kind::Required, {}, {}, false};
    QVERIFY(encode(request, "claude-sonnet-4").has(Kind::Approximated, "/tool_choice"));
    QVERIFY(!encode(request, "claude-haiku-4-5").has(Kind::Approximated, "/tool_choice"));
    request.toolChoice.reset();
    request.outputFormat.kind = OutputFormat::Kind::JsonObject;
    QVERIFY(!encode(request, "claude-haiku-4-5").outputTool.empty());
    request.reasoning.effort = ReasoningEffort::High;
    QVERIFY(!encode(request, "claude-haiku-4-5").body.contains("thinking"));
}

void AnthropicMessagesEncodingTest::outputSchemaIsNarrowed()
{
    ChatRequest request = chatRequest();
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.schema = Json::parse(R"({"type":"object","properties":{
        "minimum":{"type":"integer","minimum":3},
        "list":{"type":"array","minItems":1,"maxItems":4,"items":{"type":"object","properties":{}}}}})");
    const Encoded encoded = encode(request, "claude-opus-4-6");
    QVERIFY(encoded.body["output_config"]["format"]["schema"] == Value::parse(R"({"type":"object","properties":{
        "minimum":{"type":"integer"},
        "list":{"type":"array","minItems":1,"items":{"type":"object","properties":{},"additionalProperties":false}}},
        "additionalProperties":false})"));
    QVERIFY(encoded.has(Kind::Dropped, "/response_format/schema/properties/minimum/minimum"));
    QVERIFY(encoded.has(Kind::Dropped, "/response_format/schema/properties/list/maxItems"));
    QVERIFY(encoded.has(Kind::Approximated, "/response_format/schema"));
}

void AnthropicMessagesEncodingTest::toolChoicesAreTranslated()
{
    ChatRequest request = chatRequest();
    request.tools = {functionTool("f"), functionTool("g")};
    const auto choiceOf = [&](ToolChoice choice) {
        request.toolChoice = std::move(choice);
        return encode(request, "m").body["tool_choice"];
    };
    QVERIFY(choiceOf({ToolChoice::Kind::Auto, {}, {}, false}) == Value({{"type", "auto"}}));
    QVERIFY(choiceOf({ToolChoice::Kind::None, {}, {}, false}) == Value({{"type", "none"}}));
    QVERIFY(choiceOf({ToolChoice::Kind::Required, {}, {}, false}) == Value({{"type", "any"}}));
    QVERIFY(choiceOf({ToolChoice::Kind::Named, "g", {}, false}) == Value({{"type", "tool"}, {"name", "g"}}));
    QVERIFY(choiceOf({ToolChoice::Kind::Named, "gone", {}, false}) == Value({{"type", "auto"}}));
    QVERIFY(choiceOf({ToolChoice::Kind::Allowed, {}, {"g"}, true}) == Value({{"type", "any"}}));
    QCOMPARE(encode(request, "m").body["tools"].size(), 1u);
    request.toolChoice.reset();
    request.allowsParallelToolCalls = false;
    QVERIFY(encode(request, "m").body["tool_choice"] == Value({{"type", "auto"}, {"disable_parallel_tool_use", true}}));
    request.tools.clear();
    request.toolChoice = ToolChoice{ToolChoice::Kind::Required, {}, {}, false};
    const Encoded encoded = encode(request, "m");
    QVERIFY(!encoded.body.contains("tool_choice") && encoded.has(Kind::Dropped, "/tool_choice"));
}

void AnthropicMessagesEncodingTest::customToolsBecomeFunctions()
{
    ChatRequest request = chatRequest();
    request.tools = {functionTool("patch")};
    request.tools[0].kind = Tool::Kind::Custom;
    Message call = callMessage("c1", "patch", "*** Begin");
    call.parts[0].as<ToolCallPart>()->kind = ToolCallPart::Kind::Custom;
    request.messages.push_back(call);
    request.messages.push_back(resultMessage("c1", "patch", "done"));
    const Encoded encoded = encode(request, "m");
    QVERIFY(encoded.body["tools"][0]["input_schema"]["properties"].contains("input"));
    QVERIFY(encoded.body["messages"][1]["content"][0]["input"] == Value({{"input", "*** Begin"}}));
    QVERIFY(encoded.has(Kind::Approximated, "/tools/0"));
}

void AnthropicMessagesEncodingTest::schemasOfToolsFit()
{
    ChatRequest request = chatRequest();
    request.tools = {functionTool("f"), functionTool("g")};
    request.tools[0].inputSchema = Json();
    request.tools[1].inputSchema = Json{{"anyOf", Json::array({Json::object()})}};
    const Encoded encoded = encode(request, "m");
    for (const Value &tool : encoded.body["tools"])
        QVERIFY(tool["input_schema"] == Value::parse(R"({"type":"object","properties":{}})"));
    QVERIFY(encoded.has(Kind::Dropped, "/tools/1/anyOf"));
}

QTEST_APPLESS_MAIN(AnthropicMessagesEncodingTest)
#include "tst_anthropic_messages_encoding.moc"
