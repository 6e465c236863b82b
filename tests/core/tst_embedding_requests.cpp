// Embeddings through the whole pipeline: between families in each other's words, else byte for byte.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;
using tests::makeProvider;
using translation::DialectFamily;

class EmbeddingRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void passesEqualFamiliesThrough();
    void namesTheModelInsideAPrefixedGeminiBatch();
    void translatesBetweenFamilies_data();
    void translatesBetweenFamilies();
    void estimatesUsageThatNobodyTold();
    void refusesProvidersWithoutEmbeddings();
    void refusesLossInStrictMode();
    void refusesTheWrongNumberOfVectors();
    void shapesErrorsForTheClient();

private:
    FakeExchange ask(const std::string &path, const std::string &body, HeaderList headers = {})
    {
        return FakeExchange("POST", path, body, std::move(headers));
    }
    const RequestRecord &record() const { return m_scene->sink.records.at(0); }

    std::unique_ptr<PipelineScene> m_scene;
};

void EmbeddingRequestsTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    m_scene->configure(tests::makeSnapshot({makeProvider("openai"), makeProvider("gemini", DialectFamily::Gemini),
                                            makeProvider("cohere", DialectFamily::Cohere),
                                            makeProvider("anthropic", DialectFamily::Anthropic)}));
}

void EmbeddingRequestsTest::passesEqualFamiliesThrough()
{
    FakeExchange exchange = ask("/openai/v1/embeddings", R"({ "model":"e", "input":"a", "encoding_format":"base64" })");
    m_scene->send(exchange);
    QCOMPARE(*m_scene->transport.lastCall()->request.body, *exchange.request().body);
    const std::string answer = R"({"data":[{"embedding":"AACAPw=="}],"usage":{"prompt_tokens":2,"total_tokens":2}})";
    m_scene->transport.lastCall()->answer(200, answer);
    QCOMPARE(exchange.body, answer);
    QCOMPARE(record().usage.uncachedInput, std::optional<std::int64_t>(2));
    QCOMPARE(record().operation, std::string("embedding"));
}

void EmbeddingRequestsTest::namesTheModelInsideAPrefixedGeminiBatch()
{
    const std::string batch = R"({"requests":[{"model":"models/gemini/e","content":{"parts":[{"text":"a"}]}}]})";
    FakeExchange prefixed = ask("/genai/v1beta/models/gemini/e:batchEmbedContents", batch);
    m_scene->send(prefixed);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1beta/models/e:batchEmbedContents"));
    QCOMPARE(*m_scene->transport.lastCall()->request.body,
             std::string(R"({"requests":[{"model":"models/e","content":{"parts":[{"text":"a"}]}}]})"));
    FakeExchange bare = ask("/genai/v1beta/models/e:embedContent", R"({ "content":{"parts":[{"text":"a"}]} })");
    m_scene->send(bare);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1beta/models/e:embedContent"));
    QCOMPARE(*m_scene->transport.lastCall()->request.body, *bare.request().body);
}

void EmbeddingRequestsTest::translatesBetweenFamilies_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray openAiAnswer =
        R"({"data":[{"index":0,"embedding":[1,-2.5]}],"model":"e","usage":{"prompt_tokens":3,"total_tokens":3}})";
    const QByteArray geminiAnswer = R"({"embeddings":[{"values":[1,-2.5]}],"usageMetadata":{"promptTokenCount":3}})";
    QTest::newRow("openai to gemini") << QByteArray("/v1/embeddings")
                                      << QByteArray(R"({"model":"gemini/e","input":"a","encoding_format":"base64"})")
                                      << QByteArray("/v1beta/models/e:batchEmbedContents") << geminiAnswer
                                      << QByteArray(R"("embedding":"AACAPwAAIMA=")");
    QTest::newRow("openai to cohere") << QByteArray("/openai/embeddings")
                                      << QByteArray(R"({"model":"cohere/e","input":["a"]})") << QByteArray("/v2/embed")
                                      << QByteArray(R"({"id":"1","embeddings":{"float":[[1,-2.5]]}})")
                                      << QByteArray(R"("embedding":[1,-2.5])");
    QTest::newRow("gemini to openai") << QByteArray("/genai/v1beta/models/openai/e:embedContent")
                                      << QByteArray(R"({"content":{"parts":[{"text":"a"}]}})")
                                      << QByteArray("/v1/embeddings") << openAiAnswer
                                      << QByteArray(R"({"embedding":{"values":[1,-2.5]})");
    QTest::newRow("gemini batch to openai")
        << QByteArray("/genai/v1/models/openai%2Fe:batchEmbedContents")
        << QByteArray(R"({"requests":[{"content":{"parts":[{"text":"a"}]}}]})") << QByteArray("/v1/embeddings")
        << openAiAnswer << QByteArray(R"({"embeddings":[{"values":[1,-2.5]}])");
    QTest::newRow("cohere to gemini") << QByteArray("/cohere/v2/embed")
                                      << QByteArray(R"({"model":"gemini/e","texts":["a"],"input_type":"clustering"})")
                                      << QByteArray("/v1beta/models/e:batchEmbedContents") << geminiAnswer
                                      << QByteArray(R"("embeddings":{"float":[[1,-2.5]]})");
    QTest::newRow("cohere below litellm")
        << QByteArray("/litellm/v2/embed") << QByteArray(R"({"model":"openai/e","texts":["a"]})")
        << QByteArray("/v1/embeddings") << openAiAnswer << QByteArray(R"("billed_units":{"input_tokens":3})");
}

void EmbeddingRequestsTest::translatesBetweenFamilies()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, expected);
    FakeExchange exchange = ask(path.toStdString(), body.toStdString());
    m_scene->send(exchange);
    QVERIFY2(m_scene->transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(QByteArray::fromStdString(m_scene->transport.lastCall()->request.target), target);
    m_scene->transport.lastCall()->answer(200, answer.toStdString());
    QCOMPARE(exchange.head->status, 200);
    QVERIFY(json::accept(exchange.body));
    QVERIFY2(exchange.body.find(expected.toStdString()) != std::string::npos, exchange.body.c_str());
    QCOMPARE(exchange.body.find("extra_fields") != std::string::npos, path.startsWith("/v1/"));
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().usage.uncachedInput.has_value(), answer.contains("oken"));
}

void EmbeddingRequestsTest::estimatesUsageThatNobodyTold()
{
    FakeExchange exchange = ask("/openai/v1/embeddings", R"({"model":"gemini/e","input":"How long is this text?"})");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(200, R"({"embeddings":[{"values":[1]}]})");
    const int tokens = json::parse(exchange.body).at("usage").at("prompt_tokens").get<int>();
    QVERIFY(tokens >= 4 && tokens <= 8);
    QVERIFY(!record().usage.uncachedInput); // an estimate is nothing to bill
    QVERIFY(record().notes.back().find("estimate") != std::string::npos);
}

void EmbeddingRequestsTest::refusesProvidersWithoutEmbeddings()
{
    FakeExchange exchange = ask("/v1/embeddings", R"({"model":"anthropic/claude","input":"a"})");
    m_scene->send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QCOMPARE(record().errorCode, std::string("unsupported_operation"));
}

void EmbeddingRequestsTest::refusesLossInStrictMode()
{
    const std::string body = R"({"model":"gemini/e","input":"a","user":"u"})";
    FakeExchange strict = ask("/v1/embeddings", body, {{"x-bf-strict", "true"}});
    m_scene->send(strict);
    QCOMPARE(strict.head->status, 400);
    QVERIFY(strict.body.find("/user") != std::string::npos);
    FakeExchange noted = ask("/v1/embeddings", body, {{"x-bf-conversion-notes", "true"}});
    m_scene->send(noted);
    m_scene->transport.lastCall()->answer(200, R"({"embeddings":[{"values":[1]}]})");
    QVERIFY(noted.head->headers.value("x-bifrost-conversion-notes").find("/user") != std::string_view::npos);
}

void EmbeddingRequestsTest::refusesTheWrongNumberOfVectors()
{
    FakeExchange exchange = ask("/openai/v1/embeddings", R"({"model":"gemini/e","input":["a","b"]})");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(200, R"({"embeddings":[{"values":[1]}]})");
    QCOMPARE(exchange.head->status, 502);
    QCOMPARE(record().errorCode, std::string("upstream_protocol"));
}

void EmbeddingRequestsTest::shapesErrorsForTheClient()
{
    FakeExchange exchange =
        ask("/genai/v1beta/models/openai/e:embedContent", R"({"content":{"parts":[{"text":"a"}]}})");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(404,
                                          R"({"error":{"message":"no such model","type":"invalid_request_error"}})");
    QCOMPARE(exchange.head->status, 404);
    const json error = json::parse(exchange.body).at("error");
    QCOMPARE(error.at("code").get<int>(), 404);
    QVERIFY(error.at("message").get<std::string>().find("no such model") != std::string::npos);
}

QTEST_GUILESS_MAIN(EmbeddingRequestsTest)
#include "tst_embedding_requests.moc"
