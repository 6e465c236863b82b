// Each limit of an attempt bites where it is set (provider, model, rule), and says which one it was.
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTimer>
#include <QTest>

using namespace tests;

namespace {

const std::string streamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string &bytes)
{
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

const std::string token =
    chunk("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
          "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"},\"finish_reason\":null}]}"
          "\n\n");
const std::string role = chunk("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                               "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
                               "\"finish_reason\":null}]}\n\n");
const std::string heartbeat = chunk(": still here\n\n");

void repeat(FakePeer &peer, const std::string &bytes, int everyMs)
{
    auto *timer = new QTimer(&peer);
    FakePeer *const open = &peer;
    QObject::connect(timer, &QTimer::timeout, timer, [open, bytes] { open->send(bytes); });
    timer->start(everyMs);
}

// What the last segment of its address says: "silent", "beats", "stalls", "drips".
void play(FakePeer &peer, const ReceivedRequest &request)
{
    const std::string &target = request.target;
    const auto is = [&target](const char *way) { return target.starts_with(std::string("/") + way); };
    if (is("beats")) {
        peer.send(streamHead + role);
        repeat(peer, heartbeat, 40);
    } else if (is("stalls")) {
        peer.send(streamHead + role + token);
    } else if (is("drips")) {
        peer.send(streamHead + role);
        repeat(peer, token, 40);
    } else if (is("whole-drips")) { // never the silence of a second
        peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
        repeat(peer, " ", 40);
    }
}

} // namespace

class AttemptLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void bites_data();
    void bites();
    void aRuleComesBeforeTheModelAndThatBeforeTheProvider();
    void boundsAWholeAnswerThatDrips();
    void leavesOthersAlone();
    void keepsAndTellsWhatWasSet();
    void refusesNonsense_data();
    void refusesNonsense();
    void cleanupTestCase() { m_gateway.reset(); }

private:
    QByteArray address(const char *way) const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_upstream->port()) + "/" + way;
    }
    ClientAnswer ask(const QByteArray &model, bool isStream = true)
    {
        return m_gateway->call("POST", "/v1/chat/completions",
                               "{\"model\":\"" + model + "\",\"stream\":" + (isStream ? "true" : "false")
                                   + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
    }
    void addRule(const QByteArray &alias, const QByteArray &provider, const QByteArray &limits)
    {
        const ClientAnswer added = m_gateway->call(
            "POST", "/api/routing/rules",
            "{\"name\":\"" + alias + "\",\"cel_expression\":\"model == '" + alias + "'\",\"targets\":[{\"provider\":\""
                + provider + "\",\"model\":\"m\",\"weight\":1}],\"limits\":" + limits + "}");
        QVERIFY2(added.status == 200 || added.status == 201, added.body.constData());
    }

    std::unique_ptr<FakeUpstream> m_upstream;
    std::unique_ptr<QTcpServer> m_deaf; // accepts and never shakes hands
    std::unique_ptr<GatewayUnderTest> m_gateway;
};

void AttemptLimitsTest::initTestCase()
{
    m_upstream = std::make_unique<FakeUpstream>(play);
    m_deaf = std::make_unique<QTcpServer>();
    QVERIFY(m_deaf->listen(QHostAddress::LocalHost));
    m_gateway = std::make_unique<GatewayUnderTest>();
    for (const char *way : {"silent", "beats", "stalls", "drips"})
        m_gateway->addProvider(way, "openai", address(way));
    m_gateway->addProvider("deaf", "openai", "https://127.0.0.1:" + QByteArray::number(m_deaf->serverPort()));
}

void AttemptLimitsTest::bites_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("connect") << QByteArray("deaf") << QByteArray("connect_ms") << QByteArray("No connection to");
    QTest::newRow("head") << QByteArray("silent") << QByteArray("response_head_ms")
                          << QByteArray("did not begin to answer within 150 ms");
    QTest::newRow("first token") << QByteArray("beats") << QByteArray("first_token_ms")
                                 << QByteArray("beats/m sent no first token within 150 ms");
    QTest::newRow("idle") << QByteArray("stalls") << QByteArray("idle_ms")
                          << QByteArray("fell silent in the middle of its answer for 150 ms");
    QTest::newRow("total") << QByteArray("drips") << QByteArray("total_ms")
                           << QByteArray("had not finished its answer after 150 ms");
}

void AttemptLimitsTest::bites()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, limit);
    QFETCH(QByteArray, text);
    const QByteArray alias = "limited-" + provider;
    addRule(alias, provider, "{\"" + limit + "\":150}");
    QElapsedTimer timer;
    timer.start();
    const ClientAnswer answer = ask(alias);
    QVERIFY2(answer.body.contains(text), answer.body.constData());
    QVERIFY2(!answer.body.contains("[DONE]"), answer.body.constData());
    QVERIFY(timer.elapsed() >= 140);
    // Before the first token it is a plain error.
    const bool hasBegun = provider == "stalls" || provider == "drips";
    QCOMPARE(answer.status, hasBegun ? 200 : 504);
}

void AttemptLimitsTest::aRuleComesBeforeTheModelAndThatBeforeTheProvider()
{
    m_gateway->addProvider("layered", "openai", address("silent"),
                           "\"response_head_timeout_in_seconds\":1,"
                           "\"model_limits\":[{\"model\":\"quick*\",\"response_head_ms\":120}]");
    QVERIFY(ask("layered/slow").body.contains("did not begin to answer within 1 s"));
    QVERIFY(ask("layered/quick-one").body.contains("did not begin to answer within 120 ms"));
    const ClientAnswer added = m_gateway->call(
        "POST", "/api/routing/rules",
        "{\"name\":\"nearest\",\"cel_expression\":\"model == 'nearest'\",\"targets\":[{\"provider\":\"layered\","
        "\"model\":\"quick-one\",\"weight\":1}],\"limits\":{\"response_head_ms\":90}}");
    QVERIFY2(added.status == 200 || added.status == 201, added.body.constData());
    QVERIFY(ask("nearest").body.contains("did not begin to answer within 90 ms"));
}

void AttemptLimitsTest::boundsAWholeAnswerThatDrips()
{
    m_gateway->addProvider("whole-drips", "openai", address("whole-drips"), "\"default_request_timeout_in_seconds\":1");
    const ClientAnswer answer = ask("whole-drips/m", false);
    QCOMPARE(answer.status, 504);
    QVERIFY2(answer.body.contains("had not finished its answer after 1 s"), answer.body.constData());
}

// A whole answer has no first token, and other routes keep their patience.
void AttemptLimitsTest::leavesOthersAlone()
{
    FakeUpstream slow([](FakePeer &peer, const ReceivedRequest &) {
        FakePeer *const open = &peer;
        QTimer::singleShot(300, open, [open] {
            open->answer(200, {{"Content-Type", "application/json"}},
                         "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
                         "\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
                         "\"late\"}}]}");
        });
    });
    m_gateway->addProvider("thinker", "openai", "http://127.0.0.1:" + QByteArray::number(slow.port()),
                           "\"first_token_timeout_in_seconds\":1");
    addRule("patient", "thinker", "{\"first_token_ms\":100}");
    const ClientAnswer answer = ask("patient", false);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("late"));
}

void AttemptLimitsTest::keepsAndTellsWhatWasSet()
{
    m_gateway->addProvider("told", "openai", address("silent"),
                           "\"first_token_timeout_in_seconds\":7,\"stream_total_timeout_in_seconds\":90,"
                           "\"model_limits\":[{\"model\":\"o3*\",\"idle_ms\":1500}]");
    const ClientAnswer provider = m_gateway->call("GET", "/api/providers/told");
    QVERIFY2(provider.body.contains("\"first_token_timeout_in_seconds\":7"), provider.body.constData());
    QVERIFY2(provider.body.contains("\"stream_total_timeout_in_seconds\":90"), provider.body.constData());
    QVERIFY2(provider.body.contains("\"idle_ms\":1500"), provider.body.constData());
    // A script of Bifrost's that does not know them leaves them alone.
    const ClientAnswer changed = m_gateway->call(
        "PUT", "/api/providers/told",
        "{\"network_config\":{\"base_url\":\"" + address("silent")
            + "\",\"default_request_timeout_in_seconds\":44},\"custom_provider_config\":{\"base_provider_type\":"
              "\"openai\"}}");
    QVERIFY2(changed.body.contains("\"first_token_timeout_in_seconds\":7"), changed.body.constData());
    const ClientAnswer simulated = m_gateway->call(
        "POST", "/api/routing/simulate",
        "{\"path\":\"/v1/chat/completions\",\"body\":{\"model\":\"told/o3-mini\",\"stream\":true,\"messages\":[]}}");
    QVERIFY2(simulated.body.contains("\"idle_ms\":1500"), simulated.body.constData());
    QVERIFY2(simulated.body.contains("\"first_token_ms\":7000"), simulated.body.constData());
    QVERIFY2(simulated.body.contains("\"total_ms\":90000"), simulated.body.constData());
}

void AttemptLimitsTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << QByteArray("\"limits\":{\"idle_ms\":0}") << QByteArray("idle_ms");
    QTest::newRow("text") << QByteArray("\"limits\":{\"idle_ms\":\"1s\"}") << QByteArray("idle_ms");
    QTest::newRow("unknown") << QByteArray("\"limits\":{\"silence_ms\":5}") << QByteArray("silence_ms");
    QTest::newRow("no object") << QByteArray("\"limits\":5") << QByteArray("limits");
    QTest::newRow("rescue") << QByteArray("\"resilience\":{\"rescue\":\"maybe\"}") << QByteArray("rescue");
    QTest::newRow("hold") << QByteArray("\"resilience\":{\"hold_tokens\":-2}") << QByteArray("hold_tokens");
}

void AttemptLimitsTest::refusesNonsense()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, text);
    const ClientAnswer answer =
        m_gateway->call("POST", "/api/routing/rules",
                        "{\"name\":\"wrong\",\"targets\":[{\"provider\":\"silent\",\"weight\":1}]," + more + "}");
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains(text), answer.body.constData());
}

QTEST_GUILESS_MAIN(AttemptLimitsTest)
#include "tst_attempt_limits.moc"
