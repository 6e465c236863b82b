// What becomes an attempt of the record, and which targets a conversation that is too long may still go to.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::makeProvider;
using tests::PipelineScene;

namespace {

const std::string answer = R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                           R"("finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}],)"
                           R"("usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}})";
const std::string overflow = R"({"error":{"message":"too long","code":"context_length_exceeded"}})";

FakeExchange ask(std::string_view more = {})
{
    return FakeExchange("POST", "/v1/chat/completions",
                        R"({"model":"a/m","messages":[{"role":"user","content":"Hello"}])" + std::string(more) + "}");
}

} // namespace

class AttemptTrailTest : public QObject {
    Q_OBJECT

private slots:
    void recordsASecondSendingAsAnAttempt();
    void triesNoModelThatTakesAsLittleAfterAnOverflow();
    void triesEveryModelAfterOtherFailures();

private:
    static std::string modelOf(const FakeTransport::Call &call)
    {
        return nlohmann::json::parse(*call.request.body).value("model", std::string());
    }
};

// The transport's own second sending on a new connection is no secret, and is none of the retries that were set.
void AttemptTrailTest::recordsASecondSendingAsAnAttempt()
{
    PipelineScene scene({makeProvider("a")});
    FakeExchange exchange = ask();
    scene.send(exchange);
    scene.clock.advance(std::chrono::milliseconds(5));
    scene.transport.lastCall()->sendAgain();
    scene.clock.advance(std::chrono::milliseconds(20));
    scene.transport.lastCall()->answer(200, answer);
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(scene.record().attempts.size(), std::size_t(2));
    const AttemptRecord &first = scene.record().attempts.at(0);
    QCOMPARE(first.errorCode, std::string("upstream_reset"));
    QCOMPARE(first.status, 0);
    QVERIFY(first.endedAt - first.startedAt == std::chrono::milliseconds(5));
    QVERIFY(first.cost == Money{});
    const AttemptRecord &second = scene.record().attempts.at(1);
    QVERIFY(second.errorCode.empty());
    QVERIFY2(second.why.find("once more") != std::string::npos, second.why.c_str());
    QVERIFY(second.endedAt - second.startedAt == std::chrono::milliseconds(20));
    QCOMPARE(second.usage.output.value_or(0), std::int64_t(3));
    QCOMPARE(scene.record().usage.output.value_or(0), std::int64_t(3));
    QVERIFY(scene.health.reports().empty()); // a stale connection says nothing of the provider
}

void AttemptTrailTest::triesNoModelThatTakesAsLittleAfterAnOverflow()
{
    PipelineScene scene({makeProvider("a"), makeProvider("b")});
    scene.catalog.setModels("a", {"m"}, {{"m", 32'000}});
    scene.catalog.setModels("b", {"equal", "small", "large"}, {{"equal", 32'000}, {"small", 8'000}, {"large", 64'000}});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/equal","b/small","b/large","b/untold"])");
    scene.send(exchange);
    for (const char *model : {"m", "large", "untold"}) {
        QCOMPARE(modelOf(*scene.transport.lastCall()), std::string(model));
        scene.transport.lastCall()->answer(400, overflow);
    }
    QCOMPARE(scene.transport.callCount(), std::size_t(3));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find("too long") != std::string::npos, exchange.body.c_str());
}

void AttemptTrailTest::triesEveryModelAfterOtherFailures()
{
    PipelineScene scene({makeProvider("a"), makeProvider("b")});
    scene.catalog.setModels("a", {"m"}, {{"m", 32'000}});
    scene.catalog.setModels("b", {"small"}, {{"small", 8'000}});
    FakeExchange exchange = ask(R"(,"fallbacks":["b/small"])");
    scene.send(exchange);
    scene.transport.lastCall()->answer(500, R"({"error":{"message":"no"}})");
    QCOMPARE(modelOf(*scene.transport.lastCall()), std::string("small"));
    scene.transport.lastCall()->answer(200, answer);
    QCOMPARE(exchange.head->status, 200);
}

QTEST_GUILESS_MAIN(AttemptTrailTest)
#include "tst_attempt_trail.moc"
