#include "tests/translation/anthropic_codec.h"
#include "tests/support/json_comparison.h"
#include "tools/demo_provider/anthropic_rules.h"

#include <QTest>

using namespace anthropic_codec;
using Kind = ConversionNote::Kind;

class AnthropicMessagesTurnsTest : public QObject {
    Q_OBJECT

private slots:
    void strictPeerTakesWhatWeSend_data();
    void strictPeerTakesWhatWeSend();
    void systemGoesToTheTopAndStaysInPlace();
    void newestModelsTakeSystemTurns();
    void systemAloneBecomesTheUsers();
    void resultsFollowTheirCalls();
    void callsWithoutIdsArePaired();
    void callIdsFitTheirPattern();
    void callsWithoutResultAreAnswered();
    void mediaFitOrAreRefused();
    void emptyTextsAreLeftOut();
    void prefillLosesItsLastSpace();
};

void AnthropicMessagesTurnsTest::strictPeerTakesWhatWeSend_data()
{
    QTest::addColumn<QByteArray>("model");
    for (const char *model : {"claude-opus-4-1", "claude-sonnet-4-5", "claude-opus-4-6", "claude-opus-4-8",
                              "claude-sonnet-5-5", "another-model"})
        QTest::newRow(model) << QByteArray(model);
}

// The demo provider checks as the API does, and shares no code with us.
void AnthropicMessagesTurnsTest::strictPeerTakesWhatWeSend()
{
    QFETCH(QByteArray, model);
    ChatRequest request = chatRequest();
    request.messages.insert(request.messages.begin(), messageOf(Role::System, "Be brief."));
    request.messages[1].parts.push_back(
        mediaWith(MediaKind::Image, MediaPart::Source::Url, "https://example.org/a.png"));
    request.messages[1].parts.push_back(makeText(""));
    Message calls = callMessage("call:1", "mcp.read:file", "");
    calls.parts.push_back(callMessage("call:2", "patch", "*** Begin").parts.front());
    calls.parts.back().as<ToolCallPart>()->kind = ToolCallPart::Kind::Custom;
    calls.parts.insert(calls.parts.begin(), Part{ReasoningPart{"So.", true}, {}, {}, {}});
    request.messages.push_back(calls);
    request.messages.push_back(messageOf(Role::Developer, "Mind the time."));
    request.messages.push_back(resultMessage("call:2", "patch", "done"));
    request.messages.push_back(messageOf(Role::User, "Go on."));
    request.messages.push_back(messageOf(Role::System, "The last word."));
    request.tools = {functionTool("mcp.read:file"), functionTool("patch")};
    request.tools[1].kind = Tool::Kind::Custom;
    request.tools[0].inputSchema = Json();
    request.sampling.temperature = 1.4;
    request.sampling.topP = 0.5;
    request.sampling.maxOutputTokens = 3000;
    request.reasoning.effort = ReasoningEffort::High;
    request.endUserId = std::string(700, 'u');
    request.isStream = true;
    for (const OutputFormat::Kind format :
         {OutputFormat::Kind::Text, OutputFormat::Kind::JsonObject, OutputFormat::Kind::JsonSchema}) {
        request.outputFormat.kind = format;
        const Encoded encoded = encode(request, model.toStdString());
        QCOMPARE(encoded.error, std::string());
        const bool isNewest = model == "claude-opus-4-8" || model == "claude-sonnet-5-5";
        const auto refusal = demo_provider::anthropic::checkMessages(
            encoded.body, {encoded.headers.value("anthropic-beta"), isNewest, false});
        QVERIFY2(!refusal, refusal ? refusal->message.c_str() : "");
    }
}

void AnthropicMessagesTurnsTest::systemGoesToTheTopAndStaysInPlace()
{
    ChatRequest request = chatRequest();
    request.messages.insert(request.messages.begin(),
                            {messageOf(Role::System, "One."), messageOf(Role::Developer, "Two.")});
    request.messages.push_back(messageOf(Role::Developer, "Later."));
    request.messages.push_back(messageOf(Role::User, "Go."));
    const Encoded encoded = encode(request, "claude-opus-4-8"); // not after a user turn and before the assistant's
    QCOMPARE(encoded.body["system"].size(), 2u);
    QVERIFY(encoded.body["system"][1]["text"] == "Two.");
    QCOMPARE(encoded.body["messages"].size(), 3u);
    QVERIFY(encoded.body["messages"][1] == Value({{"role", "user"}, {"content", "<system>\nLater.\n</system>"}}));
    QVERIFY(encoded.has(Kind::Approximated, "/messages/3"));
}

void AnthropicMessagesTurnsTest::newestModelsTakeSystemTurns()
{
    ChatRequest request = chatRequest();
    request.messages.push_back(messageOf(Role::Developer, "Later."));
    Encoded encoded = encode(request, "claude-opus-4-8");
    QVERIFY(encoded.body["messages"][1] == Value({{"role", "system"}, {"content", "Later."}}));
    QCOMPARE(std::string(encoded.headers.value("anthropic-beta")), std::string("mid-conversation-system-2026-04-07"));
    encoded = encode(request, "claude-opus-4-7");
    QVERIFY(encoded.body["messages"][1]["role"] == "user" && encoded.headers.isEmpty());
    // Claude Code's form, for a model that is too old for it.
    const auto own = decode(readDialectFixture("anthropic_messages/requests/claude_code.json"));
    QVERIFY(own.has_value());
    encoded = encode(*own, "claude-sonnet-4-5");
    for (const Value &message : encoded.body["messages"])
        QVERIFY(message["role"] != "system" && message.size() == 2);
    QVERIFY(encoded.report.hasDrops()); // the options of the messages
}

void AnthropicMessagesTurnsTest::systemAloneBecomesTheUsers()
{
    ChatRequest request = chatRequest();
    request.messages[0].role = Role::System;
    const Encoded encoded = encode(request, "m");
    QVERIFY(!encoded.body.contains("system"));
    QVERIFY(encoded.body["messages"] == Value::parse(R"([{"role":"user","content":"Hi"}])"));
    QVERIFY(encoded.has(Kind::Approximated, "/messages"));
}

void AnthropicMessagesTurnsTest::resultsFollowTheirCalls()
{
    ChatRequest request = chatRequest();
    Message calls = callMessage("c1", "f", "{}");
    calls.parts.push_back(callMessage("c2", "f", "{}").parts.front());
    request.messages.push_back(calls);
    request.messages.push_back(resultMessage("c2", "f", "two"));
    request.messages.push_back(messageOf(Role::System, "Mind the time."));
    request.messages.push_back(resultMessage("c1", "f", "one"));
    request.messages.push_back(messageOf(Role::User, "Go on."));
    const Encoded encoded = encode(request, "m");
    const Value &answers = encoded.body["messages"][2];
    QVERIFY(answers["role"] == "user");
    QVERIFY(answers["content"][0]["tool_use_id"] == "c2" && answers["content"][1]["tool_use_id"] == "c1");
    QVERIFY(encoded.body["messages"].back()["content"] == "Go on.");
}

void AnthropicMessagesTurnsTest::callsWithoutIdsArePaired()
{
    ChatRequest request = chatRequest();
    Message calls = callMessage({}, "f", "{}");
    calls.parts.push_back(callMessage({}, "g", "{}").parts.front());
    request.messages.push_back(calls);
    Message results = resultMessage({}, "g", "of g");
    results.parts.push_back(resultMessage({}, "f", "of f").parts.front());
    request.messages.push_back(results);
    const Value messages = encode(request, "m").body["messages"];
    QVERIFY(messages[1]["content"][0]["id"] == messages[2]["content"][1]["tool_use_id"]);
    QVERIFY(messages[1]["content"][1]["id"] == messages[2]["content"][0]["tool_use_id"]);
    QVERIFY(messages[1]["content"][0]["id"] != messages[1]["content"][1]["id"]);
}

void AnthropicMessagesTurnsTest::callIdsFitTheirPattern()
{
    ChatRequest request = chatRequest();
    Message calls = callMessage("call:1|x", "f", "");
    calls.parts.push_back(callMessage("call.1.x", "f", "no object").parts.front());
    request.messages.push_back(calls);
    request.messages.push_back(resultMessage("call.1.x", "f", "second"));
    request.messages.push_back(resultMessage("call:1|x", "f", "first"));
    const Encoded encoded = encode(request, "m");
    const Value &content = encoded.body["messages"][1]["content"];
    const Value &answers = encoded.body["messages"][2]["content"];
    QCOMPARE(answers.size(), 2u);
    QVERIFY(content[0]["id"] == "call_1_x" && content[0]["id"] != content[1]["id"]);
    QVERIFY(answers[0]["tool_use_id"] == content[1]["id"] && answers[1]["tool_use_id"] == content[0]["id"]);
    QVERIFY(content[0]["input"] == Value::object());
    QVERIFY(content[1]["input"] == Value({{"input", "no object"}}));
    QVERIFY(encoded.has(Kind::Approximated, "/messages/1/content/1"));
}

void AnthropicMessagesTurnsTest::callsWithoutResultAreAnswered()
{
    ChatRequest request = chatRequest();
    request.messages.push_back(callMessage("c1", "f", "{}"));
    request.messages.push_back(messageOf(Role::User, "Never mind."));
    const Encoded encoded = encode(request, "m");
    QVERIFY(encoded.body["messages"][2]["content"][0]["tool_use_id"] == "c1");
    QVERIFY(encoded.has(Kind::Injected, "/messages/1"));
}

void AnthropicMessagesTurnsTest::mediaFitOrAreRefused()
{
    ChatRequest request = chatRequest();
    auto &parts = request.messages[0].parts;
    parts = {mediaWith(MediaKind::Image, MediaPart::Source::Base64, "/9j/4AAQ"),
             mediaWith(MediaKind::Image, MediaPart::Source::Url, "https://example.org/a.png"),
             mediaWith(MediaKind::Document, MediaPart::Source::Base64, "SGk=", "text/plain"),
             mediaWith(MediaKind::Document, MediaPart::Source::Base64, "JVBE", "application/pdf"),
             mediaWith(MediaKind::Document, MediaPart::Source::Base64, "AAAA", "application/msword"),
             mediaWith(MediaKind::Audio, MediaPart::Source::Base64, "AAAA", "audio/wav"),
             mediaWith(MediaKind::Image, MediaPart::Source::FileId, "file-1")};
    const Encoded encoded = encode(request, "m");
    const Value &content = encoded.body["messages"][0]["content"];
    QCOMPARE(content.size(), 4u);
    QVERIFY(content[0]["source"]["media_type"] == "image/jpeg");
    QVERIFY(content[1]["source"]["type"] == "url");
    QVERIFY(content[2]["source"] == Value({{"type", "text"}, {"media_type", "text/plain"}, {"data", "Hi"}}));
    QVERIFY(content[3]["source"]["media_type"] == "application/pdf");
    for (const char *pointer : {"/messages/0/content/4", "/messages/0/content/5", "/messages/0/content/6"})
        QVERIFY(encoded.has(Kind::Dropped, pointer));
    parts = {mediaWith(MediaKind::Audio, MediaPart::Source::Base64, "AAAA", "audio/wav")};
    QVERIFY(encode(request, "m").error.starts_with("/messages/0: "));
}

void AnthropicMessagesTurnsTest::emptyTextsAreLeftOut()
{
    ChatRequest request = chatRequest();
    request.messages.push_back(messageOf(Role::Assistant, ""));
    request.messages.push_back(messageOf(Role::User, ""));
    request.messages[0].parts.push_back(makeText(""));
    QVERIFY(encode(request, "m").body["messages"] == Value::parse(R"([{"role":"user","content":"Hi"}])"));
}

void AnthropicMessagesTurnsTest::prefillLosesItsLastSpace()
{
    ChatRequest request = chatRequest();
    request.messages.push_back(messageOf(Role::Assistant, "The answer is \n"));
    const Encoded encoded = encode(request, "claude-sonnet-4-5");
    QVERIFY(encoded.body["messages"][1]["content"] == "The answer is");
    QVERIFY(encoded.has(Kind::Approximated, "/messages/1"));
}

QTEST_APPLESS_MAIN(AnthropicMessagesTurnsTest)
#include "tst_anthropic_messages_turns.moc"
