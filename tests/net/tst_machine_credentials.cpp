// What a machine or a container gives out to whoever runs on it: asked by the rules, at the only addresses that may be
// asked for it, and by nobody else.
#include "gateway/base/base64.h"
#include "gateway/config/aws_role.h"
#include "gateway/config/token_credential.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/machine_request.h"
#include "gateway/net/upstream/upstream_client.h"
#include "tests/net/exchange_recorder.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/manual_clock.h"
#include "tests/support/token_endpoint.h"

#include <functional>
#include <memory>
#include <vector>

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace gateway;
using namespace gateway::net;
using namespace std::chrono_literals;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::ReceivedRequest;

namespace {

std::string moment(WallTime time)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate).toStdString();
}

// Amazon's metadata service that knows version 2 only, its service for containers, and Google's, all strict.
class StrictServices {
public:
    explicit StrictServices(const tests::ManualClock &clock) : m_clock(clock) {}

    FakeUpstream::Script script()
    {
        return [this](FakePeer &peer, const ReceivedRequest &request) { answer(peer, request); };
    }

    std::string role = "our-role";
    std::string containerToken = "pod-token";
    bool hasVersion2 = true;
    bool saysFlavor = true;
    int given = 0; // access keys

private:
    void answer(FakePeer &peer, const ReceivedRequest &request)
    {
        constexpr std::string_view roles = "/latest/meta-data/iam/security-credentials/";
        const HeaderList plain{{"Content-Type", "text/plain"}};
        if (request.headers.contains("x-forwarded-for") || request.headers.contains("via"))
            peer.answer(403, plain, "not for proxies");
        else if (request.target == "/latest/api/token")
            answerSession(peer, request);
        else if (request.target.starts_with(roles) && request.headers.value("x-aws-ec2-metadata-token") != session)
            peer.answer(401, plain, "no session");
        else if (request.target == roles)
            peer.answer(role.empty() ? 404 : 200, plain, role + "\nanother");
        else if (request.target == std::string(roles) + "our%2Frole" || request.target == std::string(roles) + role)
            giveKey(peer, "Token");
        else if (request.target == "/v1/credentials?x=1")
            answerContainer(peer, request);
        else if (request.target == "/computeMetadata/v1/instance/service-accounts/default/token")
            answerGoogle(peer, request);
        else
            peer.answer(404, plain, "nothing here");
    }

    void answerSession(FakePeer &peer, const ReceivedRequest &request)
    {
        const int seconds =
            QByteArray::fromStdString(std::string(request.headers.value("x-aws-ec2-metadata-token-ttl-seconds")))
                .toInt();
        const bool isRight = request.method == "PUT" && request.body.empty() && seconds >= 1 && seconds <= 21600;
        peer.answer(!hasVersion2 ? 404 : isRight ? 200 : 400, {}, hasVersion2 && isRight ? session : "");
    }

    void answerContainer(FakePeer &peer, const ReceivedRequest &request)
    {
        if (request.method != "GET" || request.headers.value("authorization") != containerToken)
            peer.answer(403, {}, R"({"code":"AccessDenied","message":"the token is not known"})");
        else
            giveKey(peer, "Token");
    }

    void answerGoogle(FakePeer &peer, const ReceivedRequest &request)
    {
        const HeaderList flavor{{"Metadata-Flavor", "Google"}};
        if (request.headers.value("metadata-flavor") != "Google")
            peer.answer(403, flavor, "missing required header");
        else
            peer.answer(200, saysFlavor ? flavor : HeaderList(),
                        R"({"access_token":"ya29.machine","expires_in":3599,"token_type":"Bearer"})");
    }

    void giveKey(FakePeer &peer, const char *tokenName)
    {
        ++given;
        peer.answer(200, {{"Content-Type", "text/plain"}},
                    R"({"Code":"Success","AccessKeyId":"ASIAMACHINE)" + std::to_string(given)
                        + R"(","SecretAccessKey":"machine/secret+","Expiration":")" + moment(m_clock.wallNow() + 6h)
                        + "\",\"" + tokenName + R"(":"session-of-machine"})");
    }

    const tests::ManualClock &m_clock;
    const std::string session = "AQAEsession==";
};

struct Scene {
    tests::ManualClock clock;
    StrictServices service{clock};
    FakeUpstream machine{service.script()};
    FakeUpstream provider{[](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); }};
    UpstreamClient client{clock};
    std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
    std::vector<std::unique_ptr<UpstreamExchange>> exchanges;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(machine.port()); }

    void ask(const TokenGrantPointer &grant, int count = 1)
    {
        for (int number = 0; number < count; ++number) {
            auto route = std::make_shared<UpstreamRoute>();
            route->scheme = "http";
            route->host = "127.0.0.1";
            route->port = provider.port();
            route->proxyMode = ProxyMode::None;
            UpstreamRequest request;
            request.route = route;
            request.method = "POST";
            request.target = "/model/a/converse";
            request.body = std::make_shared<const std::string>("{}");
            request.tokenGrant = grant;
            if (grant->isAwsKey())
                request.awsSigning = std::make_shared<const AwsSigning>(AwsSigning{{}, {"eu-west-1", "bedrock"}});
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(client.start(std::move(request), *recorders.back()));
        }
    }
    const ExchangeRecorder &last() const { return *recorders.back(); }
    std::string lastAuthorization() const
    {
        return std::string(provider.requests().back().headers.value("authorization"));
    }
    std::string lastError() const { return last().error ? last().error->message : std::string(); }
};

} // namespace

class MachineCredentialsTest : public QObject {
    Q_OBJECT

private slots:
    void signsWithTheKeyOfTheMachine()
    {
        Scene scene;
        scene.service.role = "our/role"; // a name that has to be encoded
        scene.ask(config::machineGrant(scene.url()));
        QTRY_VERIFY(scene.last().hasEnded());
        QVERIFY2(scene.last().isFinished, scene.lastError().c_str());
        QVERIFY(scene.lastAuthorization().find("Credential=ASIAMACHINE1/") != std::string::npos);
        QCOMPARE(std::string(scene.provider.requests().back().headers.value("x-amz-security-token")),
                 std::string("session-of-machine"));
        QCOMPARE(scene.machine.requests().size(), std::size_t(3)); // session, role, key
    }

    void asksOnceForManyAndRenewsBeforeTheEnd()
    {
        Scene scene;
        const auto grant = config::machineGrant(scene.url());
        scene.ask(grant, 50);
        for (const auto &recorder : scene.recorders)
            QTRY_VERIFY(recorder->isFinished);
        QCOMPARE(scene.service.given, 1);
        scene.clock.advance(5h + 50min);
        scene.ask(grant);
        QTRY_VERIFY(scene.last().isFinished);
        QCOMPARE(scene.service.given, 1);
        scene.clock.advance(6min);
        scene.ask(grant); // goes on with the old one, while another is fetched
        QTRY_VERIFY(scene.last().isFinished);
        QVERIFY(scene.lastAuthorization().find("ASIAMACHINE1/") != std::string::npos);
        QTRY_COMPARE(scene.service.given, 2);
        scene.clock.advance(5min); // the first is over now
        scene.ask(grant);
        QTRY_VERIFY(scene.last().isFinished);
        QVERIFY(scene.lastAuthorization().find("ASIAMACHINE2/") != std::string::npos);
    }

    // Version 1 answers whoever gets a request to it, so it is not used even where it would answer.
    void asksNoServiceOfVersion1()
    {
        Scene scene;
        scene.service.hasVersion2 = false;
        scene.ask(config::machineGrant(scene.url()));
        QTRY_VERIFY(scene.last().error);
        QVERIFY2(scene.lastError().find("version 2") != std::string::npos, scene.lastError().c_str());
        QCOMPARE(scene.machine.requests().size(), std::size_t(1));
        QVERIFY(scene.provider.requests().empty());
    }

    void saysThatTheMachineHasNoRole()
    {
        Scene scene;
        scene.service.role.clear();
        scene.ask(config::machineGrant(scene.url()));
        QTRY_VERIFY(scene.last().error);
        QVERIFY2(scene.lastError().find("has no role") != std::string::npos, scene.lastError().c_str());
    }

    void followsNoRedirect()
    {
        Scene scene;
        FakeUpstream elsewhere([](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "session"); });
        scene.machine.setScript([&elsewhere](FakePeer &peer, const ReceivedRequest &) {
            peer.answer(307, {{"Location", "http://127.0.0.1:" + std::to_string(elsewhere.port()) + "/"}}, "");
        });
        scene.ask(config::machineGrant(scene.url()));
        QTRY_VERIFY(scene.last().error);
        QVERIFY(elsewhere.requests().empty());
    }

    void showsTheTokenOfTheContainer()
    {
        Scene scene;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("token"));
        const auto write = [&path](const char *token) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(token);
        };
        const auto grant = config::containerGrant(scene.url() + "/v1/credentials?x=1", {}, path.toStdString());
        scene.ask(grant);
        QTRY_VERIFY(scene.last().error);
        QVERIFY2(scene.lastError().find("holds no token") != std::string::npos, scene.lastError().c_str());
        QVERIFY(scene.machine.requests().empty());
        write("old-token");
        scene.ask(grant);
        QTRY_VERIFY(scene.last().error);
        QVERIFY2(scene.lastError().find("AccessDenied") != std::string::npos, scene.lastError().c_str());
        QCOMPARE(scene.last().error->upstreamStatus, std::optional(401));
        write("pod-token\n"); // it is read for each call
        scene.clock.advance(1min);
        scene.ask(grant);
        QTRY_VERIFY(scene.last().hasEnded());
        QVERIFY2(scene.last().isFinished, scene.lastError().c_str());
        QVERIFY(scene.lastAuthorization().find("ASIAMACHINE1/") != std::string::npos);
        write("two\nlines: 1");
        scene.ask(config::containerGrant(scene.url() + "/v1/credentials?x=1", {}, path.toStdString()));
        QTRY_VERIFY(scene.last().error);
        // One that is named itself.
        scene.ask(config::containerGrant(scene.url() + "/v1/credentials?x=1", SecretString("pod-token"), {}));
        QTRY_VERIFY(scene.last().isFinished);
    }

    void asksGooglesMachine()
    {
        Scene scene;
        scene.ask(config::googleMachineGrant(scene.url()));
        QTRY_VERIFY(scene.last().hasEnded());
        QVERIFY2(scene.last().isFinished, scene.lastError().c_str());
        QCOMPARE(scene.lastAuthorization(), std::string("Bearer ya29.machine"));
        scene.service.saysFlavor = false; // somebody else answers
        scene.ask(config::googleMachineGrant(scene.url()));
        QTRY_VERIFY(scene.last().error);
        QCOMPARE(scene.last().error->code, ErrorCode::UpstreamProtocol);
        QCOMPARE(scene.provider.requests().size(), std::size_t(1));
    }

    void asksNobodyElse_data()
    {
        QTest::addColumn<bool>("isContainer");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](bool isContainer, const char *url) {
            QTest::addRow("%s, %s", isContainer ? "container" : "machine", url) << isContainer << QByteArray(url);
        };
        row(true, "http://169.254.169.254/latest");
        row(true, "http://169.254.170.3/x");
        row(true, "http://10.0.0.1/x");
        row(true, "http://2852039166/x"); // 169.254.169.254
        row(true, "https://169.254.169.254/x");
        row(true, "ftp://127.0.0.1/x");
        row(false, "http://169.254.170.2");
        row(false, "http://192.168.1.1");
        row(false, "https://169.254.169.254");
        row(false, "nonsense");
    }
    void asksNobodyElse()
    {
        QFETCH(bool, isContainer);
        QFETCH(QByteArray, url);
        const auto grant =
            isContainer ? config::containerGrant(url.toStdString(), {}, {}) : config::machineGrant(url.toStdString());
        MachineQuestions questions(grant);
        const auto first = questions.first({});
        QVERIFY(!first.has_value());
        QCOMPARE(first.error().code, ErrorCode::InvalidRequest);
    }

    void goesStraightToTheMachine()
    {
        UpstreamRoute like;
        like.proxyMode = ProxyMode::Http;
        like.proxyHost = "proxy.example";
        like.proxyPassword = "secret";
        like.skipTlsVerification = true;
        MachineQuestions machine(config::machineGrant("http://169.254.169.254"));
        const auto plain = machine.first(like);
        QVERIFY(plain.has_value());
        QCOMPARE(plain->route->proxyMode, ProxyMode::None);
        QVERIFY(plain->route->proxyPassword.empty());
        QVERIFY(plain->route->machineService == MachineService::Metadata);
        QVERIFY(plain->route->connectTimeout <= 2s);
        // A container's service with TLS is a host like any other.
        MachineQuestions container(config::containerGrant("https://credentials.example/x", {}, {}));
        const auto secure = container.first(like);
        QVERIFY(secure.has_value());
        QCOMPARE(secure->route->proxyMode, ProxyMode::Http);
        QVERIFY(!secure->route->skipTlsVerification);
        QVERIFY(secure->route->machineService == MachineService::None);
    }

    void knowsThePlacesOfTheServices_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isOfContainers");
        QTest::addColumn<bool>("isOfMachines");
        const auto row = [](const char *address, bool isOfContainers, bool isOfMachines) {
            QTest::newRow(address) << QString::fromLatin1(address) << isOfContainers << isOfMachines;
        };
        row("169.254.169.254", false, true);
        row("::ffff:169.254.169.254", false, true);
        row("169.254.170.2", true, false);
        row("169.254.170.23", true, false);
        row("fd00:ec2::23", true, false);
        row("127.0.0.1", true, true);
        row("::1", true, true);
        row("169.254.169.253", false, false);
        row("169.254.170.24", false, false);
        row("fd00:ec2::254", false, false);
        row("fe80::1", false, false);
        row("100.100.100.200", false, false);
        row("10.0.0.1", false, false);
        row("8.8.8.8", false, false);
    }
    void knowsThePlacesOfTheServices()
    {
        QFETCH(QString, address);
        QFETCH(bool, isOfContainers);
        QFETCH(bool, isOfMachines);
        const QHostAddress host(address);
        QCOMPARE(isMachineService(host, MachineService::Container), isOfContainers);
        QCOMPARE(isMachineService(host, MachineService::Metadata), isOfMachines);
        QVERIFY(!isMachineService(host, MachineService::None));
        // The same in what transports ask, whoever can reach the gateway.
        TargetPolicy policy;
        policy.setReachable(true);
        TargetCheck check;
        check.policy = &policy;
        QCOMPARE(check.refusalOf(host, "host", MachineService::Metadata).has_value(), !isOfMachines);
        QCOMPARE(check.refusalOf(host, "host", MachineService::Container).has_value(), !isOfContainers);
        QVERIFY(check.refusalOf(host, "host").has_value() || address == QLatin1String("8.8.8.8"));
    }

    // Not over the connection that the permitted request has left open, either.
    void letsNoOtherRequestThere()
    {
        FakeUpstream machine([](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); });
        DirectTransportLimits limits;
        limits.targets.isForbidden = [](const QHostAddress &address) { return address.isLoopback(); };
        DirectTransport transport(limits);
        auto route = std::make_shared<UpstreamRoute>();
        route->scheme = "http";
        route->host = "localhost";
        route->port = machine.port();
        route->machineService = MachineService::Metadata;
        UpstreamRequest request;
        request.route = route;
        request.method = "GET";
        request.target = "/latest";
        ExchangeRecorder permitted;
        const auto first = transport.start(request, permitted);
        QTRY_VERIFY(permitted.isFinished);
        QCOMPARE(transport.idleConnections(), std::size_t(1));
        auto ordinary = std::make_shared<UpstreamRoute>(*route);
        ordinary->machineService = MachineService::None;
        request.route = ordinary;
        ExchangeRecorder refused;
        const auto second = transport.start(request, refused);
        QTRY_VERIFY(refused.error);
        QCOMPARE(refused.error->code, ErrorCode::InvalidRequest);
        QCOMPARE(machine.requests().size(), std::size_t(1));
    }

    // The client of a workspace shows itself by HTTP's Basic, at the workspace.
    void signsInAtAWorkspace()
    {
        Scene scene;
        scene.machine.setScript([](FakePeer &peer, const ReceivedRequest &request) {
            const std::string shown = "Basic " + encodeBase64("client%2F1:dose%2Bsecret");
            auto form = tests::formFields(request.body);
            const bool isRight = request.method == "POST" && request.target == "/oidc/v1/token"
                                 && request.headers.value("authorization") == shown
                                 && form["grant_type"] == "client_credentials" && form["scope"] == "all-apis"
                                 && form.size() == 2;
            if (isRight)
                peer.answer(200, {}, R"({"access_token":"workspace-token","token_type":"Bearer","expires_in":3600})");
            else
                peer.answer(401, {}, R"({"error":"invalid_client","error_description":"not known: dose+secret"})");
        });
        config::KeyPlace place;
        place.clientId = "client/1";
        scene.ask(config::databricksGrant(SecretString("dose+secret"), place, scene.url()));
        QTRY_VERIFY(scene.last().hasEnded());
        QVERIFY2(scene.last().isFinished, scene.lastError().c_str());
        QCOMPARE(scene.lastAuthorization(), std::string("Bearer workspace-token"));
        place.clientId = "another";
        scene.ask(config::databricksGrant(SecretString("dose+secret"), place, scene.url()));
        QTRY_VERIFY(scene.last().error);
        QVERIFY2(scene.lastError().find("invalid_client") != std::string::npos, scene.lastError().c_str());
        QVERIFY(scene.lastError().find("dose+secret") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(MachineCredentialsTest)
#include "tst_machine_credentials.moc"
