// Legacy completions asked in a chat, and reranking between Cohere and the servers that imitate OpenAI.
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

FakeExchange ask(const std::string &path, const json &body, HeaderList headers = {})
{
    headers.add("Content-Type", "application/json");
    return FakeExchange("POST", path, body.dump(), std::move(headers));
}

const HeaderList mayBecomeChat{{"x-bf-compat", "[\"convert_text_to_chat\"]"}};

json claudeAnswer()
{
    return {{"id", "msg_1"},
            {"type", "message"},
            {"role", "assistant"},
            {"model", "claude"},
            {"content", json::array({{{"type", "text"}, {"text", " world"}}})},
            {"stop_reason", "end_turn"},
            {"usage", {{"input_tokens", 4}, {"output_tokens", 2}}}};
}

const std::string claudeStream =
    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
    "\"role\":\"assistant\",\"model\":\"claude\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":4,"
    "\"output_tokens\":1}}}\n\n"
    "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":"
    "\"text\",\"text\":\"\"}}\n\n"
    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
    "\"text_delta\",\"text\":\" wor\"}}\n\n"
    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
    "\"text_delta\",\"text\":\"ld\"}}\n\n"
    "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
    "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{"
    "\"output_tokens\":2}}\n\n"
    "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

// The data of a stream's events, without the end mark.
std::vector<json> chunksOf(const std::string &stream)
{
    std::vector<json> chunks;
    std::size_t at = 0;
    while ((at = stream.find("data: {", at)) != std::string::npos) {
        const std::size_t end = stream.find('\n', at);
        chunks.push_back(json::parse(stream.substr(at + 6, end - at - 6)));
        at = end;
    }
    return chunks;
}

} // namespace

class OperationsAcrossDialectsTest : public QObject {
    Q_OBJECT

private slots:
    void asksACompletionInAChat();
    void streamsACompletionFromAChat();
    void echoesThePromptWhereAsked();
    void refusesWhatNoChatCanDo_data();
    void refusesWhatNoChatCanDo();
    void refusesACompletionWithoutLeave();
    void saysLossesOfACompletion();
    void ranksWithCohereForOpenAi();
    void ranksWithOpenAiForCohere();
    void refusesIndexesThatDoNotExist();
    void ranksWithBedrock_data();
    void ranksWithBedrock();
    void embedsWithBedrock();
};

void OperationsAcrossDialectsTest::asksACompletionInAChat()
{
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange =
        ask("/v1/completions", {{"model", "anthropic/claude"}, {"prompt", "Hello"}, {"max_tokens", 20}, {"stop", "."}},
            mayBecomeChat);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/messages"));
    const json sent = scene.sentBody();
    QCOMPARE(sent.at("max_tokens").get<int>(), 20);
    QCOMPARE(sent.at("stop_sequences"), json::array({"."}));
    QVERIFY(sent.at("messages").at(0).dump().find("Hello") != std::string::npos);
    scene.transport.lastCall()->answer(200, claudeAnswer().dump());
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("object").get<std::string>(), std::string("text_completion"));
    QCOMPARE(answer.at("choices").at(0).at("text").get<std::string>(), std::string(" world"));
    QCOMPARE(answer.at("choices").at(0).at("finish_reason").get<std::string>(), std::string("stop"));
    QVERIFY(answer.at("choices").at(0).at("logprobs").is_null());
    QCOMPARE(answer.at("usage").at("prompt_tokens").get<int>(), 4);
    QCOMPARE(answer.at("extra_fields").at("request_type").get<std::string>(), std::string("text_completion"));
    QVERIFY(scene.hasNote("asked as a message of a chat"));
    QCOMPARE(scene.record().usage.output, std::optional<std::int64_t>(2));
}

void OperationsAcrossDialectsTest::streamsACompletionFromAChat()
{
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange = ask("/openai/v1/completions",
                                {{"model", "anthropic/claude"},
                                 {"prompt", "Hello"},
                                 {"stream", true},
                                 {"stream_options", {{"include_usage", true}}}},
                                mayBecomeChat);
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, claudeStream, "text/event-stream");
    QVERIFY(exchange.isComplete());
    std::string text;
    int finished = 0;
    const auto chunks = chunksOf(exchange.body);
    for (const json &chunk : chunks) {
        QCOMPARE(chunk.at("object").get<std::string>(), std::string("text_completion"));
        for (const json &choice : chunk.at("choices")) {
            text += choice.at("text").get<std::string>();
            finished += choice.at("finish_reason").is_null() ? 0 : 1;
        }
    }
    QCOMPARE(text, std::string(" world"));
    QCOMPARE(finished, 1);
    QCOMPARE(chunks.back().at("usage").at("completion_tokens").get<int>(), 2);
    QVERIFY(exchange.body.ends_with("data: [DONE]\n\n"));
    QCOMPARE(scene.record().operation, std::string("text_completion_stream"));
}

void OperationsAcrossDialectsTest::echoesThePromptWhereAsked()
{
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange =
        ask("/openai/completions", {{"model", "anthropic/claude"}, {"prompt", json::array({"Hello"})}, {"echo", true}},
            mayBecomeChat);
    scene.send(exchange);
    QCOMPARE(scene.sentBody().at("max_tokens").get<int>(), 16);
    scene.transport.lastCall()->answer(200, claudeAnswer().dump());
    QCOMPARE(json::parse(exchange.body).at("choices").at(0).at("text").get<std::string>(), std::string("Hello world"));
}

void OperationsAcrossDialectsTest::refusesWhatNoChatCanDo_data()
{
    QTest::addColumn<QByteArray>("prompt");
    QTest::newRow("several prompts") << QByteArray("[\"a\",\"b\"]");
    QTest::newRow("tokens") << QByteArray("[1,2,3]");
    QTest::newRow("none") << QByteArray("null");
}

void OperationsAcrossDialectsTest::refusesWhatNoChatCanDo()
{
    QFETCH(QByteArray, prompt);
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange =
        ask("/v1/completions", {{"model", "anthropic/claude"}, {"prompt", json::parse(prompt.toStdString())}},
            mayBecomeChat);
    scene.send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("prompt") != std::string::npos);
}

void OperationsAcrossDialectsTest::refusesACompletionWithoutLeave()
{
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange = ask("/v1/completions", {{"model", "anthropic/claude"}, {"prompt", "a"}});
    scene.send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("convert_text_to_chat") != std::string::npos);
    QCOMPARE(scene.record().errorCode, std::string("unsupported_operation"));
}

void OperationsAcrossDialectsTest::saysLossesOfACompletion()
{
    HeaderList strict = mayBecomeChat;
    strict.add("x-bf-strict", "true");
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic)});
    FakeExchange exchange = ask(
        "/v1/completions", {{"model", "anthropic/claude"}, {"prompt", "a"}, {"suffix", "z"}, {"best_of", 3}}, strict);
    scene.send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("/suffix") != std::string::npos);
    QVERIFY(exchange.body.find("/best_of") != std::string::npos);
}

void OperationsAcrossDialectsTest::ranksWithCohereForOpenAi()
{
    PipelineScene scene({makeProvider("cohere", DialectFamily::Cohere)});
    FakeExchange exchange = ask("/v1/rerank", {{"model", "cohere/rerank-v3.5"},
                                               {"query", "q"},
                                               {"documents", json::array({{{"text", "a"}, {"id", "1"}}, "b"})},
                                               {"top_n", 1},
                                               {"return_documents", true}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v2/rerank"));
    QCOMPARE(scene.sentBody(),
             json({{"model", "rerank-v3.5"}, {"query", "q"}, {"documents", json::array({"a", "b"})}, {"top_n", 1}}));
    const std::string ranked = "{\"id\":\"r\",\"results\":[{\"index\":0,\"relevance_score\":0.98765432109}],"
                               "\"meta\":{\"billed_units\":{\"search_units\":1}}}";
    scene.transport.lastCall()->answer(200, ranked);
    const json answer = json::parse(exchange.body);
    QVERIFY(exchange.body.find("0.98765432109") != std::string::npos);
    QCOMPARE(answer.at("results").at(0).at("document"), json({{"text", "a"}, {"id", "1"}}));
    QCOMPARE(answer.at("model").get<std::string>(), std::string("rerank-v3.5"));
    QCOMPARE(answer.at("extra_fields").at("provider").get<std::string>(), std::string("cohere"));
    QCOMPARE(scene.record().usage.webSearches, std::optional<std::int64_t>(1));
}

void OperationsAcrossDialectsTest::ranksWithOpenAiForCohere()
{
    PipelineScene scene({makeProvider("vllm")});
    FakeExchange exchange = ask(
        "/cohere/v2/rerank",
        {{"model", "vllm/bge"}, {"query", "q"}, {"documents", json::array({"a", "b"})}, {"max_tokens_per_doc", 100}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/rerank"));
    QCOMPARE(scene.sentBody().at("truncate_prompt_tokens").get<int>(), 100);
    scene.transport.lastCall()->answer(
        200, "{\"id\":\"rerank-1\",\"model\":\"bge\",\"usage\":{\"total_tokens\":12},\"results\":["
             "{\"index\":1,\"document\":{\"text\":\"b\"},\"relevance_score\":0.5}]}");
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("results"), json::array({{{"index", 1}, {"relevance_score", 0.5}}}));
    QCOMPARE(answer.at("meta").at("billed_units").at("input_tokens").get<int>(), 12);
    QVERIFY(!answer.contains("extra_fields"));
}

void OperationsAcrossDialectsTest::refusesIndexesThatDoNotExist()
{
    PipelineScene scene({makeProvider("cohere", DialectFamily::Cohere)});
    FakeExchange exchange =
        ask("/v1/rerank", {{"model", "cohere/r"}, {"query", "q"}, {"documents", json::array({"a"})}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, "{\"results\":[{\"index\":1,\"relevance_score\":1}]}");
    QCOMPARE(exchange.head->status, 502);
    QCOMPARE(scene.record().errorCode, std::string("upstream_protocol"));
}

void OperationsAcrossDialectsTest::ranksWithBedrock_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("Amazon's") << QByteArray("amazon.rerank-v1:0")
                              << QByteArray(R"({"query":"q","documents":["a","b"],"top_n":1})");
    QTest::newRow("Cohere's") << QByteArray("cohere.rerank-v3-5:0")
                              << QByteArray(R"({"query":"q","documents":["a","b"],"top_n":1,"api_version":2})");
}

void OperationsAcrossDialectsTest::ranksWithBedrock()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, body);
    auto bedrock = makeProvider("bedrock", DialectFamily::Bedrock);
    bedrock.credentialScheme = config::CredentialScheme::AwsSigV4;
    PipelineScene scene({bedrock});
    FakeExchange exchange = ask("/v1/rerank", {{"model", "bedrock/" + model.toStdString()},
                                               {"query", "q"},
                                               {"documents", json::array({{{"text", "a"}}, "b"})},
                                               {"top_n", 1}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QVERIFY2(scene.sent().target.starts_with("/model/") && scene.sent().target.ends_with("%3A0/invoke"),
             scene.sent().target.c_str());
    QCOMPARE(scene.sentBody(), json::parse(body.toStdString()));
    scene.transport.lastCall()->answer(200, R"({"results":[{"index":1,"relevance_score":0.25}]})");
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("results"), json::array({{{"index", 1}, {"relevance_score", 0.25}}}));
}

void OperationsAcrossDialectsTest::embedsWithBedrock()
{
    auto bedrock = makeProvider("bedrock", DialectFamily::Bedrock);
    bedrock.credentialScheme = config::CredentialScheme::AwsSigV4;
    PipelineScene scene({bedrock});
    FakeExchange exchange = ask("/v1/embeddings", {{"model", "bedrock/amazon.titan-embed-text-v2:0"}, {"input", "a"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/model/amazon.titan-embed-text-v2%3A0/invoke"));
    scene.transport.lastCall()->answer(200, R"({"embedding":[0.5,1],"inputTextTokenCount":3})");
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("data").at(0).at("embedding"), json::array({0.5, 1.0}));
    QCOMPARE(answer.at("usage").at("prompt_tokens").get<int>(), 3);
}

QTEST_GUILESS_MAIN(OperationsAcrossDialectsTest)
#include "tst_operations_across_dialects.moc"
