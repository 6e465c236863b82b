// /api/models and refresh-models of a running gateway: what can be asked for, by whom, and what providers say again.
#include "tests/support/awaited_reply.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"

#include "gateway/admin/provider_json.h"

#include <QTest>

using namespace gateway;
using admin::Json;
using tests::ClientAnswer;

namespace {

Json jsonOf(const ClientAnswer &answer)
{
    return admin::parseJson({answer.body.constData(), static_cast<std::size_t>(answer.body.size())});
}

std::vector<std::string> namesIn(const Json &answer)
{
    std::vector<std::string> names;
    for (const Json &model : answer["models"])
        names.push_back(model.is_string()
                            ? model.get<std::string>()
                            : model["provider"].get<std::string>() + "/" + model["name"].get<std::string>());
    return names;
}

} // namespace

class ModelsApiTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void knowsNamesOfKeysBeforeAProviderWasAsked();
    void listsWhatAProviderListedWhenItWasAskedAgain();
    void listsWhatAClientWasTold();
    void listsAgainWhatCameBack();
    void tellsWhatIsKnownOfAModel();
    void hasNoClientsOfMcpAndNoPlugins();
    void showsFiveNamesUnlessMoreAreWanted();
    void filtersByNameAndProvider();
    void filtersByKeyAndSaysWhichMayAsk();
    void showsAVirtualKeyOnlyWhatItMayAskFor();
    void namesBaseModelsOnce();
    void saysOfEachKeyWhetherItsListCame();
    void refusesWhatIsNotThere();

private:
    Json get(const QByteArray &path, const QByteArray &headers = {});
    std::string addKey(const QByteArray &json);

    std::string m_list; // that the provider answers
    int m_status = 200;
    std::unique_ptr<tests::FakeUpstream> m_upstream;
    std::unique_ptr<tests::GatewayUnderTest> m_gateway;
};

void ModelsApiTest::init()
{
    m_list = R"({"data":[{"id":"maker/gpt-5.1:free"},{"id":"gpt-5.1"},{"id":"small-1"}]})";
    m_status = 200;
    m_upstream = std::make_unique<tests::FakeUpstream>([this](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(m_status, {{"Content-Type", "application/json"}}, m_status == 200 ? m_list : "{}");
    });
    m_gateway = std::make_unique<tests::GatewayUnderTest>();
    m_gateway->addProvider("house", "openai", "http://127.0.0.1:" + QByteArray::number(m_upstream->port()));
}

void ModelsApiTest::cleanup()
{
    m_gateway.reset();
    m_upstream.reset();
}

Json ModelsApiTest::get(const QByteArray &path, const QByteArray &headers)
{
    const ClientAnswer answer = m_gateway->call("GET", path, {}, headers);
    if (answer.status != 200)
        qWarning("%s: %d %s", path.constData(), answer.status, answer.body.constData());
    return jsonOf(answer);
}

std::string ModelsApiTest::addKey(const QByteArray &json)
{
    const ClientAnswer made = m_gateway->call("POST", "/api/providers/house/keys", json);
    return jsonOf(made).value("id", std::string());
}

void ModelsApiTest::knowsNamesOfKeysBeforeAProviderWasAsked()
{
    QCOMPARE(get("/api/models")["total"].get<int>(), 0);
    QVERIFY(!addKey(R"({"name":"second","value":"sk-2","models":["named-1"],"aliases":{"nice":"named-1"}})").empty());
    QCOMPARE(namesIn(get("/api/models")), (std::vector<std::string>{"house/named-1", "house/nice"}));
    QVERIFY(m_upstream->requests().empty());
}

void ModelsApiTest::listsWhatAProviderListedWhenItWasAskedAgain()
{
    QCOMPARE(m_gateway->call("POST", "/api/providers/house/refresh-models").status, 200);
    QCOMPARE(namesIn(get("/api/models")),
             (std::vector<std::string>{"house/gpt-5.1", "house/maker/gpt-5.1:free", "house/small-1"}));
    m_list = R"({"data":[{"id":"newer"}]})";
    QCOMPARE(m_gateway->call("POST", "/api/providers/house/refresh-models").status, 200);
    QCOMPARE(namesIn(get("/api/models/details")), std::vector<std::string>{"house/newer"});
}

void ModelsApiTest::listsWhatAClientWasTold()
{
    m_list = R"({"data":[{"id":"small-1","context_length":8000},{"id":"large-1"}]})";
    QCOMPARE(m_gateway->call("GET", "/v1/models").status, 200);
    const Json models = get("/api/models/details");
    QCOMPARE(namesIn(models), (std::vector<std::string>{"house/large-1", "house/small-1"}));
    QCOMPARE(models["models"][1]["context_length"].get<int>(), 8000);
    QCOMPARE(m_gateway->call("POST", "/api/providers/house/refresh-models").status, 200);
    QCOMPARE(get("/api/models/details")["models"][1]["context_length"].get<int>(), 8000); // a test asks for names alone
}

void ModelsApiTest::listsAgainWhatCameBack()
{
    QCOMPARE(m_gateway->call("POST", "/api/providers/house/refresh-models").status, 200);
    api::RemovalFacade &removals = m_gateway->service().removals();
    QVERIFY(tests::awaitReply<api::RemovedView>([&](auto reply) {
                removals.remove({api::RemovableKind::Provider, QStringLiteral("house"), {}}, reply);
            }).has_value());
    QVERIFY(namesIn(get("/api/models")).empty());
    QVERIFY(tests::awaitReply<api::RemovedView>([&](auto reply) { removals.undo(reply); }).has_value());
    QCOMPARE(namesIn(get("/api/models")).size(), std::size_t{3});
}

void ModelsApiTest::tellsWhatIsKnownOfAModel()
{
    m_list = R"({"data":[{"id":"maker/long-1:free","context_length":200000},{"id":"small-1"}]})";
    QCOMPARE(m_gateway->call("GET", "/v1/models").status, 200);
    for (const char *name : {"maker/long-1:free", "house/maker/long-1:free"}) {
        const Json known = get("/api/models/parameters?model=" + QByteArray(name));
        QCOMPARE(known["provider"].get<std::string>(), std::string("house"));
        QCOMPARE(known["base_model"].get<std::string>(), std::string("long-1"));
        QCOMPARE(known["max_input_tokens"].get<int>(), 200'000);
        QVERIFY(known["model_parameters"].is_array());
    }
    QCOMPARE(m_gateway->call("GET", "/api/models/parameters?model=small-1").status, 404); // no length was told
    QCOMPARE(m_gateway->call("GET", "/api/models/parameters?model=weather").status, 404);
    QCOMPARE(m_gateway->call("GET", "/api/models/parameters").status, 400);
}

void ModelsApiTest::hasNoClientsOfMcpAndNoPlugins()
{
    QCOMPARE(get("/api/mcp/clients?limit=10")["limit"].get<int>(), 10);
    QVERIFY(get("/api/mcp/clients")["clients"].empty());
    QVERIFY(get("/api/plugins")["plugins"].empty());
    QCOMPARE(get("/api/mcp-logs?order=asc")["pagination"]["order"].get<std::string>(), std::string("asc"));
    QCOMPARE(get("/api/mcp-logs")["has_logs"].dump(), std::string("false"));
    QCOMPARE(get("/api/mcp-logs/histogram?period=24h")["bucket_size_seconds"].get<int>(), 3600);
    QCOMPARE(get("/api/mcp-logs/histogram/cost?period=1h")["bucket_size_seconds"].get<int>(), 60);
    QVERIFY(get("/api/mcp-logs/histogram/top-tools")["tools"].empty());
    QVERIFY(get("/api/mcp-logs/filterdata")["tool_names"].empty());
    QCOMPARE(get("/api/mcp-logs/stats")["total_executions"].get<int>(), 0);
    QCOMPARE(m_gateway->call("GET", "/api/mcp-logs?limit=0").status, 400);
    QCOMPARE(m_gateway->call("POST", "/api/plugins", "{}").status, 405);
}

void ModelsApiTest::showsFiveNamesUnlessMoreAreWanted()
{
    addKey(R"({"name":"many","value":"sk-2","models":["a","b","c","d","e","f","g"]})");
    const Json usual = get("/api/models");
    QCOMPARE(namesIn(usual).size(), std::size_t{5});
    QCOMPARE(usual["total"].get<int>(), 7);
    QCOMPARE(namesIn(get("/api/models?limit=6")).size(), std::size_t{6});
    QCOMPARE(namesIn(get("/api/models/details")).size(), std::size_t{7});
    for (const char *limit : {"0", "-1", "many", "10001"})
        QCOMPARE(m_gateway->call("GET", "/api/models?limit=" + QByteArray(limit)).status, 400);
}

void ModelsApiTest::filtersByNameAndProvider()
{
    addKey(R"({"name":"some","value":"sk-2","models":["GPT-5.1-mini","small-1"]})");
    QCOMPARE(namesIn(get("/api/models?query=gpt%205")), std::vector<std::string>{"house/GPT-5.1-mini"});
    QCOMPARE(namesIn(get("/api/models?provider=house")).size(), std::size_t{2});
    QVERIFY(namesIn(get("/api/models?provider=elsewhere")).empty());
}

void ModelsApiTest::filtersByKeyAndSaysWhichMayAsk()
{
    const std::string narrow = addKey(R"({"name":"narrow","value":"sk-2","models":["only"]})");
    const std::string off = addKey(R"({"name":"off","value":"sk-3","models":["dark"],"enabled":false})");
    const Json all = get("/api/models?keys=" + QByteArray::fromStdString(narrow));
    QCOMPARE(namesIn(all), std::vector<std::string>{"house/only"});
    QCOMPARE(all["models"][0]["accessible_by_keys"].dump(), "[\"" + narrow + "\"]");
    QVERIFY(namesIn(get("/api/models?keys=" + QByteArray::fromStdString(off))).empty());
    QCOMPARE(namesIn(get("/api/models?unfiltered=true&keys=" + QByteArray::fromStdString(off))).size(), std::size_t{2});
}

void ModelsApiTest::showsAVirtualKeyOnlyWhatItMayAskFor()
{
    addKey(R"({"name":"some","value":"sk-2","models":["allowed","other"]})");
    const ClientAnswer made =
        m_gateway->call("POST", "/api/governance/virtual-keys",
                        R"({"name":"guest","provider_configs":[{"provider":"house","allowed_models":["allowed"]}]})");
    const std::string value = jsonOf(made)["virtual_key"]["value"].get<std::string>();
    QCOMPARE(namesIn(get("/api/models", "x-bf-vk: " + QByteArray::fromStdString(value) + "\r\n")),
             std::vector<std::string>{"house/allowed"});
    QCOMPARE(m_gateway->call("GET", "/api/models", {}, "x-bf-vk: sk-bf-nobody\r\n").status, 401);
}

void ModelsApiTest::namesBaseModelsOnce()
{
    QCOMPARE(m_gateway->call("POST", "/api/providers/house/refresh-models").status, 200);
    QCOMPARE(namesIn(get("/api/models/base")), (std::vector<std::string>{"gpt-5.1", "small-1"}));
}

void ModelsApiTest::saysOfEachKeyWhetherItsListCame()
{
    const std::string second = addKey(R"({"name":"second","value":"sk-2","models":["*"]})");
    const Json both = jsonOf(m_gateway->call("POST", "/api/providers/house/refresh-models"));
    QCOMPARE(both["total"].get<int>(), 2);
    for (const Json &key : both["keys"])
        QCOMPARE(key["status"].get<std::string>(), std::string("success"));
    m_status = 401;
    const ClientAnswer one =
        m_gateway->call("POST", "/api/providers/house/keys/" + QByteArray::fromStdString(second) + "/refresh-models");
    QCOMPARE(one.status, 200);
    const Json key = jsonOf(one)["keys"][0];
    QCOMPARE(jsonOf(one)["total"].get<int>(), 1);
    QCOMPARE(key["id"].get<std::string>(), second);
    QCOMPARE(key["status"].get<std::string>(), std::string("list_models_failed"));
    QVERIFY(!key["description"].get<std::string>().empty());
    QCOMPARE(namesIn(get("/api/models")).size(), std::size_t{3}); // the list from before stays
}

void ModelsApiTest::refusesWhatIsNotThere()
{
    QCOMPARE(m_gateway->call("POST", "/api/providers/nobody/refresh-models").status, 404);
    QCOMPARE(m_gateway->call("POST", "/api/providers/house/keys/nobody/refresh-models").status, 404);
    QCOMPARE(m_gateway->call("GET", "/api/providers/house/refresh-models").status, 405);
    QCOMPARE(m_gateway->call("GET", "/api/models/weather").status, 404);
    QCOMPARE(m_gateway->call("POST", "/api/models").status, 405);
}

QTEST_GUILESS_MAIN(ModelsApiTest)
#include "tst_models_api.moc"
