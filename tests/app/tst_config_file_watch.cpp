// A configuration file that changes while the gateway runs.
#include "app/config_file_watch.h"
#include "app/stop_signals.h"
#include "tests/support/awaited_reply.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"
#include "tests/support/manual_clock.h"

#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

using namespace gateway;
using app::ConfigFileWatch;
using tests::ClientAnswer;
using tests::ClientCall;

namespace {

constexpr int longestWait = 30'000;

QByteArray configuration(const QByteArray &baseUrl, const QByteArray &weight)
{
    return R"({"version":2,"providers":{"house":{"keys":[{"name":"k","value":"secret-of-house","models":["*"],"weight":)"
           + weight + R"(}],"network_config":{"base_url":")" + baseUrl
           + R"("},"custom_provider_config":{"base_provider_type":"openai"}}}})";
}

} // namespace

class ConfigFileWatchTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void takesOverWhatChangesInIt();
    void seesAFileThatEditorsReplace();
    void waitsForAFileThatIsNotThere();
    void putsNothingBackUnlessTheContentChanged();
    void keepsWhatIsInForceWhenTheContentIsBroken();
    void cutsNoStream();
    void looksWhenSomebodySendsAHangup();

private:
    void write(const QByteArray &content);
    void replace(const QByteArray &content); // as most editors do
    void start();
    double weight() const;
    // Time goes on until so many contents were taken over.
    bool isTakenOver(int times)
    {
        return QTest::qWaitFor(
            [this, times] {
                m_clock.advance(ConfigFileWatch::settleTime);
                return m_taken->count() >= times;
            },
            longestWait);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    tests::ManualClock m_clock;
    std::unique_ptr<tests::GatewayUnderTest> m_gateway;
    std::unique_ptr<ConfigFileWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_taken;
    QStringList m_problems;
};

void ConfigFileWatchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_gateway = std::make_unique<tests::GatewayUnderTest>();
    m_watch = std::make_unique<ConfigFileWatch>(m_folder->filePath(QStringLiteral("config.json")), m_gateway->service(),
                                                m_clock, ConfigFileWatch::Rules{});
    m_taken = std::make_unique<QSignalSpy>(m_watch.get(), &ConfigFileWatch::takenOver);
    m_problems.clear();
    connect(m_watch.get(), &ConfigFileWatch::problemChanged, this,
            [this](const QString &problem) { m_problems.append(problem); });
}

void ConfigFileWatchTest::cleanup()
{
    m_taken.reset();
    m_watch.reset();
    m_gateway.reset();
}

void ConfigFileWatchTest::write(const QByteArray &content)
{
    QFile file(m_folder->filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

void ConfigFileWatchTest::replace(const QByteArray &content)
{
    QSaveFile file(m_folder->filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        qFatal("cannot replace");
}

void ConfigFileWatchTest::start()
{
    m_watch->start([] {});
    if (!QTest::qWaitFor([this] { return m_taken->count() == 1; }, longestWait))
        qFatal("not taken over at the start");
}

double ConfigFileWatchTest::weight() const
{
    const QList<api::ProviderView> providers = m_gateway->service().providers();
    return providers.isEmpty() || providers.front().keys.isEmpty() ? -1 : providers.front().keys.front().weight;
}

void ConfigFileWatchTest::takesOverWhatChangesInIt()
{
    write(configuration("http://127.0.0.1:9", "1"));
    start();
    QCOMPARE(weight(), 1.0);
    write(configuration("http://127.0.0.1:9", "0.5"));
    QVERIFY(isTakenOver(2));
    QCOMPARE(weight(), 0.5);
    QCOMPARE(m_taken->at(1).at(0).toStringList(), QStringList{QStringLiteral("/providers/house/keys")});
    QVERIFY(m_problems.isEmpty());
}

void ConfigFileWatchTest::seesAFileThatEditorsReplace()
{
    write(configuration("http://127.0.0.1:9", "1"));
    start();
    replace(configuration("http://127.0.0.1:9", "0.5"));
    QVERIFY(isTakenOver(2));
    replace(configuration("http://127.0.0.1:9", "0.25"));
    QVERIFY(isTakenOver(3));
    QCOMPARE(weight(), 0.25);
}

void ConfigFileWatchTest::waitsForAFileThatIsNotThere()
{
    m_watch->start([] {});
    QCOMPARE(m_taken->count(), 0);
    replace(configuration("http://127.0.0.1:9", "0.75"));
    QVERIFY(isTakenOver(1));
    QCOMPARE(weight(), 0.75);
}

void ConfigFileWatchTest::putsNothingBackUnlessTheContentChanged()
{
    write(configuration("http://127.0.0.1:9", "1"));
    start();
    const api::ProviderView provider = m_gateway->service().providers().at(0);
    api::SaveProviderKey command;
    command.provider = provider.name;
    command.key = provider.keys.at(0);
    command.key.weight = 0.1;
    QVERIFY(tests::awaitReply<api::ProviderKeyView>(
        [&](auto reply) { m_gateway->service().saveProviderKey(command, reply); }));
    replace(configuration("http://127.0.0.1:9", "1"));
    m_watch->look();
    QCOMPARE(m_taken->count(), 1);
    QCOMPARE(weight(), 0.1);
    replace(configuration("http://127.0.0.1:9", "1").replace("secret-of-house", "another-secret"));
    m_watch->look();
    QVERIFY(isTakenOver(2));
    QCOMPARE(weight(), 1.0); // the entry is set as the file says
}

void ConfigFileWatchTest::keepsWhatIsInForceWhenTheContentIsBroken()
{
    const QByteArray whole = configuration("http://127.0.0.1:9", "1");
    write(whole);
    start();
    write(whole.left(whole.size() / 2));
    m_watch->look();
    QCOMPARE(m_problems.size(), 1);
    QVERIFY2(m_problems.front().contains(QStringLiteral("line 1")), qPrintable(m_problems.front()));
    QCOMPARE(weight(), 1.0);
    m_watch->look(); // is told once
    QCOMPARE(m_problems.size(), 1);
    write(whole);
    m_watch->look();
    QCOMPARE(m_problems.size(), 2);
    QVERIFY(m_problems.back().isEmpty());
    QCOMPARE(m_taken->count(), 1);
    write(whole.left(whole.size() / 2));
    m_watch->look();
    QCOMPARE(m_problems.size(), 3);
    QVERIFY(!m_problems.back().isEmpty());
}

void ConfigFileWatchTest::cutsNoStream()
{
    tests::FakeUpstream upstream([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                  "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"before\"}}]}\n\n");
    });
    const QByteArray baseUrl = "http://127.0.0.1:" + QByteArray::number(upstream.port());
    write(configuration(baseUrl, "1"));
    start();
    const ClientCall call(m_gateway->port(), "POST", "/v1/chat/completions",
                          R"({"model":"house/m","stream":true,"messages":[{"role":"user","content":"Hello"}]})");
    QTRY_VERIFY_WITH_TIMEOUT(call.answer().body.contains("before"), longestWait);
    // Everything that the stream depends on becomes another.
    write(configuration("http://127.0.0.1:9", "0.5").replace("secret-of-house", "another-secret"));
    QVERIFY(isTakenOver(2));
    QCOMPARE(m_gateway->service().providers().at(0).network.baseUrl, QStringLiteral("http://127.0.0.1:9"));
    upstream.lastPeer()->send("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"after\"},"
                              "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
    upstream.lastPeer()->close();
    QTRY_VERIFY_WITH_TIMEOUT(call.hasEnded(), longestWait);
    const ClientAnswer answer = call.answer();
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.isWhole && answer.body.contains("after") && answer.body.contains("[DONE]"),
             answer.body.constData());
}

void ConfigFileWatchTest::looksWhenSomebodySendsAHangup()
{
#ifdef Q_OS_UNIX
    int stops = 0;
    int looks = 0;
    app::onStopSignal(*m_watch, [&stops] { ++stops; });
    app::onReloadSignal(*m_watch, [&looks] { ++looks; });
    for (int sent = 1; sent <= 2; ++sent) {
        QCOMPARE(::kill(::getpid(), SIGHUP), 0);
        QTRY_COMPARE(looks, sent);
    }
    QCOMPARE(stops, 0);
    QCOMPARE(::kill(::getpid(), SIGTERM), 0);
    QTRY_COMPARE(stops, 1);
    QCOMPARE(looks, 2);
#else
    QSKIP("There are no such signals here.");
#endif
}

QTEST_GUILESS_MAIN(ConfigFileWatchTest)
#include "tst_config_file_watch.moc"
