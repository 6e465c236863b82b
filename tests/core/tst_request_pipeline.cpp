#include "gateway/pipeline/request_pipeline.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"
#include "tests/support/json_comparison.h"

#include <functional>

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

class FakeManagement final : public ManagementPort {
public:
    void ask(ManagementRequest request, std::function<void(ManagementResponse)> reply) override
    {
        requests.push_back(std::move(request));
        replies.push_back(std::move(reply));
    }
    std::vector<ManagementRequest> requests;
    std::vector<std::function<void(ManagementResponse)>> replies;
};

const std::string openAiModels = R"({"object":"list","data":[{"id":"gpt-5","object":"model","owned_by":"openai"}]})";

} // namespace

class RequestPipelineTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void answersEarlyErrors_data();
    void answersEarlyErrors();
    void shapesErrorsForAnthropicClients();
    void refusesWebSocketsWith426();
    void servesARequestFromClientToProvider();
    void keepsTheSnapshotThatARequestBeganWith();
    void listsTheModelsOfAllProvidersThatAnswer();
    void readsAListPageByPage();
    void listsAnEmptyGateway();
    void forgetsAListingWhoseClientLeft();
    void answersHealthWithoutARecord();
    void greetsClaudeCodeWithoutARecord();
    void carriesManagementCalls();
    void forgetsAManagementCallWhoseClientLeft();
    void rendersRefusals();
    void cancelsARunningRequest();
    void cancelsARunningListing();
    void keepsTheHeadersOfEveryRecordedRequest();
    void showsAllRunningRequests();

private:
    void setProviders(std::vector<config::ProviderDefinition> providers)
    {
        m_pipeline->setSnapshot(tests::makeSnapshot(std::move(providers)));
    }
    const RequestRecord &record() const { return m_sink.records.at(0); }

    tests::ManualClock m_clock;
    tests::FakeTransport m_transport;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    routing::ModelCatalog m_catalog;
    std::unique_ptr<routing::TargetHealth> m_health;
    routing::FirstTokenTimes m_firstTokens;
    FakeManagement m_management;
    std::unique_ptr<RequestPipeline> m_pipeline;
};

void RequestPipelineTest::init()
{
    m_pipeline.reset();
    m_transport = {};
    m_management = {};
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_health = std::make_unique<routing::TargetHealth>(m_clock);
    m_pipeline = std::make_unique<RequestPipeline>(
        PipelineEnvironment{m_clock, m_transport, m_sink, *m_feed, m_catalog, *m_health, m_firstTokens, m_management,
                            [] { return std::string("{\"status\":\"ok\"}"); }});
    setProviders({makeProvider("first"), makeProvider("second")});
}

void RequestPipelineTest::answersEarlyErrors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *method, const char *path, const char *body, const char *key,
                        int status, const char *code) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body) << QByteArray(key) << status
                            << QByteArray(code);
    };
    const char *chat = "/v1/chat/completions";
    row("unknown path", "POST", "/v2/chat", "{}", "", 404, "not_found");
    row("wrong method", "GET", chat, "", "", 405, "method_not_allowed");
    row("virtual key", "POST", chat, R"({"model":"first/m"})", "sk-bf-x", 401, "virtual_key_not_found");
    row("no body", "POST", chat, "", "", 400, "malformed_json");
    row("bad json", "POST", chat, R"({"model":)", "", 400, "malformed_json");
    row("wrong type", "POST", chat, R"({"model":5})", "", 400, "invalid_request");
    row("no model", "POST", chat, R"({"messages":[]})", "", 400, "model_missing");
    row("provider without a model", "POST", chat, R"({"model":"first/"})", "", 400, "model_missing");
    row("unresolved model", "POST", chat, R"({"model":"m"})", "", 400, "model_unresolved");
    row("unknown provider", "POST", chat, R"({"model":"groq/m"})", "", 400, "provider_not_configured");
    row("cannot be translated", "POST", "/anthropic/v1/messages", R"({"model":"first/m"})", "", 400, "invalid_request");
}

void RequestPipelineTest::answersEarlyErrors()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, key);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    FakeExchange exchange(method.toStdString(), path.toStdString(), body.toStdString(),
                          {{"Authorization", "Bearer " + key.toStdString()}});
    m_pipeline->handleRequest(exchange);
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, status);
    const auto answer = nlohmann::json::parse(exchange.body, nullptr, false);
    QVERIFY(answer.is_object());
    QVERIFY(answer.contains("error"));
    QCOMPARE(exchange.head->headers.contains("allow"), status == 405);
    QCOMPARE(m_transport.callCount(), std::size_t(0));
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    QCOMPARE(record().status, status);
    QCOMPARE(record().errorCode, code.toStdString());
    QCOMPARE(m_feed->inFlight(), 0);
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
}

void RequestPipelineTest::shapesErrorsForAnthropicClients()
{
    for (const char *path : {"/anthropic/v1/messages", "/anthropic/v1/unknown"}) {
        FakeExchange exchange("POST", path, "{}");
        m_pipeline->handleRequest(exchange);
        const auto answer = nlohmann::json::parse(exchange.body);
        QCOMPARE(answer.value("type", std::string()), std::string("error"));
        QVERIFY(answer["error"]["message"].is_string());
    }
}

void RequestPipelineTest::refusesWebSocketsWith426()
{
    FakeExchange exchange("GET", "/v1/responses", {}, {{"Connection", "Upgrade"}, {"Upgrade", "WebSocket"}});
    m_pipeline->handleRequest(exchange);
    QCOMPARE(exchange.head->status, 426);
    QVERIFY(exchange.isComplete());
    QCOMPARE(nlohmann::json::parse(exchange.body)["error"]["code"], nlohmann::json("upgrade_required"));
    QVERIFY(m_sink.records.empty()); // the request itself follows over plain HTTP and gets the row
}

void RequestPipelineTest::servesARequestFromClientToProvider()
{
    FakeExchange exchange("POST", "/v1/chat/completions?x=1", R"({"model":"second/gpt-5","messages":[]})",
                          {{"User-Agent", "OpenAI/JS 6"}, {"x-bf-session-id", "s1"}});
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_transport.callCount(), std::size_t(1));
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(1));
    QCOMPARE(m_feed->inFlight(), 1);
    const auto call = m_transport.lastCall();
    QCOMPARE(call->request.target, std::string("/v1/chat/completions?x=1"));
    QCOMPARE(*call->request.body, std::string(R"({"model":"gpt-5","messages":[]})"));
    QCOMPARE(std::string(call->request.headers.value("authorization")), std::string("Bearer value"));
    call->answer(200, R"({"model":"gpt-5","choices":[]})");
    QVERIFY(exchange.isComplete());
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    QCOMPARE(record().provider, std::string("second"));
    QCOMPARE(record().model, std::string("gpt-5"));
    QCOMPARE(record().askedModel, std::string("second/gpt-5"));
    QCOMPARE(record().keyName, std::string("main"));
    QCOMPARE(record().operation, std::string("chat_completion"));
    QCOMPARE(record().sessionId, std::string("s1"));
    QCOMPARE(record().client, std::string("OpenAI SDK (JavaScript)"));
    QVERIFY(record().requestBody == exchange.request().body);
}

void RequestPipelineTest::keepsTheSnapshotThatARequestBeganWith()
{
    FakeExchange exchange("POST", "/v1/chat/completions", R"({"model":"second/m"})");
    m_pipeline->handleRequest(exchange);
    setProviders({});
    m_transport.lastCall()->answer(200, "{}");
    QCOMPARE(std::string(exchange.head->headers.value("x-bifrost-provider")), std::string("second"));
    FakeExchange later("POST", "/v1/chat/completions", R"({"model":"second/m"})");
    m_pipeline->handleRequest(later);
    QCOMPARE(later.head->status, 400);
}

void RequestPipelineTest::listsTheModelsOfAllProvidersThatAnswer()
{
    FakeExchange exchange("GET", "/v1/models");
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_transport.callCount(), std::size_t(2));
    QCOMPARE(m_transport.call(0)->request.target, std::string("/v1/models"));
    m_transport.call(1)->answer(200, openAiModels);
    QVERIFY(!exchange.head);
    m_transport.call(0)->fail(Error::upstream(ErrorCode::UpstreamUnreachable, RetryAdvice::OtherTarget, "Refused."));
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 200);
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["data"].size(), std::size_t(1));
    QCOMPARE(answer["data"][0]["id"].get<std::string>(), std::string("second/gpt-5"));
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    QCOMPARE(record().operation, std::string("list_models"));
    QCOMPARE(record().notes.size(), std::size_t(1));
    QCOMPARE(record().notes[0], std::string("first: Refused."));
    QVERIFY(m_catalog.lists("second", "gpt-5"));
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
}

void RequestPipelineTest::readsAListPageByPage()
{
    setProviders({makeProvider("anthropic", DialectFamily::Anthropic), makeProvider("openai")});
    FakeExchange exchange("GET", "/anthropic/v1/models");
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_transport.callCount(), std::size_t(2)); // the other family's models are served here too
    QCOMPARE(m_transport.call(1)->request.target, std::string("/v1/models"));
    m_transport.call(1)->answer(200, openAiModels);
    QCOMPARE(m_transport.call(0)->request.target, std::string("/v1/models?limit=1000"));
    m_transport.call(0)->answer(200,
                                R"({"data":[{"type":"model","id":"claude-a"}],"has_more":true,"last_id":"claude-a"})");
    QCOMPARE(m_transport.callCount(), std::size_t(3));
    QCOMPARE(m_transport.call(2)->request.target, std::string("/v1/models?limit=1000&after_id=claude-a"));
    m_transport.call(2)->answer(200, R"({"data":[{"type":"model","id":"claude-b"}],"has_more":false})");
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["data"].size(), std::size_t(3));
    QCOMPARE(answer["data"][1]["id"].get<std::string>(), std::string("claude-b"));
    QCOMPARE(answer["data"][2]["id"].get<std::string>(), std::string("openai/gpt-5"));
}

void RequestPipelineTest::listsAnEmptyGateway()
{
    setProviders({});
    FakeExchange exchange("GET", "/openai/v1/models");
    m_pipeline->handleRequest(exchange);
    QCOMPARE(exchange.head->status, 200);
    QVERIFY(nlohmann::json::parse(exchange.body)["data"].empty());
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
}

void RequestPipelineTest::forgetsAListingWhoseClientLeft()
{
    FakeExchange exchange("GET", "/v1/models");
    m_pipeline->handleRequest(exchange);
    m_transport.call(0)->answer(200, openAiModels);
    exchange.leave();
    QVERIFY(!m_transport.call(1)->isAlive());
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    QCOMPARE(record().state, RequestState::Cancelled);
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
    QCOMPARE(m_feed->inFlight(), 0);
}

void RequestPipelineTest::answersHealthWithoutARecord()
{
    FakeExchange exchange("GET", "/health");
    m_pipeline->handleRequest(exchange);
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(exchange.body, std::string("{\"status\":\"ok\"}"));
    QVERIFY(m_sink.records.empty());
    QCOMPARE(m_feed->inFlight(), 0);
}

void RequestPipelineTest::greetsClaudeCodeWithoutARecord()
{
    FakeExchange exchange("HEAD", "/anthropic/api/hello");
    m_pipeline->handleRequest(exchange);
    QCOMPARE(exchange.head->status, 200);
    QVERIFY(m_sink.records.empty());
}

void RequestPipelineTest::carriesManagementCalls()
{
    FakeExchange exchange("PUT", "/api/providers/openai?x=1", "{}", {{"X-Bifrost-Setup-Token", "t"}});
    exchange.mutableRequest().isPeerLoopback = false;
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_management.requests.size(), std::size_t(1));
    const ManagementRequest &asked = m_management.requests.front();
    QCOMPARE(asked.method, std::string("PUT"));
    QCOMPARE(asked.path, std::string("/api/providers/openai"));
    QCOMPARE(asked.query, std::string("x=1"));
    QCOMPARE(asked.body, std::string("{}"));
    QCOMPARE(std::string(asked.headers.value("x-bifrost-setup-token")), std::string("t"));
    QVERIFY(!asked.isPeerLoopback);
    m_management.replies.front()({409, "application/json", "{\"a\":1}", {}});
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 409);
    QCOMPARE(exchange.body, std::string("{\"a\":1}"));
    QCOMPARE(std::string(exchange.head->headers.value("cache-control")), std::string("no-store"));
    QVERIFY(m_sink.records.empty());
}

void RequestPipelineTest::forgetsAManagementCallWhoseClientLeft()
{
    FakeExchange exchange("GET", "/api/providers");
    m_pipeline->handleRequest(exchange);
    exchange.leave();
    m_management.replies.front()({});
    QVERIFY(!exchange.head);
    QCOMPARE(exchange.violations, 0);
    FakeExchange later("GET", "/api/providers");
    m_pipeline->handleRequest(later);
    later.leave();
    m_pipeline.reset();
    m_management.replies.back()({}); // after the worker is gone
}

void RequestPipelineTest::rendersRefusals()
{
    const auto error = Error::client(ErrorCode::OriginRefused, "Not from that page.");
    const auto rendered = m_pipeline->refuse(error, "POST", "/anthropic/v1/messages?beta=true", {}, "127.0.0.1");
    QCOMPARE(rendered.head.status, 403);
    QCOMPARE(nlohmann::json::parse(rendered.body)["type"].get<std::string>(), std::string("error"));
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    QCOMPARE(record().state, RequestState::Blocked);
    QVERIFY(nlohmann::json::parse(m_pipeline->refuse(error, "", "", {}, "").body).contains("error"));
}

void RequestPipelineTest::cancelsARunningRequest()
{
    FakeExchange exchange("POST", "/v1/chat/completions", R"({"model":"first/m"})", {{"x-request-id", "mine"}});
    m_pipeline->handleRequest(exchange);
    m_pipeline->cancel({"other"});
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(1));
    m_pipeline->cancel({"mine"});
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
    QVERIFY(!m_transport.lastCall()->isAlive());
    QCOMPARE(record().state, RequestState::Cancelled);
}

void RequestPipelineTest::cancelsARunningListing()
{
    FakeExchange exchange("GET", "/v1/models", {}, {{"x-request-id", "mine"}});
    m_pipeline->handleRequest(exchange);
    m_pipeline->cancel({"mine"});
    QCOMPARE(m_pipeline->runningRequests(), std::size_t(0));
    QVERIFY(!m_transport.call(0)->isAlive());
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 503);
    QCOMPARE(record().state, RequestState::Cancelled);
    QCOMPARE(m_feed->inFlight(), 0);
}

// Whoever asks why a request was refused needs to see what it said.
void RequestPipelineTest::keepsTheHeadersOfEveryRecordedRequest()
{
    setProviders({});
    const HeaderList headers{{"X-Mark", "1"}};
    FakeExchange unknown("POST", "/v2/chat", "{}", headers);
    m_pipeline->handleRequest(unknown);
    FakeExchange listing("GET", "/v1/models", {}, headers);
    m_pipeline->handleRequest(listing);
    QCOMPARE(m_sink.records.size(), std::size_t(2));
    QCOMPARE(std::string(m_sink.records[0].requestHeaders.value("x-mark")), std::string("1"));
    QVERIFY(m_sink.records[0].requestBody != nullptr);
    QCOMPARE(std::string(m_sink.records[1].requestHeaders.value("x-mark")), std::string("1"));
    m_pipeline->setSnapshot(tests::makeSnapshot({}, config::CaptureLevel::Metadata));
    FakeExchange later("POST", "/v2/chat", "{}", headers);
    m_pipeline->handleRequest(later);
    QVERIFY(!m_sink.records[2].requestBody);
    QVERIFY(!m_sink.records[2].requestHeaders.contains("x-mark"));
}

void RequestPipelineTest::showsAllRunningRequests()
{
    FakeExchange one("POST", "/v1/chat/completions", R"({"model":"first/m"})");
    FakeExchange two("POST", "/v1/chat/completions", R"({"model":"second/m"})");
    m_pipeline->handleRequest(one);
    m_pipeline->handleRequest(two);
    m_feed->setWanted(true);
    m_pipeline->showAllProgress();
    QCOMPARE(m_feed->take().requests.size(), std::size_t(2));
    one.leave();
    two.leave();
}

QTEST_APPLESS_MAIN(RequestPipelineTest)
#include "tst_request_pipeline.moc"
