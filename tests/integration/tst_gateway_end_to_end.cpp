// The whole gateway on real sockets: a client on one side, a scripted provider on the other.
#include "gateway/admin/management_api.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/source_tree.h"
#include "tests/support/json_comparison.h"

#include <QDirIterator>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QDir>
#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace gateway;
using Json = nlohmann::json;

namespace {

const std::string answerBody =
    R"({"id":"c","model":"gpt-5","choices":[{"index":0,"finish_reason":"stop","message":)"
    R"({"role":"assistant","content":"Hi"}}],"usage":{"prompt_tokens":5,"completion_tokens":2}})";
const QByteArray chunk = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
const QByteArray streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

struct Answer {
    int status = 0;
    QByteArray head;
    QByteArray body;
};

} // namespace

class GatewayEndToEndTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void servesAWholeAnswer();
    void servesAStream();
    void closesTheProviderWhenTheClientLeaves();
    void answersErrorsAndHealth();
    void keepsOneRecordOfEachRequest();
    void keepsEachOfManyKeysThatComeAtOnce();
    void isManagedOverHttp();
    void explainsARouteAndCallsNobody();
    void holdsATargetOverARestart();
    void keepsResilienceSettingsOverARestart();
    void listsAliasesBesideModels();
    void refusesManagementFromElsewhere();
    void leavesNoKeyInItsFiles();
    void keepsNoBodiesAtTheMetadataLevel();

private:
    Answer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                const QByteArray &headers = {});
    QByteArray requestBytes(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                            const QByteArray &headers);
    api::HistoryPage history();
    void startService();
    void addProvider();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::FakeUpstream> m_upstream;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<secrets::MemorySecretStore> m_secrets;
    SystemClock m_clock;
    std::unique_ptr<service::GatewayService> m_service;
    std::unique_ptr<admin::ManagementApi> m_management;
    quint16 m_port = 0;
};

void GatewayEndToEndTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_upstream = std::make_unique<tests::FakeUpstream>([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}}, answerBody);
    });
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    m_storage = std::move(*storage::StorageThread::open(options));
    m_secrets = std::make_unique<secrets::MemorySecretStore>();
    startService();
    addProvider();
}

void GatewayEndToEndTest::startService()
{
    m_service.reset(); // stores what changed, before the next one reads it
    QFile presets(support::sourcePath("resources/providers/presets.json"));
    QVERIFY(presets.open(QIODevice::ReadOnly));
    service::ServiceOptions serviceOptions;
    serviceOptions.workerCount = 2;
    m_service = std::make_unique<service::GatewayService>(
        m_clock, *m_storage, *m_secrets, *service::PresetCatalog::parse(presets.readAll()), serviceOptions);
    m_management = std::make_unique<admin::ManagementApi>(*m_service, "setup-token");
    m_service->setManagementHandler(
        [this](const auto &request, auto reply) { m_management->handle(request, std::move(reply)); });
    std::optional<bool> isListening;
    m_service->startListening({{QStringLiteral("127.0.0.1")}, 0},
                              [&](const Result<api::Done> &done) { isListening = done.has_value(); });
    QTRY_VERIFY(isListening.has_value());
    QVERIFY(*isListening);
    m_port = m_service->status().port;
}

void GatewayEndToEndTest::cleanup()
{
    m_service.reset();
    m_management.reset();
    m_storage.reset();
    m_upstream.reset();
}

void GatewayEndToEndTest::addProvider()
{
    const QByteArray baseUrl = "http://127.0.0.1:" + QByteArray::number(m_upstream->port());
    const Answer provider =
        call("POST", "/api/providers", R"({"provider":"openai","network_config":{"base_url":")" + baseUrl + R"("}})");
    QCOMPARE(provider.status, 200);
    const Answer key = call("POST", "/api/providers/openai/keys",
                            R"({"name":"main","value":"provider-secret-0001","models":["*"],"weight":1.0})");
    QCOMPARE(key.status, 200);
}

QByteArray GatewayEndToEndTest::requestBytes(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                             const QByteArray &headers)
{
    QByteArray bytes = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
                       + "\r\nConnection: close\r\n" + headers;
    if (!body.isEmpty())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

Answer GatewayEndToEndTest::call(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                 const QByteArray &headers)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    QByteArray received;
    connect(&socket, &QTcpSocket::connected, this, [&] { socket.write(requestBytes(method, path, body, headers)); });
    connect(&socket, &QTcpSocket::readyRead, this, [&] { received += socket.readAll(); });
    const bool hasEnded = QTest::qWaitFor(
        [&] { return !received.isEmpty() && socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
    Answer answer;
    const auto headEnd = received.indexOf("\r\n\r\n");
    if (!hasEnded || headEnd < 0)
        return answer;
    answer.head = received.left(headEnd);
    answer.status = answer.head.mid(9, 3).toInt();
    answer.body = received.mid(headEnd + 4);
    return answer;
}

api::HistoryPage GatewayEndToEndTest::history()
{
    std::optional<api::HistoryPage> page;
    m_service->queryHistory({},
                            [&](const Result<api::HistoryPage> &found) { page = found.value_or(api::HistoryPage{}); });
    if (!QTest::qWaitFor([&] { return page.has_value(); }))
        qFatal("no history");
    return *page;
}

void GatewayEndToEndTest::servesAWholeAnswer()
{
    const Answer answer = call("POST", "/v1/chat/completions", R"({"model":"openai/gpt-5","messages":[]})",
                               "Authorization: Bearer dummy\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray::fromStdString(answerBody));
    QCOMPARE(m_upstream->requests().size(), std::size_t(1));
    const tests::ReceivedRequest &received = m_upstream->requests().front();
    QCOMPARE(received.target, std::string("/v1/chat/completions"));
    QCOMPARE(received.body, std::string(R"({"model":"gpt-5","messages":[]})"));
    QCOMPARE(std::string(received.headers.value("authorization")), std::string("Bearer provider-secret-0001"));
    QTRY_COMPARE(history().rows.size(), 1);
    QCOMPARE(history().rows[0].state, RequestState::Succeeded);
    QCOMPARE(history().rows[0].outputTokens.value_or(0), 2);
}

void GatewayEndToEndTest::servesAStream()
{
    m_upstream->setScript([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.send(streamHead.toStdString());
        peer.sendInPieces((chunk + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                           + "data: [DONE]\n\n")
                              .toStdString(),
                          7);
        peer.close();
    });
    const Answer answer = call("POST", "/openai/v1/chat/completions", R"({"model":"gpt-5","stream":true})");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.head.toLower().contains("transfer-encoding: chunked"));
    QVERIFY(answer.body.contains("data: [DONE]"));
    QVERIFY(answer.body.endsWith("0\r\n\r\n"));
    QTRY_COMPARE(history().rows.size(), 1);
    QCOMPARE(history().rows[0].state, RequestState::Succeeded);
    QVERIFY(history().rows[0].isStream);
}

void GatewayEndToEndTest::closesTheProviderWhenTheClientLeaves()
{
    QPointer<tests::FakePeer> provider;
    m_upstream->setScript([&](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        provider = &peer;
        peer.send((streamHead + chunk).toStdString());
    });
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    QByteArray received;
    connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll(); });
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.write(requestBytes("POST", "/v1/chat/completions", R"({"model":"openai/m","stream":true})", {}));
    QTRY_VERIFY(received.contains("Hi"));
    QCOMPARE(m_upstream->openConnections(), 1);
    QSignalSpy closed(m_upstream.get(), &tests::FakeUpstream::connectionClosed);
    QElapsedTimer timer;
    timer.start();
    client.abort();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(history().rows.size(), 1);
    QCOMPARE(history().rows[0].state, RequestState::Cancelled);
}

void GatewayEndToEndTest::answersErrorsAndHealth()
{
    QCOMPARE(call("GET", "/health").status, 200);
    QCOMPARE(Json::parse(call("GET", "/health").body.toStdString())["status"].get<std::string>(), std::string("ok"));
    QCOMPARE(call("GET", "/nothing").status, 404);
    QCOMPARE(call("GET", "/v1/chat/completions").status, 405);
    QCOMPARE(call("POST", "/v1/chat/completions", "{").status, 400);
    m_upstream->setScript([](tests::FakePeer &peer, const tests::ReceivedRequest &) { peer.reset(); });
    QCOMPARE(call("POST", "/v1/chat/completions", R"({"model":"openai/m"})").status, 502);
}

void GatewayEndToEndTest::keepsOneRecordOfEachRequest()
{
    for (int count = 0; count < 5; ++count)
        call("POST", "/v1/chat/completions", R"({"model":"openai/m"})");
    call("GET", "/nothing");
    call("GET", "/v1/models", {}, "Host: evil.example\r\n"); // two Host fields: never becomes a request
    QTRY_COMPARE(history().totalStored, 7);
    QCOMPARE(m_service->status().inFlight, 0);
}

void GatewayEndToEndTest::keepsEachOfManyKeysThatComeAtOnce()
{
    int saved = 0;
    for (int index = 0; index < 5; ++index) {
        api::SaveProviderKey command;
        command.provider = QStringLiteral("openai");
        command.key.name = QStringLiteral("key %1").arg(index);
        command.key.models = QStringList{QStringLiteral("*")};
        command.value = QStringLiteral("value-%1").arg(index);
        m_service->saveProviderKey(command, [&](const Result<api::ProviderKeyView> &key) { saved += key ? 1 : 0; });
    }
    QTRY_COMPARE(saved, 5);
    QCOMPARE(m_service->providers().at(0).keys.size(), 6);
}

void GatewayEndToEndTest::isManagedOverHttp()
{
    const Json list = Json::parse(call("GET", "/api/providers").body.toStdString());
    QCOMPARE(list["total"].get<int>(), 1);
    QVERIFY(!call("GET", "/api/providers/openai/keys").body.contains("provider-secret"));
    QCOMPARE(call("POST", "/api/providers", R"({"provider":"openai"})").status, 409);
    QCOMPARE(call("POST", "/api/providers", "{}").status, 400);
    QCOMPARE(call("GET", "/api/providers/nobody").status, 404);
    QCOMPARE(call("PATCH", "/api/providers").status, 405);
    QCOMPARE(call("GET", "/api/logs?limit=0").status, 400);
    Json key = Json::parse(call("GET", "/api/providers/openai/keys").body.toStdString())["keys"][0];
    key["weight"] = 0.5;
    const QByteArray path = "/api/providers/openai/keys/" + QByteArray::fromStdString(key["id"].get<std::string>());
    QCOMPARE(call("PUT", path, QByteArray::fromStdString(key.dump())).status, 200);
    call("POST", "/v1/chat/completions", R"({"model":"openai/m"})");
    QCOMPARE(std::string(m_upstream->requests().back().headers.value("authorization")),
             std::string("Bearer provider-secret-0001")); // the redacted value that came back changed nothing
    QTRY_COMPARE(history().rows.size(), 1);
    const Json logs = Json::parse(call("GET", "/api/logs").body.toStdString());
    QCOMPARE(logs["logs"].size(), std::size_t(1));
    const QByteArray id = QByteArray::fromStdString(logs["logs"][0]["id"].get<std::string>());
    QCOMPARE(Json::parse(call("GET", "/api/logs/" + id).body.toStdString())["raw_request"]["model"].get<std::string>(),
             std::string("openai/m"));
    QCOMPARE(call("GET", "/api/logs/unknown").status, 404);
    QCOMPARE(call("DELETE", path).status, 200);
    QCOMPARE(call("DELETE", "/api/providers/openai").status, 200);
    QCOMPARE(call("DELETE", "/api/providers/openai").status, 404);
}

void GatewayEndToEndTest::explainsARouteAndCallsNobody()
{
    int calls = 0;
    m_upstream->setScript([&calls](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        ++calls;
        peer.answer(500, {}, {});
    });
    const Answer rule = call("POST", "/api/routing/rules",
                             R"({"name":"fast","cel_expression":"model == 'fast'",)"
                             R"("targets":[{"provider":"openai","model":"gpt-5.4-nano","weight":1}]})");
    QCOMPARE(rule.status, 200);
    const QByteArray parts = R"({"path":"/v1/chat/completions","headers":{"x-team":"maps"},)"
                             R"("body":{"model":"fast","stream":true}})";
    const QByteArray pasted =
        R"({"request":"curl http://127.0.0.1:8080/v1/chat/completions -d '{\"model\":\"fast\",\"stream\":true}'"})";
    for (const QByteArray &asked : {parts, pasted}) {
        const Answer answer = call("POST", "/api/routing/simulate", asked);
        QCOMPARE(answer.status, 200);
        const Json json = Json::parse(answer.body.toStdString());
        QCOMPARE(json["request_type"].get<std::string>(), std::string("chat_completion_stream"));
        QCOMPARE(json["rules"][0]["outcome"].get<std::string>(), std::string("matched"));
        QVERIFY(json["rules"][0]["targets"][0]["chosen"].get<bool>());
        QCOMPARE(json["targets"][0]["model"].get<std::string>(), std::string("gpt-5.4-nano"));
        QCOMPARE(json["attempts"][0]["key"].get<std::string>(), std::string("main"));
        QCOMPARE(json["attempts"][0]["considered"][0]["keys"][0]["fate"].get<std::string>(), std::string("eligible"));
        QVERIFY(json["error"].is_null());
    }
    QCOMPARE(call("GET", "/api/routing/simulate").status, 405);
    QCOMPARE(call("POST", "/api/routing/simulate", "{}").status, 400);
    QCOMPARE(call("POST", "/api/routing/simulate", R"({"request":"what is this?"})").status, 400);
    const Answer unknown = call("POST", "/api/routing/simulate",
                                R"({"path":"/v1/chat/completions","body":{"model":"fast"},"virtual_key":"sk-bf-x"})");
    QCOMPARE(Json::parse(unknown.body.toStdString())["error"]["code"].get<std::string>(),
             std::string("virtual_key_not_found"));
    QCOMPARE(calls, 0);
    QCOMPARE(history().totalStored, 0);
}

void GatewayEndToEndTest::holdsATargetOverARestart()
{
    const QByteArray target = R"({"provider":"openai","model":"m"})";
    QCOMPARE(call("POST", "/api/routing/health/hold", target).status, 200);
    startService();
    Json board = Json::parse(call("GET", "/api/routing/health").body.toStdString());
    QCOMPARE(board["targets"].size(), std::size_t(1));
    QCOMPARE(board["targets"][0]["key"].get<std::string>(), std::string("main"));
    QVERIFY(board["targets"][0]["held"].get<bool>());
    QVERIFY(board["targets"][0]["next_probe_at"].is_null());
    const Answer explained =
        call("POST", "/api/routing/simulate", R"({"path":"/v1/chat/completions","body":{"model":"openai/m"}})");
    const Json trial = Json::parse(explained.body.toStdString())["attempts"][0]["considered"][0];
    QVERIFY(!trial["well"].get<bool>() && trial["circuit"]["held"].get<bool>());
    QCOMPARE(call("POST", "/api/routing/health/release", target).status, 200);
    QVERIFY(Json::parse(call("GET", "/api/routing/health").body.toStdString())["targets"].empty());
    QCOMPARE(call("POST", "/api/routing/health/hold", R"({"provider":"nobody","model":"m"})").status, 404);
    QCOMPARE(call("POST", "/api/routing/health/hold", R"({"provider":"openai","model":"m","key_id":"x"})").status, 404);
    QCOMPARE(call("POST", "/api/routing/health/reset", R"({"provider":"openai"})").status, 400);
    QCOMPARE(call("GET", "/api/routing/health/hold").status, 405);
    QCOMPARE(call("POST", "/api/routing/health/burn", target).status, 404);
}

void GatewayEndToEndTest::keepsResilienceSettingsOverARestart()
{
    const Json before = Json::parse(call("GET", "/api/routing/resilience").body.toStdString());
    QCOMPARE(before, Json({{"rescue", "match"},
                           {"slow_start_after_ms", 10'000},
                           {"longest_retry_after_ms", 5'000},
                           {"hold_tokens", 0},
                           {"adaptive_balancing", false}}));
    QCOMPARE(call("PUT", "/api/routing/resilience", R"({"rescue":"off","slow_start_after_ms":0})").status, 200);
    QCOMPARE(call("PUT", "/api/routing/resilience",
                  R"({"longest_retry_after_ms":1500,"hold_tokens":20,"adaptive_balancing":true})")
                 .status,
             200);
    QCOMPARE(call("PUT", "/api/routing/resilience", R"({"rescue":"perhaps"})").status, 400);
    QCOMPARE(call("PUT", "/api/routing/resilience", R"({"slow_start_after_ms":-1})").status, 400);
    startService();
    const Json after = Json::parse(call("GET", "/api/routing/resilience").body.toStdString());
    QCOMPARE(after, Json({{"rescue", "off"},
                          {"slow_start_after_ms", 0},
                          {"longest_retry_after_ms", 1'500},
                          {"hold_tokens", 20},
                          {"adaptive_balancing", true}}));
    const Answer explained = call("POST", "/api/routing/simulate",
                                  R"({"path":"/v1/chat/completions","body":{"model":"openai/m","stream":true}})");
    const Json care = Json::parse(explained.body.toStdString())["resilience"];
    QCOMPARE(care["longest_retry_after_ms"].get<int>(), 1'500);
    QVERIFY(!care["rescue_broken_streams"].get<bool>());
    const Answer provider = call("PUT", "/api/providers/openai",
                                 R"({"network_config":{"base_url":"http://127.0.0.1:9","max_retries":3,)"
                                 R"("retry_backoff_initial":200,"retry_backoff_max":"2s"}})");
    const Json network = Json::parse(provider.body.toStdString())["network_config"];
    QCOMPARE(network["retry_backoff_initial"].get<int>(), 200);
    QCOMPARE(network["retry_backoff_max"].get<int>(), 2'000);
}

void GatewayEndToEndTest::listsAliasesBesideModels()
{
    const auto add = [this](const QByteArray &name, const QByteArray &expression, const QByteArray &more) {
        return call("POST", "/api/routing/rules",
                    R"({"name":")" + name + R"(","cel_expression":")" + expression
                        + R"(","targets":[{"provider":"openai","model":"m","weight":1}])" + more + "}")
            .status;
    };
    QCOMPARE(add("medium", "model == 'medium'", ""), 200);
    QCOMPARE(add("again", "model == 'medium'", ""), 200);
    QCOMPARE(add("off", "model == 'off'", R"(,"enabled":false)"), 200);
    QCOMPARE(add("team", "model == 'team'", R"(,"scope":"team","scope_id":"t")"), 200);
    QCOMPARE(add("rule", "model.startsWith('x')", ""), 200);
    m_upstream->setScript([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}}, R"({"data":[{"id":"m","object":"model"}]})");
    });
    for (const char *path : {"/v1/models", "/openai/v1/models", "/anthropic/v1/models"}) {
        const Json list = Json::parse(call("GET", path).body.toStdString());
        std::vector<std::string> ids;
        for (const Json &model : list["data"])
            ids.push_back(model["id"].get<std::string>());
        QCOMPARE(ids.size(), std::size_t(2));
        QCOMPARE(ids.front(), std::string("medium"));
        QVERIFY(ids.back().ends_with("m"));
    }
    m_upstream->setScript([](tests::FakePeer &peer, const tests::ReceivedRequest &request) {
        peer.answer(Json::parse(request.body)["model"] == "m" ? 200 : 404, {{"Content-Type", "application/json"}},
                    answerBody);
    });
    QCOMPARE(call("POST", "/v1/chat/completions", R"({"model":"medium","messages":[]})").status, 200);
}

void GatewayEndToEndTest::refusesManagementFromElsewhere()
{
    const auto ask = [this](const std::string &path, const HeaderList &headers) {
        pipeline::ManagementRequest request;
        request.method = "GET";
        request.path = path;
        request.headers = headers;
        request.peerAddress = "192.0.2.7";
        int status = 0;
        m_management->handle(request, [&](const pipeline::ManagementResponse &response) { status = response.status; });
        return status;
    };
    QCOMPARE(ask("/api/providers", {}), 403);
    QCOMPARE(ask("/api/providers", {{"X-Bifrost-Setup-Token", "wrong"}}), 403);
    QCOMPARE(ask("/api/providers", {{"X-Bifrost-Setup-Token", "setup-token"}}), 200);
    QCOMPARE(ask("/api/version", {}), 200);
    admin::ManagementApi withoutToken(*m_service, "");
    pipeline::ManagementRequest request;
    request.method = "GET";
    request.path = "/api/keys";
    request.headers = {{"X-Bifrost-Setup-Token", ""}};
    int status = 0;
    withoutToken.handle(request, [&](const pipeline::ManagementResponse &response) { status = response.status; });
    QCOMPARE(status, 403);
}

void GatewayEndToEndTest::leavesNoKeyInItsFiles()
{
    // Five keys, marked so that they can be found, on five ways into the gateway.
    const QByteArray tail = "Zx9Zx9Zx9Zx9Zx9Zx9Zx9Zx9Zx9Zx9Zx9Zx9";
    const QByteArray stored = "sk-proj-STORED" + tail;
    const QByteArray header = "sk-ant-api03-HEADER" + tail;
    const QByteArray body = "sk-proj-BODY" + tail;
    const QByteArray error = "sk-proj-ERROR" + tail;
    const QByteArray proxy = "PROXYPASSWORD" + tail;
    QCOMPARE(call("POST", "/api/providers/openai/keys",
                  R"({"name":"planted","models":["planted"],"value":")" + stored + R"("})")
                 .status,
             200);
    QCOMPARE(call("POST", "/api/providers",
                  R"({"provider":"proxied","network_config":{"base_url":"https://a.example"},"custom_provider_config":)"
                  R"({"base_provider_type":"openai"},"proxy_config":{"type":"http","url":"http://127.0.0.1:9",)"
                  R"("username":"u","password":")"
                      + proxy + R"("}})")
                 .status,
             200);
    m_upstream->setScript([&](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(401, {{"Content-Type", "application/json"}},
                    (R"({"error":{"message":"Incorrect API key provided: )" + error + R"("}})").toStdString());
    });
    const QByteArray asked =
        R"({"model":"openai/planted","messages":[{"role":"user","content":"my key: )" + body + R"("}]})";
    QCOMPARE(call("POST", "/v1/chat/completions", asked, "Authorization: Bearer " + header + "\r\n").status, 401);
    QCOMPARE(call("GET", "/v1/models", {}, "x-api-key: " + header + "\r\n").status, 200);
    QTRY_COMPARE(history().totalStored, 2);
    for (const api::RequestSummary &row : history().rows) { // bodies are compressed in the files
        const QByteArray detail = call("GET", "/api/logs/" + row.id.toUtf8()).body;
        QVERIFY(!detail.isEmpty());
        QVERIFY2(!detail.contains(tail), detail.constData());
    }
    m_service.reset();
    m_storage.reset();
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &key : {stored, header, body, error, proxy, tail})
            QVERIFY2(!bytes.contains(key), qPrintable(files.fileName()));
        ++count;
    }
    QVERIFY(count >= 2);
}

void GatewayEndToEndTest::keepsNoBodiesAtTheMetadataLevel()
{
    m_service->setCaptureLevel(api::CaptureLevel::Metadata);
    QTRY_COMPARE(m_service->status().captureLevel, api::CaptureLevel::Metadata);
    call("POST", "/v1/chat/completions", R"({"model":"openai/m"})");
    QTRY_COMPARE(history().rows.size(), 1);
    std::optional<api::RequestDetail> detail;
    m_service->requestDetail(history().rows[0].id, [&](const Result<api::RequestDetail> &found) {
        detail = found.value_or(api::RequestDetail{});
    });
    QTRY_VERIFY(detail.has_value());
    QVERIFY(!detail->hasBodies);
    QVERIFY(detail->requestBody.isEmpty() && detail->responseBody.isEmpty());
    QCOMPARE(detail->summary.outputTokens.value_or(0), 2);
}

QTEST_GUILESS_MAIN(GatewayEndToEndTest)
#include "tst_gateway_end_to_end.moc"
