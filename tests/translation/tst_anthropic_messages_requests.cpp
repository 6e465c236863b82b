#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"
#include "tests/translation/anthropic_codec.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace anthropic_codec;
using Kind = ConversionNote::Kind;

namespace {

std::string fixturePath(const QString &name)
{
    return "anthropic_messages/requests/" + name.toStdString() + ".json";
}

} // namespace

class AnthropicMessagesRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void requestsComeBackEqual_data();
    void requestsComeBackEqual();
    void repeatsOnlyWhatTheClientSaid();
    void betaHeaderReachesItsOwnProvider();
    void betaInTheBodyIsRefused();
    void billingLineIsForAnthropicAlone();
    void passagesAndFoundToolsAreTextForOthers();
    void toolResultsComeFirstAndKnowTheirTool();
    void foreignStateComesBackOnItsPart();
    void refusesWrongKindsWithTheirPlace_data();
    void refusesWrongKindsWithTheirPlace();
    void survivesAnyKindAtAnyMember_data();
    void survivesAnyKindAtAnyMember();
    void survivesBodiesThatAreNoObject();
    void agentRequestIsQuick();
};

void AnthropicMessagesRequestsTest::requestsComeBackEqual_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("model");
    // A model that is not known by its name takes everything.
    QTest::newRow("agent turn") << "agent_turn"
                                << "any-model";
    QTest::newRow("text system") << "text_system"
                                 << "claude-x";
    QTest::newRow("Claude Code, newest model") << "claude_code"
                                               << "claude-sonnet-5-5";
    QTest::newRow("Claude Code, other server") << "claude_code"
                                               << "any-model";
    QTest::newRow("all blocks") << "all_blocks"
                                << "claude-opus-4-1";
    QTest::newRow("newest members") << "newest_members"
                                    << "claude-opus-4-8";
}

void AnthropicMessagesRequestsTest::requestsComeBackEqual()
{
    QFETCH(QString, fixture);
    QFETCH(QString, model);
    const std::string body = readDialectFixture(fixturePath(fixture).c_str());
    const auto request = decode(body);
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    const Encoded encoded = encode(*request, model.toStdString());
    QCOMPARE(encoded.error, std::string());
    Value expected = withBlocks(Value::parse(body));
    expected["model"] = model.toStdString();
    const Value actual = withBlocks(encoded.body);
    if (actual != expected)
        qWarning("%s", Value::diff(expected, actual).dump(1).c_str());
    QVERIFY(actual == expected);
    QVERIFY(!encoded.report.hasDrops());
}

void AnthropicMessagesRequestsTest::repeatsOnlyWhatTheClientSaid()
{
    const auto request = decode(R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})");
    QVERIFY(request.has_value());
    QVERIFY(
        encode(*request, "claude-haiku-4-5").body
        == Value::parse(R"({"model":"claude-haiku-4-5","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})"));
}

void AnthropicMessagesRequestsTest::betaHeaderReachesItsOwnProvider()
{
    const HeaderList headers{
        {"Anthropic-Beta", "claude-code-20250219"}, {"x-app", "cli"}, {"anthropic-beta", "effort-2025-11-24,x-1"}};
    const auto request = decode(readDialectFixture("anthropic_messages/requests/claude_code.json"), &headers);
    QVERIFY(request.has_value());
    const Encoded encoded = encode(*request, "claude-sonnet-5-5");
    QCOMPARE(encoded.headers.size(), 1u);
    QCOMPARE(std::string(encoded.headers.value("anthropic-beta")),
             std::string("claude-code-20250219,effort-2025-11-24,x-1"));
    QVERIFY(!encoded.body.contains("anthropic-beta"));
}

void AnthropicMessagesRequestsTest::betaInTheBodyIsRefused()
{
    const auto request =
        decode(R"({"model":"m","messages":[{"role":"user","content":"Hi"}],"anthropic-beta":"a\r\nhost: b"})");
    QVERIFY(!request);
    QCOMPARE(request.error().httpStatus(), 400);
}

void AnthropicMessagesRequestsTest::billingLineIsForAnthropicAlone()
{
    const auto request = decode(readDialectFixture("anthropic_messages/requests/claude_code.json"));
    QVERIFY(request.has_value());
    const Message &system = request->messages.front();
    QVERIFY(system.role == Role::System && system.isTopLevel);
    const auto *opaque = system.parts.front().as<OpaquePart>();
    QVERIFY(opaque && opaque->dialect == DialectId::AnthropicMessages);
    QCOMPARE(joinedText(system.parts), std::string("You are an agent.Mind the rules."));
}

// What a client retrieved, and what its search for tools found, is what the next answer is about.
void AnthropicMessagesRequestsTest::passagesAndFoundToolsAreTextForOthers()
{
    const auto request = decode(readDialectFixture("anthropic_messages/requests/all_blocks.json"));
    QVERIFY(request.has_value());
    const auto encoded = [&] {
        ExchangeState state(*request, DialectId::OpenAiChat, "a1");
        ConversionReport report;
        return openAiChatProvider().encodeRequest(*request, {"demo", {}}, state, report);
    }();
    QVERIFY(encoded.has_value());
    QVERIFY(encoded->body.find("Example (https://example.org)\\nWords.") != std::string::npos);
    QVERIFY(encoded->body.find("The tool \\\"look_up\\\" can be called.") != std::string::npos);
}

void AnthropicMessagesRequestsTest::toolResultsComeFirstAndKnowTheirTool()
{
    const auto request = decode(R"({"model":"m","max_tokens":9,"messages":[
        {"role":"user","content":"Hi"},
        {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"look","input":{}}]},
        {"role":"user","content":[{"type":"text","text":"Here:"},{"type":"tool_result","tool_use_id":"t1","content":"x"}]}]})");
    QVERIFY(request.has_value());
    QCOMPARE(request->messages.size(), 4u);
    QVERIFY(request->messages[2].role == Role::Tool);
    QCOMPARE(request->messages[2].parts.front().as<ToolResultPart>()->toolName, std::string("look"));
    const Encoded encoded = encode(*request, "m");
    QVERIFY(encoded.body["messages"][2]["content"][0]["type"] == "tool_result");
    QVERIFY(encoded.body["messages"][2]["content"][1]["text"] == "Here:");
}

void AnthropicMessagesRequestsTest::foreignStateComesBackOnItsPart()
{
    OpaqueState state{DialectId::GeminiGenerate, "c2ln", {}, false, true};
    const std::string body = R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"},
        {"role":"assistant","content":[{"type":"redacted_thinking","data":")"
                             + packState(state) + R"("},{"type":"tool_use","id":"t1","name":"look","input":{}}]}]})";
    const auto request = decode(body);
    QVERIFY(request.has_value());
    const std::vector<Part> &parts = request->messages[1].parts;
    QCOMPARE(parts.size(), 1u);
    state.belongsToNext = false;
    QVERIFY(parts.front().as<ToolCallPart>() && parts.front().state == state);
    const Encoded encoded = encode(*request, "m"); // another provider's state does not go to Anthropic
    QCOMPARE(encoded.body["messages"][1]["content"].size(), 1u);
    QVERIFY(encoded.report.hasDrops());
}

void AnthropicMessagesRequestsTest::refusesWrongKindsWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("place");
    QTest::newRow("model") << QByteArray(R"("model":5)") << "/model";
    QTest::newRow("tokens") << QByteArray(R"("max_tokens":"9")") << "/max_tokens";
    QTest::newRow("fraction") << QByteArray(R"("max_tokens":9.5)") << "/max_tokens";
    QTest::newRow("negative") << QByteArray(R"("max_tokens":-1)") << "/max_tokens";
    QTest::newRow("messages") << QByteArray(R"("messages":{})") << "/messages";
    QTest::newRow("message") << QByteArray(R"("messages":[1])") << "/messages/0";
    QTest::newRow("role") << QByteArray(R"("messages":[{"role":"tool","content":""}])") << "/messages/0/role";
    QTest::newRow("content") << QByteArray(R"("messages":[{"role":"user","content":3}])") << "/messages/0/content";
    QTest::newRow("no content") << QByteArray(R"("messages":[{"role":"user"}])") << "/messages/0/content";
    QTest::newRow("block") << QByteArray(R"("messages":[{"role":"user","content":["a"]}])") << "/messages/0/content/0";
    QTest::newRow("block type") << QByteArray(R"("messages":[{"role":"user","content":[{"text":"a"}]}])")
                                << "/messages/0/content/0/type";
    QTest::newRow("input") << QByteArray(
        R"("messages":[{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"b","input":[]}]}])")
                           << "/messages/0/content/0/input";
    QTest::newRow("result of the assistant")
        << QByteArray(R"("messages":[{"role":"assistant","content":[{"type":"tool_result","tool_use_id":"a"}]}])")
        << "/messages/0/content";
    QTest::newRow("tool") << QByteArray(R"("tools":[[]])") << "/tools/0";
    QTest::newRow("tool name") << QByteArray(R"("tools":[{"input_schema":{}}])") << "/tools/0/name";
    QTest::newRow("choice") << QByteArray(R"("tool_choice":{"type":"some"})") << "/tool_choice/type";
    QTest::newRow("choice name") << QByteArray(R"("tool_choice":{"type":"tool"})") << "/tool_choice/name";
    QTest::newRow("stop") << QByteArray(R"("stop_sequences":[1])") << "/stop_sequences/0";
    QTest::newRow("thinking") << QByteArray(R"("thinking":{"type":"enabled","budget_tokens":"x"})")
                              << "/thinking/budget_tokens";
    QTest::newRow("format") << QByteArray(R"("output_config":{"format":{"type":"xml"}})")
                            << "/output_config/format/type";
}

void AnthropicMessagesRequestsTest::refusesWrongKindsWithTheirPlace()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, place);
    Value body = Value::parse(R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})");
    body.update(Value::parse("{" + member.toStdString() + "}"));
    const auto request = decode(body.dump());
    QVERIFY(!request);
    QCOMPARE(request.error().httpStatus(), 400);
    const std::string &message = request.error().message;
    QCOMPARE(message.substr(0, message.find(": ")), place.toStdString());
}

void AnthropicMessagesRequestsTest::survivesAnyKindAtAnyMember_data()
{
    QTest::addColumn<QString>("fixture");
    for (const char *fixture : {"agent_turn", "claude_code", "all_blocks"})
        QTest::newRow(fixture) << fixture;
}

void AnthropicMessagesRequestsTest::survivesAnyKindAtAnyMember()
{
    QFETCH(QString, fixture);
    const Value body = Value::parse(readDialectFixture(fixturePath(fixture).c_str()));
    const std::vector<Value> kinds{Value(),        Value(7),          Value(-1.5),     Value("text"),     Value(true),
                                   Value::array(), Value::array({1}), Value::object(), Value{{"type", 5}}};
    int decodedCount = 0;
    const Value places = body.flatten();
    for (const auto &[place, leaf] : places.items()) {
        for (auto pointer = Value::json_pointer(place); !pointer.empty(); pointer.pop_back()) {
            for (const Value &kind : kinds) {
                Value changed = body;
                changed[pointer] = kind;
                const auto request = decode(changed.dump());
                if (!request) {
                    QCOMPARE(request.error().httpStatus(), 400);
                    continue;
                }
                ++decodedCount;
                for (const char *model : {"claude-sonnet-4-5", "claude-opus-4-8", "other"})
                    static_cast<void>(encode(*request, model));
            }
        }
    }
    QVERIFY(decodedCount > 0);
}

void AnthropicMessagesRequestsTest::survivesBodiesThatAreNoObject()
{
    for (const char *body : {"", "null", "[]", "\"a\"", "{}", "{\"messages\":[]}", "[[[[", "{\"model\":\"m\"}"}) {
        const auto request = decode(body);
        if (!request)
            QCOMPARE(request.error().httpStatus(), 400);
    }
    const auto nothing = decode(R"({"model":"m","messages":[]})");
    QVERIFY(nothing.has_value());
    QVERIFY(!encode(*nothing, "m").error.empty());
}

void AnthropicMessagesRequestsTest::agentRequestIsQuick()
{
    Value body = Value::parse(readDialectFixture("anthropic_messages/requests/claude_code.json"));
    while (body.dump().size() < 100'000) {
        body["tools"].push_back(body["tools"][0]);
        body["tools"].back()["name"] = "tool_" + std::to_string(body["tools"].size());
        body["tools"].back()["description"] = std::string(2000, 'd');
    }
    const std::string text = body.dump();
    QBENCHMARK
    {
        const auto request = decode(text);
        QVERIFY(request.has_value());
        QVERIFY(encode(*request, "claude-sonnet-5-5").error.empty());
    }
}

QTEST_APPLESS_MAIN(AnthropicMessagesRequestsTest)
#include "tst_anthropic_messages_requests.moc"
