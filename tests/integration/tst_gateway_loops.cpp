// A gateway whose provider is, by whatever way, itself: refused with the reason, after one hop at most.
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"

#include <QTcpServer>
#include <QTimer>
#include <QtTest>

#include <optional>

using namespace tests;

namespace {

const QByteArray body = "{\"model\":\"%/m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

quint16 freePort(const QHostAddress &address)
{
    QTcpServer server;
    return server.listen(address) ? server.serverPort() : quint16(0);
}

// Sends what it is asked on to a port, as a gateway of another process does, and adds its own mark as Bilrost does.
class OtherGateway {
public:
    explicit OtherGateway(quint16 next)
        : m_upstream([this, next](FakePeer &peer, const ReceivedRequest &request) { passOn(peer, request, next); })
    {
    }
    quint16 port() const { return m_upstream.port(); }

private:
    void passOn(FakePeer &peer, const ReceivedRequest &request, quint16 next)
    {
        const QByteArray marks = QByteArray::fromStdString(std::string(request.headers.value("x-bilrost-hop")));
        auto *call =
            new ClientCall(next, "POST", QByteArray::fromStdString(request.target),
                           QByteArray::fromStdString(request.body), "x-bilrost-hop: " + marks + ",0123456789ab\r\n");
        call->setParent(&peer);
        FakePeer *const open = &peer;
        auto *timer = new QTimer(call);
        QObject::connect(timer, &QTimer::timeout, call, [open, call, timer] {
            if (!call->hasEnded())
                return;
            timer->stop();
            open->answer(call->answer().status, {{"Content-Type", "application/json"}},
                         call->answer().body.toStdString());
            open->close();
        });
        timer->start(5);
    }

    FakeUpstream m_upstream;
};

} // namespace

class GatewayLoopsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesWhatComesBack_data();
    void refusesWhatComesBack();
    void refusesToBeItsOwnProvider();
    void letsOthersPassOn();
    void cleanupTestCase() { m_gateway.reset(); }

private:
    ClientAnswer ask(const QByteArray &provider) const;

    std::unique_ptr<GatewayUnderTest> m_gateway;
    std::unique_ptr<OtherGateway> m_between;
    std::unique_ptr<FakeUpstream> m_server;
    quint16 m_port = 0; // where it listens after its providers were set up
    bool m_hasIpv6 = false;
    int m_recorded = 0; // requests that have reached the gateway
};

ClientAnswer GatewayLoopsTest::ask(const QByteArray &provider) const
{
    QByteArray question = body;
    const ClientCall call(m_port, "POST", "/v1/chat/completions", question.replace("%", provider));
    return QTest::qWaitFor([&] { return call.hasEnded(); }, 30'000) ? call.answer() : ClientAnswer{};
}

// A gateway that moves to a port at which one of its providers is: that cannot be known when the provider is saved.
void GatewayLoopsTest::initTestCase()
{
    m_gateway = std::make_unique<GatewayUnderTest>();
    m_port = freePort(QHostAddress(QHostAddress::LocalHost));
    QVERIFY(m_port != 0);
    m_hasIpv6 = freePort(QHostAddress(QHostAddress::LocalHostIPv6)) != 0;
    m_between = std::make_unique<OtherGateway>(m_port);
    m_server = std::make_unique<FakeUpstream>([](FakePeer &peer, const ReceivedRequest &) {
        peer.answer(
            200, {{"Content-Type", "application/json"}},
            "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
            "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"}}]}");
    });
    const QByteArray port = QByteArray::number(m_port);
    m_gateway->addProvider("loopback", "openai", "http://127.0.0.1:" + port);
    m_gateway->addProvider("hostname", "openai", "http://localhost:" + port);
    m_gateway->addProvider("ipv6", "openai", "http://[::1]:" + port);
    m_gateway->addProvider("between", "openai", "http://127.0.0.1:" + QByteArray::number(m_between->port()));
    m_gateway->addProvider("server", "openai", "http://127.0.0.1:" + QByteArray::number(m_server->port()));
    std::optional<bool> isListening;
    QStringList addresses{QStringLiteral("127.0.0.1")};
    if (m_hasIpv6)
        addresses.append(QStringLiteral("::1"));
    m_gateway->service().startListening(
        {addresses, m_port}, [&](const gateway::Result<gateway::api::Done> &done) { isListening = done.has_value(); });
    QTRY_VERIFY(isListening.has_value());
    QVERIFY(*isListening);
}

void GatewayLoopsTest::refusesWhatComesBack_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<int>("records");
    for (const char *provider : {"loopback", "hostname", "ipv6"})
        QTest::newRow(provider) << QByteArray(provider) << 1; // nothing was sent
    QTest::newRow("between") << QByteArray("between") << 2;   // it came back once, and no second time
}

void GatewayLoopsTest::refusesWhatComesBack()
{
    QFETCH(QByteArray, provider);
    QFETCH(int, records);
    if (provider == "ipv6" && !m_hasIpv6)
        QSKIP("There is no IPv6 here.");
    const ClientAnswer answer = ask(provider);
    QCOMPARE(answer.status, 508);
    QVERIFY2(answer.body.contains("Bilrost itself"), answer.body.constData());
    m_recorded += records;
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->service().status().storedRequests, qint64(m_recorded), 20'000);
}

void GatewayLoopsTest::refusesToBeItsOwnProvider()
{
    for (const char *host : {"127.0.0.1", "localhost", "[::1]"}) {
        gateway::api::SaveProvider command;
        command.provider.name = QStringLiteral("self");
        command.provider.isCustom = true;
        command.provider.family = QStringLiteral("openai");
        command.provider.network.baseUrl = QStringLiteral("http://%1:%2").arg(QLatin1String(host)).arg(m_port);
        std::optional<gateway::Result<gateway::api::ProviderView>> saved;
        m_gateway->service().saveProvider(command, [&](const auto &result) { saved = result; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(!saved->has_value());
        QVERIFY2(saved->error().message.find("Bilrost itself") != std::string::npos, saved->error().message.c_str());
    }
}

// What has passed another gateway is no loop.
void GatewayLoopsTest::letsOthersPassOn()
{
    const OtherGateway before(m_port);
    QByteArray question = body;
    const ClientCall call(before.port(), "POST", "/v1/chat/completions", question.replace("%", "server"));
    QTRY_VERIFY_WITH_TIMEOUT(call.hasEnded(), 20'000);
    QCOMPARE(call.answer().status, 200);
    QVERIFY(call.answer().body.contains("Hello"));
}

QTEST_GUILESS_MAIN(GatewayLoopsTest)
#include "tst_gateway_loops.moc"
