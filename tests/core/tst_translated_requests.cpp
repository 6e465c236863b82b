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
    void tellsNotesBeforeTheFirstByteWhereAsked();
    void refusesLossInStrictMode();
    void listsEveryLossInStrictMode();
    void namesThePersonOnce();
    void leavesTheClientsOwnHeadersBehind();
    void tellsExtraFieldsInChunksOfBifrostsSurface();
    void leavesOtherStreamsWithoutExtraFields_data();
    void leavesOtherStreamsWithoutExtraFields();

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

void TranslatedRequestsTest::tellsNotesBeforeTheFirstByteWhereAsked()
{
    for (const bool isAsked : {true, false}) {
        FakeExchange exchange = ask(question, isAsked ? HeaderList{{"x-bf-conversion-notes", "true"}} : HeaderList());
        m_pipeline->handleRequest(exchange);
        m_transport.lastCall()->head(200, eventStream);
        m_transport.lastCall()->bytes(chunk(R"({"role":"assistant","content":"Hi"})"));
        const std::string told(exchange.head->headers.value("x-bifrost-conversion-notes"));
        QCOMPARE(told.empty(), !isAsked);
        if (isAsked)
            QCOMPARE(nlohmann::json::parse(told).at(0).at("pointer").get<std::string>(), std::string("/top_k"));
        for (const char *name : {"x-bifrost-provider", "x-bifrost-model", "x-bifrost-original-model",
                                 "x-bifrost-resolved-model", "x-bifrost-request-type"})
            QVERIFY2(exchange.head->headers.contains(name), name);
    }
}

void TranslatedRequestsTest::listsEveryLossInStrictMode()
{
    const std::string body = R"({"model":"local/llama","max_tokens":100,"top_k":7,"mcp_servers":[{"type":"url"}],)"
                             R"("messages":[{"role":"user","content":"Hello"}]})";
    FakeExchange exchange = ask(body, {{"x-bf-strict", "true"}});
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    for (const char *pointer : {"/top_k", "/mcp_servers"})
        QVERIFY2(exchange.body.find(pointer) != std::string::npos, exchange.body.c_str());
}

// OpenAI's two names for the person: whichever the client says reaches the other dialect, and is no loss.
void TranslatedRequestsTest::namesThePersonOnce()
{
    for (const char *name : {"user", "safety_identifier"}) {
        const std::string person = std::string(R"(,")") + name + R"(":"u-1"})";
        for (const auto &[path, body] :
             {std::pair("/v1/chat/completions", R"({"model":"claude/c","messages":[{"role":"user","content":"Hi"}])"),
              std::pair("/v1/responses", R"({"model":"claude/c","input":"Hi")")}) {
            FakeExchange exchange("POST", path, body + person, {{"x-bf-strict", "true"}});
            m_pipeline->handleRequest(exchange);
            QVERIFY2(m_transport.callCount() > 0, exchange.body.c_str());
            const auto sent = nlohmann::json::parse(*m_transport.lastCall()->request.body);
            QCOMPARE(sent["metadata"]["user_id"].get<std::string>(), std::string("u-1"));
            m_transport.lastCall()->answer(500, "{}");
        }
    }
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

namespace {

const std::string anthropicStream =
    "event: message_start\ndata: "
    R"({"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"c","content":[],"usage":{"input_tokens":1,"output_tokens":1}}})"
    "\n\nevent: content_block_start\ndata: "
    R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})"
    "\n\nevent: content_block_delta\ndata: "
    R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}})"
    "\n\nevent: content_block_stop\ndata: "
    R"({"type":"content_block_stop","index":0})"
    "\n\nevent: message_delta\ndata: "
    R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}})"
    "\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

} // namespace

void TranslatedRequestsTest::tellsExtraFieldsInChunksOfBifrostsSurface()
{
    FakeExchange exchange("POST", "/v1/chat/completions",
                          R"({"model":"claude/c","stream":true,"messages":[{"role":"user","content":"Hello"}]})");
    m_pipeline->handleRequest(exchange);
    const auto call = m_transport.lastCall();
    call->head(200, eventStream);
    call->bytes(anthropicStream);
    call->finish();
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.body.ends_with("data: [DONE]\n\n"));
    int index = 0;
    std::size_t place = 0;
    while ((place = exchange.body.find("data: {", place)) != std::string::npos) {
        place += 6;
        const auto chunk = nlohmann::json::parse(exchange.body.substr(place, exchange.body.find('\n', place) - place));
        const auto &extra = chunk.at("extra_fields");
        QCOMPARE(extra.at("chunk_index").get<int>(), index++);
        QVERIFY(extra.at("latency").is_number_integer());
        QCOMPARE(extra.at("provider").get<std::string>(), std::string("claude"));
        QCOMPARE(extra.at("request_type").get<std::string>(), std::string("chat_completion_stream"));
        QCOMPARE(extra.at("original_model_requested").get<std::string>(), std::string("claude/c"));
        QCOMPARE(extra.at("resolved_model_used").get<std::string>(), std::string("c"));
    }
    QVERIFY(index >= 2);
    QVERIFY(exchange.body.find(R"("content":"Hi")") != std::string::npos);
}

void TranslatedRequestsTest::leavesOtherStreamsWithoutExtraFields_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("below /openai")
        << QByteArray("/openai/v1/chat/completions")
        << QByteArray(R"({"model":"claude/c","stream":true,"messages":[{"role":"user","content":"x"}]})");
    QTest::newRow("responses") << QByteArray("/v1/responses")
                               << QByteArray(R"({"model":"claude/c","stream":true,"input":"x"})");
}

void TranslatedRequestsTest::leavesOtherStreamsWithoutExtraFields()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    FakeExchange exchange("POST", path.toStdString(), body.toStdString());
    m_pipeline->handleRequest(exchange);
    m_transport.lastCall()->head(200, eventStream);
    m_transport.lastCall()->bytes(anthropicStream);
    m_transport.lastCall()->finish();
    QVERIFY(exchange.isComplete());
    QVERIFY(exchange.body.find("Hi") != std::string::npos);
    QVERIFY(exchange.body.find("extra_fields") == std::string::npos);
}

QTEST_APPLESS_MAIN(TranslatedRequestsTest)
#include "tst_translated_requests.moc"
