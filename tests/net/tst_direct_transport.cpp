// What only the direct transport promises: its pool, and localhost in both address families.
#include "tests/net/upstream_rig.h"

#include <QtCore/QTimer>
#include <QtTest/QTest>

using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::ReceivedRequest;

class TestDirectTransport : public QObject {
    Q_OBJECT

    FakeUpstream::Script m_answer = [](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); };

    static gateway::net::UpstreamRequest requestTo(std::uint16_t port,
                                                   std::chrono::milliseconds keepAlive = std::chrono::seconds(30))
    {
        auto route = std::make_shared<gateway::net::UpstreamRoute>();
        route->keepAlive = keepAlive;
        route->scheme = "http";
        route->host = "localhost";
        route->port = port;
        gateway::net::UpstreamRequest request;
        request.route = route;
        request.method = "GET";
        request.target = "/";
        return request;
    }

private slots:
    void findsLocalhostInEitherAddressFamily_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::newRow("IPv4 only") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6 only") << QHostAddress(QHostAddress::LocalHostIPv6);
    }
    void findsLocalhostInEitherAddressFamily()
    {
        QFETCH(QHostAddress, address);
        QTcpServer probe;
        if (!probe.listen(address))
            QSKIP("This computer has no loopback of that family.");
        FakeUpstream upstream(m_answer, address);
        gateway::net::DirectTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(upstream.port()), recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
        QCOMPARE(std::string(upstream.requests().front().headers.value("host")),
                 "localhost:" + std::to_string(upstream.port()));
    }

    void closesConnectionsThatAreIdleForLong()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(upstream.port(), std::chrono::milliseconds(100)), recorder);
        QTRY_VERIFY(recorder.isFinished);
        QTRY_COMPARE(upstream.openConnections(), 0);
        QCOMPARE(transport.idleConnections(), std::size_t(0));
    }

    void keepsNoMoreIdleConnectionsThanAllowed()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport({2});
        std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
        std::vector<std::unique_ptr<gateway::net::UpstreamExchange>> exchanges;
        for (int call = 0; call < 5; ++call) {
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(transport.start(requestTo(upstream.port()), *recorders.back()));
        }
        for (const auto &recorder : recorders)
            QTRY_VERIFY(recorder->isFinished);
        QCOMPARE(transport.idleConnections(), std::size_t(2));
        QTRY_COMPARE(upstream.openConnections(), 2);
    }

    void forgetsAnIdleConnectionThatTheServerCloses()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(upstream.port()), recorder);
        QTRY_VERIFY(recorder.isFinished);
        upstream.closeAllConnections();
        QTRY_COMPARE(transport.idleConnections(), std::size_t(0));
    }

    void reusesTheConnectionInsideTheEndOfTheCallBefore()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport;
        ExchangeRecorder first;
        ExchangeRecorder second;
        std::unique_ptr<gateway::net::UpstreamExchange> next;
        first.onEnd = [&] { next = transport.start(requestTo(upstream.port()), second); };
        const auto exchange = transport.start(requestTo(upstream.port()), first);
        QTRY_VERIFY(second.isFinished);
        QVERIFY(second.head->isReusedConnection);
        QCOMPARE(upstream.acceptedConnections(), 1);
    }

    void sendsARequestOnceWhenAByteOfTheAnswerHasCome()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport;
        ExchangeRecorder first;
        const auto exchange = transport.start(requestTo(upstream.port()), first);
        QTRY_VERIFY(first.isFinished);
        upstream.setScript([](FakePeer &peer, const ReceivedRequest &) {
            peer.send("H");
            peer.close();
        });
        ExchangeRecorder second;
        const auto other = transport.start(requestTo(upstream.port()), second);
        QTRY_VERIFY(second.error);
        QCOMPARE(second.secondSendings, 0);
        QCOMPARE(upstream.requests().size(), std::size_t(2));
    }

    void tellsOfNoSecondSendingWhereNothingWasSent()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport;
        ExchangeRecorder first;
        std::unique_ptr<gateway::net::UpstreamExchange> next;
        const auto exchange = transport.start(requestTo(upstream.port()), first);
        QTRY_VERIFY(first.isFinished);
        upstream.closeAllConnections();
        QTRY_COMPARE(transport.idleConnections(), std::size_t(0)); // the news has come
        ExchangeRecorder second;
        next = transport.start(requestTo(upstream.port()), second);
        QTRY_VERIFY(second.isFinished);
        QCOMPARE(second.secondSendings, 0);
    }

    void sendsARequestOnceWhenTheServerHadTimeToWorkOnIt()
    {
        FakeUpstream upstream(m_answer);
        gateway::net::DirectTransport transport;
        ExchangeRecorder first;
        const auto exchange = transport.start(requestTo(upstream.port()), first);
        QTRY_VERIFY(first.isFinished);
        upstream.setScript([](FakePeer &peer, const ReceivedRequest &) {
            QTimer::singleShot(2200, &peer, [&peer] { peer.close(); });
        });
        ExchangeRecorder second;
        const auto other = transport.start(requestTo(upstream.port()), second);
        QTRY_VERIFY(second.error);
        QCOMPARE(second.error->code, gateway::ErrorCode::UpstreamReset);
        QCOMPARE(upstream.requests().size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestDirectTransport)
#include "tst_direct_transport.moc"
