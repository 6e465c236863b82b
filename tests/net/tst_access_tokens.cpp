// Access tokens: what is sent for them, who waits, who fetches, and when.
#include "gateway/net/upstream/token_client.h"
#include "gateway/net/upstream/token_request.h"
#include "gateway/net/upstream/token_store.h"
#include "tests/net/exchange_recorder.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/token_endpoint.h"

#include <atomic>
#include <thread>
#include <vector>

#include <QtTest/QTest>

using namespace gateway;
using namespace gateway::net;
using namespace std::chrono_literals;
using tests::ExchangeRecorder;
using tests::FakeTransport;

namespace {

// Outside of the class, where moc would stumble over it.
constexpr const char *refusalThatRepeats =
    R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret s3cret/+=&."})";

TokenGrant googleGrant()
{
    TokenGrant grant;
    grant.kind = TokenGrant::Kind::ServiceAccount;
    grant.tokenUrl = "https://oauth2.googleapis.com/token";
    grant.clientId = "robot@project-1.iam.gserviceaccount.com";
    grant.secret = SecretString(tests::rsaPrivateKeyPem());
    grant.signingKeyId = "key-1";
    grant.scope = "https://www.googleapis.com/auth/cloud-platform";
    return grant;
}

TokenGrant entraGrant()
{
    TokenGrant grant;
    grant.tokenUrl = "https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token";
    grant.clientId = "client-1";
    grant.secret = SecretString("s3cret/+=&");
    grant.scope = "https://cognitiveservices.azure.com/.default";
    return grant;
}

TokenGrantPointer shared(TokenGrant grant)
{
    return std::make_shared<const TokenGrant>(std::move(grant));
}

// A worker's token client with a transport that a test answers for.
struct Scene {
    tests::ManualClock clock;
    TokenStore store;
    FakeTransport transport;
    TokenClient client{store, clock, [this](UpstreamRequest request, UpstreamObserver &observer) {
                           return transport.start(std::move(request), observer);
                       }};

    UpstreamRequest request(const TokenGrantPointer &grant) const
    {
        auto route = std::make_shared<UpstreamRoute>();
        route->scheme = "https";
        route->host = "provider.test";
        route->port = 443;
        route->skipTlsVerification = true;
        route->proxyMode = ProxyMode::None;
        UpstreamRequest request;
        request.route = route;
        request.method = "POST";
        request.target = "/v1/x";
        request.tokenGrant = grant;
        return request;
    }
    std::size_t tokenCalls() const
    {
        std::size_t count = 0;
        for (std::size_t index = 0; index < transport.callCount(); ++index)
            count += transport.call(index)->request.route->host == "provider.test" ? 0 : 1;
        return count;
    }
    std::string authorization(std::size_t index) const
    {
        return std::string(transport.call(index)->request.headers.value("authorization"));
    }
    static std::string tokenAnswer(const char *token, int seconds = 3600)
    {
        return R"({"access_token":")" + std::string(token) + R"(","expires_in":)" + std::to_string(seconds) + "}";
    }
    void deliver() { QCoreApplication::processEvents(); }
};

struct Callers {
    std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
    std::vector<std::unique_ptr<UpstreamExchange>> exchanges;
    void start(Scene &scene, const TokenGrantPointer &grant, int count)
    {
        for (int number = 0; number < count; ++number) {
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(scene.client.start(scene.request(grant), *recorders.back()));
        }
    }
};

} // namespace

class AccessTokensTest : public QObject {
    Q_OBJECT

private slots:
    void signsWhatGoogleVerifies()
    {
        tests::ManualClock clock;
        UpstreamRequest request;
        request.method = "POST";
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        const auto form = tokenForm(googleGrant(), clock.wallNow());
        QVERIFY2(form.has_value(), form ? "" : form.error().message.c_str());
        request.body = std::make_shared<const std::string>(*form);
        const auto answer = tests::answerLikeGoogle(request, clock.wallNow(), "token-1");
        QCOMPARE(answer.body.find("invalid"), std::string::npos);
        QCOMPARE(answer.status, 200);
        // The endpoint does verify: another key, time or account is refused.
        clock.advance(2h);
        QCOMPARE(tests::answerLikeGoogle(request, clock.wallNow(), "token-1").status, 400);
        TokenGrant other = googleGrant();
        other.clientId = "somebody@else";
        request.body = std::make_shared<const std::string>(*tokenForm(other, clock.wallNow()));
        QCOMPARE(tests::answerLikeGoogle(request, clock.wallNow(), "token-1").status, 400);
    }

    void refusesAKeyThatIsNoRsaKey()
    {
        for (const std::string &pem :
             {std::string(), std::string("-----BEGIN PRIVATE KEY-----\nx\n"), tests::ecPrivateKeyPem()}) {
            TokenGrant grant = googleGrant();
            grant.secret = SecretString(pem);
            const auto form = tokenForm(grant, WallTime{});
            QVERIFY(!form.has_value());
            QCOMPARE(form.error().code, ErrorCode::SecretUnavailable);
        }
    }

    void asksEntraForAToken()
    {
        Scene scene;
        Callers callers;
        callers.start(scene, shared(entraGrant()), 1);
        const auto call = scene.transport.lastCall();
        QCOMPARE(call->request.route->host, std::string("login.microsoftonline.com"));
        const auto answer = tests::answerLikeEntra(call->request, "token-1");
        QCOMPARE(answer.status, 200);
        call->answer(answer.status, answer.body);
        scene.deliver();
        QCOMPARE(scene.authorization(1), std::string("Bearer token-1"));
        QCOMPARE(scene.transport.lastCall()->request.target, std::string("/v1/x"));
    }

    void refreshesThePersonsCredentials()
    {
        TokenGrant grant;
        grant.kind = TokenGrant::Kind::RefreshToken;
        grant.clientId = "me";
        grant.clientSecret = SecretString("mine");
        grant.secret = SecretString("1//refresh");
        auto fields = tests::formFields(*tokenForm(grant, WallTime{}));
        QCOMPARE(fields["grant_type"], std::string("refresh_token"));
        QCOMPARE(fields["refresh_token"], std::string("1//refresh"));
        QCOMPARE(fields["client_secret"], std::string("mine"));
    }

    void fetchesOneTokenForAThousandRequests()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 1000);
        QCOMPARE(scene.transport.callCount(), std::size_t(1)); // nobody goes without a token
        scene.transport.lastCall()->answer(200, Scene::tokenAnswer("token-1"));
        scene.deliver();
        QCOMPARE(scene.transport.callCount(), std::size_t(1001));
        QCOMPARE(scene.tokenCalls(), std::size_t(1));
        for (std::size_t index = 1; index <= 1000; ++index)
            QCOMPARE(scene.authorization(index), std::string("Bearer token-1"));
        scene.transport.lastCall()->answer(200, "{}");
        QVERIFY(callers.recorders.back()->isFinished);
        QCOMPARE(callers.recorders.back()->violations, 0);
    }

    void renewsBeforeTheEndWhileAllOthersGoOn()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 1);
        scene.transport.lastCall()->answer(200, Scene::tokenAnswer("old"));
        scene.deliver();
        scene.clock.advance(56min);
        callers.start(scene, grant, 1000);
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
        QCOMPARE(scene.transport.callCount(), std::size_t(1003)); // a thousand at once, with the old one
        scene.transport.call(2)->answer(200, Scene::tokenAnswer("new"));
        scene.deliver();
        callers.start(scene, grant, 1);
        QCOMPARE(scene.authorization(1003), std::string("Bearer new"));
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
    }

    void waitsWhenTheOldOneHasExpired()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 1);
        scene.transport.lastCall()->answer(200, Scene::tokenAnswer("old"));
        scene.deliver();
        scene.clock.advance(1h);
        callers.start(scene, grant, 1000);
        QCOMPARE(scene.transport.callCount(), std::size_t(3));
        scene.transport.lastCall()->answer(200, Scene::tokenAnswer("new"));
        scene.deliver();
        QCOMPARE(scene.transport.callCount(), std::size_t(1003));
        QCOMPARE(scene.authorization(1002), std::string("Bearer new"));
    }

    void letsOneOfManyThreadsFetch()
    {
        TokenStore store;
        const auto grant = shared(entraGrant());
        std::atomic<int> fetches{0};
        std::atomic<int> served{0};
        const auto inbox = std::make_shared<ThreadInbox>(*this);
        std::vector<std::thread> threads;
        for (int number = 0; number < 8; ++number)
            threads.emplace_back([&] {
                for (int request = 0; request < 125; ++request) {
                    if (store.ask(grant, SteadyTime{}, inbox, [&served](const auto &) { ++served; }).mustFetch)
                        ++fetches;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(fetches.load(), 1);
        store.settle(grant, SteadyTime{}, SteadyTime{}, AccessToken{SecretString("t"), 3600s});
        QCoreApplication::processEvents();
        QCOMPARE(served.load(), 1000);
        inbox->close();
    }

    void tellsEveryWaiterWhyThereIsNoToken()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 3);
        scene.transport.lastCall()->answer(401, refusalThatRepeats);
        scene.deliver();
        for (const auto &recorder : callers.recorders) {
            QVERIFY(recorder->error.has_value());
            QCOMPARE(recorder->error->upstreamStatus.value_or(0), 401);
            QVERIFY(recorder->error->message.find("AADSTS7000215") != std::string::npos);
            QVERIFY(recorder->error->message.find("s3cret") == std::string::npos); // an endpoint may repeat it
        }
        callers.start(scene, grant, 1); // the next one tries again
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
    }

    void keepsAGoodTokenWhenItsRenewalFails()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 1);
        scene.transport.lastCall()->answer(200, Scene::tokenAnswer("good"));
        scene.deliver();
        scene.clock.advance(56min);
        callers.start(scene, grant, 1);
        scene.transport.call(2)->answer(503, "{}");
        callers.start(scene, grant, 1); // not at once again
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
        QCOMPARE(scene.authorization(4), std::string("Bearer good"));
        scene.clock.advance(31s);
        callers.start(scene, grant, 1);
        QCOMPARE(scene.tokenCalls(), std::size_t(3));
    }

    void forgetsATokenThatTheProviderRefuses()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 1);
        scene.transport.lastCall()->answer(200, Scene::tokenAnswer("revoked"));
        scene.deliver();
        scene.transport.lastCall()->answer(401, "{}");
        callers.start(scene, grant, 1);
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
    }

    void fetchesAnotherTokenForAnotherKey()
    {
        Scene scene;
        Callers callers;
        callers.start(scene, shared(entraGrant()), 1);
        callers.start(scene, shared(entraGrant()), 1);
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
    }

    void goesOnWhenTheOneWhoFetchesGivesUp()
    {
        Scene scene;
        Callers callers;
        const auto grant = shared(entraGrant());
        callers.start(scene, grant, 2);
        callers.exchanges.front().reset(); // its client has gone
        scene.transport.call(0)->answer(200, Scene::tokenAnswer("token-1"));
        scene.deliver();
        QCOMPARE(scene.transport.callCount(), std::size_t(2));
        QCOMPARE(callers.recorders.front()->calls, 0);
    }

    void showsTheCredentialToNobodyElse()
    {
        Scene scene;
        Callers callers;
        callers.start(scene, shared(entraGrant()), 1);
        const auto call = scene.transport.lastCall();
        QVERIFY(!call->request.route->skipTlsVerification); // whatever holds for the provider
        QCOMPARE(call->request.route->proxyMode, ProxyMode::None);
        TokenGrant open = entraGrant();
        open.tokenUrl = "http://login.example.test/token";
        callers.start(scene, shared(open), 1);
        scene.deliver();
        QCOMPARE(scene.tokenCalls(), std::size_t(1));
        QVERIFY(callers.recorders.back()->error->message.find("https://") != std::string::npos);
        open.tokenUrl = "http://127.0.0.1:9/token"; // this computer
        callers.start(scene, shared(open), 1);
        QCOMPARE(scene.tokenCalls(), std::size_t(2));
        QCOMPARE(scene.transport.lastCall()->request.target, std::string("/token"));
    }

    void takesALifetimeOfAnyKind_data()
    {
        QTest::addColumn<QByteArray>("expiry");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("number") << QByteArray("3599") << qint64(3599);
        QTest::newRow("text") << QByteArray("\u00223599\u0022") << qint64(3599);
        QTest::newRow("longer than a day") << QByteArray("1e300") << qint64(86'400);
        QTest::newRow("below zero") << QByteArray("-1") << qint64(0);
        QTest::newRow("no number") << QByteArray("\u0022nan\u0022") << qint64(0);
        QTest::newRow("endless") << QByteArray("\u0022inf\u0022") << qint64(86'400);
        QTest::newRow("object") << QByteArray("{}") << qint64(0);
    }
    void takesALifetimeOfAnyKind()
    {
        QFETCH(QByteArray, expiry);
        QFETCH(qint64, seconds);
        const QByteArray body = "{\u0022access_token\u0022:\u0022t\u0022,\u0022expires_in\u0022:" + expiry + "}";
        const auto token = readToken(200, {}, body.toStdString(), "host.test");
        QVERIFY(token.has_value());
        QCOMPARE(qint64(token->lifetime.count()), seconds);
    }

    void refusesWhatIsNoToken_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("web page") << 200 << QByteArray("<html>");
        QTest::newRow("no token") << 200 << QByteArray("{\u0022expires_in\u0022:1}");
        QTest::newRow("line break") << 200 << QByteArray("{\u0022access_token\u0022:\u0022a\\r\\nb\u0022}");
        QTest::newRow("overloaded") << 503 << QByteArray("{}");
    }
    void refusesWhatIsNoToken()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto token = readToken(status, {}, body.toStdString(), "host.test");
        QVERIFY(!token.has_value());
        QCOMPARE(token.error().source, ErrorSource::Upstream);
        if (status == 503)
            QCOMPARE(token.error().upstreamStatus.value_or(0), 503);
    }
};

QTEST_GUILESS_MAIN(AccessTokensTest)
#include "tst_access_tokens.moc"
