// Where two prompts part, in each dialect.
#include "gateway/translation/conversation/prompt_prefix.h"

#include <QTest>

#include <algorithm>

using namespace gateway::translation;

namespace {

const char *const anthropicTurn =
    R"({"model":"m","tools":[{"name":"Read","input_schema":{}},{"name":"Edit","input_schema":{}}],)"
    R"("system":[{"type":"text","text":"Rules","cache_control":{"type":"ephemeral"}}],)"
    R"("messages":[{"role":"user","content":"Fix it"},)"
    R"({"role":"assistant","content":[{"type":"text","text":"I read."},)"
    R"({"type":"tool_use","id":"t1","name":"Read","input":{"path":"a.cpp"}}]},)"
    R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"int a;"}]}]})";

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("the text has no %s", std::string(from).c_str());
    return text.replace(at, from.size(), to);
}

} // namespace

class PromptPrefixTest : public QObject {
    Q_OBJECT

private slots:
    void listsToolsThenSystemThenMessages();
    void findsTheToolResultThatDiffers();
    void passesOverMovedCacheMarks();
    void passesOverSpaceBetweenTokens();
    void findsNothingWhenTheConversationGoesOn();
    void findsAChangedTool();
    void findsAToolThatIsGone();
    void noticesAnotherCallId();
    void neverCutsACharacter();
    void readsEveryDialect_data();
    void readsEveryDialect();
    void namesSettingsThatDiffer();
    void estimatesWhatIsLost();
    void readsNothingInWhatIsNoRequest();
};

void PromptPrefixTest::listsToolsThenSystemThenMessages()
{
    const auto parts = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    QCOMPARE(parts.size(), std::size_t(7));
    QCOMPARE(parts[0].place, PromptPlace::Tool);
    QCOMPARE(parts[1].name, std::string("Edit"));
    QCOMPARE(parts[1].number, 2);
    QCOMPARE(parts[2].place, PromptPlace::System);
    QCOMPARE(parts[3].number, 1);
    QCOMPARE(parts[3].role, Speaker::User);
    QCOMPARE(parts[5].kind, PartKind::ToolCall);
    QCOMPARE(parts[5].name, std::string("Read"));
    QCOMPARE(parts[5].role, Speaker::Assistant);
    QCOMPARE(parts[6].kind, PartKind::ToolResult);
    QCOMPARE(parts[6].number, 3);
}

void PromptPrefixTest::findsTheToolResultThatDiffers()
{
    const auto earlier = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    const auto later = promptParts(DialectId::AnthropicMessages, replaced(anthropicTurn, "int a;", "int b;"));
    const PromptBreak found = findBreak(earlier, later);
    QCOMPARE(found.part, std::size_t(6));
    QCOMPARE(later[found.part].kind, PartKind::ToolResult);
    QCOMPARE(earlier[found.part].text.substr(found.equalBytes, 1), std::string("a"));
    QCOMPARE(later[found.part].text.substr(found.equalBytes, 1), std::string("b"));
}

// Clients move the mark to the newest message; what was cached is read all the same.
void PromptPrefixTest::passesOverMovedCacheMarks()
{
    const auto earlier = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    const auto later =
        promptParts(DialectId::AnthropicMessages,
                    replaced(replaced(anthropicTurn, R"(,"cache_control":{"type":"ephemeral"})", ""),
                             R"("content":"int a;")", R"("content":"int a;","cache_control":{"type":"ephemeral"})"));
    QVERIFY(earlier == later);
    const auto bedrock = promptParts(
        DialectId::BedrockConverse, R"({"system":[{"text":"Rules"},{"cachePoint":{"type":"default"}}],"messages":[]})");
    QCOMPARE(bedrock.size(), std::size_t(1));
}

void PromptPrefixTest::passesOverSpaceBetweenTokens()
{
    const auto tight = promptParts(DialectId::OpenAiChat, R"({"messages":[{"role":"user","content":"a b"}]})");
    const auto wide =
        promptParts(DialectId::OpenAiChat, "{ \"messages\" : [\n {\"role\": \"user\", \"content\": \"a b\"}]}");
    QVERIFY(!tight.empty());
    QVERIFY(tight == wide);
}

void PromptPrefixTest::findsNothingWhenTheConversationGoesOn()
{
    const auto earlier = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    const auto later = promptParts(DialectId::AnthropicMessages,
                                   replaced(anthropicTurn, R"("content":"int a;"}]}])",
                                            R"("content":"int a;"}]},{"role":"user","content":"Go on"}])"));
    QCOMPARE(later.size(), earlier.size() + 1);
    QCOMPARE(findBreak(earlier, later).part, earlier.size());
}

void PromptPrefixTest::findsAChangedTool()
{
    const auto earlier = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    const auto later =
        promptParts(DialectId::AnthropicMessages, replaced(anthropicTurn, R"("name":"Edit","input_schema":{})",
                                                           R"("name":"Edit","input_schema":{"a":1})"));
    const PromptBreak found = findBreak(earlier, later);
    QCOMPARE(found.part, std::size_t(1));
    QVERIFY(found.equalBytes > 0);
}

void PromptPrefixTest::findsAToolThatIsGone()
{
    const auto earlier = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    const auto later =
        promptParts(DialectId::AnthropicMessages, replaced(anthropicTurn, R"(,{"name":"Edit","input_schema":{}})", ""));
    const PromptBreak found = findBreak(earlier, later);
    QCOMPARE(found.part, std::size_t(1));
    QCOMPARE(earlier[found.part].place, PromptPlace::Tool);
    QCOMPARE(later[found.part].place, PromptPlace::System);
    QCOMPARE(found.equalBytes, std::size_t(0));
}

void PromptPrefixTest::noticesAnotherCallId()
{
    const std::string body = R"({"messages":[{"role":"tool","tool_call_id":"call_1","content":"same"}]})";
    const auto earlier = promptParts(DialectId::OpenAiChat, body);
    const auto later = promptParts(DialectId::OpenAiChat, replaced(body, "call_1", "call_2"));
    QCOMPARE(findBreak(earlier, later).part, std::size_t(0));
    QCOMPARE(later[0].kind, PartKind::ToolResult);
}

void PromptPrefixTest::neverCutsACharacter()
{
    // Both characters begin with the byte C3.
    const auto earlier =
        promptParts(DialectId::OpenAiChat, "{\"messages\":[{\"role\":\"user\",\"content\":\"x\xC3\xA4\"}]}");
    const auto later =
        promptParts(DialectId::OpenAiChat, "{\"messages\":[{\"role\":\"user\",\"content\":\"x\xC3\xB6\"}]}");
    const PromptBreak found = findBreak(earlier, later);
    QCOMPARE(later[0].text.substr(found.equalBytes, 2), std::string("\xC3\xB6"));
}

void PromptPrefixTest::readsEveryDialect_data()
{
    QTest::addColumn<int>("dialect");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("tools");
    QTest::addColumn<int>("system");
    QTest::addColumn<int>("messages");
    const auto row = [](const char *name, DialectId dialect, const char *body, int tools, int system, int messages) {
        QTest::newRow(name) << static_cast<int>(dialect) << QByteArray(body) << tools << system << messages;
    };
    row("chat", DialectId::OpenAiChat,
        R"({"tools":[{"type":"function","function":{"name":"f"}}],"messages":[{"role":"system","content":"s"},)"
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f"}}]},)"
        R"({"role":"user","content":[{"type":"text","text":"t"},{"type":"image_url","image_url":{"url":"u"}}]}]})",
        1, 1, 3);
    row("responses", DialectId::OpenAiResponses,
        R"({"instructions":"s","input":[{"role":"user","content":[{"type":"input_text","text":"t"}]},)"
        R"({"type":"function_call","call_id":"1","name":"f","arguments":"{}"},)"
        R"({"type":"function_call_output","call_id":"1","output":"o"}]})",
        0, 1, 3);
    row("responses, text only", DialectId::OpenAiResponses, R"({"input":"Hello"})", 0, 0, 1);
    row("anthropic, system as text", DialectId::AnthropicMessages,
        R"({"system":"s","messages":[{"role":"user","content":"t"}]})", 0, 1, 1);
    row("gemini", DialectId::GeminiGenerate,
        R"({"tools":[{"functionDeclarations":[{"name":"f"},{"name":"g"}]}],"systemInstruction":{"parts":[{"text":"s"}]},)"
        R"("contents":[{"role":"user","parts":[{"text":"t"},{"inlineData":{"mimeType":"image/png","data":"AA=="}}]}]})",
        2, 1, 2);
    row("bedrock", DialectId::BedrockConverse,
        R"({"toolConfig":{"tools":[{"toolSpec":{"name":"f"}}]},"system":[{"text":"s"}],)"
        R"("messages":[{"role":"user","content":[{"text":"t"}]}]})",
        1, 1, 1);
    row("cohere", DialectId::CohereChat, R"({"messages":[{"role":"user","content":"t"}]})", 0, 0, 1);
}

void PromptPrefixTest::readsEveryDialect()
{
    QFETCH(int, dialect);
    QFETCH(QByteArray, body);
    QFETCH(int, tools);
    QFETCH(int, system);
    QFETCH(int, messages);
    const auto parts = promptParts(static_cast<DialectId>(dialect), body.toStdString());
    const auto count = [&parts](PromptPlace place) {
        return static_cast<int>(
            std::count_if(parts.begin(), parts.end(), [place](const PromptPart &part) { return part.place == place; }));
    };
    QCOMPARE(count(PromptPlace::Tool), tools);
    QCOMPARE(count(PromptPlace::System), system);
    QCOMPARE(count(PromptPlace::Message), messages);
    QVERIFY(std::none_of(parts.begin(), parts.end(), [](const PromptPart &part) {
        return part.place == PromptPlace::Message && part.kind == PartKind::Other;
    }));
}

void PromptPrefixTest::namesSettingsThatDiffer()
{
    const auto names = differentSettings(
        DialectId::AnthropicMessages,
        R"({"model":"a","temperature":1,"stream":true,"thinking":{"type":"disabled"},"system":"x","messages":[]})",
        R"({"model":"b","temperature":1,"stream":false,"top_p":0.5,"system":"y","messages":[1]})");
    QCOMPARE(names, (std::vector<std::string>{"model", "top_p", "thinking"}));
}

void PromptPrefixTest::estimatesWhatIsLost()
{
    const auto parts = promptParts(DialectId::AnthropicMessages, anthropicTurn);
    const auto all = estimatePartTokens(parts, 0, parts.size());
    QVERIFY(all > 20);
    QCOMPARE(estimatePartTokens(parts, 0, 3) + estimatePartTokens(parts, 3, parts.size()), all);
    QCOMPARE(estimatePartTokens(parts, parts.size(), parts.size() + 5), 0);
    std::string image =
        R"({"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,)";
    image += std::string(400'000, 'A') + R"("}}]}]})";
    QVERIFY(estimatePartTokens(promptParts(DialectId::OpenAiChat, image), 0, 1) < 5'000);
}

void PromptPrefixTest::readsNothingInWhatIsNoRequest()
{
    for (const char *body : {"", "[1,2]", "{\"messages\":\"cut", "{\"input\":\"of another operation\"}"})
        QVERIFY2(promptParts(DialectId::OpenAiChat, body).empty(), body);
}

QTEST_GUILESS_MAIN(PromptPrefixTest)
#include "tst_prompt_prefix.moc"
