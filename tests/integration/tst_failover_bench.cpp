// The sixteen scenarios of the public failover benchmark (github.com/failoverbench/failoverbench, methodology 0.1) and
// what it scores as "pass" in each: the caller has the whole answer, and no check fails, advisory ones included.
// Its settings: two retries, limits of 30 s, one fallback, all else as it comes. Here all times are a tenth, by
// configuration; only Retry-After is as it is there.
#include "tests/integration/failover_wall.h"
#include "tests/support/fast_clock.h"
#include "tests/support/gateway_under_test.h"
#include "tests/support/json_comparison.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace tests;
using Json = nlohmann::json;

namespace {

constexpr int scale = 10;

struct Scenario {
    const char *id;
    const char *model;
    double mostSeconds; // of the benchmark's clock
    int leastPrimary = 1;
    int mostPrimary = 6;
    bool mustFail = false; // the right answer is the provider's own refusal
    const char *fallback = "fb-ok";
    double leastFirstGap = 0; // real seconds between the first two attempts
    double window = 0;        // in so many real seconds ...
    int mostInWindow = 0;     // ... at most so many attempts
    bool mustReportFallback = false;
};

const Scenario scenarios[] = {
    {"S01 429 with Retry-After", "fb-s01-429-retry-after", 200, 2, 6, false, "fb-ok", 1.8, 1.5, 2},
    {"S02 429 without Retry-After", "fb-s02-429-persistent", 40, 1, 6, false, "fb-ok", 0, 3.0 / scale, 4},
    {"S03 500 once", "fb-s03-500-then-200", 20, 2},
    {"S04 503 persistent", "fb-s04-503-persistent", 40},
    {"S05 reset before headers", "fb-s05-reset", 20},
    {"S06 no response", "fb-s06-no-response", 100, 1, 1},
    {"S07 slow first token", "fb-s07-slow-ttft", 15},
    {"S08 stream cut", "fb-s08-stream-cut", 40},
    {"S09 stream stalls", "fb-s09-stream-stall", 45},
    {"S10 malformed chunk", "fb-s10-malformed-chunk", 30},
    {"S11 no end mark", "fb-s11-no-done", 8},
    {"S12 context length exceeded", "fb-s12-context-length", 20, 1, 1},
    {"S13 content filter", "fb-s13-content-filter", 20, 1, 1, true},
    {"S14 fallback refuses prefill", "fb-s14-stream-cut", 40, 1, 6, false, "fb-ok-noprefill"},
    {"S16 accounting", "fb-s16-503-persistent", 40, 1, 6, false, "fb-ok", 0, 0, 0, true},
};

// What a caller makes of a streamed answer.
struct Caller {
    std::string text;
    std::string model;
    bool hasUsage = false;
    bool hasEnded = false;
    std::string error;
    double seconds = 0; // of the benchmark's clock

    bool isComplete() const { return hasEnded && error.empty() && text == FailoverWall::answer(); }
};

Caller readStream(const ClientAnswer &answer)
{
    Caller caller;
    if (answer.status != 200) {
        caller.error = answer.body.toStdString();
        return caller;
    }
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.startsWith("data: "))
            continue;
        if (line == "data: [DONE]") {
            caller.hasEnded = true;
            continue;
        }
        const Json json = Json::parse(line.mid(6).toStdString(), nullptr, false);
        if (json.is_discarded() || json.contains("error")) {
            caller.error = line.toStdString();
            continue;
        }
        caller.model = json.value("model", caller.model);
        caller.hasUsage = caller.hasUsage || (json.contains("usage") && !json["usage"].is_null());
        for (const Json &choice : json.value("choices", Json::array()))
            caller.text += choice["delta"].value("content", "");
    }
    if (!answer.isWhole)
        caller.error = "cut";
    return caller;
}

} // namespace

class FailoverBenchTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void passes_data();
    void passes();
    void passesS15FlappingPrimary();
    void cleanupTestCase();

private:
    static QByteArray bodyFor(const std::string &model, const std::string &fallback);
    Caller ask(const std::string &model, const std::string &fallback);
    bool isAlive() { return ask("fb-ok", "").isComplete(); }

    std::unique_ptr<FailoverWall> m_wall;
    std::unique_ptr<GatewayUnderTest> m_gateway;
    int m_passed = 0;
};

void FailoverBenchTest::initTestCase()
{
    m_wall = std::make_unique<FailoverWall>(scale);
    m_gateway = std::make_unique<GatewayUnderTest>(2, std::make_unique<FastClock>(scale));
    // 30 s, and the defaults of 0.5 s, 5 s and 10 s, divided by the scale.
    m_gateway->addProvider("wall", "openai", "http://127.0.0.1:" + QByteArray::number(m_wall->port()),
                           "\"max_retries\":2,\"default_request_timeout_in_seconds\":3,"
                           "\"stream_idle_timeout_in_seconds\":3,\"retry_backoff_initial\":50,"
                           "\"retry_backoff_max\":500");
    QCOMPARE(m_gateway->call("PUT", "/api/routing/resilience", "{\"slow_start_after_ms\":1000}").status, 200);
}

void FailoverBenchTest::cleanupTestCase()
{
    m_gateway.reset();
    qInfo("failover benchmark: %d of 16 pass", m_passed);
    QCOMPARE(m_passed, 16);
}

QByteArray FailoverBenchTest::bodyFor(const std::string &model, const std::string &fallback)
{
    Json body{{"model", "wall/" + model},
              {"stream", true},
              {"stream_options", {{"include_usage", true}}},
              {"messages", Json::array({{{"role", "user"}, {"content", "Say the sixty words."}}})}};
    if (!fallback.empty())
        body["fallbacks"] = Json::array({"wall/" + fallback});
    return QByteArray::fromStdString(body.dump());
}

Caller FailoverBenchTest::ask(const std::string &model, const std::string &fallback)
{
    QElapsedTimer timer;
    timer.start();
    Caller caller = readStream(m_gateway->call("POST", "/v1/chat/completions", bodyFor(model, fallback)));
    caller.seconds = static_cast<double>(timer.elapsed()) / 1'000 * scale;
    return caller;
}

void FailoverBenchTest::passes_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t index = 0; index < std::size(scenarios); ++index)
        QTest::newRow(scenarios[index].id) << static_cast<int>(index);
}

void FailoverBenchTest::passes()
{
    QFETCH(int, index);
    const Scenario &scenario = scenarios[index];
    m_wall->reset();
    const Caller caller = ask(scenario.model, scenario.fallback);
    const auto primary = m_wall->attemptsOf(scenario.model);
    const auto fallback = m_wall->attemptsOf(scenario.fallback);
    const auto seconds = [&primary](std::size_t from, std::size_t until) {
        return std::chrono::duration<double>(primary[until].at - primary[from].at).count();
    };
    if (scenario.mustFail) {
        QVERIFY2(!caller.error.empty() && caller.text.empty(), caller.text.c_str());
        QVERIFY2(caller.error.find("rejected by our safety system") != std::string::npos, caller.error.c_str());
        QVERIFY(fallback.empty());
    } else {
        QVERIFY2(caller.isComplete(), (caller.error + " | " + caller.text).c_str());
        QVERIFY(caller.hasUsage);
    }
    QVERIFY2(caller.seconds <= scenario.mostSeconds, qPrintable(QString::number(caller.seconds)));
    QVERIFY2(static_cast<int>(primary.size()) >= scenario.leastPrimary, qPrintable(QString::number(primary.size())));
    QVERIFY2(static_cast<int>(primary.size()) <= scenario.mostPrimary, qPrintable(QString::number(primary.size())));
    if (scenario.leastFirstGap > 0)
        QVERIFY2(seconds(0, 1) >= scenario.leastFirstGap, qPrintable(QString::number(seconds(0, 1))));
    if (scenario.window > 0) {
        int inWindow = 0;
        for (std::size_t each = 0; each < primary.size(); ++each)
            inWindow += seconds(0, each) < scenario.window ? 1 : 0;
        QVERIFY2(inWindow <= scenario.mostInWindow, qPrintable(QString::number(inWindow)));
    }
    if (scenario.mustReportFallback)
        QCOMPARE(caller.model, std::string(scenario.fallback));
    for (const auto &attempt : fallback)
        QVERIFY(!attempt.wasPrefill);
    QVERIFY(isAlive());
    ++m_passed;
}

// Twenty requests, one every four seconds; the primary answers 503 for the first sixty.
void FailoverBenchTest::passesS15FlappingPrimary()
{
    constexpr int requests = 20;
    constexpr int interval = 4'000 / scale;
    constexpr int down = 60'000 / scale;
    const std::string model = "fb-s15-flap";
    m_wall->reset();
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<ClientCall>> calls;
    QTimer pace;
    const auto askNext = [&] {
        calls.push_back(
            std::make_unique<ClientCall>(m_gateway->port(), "POST", "/v1/chat/completions", bodyFor(model, "fb-ok")));
        if (static_cast<int>(calls.size()) == requests)
            pace.stop();
    };
    connect(&pace, &QTimer::timeout, &pace, askNext);
    askNext();
    pace.start(interval);
    QTRY_VERIFY_WITH_TIMEOUT(static_cast<int>(calls.size()) == requests, 60'000);
    for (const auto &call : calls) {
        QTRY_VERIFY_WITH_TIMEOUT(call->hasEnded(), 30'000);
        QVERIFY(readStream(call->answer()).isComplete());
    }
    int whileDown = 0;
    std::optional<std::chrono::milliseconds> firstServed;
    for (const auto &attempt : m_wall->attemptsOf(model)) {
        whileDown += attempt.at.count() < down ? 1 : 0;
        if (attempt.wasServed && !firstServed)
            firstServed = attempt.at;
    }
    QVERIFY2(whileDown <= down / interval, qPrintable(QString::number(whileDown))); // probes are disciplined
    QVERIFY(firstServed.has_value());
    const double recovery = static_cast<double>(firstServed->count() - down) / 1'000 * scale;
    QVERIFY2(recovery <= 30, qPrintable(QString::number(recovery)));
    QVERIFY(isAlive());
    ++m_passed;
}

QTEST_GUILESS_MAIN(FailoverBenchTest)
#include "tst_failover_bench.moc"
