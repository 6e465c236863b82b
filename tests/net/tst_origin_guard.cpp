#include "gateway/net/http/origin_guard.h"

#include <QTest>

using namespace gateway;
using namespace gateway::net;

class OriginGuardTest : public QObject {
    Q_OBJECT

    OriginRules m_rules{{"gateway.lan"}, {"https://app.example.com", "https://*.example.org"}, {"X-Mine"}};

private slots:
    void checksTheHost_data()
    {
        QTest::addColumn<std::string>("host");
        QTest::addColumn<bool>("passes");
        for (const char *host : {"localhost", "LOCALHOST:8080", "localhost.:1", "api.localhost", "127.0.0.1:8080",
                                 "127.3.2.1", "[::1]:8080", "192.168.1.7:80", "[fe80::1]", "host.docker.internal:8080",
                                 "host.containers.internal", "gateway.lan", "Gateway.LAN:8080", "gateway.lan."})
            QTest::newRow(host) << std::string(host) << true;
        for (const char *host :
             {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3", "",
              "notgateway.lan", "sub.gateway.lan", "user@localhost", "localhost:80:80", "localhost:port", "[::1",
              "0x7f.1", "2130706433", "localhost/x", "999.1.1.1", "[::1]evil"})
            QTest::newRow(host) << std::string(host) << false;
    }

    void checksTheHost()
    {
        QFETCH(std::string, host);
        QFETCH(bool, passes);
        const auto error = checkOrigin(m_rules, {{"Host", host}});
        QCOMPARE(!error.has_value(), passes);
        if (error) {
            QCOMPARE(error->code, ErrorCode::HostRefused);
            QCOMPARE(error->httpStatus(), 403);
        }
    }

    void passesARequestWithoutHost() { QVERIFY(!checkOrigin(m_rules, {})); }

    void checksTheOrigin_data()
    {
        QTest::addColumn<std::string>("origin");
        QTest::addColumn<bool>("passes");
        for (const char *origin : {"http://localhost:3000", "https://127.0.0.1", "http://[::1]:9", "tauri://localhost",
                                   "app://obsidian.md", "vscode-webview://1a2b3c", "https://app.example.com",
                                   "HTTPS://App.Example.Com", "https://one.example.org", "http://gateway.lan:8080"})
            QTest::newRow(origin) << std::string(origin) << true;
        for (const char *origin :
             {"https://evil.example", "null", "", "http://app.example.com", "https://app.example.com:444",
              "https://app.example.com.evil.example", "https://example.org", "https://a.b.example.org",
              "https://.example.org", "http://localhost.evil.example", "http://localhost@evil.example",
              "http://evil.example/localhost", "http://gateway.lan:8081", "http://192.168.1.7",
              "chrome-extension://abc"})
            QTest::newRow(origin) << std::string(origin) << false;
    }

    void checksTheOrigin()
    {
        QFETCH(std::string, origin);
        QFETCH(bool, passes);
        const HeaderList request{{"Host", "gateway.lan:8080"}, {"Origin", origin}};
        const auto error = checkOrigin(m_rules, request);
        QCOMPARE(!error.has_value(), passes);
        QCOMPARE(corsHeaders(m_rules, request).isEmpty(), !passes);
        if (error)
            QCOMPARE(error->code, ErrorCode::OriginRefused);
    }

    void starAllowsEveryOriginButNoCredentials()
    {
        m_rules.allowedOrigins.push_back("*");
        const HeaderList any{{"Host", "localhost"}, {"Origin", "https://any.example"}};
        QVERIFY(!checkOrigin(m_rules, any));
        QCOMPARE(corsHeaders(m_rules, any).value("Access-Control-Allow-Origin"), "https://any.example");
        QVERIFY(!corsHeaders(m_rules, any).contains("Access-Control-Allow-Credentials"));
        const HeaderList named{{"Host", "localhost"}, {"Origin", "https://app.example.com"}};
        QCOMPARE(corsHeaders(m_rules, named).value("Access-Control-Allow-Credentials"), "true");
        m_rules.allowedOrigins.pop_back();
    }

    void rendersTheCorsHeadersOfBifrost()
    {
        const HeaderList headers = corsHeaders(m_rules, {{"Host", "localhost"}, {"Origin", "http://localhost:1"}});
        QCOMPARE(headers.value("Access-Control-Allow-Origin"), "http://localhost:1");
        QCOMPARE(headers.value("Access-Control-Allow-Methods"), "GET, POST, PUT, DELETE, PATCH, OPTIONS, HEAD");
        QCOMPARE(headers.value("Access-Control-Allow-Headers"),
                 "Content-Type, Authorization, X-Requested-With, X-Stainless-Timeout, X-Api-Key, X-OpenAI-Agents-SDK, "
                 "X-Operation-ID, X-Bifrost-Setup-Token, X-Mine");
        QCOMPARE(headers.value("Access-Control-Max-Age"), "86400");
        QCOMPARE(headers.value("Vary"), "Origin");
        QVERIFY(corsHeaders(m_rules, {{"Host", "localhost"}}).isEmpty());
        QCOMPARE(securityHeaders().value("X-Frame-Options"), "DENY");
        QCOMPARE(securityHeaders().size(), std::size_t{5});
    }
};

QTEST_APPLESS_MAIN(OriginGuardTest)
#include "tst_origin_guard.moc"
