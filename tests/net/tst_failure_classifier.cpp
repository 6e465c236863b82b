#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/rate_limit_reset.h"

#include <QtTest/QTest>

using gateway::ErrorCode;
using gateway::HeaderList;
using gateway::RetryAdvice;
using gateway::net::ExchangePhase;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(gateway::ErrorCode)
Q_DECLARE_METATYPE(gateway::RetryAdvice)

namespace {

gateway::net::UpstreamRoute ollama()
{
    gateway::net::UpstreamRoute route;
    route.scheme = "http";
    route.host = "127.0.0.1";
    route.port = 11434;
    return route;
}

bool contains(const gateway::Error &error, std::string_view text)
{
    return error.message.find(text) != std::string::npos;
}

} // namespace

class TestFailureClassifier : public QObject {
    Q_OBJECT
private slots:
    void saysWhatIsWrongWithASocket_data()
    {
        QTest::addColumn<QAbstractSocket::SocketError>("error");
        QTest::addColumn<int>("phase");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, QAbstractSocket::SocketError error, ExchangePhase phase, ErrorCode code,
                            const char *text) {
            QTest::newRow(name) << error << static_cast<int>(phase) << code << QString::fromLatin1(text);
        };
        add("refused", QAbstractSocket::ConnectionRefusedError, ExchangePhase::Connecting,
            ErrorCode::UpstreamUnreachable, "Nothing listens at 127.0.0.1:11434. Is the server running?");
        add("host", QAbstractSocket::HostNotFoundError, ExchangePhase::Connecting, ErrorCode::UpstreamUnreachable,
            "host name 127.0.0.1 cannot be found");
        add("no network", QAbstractSocket::NetworkError, ExchangePhase::Connecting, ErrorCode::UpstreamUnreachable,
            "no way to");
        add("reset before head", QAbstractSocket::NetworkError, ExchangePhase::WaitingForHead, ErrorCode::UpstreamReset,
            "before it answered");
        add("closed before head", QAbstractSocket::RemoteHostClosedError, ExchangePhase::WaitingForHead,
            ErrorCode::UpstreamReset, "before it answered");
        add("reset in body", QAbstractSocket::NetworkError, ExchangePhase::ReadingBody, ErrorCode::UpstreamReset,
            "in the middle of its answer");
        add("proxy password", QAbstractSocket::ProxyAuthenticationRequiredError, ExchangePhase::Connecting,
            ErrorCode::UpstreamProxy, "user name and password");
        add("handshake", QAbstractSocket::SslHandshakeFailedError, ExchangePhase::Connecting, ErrorCode::UpstreamTls,
            "https at this port");
    }
    void saysWhatIsWrongWithASocket()
    {
        QFETCH(QAbstractSocket::SocketError, error);
        QFETCH(int, phase);
        QFETCH(ErrorCode, code);
        QFETCH(QString, text);
        const gateway::Error result =
            gateway::net::classifySocketError(error, ollama(), static_cast<ExchangePhase>(phase), "detail");
        QCOMPARE(result.code, code);
        QCOMPARE(result.source, gateway::ErrorSource::Upstream);
        QVERIFY2(contains(result, text.toStdString()), result.message.c_str());
        QVERIFY(!contains(result, "detail"));
        QCOMPARE(result.privateDetail, std::string("detail"));
    }

    void namesTheProxyThatFailed()
    {
        gateway::net::UpstreamRoute route = ollama();
        route.proxyMode = gateway::net::ProxyMode::Http;
        route.proxyHost = "proxy.example";
        route.proxyPort = 3128;
        const gateway::Error error = gateway::net::classifyReplyError(QNetworkReply::ConnectionRefusedError, route,
                                                                      ExchangePhase::Connecting, {});
        QCOMPARE(error.code, ErrorCode::UpstreamProxy);
        QVERIFY2(contains(error, "The proxy proxy.example:3128 cannot be reached"), error.message.c_str());
    }

    void prefersTheMostTellingCertificateError()
    {
        const gateway::Error error = gateway::net::classifyTlsErrors(
            {QSslError(QSslError::UnableToGetLocalIssuerCertificate), QSslError(QSslError::CertificateExpired)},
            ollama());
        QCOMPARE(error.code, ErrorCode::UpstreamTls);
        QVERIFY(contains(error, "has expired"));
        QVERIFY(!error.privateDetail.empty());
    }

    void explainsACertificateErrorItDoesNotKnow()
    {
        const gateway::Error error = gateway::net::classifyTlsErrors({QSslError(QSslError::InvalidPurpose)}, ollama());
        QVERIFY(contains(error, "cannot be verified"));
    }

    void tellsTheTimeoutsApart()
    {
        QVERIFY(contains(gateway::net::connectTimedOut(ollama(), std::chrono::seconds(10)),
                         "No connection to 127.0.0.1:11434 within 10 s"));
        QVERIFY(contains(gateway::net::firstByteTimedOut(ollama(), 600s), "did not begin to answer within 600 s"));
        QVERIFY(contains(gateway::net::idleTimedOut(ollama(), 1500ms), "for 1500 ms"));
    }

    void saysHowMuchOfACutAnswerArrived()
    {
        const gateway::Error error = gateway::net::answerCut(ollama(), 5, 100, {});
        QVERIFY2(contains(error, "5 of 100 bytes"), error.message.c_str());
        QVERIFY(!contains(gateway::net::answerCut(ollama(), 5, std::nullopt, {}), "bytes"));
    }

    void advisesByStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<RetryAdvice>("advice");
        for (const int status : {500, 502, 503, 504, 529})
            QTest::addRow("%d", status) << status << RetryAdvice::SameTarget;
        for (const int status : {401, 403, 429})
            QTest::addRow("%d", status) << status << RetryAdvice::OtherTarget;
        for (const int status : {400, 402, 404, 408, 413, 422})
            QTest::addRow("%d", status) << status << RetryAdvice::Never;
    }
    void advisesByStatus()
    {
        QFETCH(int, status);
        QFETCH(RetryAdvice, advice);
        const gateway::Error error = gateway::net::classifyStatus(status, {}, "not json");
        QCOMPARE(error.code, ErrorCode::UpstreamStatus);
        QCOMPARE(error.retry, advice);
        QCOMPARE(error.upstreamStatus, std::optional(status));
        QCOMPARE(error.httpStatus(), status);
        QVERIFY(contains(error, std::to_string(status)));
    }

    void quotesTheProvidersMessage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("OpenAI, Anthropic") << QByteArray(R"({"type":"error","error":{"message":"Too fast"}})");
        QTest::newRow("Google") << QByteArray(R"([{"error":{"message":"Too fast"}}])");
        QTest::newRow("Ollama") << QByteArray(R"({"error":"Too fast"})");
        QTest::newRow("Bedrock") << QByteArray(R"({"message":"Too fast"})");
        QTest::newRow("FastAPI") << QByteArray(R"({"detail":"Too fast"})");
    }
    void quotesTheProvidersMessage()
    {
        QFETCH(QByteArray, body);
        const gateway::Error error = gateway::net::classifyStatus(429, {}, body.toStdString());
        QCOMPARE(error.message, std::string("The provider answered 429: Too fast"));
    }

    void readsWhatGoogleTellsInDetails()
    {
        const gateway::Error wrongKey = gateway::net::classifyStatus(
            400, {},
            R"({"error":{"code":400,"message":"API key not valid.","details":[{"reason":"API_KEY_INVALID"}]}})");
        QCOMPARE(wrongKey.httpStatus(), 401);
        QCOMPARE(wrongKey.retry, RetryAdvice::OtherTarget);
        QVERIFY(contains(wrongKey, "API key not valid."));

        const char *limit = R"({"error":{"code":429,"message":"Quota","details":[
            {"@type":"type.googleapis.com/google.rpc.QuotaFailure"},
            {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"1.5s"}]}})";
        QCOMPARE(gateway::net::classifyStatus(429, {}, limit).retryAfter, std::optional(1500ms));
        QCOMPARE(gateway::net::classifyStatus(429, {{"Retry-After", "3"}}, limit).retryAfter, std::optional(3000ms));
        const char *odd = R"({"error":{"message":"Quota","details":[{"retryDelay":"soon"},"text"]}})";
        QCOMPARE(gateway::net::classifyStatus(429, {}, odd).retryAfter, std::nullopt);
    }

    void cutsALongMessageBetweenCharacters()
    {
        const QByteArray body = "{\"error\":\"" + QByteArray("x") + QByteArray("\xc3\xa4").repeated(1000) + "\"}";
        const gateway::Error error = gateway::net::classifyStatus(400, {}, body.toStdString());
        QVERIFY(error.message.size() < 600);
        QVERIFY(QString::fromStdString(error.message).toStdString() == error.message); // valid UTF-8
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        QTest::newRow("seconds") << QByteArray("Retry-After") << QByteArray("20") << qint64(20'000);
        QTest::newRow("fraction") << QByteArray("retry-after") << QByteArray("1.5") << qint64(1'500);
        QTest::newRow("milliseconds") << QByteArray("retry-after-ms") << QByteArray("250") << qint64(250);
        QTest::newRow("date") << QByteArray("Retry-After") << QByteArray("Fri, 02 Jan 1970 00:00:10 GMT")
                              << qint64(10'000);
        QTest::newRow("never") << QByteArray("Retry-After") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT")
                               << qint64(86'400'000);
        QTest::newRow("past") << QByteArray("Retry-After") << QByteArray("Thu, 01 Jan 1970 00:00:10 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("Retry-After") << QByteArray("-5") << qint64(-1);
        QTest::newRow("nonsense") << QByteArray("Retry-After") << QByteArray("soon") << qint64(-1);
        QTest::newRow("not a number") << QByteArray("Retry-After") << QByteArray("nan") << qint64(-1);
        QTest::newRow("endless") << QByteArray("Retry-After") << QByteArray("1e300") << qint64(86'400'000);
        QTest::newRow("absent") << QByteArray("X-Other") << QByteArray("1") << qint64(-1);
    }
    void readsRetryAfter()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        HeaderList headers;
        headers.add(name.toStdString(), value.toStdString());
        const gateway::WallTime now{std::chrono::hours(24)};
        const auto wait = gateway::net::parseRetryAfter(headers, now);
        QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
    }

    void readsWhenARateLimitEnds_data()
    {
        QTest::addColumn<QByteArray>("fields");   // "name: value" in lines
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        const auto row = [](const char *name, const char *fields, qint64 milliseconds) {
            QTest::newRow(name) << QByteArray(fields) << milliseconds;
        };
        row("the limit that is used up",
            "x-ratelimit-remaining-requests: 0\nx-ratelimit-reset-requests: 8.64s\n"
            "x-ratelimit-remaining-tokens: 900\nx-ratelimit-reset-tokens: 20ms",
            8'640);
        row("both are used up",
            "x-ratelimit-remaining-requests: 0\nx-ratelimit-reset-requests: 1s\n"
            "x-ratelimit-remaining-tokens: 0\nx-ratelimit-reset-tokens: 6m0s",
            360'000);
        row("nothing told of what remains", "x-ratelimit-reset-requests: 1h\nx-ratelimit-reset-tokens: 250ms", 250);
        row("something remains", "x-ratelimit-remaining-tokens: 40\nx-ratelimit-reset-tokens: 250ms", -1);
        row("a time",
            "anthropic-ratelimit-requests-remaining: 0\nanthropic-ratelimit-requests-reset: 1970-01-02T00:00:07Z",
            7'000);
        row("a time with an offset", "Anthropic-Ratelimit-Input-Tokens-Reset: 1970-01-02T01:00:03+01:00", 3'000);
        row("a time that has passed", "anthropic-ratelimit-tokens-reset: 1970-01-01T00:00:07Z", 0);
        row("a time behind the end of nanoseconds", "anthropic-ratelimit-tokens-reset: 9999-12-31T00:00:00Z",
            253'402'128'000'000);
        row("a number of that time", "x-ratelimit-reset: 90000000000000", 89'999'913'600'000);
        row("seconds", "ratelimit-reset: 12", 12'000);
        row("no duration", "x-ratelimit-reset-requests: soon", -1);
        row("no time", "anthropic-ratelimit-tokens-reset: tomorrow", -1);
        row("no number", "x-ratelimit-reset: -1", -1);
        row("nothing", "x-other: 1", -1);
    }
    void readsWhenARateLimitEnds()
    {
        QFETCH(QByteArray, fields);
        QFETCH(qint64, milliseconds);
        HeaderList headers;
        for (const QByteArray &line : fields.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            headers.add(line.first(colon).toStdString(), line.mid(colon + 2).toStdString());
        }
        const gateway::WallTime now{std::chrono::hours(24)};
        const auto wait = gateway::net::rateLimitReset(headers, now);
        QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
    }

    void readsTimesOfRateLimitsSince1970()
    {
        const gateway::WallTime now{std::chrono::seconds(1'800'000'000)};
        const HeaderList seconds{{"x-ratelimit-reset", "1800000005"}};
        QCOMPARE(gateway::net::rateLimitReset(seconds, now), std::optional(5000ms));
        const HeaderList thousandths{{"X-RateLimit-Reset", "1800000002500"}};
        QCOMPARE(gateway::net::rateLimitReset(thousandths, now), std::optional(2500ms));
    }

    void prefersRetryAfterOverTheEndOfTheLimit()
    {
        const HeaderList both{{"Retry-After", "3"}, {"x-ratelimit-reset-requests", "9s"}};
        QCOMPARE(gateway::net::classifyStatus(429, both, {}).retryAfter, std::optional(3000ms));
        const HeaderList reset{{"x-ratelimit-reset-requests", "9s"}};
        QCOMPARE(gateway::net::classifyStatus(429, reset, {}).retryAfter, std::optional(9000ms));
        QCOMPARE(gateway::net::classifyStatus(500, reset, {}).retryAfter, std::nullopt); // answers have it, too
    }

    void prefersMillisecondsOverSeconds()
    {
        const HeaderList headers{{"Retry-After", "3"}, {"retry-after-ms", "2500"}};
        QCOMPARE(gateway::net::classifyStatus(429, headers, {}).retryAfter, std::optional(2500ms));
    }
};

QTEST_GUILESS_MAIN(TestFailureClassifier)
#include "tst_failure_classifier.moc"
