#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"
#include "tests/translation/openai_chat_support.h"

using namespace openai_chat_support;

namespace {

const Json &messageAt(const Encoded &encoded, std::size_t index)
{
    return encoded.body.at("messages").at(index);
}

} // namespace

class OpenAiChatRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void readsCursorsHybrid();
    void readsLegacyFunctions();
    void marksOfWholeMessagesAreThoseOfTheirLastPart();
    void bothNamesOfThePersonReachOthers();
    void toolResultsKnowTheirTool();
    void wrongKindsAreRefusedOrHarmless();
    void namesThePlaceOfAProblem_data();
    void namesThePlaceOfAProblem();
    void mistralsSdkGetsWholeCalls();
    void geminiSignaturesOfCallsPass();
    void bigAgentRequestIsFast();
};

void OpenAiChatRequestsTest::comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("all options at openai")
        << QByteArray("all_options.json") << QByteArray("openai") << QByteArray("gpt-5.2");
    QTest::newRow("newest members at openai")
        << QByteArray("newest_members.json") << QByteArray("openai") << QByteArray("gpt-5.4");
    QTest::newRow("agent turn at openrouter")
        << QByteArray("agent_turn.json") << QByteArray("openrouter") << QByteArray("x/y");
}

void OpenAiChatRequestsTest::comesBackAsItWas()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, preset);
    QFETCH(QByteArray, model);
    Json body = fixture(("openai_chat/requests/" + path).constData());
    const Encoded again = encoded(decoded(body), preset.toStdString(), model.toStdString());
    body["model"] = model.toStdString();
    for (Json &message : body["messages"]) {
        if (message.contains("reasoning_content")) { // said under OpenRouter's name
            message["reasoning"] = message["reasoning_content"];
            message.erase("reasoning_content");
        }
        // One text in a list and the text alone are the same.
        if (message.contains("content") && message["content"].is_array() && message["content"].size() == 1
            && message["content"][0].size() == 2 && message["content"][0].contains("text"))
            message["content"] = message["content"][0]["text"];
    }
    QVERIFY(isSame(again.body, body));
    QVERIFY(!again.report.hasDrops());
}

// OpenCode writes them so for Anthropic's models.
void OpenAiChatRequestsTest::marksOfWholeMessagesAreThoseOfTheirLastPart()
{
    const Json marker{{"type", "ephemeral"}, {"ttl", "1h"}};
    Json two = Json::array({Json{{"type", "text"}, {"text", "One"}}, Json{{"type", "text"}, {"text", "Two"}}});
    Json messages = Json::array({Json{{"role", "system"}, {"content", "Be brief."}, {"cache_control", marker}},
                                 Json{{"role", "user"}, {"content", two}, {"cache_control", marker}},
                                 Json{{"role", "assistant"}, {"content", nullptr}, {"cache_control", marker}}});
    const ChatRequest request = decoded(Json{{"model", "m"}, {"messages", messages}});
    const auto isMarked = [&](std::size_t message, std::size_t part) {
        return request.messages.at(message).parts.at(part).cacheMarker == std::optional(CacheMarker{"1h"});
    };
    QVERIFY(isMarked(0, 0));
    QVERIFY(!isMarked(1, 0));
    QVERIFY(isMarked(1, 1));
    QVERIFY(request.messages[2].parts.empty());
}

void OpenAiChatRequestsTest::readsCursorsHybrid()
{
    const ChatRequest request = decoded(fixture("openai_chat/requests/cursor_hybrid.json"));
    QCOMPARE(request.messages.size(), std::size_t(7));
    QVERIFY(request.messages[0].isTopLevel);
    QVERIFY(request.messages[2].parts.at(1).as<MediaPart>());
    QCOMPARE(request.messages[3].parts.at(0).as<ReasoningPart>()->text, std::string("Look first."));
    QCOMPARE(request.messages[4].parts.at(0).as<ToolCallPart>()->id, std::string("call_9"));
    QCOMPARE(request.messages[5].parts.at(0).as<ToolResultPart>()->toolName, std::string("read_file"));
    QCOMPARE(joinedText(request.messages[6].parts), std::string("Done."));
    QCOMPARE(request.tools.at(0).name, std::string("read_file"));
    QVERIFY(request.tools.at(1).kind == Tool::Kind::Custom);
    QCOMPARE(request.toolChoice->name, std::string("read_file"));
    QCOMPARE(request.sampling.maxOutputTokens, std::optional<std::int64_t>(900));
    QVERIFY(request.reasoning.effort == ReasoningEffort::Medium);
    QCOMPARE(request.verbosity, std::string("low"));
    QVERIFY(request.outputFormat.kind == OutputFormat::Kind::JsonSchema);
    QVERIFY(request.extensions.isEmpty());
    const Encoded sent = encoded(request, "openai", "gpt-5");
    QVERIFY(!sent.body.contains("input"));
    QCOMPARE(textMember(sent.body["tools"][1]["custom"]["format"]["grammar"], "syntax"), std::string_view("lark"));
}

void OpenAiChatRequestsTest::readsLegacyFunctions()
{
    const Encoded sent = encoded(decoded(fixture("openai_chat/requests/legacy_functions.json")), "openai", "gpt-4o");
    QCOMPARE(textMember(sent.body["tools"][0]["function"], "name"), std::string_view("weather"));
    QCOMPARE(textMember(sent.body["tool_choice"]["function"], "name"), std::string_view("weather"));
    const std::string id(textMember(messageAt(sent, 1)["tool_calls"][0], "id"));
    QVERIFY(!id.empty());
    QCOMPARE(std::string(textMember(messageAt(sent, 2), "tool_call_id")), id);
    QVERIFY(!sent.body.contains("functions") && !sent.body.contains("function_call"));
    QCOMPARE(sent.body["stop"], Json("END"));
}

void OpenAiChatRequestsTest::bothNamesOfThePersonReachOthers()
{
    for (const char *name : {"user", "safety_identifier"}) {
        Json body = jsonOf(R"({"model":"m","messages":[{"role":"user","content":"Hi"}]})");
        body[name] = "u-1";
        const ChatRequest chat = decoded(body);
        Json other{{"model", "m"}, {"input", "Hi"}};
        other[name] = "u-1";
        const std::string words = dumpJson(other);
        const auto responses = openAiResponsesClient().decodeRequest({words, {}, false, nullptr});
        QVERIFY(responses.has_value());
        for (const ChatRequest *request : {&chat, &*responses}) {
            ExchangeState state(*request, DialectId::AnthropicMessages, "a1");
            ConversionReport report;
            const auto sent =
                anthropicMessagesProvider().encodeRequest(*request, {"claude-sonnet-4-5", {}}, state, report);
            QVERIFY(sent.has_value());
            QCOMPARE(jsonOf(sent->body)["metadata"]["user_id"], Json("u-1"));
        }
        QCOMPARE(encoded(chat, "openai", "gpt-5").body[name], Json("u-1"));
    }
}

void OpenAiChatRequestsTest::toolResultsKnowTheirTool()
{
    const ChatRequest request = decoded(fixture("openai_chat/requests/all_options.json"));
    QCOMPARE(request.messages[6].parts[0].as<ToolResultPart>()->toolName, std::string("find"));
    QVERIFY(request.messages[7].parts[0].as<ToolResultPart>()->kind == ToolCallPart::Kind::Custom);
}

void OpenAiChatRequestsTest::wrongKindsAreRefusedOrHarmless()
{
    const std::vector<Json> others{nullptr,
                                   7,
                                   -1.5,
                                   true,
                                   "word",
                                   Json::array(),
                                   Json::object(),
                                   Json::array({nullptr}),
                                   Json::array({Json::object()})};
    int refused = 0;
    for (const char *path : {"all_options.json", "agent_turn.json", "cursor_hybrid.json", "legacy_functions.json"}) {
        const Json body = fixture((std::string("openai_chat/requests/") + path).c_str());
        for (const auto &place : placesOf(body)) {
            for (const Json &other : others) {
                Json mutated = body;
                mutated[place] = other;
                const std::string text = dumpJson(mutated);
                const auto request = openAiChatClient().decodeRequest({text, {}, false, nullptr});
                if (!request) {
                    ++refused;
                    QVERIFY(request.error().httpStatus() == 400 && !request.error().message.empty());
                    continue;
                }
                ExchangeState state(*request, DialectId::OpenAiChat, "a1");
                ConversionReport report;
                static_cast<void>(openAiChatProvider().encodeRequest(*request, {"m", "vllm"}, state, report));
            }
        }
    }
    QVERIFY(refused > 100);
}

void OpenAiChatRequestsTest::namesThePlaceOfAProblem_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, const char *body, const char *place) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(place);
    };
    row("no messages", R"({"model":"m"})", "/messages:");
    row("no text", R"({"model":"m","messages":[{"role":"user","content":[{"type":"text"}]}]})",
        "/messages/0/content/0/text:");
    row("role", R"({"model":"m","messages":[{"role":"king","content":"x"}]})", "/messages/0/role:");
    row("temperature", R"({"model":"m","temperature":"hot","messages":[{"role":"user","content":"x"}]})",
        "/temperature:");
    row("tool",
        R"({"model":"m","tools":[{"type":"function","function":{}}],"messages":[{"role":"user","content":"x"}]})",
        "/tools/0/function/name:");
    row("data url",
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:x"}}]}]})",
        "/messages/0/content/0/image_url/url:");
    row("effort", R"({"model":"m","reasoning_effort":"huge","messages":[{"role":"user","content":"x"}]})",
        "/reasoning_effort:");
}

void OpenAiChatRequestsTest::namesThePlaceOfAProblem()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, place);
    const auto request = openAiChatClient().decodeRequest({body.toStdString(), {}, false, nullptr});
    QVERIFY(!request);
    QVERIFY2(request.error().message.starts_with(place.toStdString()), request.error().message.c_str());
}

void OpenAiChatRequestsTest::mistralsSdkGetsWholeCalls()
{
    const HeaderList headers{{"User-Agent", "speakeasy-sdk/typescript 2.7.0 @mistralai/mistralai"}};
    const char *body = R"({"model":"m","messages":[{"role":"user","content":"x"}]})";
    QVERIFY(openAiChatClient().decodeRequest({body, {}, false, &headers})->wantsWholeToolCalls);
    QVERIFY(!openAiChatClient().decodeRequest({body, {}, false, nullptr})->wantsWholeToolCalls);
}

void OpenAiChatRequestsTest::geminiSignaturesOfCallsPass()
{
    const Json body = jsonOf(R"({"model":"m","messages":[{"role":"user","content":"x"},{"role":"assistant",
        "tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"},
        "extra_content":{"google":{"thought_signature":"c2ln"}}}]},{"role":"tool","tool_call_id":"c","content":"r"}]})");
    const ChatRequest request = decoded(body);
    const Part &called = request.messages[1].parts[0];
    QVERIFY(called.state && called.state->origin == DialectId::GeminiGenerate && called.state->data == "c2ln");
    QVERIFY(isSame(encoded(request, "", "gemini-3").body, [&] {
        Json expected = body;
        expected["model"] = "gemini-3";
        return expected;
    }()));
}

void OpenAiChatRequestsTest::bigAgentRequestIsFast()
{
    Json body = fixture("openai_chat/requests/agent_turn.json");
    while (dumpJson(body).size() < 100'000)
        body["messages"].insert(body["messages"].end(), Json{{"role", "user"}, {"content", std::string(2000, 'x')}});
    const std::string text = dumpJson(body);
    QBENCHMARK
    {
        const auto request = openAiChatClient().decodeRequest({text, {}, false, nullptr});
        ExchangeState state(*request, DialectId::OpenAiChat, "a1");
        ConversionReport report;
        QVERIFY(openAiChatProvider().encodeRequest(*request, {"m", "vllm"}, state, report));
    }
}

QTEST_APPLESS_MAIN(OpenAiChatRequestsTest)
#include "tst_openai_chat_requests.moc"
