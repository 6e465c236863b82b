// The management API of virtual keys and limits, down to the database and the secret store, and back after a restart.
#include "gateway/access/key_hash.h"
#include "gateway/access/virtual_key_authenticator.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/governance_configuration.h"
#include "gateway/service/limit_counter_writer.h"
#include "tests/core/asked_api.h"
#include "tests/core/governed_gateway.h"
#include "tests/support/lasting_secret_store.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using admin::Json;
using service::GovernanceConfiguration;
using tests::GovernedGateway;

namespace {

struct Answer : tests::ApiAnswer {
    const Json &key() const { return body["virtual_key"]; }
};

std::string textOf(const Json &json)
{
    return json.is_string() ? json.get<std::string>() : json.dump();
}

constexpr const char *wholeKey =
    R"({"name":"Größe","description":"d","provider_configs":[{"provider":"openai","weight":0.5,)"
    R"("allowed_models":["a","b"],"blacklisted_models":["c"],"key_ids":["k1"],)"
    R"("budgets":[{"max_limit":1.5,"reset_duration":"1d"}]},{"provider":"groq","weight":null,)"
    R"("allowed_models":["*"],"key_ids":["*"]}],)"
    R"("budgets":[{"max_limit":20,"reset_duration":"1M"},{"max_limit":2.5,"reset_duration":"1d"}],)"
    R"("rate_limit":{"token_max_limit":1000,"token_reset_duration":"1h","request_max_limit":60,)"
    R"("request_reset_duration":"1m"},"calendar_aligned":true,"time_zone":"Europe/Berlin",)"
    R"("expires_at":"2099-01-01T00:00:00Z","is_active":true})";

} // namespace

class GovernanceApiTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsANewValueOnceAndKeepsOnlyItsHash();
    void keepsEveryFieldOverARestart();
    void deniesEverythingWithoutProviderConfigs();
    void changesOnlyWhatIsSent();
    void keepsWhatWasUsedWhenABudgetIsEdited();
    void refusesWhatCannotBeAKey_data();
    void refusesWhatCannotBeAKey();
    void rotatesWithAndWithoutGrace();
    void expiresAndIsTurnedOff();
    void listsInPages();
    void listsTeamsAndCustomersInPages();
    void deletesAKeyAndWhatItUsed();
    void managesTeamsAndCustomers();
    void managesLimitsOfModelsAndProviders();
    void listsBudgetsAndRateLimits();
    void hashesWithTheDatabaseSaltWhenTheStoreIsLocked();
    void keepsCountersOverARestart();
    void refusesOtherMethods();
    void wantsTheAdministratorWhereThereIsOne();

private:
    void open();
    Answer call(const char *method, const std::string &path, const std::string &body = {}, const char *query = "",
                const HeaderList &headers = {})
    {
        return {tests::askApi(*m_api, method, path, body, query, headers)};
    }
    Answer create(const std::string &body) { return call("POST", "/api/governance/virtual-keys", body); }
    Result<const config::VirtualKey *> show(const std::string &value) const
    {
        HeaderList headers;
        headers.add("x-bf-vk", value);
        return access::authenticate({headers}, *m_configuration->governance(), m_clock.wallNow());
    }
    std::string databaseText() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    tests::ManualClock m_clock;
    tests::LastingSecretStore m_secrets;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::shared_ptr<service::WorkerGate> m_gate;
    std::unique_ptr<governance::LimitLedger> m_ledger;
    std::unique_ptr<GovernanceConfiguration> m_configuration;
    std::unique_ptr<service::LimitCounterWriter> m_writer;
    std::unique_ptr<GovernedGateway> m_gateway;
    std::unique_ptr<admin::ManagementApi> m_api;
};

void GovernanceApiTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets.values.clear();
    m_secrets.isLocked = false;
    open();
}

void GovernanceApiTest::open()
{
    cleanup();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    auto storage = storage::StorageThread::open(options);
    QVERIFY(storage);
    m_storage = std::move(*storage);
    m_gate = std::make_shared<service::WorkerGate>(*this);
    m_ledger = std::make_unique<governance::LimitLedger>(m_clock);
    m_configuration = std::make_unique<GovernanceConfiguration>(m_clock, *m_storage, m_secrets, *m_ledger, m_gate);
    m_writer = std::make_unique<service::LimitCounterWriter>(
        *m_ledger, *m_storage, m_gate,
        [this](const std::vector<config::LimitId> &used) { m_configuration->noteUse(used); });
    auto stored = m_storage->loadConfig();
    m_ledger->load(stored.limitCounters);
    QSignalSpy ready(m_configuration.get(), &GovernanceConfiguration::governanceChanged);
    m_configuration->load(std::move(stored.governance));
    QVERIFY(ready.wait());
    m_gateway = std::make_unique<GovernedGateway>(*m_configuration);
    for (const char *name : {"openai", "groq"}) {
        api::ProviderView provider;
        provider.name = QLatin1String(name);
        m_gateway->storedProviders.append(provider);
    }
    m_api = std::make_unique<admin::ManagementApi>(*m_gateway, "");
}

void GovernanceApiTest::cleanup()
{
    m_api.reset();
    m_gateway.reset();
    m_writer.reset();
    if (m_gate)
        m_gate->close();
    m_storage.reset();
    m_configuration.reset();
    m_ledger.reset();
    m_gate.reset();
}

std::string GovernanceApiTest::databaseText() const
{
    std::string text;
    for (const char *name : {"config.sqlite3", "config.sqlite3-wal"}) {
        QFile file(m_folder->filePath(QLatin1String(name)));
        if (file.open(QIODevice::ReadOnly))
            text += file.readAll().toStdString();
    }
    return text;
}

void GovernanceApiTest::showsANewValueOnceAndKeepsOnlyItsHash()
{
    const Answer made = create(R"({"name":"one"})");
    QCOMPARE(made.status, 200);
    QCOMPARE(textOf(made.body["message"]), std::string("Virtual key created successfully"));
    const std::string value = made.key()["value"];
    QVERIFY(value.starts_with("sk-bf-"));
    QCOMPARE(value.size(), std::size_t(46));
    QVERIFY(show(value));
    QVERIFY(!show(value + "x"));
    const Answer read = call("GET", "/api/governance/virtual-keys/" + textOf(made.key()["id"]));
    QCOMPARE(textOf(read.key()["value"]), value.substr(0, 10) + "***");
    const std::string database = databaseText();
    QVERIFY(database.find(value.substr(0, 10)) != std::string::npos); // the rows are in there
    QVERIFY(database.find(value.substr(10)) == std::string::npos);
    for (const auto &[name, secret] : m_secrets.values)
        QVERIFY(secret.reveal().find(value.substr(10)) == std::string_view::npos);
    open();
    QVERIFY(show(value));
}

void GovernanceApiTest::keepsEveryFieldOverARestart()
{
    const Answer made = create(wholeKey);
    QCOMPARE(made.status, 200);
    const std::string id = made.key()["id"];
    open();
    const Answer read = call("GET", "/api/governance/virtual-keys/" + id);
    Json expected = made.key();
    expected["value"] = read.key()["value"];
    QCOMPARE(read.key().dump(), expected.dump());
    const Json &first = read.key()["provider_configs"][0];
    QCOMPARE(first["allowed_models"].dump(), std::string(R"(["a","b"])"));
    QCOMPARE(first["keys"].dump(), std::string(R"([{"key_id":"k1"}])"));
    QCOMPARE(first["budgets"][0]["max_limit"].dump(), std::string("1.5"));
    QVERIFY(read.key()["provider_configs"][1]["weight"].is_null());
    QVERIFY(read.key()["provider_configs"][1]["allow_all_keys"].get<bool>());
    QCOMPARE(read.key()["budgets"].size(), std::size_t(2));
    QCOMPARE(textOf(read.key()["budgets"][0]["reset_duration"]), std::string("1M"));
    QCOMPARE(read.key()["rate_limit"]["token_max_limit"].get<int>(), 1000);
    QCOMPARE(textOf(read.key()["rate_limit"]["request_reset_duration"]), std::string("1m"));
    QCOMPARE(textOf(read.key()["time_zone"]), std::string("Europe/Berlin"));
    QVERIFY(textOf(read.key()["expires_at"]).starts_with("2099-01-01"));
}

void GovernanceApiTest::deniesEverythingWithoutProviderConfigs()
{
    const Answer strict = create(R"({"name":"strict"})");
    QVERIFY(!(*show(strict.key()["value"]))->allowsAllProviders);
    const Answer open = create(R"({"name":"open","allow_all_providers":true})");
    QVERIFY((*show(open.key()["value"]))->allowsAllProviders);
    const Answer empty = create(R"({"name":"empty","provider_configs":[{"provider":"openai"}]})");
    QVERIFY((*show(empty.key()["value"]))->providers.front().allowedModels.empty());
    QVERIFY(!(*show(empty.key()["value"]))->providers.front().allowsAllKeys);
}

void GovernanceApiTest::changesOnlyWhatIsSent()
{
    const Answer made = create(wholeKey);
    const std::string path = "/api/governance/virtual-keys/" + textOf(made.key()["id"]);
    const Answer changed = call("PUT", path, R"({"is_active":false})");
    QCOMPARE(changed.status, 200);
    QCOMPARE(textOf(changed.body["message"]), std::string("Virtual key updated successfully"));
    QVERIFY(!changed.key()["is_active"].get<bool>());
    QCOMPARE(changed.key()["provider_configs"].dump(), made.key()["provider_configs"].dump());
    QCOMPARE(changed.key()["budgets"].dump(), made.key()["budgets"].dump());
    const Answer never = call("PUT", path, R"({"expires_at":"","budgets":[],"provider_configs":[]})");
    QVERIFY(never.key()["expires_at"].is_null());
    QVERIFY(never.key()["budgets"].empty());
    QVERIFY(never.key()["provider_configs"].empty());
    QCOMPARE(never.key()["rate_limit"].dump(), made.key()["rate_limit"].dump());
}

void GovernanceApiTest::keepsWhatWasUsedWhenABudgetIsEdited()
{
    const Answer made = create(R"({"name":"a","budgets":[{"max_limit":1,"reset_duration":"1d"}]})");
    config::UsageLimit limit = (*show(made.key()["value"]))->limits.front();
    const std::int64_t spent = 600'000'000;
    const governance::LimitClaim claim{&limit, spent};
    m_ledger->reserve({&claim, 1})->settle({&spent, 1});
    const Answer changed = call("PUT", "/api/governance/virtual-keys/" + textOf(made.key()["id"]),
                                R"({"budgets":[{"max_limit":5,"reset_duration":"1d"}]})");
    QCOMPARE(changed.key()["budgets"][0]["current_usage"].dump(), std::string("0.6"));
    QCOMPARE(changed.key()["budgets"][0]["max_limit"].dump(), std::string("5.0"));
    QCOMPARE(changed.key()["budgets"][0]["id"].dump(), made.key()["budgets"][0]["id"].dump());
    const Answer reset =
        call("PUT", "/api/governance/virtual-keys/" + textOf(made.key()["id"]), R"({"reset_budget_usage":true})");
    QCOMPARE(reset.key()["budgets"][0]["current_usage"].dump(), std::string("0.0"));
    QCOMPARE(reset.key()["budgets"][0]["max_limit"].dump(), std::string("5.0"));
}

void GovernanceApiTest::refusesWhatCannotBeAKey_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *body, int status = 400) {
        QTest::newRow(name) << QByteArray(body) << status;
    };
    row("no json", "{");
    row("no name", R"({"description":"d"})");
    row("name of another type", R"({"name":5})");
    row("name that is taken", R"({"name":"taken"})", 409);
    row("unknown provider", R"({"name":"a","provider_configs":[{"provider":"nobody"}]})");
    row("provider twice", R"({"name":"a","provider_configs":[{"provider":"openai"},{"provider":"openai"}]})");
    row("star beside a name", R"({"name":"a","provider_configs":[{"provider":"openai","allowed_models":["*","m"]}]})");
    row("two owners", R"({"name":"a","team_id":"t","customer_id":"c"})");
    row("unknown team", R"({"name":"a","team_id":"t"})");
    row("budget without a duration", R"({"name":"a","budgets":[{"max_limit":1}]})");
    row("budget without an amount", R"({"name":"a","budgets":[{"reset_duration":"1d"}]})");
    row("budget below nothing", R"({"name":"a","budgets":[{"max_limit":-1,"reset_duration":"1d"}]})");
    row("no duration", R"({"name":"a","budgets":[{"max_limit":1,"reset_duration":"soon"}]})");
    row("a duration twice",
        R"({"name":"a","budgets":[{"max_limit":1,"reset_duration":"1d"},{"max_limit":2,"reset_duration":"1d"}]})");
    row("no time zone", R"({"name":"a","time_zone":"Mars","budgets":[{"max_limit":1,"reset_duration":"1d"}]})");
    row("no date", R"({"name":"a","expires_at":"tomorrow"})");
}

void GovernanceApiTest::refusesWhatCannotBeAKey()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(create(R"({"name":"taken"})").status, 200);
    const Answer refused = create(body.toStdString());
    QCOMPARE(refused.status, status);
    QVERIFY(refused.body["error"]["message"].is_string());
    QCOMPARE(m_configuration->virtualKeys().size(), 1);
}

void GovernanceApiTest::rotatesWithAndWithoutGrace()
{
    const Answer made = create(R"({"name":"a"})");
    const std::string first = made.key()["value"];
    const std::string path = "/api/governance/virtual-keys/" + textOf(made.key()["id"]) + "/rotate";
    const Answer rotated = call("POST", path, R"({"grace_seconds":60})");
    QCOMPARE(rotated.status, 200);
    const std::string second = rotated.key()["value"];
    QVERIFY(second != first);
    QVERIFY(show(first) && show(second));
    m_clock.advance(std::chrono::seconds(60));
    QVERIFY(!show(first));
    QVERIFY(show(second));
    const std::string third = call("POST", path).key()["value"];
    QVERIFY(!show(second));
    QVERIFY(show(third));
    QCOMPARE(call("POST", "/api/governance/virtual-keys/nobody/rotate").status, 404);
    QCOMPARE(call("POST", path, R"({"grace_seconds":-1})").status, 400);
}

void GovernanceApiTest::expiresAndIsTurnedOff()
{
    const Answer made = create(R"({"name":"a","expires_at":"2020-01-01T00:00:00Z"})");
    QCOMPARE(show(made.key()["value"]).error().code, ErrorCode::VirtualKeyBlocked);
    const Answer off = create(R"({"name":"b","is_active":false})");
    QCOMPARE(show(off.key()["value"]).error().code, ErrorCode::VirtualKeyBlocked);
}

void GovernanceApiTest::listsInPages()
{
    for (const char *name : {"a", "b", "c"}) {
        create(R"({"name":")" + std::string(name) + R"("})");
        m_clock.advance(std::chrono::seconds(1));
    }
    const Answer all = call("GET", "/api/governance/virtual-keys");
    QCOMPARE(all.body["virtual_keys"].size(), std::size_t(3));
    QCOMPARE(all.body["total_count"].get<int>(), 3);
    const Answer page = call("GET", "/api/governance/virtual-keys", {}, "limit=1&offset=1");
    QCOMPARE(page.body["virtual_keys"].size(), std::size_t(1));
    QCOMPARE(textOf(page.body["virtual_keys"][0]["name"]), std::string("b"));
    QCOMPARE(page.body["total_count"].get<int>(), 3);
    QCOMPARE(call("GET", "/api/governance/virtual-keys", {}, "search=C").body["count"].get<int>(), 1);
    const Answer newest = call("GET", "/api/governance/virtual-keys", {}, "sort_by=created_at&order=desc&limit=2");
    QCOMPARE(textOf(newest.body["virtual_keys"][0]["name"]), std::string("c"));
    QCOMPARE(textOf(newest.body["virtual_keys"][1]["name"]), std::string("b"));
    const Answer byName = call("GET", "/api/governance/virtual-keys", {}, "sort_by=name");
    QCOMPARE(textOf(byName.body["virtual_keys"][0]["name"]), std::string("a"));
}

void GovernanceApiTest::listsTeamsAndCustomersInPages()
{
    for (const char *name : {"red", "green", "blue"}) {
        const std::string body = R"({"name":")" + std::string(name) + R"("})";
        QCOMPARE(call("POST", "/api/governance/teams", body).status, 200);
        QCOMPARE(call("POST", "/api/governance/customers", body).status, 200);
    }
    for (const std::string list : {"teams", "customers"}) {
        const std::string at = "/api/governance/" + list;
        QCOMPARE(call("GET", at).body[list].size(), std::size_t(3));
        const Json page = call("GET", at, {}, "limit=2&offset=2").body;
        QCOMPARE(page[list].size(), std::size_t(1));
        QCOMPARE(page["count"].get<int>(), 1);
        QCOMPARE(page["total_count"].get<int>(), 3);
        QCOMPARE(page["limit"].get<int>(), 2);
        QCOMPARE(page["offset"].get<int>(), 2);
        const Json found = call("GET", at, {}, "search=RE").body; // red and green
        QCOMPARE(found["total_count"].get<int>(), 2);
        QVERIFY(call("GET", at, {}, "offset=9").body[list].empty());
    }
}

void GovernanceApiTest::deletesAKeyAndWhatItUsed()
{
    const Answer made = create(R"({"name":"a","budgets":[{"max_limit":1,"reset_duration":"1d"}]})");
    const std::string path = "/api/governance/virtual-keys/" + textOf(made.key()["id"]);
    const Answer removed = call("DELETE", path);
    QCOMPARE(removed.status, 200);
    QCOMPARE(textOf(removed.body["message"]), std::string("Virtual key deleted successfully"));
    QCOMPARE(call("GET", path).status, 404);
    QCOMPARE(call("DELETE", path).status, 404);
    QVERIFY(!show(made.key()["value"]));
    open();
    QCOMPARE(m_configuration->virtualKeys().size(), 0);
}

void GovernanceApiTest::managesTeamsAndCustomers()
{
    const Answer customer =
        call("POST", "/api/governance/customers", R"({"name":"Acme","budget":{"max_limit":9,"reset_duration":"1M"}})");
    QCOMPARE(customer.status, 200);
    const std::string customerId = customer.body["customer"]["id"];
    QCOMPARE(customer.body["customer"]["budget"]["max_limit"].dump(), std::string("9.0"));
    const Answer team =
        call("POST", "/api/governance/teams", R"({"name":"Team","customer_id":")" + customerId + R"("})");
    const std::string teamId = team.body["team"]["id"];
    const Answer key = create(R"({"name":"a","team_id":")" + teamId + R"("})");
    QCOMPARE(textOf(key.key()["team"]["name"]), std::string("Team"));
    QCOMPARE(call("GET", "/api/governance/teams/" + teamId).body["team"]["virtual_key_count"].get<int>(), 1);
    QCOMPARE(call("GET", "/api/governance/teams").body["count"].get<int>(), 1);
    QCOMPARE(textOf(call("PUT", "/api/governance/teams/" + teamId, R"({"name":"New"})").body["team"]["name"]),
             std::string("New"));
    QCOMPARE(call("DELETE", "/api/governance/teams/" + teamId).status, 200);
    open();
    QCOMPARE(m_configuration->teams().size(), 0);
    QCOMPARE(m_configuration->customers().size(), 1);
    QVERIFY(m_configuration->virtualKeys().at(0).teamId.isEmpty());
    QVERIFY(show(key.key()["value"]));
}

void GovernanceApiTest::managesLimitsOfModelsAndProviders()
{
    const Answer everything = call("POST", "/api/governance/model-configs",
                                   R"({"model_name":"*","budget":{"max_limit":9,"reset_duration":"1d"}})");
    QCOMPARE(everything.status, 200);
    const Answer model = call("POST", "/api/governance/model-configs",
                              R"({"model_name":"m","provider":"openai","rate_limit":{"request_max_limit":5,)"
                              R"("request_reset_duration":"1m"}})");
    QCOMPARE(textOf(model.body["model_config"]["model_name"]), std::string("m"));
    QCOMPARE(
        call("PUT", "/api/governance/providers/groq", R"({"budget":{"max_limit":1,"reset_duration":"1d"}})").status,
        200);
    QCOMPARE(call("GET", "/api/governance/model-configs").body["count"].get<int>(), 2);
    QCOMPARE(textOf(call("GET", "/api/governance/providers").body["providers"][0]["provider"]), std::string("groq"));
    QCOMPARE(m_configuration->governance()->sharedLimits().size(), std::size_t(3));
    QCOMPARE(call("DELETE", "/api/governance/providers/groq").status, 200);
    QCOMPARE(call("DELETE", "/api/governance/providers/groq").status, 404);
    QCOMPARE(call("DELETE", "/api/governance/model-configs/" + textOf(model.body["model_config"]["id"])).status, 200);
    QCOMPARE(m_configuration->governance()->sharedLimits().size(), std::size_t(1));
}

void GovernanceApiTest::listsBudgetsAndRateLimits()
{
    create(wholeKey);
    const Answer budgets = call("GET", "/api/governance/budgets");
    QCOMPARE(budgets.body["budgets"].size(), std::size_t(3));
    QVERIFY(budgets.body["budgets"][0].contains("virtual_key_id"));
    QVERIFY(budgets.body["budgets"][2].contains("provider_config_id"));
    QCOMPARE(call("GET", "/api/governance/rate-limits").body["rate_limits"].size(), std::size_t(1));
}

void GovernanceApiTest::hashesWithTheDatabaseSaltWhenTheStoreIsLocked()
{
    const std::string before = create(R"({"name":"before"})").key()["value"];
    m_secrets.isLocked = true;
    open();
    QCOMPARE(show(before).error().code, ErrorCode::SecretUnavailable);
    const std::string during = create(R"({"name":"during"})").key()["value"];
    QVERIFY(show(during));
    m_secrets.isLocked = false;
    open();
    QVERIFY(show(before));
    QVERIFY(show(during));
}

void GovernanceApiTest::keepsCountersOverARestart()
{
    const Answer made = create(R"({"name":"a","rate_limit":{"request_max_limit":9,"request_reset_duration":"1d"}})");
    const config::UsageLimit limit = (*show(made.key()["value"]))->limits.front();
    for (int count = 1; count <= 3; ++count) {
        const governance::LimitClaim claim{&limit, 1};
        const std::int64_t used = 1;
        m_ledger->reserve({&claim, 1})->settle({&used, 1});
        open();
        QCOMPARE(m_configuration->virtualKeys().at(0).limits.at(0).used, count);
    }
}

void GovernanceApiTest::refusesOtherMethods()
{
    QCOMPARE(call("PATCH", "/api/governance/virtual-keys").status, 405);
    QCOMPARE(call("POST", "/api/governance/budgets").status, 405);
    QCOMPARE(call("GET", "/api/governance/nothing").status, 404);
}

void GovernanceApiTest::wantsTheAdministratorWhereThereIsOne()
{
    QCOMPARE(call("GET", "/api/session/is-auth-enabled").body["is_auth_enabled"].dump(), std::string("false"));
    QCOMPARE(call("GET", "/api/session/is-auth-enabled").body["setup_required"].dump(), std::string("false"));
    QCOMPARE(call("POST", "/api/session/login", R"({"username":"a","password":"b"})").status, 403);
    std::optional<Result<api::AdminView>> set;
    m_configuration->setAdmin({true, QStringLiteral("root")}, QStringLiteral("secret"), [&](auto done) { set = done; });
    QTRY_VERIFY(set && *set);
    open();
    QCOMPARE(call("GET", "/api/governance/virtual-keys").status, 401);
    QCOMPARE(call("GET", "/api/version").status, 200);
    QCOMPARE(call("GET", "/api/governance/virtual-keys", {}, "", {{"Authorization", "Basic cm9vdDpzZWNyZXQ="}}).status,
             200);
    QCOMPARE(call("GET", "/api/providers", {}, "", {{"Authorization", "Basic cm9vdDp3cm9uZw=="}}).status, 401);
    const Answer wrong = call("POST", "/api/session/login", R"({"username":"root","password":"wrong"})");
    QCOMPARE(wrong.status, 401);
    QCOMPARE(textOf(wrong.body["error"]["message"]), std::string("Invalid username or password"));
    QCOMPARE(call("POST", "/api/session/login", R"({"username":"root","password":"secret"})").status, 200);
    QVERIFY(databaseText().find("$argon2id$") != std::string::npos);
    m_configuration->setAdmin({false, QStringLiteral("root")}, {}, [&](auto) { set.reset(); });
    QTRY_VERIFY(!set);
    QCOMPARE(call("GET", "/api/governance/virtual-keys").status, 200);
}

QTEST_GUILESS_MAIN(GovernanceApiTest)
#include "tst_governance_api.moc"
