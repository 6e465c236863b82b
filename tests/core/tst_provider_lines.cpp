// Providers that serve a few requests at a time: who waits, in which order, who is refused, and what is told of it.
#include "gateway/pipeline/provider_lines.h"

#include "gateway/pipeline/request_pipeline.h"
#include "tests/core/pipeline_scene.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::makeProvider;

namespace {

const std::string answer = R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                           R"("finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]})";
const std::string question = R"({"model":"a/m","messages":[{"role":"user","content":"Hello"}]})";
const std::string withFallback =
    R"({"model":"a/m","fallbacks":["b/m"],"messages":[{"role":"user","content":"Hello"}]})";
const std::string messagesQuestion = R"({"model":"a/m","max_tokens":9,"messages":[{"role":"user","content":"Hello"}]})";

FakeExchange ask(const std::string &body = question)
{
    return FakeExchange("POST", "/v1/chat/completions", body);
}

bool contains(const std::string &text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

class ProviderLinesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void servesWhoeverCameFirst();
    void givesThePlaceOnWhenTheWorkerEnds();
    void givesOnWhatMoreRulesAllow();
    void waitsBeyondAFullLineUnlessItRefuses();
    void neverServesMoreAtOnceThanItMay();
    void sendsTheNextWhenOneIsAnswered();
    void tellsOfTheWait();
    void leavesTheLineWithItsClient();
    void freesThePlaceOfAClientThatLeaves();
    void refusesInTheClientsDialect_data();
    void refusesInTheClientsDialect();
    void asksTheFallbackWhenTheLineIsFull();
    void keepsTheLinesOfProvidersApart();
    void explainsWhyARequestWouldWait();
    void givesUpAWaitThatIsTooLong();

private:
    void setRules(std::size_t places, std::size_t mostWaiting, bool refuses)
    {
        m_lines->setRules({{"a", {places, mostWaiting, refuses}}});
    }
    void handle(FakeExchange &exchange) { m_pipeline->handleRequest(exchange); }
    FakeTransport &transport() { return m_scene->transport; }

    std::unique_ptr<ProviderLines> m_lines;
    std::unique_ptr<tests::PipelineScene> m_scene; // the fakes; the pipeline that is tested has lines, too
    std::unique_ptr<RequestPipeline> m_pipeline;
};

void ProviderLinesTest::init()
{
    m_pipeline.reset();
    m_lines = std::make_unique<ProviderLines>();
    m_scene = std::make_unique<tests::PipelineScene>(std::vector<config::ProviderDefinition>{});
    PipelineEnvironment environment{m_scene->clock,       m_scene->transport,  m_scene->sink,
                                    m_scene->feed,        m_scene->catalog,    m_scene->health,
                                    m_scene->firstTokens, m_scene->management, [] { return std::string("{}"); }};
    environment.lines = m_lines.get();
    m_pipeline = std::make_unique<RequestPipeline>(std::move(environment));
    m_pipeline->setSnapshot(tests::makeSnapshot({makeProvider("a"), makeProvider("b")}));
}

void ProviderLinesTest::servesWhoeverCameFirst()
{
    setRules(1, 10, true);
    std::vector<int> served;
    auto first = *m_lines->join("a", [] {});
    QVERIFY(!first->isWaiting());
    auto second = *m_lines->join("a", [&served] { served.push_back(2); });
    auto third = *m_lines->join("a", [&served] { served.push_back(3); });
    QVERIFY(second->isWaiting());
    QCOMPARE(third->ahead(), std::size_t(1));
    QCOMPARE(m_lines->stateOf("a").waiting, std::size_t(2));
    first.reset();
    QVERIFY(served.empty()); // told from the event loop
    QTRY_COMPARE(served, (std::vector{2}));
    QVERIFY(!second->isWaiting());
    second.reset();
    QTRY_COMPARE(served, (std::vector{2, 3}));
    third.reset();
    QCOMPARE(m_lines->stateOf("a").running, std::size_t(0));
}

// Its turn has come, but the news reaches nobody.
void ProviderLinesTest::givesThePlaceOnWhenTheWorkerEnds()
{
    setRules(1, 10, true);
    bool isServed = false;
    auto first = *m_lines->join("a", [] {});
    auto called = *m_lines->join("a", [] { QFAIL("It was gone before its turn was told."); });
    auto last = *m_lines->join("a", [&isServed] { isServed = true; });
    first.reset();  // posts the turn of `called`
    called.reset(); // which goes before it hears of that
    QTRY_VERIFY(isServed);
    QCOMPARE(m_lines->stateOf("a").running, std::size_t(1));
}

void ProviderLinesTest::givesOnWhatMoreRulesAllow()
{
    setRules(1, 10, true);
    int served = 0;
    const auto first = *m_lines->join("a", [] {});
    const auto second = *m_lines->join("a", [&served] { ++served; });
    const auto third = *m_lines->join("a", [&served] { ++served; });
    setRules(3, 10, true);
    QTRY_COMPARE(served, 2);
    setRules(1, 10, true); // whoever is served stays so
    QCOMPARE(m_lines->stateOf("a").running, std::size_t(3));
    const auto fourth = *m_lines->join("a", [] {});
    QVERIFY(fourth->isWaiting());
}

void ProviderLinesTest::waitsBeyondAFullLineUnlessItRefuses()
{
    setRules(1, 1, false);
    const auto first = *m_lines->join("a", [] {});
    const auto second = *m_lines->join("a", [] {});
    const auto third = *m_lines->join("a", [] {});
    QVERIFY(third->isWaiting());
    setRules(1, 1, true);
    const auto fourth = m_lines->join("a", [] {});
    QVERIFY(!fourth.has_value());
    QCOMPARE(fourth.error().httpStatus(), 429);
    QCOMPARE(fourth.error().retry, RetryAdvice::SameTarget);
}

// Many threads, each with an event loop of its own, as workers have.
void ProviderLinesTest::neverServesMoreAtOnceThanItMay()
{
    constexpr int rounds = 200;
    constexpr int workers = 4;
    setRules(2, 1000, false);
    std::atomic<int> running{0};
    std::atomic<int> most{0};
    std::atomic<int> served{0};
    const auto serve = [&] {
        const int now = ++running;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        std::this_thread::yield();
        --running;
        ++served;
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int worker = 0; worker < workers; ++worker) {
        threads.emplace_back(QThread::create([&] {
            for (int round = 0; round < rounds; ++round) {
                const auto place = *m_lines->join("a", [] {});
                while (place->isWaiting())
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                serve();
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(30'000));
    QCOMPARE(served.load(), rounds * workers);
    QVERIFY2(most <= 2, qPrintable(QString::number(most)));
    QCOMPARE(m_lines->stateOf("a").running, std::size_t(0));
    QCOMPARE(m_lines->stateOf("a").waiting, std::size_t(0));
}

void ProviderLinesTest::sendsTheNextWhenOneIsAnswered()
{
    setRules(1, 10, true);
    FakeExchange first = ask();
    FakeExchange second = ask();
    handle(first);
    handle(second);
    QCOMPARE(transport().callCount(), std::size_t(1));
    transport().call(0)->answer(200, answer);
    QTRY_COMPARE(transport().callCount(), std::size_t(2));
    transport().call(1)->answer(200, answer);
    QVERIFY(second.isComplete());
    QCOMPARE(second.head->status, 200);
    QCOMPARE(m_lines->stateOf("a").running, std::size_t(0));
}

void ProviderLinesTest::tellsOfTheWait()
{
    setRules(1, 10, true);
    FakeExchange first = ask();
    FakeExchange second = ask();
    handle(first);
    handle(second);
    m_scene->clock.advance(std::chrono::milliseconds(1'250));
    transport().call(0)->answer(200, answer);
    QTRY_COMPARE(transport().callCount(), std::size_t(2));
    m_scene->clock.advance(std::chrono::milliseconds(40));
    transport().call(1)->answer(200, answer);
    const RequestRecord &record = m_scene->sink.records.back();
    QCOMPARE(record.attempts.size(), std::size_t(1));
    QCOMPARE(record.attempts.at(0).why, std::string("Waited 1250 ms in line for a."));
    // The wait is not the provider's.
    QCOMPARE(record.attempts.at(0).endedAt - record.attempts.at(0).startedAt, Microseconds(40'000));
}

void ProviderLinesTest::leavesTheLineWithItsClient()
{
    setRules(1, 10, true);
    FakeExchange first = ask();
    FakeExchange second = ask();
    FakeExchange third = ask();
    for (FakeExchange *each : {&first, &second, &third})
        handle(*each);
    second.leave();
    QCOMPARE(m_lines->stateOf("a").waiting, std::size_t(1));
    QCOMPARE(m_scene->sink.records.back().state, RequestState::Cancelled);
    transport().call(0)->answer(200, answer);
    QTRY_COMPARE(transport().callCount(), std::size_t(2));
    transport().call(1)->answer(200, answer);
    QVERIFY(third.isComplete());
}

void ProviderLinesTest::freesThePlaceOfAClientThatLeaves()
{
    setRules(1, 10, true);
    FakeExchange first = ask();
    FakeExchange second = ask();
    handle(first);
    handle(second);
    first.leave();
    QTRY_COMPARE(transport().callCount(), std::size_t(2));
    QVERIFY(!transport().call(0)->isAlive());
}

void ProviderLinesTest::refusesInTheClientsDialect_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("OpenAI") << QByteArray("/v1/chat/completions") << QByteArray("\"error\"");
    QTest::newRow("Anthropic") << QByteArray("/anthropic/v1/messages") << QByteArray("\"rate_limit_error\"");
}

void ProviderLinesTest::refusesInTheClientsDialect()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, words);
    setRules(1, 1, true);
    FakeExchange first("POST", path.toStdString(), messagesQuestion);
    FakeExchange second("POST", path.toStdString(), messagesQuestion);
    FakeExchange third("POST", path.toStdString(), messagesQuestion);
    for (FakeExchange *each : {&first, &second, &third})
        handle(*each);
    QVERIFY(third.isComplete());
    QCOMPARE(third.head->status, 429);
    QCOMPARE(third.head->headers.value("Retry-After"), std::string_view("1"));
    QVERIFY2(contains(third.body, words.toStdString()), third.body.c_str());
    QVERIFY2(contains(third.body, "queue is full"), third.body.c_str());
    const RequestRecord &record = m_scene->sink.records.back();
    QCOMPARE(record.state, RequestState::RateLimited);
    QCOMPARE(record.attempts.size(), std::size_t(1));
    QCOMPARE(transport().callCount(), std::size_t(1));
}

void ProviderLinesTest::asksTheFallbackWhenTheLineIsFull()
{
    setRules(1, 1, true);
    FakeExchange first = ask();
    FakeExchange second = ask();
    FakeExchange third = ask(withFallback);
    for (FakeExchange *each : {&first, &second, &third})
        handle(*each);
    QCOMPARE(transport().callCount(), std::size_t(2));
    transport().call(1)->answer(200, answer);
    QCOMPARE(third.head->status, 200);
    QCOMPARE(m_scene->sink.records.back().provider, std::string("b"));
    QVERIFY(m_scene->health.isClear()); // a full line says nothing against the provider
}

void ProviderLinesTest::keepsTheLinesOfProvidersApart()
{
    setRules(1, 1, true);
    FakeExchange first = ask();
    FakeExchange other = ask(R"({"model":"b/m","messages":[{"role":"user","content":"Hello"}]})");
    handle(first);
    handle(other);
    QCOMPARE(transport().callCount(), std::size_t(2));
}

void ProviderLinesTest::explainsWhyARequestWouldWait()
{
    setRules(1, 1, true);
    const auto notesNow = [this] {
        FakeExchange asked = ask();
        std::string notes;
        for (const std::string &note : m_pipeline->explainRoute(asked.request(), {}).notes)
            notes += note + "\n";
        return notes;
    };
    QVERIFY(!contains(notesNow(), "places"));
    FakeExchange first = ask();
    FakeExchange second = ask();
    handle(first);
    QVERIFY(contains(notesNow(), "a has 1 of 1 places taken and 0 requests in line: a request now would wait"));
    handle(second);
    QVERIFY(contains(notesNow(), "would be refused, because the line is full."));
}

void ProviderLinesTest::givesUpAWaitThatIsTooLong()
{
    setRules(1, 10, true);
    auto impatient = makeProvider("a");
    impatient.network.totalTimeout = std::chrono::milliseconds(30);
    m_pipeline->setSnapshot(tests::makeSnapshot({impatient}));
    FakeExchange first = ask();
    FakeExchange second = ask();
    handle(first);
    handle(second);
    QTRY_VERIFY(second.isComplete());
    QCOMPARE(second.head->status, 429);
    QVERIFY2(contains(second.body, "in line for a"), second.body.c_str());
    QCOMPARE(m_lines->stateOf("a").waiting, std::size_t(0));
    QVERIFY(m_scene->health.isClear());
}

QTEST_GUILESS_MAIN(ProviderLinesTest)
#include "tst_provider_lines.moc"
