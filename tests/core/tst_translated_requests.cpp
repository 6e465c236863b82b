// The translation lane through the whole pipeline: what reaches the provider, the client and the record.
#include "gateway/pipeline/request_pipeline.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

class NoManagement final : public ManagementPort {
public:
    void ask(ManagementRequest, std::function<void(ManagementResponse)>) override {}
};

const std::string question = R"({"model":"local/llama","max_tokens":100,"stream":true,"top_k":7,)"
                             R"("messages":[{"role":"user","content":"Hello"}]})";
const std::string wholeQuestion =
    R"({"model":"local/llama","max_tokens":100,"messages":[{"role":"user","content":"Hello"}]})";

std::string chunk(std::string_view delta, std::string_view finish = "null")
{
    return R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"llama","choices":[{"index":0,"delta":)"
           + std::string(delta) + R"(,"finish_reason":)" + std::string(finish) + "}]}\n\n";
}

const HeaderList eventStream{{"Content-Type", "text/event-stream"}};

} // namespace

class TranslatedRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void asksTheProviderInItsOwnDialect();
    void streamsTheAnswerInTheClientsDialect();
    void answersWholeWhenAskedWhole();
    void streamsAnAnswerThatCameWhole();
    void collectsAStreamThatNobodyAskedFor();
    void answersErrorsInTheClientsShape();
    void turnsAStreamThatNeverBeganIntoAnErrorAnswer();
    void tellsTheClientThatAStreamWasCut();
    void reportsToolCallsThatWereAnnouncedAndNotMade();
    void keepsNotesOfWhatWasLost();
    void refusesLossInStrictMode();
    void leavesTheClientsOwnHeadersBehind();

private:
    FakeExchange ask(const std::string &body, HeaderList headers = {})
    {
        return FakeExchange("POST", "/anthropic/v1/messages", body, std::move(headers));
    }
    const RequestRecord &record() const { return m_sink.records.at(0); }

    tests::ManualClock m_clock;
    tests::FakeTransport m_transport;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    routing::ModelCatalog m_catalog;
    std::unique_ptr<routing::TargetHealth> m_health;
    routing::FirstTokenTimes m_firstTokens;
    NoManagement m_management;
    std::unique_ptr<RequestPipeline> m_pipeline;
};

void TranslatedRequestsTest::init()
{
    m_pipeline.reset();
    m_transport = {};
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_health = std::make_unique<routing::TargetHealth>(m_clock);
    m_pipeline = std::make_unique<RequestPipeline>(PipelineEnvironment{m_clock, m_transport, m_sink, *m_feed, m_catalog,
                                                                       *m_health, m_firstTokens, m_management,
                                                                       [] { return std::string("{}"); }});
    m_pipeline->setSnapshot(
        tests::makeSnapshot({makeProvider("local"), makeProvider("claude", DialectFamily::Anthropic)}));
}

void TranslatedRequestsTest::asksTheProviderInItsOwnDialect()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    const auto &request = m_transport.lastCall()->request;
    QCOMPARE(request.target, std::string("/v1/chat/completions"));
    QCOMPARE(std::string(request.headers.value("authorization")), std::string("Bearer value"));
    const auto body = nlohmann::json::parse(*request.body);
    QCOMPARE(body["model"].get<std::string>(), std::string("llama"));
    QCOMPARE(body["messages"][0]["role"].get<std::string>(), std::string("user"));
    QCOMPARE(body["stream"].get<bool>(), true);
    QCOMPARE(body["stream_options"]["include_usage"].get<bool>(), true);
}

void TranslatedRequestsTest::streamsTheAnswerInTheClientsDialect()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    auto call = m_transport.lastCall();
    call->head(200, eventStream);
    QVERIFY(!exchange.head); // nothing to say yet
    call->bytes(chunk(R"({"role":"assistant","content":"Hi"})"));
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(std::string(exchange.head->headers.value("content-type")), std::string("text/event-stream"));
    QCOMPARE(std::string(exchange.head->headers.value("x-bifrost-model")), std::string("llama"));
    QVERIFY(exchange.body.find("event: message_start") != std::string::npos);
    QVERIFY(exchange.body.find(R"("text":"Hi")") != std::string::npos);
    call->bytes(chunk("{}", "\"stop\""));
    call->bytes(R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"llama","choices":[],)"
                R"("usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13}})"
                "\n\ndata: [DONE]\n\n");
    call->finish();
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.body.find("event: message_stop") != std::string::npos);
    QVERIFY(exchange.body.find("[DONE]") == std::string::npos);
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().usage.uncachedInput, std::optional<std::int64_t>(9));
    QCOMPARE(record().usage.output, std::optional<std::int64_t>(4));
    QCOMPARE(record().finishReason, std::string("stop"));
    QCOMPARE(*record().responseBody, exchange.body);
    QVERIFY(!record().streamMarks.empty());
    QCOMPARE(record().streamMarks.back().endOffset, exchange.body.size());
}

void TranslatedRequestsTest::answersWholeWhenAskedWhole()
{
    FakeExchange exchange = ask(wholeQuestion);
    m_pipeline->handleRequest(exchange);
    m_transport.lastCall()->answer(200,
                                   R"({"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"llama",)"
                                   R"("choices":[{"index":0,"message":{"role":"assistant","content":"Hi there"},)"
                                   R"("finish_reason":"length"}],"usage":{"prompt_tokens":9,"completion_tokens":4}})");
    QVERIFY(exchange.isComplete());
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["type"].get<std::string>(), std::string("message"));
    QCOMPARE(answer["content"][0]["text"].get<std::string>(), std::string("Hi there"));
    QCOMPARE(answer["stop_reason"].get<std::string>(), std::string("max_tokens"));
    QCOMPARE(answer["usage"]["input_tokens"].get<int>(), 9);
    QCOMPARE(record().state, RequestState::Succeeded);
}

void TranslatedRequestsTest::streamsAnAnswerThatCameWhole()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    m_transport.lastCall()->answer(200,
                                   R"({"id":"1","model":"llama","choices":[{"index":0,"message":{"role":"assistant",)"
                                   R"("content":"Hi there"},"finish_reason":"stop"}]})");
    QVERIFY(exchange.isComplete());
    QCOMPARE(std::string(exchange.head->headers.value("content-type")), std::string("text/event-stream"));
    QVERIFY(exchange.body.find("Hi there") != std::string::npos);
    QVERIFY(exchange.body.find("event: message_stop") != std::string::npos);
}

void TranslatedRequestsTest::collectsAStreamThatNobodyAskedFor()
{
    FakeExchange exchange = ask(wholeQuestion);
    m_pipeline->handleRequest(exchange);
    auto call = m_transport.lastCall();
    call->head(200, eventStream);
    call->bytes(chunk(R"({"role":"assistant","content":"Hi"})") + chunk(R"({"content":" there"})", "\"stop\""));
    call->bytes("data: [DONE]\n\n");
    call->finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(nlohmann::json::parse(exchange.body)["content"][0]["text"].get<std::string>(), std::string("Hi there"));
}

void TranslatedRequestsTest::answersErrorsInTheClientsShape()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    m_transport.lastCall()->answer(429, R"({"error":{"message":"Slow down","type":"rate_limit_error"}})");
    QCOMPARE(exchange.head->status, 429);
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["type"].get<std::string>(), std::string("error"));
    QCOMPARE(answer["error"]["type"].get<std::string>(), std::string("rate_limit_error"));
    QVERIFY(answer["error"]["message"].get<std::string>().find("Slow down") != std::string::npos);
    QCOMPARE(record().state, RequestState::RateLimited);
}

void TranslatedRequestsTest::turnsAStreamThatNeverBeganIntoAnErrorAnswer()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    auto call = m_transport.lastCall();
    call->head(200, eventStream);
    call->bytes("data: {\"error\":{\"message\":\"Overloaded\"}}\n\n");
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.head->status >= 500);
    QVERIFY(exchange.body.find("Overloaded") != std::string::npos);
    QVERIFY(exchange.body.find("event:") == std::string::npos);
}

void TranslatedRequestsTest::tellsTheClientThatAStreamWasCut()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    auto call = m_transport.lastCall();
    call->head(200, eventStream);
    call->bytes(chunk(R"({"role":"assistant","content":"Hi"})"));
    call->fail(Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "The connection was lost."));
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.body.find("event: error") != std::string::npos);
    QVERIFY(exchange.body.find("message_stop") == std::string::npos);
    QCOMPARE(record().state, RequestState::BrokenStream);
}

void TranslatedRequestsTest::reportsToolCallsThatWereAnnouncedAndNotMade()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    auto call = m_transport.lastCall();
    call->head(200, eventStream);
    call->bytes(chunk(R"({"role":"assistant","content":"I call it now."})") + chunk("{}", "\"tool_calls\""));
    call->bytes("data: [DONE]\n\n");
    call->finish();
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.body.find("event: error") != std::string::npos);
    QVERIFY(exchange.body.find("message_stop") == std::string::npos);
    QCOMPARE(record().errorCode, std::string("upstream_protocol"));
}

void TranslatedRequestsTest::keepsNotesOfWhatWasLost()
{
    FakeExchange exchange = ask(question);
    m_pipeline->handleRequest(exchange);
    m_transport.lastCall()->answer(500, "{}");
    QVERIFY(std::any_of(record().notes.begin(), record().notes.end(),
                        [](const std::string &note) { return note.find("top_k") != std::string::npos; }));
}

void TranslatedRequestsTest::refusesLossInStrictMode()
{
    FakeExchange exchange = ask(question, {{"x-bf-strict", "true"}});
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("top_k") != std::string::npos);
}

void TranslatedRequestsTest::leavesTheClientsOwnHeadersBehind()
{
    FakeExchange exchange = ask(question, {{"anthropic-beta", "context-1m"},
                                           {"x-api-key", "sk-dummy"},
                                           {"x-bf-eh-x-tenant", "blue"},
                                           {"anthropic-version", "2023-06-01"}});
    m_pipeline->handleRequest(exchange);
    const HeaderList &headers = m_transport.lastCall()->request.headers;
    QVERIFY(!headers.contains("anthropic-beta"));
    QVERIFY(!headers.contains("anthropic-version"));
    QVERIFY(!headers.contains("x-api-key"));
    QCOMPARE(std::string(headers.value("x-tenant")), std::string("blue"));
}

QTEST_APPLESS_MAIN(TranslatedRequestsTest)
#include "tst_translated_requests.moc"
