// Below a raw prefix everything goes on as it came, but the credential; and to the provider's own host alone.
#include "gateway/config/aws_key.h"
#include "gateway/routing/raw_prefix.h"
#include "gateway/service/key_values.h"
#include "gateway/translation/framing/aws_event_stream.h"
#include "tests/core/pipeline_scene.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::PipelineScene;
using tests::makeProvider;
using translation::DialectFamily;

class RawForwardingTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void forwardsMethodPathQueryAndBody_data();
    void forwardsMethodPathQueryAndBody();
    void staysBelowTheProvidersBasePath();
    void putsOurKeyInPlaceOfTheClients();
    void refusesPathsThatMeanAnother_data();
    void refusesPathsThatMeanAnother();
    void leavesOtherPathsAlone();
    void answersByteForByte();
    void passesErrorsByteForByte();
    void passesStreamsByteForByte();
    void cutsWhatTheProviderCuts();
    void readsUsageWhereThePathTellsTheDialect();
    void signsForBedrockAndReadsItsStream();
    void choosesAKeyForTheModel();
    void saysWhichProviderIsMissing();
    void recordsTheRequest();

private:
    const RequestRecord &record() const { return m_scene->sink.records.at(0); }

    std::unique_ptr<PipelineScene> m_scene;
};

void RawForwardingTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    m_scene->configure(tests::makeSnapshot({makeProvider("openai"), makeProvider("anthropic", DialectFamily::Anthropic),
                                            makeProvider("gemini", DialectFamily::Gemini)}));
}

void RawForwardingTest::forwardsMethodPathQueryAndBody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *method, const char *target, const char *body, const char *expected) {
        QTest::newRow(target) << QByteArray(method) << QByteArray(target) << QByteArray(body) << QByteArray(expected);
    };
    row("GET", "/openai_passthrough/v1/files?limit=2&after=x%20y", "", "/v1/files?limit=2&after=x%20y");
    row("DELETE", "/openai_passthrough/v1/files/file-1", "", "/v1/files/file-1");
    row("POST", "/openai_passthrough/v1/files", "--b\r\nnot \x01 JSON\r\n--b--", "/v1/files");
    row("POST", "/openai_passthrough/v1/chat/completions", R"({ "model": "openai/m", "stream": false })",
        "/v1/chat/completions");
    row("PATCH", "/anthropic_passthrough/v1/anything/", "{}", "/v1/anything/");
    row("GET", "/anthropic_passthrough/v1/a%20b/%C3%A4", "", "/v1/a%20b/%C3%A4");
    row("POST", "/genai_passthrough/v1beta/models/g:generateContent?key=sk-client&alt=json", "{}",
        "/v1beta/models/g:generateContent?alt=json");
    row("GET", "/genai_passthrough/upload/v1beta/files", "", "/upload/v1beta/files");
}

void RawForwardingTest::forwardsMethodPathQueryAndBody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    FakeExchange exchange(method.toStdString(), target.toStdString(), body.toStdString(), {{"X-Custom", "1"}});
    m_scene->send(exchange);
    QVERIFY2(m_scene->transport.callCount() == 1, exchange.body.c_str());
    const auto &request = m_scene->transport.lastCall()->request;
    QCOMPARE(request.method, method.toStdString());
    QCOMPARE(QByteArray::fromStdString(request.target), expected);
    QCOMPARE(request.body ? *request.body : std::string(), body.toStdString());
    QCOMPARE(request.route->host, std::string("127.0.0.1"));
    QCOMPARE(std::string(request.headers.value("x-custom")), std::string("1"));
}

void RawForwardingTest::staysBelowTheProvidersBasePath()
{
    auto provider = makeProvider("openai");
    provider.network.baseUrl = "https://llm.example.com/team/api";
    m_scene->configure(tests::makeSnapshot({provider}));
    FakeExchange exchange("GET", "/openai_passthrough/v1/files");
    m_scene->send(exchange);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/team/api/v1/files"));
    QCOMPARE(m_scene->transport.lastCall()->request.route->host, std::string("llm.example.com"));
}

void RawForwardingTest::putsOurKeyInPlaceOfTheClients()
{
    const HeaderList clients{{"Authorization", "Bearer sk-client"},
                             {"x-api-key", "sk-client"},
                             {"x-goog-api-key", "sk-client"},
                             {"Cookie", "c=1"},
                             {"anthropic-beta", "b"},
                             {"anthropic-version", "2026-01-01"}};
    const auto headersOf = [&](const char *path) {
        FakeExchange exchange("GET", path, {}, clients);
        m_scene->send(exchange);
        return m_scene->transport.lastCall()->request.headers;
    };
    const HeaderList openAi = headersOf("/openai_passthrough/v1/files");
    QCOMPARE(std::string(openAi.value("authorization")), std::string("Bearer value"));
    const HeaderList anthropic = headersOf("/anthropic_passthrough/v1/files");
    QCOMPARE(std::string(anthropic.value("x-api-key")), std::string("value"));
    QCOMPARE(std::string(anthropic.value("anthropic-beta")), std::string("b"));
    QCOMPARE(std::string(anthropic.value("anthropic-version")), std::string("2026-01-01"));
    for (const HeaderList &headers : {openAi, anthropic}) {
        for (const HeaderField &field : headers)
            QVERIFY2(field.value.find("sk-client") == std::string::npos && field.value != "c=1", field.name.c_str());
    }
}

void RawForwardingTest::refusesPathsThatMeanAnother_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/openai_passthrough/../api/providers", "/openai_passthrough/v1/../../x", "/openai_passthrough/v1/..",
          "/openai_passthrough/./v1", "/openai_passthrough/v1/%2e%2e/x", "/openai_passthrough/v1/%2E./x",
          "/openai_passthrough/v1%2Ffiles", "/openai_passthrough/v1/%5c..%5cx", "/openai_passthrough/v1\\x",
          "/openai_passthrough//evil.example.com/x", "/openai_passthrough/http://evil.example.com/",
          "/openai_passthrough/v1/a%00b", "/openai_passthrough/v1/a%0d%0ab", "/genai_passthrough/v1beta/..;/x/.."})
        QTest::newRow(path) << QByteArray(path);
}

void RawForwardingTest::refusesPathsThatMeanAnother()
{
    QFETCH(QByteArray, path);
    FakeExchange exchange("GET", path.toStdString());
    m_scene->send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QCOMPARE(m_scene->transport.callCount(), std::size_t(0));
    QCOMPARE(record().errorCode, std::string("invalid_request"));
}

void RawForwardingTest::leavesOtherPathsAlone()
{
    QVERIFY(!routing::findRawEndpoint("/v1/chat/completions"));
    QVERIFY(!routing::findRawEndpoint("/openai/v1/files"));
    for (const char *path : {"/openai_passthrough", "/openai_passthrough/", "/openai_passthrough2/v1/files"}) {
        QVERIFY2(!routing::findRawEndpoint(path), path);
        QCOMPARE(routing::findEndpoint("GET", path).error().code, ErrorCode::NotFound);
    }
}

void RawForwardingTest::answersByteForByte()
{
    FakeExchange exchange("GET", "/openai_passthrough/v1/files/f/content");
    m_scene->send(exchange);
    const std::string answer("PK\x03\x04 not JSON \0 at all", 22);
    m_scene->transport.lastCall()->answer(201, answer, "application/octet-stream");
    QCOMPARE(exchange.head->status, 201);
    QCOMPARE(std::string(exchange.head->headers.value("content-type")), std::string("application/octet-stream"));
    QCOMPARE(exchange.body, answer);
    QCOMPARE(record().state, RequestState::Succeeded);
}

void RawForwardingTest::passesErrorsByteForByte()
{
    FakeExchange exchange("GET", "/openai_passthrough/v1/nothing");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(404, "<h1>Not here</h1>", "text/html");
    QCOMPARE(exchange.head->status, 404);
    QCOMPARE(exchange.body, std::string("<h1>Not here</h1>"));
    QCOMPARE(record().state, RequestState::ClientError);
}

void RawForwardingTest::passesStreamsByteForByte()
{
    FakeExchange exchange("POST", "/openai_passthrough/v1/chat/completions", R"({"model":"m","stream":true})");
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    QCOMPARE(*call->request.body, std::string(R"({"model":"m","stream":true})"));
    call->head(200, {{"Content-Type", "text/event-stream"}});
    const std::string stream = ": comment\r\n\r\ndata: {broken\n\nevent: x\ndata: {}\n\ndata: half";
    for (const char byte : stream)
        call->bytes(std::string_view(&byte, 1));
    call->finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.body, stream);
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(*record().responseBody, stream);
}

void RawForwardingTest::cutsWhatTheProviderCuts()
{
    FakeExchange exchange("POST", "/openai_passthrough/v1/responses", R"({"model":"m","stream":true})");
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    call->head(200, {{"Content-Type", "text/event-stream"}});
    call->bytes("data: {}\n\n");
    call->fail(Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "reset"));
    QVERIFY(exchange.isAborted);
    QCOMPARE(exchange.body, std::string("data: {}\n\n"));
    QCOMPARE(record().state, RequestState::BrokenStream);
}

void RawForwardingTest::readsUsageWhereThePathTellsTheDialect()
{
    FakeExchange exchange("POST", "/anthropic_passthrough/v1/messages", R"({"model":"claude-x"})");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(
        200,
        R"({"type":"message","model":"claude-x","stop_reason":"end_turn","usage":{"input_tokens":5,"output_tokens":3}})");
    QCOMPARE(record().usage.uncachedInput, std::optional<std::int64_t>(5));
    QCOMPARE(record().usage.output, std::optional<std::int64_t>(3));
}

void RawForwardingTest::signsForBedrockAndReadsItsStream()
{
    auto key = tests::makeKey("aws");
    key.value = config::packAwsKey({SecretString("AKIA0123456789"), SecretString("a-secret"), SecretString()});
    service::readAwsParts(key);
    auto provider = makeProvider("bedrock", DialectFamily::Bedrock, {key});
    provider.credentialScheme = config::CredentialScheme::AwsSigV4;
    m_scene->configure(tests::makeSnapshot({provider}));
    FakeExchange exchange("POST", "/bedrock_passthrough/model/amazon.nova-lite-v1%3A0/converse-stream", "{}",
                          {{"Authorization", "AWS4-HMAC-SHA256 of the client"}, {"X-Amz-Date", "20260101T000000Z"}});
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    QCOMPARE(call->request.target, std::string("/model/amazon.nova-lite-v1%3A0/converse-stream"));
    QVERIFY(call->request.awsSigning); // by UpstreamClient, when it is sent
    QVERIFY(!call->request.headers.contains("authorization"));
    QVERIFY(!call->request.headers.contains("x-amz-date"));
    const std::string stream =
        translation::awsEventFrame("messageStart", R"({"role":"assistant"})")
        + translation::awsEventFrame("messageStop", R"({"stopReason":"end_turn"})")
        + translation::awsEventFrame("metadata", R"({"usage":{"inputTokens":5,"outputTokens":3}})");
    call->head(200, {{"Content-Type", "application/vnd.amazon.eventstream"}});
    call->bytes(stream);
    call->finish();
    QCOMPARE(exchange.body, stream);
    QCOMPARE(record().askedModel, std::string("amazon.nova-lite-v1:0"));
    QCOMPARE(record().usage.uncachedInput, std::optional<std::int64_t>(5));
    QCOMPARE(record().usage.output, std::optional<std::int64_t>(3));
    QCOMPARE(record().finishReason, std::string("end_turn"));
}

void RawForwardingTest::choosesAKeyForTheModel()
{
    auto provider = makeProvider("openai", DialectFamily::OpenAi,
                                 {tests::makeKey("first", "one", {"a"}), tests::makeKey("second", "two", {"b"})});
    m_scene->configure(tests::makeSnapshot({provider}));
    FakeExchange known("POST", "/openai_passthrough/v1/embeddings", R"({"model":"b","input":"x"})");
    m_scene->send(known);
    QCOMPARE(std::string(m_scene->transport.lastCall()->request.headers.value("authorization")),
             std::string("Bearer two"));
    FakeExchange refused("POST", "/openai_passthrough/v1/embeddings", R"({"model":"c","input":"x"})");
    m_scene->send(refused);
    QCOMPARE(refused.head->status, 400);
    FakeExchange unknown("GET", "/openai_passthrough/v1/files");
    m_scene->send(unknown);
    QVERIFY(unknown.head == std::nullopt); // on its way
}

void RawForwardingTest::saysWhichProviderIsMissing()
{
    FakeExchange exchange("GET", "/azure_passthrough/openai/models");
    m_scene->send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("azure") != std::string::npos);
    QCOMPARE(record().errorCode, std::string("provider_not_configured"));
}

void RawForwardingTest::recordsTheRequest()
{
    FakeExchange exchange("POST", "/genai_passthrough/v1beta/models/gemini-3-flash:generateContent", "{}");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(200, "{}");
    QCOMPARE(record().operation, std::string("passthrough"));
    QCOMPARE(record().provider, std::string("gemini"));
    QCOMPARE(record().model, std::string("gemini-3-flash"));
    QCOMPARE(record().keyName, std::string("main"));
    QVERIFY(record().requestBody == exchange.request().body);
}

QTEST_GUILESS_MAIN(RawForwardingTest)
#include "tst_raw_forwarding.moc"
