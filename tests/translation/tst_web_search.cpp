// Web search at the provider: the tool in three dialects, and the citations that come back.
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/web_search_tool.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/conversion_notes.h"
#include "tests/support/json_comparison.h"

#include <QTest>

#include <algorithm>

using namespace codec_harness;

namespace {

Tool searchTool(DialectId dialect, const char *raw)
{
    Tool tool;
    tool.kind = Tool::Kind::BuiltIn;
    tool.name = "web_search";
    tool.origin = dialect;
    tool.raw = *parseJson(raw);
    return tool;
}

Tool functionTool(std::string name)
{
    Tool tool;
    tool.name = std::move(name);
    tool.inputSchema = Json{{"type", "object"}, {"properties", Json::object()}};
    return tool;
}

ChatRequest requestWith(DialectId client, std::vector<Tool> tools)
{
    ChatRequest request;
    request.dialect = client;
    request.model = "m";
    request.sampling.maxOutputTokens = 2048;
    Message message;
    message.parts.push_back(makeText("What is new?"));
    request.messages.push_back(std::move(message));
    request.tools = std::move(tools);
    return request;
}

struct Encoded {
    Json tools;
    ConversionReport report;
};

Encoded encode(const ChatRequest &request, DialectId provider, const std::string &model)
{
    ExchangeState state(request, provider, "a1");
    Encoded result;
    const auto encoded = findProviderDialect(provider)->encodeRequest(request, {model, {}}, state, result.report);
    if (!encoded)
        return result;
    const auto body = parseJson(encoded->body);
    const Json *toolConfig = findObject(*body, "toolConfig"); // Bedrock's place
    if (const Json *tools = findArray(toolConfig ? *toolConfig : *body, "tools"))
        result.tools = *tools;
    return result;
}

std::string modelOf(DialectId provider)
{
    switch (provider) {
    case DialectId::AnthropicMessages: return "claude-sonnet-4-5";
    case DialectId::GeminiGenerate: return "gemini-2.5-flash";
    case DialectId::BedrockConverse: return "anthropic.claude-sonnet-4-5-20250929-v1:0";
    case DialectId::CohereChat: return "command-a-03-2025";
    case DialectId::OpenAiChat:
    case DialectId::OpenAiResponses: break;
    }
    return "gpt-5";
}

const char *const plainResponses = R"({"type":"web_search","external_web_access":true})";
const char *const plainAnthropic = R"({"type":"web_search_20250305","name":"web_search"})";
const char *const plainGemini = R"({"googleSearch":{}})";

// "Zürich is large. It rains." with a source of each sentence; Google counts the two bytes of the ü.
const char *const groundedCandidate =
    R"("finishReason":"STOP","groundingMetadata":{"webSearchQueries":["zurich"],)"
    R"("groundingChunks":[{"web":{"uri":"https://a.example","title":"A"}},{"web":{"uri":"https://b.example"}}],)"
    R"("groundingSupports":[{"segment":{"endIndex":17,"text":"."},"groundingChunkIndices":[0]},)"
    R"({"segment":{"startIndex":18,"endIndex":27},"groundingChunkIndices":[1,7]}]}})";

Json cited(const char *url, int start, int end, const char *title)
{
    return Json{{"type", "url_citation"}, {"start_index", start}, {"end_index", end}, {"url", url}, {"title", title}};
}

void requireCitations(const TextPart &text)
{
    QCOMPARE(text.text, std::string("Zürich is large. It rains."));
    QCOMPARE(text.annotations.size(), std::size_t(2));
    QVERIFY2(text.annotations[0] == cited("https://a.example", 0, 16, "A"), text.annotations[0].dump().c_str());
    QVERIFY2(text.annotations[1] == cited("https://b.example", 17, 26, ""), text.annotations[1].dump().c_str());
}

} // namespace

class WebSearchTest : public QObject {
    Q_OBJECT

private slots:
    void isSaidInEachDialectThatHasIt_data();
    void isSaidInEachDialectThatHasIt();
    void keepsItsLimits_data();
    void keepsItsLimits();
    void isLeftOutWithANote_data();
    void isLeftOutWithANote();
    void giveWayToFunctionsOfTheSameName();
    void groundingBecomesCitations();
    void groundingOfStreamsBecomesCitations();
    void citationsBecomeGrounding();
    void citationsOfStreamsBecomeGrounding();
};

void WebSearchTest::isSaidInEachDialectThatHasIt_data()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<int>("provider");
    QTest::addColumn<QByteArray>("expected");
    const std::vector<std::pair<DialectId, const char *>> words{{DialectId::OpenAiResponses, plainResponses},
                                                                {DialectId::AnthropicMessages, plainAnthropic},
                                                                {DialectId::GeminiGenerate, plainGemini}};
    for (const auto &[client, tool] : words) {
        for (const auto &[provider, own] : words) {
            if (client == provider)
                continue;
            const char *expected = provider == DialectId::OpenAiResponses ? R"({"type":"web_search"})" : own;
            QTest::addRow("%s to %s", std::string(dialectName(client)).c_str(),
                          std::string(dialectName(provider)).c_str())
                << static_cast<int>(client) << QByteArray(tool) << static_cast<int>(provider) << QByteArray(expected);
        }
    }
    QTest::newRow("an older name") << static_cast<int>(DialectId::OpenAiResponses)
                                   << QByteArray(R"({"type":"web_search_preview_2025_03_11"})")
                                   << static_cast<int>(DialectId::GeminiGenerate) << QByteArray(plainGemini);
    QTest::newRow("Python's name") << static_cast<int>(DialectId::GeminiGenerate)
                                   << QByteArray(R"({"google_search":{}})")
                                   << static_cast<int>(DialectId::AnthropicMessages) << QByteArray(plainAnthropic);
}

void WebSearchTest::isSaidInEachDialectThatHasIt()
{
    QFETCH(int, client);
    QFETCH(QByteArray, tool);
    QFETCH(int, provider);
    QFETCH(QByteArray, expected);
    const auto from = static_cast<DialectId>(client);
    const auto to = static_cast<DialectId>(provider);
    const ChatRequest request = requestWith(from, {searchTool(from, tool.constData())});
    QVERIFY(offersWebSearch(request));
    const Encoded encoded = encode(request, to, modelOf(to));
    QVERIFY2(encoded.tools == Json::array({*parseJson(expected.toStdString())}), encoded.tools.dump().c_str());
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/tools/0"));
    QVERIFY(!encoded.report.hasDrops());
}

void WebSearchTest::keepsItsLimits_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("dropped");
    const auto row = [](const char *name, const char *tool, const char *expected, const char *dropped) {
        QTest::newRow(name) << QByteArray(tool) << QByteArray(expected) << QByteArray(dropped);
    };
    row("allowed", R"({"type":"web_search","filters":{"allowed_domains":["a.example"]}})",
        R"({"type":"web_search_20250305","name":"web_search","allowed_domains":["a.example"]})", "");
    row("blocked", R"({"type":"web_search","filters":{"blocked_domains":["a.example"]}})",
        R"({"type":"web_search_20250305","name":"web_search","blocked_domains":["a.example"]})", "");
    row("place", R"({"type":"web_search","user_location":{"type":"approximate","city":"Bern"}})",
        R"({"type":"web_search_20250305","name":"web_search","user_location":{"type":"approximate","city":"Bern"}})",
        "");
    row("size of the context", R"({"type":"web_search","search_context_size":"low"})", plainAnthropic,
        "/tools/0/search_context_size");
}

void WebSearchTest::keepsItsLimits()
{
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, dropped);
    const ChatRequest request =
        requestWith(DialectId::OpenAiResponses, {searchTool(DialectId::OpenAiResponses, tool.constData())});
    const Encoded encoded = encode(request, DialectId::AnthropicMessages, "claude-sonnet-4-5");
    QVERIFY2(encoded.tools == Json::array({*parseJson(expected.toStdString())}), encoded.tools.dump().c_str());
    QCOMPARE(encoded.report.hasDrops(), !dropped.isEmpty());
    QVERIFY(dropped.isEmpty() || hasNote(encoded.report, ConversionNote::Kind::Dropped, dropped.toStdString()));
    // And back again.
    if (!dropped.isEmpty())
        return;
    const ChatRequest back =
        requestWith(DialectId::AnthropicMessages, {searchTool(DialectId::AnthropicMessages, expected.constData())});
    const Encoded again = encode(back, DialectId::OpenAiResponses, "gpt-5");
    QVERIFY2(again.tools == Json::array({*parseJson(tool.toStdString())}), again.tools.dump().c_str());
}

void WebSearchTest::isLeftOutWithANote_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<int>("provider");
    QTest::addColumn<QByteArray>("model");
    const auto row = [](const char *name, const char *tool, DialectId provider, const std::string &model) {
        QTest::newRow(name) << QByteArray(tool) << static_cast<int>(provider) << QByteArray::fromStdString(model);
    };
    for (const DialectId provider : {DialectId::OpenAiChat, DialectId::BedrockConverse, DialectId::CohereChat})
        row(std::string(dialectName(provider)).c_str(), plainResponses, provider, modelOf(provider));
    row("no Claude", plainResponses, DialectId::AnthropicMessages, "house-model");
    row("no Gemini", plainResponses, DialectId::GeminiGenerate, "gemma-3-27b-it");
    row("offline", R"({"type":"web_search","external_web_access":false})", DialectId::AnthropicMessages,
        "claude-sonnet-4-5");
    row("domains at Google", R"({"type":"web_search","filters":{"allowed_domains":["a.example"]}})",
        DialectId::GeminiGenerate, "gemini-2.5-flash");
    row("both lists at Anthropic",
        R"({"type":"web_search","filters":{"allowed_domains":["a.example"],"blocked_domains":["b.example"]}})",
        DialectId::AnthropicMessages, "claude-sonnet-4-5");
    row("another tool", R"({"type":"file_search","vector_store_ids":["v"]})", DialectId::AnthropicMessages,
        "claude-sonnet-4-5");
}

void WebSearchTest::isLeftOutWithANote()
{
    QFETCH(QByteArray, tool);
    QFETCH(int, provider);
    QFETCH(QByteArray, model);
    const auto to = static_cast<DialectId>(provider);
    ChatRequest request =
        requestWith(DialectId::OpenAiResponses, {searchTool(DialectId::OpenAiResponses, tool.constData())});
    const Encoded alone = encode(request, to, model.toStdString());
    QVERIFY2(alone.tools.is_null(), alone.tools.dump().c_str());
    QVERIFY(hasNote(alone.report, ConversionNote::Kind::Dropped, "/tools/0"));
    request.tools.push_back(functionTool("read"));
    QCOMPARE(encode(request, to, model.toStdString()).tools.size(), std::size_t(1));
}

void WebSearchTest::giveWayToFunctionsOfTheSameName()
{
    ChatRequest request =
        requestWith(DialectId::OpenAiResponses,
                    {searchTool(DialectId::OpenAiResponses, plainResponses), functionTool("web_search")});
    const Encoded named = encode(request, DialectId::AnthropicMessages, "claude-sonnet-4-5");
    QCOMPARE(named.tools.size(), std::size_t(1));
    QVERIFY(findMember(named.tools[0], "input_schema"));
    QVERIFY(hasNote(named.report, ConversionNote::Kind::Dropped, "/tools/0"));
    // Google takes no search beside functions, whatever they are called; Anthropic takes both.
    request.tools.back().name = "read";
    QCOMPARE(encode(request, DialectId::AnthropicMessages, "claude-sonnet-4-5").tools.size(), std::size_t(2));
    const Encoded google = encode(request, DialectId::GeminiGenerate, "gemini-2.5-flash");
    QCOMPARE(google.tools.size(), std::size_t(1));
    QVERIFY(findMember(google.tools[0], "functionDeclarations"));
    QVERIFY(hasNote(google.report, ConversionNote::Kind::Dropped, "/tools/0"));
}

void WebSearchTest::groundingBecomesCitations()
{
    const ChatRequest request =
        requestWith(DialectId::OpenAiResponses, {searchTool(DialectId::OpenAiResponses, plainResponses)});
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    const std::string body = "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"Zürich is "
                             "large. It rains.\"}]},"
                             + std::string(groundedCandidate) + "]}";
    const auto response = findProviderDialect(DialectId::GeminiGenerate)->decodeResponse(body, state);
    QVERIFY(response.has_value());
    requireCitations(*response->choices.at(0).parts.at(0).as<TextPart>());
    QVERIFY(hasNote(state.answerReport, ConversionNote::Kind::Dropped,
                    "answer/candidates/groundingMetadata/webSearchQueries"));
    const auto answer = parseJson(findClientDialect(DialectId::OpenAiResponses)->encodeResponse(*response, state));
    const Json &annotation = (*answer)["output"][0]["content"][0]["annotations"][1];
    QCOMPARE(std::string(textMember(annotation, "url")), std::string("https://b.example"));
}

// The signature of Gemini 3 ends the text in the frame that tells the sources.
void WebSearchTest::groundingOfStreamsBecomesCitations()
{
    const ChatRequest request =
        requestWith(DialectId::OpenAiResponses, {searchTool(DialectId::OpenAiResponses, plainResponses)});
    const std::string begin = "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[";
    const std::string wire = begin + "{\"text\":\"Zürich is large. \"}]}}]}\n\n" + begin
                             + "{\"text\":\"It rains.\"}]}}]}\n\n" + begin
                             + "{\"text\":\"\",\"thoughtSignature\":\"c2ln\"}]}," + groundedCandidate + "]}\n\n";
    for (const std::size_t piece : {std::size_t(0), std::size_t(7)}) {
        ExchangeState state(request, DialectId::GeminiGenerate, "a1");
        ResponseCollector collector;
        for (const StreamEvent &event :
             decodeSseStream(*findProviderDialect(DialectId::GeminiGenerate), state, wire, piece))
            collector.add(event);
        const auto response = collector.take();
        QVERIFY(response.has_value());
        QCOMPARE(response->choices.at(0).parts.size(), std::size_t(1));
        requireCitations(*response->choices.at(0).parts.at(0).as<TextPart>());
        QVERIFY(response->choices.at(0).parts.at(0).state.has_value());
    }
}

namespace {

ChatResponse citedAnswer()
{
    ChatResponse response;
    response.id = "r";
    response.model = "m";
    Choice choice;
    TextPart text{"Zürich is large. It rains.", {}};
    text.annotations = {cited("https://a.example", 0, 16, "A"), cited("https://b.example", 17, 26, "B"),
                        cited("https://a.example", 17, 26, "A")};
    Part part;
    part.content = std::move(text);
    choice.parts.push_back(std::move(part));
    choice.finishReason = FinishReason::Stop;
    response.choices.push_back(std::move(choice));
    return response;
}

void requireGrounding(const Json &candidate)
{
    const Json *grounding = findObject(candidate, "groundingMetadata");
    QVERIFY(grounding);
    const Json chunks = *parseJson(R"([{"web":{"uri":"https://a.example","title":"A"}},)"
                                   R"({"web":{"uri":"https://b.example","title":"B"}}])");
    QVERIFY2((*grounding)["groundingChunks"] == chunks, grounding->dump().c_str());
    const Json &supports = (*grounding)["groundingSupports"];
    QCOMPARE(supports.size(), std::size_t(3));
    QVERIFY(supports[0]["segment"] == Json({{"startIndex", 0}, {"endIndex", 17}, {"text", "Zürich is large."}}));
    QVERIFY(supports[2]["segment"] == Json({{"startIndex", 18}, {"endIndex", 27}, {"text", "It rains."}}));
    QVERIFY(supports[2]["groundingChunkIndices"] == Json::array({0}));
}

} // namespace

void WebSearchTest::citationsBecomeGrounding()
{
    const ChatRequest request =
        requestWith(DialectId::GeminiGenerate, {searchTool(DialectId::GeminiGenerate, plainGemini)});
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto body = parseJson(findClientDialect(DialectId::GeminiGenerate)->encodeResponse(citedAnswer(), state));
    requireGrounding((*body)["candidates"][0]);
    QVERIFY(!state.answerReport.hasDrops());
}

void WebSearchTest::citationsOfStreamsBecomeGrounding()
{
    const ChatRequest request =
        requestWith(DialectId::GeminiGenerate, {searchTool(DialectId::GeminiGenerate, plainGemini)});
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const std::string wire =
        encodeEvents(*findClientDialect(DialectId::GeminiGenerate), state, eventsOf(citedAnswer()));
    const std::size_t last = wire.rfind("data: ") + 6;
    const auto frame = parseJson(std::string_view(wire).substr(last, wire.size() - 4 - last));
    QVERIFY(frame.has_value());
    requireGrounding((*frame)["candidates"][0]);
    QVERIFY(!state.answerReport.hasDrops());
}

QTEST_APPLESS_MAIN(WebSearchTest)
#include "tst_web_search.moc"
