// Whatever clients of other dialects say, OpenAI does not refuse it: judged by the demo provider's imitation of its rules.
#include "tests/translation/openai_chat_support.h"
#include "tools/demo_provider/openai_chat_rules.h"

#include <random>

using namespace openai_chat_support;

namespace {

// Random conversations with everything that agents do wrong: results without calls, calls without results, no ids, late
// instructions, turns of one role in a row.
class RequestMaker {
public:
    explicit RequestMaker(std::uint32_t seed) : m_random(seed) {}

    ChatRequest make()
    {
        constexpr std::array dialects{DialectId::AnthropicMessages, DialectId::OpenAiResponses,
                                      DialectId::GeminiGenerate, DialectId::CohereChat};
        m_request.dialect = dialects.at(number(dialects.size()));
        m_request.model = "client-model";
        m_request.isStream = chance(2);
        if (chance(2)) {
            m_request.messages.push_back(messageOf(Role::System, {makeText("You are terse."), makeText("Be kind.")}));
            m_request.messages.back().isTopLevel = true;
        }
        m_request.messages.push_back(messageOf(Role::User, {makeText("Hello")}));
        for (std::size_t turns = number(8); turns > 0; --turns)
            addTurn();
        addTools();
        addOptions();
        return m_request;
    }

private:
    std::size_t number(std::size_t below) { return m_random() % below; }
    bool chance(std::size_t in) { return number(in) == 0; }

    std::string callId()
    {
        const std::array<std::string, 4> ids{"", "toolu_01", "call_2", std::string(60, 'i')};
        return ids.at(number(ids.size()));
    }

    Part mediaPart()
    {
        MediaPart media;
        media.kind = static_cast<MediaKind>(number(4));
        media.source = static_cast<MediaPart::Source>(number(3));
        media.value =
            media.source == MediaPart::Source::Base64
                ? "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                : "https://example.org/x";
        media.mediaType = media.kind == MediaKind::Image ? "image/png" : "application/pdf";
        return partOf(media);
    }

    Part assistantPart()
    {
        ToolCallPart call;
        Part reasoning = partOf(ReasoningPart{"thought", chance(2)});
        switch (number(5)) {
        case 0: return makeText("Words");
        case 1: return partOf(RefusalPart{"No."});
        case 2:
            if (chance(2))
                reasoning.state = OpaqueState{DialectId::AnthropicMessages, "c2ln", {}, chance(2), false};
            return reasoning;
        case 3: return partOf(OpaquePart{DialectId::AnthropicMessages, Json{{"type", "server_tool_use"}}});
        default: break;
        }
        const std::array<std::string, 4> arguments{"", "{}", R"({"q":1})", "not json"};
        call.id = callId();
        call.name = chance(2) ? "find" : "mcp:odd name/with.dots";
        call.arguments = arguments.at(number(arguments.size()));
        return partOf(call);
    }

    Part toolResult()
    {
        ToolResultPart result;
        result.callId = callId();
        result.toolName = chance(2) ? "find" : "";
        result.isError = chance(3);
        if (!chance(4))
            result.content.push_back(makeText("result"));
        if (chance(3))
            result.content.push_back(mediaPart());
        return partOf(result);
    }

    void addTurn()
    {
        std::vector<Part> parts;
        switch (number(4)) {
        case 0:
            for (std::size_t count = number(4) + 1; count > 0; --count)
                parts.push_back(assistantPart());
            m_request.messages.push_back(messageOf(Role::Assistant, std::move(parts)));
            break;
        case 1:
            for (std::size_t count = number(3) + 1; count > 0; --count)
                parts.push_back(toolResult());
            m_request.messages.push_back(messageOf(Role::Tool, std::move(parts)));
            break;
        case 2:
            m_request.messages.push_back(messageOf(chance(2) ? Role::System : Role::Developer, {makeText("Rule")}));
            break;
        default:
            parts.push_back(makeText("More"));
            if (chance(2))
                parts.push_back(mediaPart());
            if (chance(3))
                parts.back().cacheMarker = CacheMarker{"5m"};
            m_request.messages.push_back(messageOf(Role::User, std::move(parts)));
        }
    }

    void addTools()
    {
        const std::array<const char *, 4> schemas{
            "null", "{}", R"({"type":"object","properties":{"q":{"type":["string","null"]}}})",
            R"({"type":"object","properties":{"q":{"type":"string"}},"required":["q"],"additionalProperties":false})"};
        for (const char *name : {"find", "mcp:odd name/with.dots", "list"}) {
            if (chance(3))
                continue;
            Tool tool;
            tool.name = name;
            tool.inputSchema = jsonOf(schemas.at(number(schemas.size())));
            if (chance(2))
                tool.isStrict = chance(2);
            if (chance(3))
                tool.extensions.set(DialectId::AnthropicMessages, "defer_loading", true);
            m_request.tools.push_back(tool);
        }
        if (chance(3)) {
            Tool search;
            search.kind = Tool::Kind::BuiltIn;
            search.name = "web_search";
            search.origin = DialectId::AnthropicMessages;
            m_request.tools.push_back(search);
        }
        if (!m_request.tools.empty() && chance(2))
            m_request.toolChoice =
                ToolChoice{static_cast<ToolChoice::Kind>(number(4)), m_request.tools.back().name, {}, false};
        if (chance(2))
            m_request.allowsParallelToolCalls = chance(2);
    }

    void addOptions()
    {
        SamplingOptions &sampling = m_request.sampling;
        if (chance(2))
            sampling.temperature = 0.1 * static_cast<double>(number(10));
        if (chance(3))
            sampling.topK = 40;
        if (chance(2))
            sampling.stopSequences = {"a", "b", "c", "d", "e"};
        if (chance(2))
            sampling.maxOutputTokens = 32000;
        if (chance(4))
            sampling.topLogprobs = 2;
        if (chance(2)) {
            m_request.reasoning.mode = static_cast<ReasoningOptions::Mode>(number(4));
            m_request.reasoning.budgetTokens = static_cast<std::int64_t>(number(70000));
        }
        if (chance(3)) {
            m_request.outputFormat.kind = static_cast<OutputFormat::Kind>(number(3));
            m_request.outputFormat.name = chance(2) ? "my format" : "";
            m_request.outputFormat.schema = Json{{"type", "object"}};
            m_request.outputFormat.isStrict = chance(2);
        }
        m_request.endUserId = std::string(number(100), 'u');
        if (chance(2))
            m_request.metadata = Json{{"a", "b"}};
        if (chance(3))
            m_request.serviceTier = m_request.dialect == DialectId::OpenAiResponses ? "priority" : "standard_only";
        m_request.extensions.set(DialectId::AnthropicMessages, "context_management", Json::object());
    }

    std::mt19937 m_random;
    ChatRequest m_request;
};

} // namespace

class OpenAiChatStrictServerTest : public QObject {
    Q_OBJECT

private slots:
    void takesForeignRequests_data();
    void takesForeignRequests();
    void takesItsOwnFixture();
};

void OpenAiChatStrictServerTest::takesForeignRequests_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("isReasoning");
    QTest::newRow("gpt-5") << QByteArray("gpt-5") << true;
    QTest::newRow("gpt-4o") << QByteArray("gpt-4o") << false;
}

void OpenAiChatStrictServerTest::takesForeignRequests()
{
    QFETCH(QByteArray, model);
    QFETCH(bool, isReasoning);
    int sentCount = 0;
    for (std::uint32_t seed = 0; seed < 1500; ++seed) {
        const ChatRequest request = RequestMaker(seed).make();
        ExchangeState state(request, DialectId::OpenAiChat, "a1");
        ConversionReport report;
        const auto sent = openAiChatProvider().encodeRequest(request, {model.toStdString(), "openai"}, state, report);
        QVERIFY(sent);
        ++sentCount;
        const auto verdict = demo_provider::openai::checkChat(demo_provider::Json::parse(sent->body), isReasoning);
        if (verdict)
            qWarning("%s", sent->body.c_str());
        QVERIFY2(!verdict, (std::to_string(seed) + ": " + (verdict ? verdict->message : "")).c_str());
    }
    QCOMPARE(sentCount, 1500);
}

void OpenAiChatStrictServerTest::takesItsOwnFixture()
{
    Json body = fixture("openai_chat/requests/agent_turn.json");
    body["messages"].erase(body["messages"].size() - 1); // the part that nobody knows
    const Encoded sent = encoded(decoded(body), "openai", "gpt-5");
    auto plain = demo_provider::Json::parse(dumpJson(sent.body));
    plain["messages"][3]["tool_calls"].erase(1); // a custom tool's call, which the imitation does not know
    const auto verdict = demo_provider::openai::checkChat(plain, true);
    QVERIFY2(!verdict, verdict ? verdict->message.c_str() : "");
}

QTEST_APPLESS_MAIN(OpenAiChatStrictServerTest)
#include "tst_openai_chat_strict_server.moc"
