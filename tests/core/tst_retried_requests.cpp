// Requests that arrive although a target fails: retries, other keys, fallbacks, and answers held back until they speak.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::PipelineScene;
using tests::makeKey;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

const std::string answer = R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                           R"("finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}],)"
                           R"("usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}})";
const std::string roleChunk = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                              "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
const std::string textChunk = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                              "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
const std::string lastChunk = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                              "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                              "data: [DONE]\n\n";
const std::string errorChunk = "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n";
const HeaderList eventStream{{"Content-Type", "text/event-stream"}};

Error refusedConnection()
{
    return Error::upstream(ErrorCode::UpstreamUnreachable, RetryAdvice::SameTarget, "Nothing listens there.");
}

Error cut()
{
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::SameTarget, "The connection broke.");
}

Error silence()
{
    return Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget, "No answer in time.");
}

std::string question(std::string_view more)
{
    return R"({"model":"a/m","messages":[{"role":"user","content":"Hello"}])" + std::string(more) + "}";
}

} // namespace

class RetriedRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void retriesAnUnreachableTargetAtOnce();
    void givesUpAfterTheRetries();
    void fallsBackToTheNamedTarget();
    void fallsBackAcrossDialects();
    void neverSendsTheFallbacksUpstream();
    void acceptsFallbacksAsObjects();
    void leavesOutFallbacksThatDoNotExist();
    void tellsWhoAnswered();
    void answersThePrimarysErrorWhenAllFail();
    void stopsAtAContentFilter();
    void fallsBackOfAnOverflowOnlyToAnotherModel();
    void changesTheKeyAtARateLimit();
    void waitsAsLongAsTheProviderAsks();
    void fallsBackAtOnceWhenTheWaitIsTooLong();
    void rotatesARefusedKey();
    void masksEveryKeyThatWasTried();
    void hidesAStreamThatFailsBeforeItSpeaks_data();
    void hidesAStreamThatFailsBeforeItSpeaks();
    void passesAStreamOnceItSpeaks();
    void doesNotHoldBackWithoutAlternatives();
    void fallsBackFromAnAnswerThatIsNotJson();
    void startsTheFallbackBesideASlowTarget();
    void cancelsTheLoser();
    void asksADeadTargetFewTimes();
    void usesTheNamedKey();
    void endsTheWaitWhenTheClientLeaves();
    void refusesARequestThatComesBack();
    void followsARule();
    void leavesAStreamAloneThatHasBegunWithinItsLimit();

private:
    config::ProviderDefinition provider(std::string id, int retries,
                                        std::vector<config::ProviderKey> keys = {makeKey("main")},
                                        DialectFamily family = DialectFamily::OpenAi)
    {
        auto made = makeProvider(std::move(id), family, std::move(keys));
        made.network.maxRetries = retries;
        return made;
    }
    void setProviders(std::vector<config::ProviderDefinition> providers, int slowStartAfter = 10'000)
    {
        auto snapshot = std::make_shared<config::ConfigSnapshot>(*tests::makeSnapshot(std::move(providers)));
        snapshot->resilience.slowStartAfter = std::chrono::milliseconds(slowStartAfter);
        m_scene->configure(std::move(snapshot));
    }
    void setRule(config::RuleTarget target, std::vector<config::RuleFallback> fallbacks)
    {
        auto snapshot =
            std::make_shared<config::ConfigSnapshot>(*tests::makeSnapshot({provider("a", 0), provider("b", 0)}));
        config::RoutingRule rule;
        rule.id = {"rule"};
        rule.name = "always";
        rule.targets = {std::move(target)};
        rule.fallbacks = std::move(fallbacks);
        snapshot->routingRules = std::make_shared<const std::vector<config::RoutingRule>>(std::vector{rule});
        m_scene->configure(std::move(snapshot));
    }
    FakeExchange ask(std::string_view more = {}, HeaderList headers = {})
    {
        return FakeExchange("POST", "/v1/chat/completions", question(more), std::move(headers));
    }
    FakeTransport::Call &call(std::size_t index) { return *m_scene->transport.call(index); }
    const RequestRecord &record() const { return m_scene->sink.records.back(); }

    std::unique_ptr<PipelineScene> m_scene;
};

void RetriedRequestsTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
}

void RetriedRequestsTest::retriesAnUnreachableTargetAtOnce()
{
    setProviders({provider("a", 2)});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    call(0).fail(refusedConnection());
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(!call(0).isAlive());
    call(1).answer(200, answer);
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(exchange.body.find("\"Hi\"") != std::string::npos, true);
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().attempts.size(), std::size_t(2));
    QCOMPARE(record().attempts.at(0).errorCode, std::string("upstream_unreachable"));
    QCOMPARE(record().attempts.at(1).why, std::string("Retry 1 at once."));
    QCOMPARE(record().usage.output.value_or(0), std::int64_t(3));
}

void RetriedRequestsTest::givesUpAfterTheRetries()
{
    setProviders({provider("a", 1)});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    call(0).fail(refusedConnection());
    call(1).fail(refusedConnection());
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    QCOMPARE(exchange.head->status, 502);
    QCOMPARE(record().state, RequestState::UpstreamError);
    QCOMPARE(record().errorCode, std::string("upstream_unreachable"));
}

void RetriedRequestsTest::fallsBackToTheNamedTarget()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).answer(500, R"({"error":{"message":"no","type":"server_error"}})");
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(call(1).request.body->find("\"other\"") != std::string::npos);
    call(1).answer(200, answer);
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(record().provider, std::string("b"));
    QCOMPARE(record().model, std::string("other"));
    QCOMPARE(record().attempts.at(0).status, 500);
}

void RetriedRequestsTest::fallsBackAcrossDialects()
{
    setProviders({provider("a", 0), provider("claude", 0, {makeKey("second")}, DialectFamily::Anthropic)});
    FakeExchange exchange = ask(R"(,"fallbacks":["claude/claude-opus-5"])");
    m_scene->send(exchange);
    call(0).fail(silence());
    QCOMPARE(call(1).request.target, std::string("/v1/messages"));
    call(1).answer(200, R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-opus-5","content":)"
                        R"([{"type":"text","text":"Hi"}],"stop_reason":"end_turn","stop_sequence":null,)"
                        R"("usage":{"input_tokens":5,"output_tokens":2}})");
    const auto body = nlohmann::json::parse(exchange.body);
    QCOMPARE(body["choices"][0]["message"]["content"].get<std::string>(), std::string("Hi"));
    QCOMPARE(body["model"].get<std::string>(), std::string("claude-opus-5"));
    QCOMPARE(record().provider, std::string("claude"));
}

void RetriedRequestsTest::neverSendsTheFallbacksUpstream()
{
    setProviders({provider("a", 0), provider("claude", 0, {makeKey("second")}, DialectFamily::Anthropic)});
    FakeExchange exchange = ask(R"(,"fallbacks":["claude/x"],"temperature":0.5)");
    m_scene->send(exchange);
    QVERIFY(call(0).request.body->find("fallbacks") == std::string::npos);
    QVERIFY(call(0).request.body->find(R"("temperature":0.5)") != std::string::npos);
    call(0).fail(silence());
    QVERIFY(call(1).request.body->find("fallbacks") == std::string::npos);
    call(1).fail(silence());
    for (const std::string &note : record().notes)
        QVERIFY2(note.find("/fallbacks") == std::string::npos, note.c_str());
}

void RetriedRequestsTest::acceptsFallbacksAsObjects()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":[{"provider":"b","model":"other"}])");
    m_scene->send(exchange);
    call(0).fail(silence());
    QVERIFY(call(1).request.body->find("\"other\"") != std::string::npos);
    call(1).answer(200, answer);
    QCOMPARE(record().provider, std::string("b"));
}

void RetriedRequestsTest::leavesOutFallbacksThatDoNotExist()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["groq/x","b/other"])");
    m_scene->send(exchange);
    call(0).fail(silence());
    QVERIFY(call(1).request.body->find("groq/x") != std::string::npos); // a bare name of the first provider
    call(1).fail(silence());
    call(2).answer(200, answer);
    QCOMPARE(record().provider, std::string("b"));
}

void RetriedRequestsTest::tellsWhoAnswered()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).fail(silence());
    call(1).answer(200, answer);
    const HeaderList &headers = exchange.head->headers;
    QCOMPARE(std::string(headers.value("x-bifrost-provider")), std::string("b"));
    QCOMPARE(std::string(headers.value("x-bifrost-resolved-model")), std::string("other"));
    QCOMPARE(std::string(headers.value("x-bifrost-original-model")), std::string("a/m"));
    QCOMPARE(std::string(headers.value("x-bifrost-fallback-index")), std::string("1"));
    QCOMPARE(std::string(headers.value("x-bifrost-routing-info-is-fallback")), std::string("true"));
}

void RetriedRequestsTest::answersThePrimarysErrorWhenAllFail()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).answer(503, R"({"error":{"message":"first","type":"server_error"}})");
    call(1).answer(500, R"({"error":{"message":"second","type":"server_error"}})");
    QCOMPARE(exchange.head->status, 503);
    QVERIFY(exchange.body.find("first") != std::string::npos);
    QCOMPARE(record().provider, std::string("a"));
    QCOMPARE(record().attempts.size(), std::size_t(2));
}

void RetriedRequestsTest::stopsAtAContentFilter()
{
    setProviders({provider("a", 2), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).answer(400, R"({"error":{"message":"blocked","code":"content_filter"}})");
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("blocked") != std::string::npos);
}

void RetriedRequestsTest::fallsBackOfAnOverflowOnlyToAnotherModel()
{
    setProviders({provider("a", 2), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/m","b/large"])");
    m_scene->send(exchange);
    call(0).answer(400, R"({"error":{"message":"too long","code":"context_length_exceeded"}})");
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(call(1).request.body->find("\"large\"") != std::string::npos);
    call(1).answer(200, answer);
    QCOMPARE(exchange.head->status, 200);
}

void RetriedRequestsTest::changesTheKeyAtARateLimit()
{
    setProviders({provider("a", 2, {makeKey("one", "first-secret"), makeKey("two", "second-secret")})});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    const std::string first(call(0).request.headers.value("authorization"));
    call(0).head(429, {{"Content-Type", "application/json"}, {"Retry-After", "2"}});
    call(0).bytes(R"({"error":{"message":"slow down"}})");
    call(0).finish();
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2)); // at once
    QVERIFY(std::string(call(1).request.headers.value("authorization")) != first);
    call(1).answer(200, answer);
    // The first key rests for other requests, too.
    for (int round = 0; round < 20; ++round) {
        FakeExchange next = ask();
        m_scene->send(next);
        QVERIFY(std::string(m_scene->transport.lastCall()->request.headers.value("authorization")) != first);
        m_scene->transport.lastCall()->answer(200, answer);
    }
}

void RetriedRequestsTest::waitsAsLongAsTheProviderAsks()
{
    setProviders({provider("a", 2)});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    QElapsedTimer watch;
    watch.start();
    call(0).head(429, {{"Content-Type", "application/json"}, {"retry-after-ms", "40"}});
    call(0).bytes(R"({"error":{"message":"slow down"}})");
    call(0).finish();
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
    QTRY_COMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(watch.elapsed() >= 40);
    call(1).answer(200, answer);
    QCOMPARE(exchange.head->status, 200);
}

void RetriedRequestsTest::fallsBackAtOnceWhenTheWaitIsTooLong()
{
    setProviders({provider("a", 2), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).head(429, {{"Content-Type", "application/json"}, {"Retry-After", "60"}});
    call(0).bytes(R"({"error":{"message":"slow down"}})");
    call(0).finish();
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    call(1).answer(200, answer);
    QCOMPARE(record().provider, std::string("b"));
}

void RetriedRequestsTest::rotatesARefusedKey()
{
    setProviders({provider("a", 0, {makeKey("one", "first-secret"), makeKey("two", "second-secret")})});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    call(0).answer(401, R"({"error":{"message":"Incorrect API key"}})");
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    call(1).answer(401, R"({"error":{"message":"Incorrect API key"}})");
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    QCOMPARE(exchange.head->status, 401);
}

void RetriedRequestsTest::masksEveryKeyThatWasTried()
{
    setProviders({provider("a", 0, {makeKey("one", "0a1b2c3d4e5f60718293"), makeKey("two", "9f8e7d6c5b4a39281706")})});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    call(0).answer(401, R"({"error":{"message":"no 0a1b2c3d4e5f60718293 9f8e7d6c5b4a39281706"}})");
    call(1).answer(401, R"({"error":{"message":"no 0a1b2c3d4e5f60718293 9f8e7d6c5b4a39281706"}})");
    for (const AttemptRecord &attempt : record().attempts) {
        QVERIFY(attempt.reason.find("0a1b2c3d") == std::string::npos);
        QVERIFY(attempt.reason.find("9f8e7d6c") == std::string::npos);
    }
}

void RetriedRequestsTest::hidesAStreamThatFailsBeforeItSpeaks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("nothing but a head") << QByteArray() << true;
    QTest::newRow("a role") << QByteArray::fromStdString(roleChunk) << true;
    QTest::newRow("a heartbeat") << QByteArray(": ping\n\n: ping\n\n") << true;
    QTest::newRow("ends without an end") << QByteArray::fromStdString(roleChunk) << false;
    QTest::newRow("an error event") << QByteArray::fromStdString(errorChunk) << false;
    QTest::newRow("an error event after a role") << QByteArray::fromStdString(roleChunk + errorChunk) << false;
}

void RetriedRequestsTest::hidesAStreamThatFailsBeforeItSpeaks()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isCut);
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"stream":true,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(bytes.toStdString());
    QVERIFY(!exchange.head.has_value());
    if (isCut)
        call(0).fail(cut());
    else
        call(0).finish();
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(!exchange.head.has_value());
    call(1).head(200, eventStream);
    call(1).bytes(roleChunk + textChunk + lastChunk);
    call(1).finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.body, roleChunk + textChunk + lastChunk);
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().provider, std::string("b"));
    QCOMPARE(record().attempts.size(), std::size_t(2));
    QVERIFY(!record().attempts.at(0).reason.empty());
}

void RetriedRequestsTest::passesAStreamOnceItSpeaks()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"stream":true,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(roleChunk);
    QVERIFY(!exchange.head.has_value());
    call(0).bytes(textChunk);
    QCOMPARE(exchange.body, roleChunk + textChunk);
    call(0).bytes(lastChunk);
    call(0).finish();
    QCOMPARE(exchange.body, roleChunk + textChunk + lastChunk);
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
}

void RetriedRequestsTest::doesNotHoldBackWithoutAlternatives()
{
    setProviders({provider("a", 0)});
    FakeExchange exchange = ask(R"(,"stream":true)");
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    QVERIFY(exchange.head.has_value());
    call(0).bytes(roleChunk);
    QCOMPARE(exchange.body, roleChunk);
}

void RetriedRequestsTest::fallsBackFromAnAnswerThatIsNotJson()
{
    setProviders({provider("a", 0), provider("b", 0)});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).answer(200, "<html>Sign in</html>", "text/html");
    QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
    call(1).answer(200, answer);
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(record().attempts.at(0).errorCode, std::string("upstream_protocol"));
}

void RetriedRequestsTest::startsTheFallbackBesideASlowTarget()
{
    setProviders({provider("a", 0), provider("b", 0)}, 20);
    FakeExchange exchange = ask(R"(,"stream":true,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(roleChunk);
    QTRY_COMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(call(0).isAlive());
    call(1).head(200, eventStream);
    call(0).bytes(textChunk); // the first target wins after all
    QVERIFY(!call(1).isAlive());
    call(0).bytes(lastChunk);
    call(0).finish();
    QCOMPARE(exchange.body, roleChunk + textChunk + lastChunk);
    QCOMPARE(record().provider, std::string("a"));
    QCOMPARE(record().attempts.size(), std::size_t(2));
    QCOMPARE(record().attempts.at(1).errorCode, std::string("cancelled"));
}

void RetriedRequestsTest::cancelsTheLoser()
{
    setProviders({provider("a", 0), provider("b", 0)}, 20);
    FakeExchange exchange = ask(R"(,"stream":true,"fallbacks":["b/other"])");
    m_scene->send(exchange);
    QTRY_COMPARE(m_scene->transport.callCount(), std::size_t(2));
    call(1).head(200, eventStream);
    call(1).bytes(roleChunk + textChunk);
    QVERIFY(!call(0).isAlive());
    call(1).bytes(lastChunk);
    call(1).finish();
    QCOMPARE(exchange.body, roleChunk + textChunk + lastChunk);
    QCOMPARE(record().provider, std::string("b"));
}

void RetriedRequestsTest::asksADeadTargetFewTimes()
{
    setProviders({provider("a", 2), provider("b", 0)});
    int asked = 0;
    for (int request = 0; request < 100; ++request) {
        FakeExchange exchange = ask(R"(,"fallbacks":["b/other"])");
        m_scene->send(exchange);
        for (std::size_t index = m_scene->transport.callCount() - 1; !exchange.hasEnded;
             index = m_scene->transport.callCount() - 1) {
            const bool isDead = call(index).request.body->find("\"other\"") == std::string::npos;
            asked += isDead ? 1 : 0;
            const std::size_t before = m_scene->transport.callCount();
            if (isDead)
                call(index).fail(refusedConnection());
            else
                call(index).answer(200, answer);
            if (!exchange.hasEnded)
                QTRY_VERIFY(m_scene->transport.callCount() > before);
        }
        QCOMPARE(exchange.head->status, 200);
    }
    QVERIFY2(asked <= 5, qPrintable(QString::number(asked)));
    m_scene->clock.advance(std::chrono::seconds(5));
    FakeExchange probe = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(probe);
    m_scene->transport.lastCall()->answer(200, answer);
    QCOMPARE(record().provider, std::string("a")); // back within one probe
    FakeExchange next = ask(R"(,"fallbacks":["b/other"])");
    m_scene->send(next);
    m_scene->transport.lastCall()->answer(200, answer);
    QCOMPARE(record().provider, std::string("a"));
}

void RetriedRequestsTest::usesTheNamedKey()
{
    setProviders({provider("a", 0, {makeKey("one", "first-secret"), makeKey("two", "second-secret")})});
    for (int round = 0; round < 10; ++round) {
        FakeExchange exchange = ask({}, {{"x-bf-api-key", "two"}});
        m_scene->send(exchange);
        QCOMPARE(std::string(m_scene->transport.lastCall()->request.headers.value("authorization")),
                 std::string("Bearer second-secret"));
        m_scene->transport.lastCall()->answer(200, answer);
    }
    FakeExchange unknown = ask({}, {{"x-bf-api-key-id", "nobody"}});
    m_scene->send(unknown);
    QCOMPARE(unknown.head->status, 400);
}

void RetriedRequestsTest::endsTheWaitWhenTheClientLeaves()
{
    setProviders({provider("a", 2)});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    call(0).head(429, {{"Content-Type", "application/json"}, {"retry-after-ms", "4000"}});
    call(0).bytes(R"({"error":{"message":"slow down"}})");
    call(0).finish();
    QCOMPARE(m_scene->runningRequests(), std::size_t(1));
    exchange.leave();
    QCOMPARE(m_scene->runningRequests(), std::size_t(0));
    QCOMPARE(record().state, RequestState::Cancelled);
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
}

void RetriedRequestsTest::refusesARequestThatComesBack()
{
    setProviders({provider("a", 0)});
    FakeExchange exchange = ask();
    m_scene->send(exchange);
    const std::string mark(call(0).request.headers.value("x-bilrost-hop"));
    QVERIFY(!mark.empty());
    FakeExchange again = ask({}, {{"x-bilrost-hop", mark}});
    m_scene->send(again);
    QCOMPARE(again.head->status, 508);
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
    FakeExchange fromAnother = ask({}, {{"x-bilrost-hop", "0123456789ab"}});
    m_scene->send(fromAnother);
    QCOMPARE(std::string(call(1).request.headers.value("x-bilrost-hop")), "0123456789ab," + mark);
}

void RetriedRequestsTest::followsARule()
{
    setRule({"b", "other", {}, 1.0, std::chrono::milliseconds(20)}, {{"a", "m", {}}});
    FakeExchange exchange = ask(R"(,"stream":true)");
    m_scene->send(exchange);
    QVERIFY(call(0).request.body->find("\"other\"") != std::string::npos);
    call(0).head(200, eventStream);
    call(0).bytes(roleChunk); // says nothing
    QTRY_COMPARE(m_scene->transport.callCount(), std::size_t(2));
    QVERIFY(!call(0).isAlive());
    call(1).head(200, eventStream);
    call(1).bytes(textChunk + lastChunk);
    call(1).finish();
    QCOMPARE(exchange.body, textChunk + lastChunk);
    QCOMPARE(record().provider, std::string("a"));
}

void RetriedRequestsTest::leavesAStreamAloneThatHasBegunWithinItsLimit()
{
    setRule({"b", "other", {}, 1.0, std::chrono::milliseconds(20)}, {});
    FakeExchange exchange = ask(R"(,"stream":true)");
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(textChunk);
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy over(&later, &QTimer::timeout);
    later.start(60);
    QTRY_COMPARE(over.count(), 1);
    QVERIFY(call(0).isAlive());
    call(0).bytes(lastChunk);
    call(0).finish();
    QCOMPARE(exchange.body, textChunk + lastChunk);
}

QTEST_GUILESS_MAIN(RetriedRequestsTest)
#include "tst_retried_requests.moc"
