// Azure, Vertex and roles at AWS through a whole gateway, against peers that refuse what the real ones refuse.
#include "tests/support/aws_token_service.h"
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
constexpr const char *bedrockAnswer =
    R"({"output":{"message":{"role":"assistant","content":[{"text":"Hello"}]}},"stopReason":"end_turn",)"
    R"("usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2}})";
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

// AWS's token service below one path, Bedrock below the others. Both verify every signature.
struct AwsHost {
    tests::AwsTokenService service;
    int questions = 0;
    QStringList refusals;
    FakeUpstream upstream{[this](FakePeer &peer, const ReceivedRequest &request) { answer(peer, request); }};

    std::string url() const { return "http://127.0.0.1:" + std::to_string(upstream.port()); }

    void answer(FakePeer &peer, const ReceivedRequest &request)
    {
        const WallTime now = SystemClock().wallNow();
        if (request.target == "/sts") {
            const auto said = service.answer(asSent(request), now);
            peer.answer(said.status, {{"Content-Type", "text/xml"}}, said.body);
            return;
        }
        std::string type;
        if (const auto refused = service.refusalOf(asSent(request), now, "bedrock", &type)) {
            refusals.append(QString::fromStdString(type));
            peer.answer(refused->status, {{"Content-Type", "application/json"}, {"x-amzn-ErrorType", type}},
                        refused->body);
            return;
        }
        ++questions;
        peer.answer(200, {{"Content-Type", "application/json"}}, bedrockAnswer);
    }
};

json roleKey(const AwsHost &host, const char *externalId = tests::AwsTokenService::externalId)
{
    return {{"name", "role"},
            {"value", ""},
            {"models", {"*"}},
            {"bedrock_key_config",
             {{"access_key", tests::AwsTokenService::accessKeyId},
              {"secret_key", tests::AwsTokenService::secretAccessKey},
              {"region", "eu-central-1"},
              {"role_arn", tests::AwsTokenService::roleArn},
              {"external_id", externalId},
              {"token_url", host.url() + "/sts"}}}};
}

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

// A server that takes its key from the address alone, and repeats the address in whatever it refuses.
struct AddressHost {
    static constexpr auto key = "addr/key+0123456789=";
    int questions = 0;
    FakeUpstream upstream{[this](FakePeer &peer, const ReceivedRequest &request) {
        const HeaderList type{{"Content-Type", "application/json"}, {"x-asked", request.target}};
        const bool isAllowed = request.target == "/v1/chat/completions?api_key=addr%2Fkey%2B0123456789%3D"
                               && !request.headers.contains("authorization");
        if (isAllowed && request.body.find("\"refuse\"") == std::string::npos) {
            ++questions;
            peer.answer(200, type, chatAnswer);
        } else {
            peer.answer(isAllowed ? 400 : 401, type,
                        json{{"error", {{"message", "No: " + request.target + " with " + key}}}}.dump());
        }
    }};
};

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

    void asksBedrockInARole()
    {
        AwsHost host;
        tests::GatewayUnderTest gateway(2);
        setUp(gateway, {{"provider", "bedrock"}, {"network_config", {{"base_url", host.url()}}}}, roleKey(host));
        std::vector<std::unique_ptr<tests::ClientCall>> calls;
        for (int number = 0; number < 40; ++number)
            calls.push_back(std::make_unique<tests::ClientCall>(gateway.port(), "POST", "/v1/chat/completions",
                                                                asked("bedrock/amazon.nova-micro-v1:0"),
                                                                "Content-Type: application/json\r\n"));
        for (const auto &call : calls) {
            QVERIFY(QTest::qWaitFor([&call] { return call->hasEnded(); }, 20'000));
            QVERIFY2(call->answer().status == 200, call->answer().body.constData());
        }
        QCOMPARE(host.refusals, QStringList());
        QCOMPARE(host.questions, 40);
        QCOMPARE(host.service.calls(), 1);
        for (const char *path : {"/api/providers", "/api/providers/bedrock/keys", "/api/keys", "/api/logs"}) {
            const auto shown = gateway.call("GET", path);
            QCOMPARE(shown.status, 200);
            for (const char *secret :
                 {tests::AwsTokenService::secretAccessKey, "temporary/secret", "FwoGZXIvYXdzE", "ASIATEMPORARY"})
                QVERIFY2(!shown.body.contains(secret), path);
        }
        QVERIFY(gateway.call("GET", "/api/providers/bedrock/keys").body.contains(tests::AwsTokenService::roleArn));
        // Over before its time: one request learns it, the next has another key.
        host.service.revokeAll();
        QCOMPARE(gateway.call("POST", "/v1/chat/completions", asked("bedrock/amazon.nova-micro-v1:0")).status, 403);
        QCOMPARE(gateway.call("POST", "/v1/chat/completions", asked("bedrock/amazon.nova-micro-v1:0")).status, 200);
        QCOMPARE(host.service.calls(), 2);
    }

    void tellsWhatAwsSaysInTheClientsWords()
    {
        AwsHost host;
        tests::GatewayUnderTest gateway(1);
        setUp(gateway, {{"provider", "bedrock"}, {"network_config", {{"base_url", host.url()}}}},
              roleKey(host, "theirs"));
        const auto openAi = gateway.call("POST", "/v1/chat/completions", asked("bedrock/amazon.nova-micro-v1:0"));
        QCOMPARE(openAi.status, 401);
        QVERIFY2(openAi.body.contains("AccessDenied") && openAi.body.contains("is not authorized to perform"),
                 openAi.body.constData());
        const auto anthropic = gateway.call(
            "POST", "/anthropic/v1/messages",
            R"({"model":"bedrock/amazon.nova-micro-v1:0","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})");
        QCOMPARE(anthropic.status, 401);
        const json told = json::parse(anthropic.body.toStdString());
        QCOMPARE(told.at("error").at("type").get<std::string>(), std::string("authentication_error"));
        QVERIFY(anthropic.body.contains("AccessDenied"));
        QCOMPARE(host.questions, 0);
    }

    void sendsAKeyInTheAddressAndShowsItNowhere()
    {
        AddressHost host;
        tests::GatewayUnderTest gateway(1);
        const std::string url = "http://127.0.0.1:" + std::to_string(host.upstream.port());
        setUp(gateway,
              {{"provider", "own"},
               {"network_config", {{"base_url", url}}},
               {"custom_provider_config",
                {{"base_provider_type", "openai"}, {"credential", "query_key"}, {"key_parameter", "api_key"}}}},
              {{"name", "k"}, {"value", AddressHost::key}, {"models", {"*"}}});
        const auto shows = [](const QByteArray &text) {
            return text.contains("addr/key") || text.contains("addr%2F") || text.contains("0123456789");
        };
        std::vector<tests::ClientAnswer> answers;
        answers.push_back(gateway.call("POST", "/v1/chat/completions?api_key=of-the-client", asked("own/m")));
        QVERIFY2(answers.back().status == 200, answers.back().body.constData());
        QCOMPARE(host.questions, 1);
        answers.push_back(gateway.call("POST", "/v1/chat/completions", asked("own/refuse")));
        QCOMPARE(answers.back().status, 400);
        QVERIFY2(answers.back().body.contains("No: /v1/chat"), answers.back().body.constData());
        answers.push_back(
            gateway.call("POST", "/anthropic/v1/messages",
                         R"({"model":"own/refuse","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})"));
        QCOMPARE(answers.back().status, 400);
        for (const char *path : {"/api/logs", "/api/providers", "/api/keys", "/api/providers/own/keys"})
            answers.push_back(gateway.call("GET", path));
        const json logs = json::parse(answers.at(3).body.toStdString());
        for (const json &row : logs.at("logs"))
            answers.push_back(gateway.call("GET", "/api/logs/" + QByteArray::fromStdString(row.at("id"))));
        for (const tests::ClientAnswer &answer : answers)
            QVERIFY2(!shows(answer.body) && !shows(answer.head), (answer.head + answer.body).constData());
    }

    void leavesOutBetasThatTheOwnerDoesNotWant()
    {
        std::string betas;
        FakeUpstream upstream([&betas](FakePeer &peer, const ReceivedRequest &request) {
            betas = std::string(request.headers.value("anthropic-beta"));
            peer.answer(200, {{"Content-Type", "application/json"}}, "{}");
        });
        tests::GatewayUnderTest gateway(1);
        const std::string url = "http://127.0.0.1:" + std::to_string(upstream.port());
        const auto configure = [&](const char *method, const QByteArray &path, const json &overrides) {
            const json body{{"provider", "anthropic"},
                            {"network_config", {{"base_url", url}, {"beta_header_overrides", overrides}}},
                            {"concurrency_and_buffer_size", {{"concurrency", 9}, {"buffer_size", 9}}}};
            QCOMPARE(gateway.call(method, path, QByteArray::fromStdString(body.dump())).status, 200);
        };
        configure("POST", "/api/providers", {{"context-1m-", false}, {"context-", true}, {"x-", false}});
        QCOMPARE(
            gateway.call("POST", "/api/providers/anthropic/keys", R"({"name":"a","value":"sk-ant-1","models":["*"]})")
                .status,
            200);
        const auto ask = [&gateway] {
            return gateway.call(
                "POST", "/anthropic/v1/messages", asked("claude-sonnet-4-5"),
                "anthropic-beta: context-1m-2025-08-07, context-management-2025-06-27,x-1, other-2\r\n");
        };
        QCOMPARE(ask().status, 200);
        QCOMPARE(QByteArray::fromStdString(betas), QByteArray("context-management-2025-06-27,other-2"));
        configure("PUT", "/api/providers/anthropic", {{"", false}});
        QCOMPARE(ask().status, 200);
        QVERIFY(betas.empty());
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
