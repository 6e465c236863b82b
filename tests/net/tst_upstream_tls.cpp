// Certificates, and HTTP/2 against a real server.
#include "tests/net/upstream_rig.h"

#include "gateway/net/upstream/upstream_client.h"

#include <algorithm>

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using gateway::ErrorCode;
using gateway::net::UpstreamRoute;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::ReceivedRequest;
using tests::TestCertificates;
using Kind = tests::TestCertificates::Kind;

namespace {

gateway::net::UpstreamRequest requestTo(const UpstreamRoute &route, std::string target = "/v1/models")
{
    gateway::net::UpstreamRequest request;
    request.route = std::make_shared<const UpstreamRoute>(route);
    request.method = "GET";
    request.target = std::move(target);
    return request;
}

UpstreamRoute tlsRoute(std::uint16_t port)
{
    UpstreamRoute route;
    route.scheme = "https";
    route.host = "127.0.0.1";
    route.port = port;
    route.proxyMode = gateway::net::ProxyMode::None;
    return route;
}

std::uint16_t freePort()
{
    QTcpServer server;
    server.listen(QHostAddress(QHostAddress::LocalHost));
    return server.serverPort();
}

QString findNginx()
{
    return QStandardPaths::findExecutable(QStringLiteral("nginx"),
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"),
                                           QStringLiteral("/usr/local/bin"), QStringLiteral("/opt/homebrew/bin")});
}

// nginx with HTTP/2 in front of a fake upstream; stops with the object.
class Http2Server {
public:
    Http2Server(const QString &nginx, const TestCertificates &certificates, std::uint16_t backendPort)
        : port(freePort())
    {
        const QString configuration =
            QStringLiteral(R"(daemon off; master_process off; pid nginx.pid; error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:%1 ssl http2;
    ssl_certificate %2; ssl_certificate_key %3;
    location / { proxy_pass http://127.0.0.1:%4; proxy_http_version 1.1; proxy_buffering off; }
  }
})")
                .arg(port)
                .arg(certificates.certificatePath(Kind::Valid), certificates.keyPath())
                .arg(backendPort);
        QFile file(m_directory.filePath(QStringLiteral("nginx.conf")));
        if (file.open(QIODevice::WriteOnly))
            file.write(configuration.toUtf8());
        file.close();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(nginx, {QStringLiteral("-p"), m_directory.path(), QStringLiteral("-e"),
                                QStringLiteral("stderr"), QStringLiteral("-c"), file.fileName()});
    }
    ~Http2Server()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    bool isListening() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket.waitForConnected(200);
    }

    const std::uint16_t port;

private:
    QTemporaryDir m_directory;
    QProcess m_process;
};

} // namespace

class TestUpstreamTls : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCertificates> m_certificates;
    tests::FakeUpstream::Script m_answer = [](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); };

private slots:
    void initTestCase()
    {
        m_certificates = TestCertificates::create();
        if (!m_certificates)
            QSKIP("There is no openssl command to make certificates with.");
    }

    void judgesCertificates_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("mustTrustAuthority");
        QTest::addColumn<QString>("text"); // empty: accepted
        QTest::newRow("trusted authority") << Kind::Valid << true << QString();
        QTest::newRow("unknown authority")
            << Kind::Valid << false << QStringLiteral("issuer that this computer does not know");
        QTest::newRow("wrong host") << Kind::WrongHost << true << QStringLiteral("for another host name");
        QTest::newRow("expired") << Kind::Expired << true << QStringLiteral("has expired");
        QTest::newRow("not yet valid") << Kind::NotYetValid << true << QStringLiteral("computer's clock");
        QTest::newRow("self-signed") << Kind::SelfSigned << false << QStringLiteral("self-signed");
    }
    void judgesCertificates()
    {
        QFETCH(Kind, kind);
        QFETCH(bool, mustTrustAuthority);
        QFETCH(QString, text);
        tests::FakeUpstream upstream(m_answer, m_certificates->serverConfiguration(kind));
        UpstreamRoute route = tlsRoute(upstream.port());
        if (mustTrustAuthority)
            route.caCertificatePem = m_certificates->authorityPem();
        gateway::net::NetworkAccessTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.hasEnded());
        if (text.isEmpty()) {
            QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
            return;
        }
        QVERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamTls);
        QVERIFY2(recorder.error->message.find(text.toStdString()) != std::string::npos,
                 recorder.error->message.c_str());
        QCOMPARE(upstream.requests().size(), std::size_t(0)); // no key has travelled

        route.skipTlsVerification = true;
        ExchangeRecorder careless;
        const auto second = transport.start(requestTo(route), careless);
        QTRY_VERIFY(careless.hasEnded());
        QVERIFY2(careless.isFinished, careless.error ? careless.error->message.c_str() : "");
    }

    void trustOfOneRouteIsNotTrustOfAnother()
    {
        tests::FakeUpstream upstream(m_answer, m_certificates->serverConfiguration(Kind::Valid));
        UpstreamRoute trusting = tlsRoute(upstream.port());
        trusting.caCertificatePem = m_certificates->authorityPem();
        gateway::net::NetworkAccessTransport transport;
        ExchangeRecorder first;
        const auto exchange = transport.start(requestTo(trusting), first);
        QTRY_VERIFY(first.isFinished);
        ExchangeRecorder second;
        const auto other = transport.start(requestTo(tlsRoute(upstream.port())), second);
        QTRY_VERIFY(second.error);
        QCOMPARE(second.error->code, ErrorCode::UpstreamTls);
    }

    void explainsAPlainServerBehindHttps()
    {
        tests::FakeUpstream upstream(m_answer);
        upstream.setConnectionScript([](FakePeer &peer) { peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        gateway::net::NetworkAccessTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(tlsRoute(upstream.port())), recorder);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamTls);
        QVERIFY2(recorder.error->message.find("speak https at this port") != std::string::npos,
                 recorder.error->message.c_str());
    }

    void timesOutInASilentHandshake()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
        UpstreamRoute route = tlsRoute(silent.serverPort());
        route.connectTimeout = std::chrono::milliseconds(200);
        gateway::net::NetworkAccessTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamTimedOut);
        QVERIFY(recorder.error->message.find("No connection to") != std::string::npos);
    }

    void dropsIdleManagers()
    {
        tests::FakeUpstream upstream(m_answer, m_certificates->serverConfiguration(Kind::Valid));
        UpstreamRoute route = tlsRoute(upstream.port());
        route.skipTlsVerification = true;
        route.keepAlive = std::chrono::milliseconds(100);
        gateway::net::NetworkAccessTransport transport;
        ExchangeRecorder recorder;
        const auto exchange = transport.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.isFinished);
        QCOMPARE(transport.managerCount(), std::size_t(1));
        QTRY_COMPARE(transport.managerCount(), std::size_t(0));
        QTRY_COMPARE(upstream.openConnections(), 0);
    }

    void speaksHttp2WhereAllowed_data()
    {
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("allowed") << true;
        QTest::newRow("not allowed") << false;
    }
    void speaksHttp2WhereAllowed()
    {
        QFETCH(bool, isAllowed);
        const QString nginx = findNginx();
        if (nginx.isEmpty())
            QSKIP("nginx is not installed, so HTTP/2 is not tested.");
        std::vector<QPointer<FakePeer>> peers;
        std::chrono::milliseconds connectTimeout{10000};
        tests::FakeUpstream backend([&](FakePeer &peer, const ReceivedRequest &request) {
            if (request.target == "/fast") {
                peer.answer(200, {}, "at once");
                return;
            }
            if (request.target == "/slow") {
                const auto delay = connectTimeout + std::chrono::milliseconds(300);
                QTimer::singleShot(delay, &peer, [&peer] { peer.answer(200, {}, "late"); });
                return;
            }
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nfirst");
            peers.emplace_back(&peer);
        });
        const Http2Server server(nginx, *m_certificates, backend.port());
        QTRY_VERIFY(server.isListening());
        UpstreamRoute route = tlsRoute(server.port);
        route.caCertificatePem = m_certificates->authorityPem();
        route.allowHttp2 = isAllowed;
        route.connectTimeout = connectTimeout;

        connectTimeout = tests::limitFor([&] {
            gateway::net::NetworkAccessTransport first;
            ExchangeRecorder fast;
            const auto exchange = first.start(requestTo(route, "/fast"), fast);
            QTRY_VERIFY_WITH_TIMEOUT(fast.isFinished, 10000);
        });
        route.connectTimeout = connectTimeout;
        gateway::net::NetworkAccessTransport transport;

        // The head is later than the connect time-out, on a new and on a used connection.
        for (int round = 0; round < 2; ++round) {
            ExchangeRecorder slow;
            const auto exchange = transport.start(requestTo(route, "/slow"), slow);
            QTRY_VERIFY_WITH_TIMEOUT(slow.hasEnded(), 30000);
            QVERIFY2(slow.isFinished, slow.error ? slow.error->message.c_str() : "");
            QCOMPARE(slow.head->majorVersion, isAllowed ? 2 : 1);
            QCOMPARE(slow.body, std::string("late"));
        }

        std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
        std::vector<std::unique_ptr<gateway::net::UpstreamExchange>> exchanges;
        for (int stream = 0; stream < 20; ++stream) {
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(transport.start(requestTo(route, "/stream"), *recorders.back()));
        }
        for (const auto &recorder : recorders)
            QTRY_COMPARE(recorder->body, std::string("first"));
        QCOMPARE(peers.size(), std::size_t(20));
        QCOMPARE(transport.managerCount(), std::size_t(isAllowed || QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) ? 1 : 4));

        exchanges.front().reset(); // the stream is reset, and nginx lets go of its backend
        QTRY_COMPARE(std::count(peers.begin(), peers.end(), nullptr), 1);
        for (const QPointer<FakePeer> &peer : peers) {
            if (peer)
                peer->close();
        }
        for (std::size_t stream = 1; stream < recorders.size(); ++stream)
            QTRY_VERIFY(recorders[stream]->isFinished);
    }

    // Streams are no connections: all that wait share the one that turns out to speak HTTP/2.
    void sharesTheOnlyConnectionWhereItSpeaksHttp2_data() { speaksHttp2WhereAllowed_data(); }
    void sharesTheOnlyConnectionWhereItSpeaksHttp2()
    {
        QFETCH(bool, isAllowed);
        const QString nginx = findNginx();
        if (nginx.isEmpty())
            QSKIP("nginx is not installed, so HTTP/2 is not tested.");
        std::vector<QPointer<FakePeer>> peers;
        tests::FakeUpstream backend([&](FakePeer &peer, const ReceivedRequest &) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nfirst");
            peers.emplace_back(&peer);
        });
        const Http2Server server(nginx, *m_certificates, backend.port());
        QTRY_VERIFY(server.isListening());
        UpstreamRoute route = tlsRoute(server.port);
        route.caCertificatePem = m_certificates->authorityPem();
        route.allowHttp2 = isAllowed;
        route.mostConnections = 1;
        gateway::net::NetworkAccessTransport transport;
        std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
        std::vector<std::unique_ptr<gateway::net::UpstreamExchange>> exchanges;
        for (int stream = 0; stream < 5; ++stream) {
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(transport.start(requestTo(route, "/stream"), *recorders.back()));
        }
        for (int stream = 0; stream < 5; ++stream) {
            QTRY_COMPARE(recorders[static_cast<std::size_t>(stream)]->body, std::string("first"));
            if (!isAllowed) { // one after the other
                QCOMPARE(peers.size(), static_cast<std::size_t>(stream) + 1);
                exchanges[static_cast<std::size_t>(stream)].reset();
            }
        }
        QCOMPARE(peers.size(), std::size_t(5));
    }

    void clientChoosesTheTransportByTheRoute()
    {
        tests::FakeUpstream plain(m_answer);
        tests::FakeUpstream secure(m_answer, m_certificates->serverConfiguration(Kind::Valid));
        gateway::net::UpstreamClient client;
        UpstreamRoute plainRoute = tlsRoute(plain.port());
        plainRoute.scheme = "http";
        UpstreamRoute secureRoute = tlsRoute(secure.port());
        secureRoute.caCertificatePem = m_certificates->authorityPem();
        for (const UpstreamRoute &route : {plainRoute, secureRoute}) {
            ExchangeRecorder recorder;
            const auto exchange = client.start(requestTo(route), recorder);
            QTRY_VERIFY(recorder.isFinished);
        }
        // Only Qt's manager adds a User-Agent.
        QVERIFY(!plain.requests().front().headers.contains("user-agent"));
        QVERIFY(secure.requests().front().headers.contains("user-agent"));
    }
};

QTEST_GUILESS_MAIN(TestUpstreamTls)
#include "tst_upstream_tls.moc"
