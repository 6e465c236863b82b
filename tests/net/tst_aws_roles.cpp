// Roles at AWS: who asks for their temporary keys, how often, and what requests are signed with.
#include "gateway/config/aws_role.h"
#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/role_request.h"
#include "gateway/net/upstream/token_client.h"
#include "tests/net/exchange_recorder.h"
#include "tests/support/aws_token_service.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"

#include <memory>
#include <vector>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace gateway;
using namespace gateway::net;
using namespace std::chrono_literals;
using tests::AwsTokenService;
using tests::ExchangeRecorder;
using tests::FakeTransport;

namespace {

AwsRole firstRole()
{
    AwsRole role;
    role.arn = AwsTokenService::roleArn;
    role.externalId = AwsTokenService::externalId;
    role.region = "eu-central-1";
    role.caller = {SecretString(AwsTokenService::accessKeyId), SecretString(AwsTokenService::secretAccessKey), {}};
    return role;
}

// A worker's token client. What it sends is signed as UpstreamClient signs it; calls to AWS's service are answered by the
// strict one, all others by the test.
struct Scene {
    tests::ManualClock clock;
    AwsTokenService service;
    TokenStore store;
    FakeTransport transport;
    TokenClient client{store, clock, [this](UpstreamRequest request, UpstreamObserver &observer) {
                           signAwsRequest(request, clock.wallNow());
                           return transport.start(std::move(request), observer);
                       }};
    std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
    std::vector<std::unique_ptr<UpstreamExchange>> exchanges;
    std::size_t answered = 0;

    void ask(const TokenGrantPointer &grant, int count = 1)
    {
        for (int number = 0; number < count; ++number) {
            auto route = std::make_shared<UpstreamRoute>();
            route->scheme = "https";
            route->host = "bedrock-runtime.eu-central-1.amazonaws.com";
            route->port = 443;
            UpstreamRequest request;
            request.route = route;
            request.method = "POST";
            request.target = "/model/a/converse";
            request.headers = {{"Content-Type", "application/json"}};
            request.body = std::make_shared<const std::string>("{}");
            request.tokenGrant = grant;
            request.awsSigning = std::make_shared<const AwsSigning>(AwsSigning{{}, {"eu-central-1", "bedrock"}});
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(client.start(std::move(request), *recorders.back()));
        }
    }
    static bool isToService(const FakeTransport::Call &call) { return call.request.route->host.starts_with("sts."); }
    // Until nobody asks the service any more.
    void letServiceAnswer()
    {
        for (; answered < transport.callCount(); ++answered) {
            const auto call = transport.call(answered);
            if (!isToService(*call))
                continue;
            const auto answer = service.answer(call->request, clock.wallNow());
            call->answer(answer.status, answer.body, "text/xml");
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
        if (answered < transport.callCount())
            letServiceAnswer();
    }
    std::vector<UpstreamRequest> questions() const
    {
        std::vector<UpstreamRequest> all;
        for (std::size_t index = 0; index < transport.callCount(); ++index) {
            if (!isToService(*transport.call(index)))
                all.push_back(transport.call(index)->request);
        }
        return all;
    }
};

} // namespace

class AwsRolesTest : public QObject {
    Q_OBJECT

private slots:
    void signsWithTheKeyOfTheRole()
    {
        Scene scene;
        scene.ask(config::roleGrant(firstRole(), {}));
        const auto call = scene.transport.lastCall();
        QCOMPARE(call->request.route->host, std::string("sts.eu-central-1.amazonaws.com"));
        QCOMPARE(call->request.target, std::string("/"));
        auto fields = tests::formFields(*call->request.body);
        QCOMPARE(fields["Action"], std::string("AssumeRole"));
        QCOMPARE(fields["RoleSessionName"], std::string("bilrost"));
        QCOMPARE(fields["ExternalId"], std::string(AwsTokenService::externalId));
        QVERIFY(std::string(*call->request.body).find(AwsTokenService::secretAccessKey) == std::string::npos);
        scene.letServiceAnswer();
        QCOMPARE(scene.questions().size(), std::size_t(1));
        const UpstreamRequest sent = scene.questions().front();
        QVERIFY(sent.headers.value("authorization").find("Credential=ASIA") != std::string_view::npos);
        QVERIFY(sent.headers.contains("x-amz-security-token"));
        const auto refused = scene.service.refusalOf(sent, scene.clock.wallNow(), "bedrock");
        QVERIFY2(!refused, refused ? refused->body.c_str() : "");
    }

    void asksOnceForAThousandRequests()
    {
        Scene scene;
        const auto grant = config::roleGrant(firstRole(), {});
        scene.ask(grant, 1000);
        QCOMPARE(scene.transport.callCount(), std::size_t(1));
        scene.letServiceAnswer();
        QCOMPARE(scene.questions().size(), std::size_t(1000));
        QCOMPARE(scene.service.calls(), 1);
    }

    void renewsBeforeTheEnd()
    {
        Scene scene;
        const auto grant = config::roleGrant(firstRole(), {});
        scene.ask(grant);
        scene.letServiceAnswer();
        scene.clock.advance(54min);
        scene.ask(grant);
        QCOMPARE(scene.service.calls(), 1); // still good
        scene.clock.advance(2min);
        scene.ask(grant, 100);
        QCOMPARE(scene.questions().size(), std::size_t(102)); // all go on with the old one
        scene.letServiceAnswer();
        QCOMPARE(scene.service.calls(), 2);
        scene.clock.advance(5min);
        scene.ask(grant);
        const auto refused = scene.service.refusalOf(scene.questions().back(), scene.clock.wallNow(), "bedrock");
        QVERIFY2(!refused, refused ? refused->body.c_str() : "");
        QCOMPARE(scene.service.calls(), 2);
    }

    void tellsWhatAwsRefuses_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("externalId");
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<QByteArray>("code");
        const QByteArray secret = AwsTokenService::secretAccessKey;
        const QByteArray id = AwsTokenService::externalId;
        QTest::newRow("bad signature") << QByteArray("another/secret+00") << id << 0
                                       << QByteArray("SignatureDoesNotMatch");
        QTest::newRow("wrong external id") << secret << QByteArray("theirs") << 0 << QByteArray("AccessDenied");
        QTest::newRow("no external id") << secret << QByteArray() << 0 << QByteArray("AccessDenied");
        QTest::newRow("too long") << secret << id << 50'000 << QByteArray("ValidationError");
    }
    void tellsWhatAwsRefuses()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, externalId);
        QFETCH(int, lifetime);
        QFETCH(QByteArray, code);
        Scene scene;
        AwsRole role = firstRole();
        role.caller.secretAccessKey = SecretString(secret.toStdString());
        role.externalId = externalId.toStdString();
        role.lifetime = std::chrono::seconds(lifetime);
        scene.ask(config::roleGrant(role, {}), 3);
        scene.letServiceAnswer();
        QVERIFY(scene.questions().empty());
        for (const auto &recorder : scene.recorders) {
            QVERIFY(recorder->error.has_value());
            QCOMPARE(recorder->error->upstreamStatus.value_or(0), 401);
            QCOMPARE(recorder->error->upstreamCode, code.toStdString());
            QVERIFY(recorder->error->message.find(code.toStdString()) != std::string::npos);
            QVERIFY(recorder->error->message.find(secret.toStdString()) == std::string::npos);
        }
    }

    void saysThatTheCallersOwnKeyIsOver()
    {
        Scene scene;
        AwsRole role = firstRole();
        role.caller.accessKeyId = SecretString("ASIAOFYESTERDAY00001");
        role.caller.sessionToken = SecretString("over");
        scene.ask(config::roleGrant(role, {}));
        scene.letServiceAnswer();
        QCOMPARE(scene.recorders.front()->error->upstreamCode, std::string("InvalidClientTokenId"));
        QVERIFY(scene.recorders.front()->error->message.find("security token") != std::string::npos);
    }

    void waitsWhereAwsIsBusy()
    {
        const auto busy = readRole(400, {},
                                   "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message>"
                                   "</Error></ErrorResponse>",
                                   "sts.test", WallTime{});
        QCOMPARE(busy.error().upstreamStatus.value_or(0), 429);
        const auto away = readRole(503, {}, "<html>", "sts.test", WallTime{});
        QCOMPARE(away.error().upstreamStatus.value_or(0), 503);
        QCOMPARE(readRole(200, {}, "<html>", "sts.test", WallTime{}).error().code, ErrorCode::UpstreamProtocol);
    }

    // A role in another account, which only who is in the first role may take.
    void takesOneRoleWithAnother()
    {
        Scene scene;
        AwsRole second;
        second.arn = AwsTokenService::secondRoleArn;
        second.region = "us-east-1";
        second.callerGrant = config::roleGrant(firstRole(), {});
        const auto grant = config::roleGrant(second, {});
        scene.ask(grant, 10);
        scene.letServiceAnswer();
        QCOMPARE(scene.service.calls(), 2);
        QCOMPARE(scene.questions().size(), std::size_t(10));
        QVERIFY(!scene.service.refusalOf(scene.questions().front(), scene.clock.wallNow(), "bedrock"));
        // The first one's refusal is the whole answer.
        AwsRole wrong = firstRole();
        wrong.externalId.clear();
        second.callerGrant = config::roleGrant(wrong, {});
        scene.ask(config::roleGrant(second, {}));
        scene.letServiceAnswer();
        QCOMPARE(scene.service.calls(), 3);
        QCOMPARE(scene.recorders.back()->error->upstreamCode, std::string("AccessDenied"));
    }

    void showsTheTokenOfAnIdentityProvider()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("token"));
        const auto write = [&path](const char *text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("over.over.over\n");
        AwsRole role;
        role.arn = AwsTokenService::webRoleArn;
        role.region = "us-east-1";
        role.identityFile = path.toStdString();
        Scene scene;
        const auto grant = config::roleGrant(role, {});
        scene.ask(grant);
        scene.letServiceAnswer();
        QCOMPARE(scene.recorders.back()->error->upstreamCode, std::string("InvalidIdentityToken"));
        write("header.payload.signature\n"); // who wrote it has written it anew
        scene.ask(grant);
        QVERIFY(!scene.transport.lastCall()->request.headers.contains("authorization"));
        scene.letServiceAnswer();
        QCOMPARE(scene.questions().size(), std::size_t(1));
        QVERIFY(!scene.service.refusalOf(scene.questions().back(), scene.clock.wallNow(), "bedrock"));
        QFile::remove(path);
        scene.clock.advance(2h);
        scene.ask(grant);
        QCoreApplication::processEvents();
        QCOMPARE(scene.recorders.back()->error->code, ErrorCode::SecretUnavailable);
    }

    void forgetsAKeyThatTheServiceCallsOver()
    {
        Scene scene;
        const auto grant = config::roleGrant(firstRole(), {});
        scene.ask(grant);
        scene.letServiceAnswer();
        scene.transport.lastCall()->head(403, {{"x-amzn-ErrorType", "AccessDeniedException"}}); // of the model
        scene.ask(grant);
        QCOMPARE(scene.questions().size(), std::size_t(2));
        scene.transport.lastCall()->head(403, {{"x-amzn-ErrorType", "ExpiredTokenException:http://internal"}});
        scene.ask(grant);
        scene.letServiceAnswer();
        QCOMPARE(scene.service.calls(), 2);
    }

    void knowsWhatIsARole_data()
    {
        QTest::addColumn<QByteArray>("arn");
        QTest::addColumn<QByteArray>("externalId");
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<bool>("isFine");
        const QByteArray arn = AwsTokenService::roleArn;
        QTest::newRow("role") << arn << QByteArray("our/id:1") << QByteArray("me@work") << true;
        QTest::newRow("government") << QByteArray("arn:aws-us-gov:iam::123456789012:role/path/x") << QByteArray()
                                    << QByteArray() << true;
        QTest::newRow("variable") << QByteArray("env.ROLE") << QByteArray("env.ID") << QByteArray("env.NAME") << true;
        QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray() << true;
        QTest::newRow("user") << QByteArray("arn:aws:iam::1:user/x") << QByteArray() << QByteArray() << false;
        QTest::newRow("name") << QByteArray("bedrock-user") << QByteArray() << QByteArray() << false;
        QTest::newRow("spaces") << QByteArray("arn:aws:iam::1:role/a b") << QByteArray() << QByteArray() << false;
        QTest::newRow("external id") << arn << QByteArray("a b") << QByteArray() << false;
        QTest::newRow("session") << arn << QByteArray() << QByteArray("a/b") << false;
    }
    void knowsWhatIsARole()
    {
        QFETCH(QByteArray, arn);
        QFETCH(QByteArray, externalId);
        QFETCH(QByteArray, session);
        QFETCH(bool, isFine);
        config::KeyPlace place;
        place.roleArn = arn.toStdString();
        place.externalId = externalId.toStdString();
        place.sessionName = session.toStdString();
        const auto problem = config::problemOfRole(place);
        QVERIFY2(problem.has_value() != isFine, problem.value_or("").c_str());
    }
};

QTEST_GUILESS_MAIN(AwsRolesTest)
#include "tst_aws_roles.moc"
