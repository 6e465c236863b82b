#include "gateway/net/upstream/upstream_url.h"

#include <QtTest/QTest>

using gateway::net::parseUpstreamUrl;

class TestUpstreamUrl : public QObject {
    Q_OBJECT
private slots:
    void readsBaseUrls_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("parts"); // scheme host port path
        const auto add = [](const char *text, const char *parts) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(parts);
        };
        add("https://api.openai.com", "https api.openai.com 443 ");
        add("https://api.openai.com/v1", "https api.openai.com 443 ");
        add("https://api.openai.com/v1/", "https api.openai.com 443 ");
        add("http://localhost:11434", "http localhost 11434 ");
        add("HTTP://LocalHost:80//", "http localhost 80 ");
        add("http://example.com", "http example.com 80 ");
        add("https://openrouter.ai/api/v1", "https openrouter.ai 443 /api");
        add("https://host/v1/v1", "https host 443 /v1"); // one only
        add("https://host/v1beta/v1", "https host 443 /v1beta");
        add("https://host/v1beta/v1beta", "https host 443 /v1beta");
        add("https://host/prev1", "https host 443 /prev1");
        add("https://host/Base/Path/", "https host 443 /Base/Path");
        add("http://[::1]:8080/v1", "http ::1 8080 ");
        add("http://[FE80::1]", "http fe80::1 80 ");
        add("http://127.0.0.1:1", "http 127.0.0.1 1 ");
        add("http://my_server:65535", "http my_server 65535 ");
        add("  https://host\n", "https host 443 ");
        add("https://host:", "https host 443 ");
    }
    void readsBaseUrls()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, parts);
        const auto url = parseUpstreamUrl(text.toStdString());
        QVERIFY2(url, url ? "" : url.error().message.c_str());
        QCOMPARE(url->scheme + " " + url->host + " " + std::to_string(url->port) + " " + url->basePath,
                 parts.toStdString());
    }

    void refusesOthersWithAReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto add = [](const char *text, const char *reason) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(reason);
        };
        add("", "begin with http://");
        add("api.openai.com", "begin with http://");
        add("localhost:11434", "begin with http://");
        add("ftp://host", "not with ftp://");
        add("https://user:secret@host", "user name or password");
        add("https://user@host", "user name or password");
        add("https://host/path?key=1", "query");
        add("https://host?key=1", "query");
        add("https://host/#part", "fragment");
        add("https://", "no host name");
        add("https:///path", "no host name");
        add("https://host:0", "not a port");
        add("https://host:65536", "not a port");
        add("https://host:80a", "not a port");
        add("https://[::1", "closing");
        add("https://[127.0.0.1]", "not an IPv6 address");
        add("https://[::1]80", "not a port");
        add("https://ho st", "not a host name");
        add("https://h\r\nX-Smuggled:1", "not a host name");
        add("http://2130706433", "not a host name"); // 127.0.0.1 to some resolvers
        add("http://0x7f.1", "not a host name");
        add("http://127.1", "not a host name");
        add("http://256.0.0.1", "not a host name");
        add("http://a..b", "not a host name");
        add("https://host/a b", "not allowed");
    }
    void refusesOthersWithAReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const auto url = parseUpstreamUrl(text.toStdString());
        QVERIFY(!url);
        QCOMPARE(url.error().code, gateway::ErrorCode::InvalidRequest);
        QVERIFY2(url.error().message.find(reason.toStdString()) != std::string::npos, url.error().message.c_str());
        QVERIFY(url.error().message.find("secret") == std::string::npos);
    }

    void joinsPaths()
    {
        using gateway::net::joinUpstreamPath;
        QCOMPARE(joinUpstreamPath("", "/v1/models"), std::string("/v1/models"));
        QCOMPARE(joinUpstreamPath("/api", "/v1/models?a=b"), std::string("/api/v1/models?a=b"));
        QCOMPARE(joinUpstreamPath("/api/", "/v1"), std::string("/api/v1"));
    }

    void writesAuthorities()
    {
        using gateway::net::authorityOf;
        QCOMPARE(authorityOf("https", "host", 443), std::string("host"));
        QCOMPARE(authorityOf("https", "host", 80), std::string("host:80"));
        QCOMPARE(authorityOf("http", "::1", 80), std::string("[::1]"));
        QCOMPARE(authorityOf("http", "::1", 8080), std::string("[::1]:8080"));
    }
};

QTEST_GUILESS_MAIN(TestUpstreamUrl)
#include "tst_upstream_url.moc"
