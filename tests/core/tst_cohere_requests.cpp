// Cohere's clients and providers through the whole pipeline: routes, both lanes, errors, streams that break.
#include "gateway/routing/endpoint_table.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::PipelineScene;
using tests::makeProvider;
using translation::DialectFamily;
using translation::DialectId;
using translation::ErrorShape;

namespace {

constexpr const char *ownQuestion =
    R"({"model":"command-a-03-2025","stream":true,"messages":[{"role":"user","content":"Hello"}]})";
constexpr const char *foreignQuestion =
    R"({"model":"local/llama","stream":true,"messages":[{"role":"user","content":"Hello"}]})";
constexpr const char *wholeQuestion = R"({"model":"command-a-03-2025","messages":[{"role":"user","content":"Hello"}]})";

const HeaderList eventStream{{"Content-Type", "text/event-stream"}};

} // namespace

class CohereRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void servesItsRoutesBelowEachPrefix_data();
    void servesItsRoutesBelowEachPrefix();
    void refusesOtherMethodsAndPaths();
    void passesCoheresOwnBytesOn();
    void passesCoheresErrorsOn();
    void rewordsErrorsThatCoheresClientsCannotRead();
    void saysItsOwnErrorsAtTheTop();
    void tellsThatCoheresStreamWasCutAndCutsItsOwn();
    void tellsThatAnotherProvidersStreamWasCut();
    void asksCohereForOtherClients();

private:
    FakeExchange ask(const std::string &body, const std::string &path = "/cohere/v2/chat")
    {
        return FakeExchange("POST", path, body, {});
    }
    const RequestRecord &record() const { return m_scene->sink.records.at(0); }

    std::unique_ptr<PipelineScene> m_scene;
};

void CohereRequestsTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    m_scene->configure(tests::makeSnapshot({makeProvider("local"), makeProvider("cohere", DialectFamily::Cohere)}));
}

void CohereRequestsTest::servesItsRoutesBelowEachPrefix_data()
{
    QTest::addColumn<QByteArray>("prefix");
    for (const char *prefix : {"/cohere", "/litellm", "/langchain", "/pydanticai"})
        QTest::newRow(prefix) << QByteArray(prefix);
}

void CohereRequestsTest::servesItsRoutesBelowEachPrefix()
{
    QFETCH(QByteArray, prefix);
    const std::string path = prefix.toStdString() + "/v2/chat";
    for (const std::string &asked : {path, path + '/'}) {
        const auto found = routing::findEndpoint("POST", asked);
        QVERIFY(found.has_value());
        QCOMPARE(found->operation, routing::Operation::ChatCompletion);
        QVERIFY(found->dialect == DialectId::CohereChat);
        QCOMPARE(found->family, DialectFamily::Cohere);
        QCOMPARE(std::string(found->nativeProvider), std::string("cohere"));
        QCOMPARE(std::string(found->upstreamPath), std::string("/v2/chat"));
        QCOMPARE(found->errorShape, ErrorShape::BifrostWithMessage);
        QVERIFY(!found->isBifrostSurface);
    }
}

void CohereRequestsTest::refusesOtherMethodsAndPaths()
{
    QCOMPARE(routing::findEndpoint("GET", "/cohere/v2/chat").error().httpStatus(), 405);
    for (const char *path : {"/cohere/v2/chats", "/cohere/v3/chat", "/v2/chat", "/cursor/v2/chat", "/cohere"})
        QCOMPARE(routing::findEndpoint("POST", path).error().httpStatus(), 404);
    QCOMPARE(routing::errorShapeOf("/cohere/nowhere"), ErrorShape::BifrostWithMessage);
    QCOMPARE(routing::errorShapeOf("/coherent"), ErrorShape::Bifrost);
}

void CohereRequestsTest::passesCoheresOwnBytesOn()
{
    FakeExchange exchange = ask(ownQuestion);
    m_scene->send(exchange);
    auto call = m_scene->transport.lastCall();
    QCOMPARE(call->request.target, std::string("/v2/chat"));
    QCOMPARE(std::string(call->request.headers.value("authorization")), std::string("Bearer value"));
    QCOMPARE(*call->request.body, std::string(ownQuestion));
    const std::string stream = readDialectFixture("cohere_chat/streams/thinking_text_citations.sse");
    call->head(200, eventStream);
    call->bytes(stream);
    call->finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.body, stream);
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().finishReason, std::string("COMPLETE"));
    QCOMPARE(record().usage.cacheRead, std::optional<std::int64_t>(1024));
    QCOMPARE(record().usage.output, std::optional<std::int64_t>(66));
}

void CohereRequestsTest::passesCoheresErrorsOn()
{
    FakeExchange exchange = ask(wholeQuestion);
    m_scene->send(exchange);
    const std::string refusal = R"({"id":"1","message":"invalid request: p must be between 0.01 and 0.99"})";
    m_scene->transport.lastCall()->answer(400, refusal);
    QCOMPARE(exchange.head->status, 400);
    QCOMPARE(exchange.body, refusal);
    QCOMPARE(record().state, RequestState::ClientError);
}

void CohereRequestsTest::rewordsErrorsThatCoheresClientsCannotRead()
{
    FakeExchange exchange = ask(wholeQuestion);
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(422, R"({"detail":"Unprocessable"})");
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["message"].get<std::string>(), answer["error"]["message"].get<std::string>());
    QVERIFY(answer["message"].get<std::string>().find("Unprocessable") != std::string::npos);
}

void CohereRequestsTest::saysItsOwnErrorsAtTheTop()
{
    FakeExchange exchange = ask(R"({"model":"local/llama","messages":[{"role":"bot","content":"x"}]})");
    m_scene->send(exchange);
    QCOMPARE(exchange.head->status, 400);
    const auto answer = nlohmann::json::parse(exchange.body);
    QVERIFY(answer["message"].get<std::string>().find("/messages/0/role") != std::string::npos);
    QCOMPARE(answer["status_code"].get<int>(), 400); // Bifrost's own members, too
}

void CohereRequestsTest::tellsThatCoheresStreamWasCutAndCutsItsOwn()
{
    FakeExchange exchange = ask(ownQuestion);
    m_scene->send(exchange);
    auto call = m_scene->transport.lastCall();
    call->head(200, eventStream);
    const std::string stream = readDialectFixture("cohere_chat/streams/thinking_text_citations.sse");
    const std::string begin = stream.substr(0, stream.find("event: message-end"));
    call->bytes(begin);
    call->finish();
    QVERIFY(exchange.body.starts_with(begin));
    QVERIFY(exchange.body.find(R"("finish_reason":"ERROR")") != std::string::npos);
    QVERIFY(exchange.isAborted); // else the SDKs would raise nothing
    QCOMPARE(record().state, RequestState::BrokenStream);
    QCOMPARE(*record().responseBody, exchange.body);
}

void CohereRequestsTest::tellsThatAnotherProvidersStreamWasCut()
{
    FakeExchange exchange = ask(foreignQuestion);
    m_scene->send(exchange);
    auto call = m_scene->transport.lastCall();
    QCOMPARE(call->request.target, std::string("/v1/chat/completions"));
    call->head(200, eventStream);
    call->bytes(R"(data: {"id":"c","model":"llama","choices":[{"index":0,"delta":{"content":"Hi"}}]})"
                "\n\n");
    QVERIFY(exchange.body.starts_with("event: message-start\n"));
    QVERIFY(exchange.body.find(R"("text":"Hi")") != std::string::npos);
    call->finish();
    QVERIFY(exchange.body.find(R"("finish_reason":"ERROR")") != std::string::npos);
    QVERIFY(exchange.isAborted);
    QCOMPARE(record().state, RequestState::BrokenStream);
}

void CohereRequestsTest::asksCohereForOtherClients()
{
    FakeExchange exchange = ask(R"({"model":"cohere/command-r7b-12-2024","top_p":1,"messages":[{"role":"user",)"
                                R"("content":"Hello"}]})",
                                "/v1/chat/completions");
    m_scene->send(exchange);
    auto call = m_scene->transport.lastCall();
    QCOMPARE(call->request.target, std::string("/v2/chat"));
    const auto body = nlohmann::json::parse(*call->request.body);
    QCOMPARE(body["model"].get<std::string>(), std::string("command-r7b-12-2024"));
    QCOMPARE(body["p"].get<double>(), 0.99);
    call->answer(200, readDialectFixture("cohere_chat/responses/plan_and_calls.json"));
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["choices"][0]["finish_reason"].get<std::string>(), std::string("tool_calls"));
    QCOMPARE(answer["choices"][0]["message"]["content"].get<std::string>(), std::string("I will use the tool twice."));
    QCOMPARE(answer["usage"]["prompt_tokens"].get<int>(), 1042);
    QCOMPARE(record().state, RequestState::Succeeded);
    QVERIFY(!record().notes.empty());
}

QTEST_APPLESS_MAIN(CohereRequestsTest)
#include "tst_cohere_requests.moc"
