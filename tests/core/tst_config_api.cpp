// Settings, budgets, metrics and events of a running gateway by its management API.
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"
#include "tests/support/json_comparison.h"

#include "gateway/admin/config_api.h"
#include "gateway/admin/provider_json.h"

#include <algorithm>

#include <QSignalSpy>
#include <QDateTime>
#include <QTest>

using namespace gateway;
using admin::Json;
using tests::ClientAnswer;
using tests::GatewayUnderTest;

namespace {

const QByteArray chatAnswer = R"({"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,)"
                              R"("message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],)"
                              R"("usage":{"prompt_tokens":60,"completion_tokens":40,"total_tokens":100}})";
const QByteArray chat = R"({"model":"house/m","messages":[{"role":"user","content":"Hello"}],"max_tokens":40})";
const QByteArray keyWithTokens = R"({"name":"tool","allow_all_providers":true,"provider_configs":[{"provider":"house",)"
                                 R"("allowed_models":["*"],"key_ids":["*"],"weight":1}],)"
                                 R"("budgets":[{"max_limit":5,"reset_duration":"1d"}],"rate_limit":)"
                                 R"({"token_max_limit":1000,"token_reset_duration":"1h"}})";
const QByteArray webSocket = "GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

Json jsonOf(const ClientAnswer &answer)
{
    return Json::parse(answer.body.toStdString(), nullptr, false);
}

// The texts of unmasked frames that are no longer than 64 KiB.
QStringList framesOf(const QByteArray &bytes)
{
    QStringList texts;
    qsizetype at = 0;
    while (at + 2 <= bytes.size()) {
        const auto shortLength = static_cast<std::uint8_t>(bytes.at(at + 1));
        qsizetype head = 2;
        qsizetype length = shortLength;
        if (shortLength == 126 && at + 4 <= bytes.size()) {
            head = 4;
            length = static_cast<std::uint8_t>(bytes.at(at + 2)) * 256 + static_cast<std::uint8_t>(bytes.at(at + 3));
        }
        if (at + head + length > bytes.size())
            break;
        if ((bytes.at(at) & 0x0F) == 1)
            texts.append(QString::fromUtf8(bytes.mid(at + head, length)));
        at += head + length;
    }
    return texts;
}

} // namespace

class ConfigApiTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void changesAndTellsTheSettings();
    void keepsWhatIsNotNamed();
    void refusesExcessOfAllProviders();
    void refusesExcessOfProvidersThatCome();
    void leavesTheLinesOfSomeAlone();
    void refusesSettingsThatCannotBe_data();
    void refusesSettingsThatCannotBe();
    void setsUpAnAdministrator();
    void tellsAKeyItsQuota();
    void allowsMoreThanABudgetForAWhile();
    void warnsOnceWhenMuchIsUsed();
    void countsForPrometheus();
    void tellsWebSocketsWhatHappens();
    void refusesWebSocketsToThoseWhoMayNotManage();
    void givesKeysNewValuesAtOnce();
    void asksForTheKeyAgainAtAnotherHost();
    void filtersAndSortsLogs();
    void findsLogsOfAKeyByItsId();

private:
    ClientAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                      const QByteArray &headers = {})
    {
        return m_gateway->call(method, path, body, headers);
    }
    Json made(const QByteArray &path, const QByteArray &body) { return jsonOf(call("POST", path, body)); }

    std::unique_ptr<tests::FakeUpstream> m_upstream;
    std::unique_ptr<GatewayUnderTest> m_gateway;
};

void ConfigApiTest::init()
{
    m_upstream = std::make_unique<tests::FakeUpstream>([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}}, chatAnswer.toStdString());
    });
    m_gateway = std::make_unique<GatewayUnderTest>();
    m_gateway->addProvider("house", "openai", "http://127.0.0.1:" + QByteArray::number(m_upstream->port()));
}

void ConfigApiTest::cleanup()
{
    m_gateway.reset();
    m_upstream.reset();
}

void ConfigApiTest::changesAndTellsTheSettings()
{
    const Json before = jsonOf(call("GET", "/api/config"));
    QCOMPARE(before["client_config"]["log_retention_days"].get<int>(), 365);
    QCOMPARE(before["client_config"]["max_request_body_size_mb"].get<int>(), 100);
    QVERIFY(before["is_db_connected"].get<bool>());
    QVERIFY(!before.contains("auth_config"));
    const QByteArray change = R"({"client_config":{"log_retention_days":30,"log_retention_bytes":104857600,)"
                              R"("disable_content_logging":true,"enforce_auth_on_inference":true,)"
                              R"("allowed_origins":["https://tool.example"],"max_request_body_size_mb":8,)"
                              R"("initial_pool_size":5}})";
    const ClientAnswer changed = call("PUT", "/api/config", change);
    QCOMPARE(changed.status, 200);
    const Json client = jsonOf(call("GET", "/api/config"))["client_config"];
    QCOMPARE(client["log_retention_days"].get<int>(), 30);
    QCOMPARE(client["log_retention_bytes"].get<qint64>(), qint64(104'857'600));
    QVERIFY(client["disable_content_logging"].get<bool>());
    QVERIFY(client["enforce_auth_on_inference"].get<bool>());
    QCOMPARE(client["allowed_origins"].dump(), std::string("[\x22https://tool.example\x22]"));
    QCOMPARE(client["max_request_body_size_mb"].get<int>(), 8);
    QCOMPARE(m_gateway->service().retention().mostDays, 30);
    QVERIFY(m_gateway->service().clientSettings().captureLevel == api::CaptureLevel::Metadata);
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 401);
}

void ConfigApiTest::keepsWhatIsNotNamed()
{
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"log_retention_days":7}})").status, 200);
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"max_request_body_size_mb":9}})").status, 200);
    QCOMPARE(call("PUT", "/api/config", "{}").status, 200);
    const Json client = jsonOf(call("GET", "/api/config"))["client_config"];
    QCOMPARE(client["log_retention_days"].get<int>(), 7);
    QCOMPARE(client["max_request_body_size_mb"].get<int>(), 9);
    QVERIFY(!client["disable_content_logging"].get<bool>());
}

void ConfigApiTest::refusesExcessOfAllProviders()
{
    m_gateway->addProvider("other", "openai", "http://127.0.0.1:9");
    const auto says = [this](const QByteArray &provider) {
        const Json line = jsonOf(call("GET", "/api/providers/" + provider))["concurrency_and_buffer_size"];
        return line.value("drop_excess_requests", false);
    };
    const auto all = [this] {
        return jsonOf(call("GET", "/api/config"))["client_config"]["drop_excess_requests"].get<bool>();
    };
    QVERIFY(!all());
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"drop_excess_requests":true}})").status, 200);
    QVERIFY(all() && says("house") && says("other"));
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"log_retention_days":7}})").status, 200);
    QVERIFY(all()); // a change of something else leaves it
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"drop_excess_requests":false}})").status, 200);
    QVERIFY(!all() && !says("house") && !says("other"));
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"drop_excess_requests":"no"}})").status, 400);
}

void ConfigApiTest::refusesExcessOfProvidersThatCome()
{
    m_gateway = std::make_unique<GatewayUnderTest>();
    const auto isRefused = [this] {
        return jsonOf(call("GET", "/api/config"))["client_config"]["drop_excess_requests"].get<bool>();
    };
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"drop_excess_requests":true}})").status, 200);
    QVERIFY(isRefused());
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"log_retention_days":7}})").status, 200);
    m_gateway->addProvider("first", "openai", "http://127.0.0.1:9");
    m_gateway->addProvider("second", "openai", "http://127.0.0.1:9");
    const auto says = [this](const QByteArray &provider) {
        const Json line = jsonOf(call("GET", "/api/providers/" + provider))["concurrency_and_buffer_size"];
        return line.value("drop_excess_requests", false);
    };
    QTRY_VERIFY(says("first") && says("second"));
    QVERIFY(isRefused());
    const QByteArray own = R"({"provider":"third","network_config":{"base_url":"http://127.0.0.1:9"},)"
                           R"("custom_provider_config":{"base_provider_type":"openai"},"concurrency_and_buffer_size":)"
                           R"({"concurrency":2,"buffer_size":3,"drop_excess_requests":false}})";
    QCOMPARE(call("POST", "/api/providers", own).status, 200);
    m_gateway->addProvider("fourth", "openai", "http://127.0.0.1:9");
    QTRY_VERIFY(says("fourth"));
    QVERIFY(!says("third")); // its own word counts
    // Another run of Bilrost knows what was said, and who was there before.
    const QByteArray changed = R"({"network_config":{"base_url":"http://127.0.0.1:9"},)"
                               R"("custom_provider_config":{"base_provider_type":"openai"},)"
                               R"("concurrency_and_buffer_size":{"concurrency":2,"buffer_size":3}})";
    QCOMPARE(call("PUT", "/api/providers/third", changed).status, 200);
    QVERIFY(m_gateway->service().clientSettings().refusesExcessOfNew);
    const admin::ConfigApi next(m_gateway->service());
    m_gateway->addProvider("fifth", "openai", "http://127.0.0.1:9");
    QTRY_VERIFY(says("fifth"));
    QVERIFY(!says("third"));
}

void ConfigApiTest::leavesTheLinesOfSomeAlone()
{
    m_gateway->addProvider("other", "openai", "http://127.0.0.1:9");
    Json house = jsonOf(call("GET", "/api/providers/house"));
    house["concurrency_and_buffer_size"] = {{"concurrency", 2}, {"buffer_size", 3}, {"drop_excess_requests", true}};
    QCOMPARE(call("PUT", "/api/providers/house", QByteArray::fromStdString(house.dump())).status, 200);
    // What a Bifrost client reads and writes back says "not all", and means it.
    const Json read = jsonOf(call("GET", "/api/config"));
    QVERIFY(!read["client_config"]["drop_excess_requests"].get<bool>());
    QCOMPARE(call("PUT", "/api/config", QByteArray::fromStdString(read.dump())).status, 200);
    const Json line = jsonOf(call("GET", "/api/providers/house"))["concurrency_and_buffer_size"];
    QVERIFY(line["drop_excess_requests"].get<bool>());
    QCOMPARE(line["concurrency"].get<int>(), 2);
}

void ConfigApiTest::refusesSettingsThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("another type") << QByteArray(R"({"client_config":{"log_retention_days":"long"}})");
    QTest::newRow("less than nothing") << QByteArray(R"({"client_config":{"log_retention_days":-1}})");
    QTest::newRow("too small a history") << QByteArray(R"({"client_config":{"log_retention_bytes":1000}})");
    QTest::newRow("an empty body") << QByteArray(R"({"client_config":{"max_request_body_size_mb":0}})");
    QTest::newRow("no section") << QByteArray(R"({"client_config":7})");
    QTest::newRow("an administrator without a password")
        << QByteArray(R"({"auth_config":{"is_enabled":true,"admin_username":"ann"}})");
}

void ConfigApiTest::refusesSettingsThatCannotBe()
{
    QFETCH(QByteArray, body);
    QCOMPARE(call("PUT", "/api/config", body).status, 400);
    QCOMPARE(jsonOf(call("GET", "/api/config"))["client_config"]["log_retention_days"].get<int>(), 365);
    QVERIFY(!m_gateway->service().governance().admin().isNeeded);
}

void ConfigApiTest::setsUpAnAdministrator()
{
    const QByteArray change = R"({"auth_config":{"is_enabled":true,"admin_username":{"value":"ann"},)"
                              R"("admin_password":{"value":"correct horse"}}})";
    QCOMPARE(call("PUT", "/api/config", change).status, 200);
    QCOMPARE(call("GET", "/api/config").status, 401);
    const QByteArray basic = "Authorization: Basic " + QByteArray("ann:correct horse").toBase64() + "\r\n";
    const ClientAnswer told = call("GET", "/api/config", {}, basic);
    QCOMPARE(told.status, 200);
    QVERIFY(!told.body.contains("correct horse"));
    QCOMPARE(jsonOf(told)["auth_config"]["admin_username"]["value"].get<std::string>(), std::string("ann"));
    // What was told is sent back: the password stays.
    Json back = jsonOf(told);
    QCOMPARE(call("PUT", "/api/config", QByteArray::fromStdString(back.dump()), basic).status, 200);
    QCOMPARE(call("GET", "/metrics", {}, basic).status, 200);
    QCOMPARE(call("GET", "/metrics").status, 401);
}

void ConfigApiTest::tellsAKeyItsQuota()
{
    const Json key = made("/api/governance/virtual-keys", keyWithTokens);
    const QByteArray shown =
        "x-bf-vk: " + QByteArray::fromStdString(key["virtual_key"]["value"].get<std::string>()) + "\r\n";
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 200);
    const QByteArray path = "/api/governance/virtual-keys/quota";
    QTRY_COMPARE(jsonOf(call("GET", path, {}, shown))["rate_limit"]["token_current_usage"].get<int>(), 100);
    const Json quota = jsonOf(call("GET", path, {}, shown));
    QCOMPARE(quota["virtual_key_name"].get<std::string>(), std::string("tool"));
    QVERIFY(quota["is_active"].get<bool>());
    QCOMPARE(quota["budgets"][0]["max_limit"].get<double>(), 5.0);
    QCOMPARE(call("GET", path).status, 401);
    QCOMPARE(call("GET", path, {}, "x-bf-vk: sk-bf-unknown\r\n").status, 401);
}

void ConfigApiTest::allowsMoreThanABudgetForAWhile()
{
    const QByteArray body = R"({"name":"tight","allow_all_providers":true,"budgets":[{"max_limit":0,)"
                            R"("reset_duration":"1d"}]})";
    const Json key = made("/api/governance/virtual-keys", body)["virtual_key"];
    const QByteArray shown = "x-bf-vk: " + QByteArray::fromStdString(key["value"].get<std::string>()) + "\r\n";
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 402);
    const QByteArray path = "/api/governance/virtual-keys/" + QByteArray::fromStdString(key["id"].get<std::string>())
                            + "/budgets/" + QByteArray::fromStdString(key["budgets"][0]["id"].get<std::string>())
                            + "/override";
    const Json raised = jsonOf(call("PUT", path, R"({"amount":2.5,"mode":"cycles","cycles":1})"));
    QCOMPARE(raised["effective_max_limit"].get<double>(), 2.5);
    QCOMPARE(raised["budget"]["override_amount"].get<double>(), 2.5);
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 200);
    QCOMPARE(call("DELETE", path).status, 200);
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 402);
    // It ends by itself.
    const QByteArray soon = QDateTime::currentDateTimeUtc().addMSecs(1500).toString(Qt::ISODateWithMs).toUtf8();
    QCOMPARE(call("PUT", path, R"({"amount":9,"until":")" + soon + R"("})").status, 200);
    QTRY_COMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 402);
    QVERIFY(!call("GET", path.left(path.indexOf("/budgets"))).body.contains("override_amount"));
    for (const char *wrong : {R"({"amount":-1,"mode":"forever"})", R"({"amount":1,"mode":"often"})",
                              R"({"amount":1,)"
                              R"("until":"2020-01-01T00:00:00Z"})",
                              R"({"mode":"forever"})", "[]"})
        QCOMPARE(call("PUT", path, wrong).status, 400);
    QCOMPARE(call("PUT", "/api/governance/virtual-keys/none/budgets/none/override", "{}").status, 404);
    QCOMPARE(call("GET", path).status, 405);
}

void ConfigApiTest::warnsOnceWhenMuchIsUsed()
{
    qRegisterMetaType<api::LimitWarning>("gateway::api::LimitWarning");
    QSignalSpy warned(&m_gateway->service().governance(), &api::GovernanceFacade::limitWarned);
    const QByteArray body = R"({"name":"tool","allow_all_providers":true,"rate_limit":{"token_max_limit":250,)"
                            R"("token_reset_duration":"1d"}})";
    const Json key = made("/api/governance/virtual-keys", body)["virtual_key"];
    const QByteArray shown = "x-bf-vk: " + QByteArray::fromStdString(key["value"].get<std::string>()) + "\r\n";
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 200); // 100 of 250
    QCOMPARE(warned.count(), 0);
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 200); // 200
    QTRY_COMPARE(warned.count(), 1);
    const auto first = warned.at(0).at(0).value<api::LimitWarning>();
    QCOMPARE(first.percent, 80);
    QCOMPARE(first.ownerName, QStringLiteral("tool"));
    QCOMPARE(first.limit.used, 200);
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 200); // 300
    QTRY_COMPARE(warned.count(), 2);
    QCOMPARE(warned.at(1).at(0).value<api::LimitWarning>().percent, 100);
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 429);
    QCOMPARE(warned.count(), 2);
}

void ConfigApiTest::countsForPrometheus()
{
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
    QCOMPARE(call("POST", "/nowhere/at/all", chat).status, 404);
    QTRY_VERIFY(call("GET", "/metrics").body.contains("status=\"404\""));
    const ClientAnswer answer = call("GET", "/metrics");
    QVERIFY(answer.head.contains("text/plain; version=0.0.4"));
    const QByteArray &text = answer.body;
    const QByteArray labels = "{provider=\"house\",model=\"m\",alias=\"house/m\",method=\"chat_completion\"";
    for (const QByteArray &line :
         {"bifrost_upstream_requests_total" + labels, "bifrost_success_requests_total" + labels,
          "bifrost_input_tokens_total" + labels, "bifrost_upstream_latency_seconds_bucket" + labels,
          QByteArray("http_requests_total{path=\"/v1/chat/completions\",method=\"POST\",status=\"200\"} 2\n"),
          QByteArray("http_requests_total{path=\"other\",method=\"POST\",status=\"404\"} 1\n"),
          QByteArray("bifrost_active_requests 0\n"), QByteArray("bifrost_provider_key_up{provider=\"house\"")})
        QVERIFY2(text.contains(line), (line + "\n" + text).constData());
    const auto valueOf = [&text](const QByteArray &name) {
        const auto at = text.indexOf("\n" + name + "{") + 1;
        const QByteArray line = text.mid(at, text.indexOf('\n', at) - at);
        return line.mid(line.lastIndexOf(' ') + 1);
    };
    QCOMPARE(valueOf("bifrost_input_tokens_total"), QByteArray("120"));
    QCOMPARE(valueOf("bifrost_output_tokens_total"), QByteArray("80"));
    // One declaration a name, before its samples.
    QCOMPARE(text.count("# TYPE bifrost_cost_total counter\n"), 1);
}

void ConfigApiTest::tellsWebSocketsWhatHappens()
{
    QTcpSocket socket;
    QByteArray received;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_gateway->port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write(webSocket);
    QTRY_VERIFY(received.contains("\r\n\r\n"));
    QVERIFY(received.startsWith("HTTP/1.1 101 Switching Protocols\r\n"));
    QVERIFY(received.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    QVERIFY(received.contains("Connection: Upgrade\r\n"));
    const auto messages = [&received] { return framesOf(received.mid(received.indexOf("\r\n\r\n") + 4)); };
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
    const auto tellsTheEnd = [](const QString &text) {
        return text.contains(QStringLiteral("\"type\":\"log\"")) && text.contains(QStringLiteral("\"success\""));
    };
    const auto hasToldTheEnd = [&] {
        const QStringList all = messages();
        return std::any_of(all.begin(), all.end(), tellsTheEnd);
    };
    QTRY_VERIFY(hasToldTheEnd());
    QCOMPARE(call("PUT", "/api/config", R"({"client_config":{"log_retention_days":9}})").status, 200);
    QTRY_VERIFY(messages().contains(QStringLiteral("{\"type\":\"store_update\",\"tags\":[\"Config\"]}")));
    // A ping is answered, a close is answered and closes.
    received.clear();
    const QByteArray mask(4, '\0');
    socket.write(QByteArray("\x89\x82", 2) + mask + "hi");
    QTRY_VERIFY(received.contains(QByteArray("\x8a\x02hi", 4)));
    socket.write(QByteArray("\x88\x80", 2) + mask);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(received.endsWith(QByteArray("\x88\x02\x03\xe8", 4)));
    // The gateway goes on.
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
}

void ConfigApiTest::refusesWebSocketsToThoseWhoMayNotManage()
{
    QCOMPARE(call("GET", "/ws").status, 400); // no handshake
    const QByteArray change =
        R"({"auth_config":{"is_enabled":true,"admin_username":"ann","admin_password":"secret!"}})";
    QCOMPARE(call("PUT", "/api/config", change).status, 200);
    const QByteArray upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QCOMPARE(call("GET", "/ws", {}, upgrade).status, 401);
    QCOMPARE(call("GET", "/ws?ticket=guess", {}, upgrade).status, 401);
    const QByteArray basic = "Authorization: Basic " + QByteArray("ann:secret!").toBase64() + "\r\n";
    const Json ticket = jsonOf(call("POST", "/api/session/ws-ticket", {}, basic));
    const QByteArray path = "/ws?ticket=" + QByteArray::fromStdString(ticket["ticket"].get<std::string>());
    QTcpSocket socket;
    QByteArray received;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_gateway->port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write(QByteArray(webSocket).replace("/ws", path));
    QTRY_VERIFY(received.startsWith("HTTP/1.1 101"));
    QCOMPARE(call("GET", path, {}, upgrade).status, 401); // once
}

void ConfigApiTest::givesKeysNewValuesAtOnce()
{
    const Json first = made("/api/governance/virtual-keys", keyWithTokens)["virtual_key"];
    const std::string id = first["id"].get<std::string>();
    const Json rotated =
        made("/api/governance/virtual-keys/rotate", QByteArray::fromStdString(Json{{"ids", {id, "unknown"}}}.dump()));
    QCOMPARE(rotated["virtual_keys"].size(), std::size_t(1));
    QVERIFY(rotated["virtual_keys"][0]["value"] != first["value"]);
    QCOMPARE(rotated["errors"][0]["id"].get<std::string>(), std::string("unknown"));
    QCOMPARE(call("POST", "/api/governance/virtual-keys/rotate", R"({"ids":[]})").status, 400);
}

void ConfigApiTest::asksForTheKeyAgainAtAnotherHost()
{
    const tests::FakeUpstream elsewhere([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}}, chatAnswer.toStdString());
    });
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
    Json house = jsonOf(call("GET", "/api/providers/house"));
    house["network_config"]["base_url"] = "http://127.0.0.1:" + std::to_string(elsewhere.port());
    QCOMPARE(call("PUT", "/api/providers/house", QByteArray::fromStdString(house.dump())).status, 200);
    const Json keys = jsonOf(call("GET", "/api/providers/house/keys"))["keys"];
    QCOMPARE(keys.size(), std::size_t(1));
    QVERIFY2(keys[0].dump().find("secret-of") == std::string::npos, keys[0].dump().c_str());
    QVERIFY(call("POST", "/v1/chat/completions", chat).status >= 400);
    QVERIFY(elsewhere.requests().empty()); // the key was entered for the other one
    const QByteArray path = "/api/providers/house/keys/" + QByteArray::fromStdString(keys[0]["id"].get<std::string>());
    QCOMPARE(call("PUT", path, R"({"name":"again","value":"for-the-new-host","models":["*"],"weight":1})").status, 200);
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
    QCOMPARE(elsewhere.requests().size(), std::size_t(1));
    QCOMPARE(elsewhere.requests().front().headers.value("authorization"), std::string_view("Bearer for-the-new-host"));
}

void ConfigApiTest::filtersAndSortsLogs()
{
    const Json key = made("/api/governance/virtual-keys", keyWithTokens)["virtual_key"];
    const QByteArray shown = "x-bf-vk: " + QByteArray::fromStdString(key["value"].get<std::string>()) + "\r\n";
    QCOMPARE(call("POST", "/v1/chat/completions", chat, shown).status, 200);
    QCOMPARE(call("POST", "/v1/chat/completions", chat).status, 200);
    QCOMPARE(call("POST", "/v1/chat/completions", R"({"model":"","messages":[]})").status, 400);
    const auto total = [this](const QByteArray &query) {
        return jsonOf(call("GET", "/api/logs?" + query))["pagination"]["total_count"].get<int>();
    };
    QTRY_COMPARE(total(""), 3);
    const QByteArray keyId = QByteArray::fromStdString(key["id"].get<std::string>());
    QCOMPARE(total("virtual_key_ids=" + keyId), 1);
    QCOMPARE(total("virtual_key_ids=tool"), 1);
    QCOMPARE(total("aliases=house%2Fm"), 2);
    QCOMPARE(total("status_codes=400"), 1);
    QCOMPARE(total("min_tokens=100"), 2);
    QCOMPARE(total("min_tokens=101"), 0);
    QCOMPARE(total("max_tokens=99"), 1);
    QCOMPARE(total("missing_cost_only=true"), 2); // the house has no prices
    QCOMPARE(total("objects=chat_completion&stop_reasons=stop"), 2);
    QCOMPARE(total("status=processing"), 0);
    const Json sorted = jsonOf(call("GET", "/api/logs?sort_by=tokens&order=asc&limit=1"));
    QCOMPARE(sorted["logs"][0]["status"].get<std::string>(), std::string("error"));
    QCOMPARE(sorted["pagination"]["sort_by"].get<std::string>(), std::string("tokens"));
    QCOMPARE(sorted["stats"]["total_tokens"].get<int>(), 200); // of all, not of the page
    QCOMPARE(call("GET", "/api/logs?sort_by=color").status, 400);
    QCOMPARE(call("GET", "/api/logs?min_cost=cheap").status, 400);
}

// Names change and are given again; ids do neither.
void ConfigApiTest::findsLogsOfAKeyByItsId()
{
    const auto total = [this](const QByteArray &query) {
        return jsonOf(call("GET", "/api/logs?" + query))["pagination"]["total_count"].get<int>();
    };
    const auto send = [this](const Json &key) {
        return call("POST", "/v1/chat/completions", chat,
                    "x-bf-vk: " + QByteArray::fromStdString(key["value"].get<std::string>()) + "\r\n")
            .status;
    };
    const auto idOf = [](const Json &key) { return QByteArray::fromStdString(key["id"].get<std::string>()); };
    const Json first = made("/api/governance/virtual-keys", keyWithTokens)["virtual_key"];
    QCOMPARE(send(first), 200);
    QTRY_COMPARE(total(""), 1);
    QCOMPARE(call("PUT", "/api/governance/virtual-keys/" + idOf(first), R"({"name":"renamed"})").status, 200);
    const Json second = made("/api/governance/virtual-keys", keyWithTokens)["virtual_key"];
    QCOMPARE(send(second), 200);
    QTRY_COMPARE(total(""), 2);
    QCOMPARE(total("virtual_key_ids=" + idOf(first)), 1);
    QCOMPARE(total("virtual_key_ids=" + idOf(second)), 1);
    QCOMPARE(total("virtual_key_ids=tool"), 2); // both had the name
    QCOMPARE(call("DELETE", "/api/governance/virtual-keys/" + idOf(first)).status, 200);
    QCOMPARE(total("virtual_key_ids=" + idOf(first)), 1);
    const Json key = jsonOf(call("GET", "/api/providers/house/keys"))["keys"][0];
    QCOMPARE(total("selected_key_ids=" + idOf(key)), 2);
    const Json entry = jsonOf(call("GET", "/api/logs?order=asc"))["logs"][0];
    QCOMPARE(entry["virtual_key_id"], first["id"]);
    QCOMPARE(entry["virtual_key_name"].get<std::string>(), std::string("tool"));
    QCOMPARE(entry["selected_key_id"], key["id"]);
}

QTEST_GUILESS_MAIN(ConfigApiTest)
#include "tst_config_api.moc"
