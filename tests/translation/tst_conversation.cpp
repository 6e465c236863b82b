#include "gateway/translation/conversation/conversation.h"
#include "tests/translation/dialect_fixtures.h"

#include <QTest>

#include <string>
#include <vector>

using namespace gateway::translation;

namespace {

const char *kindName(PartKind kind)
{
    switch (kind) {
    case PartKind::Text: return "text";
    case PartKind::Reasoning: return "reasoning";
    case PartKind::ToolCall: return "call";
    case PartKind::ToolResult: return "result";
    case PartKind::Image: return "image";
    case PartKind::File: return "file";
    case PartKind::Audio: return "audio";
    case PartKind::Refusal: return "refusal";
    case PartKind::Other: return "other";
    }
    return "?";
}

const char *roleName(Speaker role)
{
    switch (role) {
    case Speaker::System: return "system";
    case Speaker::User: return "user";
    case Speaker::Assistant: return "assistant";
    case Speaker::Tool: return "tool";
    }
    return "?";
}

// One line a message: role, a star for answers, then kind[name|call id|bytes](text) for each part.
QString described(const std::vector<ConversationMessage> &messages)
{
    std::string text;
    for (const ConversationMessage &message : messages) {
        text += std::string(roleName(message.role)) + (message.isAnswer ? "*" : "");
        for (const ConversationPart &part : message.parts) {
            text += std::string(" ") + kindName(part.kind);
            if (!part.name.empty() || !part.callId.empty() || part.bytes != 0)
                text += "[" + part.name + "|" + part.callId + "|" + std::to_string(part.bytes) + "]";
            text += "(" + part.text + ")";
        }
        text += "\n";
    }
    return QString::fromStdString(text);
}

QString lines(std::initializer_list<const char *> all)
{
    QString text;
    for (const char *line : all)
        text += QString::fromUtf8(line) + QLatin1Char('\n');
    return text;
}

const char *const riverAnswer = "assistant* reasoning(Weighing both rivers.) text(Der Fluß fließt 🌊 nach Norden.)"
                                " call[read_file|call_a1|0]({\"path\":\"src/main.cpp\"})"
                                " call[list_files|call_b2|0]({\"folder\":\"tests\"})";
const char *const claudeRiverAnswer = "assistant* reasoning(Weighing both rivers.)"
                                      " text(Der Fluß fließt 🌊 nach Norden.)"
                                      " call[read_file|toolu_1|0]({\"path\":\"src/main.cpp\"})"
                                      " call[list_files|toolu_2|0]({})";

DialectId dialectOf(const QByteArray &fixture)
{
    if (fixture.startsWith("openai_chat"))
        return DialectId::OpenAiChat;
    return fixture.startsWith("openai_responses") ? DialectId::OpenAiResponses : DialectId::AnthropicMessages;
}

} // namespace

class ConversationTest : public QObject {
    Q_OBJECT
private slots:
    void readsAChatRequest()
    {
        const auto messages =
            readRequestConversation(DialectId::OpenAiChat, readDialectFixture("openai_chat/requests/agent_turn.json"));
        QCOMPARE(described(messages),
                 lines({"system text(You are terse.)", "system text(Answer in German.)",
                        "user text(What is on these?) image[image/png||70]() image(https://example.org/cat.jpg)"
                        " audio[audio/wav||12]() file[notes.pdf||9]()",
                        "assistant reasoning(I need the file.) call[read_file|call_a1|0]({\"path\":\"a.txt\"})"
                        " call[shell|call_c3|0](ls -l)",
                        "tool result[|call_a1|0](line one\nline two)", "assistant text(Done.)",
                        "assistant refusal(I will not.)",
                        "user other({\n     \"type\": \"hologram\",\n     \"depth\": 3\n    })"}));
    }

    void readsAResponsesRequest()
    {
        const auto messages = readRequestConversation(DialectId::OpenAiResponses,
                                                      readDialectFixture("openai_responses/requests/agent_turn.json"));
        QCOMPARE(described(messages),
                 lines({"system text(You are terse.)", "system text(Answer in German.)", "user text(Hello)",
                        "user text(What is on these?) image[image/png||70]() image(file-9) file[notes.pdf||9]()",
                        "assistant reasoning(Weighing both rivers.)"
                        " call[read_file|call_a1|0]({\"path\":\"src/main.cpp\"})",
                        "tool result[|call_a1|0](line one)", "tool result[|call_b2|0](tests/a.cpp)",
                        "assistant call[shell|call_c3|0](ls -l)", "tool result[|call_c3|0](total 0)",
                        "assistant text(Done.) refusal(Not that.)",
                        "user other({\n   \"type\": \"item_reference\",\n   \"id\": \"msg_0\"\n  })"}));
        QCOMPARE(described(readRequestConversation(DialectId::OpenAiResponses,
                                                   readDialectFixture("openai_responses/requests/text_input.json"))),
                 lines({"user text(Say hi)"}));
    }

    void readsAnAnthropicRequest()
    {
        const auto messages = readRequestConversation(
            DialectId::AnthropicMessages, readDialectFixture("anthropic_messages/requests/agent_turn.json"));
        QCOMPARE(messages.size(), std::size_t{7});
        const std::vector<ConversationMessage> withoutServerTool(messages.begin(), messages.begin() + 3);
        QCOMPARE(described(withoutServerTool),
                 lines({"system text(You are terse.) text(Answer in German.)", "user text(Hello)",
                        "user text(What is on these?) image[image/png||70]() image(https://example.org/cat.jpg)"
                        " file[notes.pdf||9]() file[text/plain||0](plain words)"}));
        QCOMPARE(messages[3].parts.size(), std::size_t{5});
        QCOMPARE(messages[3].parts[1].kind, PartKind::Reasoning); // redacted: no text, but there
        QCOMPARE(messages[3].parts[3].name, std::string("read_file"));
        QCOMPARE(messages[3].parts[4].kind, PartKind::Other);
        const std::vector<ConversationMessage> rest(messages.begin() + 4, messages.end());
        QCOMPARE(described(rest), lines({"tool result[|toolu_1|0](line one) image[image/png||70]()"
                                         " result[|toolu_2|0](no such folder)",
                                         "user text(Go on.)", "system text(Mind the time.)"}));
        QCOMPARE(described(readRequestConversation(DialectId::AnthropicMessages,
                                                   readDialectFixture("anthropic_messages/requests/text_system.json"))),
                 lines({"system text(Short.)", "user text(Hi)"}));
    }

    void readsWholeAnswers_data()
    {
        QTest::addColumn<QString>("conversation");
        QTest::newRow("openai_chat/responses/text.json") << lines({"assistant* text(Der Fluß fließt 🌊 nach Norden.)"});
        QTest::newRow("openai_chat/responses/parallel_tool_calls.json")
            << lines({"assistant* call[read_file|call_a1|0]({\"path\":\"src/main.cpp\"})"
                      " call[list_files|call_b2|0]({\"folder\":\"tests\"})"});
        QTest::newRow("openai_chat/responses/reasoning.json")
            << lines({"assistant* reasoning(First I look at both numbers.) text(9.9 is larger.)"});
        QTest::newRow("openai_responses/responses/reasoning_text_tools.json") << lines({riverAnswer});
        QTest::newRow("anthropic_messages/responses/thinking_text_tools.json") << lines({claudeRiverAnswer});
    }

    void readsWholeAnswers()
    {
        QFETCH(QString, conversation);
        const QByteArray fixture = QTest::currentDataTag();
        QCOMPARE(described(readAnswerConversation(dialectOf(fixture), readDialectFixture(fixture.constData()))),
                 conversation);
    }

    void assemblesStreamsInAnyCut_data()
    {
        QTest::addColumn<QString>("conversation");
        QTest::newRow("openai_chat/streams/text_with_usage.sse")
            << lines({"assistant* text(Der Fluß fließt 🌊 nach Norden.)"});
        QTest::newRow("openai_chat/streams/parallel_tool_calls.sse")
            << lines({"assistant* call[read_file|call_a1|0]({\"path\":\"src/main.cpp\"})"
                      " call[list_files|call_b2|0]({\"folder\":\"tests\"})"});
        QTest::newRow("openai_chat/streams/reasoning_crlf.sse")
            << lines({"assistant* reasoning(First I look at both numbers.) text(9.9 is larger.)"});
        QTest::newRow("openai_chat/streams/refusal.sse") << lines({"assistant* refusal(I cannot help with that.)"});
        QTest::newRow("openai_chat/streams/error_in_stream.sse")
            << lines({"assistant* text(Half an ans)"
                      " other({\"message\":\"The server had an error while processing your request.\","
                      "\"type\":\"server_error\",\"param\":null,\"code\":null})"});
        QTest::newRow("openai_responses/streams/reasoning_text_tools.sse") << lines({riverAnswer});
        QTest::newRow("openai_responses/streams/incomplete.sse") << lines({"assistant* text(Der)"});
        QTest::newRow("openai_responses/streams/failed.sse")
            << lines({"assistant* other({\"code\":\"server_error\","
                      "\"message\":\"The model failed to generate a response.\"})"});
        QTest::newRow("anthropic_messages/streams/thinking_text_tools.sse") << lines({claudeRiverAnswer});
        QTest::newRow("anthropic_messages/streams/server_tool.sse")
            << lines({"assistant* other({\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":\"web_search\","
                      "\"input\":{\"query\":\"rhine\"}})"
                      " other({\"type\":\"web_search_tool_result\",\"tool_use_id\":\"srvtoolu_1\",\"content\":"
                      "[{\"type\":\"web_search_result\",\"title\":\"Rhine\",\"url\":\"https://example.org/rhine\"}]})"
                      " reasoning[||3]()"});
        QTest::newRow("anthropic_messages/streams/error_in_stream.sse")
            << lines({"assistant* other({\"type\":\"overloaded_error\",\"message\":\"Overloaded\"})"});
    }

    void assemblesStreamsInAnyCut()
    {
        QFETCH(QString, conversation);
        const QByteArray fixture = QTest::currentDataTag();
        const std::string stream = readDialectFixture(fixture.constData());
        AnswerAssembler whole(dialectOf(fixture));
        whole.feed(stream);
        QCOMPARE(described(whole.messages()), conversation);
        for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
            AnswerAssembler assembler(dialectOf(fixture));
            assembler.feed(std::string_view(stream).substr(0, cut));
            static_cast<void>(assembler.messages()); // looking must not disturb
            assembler.feed(std::string_view(stream).substr(cut));
            QVERIFY(assembler.messages() == whole.messages());
        }
        AnswerAssembler byteByByte(dialectOf(fixture));
        for (const char &byte : stream)
            byteByByte.feed({&byte, 1});
        QVERIFY(byteByByte.messages() == whole.messages());
    }

    void showsAnAnswerAsFarAsItHasCome_data()
    {
        QTest::addColumn<QByteArray>("upTo");
        QTest::addColumn<QString>("conversation");
        QTest::newRow("openai_chat/streams/parallel_tool_calls.sse")
            << QByteArray("{\\\"folder\\\":\\\"te\"}}]},\"logprobs\":null,\"finish_reason\":null}]}\n\n")
            << lines({"assistant* call[read_file|call_a1|0]({\"path\":\"src/main.cpp\"})"
                      " call[list_files|call_b2|0]({\"folder\":\"te)"});
        QTest::newRow("openai_responses/streams/reasoning_text_tools.sse")
            << QByteArray("{\\\"folder\\\":\\\"te\"}\n\n")
            << lines({"assistant* reasoning(Weighing both rivers.) text(Der Fluß fließt 🌊 nach Norden.)"
                      " call[read_file|call_a1|0]({\"path\":) call[list_files|call_b2|0]({\"folder\":\"te)"});
        QTest::newRow("anthropic_messages/streams/thinking_text_tools.sse")
            << QByteArray("{\\\"path\\\":\\\"src\"}}\n\n")
            << lines({"assistant* reasoning(Weighing both rivers.) text(Der Fluß fließt 🌊 nach Norden.)"
                      " call[read_file|toolu_1|0]({\"path\":\"src)"});
    }

    void showsAnAnswerAsFarAsItHasCome()
    {
        QFETCH(QByteArray, upTo);
        QFETCH(QString, conversation);
        const QByteArray fixture = QTest::currentDataTag();
        const std::string stream = readDialectFixture(fixture.constData());
        const std::size_t end = stream.find(upTo.toStdString());
        QVERIFY(end != std::string::npos);
        AnswerAssembler assembler(dialectOf(fixture));
        assembler.feed(std::string_view(stream).substr(0, end + static_cast<std::size_t>(upTo.size())));
        QCOMPARE(described(assembler.messages()), conversation);
    }

    void keepsToolCallsApartWithoutIndexes()
    {
        AnswerAssembler assembler(DialectId::OpenAiChat);
        assembler.feed(
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"a\",\"function\":"
            "{\"name\":\"one\",\"arguments\":\"{}\"}},{\"id\":\"b\",\"function\":{\"name\":\"two\"}}]}}]}\n\n");
        assembler.feed("data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"function\":{\"name\":\"two\","
                       "\"arguments\":{\"x\":1}}}]}}]}\n\n");
        QCOMPARE(described(assembler.messages()), lines({"assistant* call[one|a|0]({}) call[two|b|0]({\"x\":1})"}));
    }

    void keepsTheTextOfAResponseThatEndsWithoutOutput()
    {
        AnswerAssembler assembler(DialectId::OpenAiResponses);
        assembler.feed("data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n"
                       "data: {\"type\":\"response.completed\",\"response\":{\"output\":[]}}\n\n");
        QCOMPARE(described(assembler.messages()), lines({"assistant* text(Hi)"}));
    }

    void showsWhatItCannotReadAsItIs()
    {
        for (const DialectId dialect :
             {DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::AnthropicMessages}) {
            QCOMPARE(described(readRequestConversation(dialect, "{\"model\":")), lines({"user other({\"model\":)"}));
            QCOMPARE(described(readAnswerConversation(dialect, "{\"error\":{}}")),
                     lines({"assistant* other({\"error\":{}})"}));
            QVERIFY(readRequestConversation(dialect, {}).empty());
            AnswerAssembler assembler(dialect);
            assembler.feed("data: {\"choices\":\n\ndata: [1]\n\n: ping\n\n");
            QVERIFY(assembler.messages().empty());
        }
        QCOMPARE(
            described(readRequestConversation(DialectId::OpenAiChat, "{\"messages\":[5,{\"content\":{\"a\":1}}]}")),
            lines({"user other(5)", "user other({\"a\":1})"}));
    }
};

QTEST_APPLESS_MAIN(ConversationTest)
#include "tst_conversation.moc"
