// Azure and Vertex through a whole gateway, against peers that refuse what the real ones refuse.
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"
#include "tests/support/token_endpoint.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::ReceivedRequest;

namespace {

constexpr const char *chatAnswer =
    R"({"id":"c","object":"chat.completion","created":1,"model":"gpt-4o","choices":[{"index":0,"finish_reason":"stop",)"
    R"("message":{"role":"assistant","content":"Hello"}}],"usage":{"prompt_tokens":1,"completion_tokens":1,)"
    R"("total_tokens":2}})";
constexpr const char *geminiAnswer =
    R"({"candidates":[{"content":{"role":"model","parts":[{"text":"Hello"}]},"finishReason":"STOP"}],)"
    R"("usageMetadata":{"promptTokenCount":1,"candidatesTokenCount":1,"totalTokenCount":2}})";
constexpr const char *question = R"({"model":"%1","messages":[{"role":"user","content":"Hi"}]})";

net::UpstreamRequest asSent(const ReceivedRequest &received)
{
    net::UpstreamRequest request;
    request.method = received.method;
    request.target = received.target;
    request.headers = received.headers;
    request.body = std::make_shared<const std::string>(received.body);
    return request;
}

// One peer: the token endpoint at one path, the host at the others.
struct Host {
    enum class Kind { Azure, Vertex };
    Kind kind;
    int tokenCalls = 0;
    int questions = 0;
    QStringList refusals;
    FakeUpstream upstream{[this](FakePeer &peer, const ReceivedRequest &request) { answer(peer, request); }};

    explicit Host(Kind of) : kind(of) {}
    std::string url() const { return "http://127.0.0.1:" + std::to_string(upstream.port()); }
    std::string tokenPath() const { return kind == Kind::Azure ? "/tenant-1/oauth2/v2.0/token" : "/token"; }

    void answer(FakePeer &peer, const ReceivedRequest &request)
    {
        const HeaderList type{{"Content-Type", "application/json"}};
        if (request.target == tokenPath()) {
            ++tokenCalls;
            const auto token = kind == Kind::Azure ? tests::answerLikeEntra(asSent(request), "token-1")
                                                   : tests::answerLikeGoogle(asSent(request), SystemClock().wallNow(),
                                                                             "token-1", url() + "/token");
            peer.answer(token.status, type, token.body);
            return;
        }
        const bool isAuthorized = request.headers.value("authorization") == "Bearer token-1";
        const std::string expected =
            kind == Kind::Azure
                ? "/openai/deployments/prod/chat/completions?api-version=2024-10-21"
                : "/v1/projects/project-1/locations/global/publishers/google/models/gemini-2.5-flash:generateContent";
        if (!isAuthorized || request.target != expected) {
            refusals.append(QString::fromStdString(request.target));
            peer.answer(isAuthorized ? 404 : 401, type, R"({"error":{"message":"refused"}})");
            return;
        }
        ++questions;
        peer.answer(200, type, kind == Kind::Azure ? chatAnswer : geminiAnswer);
    }
};

void setUp(tests::GatewayUnderTest &gateway, const json &provider, const json &key)
{
    const auto made = gateway.call("POST", "/api/providers", QByteArray::fromStdString(provider.dump()));
    if (made.status != 200)
        qFatal("%s", made.body.constData());
    const QByteArray path = "/api/providers/" + QByteArray::fromStdString(provider["provider"]) + "/keys";
    const auto added = gateway.call("POST", path, QByteArray::fromStdString(key.dump()));
    if (added.status != 200)
        qFatal("%s", added.body.constData());
}

json azureKey(const Host &host, const char *secret = "s3cret/+=&")
{
    return {{"name", "entra"},
            {"value", ""},
            {"models", {"*"}},
            {"aliases", {{"gpt-4o", "prod"}}},
            {"azure_key_config",
             {{"endpoint", host.url()},
              {"tenant_id", "tenant-1"},
              {"client_id", "client-1"},
              {"client_secret", secret},
              {"token_url", host.url() + host.tokenPath()}}}};
}

json vertexKey(const Host &host)
{
    const json file{{"type", "service_account"},
                    {"project_id", "project-1"},
                    {"private_key", tests::rsaPrivateKeyPem()},
                    {"client_email", "robot@project-1.iam.gserviceaccount.com"},
                    {"token_uri", host.url() + "/token"}};
    return {{"name", "robot"},
            {"value", ""},
            {"models", {"*"}},
            {"vertex_key_config", {{"auth_credentials", file.dump()}}}};
}

QByteArray asked(const char *model)
{
    return QByteArray(question).replace("%1", model);
}

} // namespace

class HostedGatewayTest : public QObject {
    Q_OBJECT

private slots:
    void asksAzureWithOneTokenForAll()
    {
        Host host(Host::Kind::Azure);
        tests::GatewayUnderTest gateway(2);
        setUp(gateway, {{"provider", "azure"}}, azureKey(host));
        std::vector<std::unique_ptr<tests::ClientCall>> calls;
        for (int number = 0; number < 40; ++number)
            calls.push_back(std::make_unique<tests::ClientCall>(gateway.port(), "POST", "/v1/chat/completions",
                                                                asked("azure/gpt-4o"),
                                                                "Content-Type: application/json\r\n"));
        for (const auto &call : calls) {
            QVERIFY(QTest::qWaitFor([&call] { return call->hasEnded(); }, 20'000));
            QCOMPARE(call->answer().status, 200);
        }
        QCOMPARE(host.refusals, QStringList());
        QCOMPARE(host.questions, 40);
        QCOMPARE(host.tokenCalls, 1);
    }

    void tellsWhatEntraSays()
    {
        Host host(Host::Kind::Azure);
        tests::GatewayUnderTest gateway(1);
        setUp(gateway, {{"provider", "azure"}}, azureKey(host, "another secret"));
        const auto answer = gateway.call("POST", "/v1/chat/completions", asked("azure/gpt-4o"));
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.body.contains("AADSTS7000215"));
        QVERIFY(!answer.body.contains("another secret"));
        QCOMPARE(host.questions, 0);
    }

    void asksVertexWithASignedAssertion()
    {
        Host host(Host::Kind::Vertex);
        tests::GatewayUnderTest gateway(1);
        setUp(gateway, {{"provider", "vertex"}, {"network_config", {{"base_url", host.url()}}}}, vertexKey(host));
        for (int number = 0; number < 3; ++number) {
            const auto answer = gateway.call("POST", "/v1/chat/completions", asked("vertex/gemini-2.5-flash"));
            QVERIFY2(answer.status == 200, answer.body.constData());
            QVERIFY(answer.body.contains("Hello"));
        }
        QCOMPARE(host.refusals, QStringList());
        QCOMPARE(host.tokenCalls, 1);
    }

    void showsNoSecret()
    {
        Host host(Host::Kind::Azure);
        tests::GatewayUnderTest gateway(1);
        setUp(gateway, {{"provider", "azure"}}, azureKey(host));
        QCOMPARE(gateway.call("POST", "/v1/chat/completions", asked("azure/gpt-4o")).status, 200);
        for (const char *path : {"/api/providers", "/api/providers/azure/keys", "/api/keys", "/api/logs"}) {
            const auto shown = gateway.call("GET", path);
            QCOMPARE(shown.status, 200);
            QVERIFY2(!shown.body.contains("s3cret") && !shown.body.contains("token-1"), path);
        }
        QVERIFY(gateway.call("GET", "/api/providers/azure/keys").body.contains("tenant-1"));
    }
};

QTEST_GUILESS_MAIN(HostedGatewayTest)
#include "tst_hosted_gateway.moc"
