#include "gateway/pipeline/forwarded_headers.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;

class ForwardedHeadersTest : public QObject {
    Q_OBJECT

private slots:
    void keepsFieldsOfTheClientFromProviders_data();
    void keepsFieldsOfTheClientFromProviders();
    void passesWhatDialectsDefine();
    void givesExtraHeadersTheirOwnNames();
    void forwardsNoCredentialAsAnExtraHeader_data();
    void forwardsNoCredentialAsAnExtraHeader();
    void keepsFieldsOfTheProviderFromClients_data();
    void keepsFieldsOfTheProviderFromClients();
    void passesWhatProvidersTell();
    void dropsFieldsThatTheConnectionFieldNames();
};

void ForwardedHeadersTest::keepsFieldsOfTheClientFromProviders_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"Host",
                             "Connection",
                             "Keep-Alive",
                             "Proxy-Connection",
                             "TE",
                             "Trailer",
                             "Transfer-Encoding",
                             "Upgrade",
                             "Content-Length",
                             "Expect",
                             "Accept-Encoding",
                             "Content-Encoding",
                             "Authorization",
                             "X-Api-Key",
                             "X-Goog-Api-Key",
                             "Api-Key",
                             "Proxy-Authorization",
                             "Cookie",
                             "X-Bifrost-Setup-Token",
                             "Origin",
                             "Referer",
                             "Sec-Fetch-Mode",
                             "sec-ch-ua",
                             "Access-Control-Request-Method",
                             "Forwarded",
                             "Via",
                             "X-Real-IP",
                             "X-Forwarded-For",
                             "X-Forwarded-Host",
                             "X-Request-Id",
                             "x-bf-vk",
                             "x-bf-session-id",
                             "x-bf-anything",
                             "DNT"})
        QTest::newRow(name) << QByteArray(name);
}

void ForwardedHeadersTest::keepsFieldsOfTheClientFromProviders()
{
    QFETCH(QByteArray, name);
    for (const QByteArray &spelling : {name, name.toLower(), name.toUpper()}) {
        const HeaderList forwarded = forwardedRequestHeaders({{spelling.toStdString(), "x"}, {"Accept", "*/*"}});
        QVERIFY(forwarded == (HeaderList{{"Accept", "*/*"}}));
    }
}

void ForwardedHeadersTest::passesWhatDialectsDefine()
{
    const HeaderList headers{{"Content-Type", "application/json"},
                             {"anthropic-version", "2023-06-01"},
                             {"anthropic-beta", "a"},
                             {"anthropic-beta", "b"},
                             {"OpenAI-Organization", "org"},
                             {"Idempotency-Key", "i"},
                             {"User-Agent", "claude-cli/2"},
                             {"x-stainless-lang", "js"}};
    QVERIFY(forwardedRequestHeaders(headers) == headers);
}

void ForwardedHeadersTest::givesExtraHeadersTheirOwnNames()
{
    QVERIFY(forwardedRequestHeaders({{"X-BF-EH-X-Title", "mine"}}) == (HeaderList{{"X-Title", "mine"}}));
    QVERIFY(forwardedRequestHeaders({{"x-bf-eh-", "mine"}}).isEmpty());
}

void ForwardedHeadersTest::forwardsNoCredentialAsAnExtraHeader_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"authorization", "x-api-key", "x-goog-api-key", "api-key", "x-bf-vk", "x-bf-eh-cookie", "proxy-authorization",
          "cookie", "host", "content-length", "transfer-encoding", "connection"})
        QTest::newRow(name) << QByteArray(name);
}

void ForwardedHeadersTest::forwardsNoCredentialAsAnExtraHeader()
{
    QFETCH(QByteArray, name);
    QVERIFY(forwardedRequestHeaders({{"x-bf-eh-" + name.toStdString(), "x"}}).isEmpty());
}

void ForwardedHeadersTest::keepsFieldsOfTheProviderFromClients_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Date", "Server",
                             "Set-Cookie", "Alt-Svc", "Strict-Transport-Security", "X-Bifrost-Provider",
                             "Access-Control-Allow-Origin", "Proxy-Authenticate", "Via"})
        QTest::newRow(name) << QByteArray(name);
}

void ForwardedHeadersTest::keepsFieldsOfTheProviderFromClients()
{
    QFETCH(QByteArray, name);
    const HeaderList forwarded = forwardedResponseHeaders({{name.toStdString(), "x"}, {"Content-Type", "text/plain"}});
    QVERIFY(forwarded == (HeaderList{{"Content-Type", "text/plain"}}));
}

void ForwardedHeadersTest::passesWhatProvidersTell()
{
    const HeaderList headers{{"Content-Type", "text/event-stream"},
                             {"x-request-id", "r"},
                             {"Retry-After", "7"},
                             {"x-ratelimit-remaining-requests", "9"},
                             {"anthropic-organization-id", "o"},
                             {"openai-processing-ms", "12"},
                             {"Content-Encoding", "gzip"}};
    QVERIFY(forwardedResponseHeaders(headers) == headers);
}

void ForwardedHeadersTest::dropsFieldsThatTheConnectionFieldNames()
{
    const HeaderList headers{{"Connection", "keep-alive, X-Hop ,,x-other"},
                             {"connection", "X-Third"},
                             {"x-hop", "1"},
                             {"X-Other", "2"},
                             {"X-Third", "3"},
                             {"X-End", "4"}};
    for (const HeaderList &forwarded : {forwardedRequestHeaders(headers), forwardedResponseHeaders(headers)}) {
        QVERIFY(!forwarded.contains("x-hop"));
        QVERIFY(!forwarded.contains("x-other"));
        QVERIFY(!forwarded.contains("x-third"));
        QCOMPARE(std::string(forwarded.value("x-end")), std::string("4"));
    }
    QVERIFY(!forwardedRequestHeaders({{"Connection", "x-bf-eh-extra"}, {"x-bf-eh-extra", "1"}}).contains("extra"));
}

QTEST_APPLESS_MAIN(ForwardedHeadersTest)
#include "tst_forwarded_headers.moc"
