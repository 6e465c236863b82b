// The management API of routing rules, down to the database and back after a restart.
#include "gateway/admin/routing_rule_json.h"
#include "gateway/service/rule_configuration.h"
#include "tests/core/asked_api.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using admin::Json;
using service::RuleConfiguration;
using Answer = tests::ApiAnswer;

namespace {

// The rules are real, the rest of the gateway is not.
class RuleGateway final : public support::FakeGateway {
public:
    explicit RuleGateway(RuleConfiguration &configuration) : m_configuration(configuration) {}

    QList<api::RoutingRuleView> routingRules() const override { return m_configuration.views(); }
    void saveRoutingRule(const api::SaveRoutingRule &command, api::Reply<api::RoutingRuleView> reply) override
    {
        m_configuration.save(command, std::move(reply));
    }
    void removeRoutingRule(const QString &id, api::Reply<api::RoutingRuleView> reply) override
    {
        m_configuration.remove(id, std::move(reply));
    }

private:
    RuleConfiguration &m_configuration;
};

std::string dumped(const Json &json)
{
    return json.dump();
}

constexpr const char *fastRule = R"({"name":"fast","cel_expression":"model == 'fast'",)"
                                 R"("targets":[{"provider":"openai","model":"gpt-4o-mini","weight":1}]})";

} // namespace

class RoutingRuleApiTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void createsARuleWithDefaults();
    void keepsEveryFieldOverARestart();
    void changesOnlyWhatIsSent();
    void refusesWhatCannotBeARule_data();
    void refusesWhatCannotBeARule();
    void pointsAtTheCharacterOfABadExpression();
    void listsInOrderAndInPages();
    void getsAndDeletesARule();
    void answersUnderBothPaths();
    void refusesOtherMethods();
    void announcesEachChange();
    void writesFallbacksAsBifrostDoes();
    void keepsARuleWhoseExpressionIsNoLongerRight();
    void keepsANewOrderOverARestart();
    void refusesAnOrderThatLeavesOneOut();

private:
    void open();
    Answer call(const char *method, const std::string &path, const std::string &body = {}, const char *query = "")
    {
        return tests::askApi(*m_api, method, path, body, query);
    }
    Answer create(const std::string &body) { return call("POST", "/api/governance/routing-rules", body); }

    std::unique_ptr<QTemporaryDir> m_folder;
    tests::ManualClock m_clock;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::shared_ptr<service::WorkerGate> m_gate;
    std::unique_ptr<RuleConfiguration> m_configuration;
    std::unique_ptr<RuleGateway> m_gateway;
    std::unique_ptr<admin::ManagementApi> m_api;
};

void RoutingRuleApiTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void RoutingRuleApiTest::open()
{
    cleanup();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    auto storage = storage::StorageThread::open(options);
    QVERIFY(storage);
    m_storage = std::move(*storage);
    m_gate = std::make_shared<service::WorkerGate>(*this);
    m_configuration = std::make_unique<RuleConfiguration>(m_clock, *m_storage, m_gate);
    m_configuration->load(m_storage->loadConfig().routingRules);
    m_gateway = std::make_unique<RuleGateway>(*m_configuration);
    m_api = std::make_unique<admin::ManagementApi>(*m_gateway, "");
}

void RoutingRuleApiTest::cleanup()
{
    m_api.reset();
    m_gateway.reset();
    m_storage.reset();
    m_configuration.reset();
    if (m_gate)
        m_gate->close();
    m_gate.reset();
}

void RoutingRuleApiTest::createsARuleWithDefaults()
{
    const Answer answer = create(fastRule);
    QCOMPARE(answer.status, 200);

    QCOMPARE(dumped(answer.body["message"]), dumped("Routing rule created successfully"));
    const Json &rule = answer.body["rule"];
    QCOMPARE(dumped(rule["name"]), dumped("fast"));
    QCOMPARE(dumped(rule["enabled"]), dumped(true));
    QCOMPARE(dumped(rule["scope"]), dumped("global"));
    QVERIFY(rule["scope_id"].is_null());
    QCOMPARE(dumped(rule["priority"]), dumped(0));
    QCOMPARE(dumped(rule["chain_rule"]), dumped(false));
    QCOMPARE(rule["targets"].dump(), std::string(R"([{"provider":"openai","model":"gpt-4o-mini","weight":1.0}])"));
    QCOMPARE(rule["fallbacks"].dump(), std::string("[]"));
    QCOMPARE(rule["id"].get<std::string>().size(), std::size_t(36));

    QCOMPARE(rule["config_hash"].get<std::string>().size(), std::size_t(64));

    QVERIFY(!rule.contains("problem"));
}

void RoutingRuleApiTest::keepsEveryFieldOverARestart()
{
    const Answer created =
        create(R"({"name":"Größe","description":"d","enabled":false,"cel_expression":"budget_used > 80",)"
               R"("targets":[{"provider":"openai","model":"a","key_id":"k","weight":0.7,)"
               R"("ttft_timeout_ms":1500},{"model":"b","weight":0.3}],)"
               R"("fallbacks":["azure/gpt-4o",{"provider":"groq","model":"m","key_id":"g"}],)"
               R"("query":{"combinator":"and","rules":[1,null]},"scope":"team","scope_id":"t1",)"
               R"("chain_rule":true,"priority":-3})");
    QCOMPARE(created.status, 200);

    const std::string id = created.body["rule"]["id"];
    open();
    const Answer read = call("GET", "/api/governance/routing-rules/" + id);
    QCOMPARE(read.status, 200);

    QCOMPARE(dumped(read.body["rule"]), dumped(created.body["rule"]));
    QCOMPARE(dumped(read.body["rule"]["targets"][0]["ttft_timeout_ms"]), dumped(1500));
    QCOMPARE(read.body["rule"]["fallbacks"].dump(),
             std::string(R"(["azure/gpt-4o",{"provider":"groq","model":"m","key_id":"g"}])"));
    QCOMPARE(read.body["rule"]["query"].dump(), std::string(R"({"combinator":"and","rules":[1,null]})"));
}

void RoutingRuleApiTest::changesOnlyWhatIsSent()
{
    const Json before = create(fastRule).body["rule"];
    m_clock.advance(std::chrono::minutes(1));
    const std::string path = "/api/governance/routing-rules/" + before["id"].get<std::string>();
    const Answer changed = call("PUT", path, R"({"priority":5,"scope":"team","scope_id":"t"})");
    QCOMPARE(changed.status, 200);

    QCOMPARE(dumped(changed.body["message"]), dumped("Routing rule updated successfully"));
    const Json &after = changed.body["rule"];
    QCOMPARE(dumped(after["priority"]), dumped(5));
    QCOMPARE(dumped(after["scope"]), dumped("team"));
    for (const char *kept : {"id", "name", "cel_expression", "targets", "created_at"})
        QCOMPARE(dumped(after[kept]), dumped(before[kept]));
    QVERIFY(after["updated_at"] != before["updated_at"]);
    QVERIFY(after["config_hash"] != before["config_hash"]);
    QCOMPARE(dumped(call("PUT", path, R"({"scope":"global"})").body["rule"]["scope_id"]), dumped(Json()));
    QCOMPARE(m_configuration->rules()->size(), std::size_t(1));
}

void RoutingRuleApiTest::refusesWhatCannotBeARule_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char *name, const char *body, const char *told) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(told);
    };
    const char *target = R"("targets":[{"model":"a","weight":1}])";
    const auto with = [target](const char *rest) { return (std::string("{\"name\":\"n\",") + target + rest + "}"); };
    row("no JSON", "{", "");
    row("no name", R"({"targets":[{"model":"a","weight":1}]})", "name");
    row("no targets", R"({"name":"n"})", "target");
    row("empty targets", R"({"name":"n","targets":[]})", "target");
    row("targets no list", R"({"name":"n","targets":{}})", "list");
    row("target no object", R"({"name":"n","targets":[1]})", "objects");
    row("no weight", R"({"name":"n","targets":[{"model":"a"}]})", "weight");
    row("weights above 1", R"({"name":"n","targets":[{"model":"a","weight":0.7},{"model":"b","weight":0.7}]})",
        "add up");
    row("negative weight", R"({"name":"n","targets":[{"model":"a","weight":-1},{"model":"b","weight":2}]})", "weight");
    row("twice the same", R"({"name":"n","targets":[{"model":"a","weight":0.5},{"model":"a","weight":0.5}]})", "same");
    row("key without provider", R"({"name":"n","targets":[{"key_id":"k","weight":1}]})", "key_id");
    row("no time", R"({"name":"n","targets":[{"model":"a","weight":1,"ttft_timeout_ms":0}]})", "ttft_timeout_ms");
    row("scope", with(R"(,"scope":"planet")").c_str(), "scope");
    row("scope without id", with(R"(,"scope":"team")").c_str(), "scope_id");
    row("priority", with(R"(,"priority":"high")").c_str(), "priority");
    row("enabled", with(R"(,"enabled":1)").c_str(), "enabled");
    row("fallbacks", with(R"(,"fallbacks":"a/b")").c_str(), "fallbacks");
    row("expression", with(R"(,"cel_expression":5)").c_str(), "cel_expression");
    row("expression of another type", with(R"(,"cel_expression":"model")").c_str(), "true or false");
}

void RoutingRuleApiTest::refusesWhatCannotBeARule()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, told);
    const Answer answer = create(body.toStdString());
    QCOMPARE(answer.status, 400);

    const std::string message = answer.body["error"]["message"];
    QVERIFY2(message.find(told.toStdString()) != std::string::npos, message.c_str());
    QVERIFY(m_configuration->rules()->empty());
}

void RoutingRuleApiTest::pointsAtTheCharacterOfABadExpression()
{
    Json rule = admin::parseJson(fastRule);
    rule["cel_expression"] = "model == 'a' &&\n  modle == 'b'";
    const Answer answer = create(rule.dump());
    QCOMPARE(answer.status, 400);

    const std::string message = answer.body["error"]["message"];
    QVERIFY2(message.starts_with("cel_expression: Line 2, column 3: There is no variable \"modle\"."), message.c_str());
    const auto problem = service::ruleExpressionProblem(QStringLiteral("model == \"größe\" && modle"));
    QVERIFY(problem);
    QCOMPARE(problem->column, 21);

    QCOMPARE(problem->offset, 22);
}

void RoutingRuleApiTest::listsInOrderAndInPages()
{
    for (const char *rule : {R"({"name":"late","priority":9,"targets":[{"model":"a","weight":1}]})",
                             R"({"name":"early","priority":1,"targets":[{"model":"a","weight":1}]})",
                             R"({"name":"team","scope":"team","scope_id":"t","targets":[{"model":"a","weight":1}]})"})
        QCOMPARE(create(rule).status, 200);

    const Json all = call("GET", "/api/governance/routing-rules").body;
    QCOMPARE(all["rules"].size(), std::size_t(3));

    QCOMPARE(dumped(all["rules"][0]["name"]), dumped("team"));
    QCOMPARE(dumped(all["rules"][1]["name"]), dumped("early"));
    QCOMPARE(dumped(all["count"]), dumped(3));
    QCOMPARE(dumped(all["total_count"]), dumped(3));
    const Json page = call("GET", "/api/governance/routing-rules", {}, "limit=1&offset=1").body;
    QCOMPARE(dumped(page["rules"][0]["name"]), dumped("early"));
    QCOMPARE(dumped(page["count"]), dumped(1));
    QCOMPARE(dumped(page["total_count"]), dumped(3));
    QCOMPARE(dumped(page["limit"]), dumped(1));
    QCOMPARE(dumped(page["offset"]), dumped(1));
    QCOMPARE(dumped(call("GET", "/api/governance/routing-rules", {}, "search=LAT").body["rules"][0]["name"]),
             dumped("late"));
    QCOMPARE(dumped(call("GET", "/api/governance/routing-rules", {}, "scope=team&scope_id=t").body["count"]),
             dumped(1));
    QCOMPARE(dumped(call("GET", "/api/governance/routing-rules", {}, "limit=25&offset=99").body["count"]), dumped(0));
}

void RoutingRuleApiTest::getsAndDeletesARule()
{
    const std::string path = "/api/governance/routing-rules/" + create(fastRule).body["rule"]["id"].get<std::string>();
    QCOMPARE(dumped(call("GET", path).body["rule"]["name"]), dumped("fast"));
    const Answer deleted = call("DELETE", path);
    QCOMPARE(deleted.status, 200);

    QCOMPARE(dumped(deleted.body["message"]), dumped("Routing rule deleted successfully"));
    QCOMPARE(call("GET", path).status, 404);

    QCOMPARE(call("DELETE", path).status, 404);

    QCOMPARE(call("PUT", path, "{}").status, 404);

    open();
    QVERIFY(m_configuration->rules()->empty());
}

void RoutingRuleApiTest::answersUnderBothPaths()
{
    QCOMPARE(call("POST", "/api/routing/rules", fastRule).status, 200);

    QCOMPARE(dumped(call("GET", "/api/routing/rules").body), dumped(call("GET", "/api/governance/routing-rules").body));
    QCOMPARE(call("GET", "/api/routing/other").status, 404);

    QCOMPARE(call("GET", "/api/governance/routing-rules/a/b").status, 404);
}

void RoutingRuleApiTest::refusesOtherMethods()
{
    QCOMPARE(call("DELETE", "/api/governance/routing-rules").status, 405);

    const std::string path = "/api/governance/routing-rules/" + create(fastRule).body["rule"]["id"].get<std::string>();
    QCOMPARE(call("POST", path).status, 405);
}

void RoutingRuleApiTest::announcesEachChange()
{
    QSignalSpy changed(m_configuration.get(), &RuleConfiguration::rulesChanged);
    const auto before = m_configuration->rules();
    const std::string path = "/api/governance/routing-rules/" + create(fastRule).body["rule"]["id"].get<std::string>();
    QCOMPARE(changed.size(), 1);

    QVERIFY(m_configuration->rules() != before);
    call("PUT", path, R"({"priority":1})");
    QCOMPARE(changed.size(), 2);

    call("PUT", path, R"({"priority":"x"})");
    QCOMPARE(changed.size(), 2);

    call("DELETE", path);
    QCOMPARE(changed.size(), 3);
}

void RoutingRuleApiTest::writesFallbacksAsBifrostDoes()
{
    const Answer created = create(R"({"name":"n","targets":[{"model":"a","weight":1}],)"
                                  R"("fallbacks":["openrouter/meta/llama-3","groq",{"model":"m"}]})");
    QCOMPARE(created.body["rule"]["fallbacks"].dump(),
             std::string(R"(["openrouter/meta/llama-3","groq",{"provider":"","model":"m"}])"));
    const auto &fallbacks = m_configuration->rules()->front().fallbacks;
    QCOMPARE(fallbacks[0], (config::RuleFallback{"openrouter", "meta/llama-3", ""}));

    QCOMPARE(fallbacks[1], (config::RuleFallback{"groq", "", ""}));
}

void RoutingRuleApiTest::keepsARuleWhoseExpressionIsNoLongerRight()
{
    config::RoutingRule rule;
    rule.id.value = "old";
    rule.name = "old";
    rule.expression = "gone == 1";
    rule.targets = {{"", "a", "", 1.0, {}}};
    m_configuration->load({rule});
    const Json read = call("GET", "/api/governance/routing-rules/old").body["rule"];
    QCOMPARE(dumped(read["cel_expression"]), dumped("gone == 1"));
    QVERIFY(read["problem"].get<std::string>().starts_with("Line 1, column 1: "));
}

void RoutingRuleApiTest::keepsANewOrderOverARestart()
{
    for (const char *name : {"one", "two", "three"})
        create(std::string("{\"name\":\"") + name + "\",\"targets\":[{\"provider\":\"openai\",\"weight\":1}]}");
    create("{\"name\":\"team\",\"scope\":\"team\",\"scope_id\":\"t\",\"targets\":[{\"provider\":\"p\",\"weight\":1}]}");
    const auto names = [this] {
        QStringList list;
        for (const api::RoutingRuleView &rule : m_configuration->views())
            list.append(rule.name);
        return list;
    };
    QStringList ids;
    for (const char *name : {"three", "one", "team", "two"}) {
        for (const api::RoutingRuleView &rule : m_configuration->views()) {
            if (rule.name == QLatin1String(name))
                ids.append(rule.id);
        }
    }
    QSignalSpy changes(m_configuration.get(), &RuleConfiguration::rulesChanged);
    std::optional<bool> isDone;
    m_configuration->order(ids, [&isDone](const Result<api::Done> &done) { isDone = done.has_value(); });
    QTRY_VERIFY(isDone.has_value());
    QVERIFY(*isDone);
    QCOMPARE(changes.count(), 1); // once, not for each rule
    const QStringList expected{QStringLiteral("team"), QStringLiteral("three"), QStringLiteral("one"),
                               QStringLiteral("two")}; // a team's come before those for all
    QCOMPARE(names(), expected);
    open();
    QCOMPARE(names(), expected);
}

void RoutingRuleApiTest::refusesAnOrderThatLeavesOneOut()
{
    for (const char *name : {"one", "two"})
        create(std::string("{\"name\":\"") + name + "\",\"targets\":[{\"provider\":\"openai\",\"weight\":1}]}");
    const QString first = m_configuration->views().first().id;
    for (const QStringList &ids :
         {QStringList{first}, QStringList{first, first}, QStringList{first, QStringLiteral("x")}}) {
        std::optional<bool> isDone;
        m_configuration->order(ids, [&isDone](const Result<api::Done> &done) { isDone = done.has_value(); });
        QTRY_VERIFY(isDone.has_value());
        QVERIFY(!*isDone);
    }
    QCOMPARE(m_configuration->views().first().id, first);
}

QTEST_GUILESS_MAIN(RoutingRuleApiTest)
#include "tst_routing_rule_api.moc"
