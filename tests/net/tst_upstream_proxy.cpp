// Proxies of each kind, for http and https providers.
#include "tests/net/upstream_rig.h"
#include "tests/support/fake_proxy.h"

#include "gateway/net/upstream/proxy_choice.h"
#include "gateway/net/upstream/upstream_client.h"

#include <QtTest/QTest>

using gateway::ErrorCode;
using gateway::net::ProxyMode;
using gateway::net::UpstreamRoute;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::FakeProxy;
using tests::ReceivedRequest;
using tests::TestCertificates;

class TestUpstreamProxy : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCertificates> m_certificates;
    tests::FakeUpstream::Script m_answer = [](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); };

    static gateway::net::UpstreamRequest requestTo(const UpstreamRoute &route)
    {
        gateway::net::UpstreamRequest request;
        request.route = std::make_shared<const UpstreamRoute>(route);
        request.method = "POST";
        request.target = "/v1/x";
        request.body = std::make_shared<const std::string>("{}");
        return request;
    }

    static UpstreamRoute routeThrough(const FakeProxy &proxy, ProxyMode mode)
    {
        UpstreamRoute route;
        route.scheme = "http";
        route.host = "provider.invalid"; // known to the fake proxy only
        route.proxyMode = mode;
        route.proxyHost = "127.0.0.1";
        route.proxyPort = proxy.port();
        return route;
    }

private slots:
    void initTestCase() { m_certificates = TestCertificates::create(); }

    void goesThroughTheProxy_data()
    {
        QTest::addColumn<bool>("isSocks");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<bool>("mustAuthenticate");
        for (const bool isSocks : {false, true}) {
            for (const bool isTls : {false, true}) {
                for (const bool mustAuthenticate : {false, true})
                    QTest::addRow("%s, %s%s", isSocks ? "SOCKS5" : "HTTP", isTls ? "https" : "http",
                                  mustAuthenticate ? ", with password" : "")
                        << isSocks << isTls << mustAuthenticate;
            }
        }
    }
    void goesThroughTheProxy()
    {
        QFETCH(bool, isSocks);
        QFETCH(bool, isTls);
        QFETCH(bool, mustAuthenticate);
        if (isTls && !m_certificates)
            QSKIP("There is no openssl command to make certificates with.");
        const auto upstream = isTls ? std::make_unique<tests::FakeUpstream>(
                                  m_answer, m_certificates->serverConfiguration(TestCertificates::Kind::Valid))
                                    : std::make_unique<tests::FakeUpstream>(m_answer);
        FakeProxy proxy(isSocks ? FakeProxy::Kind::Socks5 : FakeProxy::Kind::Http,
                        mustAuthenticate ? FakeProxy::Mood::AsksForPassword : FakeProxy::Mood::Willing);
        UpstreamRoute route = routeThrough(proxy, isSocks ? ProxyMode::Socks5 : ProxyMode::Http);
        route.port = upstream->port();
        if (isTls) {
            route.scheme = "https";
            route.host = "localhost"; // what the certificate says
            route.caCertificatePem = m_certificates->authorityPem();
        }
        if (mustAuthenticate) {
            route.proxyUsername = FakeProxy::username;
            route.proxyPassword = FakeProxy::password;
        }
        gateway::net::UpstreamClient client;
        ExchangeRecorder recorder;
        const auto exchange = client.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY2(recorder.isFinished,
                 recorder.error ? (recorder.error->message + "; " + recorder.error->privateDetail).c_str() : "");
        QCOMPARE(proxy.destinations(), (std::vector<std::string>{route.host + ":" + std::to_string(route.port)}));
        QVERIFY(!upstream->requests().front().headers.contains("cookie"));
        if (isTls || isSocks)
            QVERIFY(!upstream->requests().front().headers.contains("proxy-authorization"));
    }

    void explainsWhatTheProxyDoes_data()
    {
        QTest::addColumn<bool>("isSocks");
        QTest::addColumn<FakeProxy::Mood>("mood");
        QTest::addColumn<QString>("text");
        for (const bool isSocks : {false, true}) {
            const char *kind = isSocks ? "SOCKS5" : "HTTP";
            QTest::addRow("%s asks for a password", kind)
                << isSocks << FakeProxy::Mood::AsksForPassword << QStringLiteral("user name and password");
            QTest::addRow("%s refuses", kind) << isSocks << FakeProxy::Mood::Refusing << QString();
        }
    }
    void explainsWhatTheProxyDoes()
    {
        QFETCH(bool, isSocks);
        QFETCH(FakeProxy::Mood, mood);
        QFETCH(QString, text);
        FakeProxy proxy(isSocks ? FakeProxy::Kind::Socks5 : FakeProxy::Kind::Http, mood);
        UpstreamRoute route = routeThrough(proxy, isSocks ? ProxyMode::Socks5 : ProxyMode::Http);
        route.scheme = "https";
        route.port = 443;
        gateway::net::UpstreamClient client;
        ExchangeRecorder recorder;
        const auto exchange = client.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.error);
        const std::string shown = recorder.error->message + "; " + recorder.error->privateDetail;
        QVERIFY2(recorder.error->code == ErrorCode::UpstreamProxy, shown.c_str());
        QVERIFY2(shown.find("The proxy 127.0.0.1:" + std::to_string(proxy.port())) == 0, shown.c_str());
        QVERIFY2(recorder.error->message.find(text.toStdString()) != std::string::npos, shown.c_str());
    }

    void doesNotInsistOnAWrongPassword_data()
    {
        QTest::addColumn<bool>("isSocks");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("HTTP, http") << false << QStringLiteral("http");
        QTest::newRow("HTTP, https") << false << QStringLiteral("https");
        QTest::newRow("SOCKS5, https") << true << QStringLiteral("https");
    }
    void doesNotInsistOnAWrongPassword()
    {
        QFETCH(bool, isSocks);
        QFETCH(QString, scheme);
        FakeProxy proxy(isSocks ? FakeProxy::Kind::Socks5 : FakeProxy::Kind::Http, FakeProxy::Mood::AsksForPassword);
        UpstreamRoute route = routeThrough(proxy, isSocks ? ProxyMode::Socks5 : ProxyMode::Http);
        route.scheme = scheme.toStdString();
        route.port = 443;
        route.proxyUsername = FakeProxy::username;
        route.proxyPassword = "oops";
        gateway::net::UpstreamClient client;
        ExchangeRecorder recorder;
        const auto exchange = client.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamProxy);
        QVERIFY(proxy.destinations().empty());
    }

    void saysThatTheProxyIsNotThere()
    {
        UpstreamRoute route;
        {
            const FakeProxy gone(FakeProxy::Kind::Http);
            route = routeThrough(gone, ProxyMode::Http);
        }
        route.port = 80;
        gateway::net::UpstreamClient client;
        ExchangeRecorder recorder;
        const auto exchange = client.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamProxy);
        QVERIFY2(recorder.error->message.find("cannot be reached") != std::string::npos,
                 recorder.error->message.c_str());
    }

    void neverTakesTheSystemProxyForLoopback()
    {
        tests::FakeUpstream upstream(m_answer);
        const FakeProxy proxy(FakeProxy::Kind::Http);
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        UpstreamRoute route;
        route.scheme = "http";
        route.host = "127.0.0.1";
        route.port = upstream.port();
        gateway::net::UpstreamClient client;
        ExchangeRecorder recorder;
        const auto exchange = client.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.isFinished);
        QVERIFY(proxy.destinations().empty());
        qunsetenv("http_proxy");
    }

    void takesTheProxyOfTheEnvironment()
    {
#ifndef Q_OS_LINUX
        QSKIP("Only Linux reads the environment; other systems ask their settings.");
#endif
        tests::FakeUpstream upstream(m_answer);
        const FakeProxy proxy(FakeProxy::Kind::Http);
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        UpstreamRoute route;
        route.scheme = "http";
        route.host = "provider.invalid";
        route.port = upstream.port();
        gateway::net::UpstreamClient client;
        ExchangeRecorder recorder;
        const auto exchange = client.start(requestTo(route), recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
        QCOMPARE(proxy.destinations().size(), std::size_t(1));
        qunsetenv("http_proxy");
    }
};

QTEST_GUILESS_MAIN(TestUpstreamProxy)
#include "tst_upstream_proxy.moc"
