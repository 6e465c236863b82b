// What the translation lane chooses besides the words: the dialect of OpenAI, marks for the cache, the time it took.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

config::ProviderDefinition openAi()
{
    auto provider = makeProvider("openai");
    provider.preset = "openai";
    return provider;
}

config::ProviderDefinition claude(std::string extraJson)
{
    auto provider = makeProvider("claude", DialectFamily::Anthropic);
    provider.extraJson = std::move(extraJson);
    return provider;
}

json messagesRequest(const char *model, json more = json::object())
{
    json body{{"model", model}, {"max_tokens", 100}, {"messages", {{{"role", "user"}, {"content", "Hello"}}}}};
    body.update(more);
    return body;
}

// A conversation with a tool, as agents hold it.
json chatRequest()
{
    const json tool{{"type", "function"}, {"function", {{"name", "read"}, {"parameters", {{"type", "object"}}}}}};
    const json call{{"id", "call_1"}, {"type", "function"}, {"function", {{"name", "read"}, {"arguments", "{}"}}}};
    return {{"model", "claude/claude-sonnet-4-5"},
            {"tools", {tool}},
            {"messages",
             {{{"role", "system"}, {"content", "Be brief."}},
              {{"role", "user"}, {"content", "Read it."}},
              {{"role", "assistant"}, {"content", nullptr}, {"tool_calls", {call}}},
              {{"role", "tool"}, {"tool_call_id", "call_1"}, {"content", "Its text."}}}}};
}

// The places of the marks: "tools/0", "system/0", "messages/2/content/0".
std::vector<std::string> marksOf(const json &body)
{
    std::vector<std::string> places;
    const json flat = body.flatten();
    for (const auto &[pointer, value] : flat.items()) {
        const auto place = pointer.find("/cache_control/type");
        if (place != std::string::npos)
            places.push_back(pointer.substr(1, place - 1));
    }
    return places;
}

} // namespace

class TranslationChoicesTest : public QObject {
    Q_OBJECT

private slots:
    void asksOpenAiThroughChatForWhatOnlyChatHas_data();
    void asksOpenAiThroughChatForWhatOnlyChatHas();
    void marksThePromptForTheCacheWhereTheProviderWants();
    void leavesThePromptUnmarked_data();
    void leavesThePromptUnmarked();
    void marksTheTwoNewestTurnsOfALongConversation();
    void tellsBedrocksClientsHowLongItTook();
};

void TranslationChoicesTest::asksOpenAiThroughChatForWhatOnlyChatHas_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const json &body, const char *path) {
        QTest::newRow(name) << QByteArray::fromStdString(body.dump()) << QByteArray(path);
    };
    const json stop{{"stop_sequences", {"END"}}};
    row("nothing special", messagesRequest("openai/gpt-4o"), "/v1/responses");
    row("stop sequences", messagesRequest("openai/gpt-4o", stop), "/v1/chat/completions");
    row("of a model that reasons", messagesRequest("openai/gpt-5", stop), "/v1/responses");
    row("of a model that may reason", messagesRequest("openai/house-model", stop), "/v1/responses");
    json document = messagesRequest("openai/gpt-4o", stop);
    document["messages"][0]["content"] = {
        {{"type", "document"}, {"source", {{"type", "url"}, {"url", "https://example.com/a.pdf"}}}},
        {{"type", "text"}, {"text", "Read it."}}};
    row("with a document that only Responses reads", document, "/v1/responses");
}

void TranslationChoicesTest::asksOpenAiThroughChatForWhatOnlyChatHas()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, path);
    PipelineScene scene({openAi()});
    FakeExchange exchange("POST", "/anthropic/v1/messages", body.toStdString());
    scene.send(exchange);
    QCOMPARE(QByteArray::fromStdString(scene.sent().target), path);
    if (path == "/v1/chat/completions")
        QCOMPARE(scene.sentBody()["stop"], json("END"));
    scene.transport.lastCall()->answer(500, "{}");
    QCOMPARE(scene.hasNote("/stop"), body.contains("END") && path == "/v1/responses");
}

void TranslationChoicesTest::marksThePromptForTheCacheWhereTheProviderWants()
{
    PipelineScene scene({claude(R"({"prompt_cache":{"auto_inject":true,"ttl":"1h"}})")});
    FakeExchange exchange("POST", "/v1/chat/completions", chatRequest().dump());
    scene.send(exchange);
    const json body = scene.sentBody();
    const std::vector<std::string> expected{"messages/0/content/0", "messages/2/content/0", "system/0", "tools/0"};
    QVERIFY2(marksOf(body) == expected, body.dump().c_str());
    QCOMPARE(body["tools"][0]["cache_control"], json({{"type", "ephemeral"}, {"ttl", "1h"}}));
    scene.transport.lastCall()->answer(500, "{}");
    QVERIFY(scene.hasNote("injected /messages: 4 places"));
}

void TranslationChoicesTest::leavesThePromptUnmarked_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("clientsMark");
    QTest::addColumn<int>("marks");
    const QByteArray on = R"({"prompt_cache":{"auto_inject":true}})";
    const QByteArray off = R"({"prompt_cache":{"auto_inject":false}})";
    const QByteArray none;
    QTest::newRow("without a block") << none << none << none << 0;
    QTest::newRow("other fields alone") << QByteArray(R"({"openai_config":{}})") << none << none << 0;
    QTest::newRow("not by the header alone") << none << QByteArray("true") << none << 0;
    QTest::newRow("switched off") << off << none << none << 0;
    QTest::newRow("switched on for one request") << off << QByteArray("true") << none << 4;
    QTest::newRow("switched off for one request") << on << QByteArray("false") << none << 0;
    QTest::newRow("where the client marks") << on << none << QByteArray("ephemeral") << 1;
}

void TranslationChoicesTest::leavesThePromptUnmarked()
{
    QFETCH(QByteArray, extra);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, clientsMark);
    QFETCH(int, marks);
    json request = chatRequest();
    if (!clientsMark.isEmpty())
        request["tools"][0]["cache_control"] = {{"type", clientsMark.toStdString()}};
    HeaderList headers;
    if (!header.isEmpty())
        headers.add("x-bf-prompt-cache-auto-inject", header.toStdString());
    PipelineScene scene({claude(extra.toStdString())});
    FakeExchange exchange("POST", "/v1/chat/completions", request.dump(), headers);
    scene.send(exchange);
    QCOMPARE(static_cast<int>(marksOf(scene.sentBody()).size()), marks);
}

void TranslationChoicesTest::marksTheTwoNewestTurnsOfALongConversation()
{
    json request = chatRequest();
    request["tools"] = json::array();
    request["messages"] = json::array();
    for (int i = 0; i < 3; ++i) {
        request["messages"].push_back({{"role", "user"}, {"content", "Question"}});
        request["messages"].push_back({{"role", "assistant"}, {"content", "Answer"}});
    }
    request["messages"].push_back({{"role", "user"}, {"content", "And now?"}});
    PipelineScene scene({claude(R"({"prompt_cache":{"auto_inject":true}})")});
    FakeExchange exchange("POST", "/v1/chat/completions", request.dump());
    scene.send(exchange);
    const json body = scene.sentBody();
    const std::vector<std::string> expected{"messages/4/content/0", "messages/6/content/0"};
    QVERIFY2(marksOf(body) == expected, body.dump().c_str());
}

void TranslationChoicesTest::tellsBedrocksClientsHowLongItTook()
{
    PipelineScene scene({makeProvider("local")});
    FakeExchange exchange("POST", "/bedrock/model/local%2Fllama/converse",
                          json{{"messages", {{{"role", "user"}, {"content", {{{"text", "Hello"}}}}}}}}.dump());
    exchange.mutableRequest().firstByteAt = scene.clock.steadyNow();
    scene.send(exchange);
    scene.clock.advance(std::chrono::milliseconds(250));
    const json choice{{"index", 0}, {"message", {{"role", "assistant"}, {"content", "Hi"}}}, {"finish_reason", "stop"}};
    const json answer{{"id", "1"}, {"model", "llama"}, {"choices", {choice}}};
    scene.transport.lastCall()->answer(200, answer.dump());
    QCOMPARE(json::parse(exchange.body)["metrics"]["latencyMs"].get<int>(), 250);
}

QTEST_APPLESS_MAIN(TranslationChoicesTest)
#include "tst_translation_choices.moc"
