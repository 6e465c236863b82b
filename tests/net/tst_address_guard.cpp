// Where no request may go, however the address is written, and whoever says it.
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/upstream_url.h"
#include "tests/net/exchange_recorder.h"
#include "tests/net/upstream_rig.h"

#include <QtTest/QTest>

using namespace gateway;
using namespace gateway::net;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::ReceivedRequest;

namespace {

void answerNothing(FakePeer &peer, const ReceivedRequest &)
{
    peer.answer(200, {}, "{}");
}

void schemes()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("without TLS") << QByteArray("http");
    QTest::newRow("with TLS") << QByteArray("https");
}

std::unique_ptr<UpstreamTransport> transportFor(const QByteArray &scheme, const TargetCheck &check)
{
    if (scheme == "http") {
        DirectTransportLimits limits;
        limits.targets = check;
        return std::make_unique<DirectTransport>(limits);
    }
    NetworkAccessLimits limits;
    limits.targets = check;
    return std::make_unique<NetworkAccessTransport>(limits);
}

UpstreamRequest requestTo(const QByteArray &scheme, std::string host, std::uint16_t port)
{
    auto route = std::make_shared<UpstreamRoute>();
    route->scheme = scheme.toStdString();
    route->host = std::move(host);
    route->port = port;
    route->proxyMode = ProxyMode::None;
    UpstreamRequest request;
    request.route = std::move(route);
    request.method = "POST";
    request.target = "/v1/x";
    request.headers = {{"Authorization", "Bearer secret"}};
    request.body = std::make_shared<const std::string>("{}");
    return request;
}

} // namespace

class AddressGuardTest : public QObject {
    Q_OBJECT

private slots:
    void refusesEveryForm_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("dotted") << QByteArray("169.254.169.254");
        QTest::newRow("another link-local one") << QByteArray("169.254.1.2");
        QTest::newRow("one number") << QByteArray("2852039166");
        QTest::newRow("one number in hexadecimal") << QByteArray("0xA9FEA9FE");
        QTest::newRow("hexadecimal parts") << QByteArray("0xa9.0xfe.0xa9.0xfe");
        QTest::newRow("octal parts") << QByteArray("0251.0376.0251.0376");
        QTest::newRow("mixed parts") << QByteArray("169.0xfe.43518");
        QTest::newRow("two parts") << QByteArray("169.16689662");
        QTest::newRow("mapped into IPv6") << QByteArray("::ffff:169.254.169.254");
        QTest::newRow("mapped, in hexadecimal") << QByteArray("::ffff:a9fe:a9fe");
        QTest::newRow("NAT64") << QByteArray("64:ff9b::a9fe:a9fe");
        QTest::newRow("link-local IPv6") << QByteArray("fe80::1");
        QTest::newRow("the end of link-local IPv6") << QByteArray("febf::1");
        QTest::newRow("metadata of Amazon in IPv6") << QByteArray("fd00:ec2::254");
        QTest::newRow("metadata of Alibaba") << QByteArray("100.100.100.200");
    }
    void refusesEveryForm()
    {
        QFETCH(QByteArray, host);
        const auto refusal = refusalOfHost(host.toStdString());
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::InvalidRequest);
    }

    void allowsWhatPeopleRun_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host : {"127.0.0.1", "127.1", "::1", "localhost", "10.0.0.8", "192.168.1.7", "172.16.0.1",
                                 "fd12:3456::1", "8.8.8.8", "169.253.255.255", "169.255.0.0", "api.openai.com",
                                 "metadata.example.com", "100.100.100.201", "2852039167a", "fec0::1"})
            QTest::newRow(host) << QByteArray(host);
    }
    void allowsWhatPeopleRun()
    {
        QFETCH(QByteArray, host);
        QVERIFY(!refusalOfHost(host.toStdString()));
    }

    // A name says nothing before it is resolved, so what it resolves to is looked at: nothing goes out to a forbidden
    // address. With TLS nobody even connects there.
    void looksAtWhatANameResolvesTo_data() { schemes(); }
    void looksAtWhatANameResolvesTo()
    {
        QFETCH(QByteArray, scheme);
        FakeUpstream upstream(&answerNothing);
        TargetCheck check;
        check.isForbidden = [](const QHostAddress &address) { return address.isLoopback(); };
        const auto transport = transportFor(scheme, check);
        ExchangeRecorder recorder;
        const auto exchange = transport->start(requestTo(scheme, "localhost", upstream.port()), recorder);
        QVERIFY(QTest::qWaitFor([&recorder] { return recorder.hasEnded(); }));
        QVERIFY(recorder.error.has_value());
        QCOMPARE(recorder.error->code, ErrorCode::InvalidRequest);
        QVERIFY(upstream.requests().empty());
        QVERIFY(scheme == "http" || upstream.acceptedConnections() == 0);
        QCOMPARE(recorder.violations, 0);
    }

    void knowsItsOwnListener_data()
    {
        QTest::addColumn<QString>("listens");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QString>("local");
        QTest::addColumn<bool>("isOwn");
        const auto row = [](const char *listens, const char *peer, const char *local, bool isOwn) {
            QTest::addRow("%s, to %s from %s", listens, peer, local)
                << QString::fromLatin1(listens) << QString::fromLatin1(peer) << QString::fromLatin1(local) << isOwn;
        };
        row("127.0.0.1", "127.0.0.1", "127.0.0.1", true);
        row("127.0.0.1", "::ffff:127.0.0.1", "::ffff:127.0.0.1", true);
        row("127.0.0.1", "127.0.1.1", "127.0.0.1", false); // somebody else may listen there
        row("127.0.0.1", "::1", "::1", false);
        row("127.0.0.1", "192.168.1.7", "192.168.1.7", false);
        row("::1", "::1", "::1", true);
        row("192.168.1.7", "192.168.1.7", "192.168.1.7", true);
        row("0.0.0.0", "192.168.1.7", "192.168.1.7", true);
        row("0.0.0.0", "127.0.1.1", "127.0.0.1", true); // the host's name in Debian
        row("0.0.0.0", "192.168.1.8", "192.168.1.7", false);
        row("0.0.0.0", "::1", "::1", false);
        row("::", "::1", "::1", true);
        row("::", "192.168.1.8", "192.168.1.7", false);
    }
    void knowsItsOwnListener()
    {
        QFETCH(QString, listens);
        QFETCH(QString, peer);
        QFETCH(QString, local);
        QFETCH(bool, isOwn);
        const OwnListener listener{{QHostAddress(listens)}, 8080};
        const QHostAddress there(peer);
        const QHostAddress here(local);
        QCOMPARE(leadsToOwnListener(listener, there, 8080, here), isOwn);
        QVERIFY(!leadsToOwnListener(listener, there, 8081, here));
        QVERIFY(!leadsToOwnListener({{QHostAddress(listens)}, 0}, there, 0, here));
    }

    void sendsNothingToItself()
    {
        FakeUpstream upstream(&answerNothing);
        tests::UpstreamRig rig(tests::TransportKind::Direct, nullptr, nullptr);
        auto route = std::make_shared<UpstreamRoute>(*rig.route);
        route->host = "localhost";
        route->port = upstream.port();
        rig.route = route;
        DirectTransport transport;
        transport.setOwnListener({{QHostAddress(QHostAddress::LocalHost)}, upstream.port()});
        ExchangeRecorder recorder;
        const auto exchange = transport.start(rig.request(), recorder);
        QCOMPARE(recorder.calls, 0); // however soon the connection is there, nobody is called from inside
        QVERIFY(QTest::qWaitFor([&recorder] { return recorder.hasEnded(); }));
        QVERIFY(recorder.error.has_value());
        QCOMPARE(recorder.error->code, ErrorCode::RoutingLoop);
        QVERIFY(upstream.requests().empty());
        transport.setOwnListener({});
        ExchangeRecorder second;
        const auto allowed = transport.start(rig.request(), second);
        QVERIFY(QTest::qWaitFor([&second] { return second.hasEnded(); }));
        QVERIFY(second.isFinished);
    }

    void saysWhenANameIsUnknown()
    {
        const auto transport = transportFor("https", {});
        ExchangeRecorder recorder;
        const auto exchange = transport->start(requestTo("https", "nobody.invalid", 443), recorder); // RFC 2606 §2
        QVERIFY(QTest::qWaitFor([&recorder] { return recorder.hasEnded(); }, 30'000));
        QVERIFY(recorder.error.has_value());
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamUnreachable);
    }

    void endsALookUpWithItsExchange()
    {
        FakeUpstream upstream(&answerNothing);
        ExchangeRecorder recorder;
        {
            const auto transport = transportFor("https", {});
            auto exchange = transport->start(requestTo("https", "localhost", upstream.port()), recorder);
            exchange.reset();
            exchange = transport->start(requestTo("https", "localhost", upstream.port()), recorder);
        } // the transport goes before the second one
        const auto transport = transportFor("https", {});
        ExchangeRecorder later; // what was looked up before has been told when this one is
        const auto exchange = transport->start(requestTo("https", "localhost", upstream.port()), later);
        QTRY_VERIFY(upstream.acceptedConnections() > 0);
        QCOMPARE(recorder.calls, 0);
        QCOMPARE(upstream.acceptedConnections(), 1);
    }

    void knowsPrivateAddresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("isPrivate");
        for (const char *address : {"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
                                    "192.168.1.7", "100.64.0.1", "100.127.255.255", "::1", "::", "fc00::1",
                                    "fd12:3456::1", "fec0::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::c0a8:101"})
            QTest::newRow(address) << QByteArray(address) << true;
        for (const char *address : {"8.8.8.8", "172.15.255.255", "172.32.0.1", "192.167.1.1", "100.63.0.1",
                                    "100.128.0.1", "11.0.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"})
            QTest::newRow(address) << QByteArray(address) << false;
    }
    void knowsPrivateAddresses()
    {
        QFETCH(QByteArray, address);
        QFETCH(bool, isPrivate);
        QCOMPARE(isPrivateTarget(QHostAddress(QString::fromLatin1(address))), isPrivate);
    }

    // Whoever reaches the gateway from elsewhere must not reach through it what is behind it.
    void refusesPrivateTargetsOfAGatewayThatOthersReach_data() { schemes(); }
    void refusesPrivateTargetsOfAGatewayThatOthersReach()
    {
        QFETCH(QByteArray, scheme);
        FakeUpstream upstream(&answerNothing);
        TargetPolicy policy;
        policy.setReachable(true);
        TargetCheck check;
        check.policy = &policy;
        const auto transport = transportFor(scheme, check);
        for (const char *host : {"localhost", "127.0.0.1"}) {
            ExchangeRecorder recorder;
            const auto exchange = transport->start(requestTo(scheme, host, upstream.port()), recorder);
            QVERIFY(QTest::qWaitFor([&recorder] { return recorder.hasEnded(); }));
            QVERIFY(recorder.error.has_value());
            QCOMPARE(recorder.error->code, ErrorCode::InvalidRequest);
            QVERIFY(recorder.error->message.find("allow_private_network") != std::string::npos);
        }
        QVERIFY(upstream.requests().empty());
    }

    void letsPrivateTargetsBeThatAreMeantToBeThere()
    {
        FakeUpstream upstream(&answerNothing);
        TargetPolicy policy;
        TargetCheck check;
        check.policy = &policy;
        const auto transport = transportFor("http", check);
        const auto statusNow = [&] {
            ExchangeRecorder recorder;
            const auto exchange = transport->start(requestTo("http", "127.0.0.1", upstream.port()), recorder);
            const bool hasEnded = QTest::qWaitFor([&recorder] { return recorder.hasEnded(); });
            return hasEnded && recorder.head ? recorder.head->status : 0;
        };
        QCOMPARE(statusNow(), 200); // nobody else can reach the gateway
        policy.setReachable(true);
        QCOMPARE(statusNow(), 0); // although a connection from before is still open
        policy.setPrivateHosts({"127.0.0.1"});
        QCOMPARE(statusNow(), 200);
    }

    void followsNoRedirect_data()
    {
        QTest::addColumn<tests::TransportKind>("kind");
        QTest::newRow("direct") << tests::TransportKind::Direct;
        QTest::newRow("network access") << tests::TransportKind::NetworkAccess;
    }
    void followsNoRedirect()
    {
        QFETCH(tests::TransportKind, kind);
        FakeUpstream elsewhere(&answerNothing);
        const std::string location = "http://127.0.0.1:" + std::to_string(elsewhere.port()) + "/latest/meta-data";
        tests::UpstreamRig rig(kind, nullptr, [&location](FakePeer &peer, const ReceivedRequest &) {
            peer.answer(302, {{"Location", location}}, "");
        });
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder, "GET");
        QVERIFY(QTest::qWaitFor([&recorder] { return recorder.hasEnded(); }));
        QCOMPARE(recorder.head->status, 302);
        QCOMPARE(elsewhere.acceptedConnections(), 0); // so no key went there
    }
};

QTEST_GUILESS_MAIN(AddressGuardTest)
#include "tst_address_guard.moc"
