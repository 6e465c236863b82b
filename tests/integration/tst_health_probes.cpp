// A provider in trouble is asked by the gateway itself, where its owner wants that, and no request has to try it.
#include "tests/support/fake_upstream.h"
#include "tests/support/fast_clock.h"
#include "tests/support/gateway_under_test.h"

#include <QtTest>

using namespace tests;
using namespace std::chrono_literals;

namespace {

constexpr int longestWait = 20'000; // the gateway looks for what is due once a second

void answer(FakePeer &peer, bool isWell)
{
    if (isWell)
        peer.answer(
            200, {{"Content-Type", "application/json"}},
            "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
            "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"}}]}");
    else
        peer.answer(503, {{"Content-Type", "application/json"}}, "{\"error\":{\"message\":\"Down.\"}}");
}

// Counts what it is asked.
class Provider {
public:
    bool serves = false;  // requests
    bool answers = false; // probes
    int requests = 0;
    int probes = 0;
    ReceivedRequest lastProbe;

    QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(m_upstream.port()); }

private:
    FakeUpstream m_upstream{[this](FakePeer &peer, const ReceivedRequest &request) {
        if (request.method == "GET") {
            ++probes;
            lastProbe = request;
            answer(peer, answers);
        } else {
            ++requests;
            answer(peer, serves);
        }
    }};
};

} // namespace

class HealthProbesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void sparesTheRequests();
    void isOffByDefault();
    void oneProbeSpeaksForAllModels();
    void asksTheListOfModelsWithTheKey();
    void tellsWhyAProbeFailed();
    void keepsAndTellsWhatWasSet();
    void refusesNonsense_data();
    void refusesNonsense();
    void cleanup();

private:
    // With the well provider as fallback; five times open the circuit.
    void ask(const QByteArray &model, int times = 1);
    void addProbed(const QByteArray &name, const QByteArray &address, const QByteArray &probe);
    ClientAnswer change(const QByteArray &name, const QByteArray &address, const QByteArray &more);
    bool boardHas(const QByteArray &text) { return m_gateway->call("GET", "/api/routing/health").body.contains(text); }

    Provider m_ill;
    Provider m_well;
    std::unique_ptr<GatewayUnderTest> m_gateway;
    FastClock *m_clock = nullptr; // of the gateway; it stands still unless moved
    ClientAnswer m_last;
};

void HealthProbesTest::ask(const QByteArray &model, int times)
{
    for (int time = 0; time < times; ++time)
        m_last = m_gateway->call("POST", "/v1/chat/completions",
                                 "{\"model\":\"" + model
                                     + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
                                       "\"fallbacks\":[\"well/m\"]}");
    QVERIFY2(m_last.status == 200, m_last.body.constData());
}

ClientAnswer HealthProbesTest::change(const QByteArray &name, const QByteArray &address, const QByteArray &more)
{
    return m_gateway->call("PUT", "/api/providers/" + name,
                           "{\"network_config\":{\"base_url\":\"" + address + "\"}" + more + "}");
}

void HealthProbesTest::addProbed(const QByteArray &name, const QByteArray &address, const QByteArray &probe)
{
    m_gateway->addProvider(name, "openai", address);
    const ClientAnswer changed = change(name, address, ",\"health_probe\":\"" + probe + "\"");
    QVERIFY2(changed.status == 200, changed.body.constData());
}

void HealthProbesTest::init()
{
    auto clock = std::make_unique<FastClock>(0);
    m_clock = clock.get();
    m_gateway = std::make_unique<GatewayUnderTest>(2, std::move(clock));
    for (Provider *provider : {&m_ill, &m_well}) {
        provider->requests = provider->probes = 0;
        provider->answers = false;
    }
    m_ill.serves = false;
    m_well.serves = true;
    m_gateway->addProvider("well", "openai", m_well.address());
}

void HealthProbesTest::cleanup()
{
    m_gateway.reset();
}

void HealthProbesTest::sparesTheRequests()
{
    addProbed("ill", m_ill.address(), "/alive");
    ask("ill/m", 6);
    QCOMPARE(m_ill.requests, 5);
    for (int probe = 1; probe <= 3; ++probe) {
        m_clock->advance(10s);
        QTRY_COMPARE_WITH_TIMEOUT(m_ill.probes, probe, longestWait);
        QTRY_VERIFY(boardHas("\"state\":\"open\"") && boardHas("Probes so far: " + QByteArray::number(probe) + "."));
        ask("ill/m");
        QCOMPARE(m_ill.requests, 5); // nobody had to find out that it is still down
    }
    QCOMPARE(m_ill.lastProbe.target, std::string("/alive"));

    m_ill.answers = true;
    m_clock->advance(10s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ill.probes, 4, longestWait);
    QTRY_VERIFY(!boardHas("half_open"));
    ask("ill/m"); // it answers, but does not serve yet
    QCOMPARE(m_ill.requests, 6);
    ask("ill/m");
    QCOMPARE(m_ill.requests, 6);

    m_ill.serves = true;
    m_clock->advance(10s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ill.probes, 5, longestWait);
    QTRY_VERIFY(!boardHas("half_open"));
    ask("ill/m", 3);
    QCOMPARE(m_ill.requests, 9);
    QVERIFY(boardHas("\"targets\":[]"));
    QCOMPARE(m_ill.probes, 5);
}

void HealthProbesTest::isOffByDefault()
{
    Provider other;
    m_gateway->addProvider("ill", "openai", m_ill.address());
    addProbed("other", other.address(), "/alive");
    ask("ill/m", 5);
    ask("other/m", 5);
    m_clock->advance(10s);
    QTRY_COMPARE_WITH_TIMEOUT(other.probes, 1, longestWait);
    QTRY_VERIFY(boardHas("Probes so far: 1."));
    QCOMPARE(m_ill.probes, 0);
    ask("ill/m"); // the request is the probe
    QCOMPARE(m_ill.requests, 6);
}

void HealthProbesTest::oneProbeSpeaksForAllModels()
{
    addProbed("ill", m_ill.address(), "/alive");
    ask("ill/one", 5);
    ask("ill/two", 5);
    m_ill.answers = true;
    m_clock->advance(10s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ill.probes, 1, longestWait);
    QTRY_VERIFY(!boardHas("half_open"));
    QCOMPARE(m_ill.probes, 1);
    m_ill.serves = true;
    ask("ill/one");
    ask("ill/two");
    QCOMPARE(m_ill.requests, 12);
}

void HealthProbesTest::asksTheListOfModelsWithTheKey()
{
    addProbed("ill", m_ill.address(), "models");
    ask("ill/m", 5);
    m_clock->advance(10s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ill.probes, 1, longestWait);
    QCOMPARE(m_ill.lastProbe.target, std::string("/v1/models"));
    QCOMPARE(std::string(m_ill.lastProbe.headers.value("authorization")), std::string("Bearer secret-of-ill"));
}

// Nothing listens there any more, and a request would have had to find out.
void HealthProbesTest::tellsWhyAProbeFailed()
{
    auto gone = std::make_unique<FakeUpstream>(nullptr);
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(gone->port());
    gone.reset();
    addProbed("ill", address, "/alive");
    ask("ill/m", 5);
    m_clock->advance(10s);
    QTRY_VERIFY_WITH_TIMEOUT(boardHas("Probes so far: 1.") && boardHas("\"state\":\"open\""), longestWait);
    QVERIFY(boardHas("\"failures_in_a_row\":6"));
    QVERIFY(boardHas("Nothing listens at"));
}

void HealthProbesTest::keepsAndTellsWhatWasSet()
{
    addProbed("ill", m_ill.address(), "/alive");
    const auto isProbed = [this] {
        return m_gateway->call("GET", "/api/providers/ill").body.contains("\"health_probe\":\"/alive\"");
    };
    QVERIFY(isProbed());
    // A script of Bifrost's that does not know it leaves it alone.
    QCOMPARE(change("ill", m_ill.address(), ",\"send_back_raw_request\":true").status, 200);
    QVERIFY(isProbed());
    QCOMPARE(change("ill", m_ill.address(), ",\"health_probe\":\"\"").status, 200);
    QVERIFY(!isProbed());
}

void HealthProbesTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a word") << QByteArray("\"ping\"");
    QTest::newRow("another host") << QByteArray("\"//elsewhere/\"");
    QTest::newRow("an address") << QByteArray("\"http://elsewhere/\"");
    QTest::newRow("a line break") << QByteArray("\"/a\\r\\nX: y\"");
    QTest::newRow("a space") << QByteArray("\"/a b\"");
    QTest::newRow("too long") << QByteArray("\"/" + QByteArray(500, 'a') + "\"");
    QTest::newRow("no text") << QByteArray("true");
}

void HealthProbesTest::refusesNonsense()
{
    QFETCH(QByteArray, value);
    m_gateway->addProvider("odd", "openai", m_ill.address());
    const ClientAnswer refused = change("odd", m_ill.address(), ",\"health_probe\":" + value);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.body.contains("health_probe"), refused.body.constData());
}

QTEST_GUILESS_MAIN(HealthProbesTest)
#include "tst_health_probes.moc"
