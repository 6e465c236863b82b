// How few requests meet a dead target, how exactly a provider's wish to wait is kept, how soon a fallback takes over,
// how soon a provider hears that nobody waits any more: with real sockets and real time.
#include "tests/integration/dialect_client.h"
#include "tests/integration/sick_provider.h"
#include "tests/support/fast_clock.h"

#include <set>
#include <algorithm>

#include <QElapsedTimer>
#include <QTimer>
#include <QSignalSpy>
#include <QTest>

using namespace tests;

namespace {

constexpr int latency = 100; // of the fallback, milliseconds
constexpr auto chat = ClientDialectName::Chat;

qint64 percentile95(std::vector<qint64> durations)
{
    std::sort(durations.begin(), durations.end());
    return durations[durations.size() * 95 / 100];
}

} // namespace

class OutagesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void fewRequestsMeetADeadTarget();
    void keepsAKeyAloneForAsLongAsTheProviderAsks();
    void takesAnotherKeyAtOnce();
    void fallsBackFromASilentTargetInTime_data();
    void fallsBackFromASilentTargetInTime();
    void tellsTheProviderThatTheClientLeft_data();
    void tellsTheProviderThatTheClientLeft();
    void cleanup();

private:
    static QByteArray address(const FakeUpstream &upstream)
    {
        return "http://127.0.0.1:" + QByteArray::number(upstream.port());
    }
    // Ten at a time; how long each took, in milliseconds.
    std::vector<qint64> askTimes(int requests, const std::string &model, const std::string &fallback);

    std::unique_ptr<FakeUpstream> m_well;
    std::unique_ptr<GatewayUnderTest> m_gateway;
    FastClock *m_clock = nullptr; // of the gateway
};

void OutagesTest::init()
{
    m_well = std::make_unique<FakeUpstream>([](FakePeer &peer, const ReceivedRequest &request) {
        FakePeer *const open = &peer;
        QTimer::singleShot(latency, Qt::PreciseTimer, open, [open, request] { playWell(*open, request); });
    });
    auto clock = std::make_unique<FastClock>();
    m_clock = clock.get();
    m_gateway = std::make_unique<GatewayUnderTest>(2, std::move(clock));
    m_gateway->addProvider("well", "anthropic", address(*m_well));
}

void OutagesTest::cleanup()
{
    m_gateway.reset();
    m_well.reset();
}

std::vector<qint64> OutagesTest::askTimes(int requests, const std::string &model, const std::string &fallback)
{
    struct Asked {
        std::unique_ptr<ClientCall> call;
        QElapsedTimer since;
    };
    std::vector<Asked> running;
    std::vector<qint64> durations;
    int asked = 0;
    const auto collect = [&] {
        std::erase_if(running, [&](const Asked &each) {
            if (!each.call->hasEnded())
                return false;
            durations.push_back(each.since.elapsed());
            if (read(chat, false, each.call->answer()).kind != SeenAnswer::Kind::Success)
                durations.back() = 1'000'000;
            return true;
        });
        for (; running.size() < 10 && asked < requests; ++asked) {
            running.push_back({std::make_unique<ClientCall>(m_gateway->port(), "POST", pathFor(chat, model, false),
                                                            bodyFor(chat, model, false, fallback)),
                               {}});
            running.back().since.start();
        }
        return static_cast<int>(durations.size()) == requests;
    };
    if (!QTest::qWaitFor(collect, 60'000))
        durations.push_back(1'000'000);
    return durations;
}

void OutagesTest::fewRequestsMeetADeadTarget()
{
    bool isDead = true;
    int met = 0;
    FakeUpstream primary([&](FakePeer &peer, const ReceivedRequest &) {
        ++met;
        if (isDead)
            peer.answer(503, {{"Content-Type", "application/json"}}, R"({"error":{"message":"Down."}})");
        else
            peer.answer(200, {{"Content-Type", "application/json"}},
                        R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                        R"("finish_reason":"stop","message":{"role":"assistant","content":"back"}}]})");
    });
    m_gateway->addProvider("primary", "openai", address(primary), "\"max_retries\":2");
    const auto own = percentile95(askTimes(100, "well/m", ""));
    QElapsedTimer outage;
    outage.start();
    std::vector<qint64> durations;
    for (int request = 0; request < 2; ++request) { // one after the other: then the circuit is open
        const auto alone = askTimes(1, "primary/m", "well/m");
        durations.insert(durations.end(), alone.begin(), alone.end());
    }
    const auto others = askTimes(98, "primary/m", "well/m");
    durations.insert(durations.end(), others.begin(), others.end());
    const int probes = static_cast<int>(outage.elapsed() / 5'000);
    QVERIFY2(met <= 5 + probes, qPrintable(QString::number(met)));
    QVERIFY2(percentile95(durations) <= own * 12 / 10,
             qPrintable(QStringLiteral("%1 ms, the fallback alone %2 ms").arg(percentile95(durations)).arg(own)));

    isDead = false;
    m_clock->advance(std::chrono::seconds(60));
    const int beforeTheProbe = met;
    for (int request = 0; request < 3; ++request) {
        const ClientAnswer answer =
            m_gateway->call("POST", pathFor(chat, "primary/m", false), bodyFor(chat, "primary/m", false, "well/m"));
        QVERIFY2(answer.body.contains("back"), answer.body.constData());
    }
    QCOMPARE(met, beforeTheProbe + 3);
}

void OutagesTest::keepsAKeyAloneForAsLongAsTheProviderAsks()
{
    QElapsedTimer since;
    std::vector<qint64> attempts;
    FakeUpstream limited([&](FakePeer &peer, const ReceivedRequest &request) {
        attempts.push_back(attempts.empty() ? (since.start(), 0) : since.elapsed());
        if (attempts.size() == 1)
            peer.answer(429, {{"Content-Type", "application/json"}, {"Retry-After", "2"}},
                        R"({"error":{"message":"slow down"}})");
        else
            playWell(peer, request);
    });
    m_gateway->addProvider("limited", "anthropic", address(limited), "\"max_retries\":2");
    ClientCall first(m_gateway->port(), "POST", pathFor(chat, "limited/m", false),
                     bodyFor(chat, "limited/m", false, ""));
    QTRY_COMPARE(attempts.size(), std::size_t(1));
    // Another request within the two seconds must not touch the key either: it has a fallback and waits, or goes there.
    ClientCall second(m_gateway->port(), "POST", pathFor(chat, "limited/m", false),
                      bodyFor(chat, "limited/m", false, "well/m"));
    QTRY_VERIFY_WITH_TIMEOUT(first.hasEnded() && second.hasEnded(), 20'000);
    QCOMPARE(read(chat, false, first.answer()).kind, SeenAnswer::Kind::Success);
    QCOMPARE(read(chat, false, second.answer()).kind, SeenAnswer::Kind::Success);
    for (std::size_t index = 1; index < attempts.size(); ++index)
        QVERIFY2(attempts[index] >= 1'990, qPrintable(QString::number(attempts[index]))); // its clock began behind ours
}

void OutagesTest::takesAnotherKeyAtOnce()
{
    qint64 best = 1'000'000;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer since;
        qint64 gap = -1;
        std::set<std::string> keys;
        FakeUpstream limited([&](FakePeer &peer, const ReceivedRequest &request) {
            keys.insert(std::string(request.headers.value("x-api-key")));
            if (keys.size() == 1) {
                since.start();
                peer.answer(429, {{"Content-Type", "application/json"}, {"Retry-After", "2"}},
                            R"({"error":{"message":"slow down"}})");
                return;
            }
            gap = since.elapsed();
            playWell(peer, request);
        });
        const QByteArray name = "twokeys" + QByteArray::number(round);
        m_gateway->addProvider(name, "anthropic", address(limited));
        m_gateway->call("POST", "/api/providers/" + name + "/keys",
                        R"({"name":"second of )" + name + R"(","value":"another-secret","models":["*"],"weight":1.0})");
        const std::string model = name.toStdString() + "/m";
        const ClientAnswer answer =
            m_gateway->call("POST", pathFor(chat, model, false), bodyFor(chat, model, false, ""));
        QCOMPARE(read(chat, false, answer).kind, SeenAnswer::Kind::Success);
        QCOMPARE(keys.size(), std::size_t(2));
        best = std::min(best, gap);
    }
    QVERIFY2(best < 50, qPrintable(QString::number(best)));
}

void OutagesTest::fallsBackFromASilentTargetInTime_data()
{
    QTest::addColumn<bool>("beats");
    QTest::newRow("nothing at all") << false;
    QTest::newRow("heartbeats only") << true;
}

void OutagesTest::fallsBackFromASilentTargetInTime()
{
    QFETCH(bool, beats);
    constexpr int limit = 1'000;
    QCOMPARE(m_gateway->call("PUT", "/api/routing/resilience", "{\"slow_start_after_ms\":0}").status, 200);
    qint64 best = 1'000'000;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer since;
        qint64 gap = -1;
        FakeUpstream silent([&](FakePeer &peer, const ReceivedRequest &) {
            since.start();
            if (!beats)
                return;
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
            auto *heart = new QTimer(&peer);
            FakePeer *const open = &peer;
            connect(heart, &QTimer::timeout, heart, [open] { open->send(": alive\n\n"); });
            heart->start(100);
        });
        m_well->setScript([&](FakePeer &peer, const ReceivedRequest &request) {
            gap = since.elapsed();
            playWell(peer, request);
        });
        const QByteArray name = "silent" + QByteArray::number(round);
        m_gateway->addProvider(name, "openai", address(silent),
                               beats ? "\"first_token_timeout_in_seconds\":1"
                                     : "\"response_head_timeout_in_seconds\":1");
        const std::string model = name.toStdString() + "/m";
        const ClientAnswer answer =
            m_gateway->call("POST", pathFor(chat, model, true), bodyFor(chat, model, true, "well/m"));
        QCOMPARE(read(chat, true, answer).kind, SeenAnswer::Kind::Success);
        QVERIFY2(gap >= limit - 20, qPrintable(QString::number(gap)));
        best = std::min(best, gap);
    }
    QVERIFY2(best <= limit + 100, qPrintable(QString::number(best)));
}

void OutagesTest::tellsTheProviderThatTheClientLeft_data()
{
    QTest::addColumn<bool>("hasBegun");
    QTest::newRow("before the first byte") << false;
    QTest::newRow("behind the first byte") << true;
}

void OutagesTest::tellsTheProviderThatTheClientLeft()
{
    QFETCH(bool, hasBegun);
    qint64 best = 1'000'000;
    for (int round = 0; round < 3; ++round) {
        bool wasAsked = false;
        FakeUpstream busy([&](FakePeer &peer, const ReceivedRequest &) {
            wasAsked = true;
            if (hasBegun)
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                          "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                          "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"begun\"},\"finish_reason\":null}]}\n\n");
        });
        QSignalSpy closed(&busy, &FakeUpstream::connectionClosed);
        const QByteArray name = "busy" + QByteArray::number(round);
        m_gateway->addProvider(name, "openai", address(busy));
        const std::string model = name.toStdString() + "/m";
        auto call = std::make_unique<ClientCall>(m_gateway->port(), "POST", pathFor(chat, model, true),
                                                 bodyFor(chat, model, true, ""));
        QTRY_VERIFY(wasAsked);
        if (hasBegun)
            QTRY_VERIFY(call->answer().body.contains("begun"));
        QElapsedTimer since;
        since.start();
        call.reset(); // closes its connection
        QTRY_COMPARE(closed.count(), 1);
        best = std::min(best, since.elapsed());
    }
    QVERIFY2(best <= 100, qPrintable(QString::number(best)));
}

QTEST_GUILESS_MAIN(OutagesTest)
#include "tst_outages.moc"
