// What Google's clients ask beside plain answers: streams as an array, and single models.
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

namespace {

const std::string question = R"({"contents":[{"role":"user","parts":[{"text":"Hello"}]}]})";
const HeaderList eventStream{{"Content-Type", "text/event-stream"}};

std::string geminiFrame(const char *text, const char *tail)
{
    return std::string(R"(data: {"candidates":[{"content":{"parts":[{"text":")") + text
           + R"("}],"role":"model"},"index":0)" + tail + "\r\n\r\n";
}

const std::string lastTail =
    R"(,"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":2,"totalTokenCount":5}})";

} // namespace

class GeminiRoutesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void asksForEventsInAnyCase_data();
    void asksForEventsInAnyCase();
    void sendsAnArrayOfAGeminiStream();
    void sendsAnArrayOfATranslatedStream();
    void sendsEventsWhereTheyAreAskedFor();
    void sendsElementsAsTheyArrive();
    void endsABrokenArrayWithTheError();
    void answersErrorsBeforeTheFirstElement();
    void takesAnArrayThatCameWhole();
    void keepsCollectionsOfModels();
    void tellsOneModel_data();
    void tellsOneModel();
    void refusesUnknownModels();

private:
    const RequestRecord &record() const { return m_scene->sink.records.at(0); }

    std::unique_ptr<PipelineScene> m_scene;
};

void GeminiRoutesTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    m_scene->configure(tests::makeSnapshot({makeProvider("openai"), makeProvider("anthropic", DialectFamily::Anthropic),
                                            makeProvider("gemini", DialectFamily::Gemini)}));
}

void GeminiRoutesTest::asksForEventsInAnyCase_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("?alt=sse");
    QTest::newRow("events") << QByteArray("?alt=sse&x=1") << QByteArray("?alt=sse&x=1");
    QTest::newRow("json") << QByteArray("?alt=json&x=1") << QByteArray("?alt=sse&x=1");
    QTest::newRow("system parameter") << QByteArray("?x=1&$alt=json") << QByteArray("?alt=sse&x=1");
    QTest::newRow("a key") << QByteArray("?key=sk-client") << QByteArray("?alt=sse");
}

void GeminiRoutesTest::asksForEventsInAnyCase()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, expected);
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent" + query.toStdString(), question);
    m_scene->send(exchange);
    QCOMPARE(QByteArray::fromStdString(m_scene->transport.lastCall()->request.target),
             "/v1beta/models/g:streamGenerateContent" + expected);
}

void GeminiRoutesTest::sendsAnArrayOfAGeminiStream()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent", question);
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    call->head(200, eventStream);
    call->bytes(geminiFrame("Hi", "}]}"));
    call->bytes(geminiFrame(" there", lastTail.c_str()));
    call->finish();
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.head->headers.value("content-type").starts_with("application/json"));
    const json array = json::parse(exchange.body);
    QCOMPARE(array.size(), std::size_t(2));
    QCOMPARE(array[1]["candidates"][0]["content"]["parts"][0]["text"].get<std::string>(), std::string(" there"));
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().usage.output, std::optional<std::int64_t>(2));
    QCOMPARE(record().finishReason, std::string("STOP"));
    QCOMPARE(*record().responseBody, exchange.body);
}

void GeminiRoutesTest::sendsAnArrayOfATranslatedStream()
{
    FakeExchange exchange("POST", "/genai/v1/models/openai/m:streamGenerateContent", question);
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    call->head(200, eventStream);
    call->bytes(R"(data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,)"
                R"("delta":{"role":"assistant","content":"Hi"},"finish_reason":null}]})"
                "\n\n");
    call->bytes(R"(data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,)"
                R"("delta":{},"finish_reason":"stop"}]})"
                "\n\ndata: [DONE]\n\n");
    call->finish();
    QVERIFY(exchange.isComplete());
    const json array = json::parse(exchange.body);
    QVERIFY(array.is_array() && array.size() >= 2);
    QCOMPARE(array[0]["candidates"][0]["content"]["parts"][0]["text"].get<std::string>(), std::string("Hi"));
    QCOMPARE(array.back()["candidates"][0]["finishReason"].get<std::string>(), std::string("STOP"));
}

void GeminiRoutesTest::sendsEventsWhereTheyAreAskedFor()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent?alt=sse", question);
    m_scene->send(exchange);
    m_scene->transport.lastCall()->head(200, eventStream);
    const std::string frame = geminiFrame("Hi", lastTail.c_str());
    m_scene->transport.lastCall()->bytes(frame);
    QCOMPARE(exchange.body, frame);
}

void GeminiRoutesTest::sendsElementsAsTheyArrive()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent", question);
    m_scene->send(exchange);
    m_scene->transport.lastCall()->head(200, eventStream);
    m_scene->transport.lastCall()->bytes(geminiFrame("Hi", "}]}"));
    QVERIFY(exchange.body.starts_with("[{"));
    QVERIFY(exchange.body.ends_with("}"));
    QVERIFY(!exchange.hasEnded);
}

void GeminiRoutesTest::endsABrokenArrayWithTheError()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent", question);
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    call->head(200, eventStream);
    call->bytes(geminiFrame("Hi", "}]}"));
    call->fail(Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "connection lost"));
    const json array = json::parse(exchange.body);
    QCOMPARE(array.size(), std::size_t(2));
    QVERIFY(array[1]["error"]["code"].is_number());
    QCOMPARE(record().state, RequestState::BrokenStream);
}

void GeminiRoutesTest::answersErrorsBeforeTheFirstElement()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent", question);
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(400,
                                          R"([{"error":{"code":400,"message":"bad","status":"INVALID_ARGUMENT"}}])");
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(json::parse(exchange.body).contains("error"));
}

void GeminiRoutesTest::takesAnArrayThatCameWhole()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/g:streamGenerateContent", question);
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(200, R"([{"candidates":[]}])");
    QCOMPARE(exchange.body, std::string(R"([{"candidates":[]}])"));
    QVERIFY(exchange.isComplete());
}

void GeminiRoutesTest::keepsCollectionsOfModels()
{
    FakeExchange exchange("POST", "/genai/v1beta/models/gemini/tunedModels/mine:generateContent", question);
    m_scene->send(exchange);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1beta/tunedModels/mine:generateContent"));
    FakeExchange named("POST", "/genai/v1beta/models/gemini/models/g:generateContent", question);
    m_scene->send(named);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1beta/models/g:generateContent"));
    FakeExchange odd("POST", "/genai/v1beta/models/gemini/a%3Ab%2Fc:generateContent", question);
    m_scene->send(odd);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1beta/models/a%3Ab%2Fc:generateContent"));
}

void GeminiRoutesTest::tellsOneModel_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *path, const char *target, const char *answer, const char *expected) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(target) << QByteArray(answer) << QByteArray(expected);
    };
    const char *gemini = R"({"name":"models/g","displayName":"G","inputTokenLimit":9,"thinking":true})";
    const char *openAi = R"({"id":"m","object":"model","created":5,"owned_by":"o"})";
    row("/genai/v1beta/models/g", "/v1beta/models/g", gemini, gemini);
    row("/genai/v1/models/gemini/g", "/v1beta/models/g", gemini,
        R"({"name":"models/gemini/g","displayName":"G","inputTokenLimit":9,)"
        R"("supportedGenerationMethods":["generateContent","streamGenerateContent","countTokens"]})");
    row("/genai/v1beta/models/openai%2Fm", "/v1/models/m", openAi,
        R"({"name":"models/openai/m","displayName":"m",)"
        R"("supportedGenerationMethods":["generateContent","streamGenerateContent","countTokens"]})");
    row("/openai/v1/models/gemini/g", "/v1beta/models/g", gemini,
        R"({"id":"gemini/g","object":"model","created":0,"owned_by":"google"})");
    row("/anthropic/v1/models/openai/m", "/v1/models/m", openAi,
        R"({"type":"model","id":"openai/m","display_name":"m","created_at":"1970-01-01T00:00:05Z"})");
    row("/v1/models/openai/m", "/v1/models/m", openAi,
        R"({"id":"openai/m","object":"model","created":5,"owned_by":"o","extra_fields":{"request_type":"model_retrieve",)"
        R"("provider":"openai","original_model_requested":"openai/m","resolved_model_used":"m"}})");
}

void GeminiRoutesTest::tellsOneModel()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, expected);
    FakeExchange exchange("GET", path.toStdString());
    m_scene->send(exchange);
    QVERIFY2(m_scene->transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(m_scene->transport.lastCall()->request.method, std::string("GET"));
    QCOMPARE(QByteArray::fromStdString(m_scene->transport.lastCall()->request.target), target);
    m_scene->transport.lastCall()->answer(200, answer.toStdString());
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(QByteArray::fromStdString(exchange.body), expected);
    QCOMPARE(record().operation, std::string("model_retrieve"));
}

void GeminiRoutesTest::refusesUnknownModels()
{
    FakeExchange exchange("GET", "/genai/v1beta/models/openai/none");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(404, R"({"error":{"message":"The model does not exist"}})");
    QCOMPARE(exchange.head->status, 404);
    QVERIFY(json::parse(exchange.body)["error"]["message"].get<std::string>().find("does not exist")
            != std::string::npos);
    FakeExchange unreadable("GET", "/v1/models/openai/m");
    m_scene->send(unreadable);
    m_scene->transport.lastCall()->answer(200, "[]");
    QCOMPARE(unreadable.head->status, 502);
}

QTEST_GUILESS_MAIN(GeminiRoutesTest)
#include "tst_gemini_routes.moc"
