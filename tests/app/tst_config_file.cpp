#include "app/config_file.h"

#include "gateway/base/provider_extras.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;

class ConfigFileTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void takesOverProvidersAndKeys();
    void survivesEntriesOfTheWrongType();
    void saysWhereAFileIsNoJson();
    void namesFieldsOfProvidersThatMeanNothing();
    void saysWhichVariablesAreNotSet();
    void takesOverTheVirtualKeysOfAnOldFile();
    void keepsTheNewMeaningOfEmptyListsInANewFile();
    void putsLimitsToTheirOwners();
    void replacesAKeyAndKeepsWhatItUsed();
    void namesEveryFieldThatItDoesNotKnow();
    void leavesOutAKeyWithoutAValue();
    void takesOverWhatIsKeptOfRequests();
    void takesOverWhetherExcessIsRefused();
    void takesOverRulesAndPricesWithTheKeysThatTheyName();
    void takesOverTheAdministrator();
    void refusesAPasswordThatIsAHashOfAnotherKind();
    void refusesAFileThatIsNoObject();

private:
    Result<app::ConfigFileReport> apply(const QByteArray &json);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<secrets::MemorySecretStore> m_secrets;
    std::unique_ptr<service::GatewayService> m_service;
    QStringList m_problems;
    bool m_hasSettled = false;
};

void ConfigFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    m_storage = std::move(*storage::StorageThread::open(options));
    m_secrets = std::make_unique<secrets::MemorySecretStore>();
    QFile presets(support::sourcePath("resources/providers/presets.json"));
    QVERIFY(presets.open(QIODevice::ReadOnly));
    m_service = std::make_unique<service::GatewayService>(
        m_clock, *m_storage, *m_secrets, *service::PresetCatalog::parse(presets.readAll()), service::ServiceOptions{});
}

void ConfigFileTest::cleanup()
{
    m_service.reset();
    m_storage.reset();
}

Result<app::ConfigFileReport> ConfigFileTest::apply(const QByteArray &json)
{
    QFile file(m_folder->filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write");
    file.close();
    m_problems.clear();
    app::ConfigFileListener listener;
    listener.onProblem = [this](const QString &pointer, const std::string &text) {
        m_problems.append(pointer + QStringLiteral(": ") + QString::fromStdString(text));
    };
    listener.onSettled = [this] { m_hasSettled = true; };
    m_hasSettled = false;
    return app::applyConfigFile(file.fileName(), *m_service, listener);
}

void ConfigFileTest::takesOverProvidersAndKeys()
{
    const auto report = apply(R"({"$schema":"x","client":{},"providers":{"OpenAI":{"keys":[
        {"name":"a","value":"value-of-a","weight":1},{"name":"b","value":"value-of-b","weight":1,"models":["m"]}]},
        "shared":{"network_config":{"base_url":"https://a.example"},
        "custom_provider_config":{"base_provider_type":"openai"}}}})");
    QVERIFY(report.has_value());
    QCOMPARE(report->providers, 2);
    QCOMPARE(report->keys, 2);
    QCOMPARE(report->ignoredSections, QStringList());
    QTRY_COMPARE(m_service->providers().size(), 2);
    QTRY_COMPARE(m_service->providers().at(0).keys.size(), 2);
    QCOMPARE(m_service->providers().at(0).name, QStringLiteral("openai"));
    QCOMPARE(m_service->providers().at(0).keys.at(0).models, QStringList{QStringLiteral("*")});
    QCOMPARE(m_service->providers().at(0).keys.at(1).models, QStringList{QStringLiteral("m")});
}

void ConfigFileTest::survivesEntriesOfTheWrongType()
{
    const auto report = apply(R"({"providers":{"openai":{"keys":[5,{"name":7,"value":"v"},
        {"name":"good","value":"value-of-good"}]},"groq":{"keys":"none"},"x":5}})");
    QVERIFY(report.has_value());
    QTRY_COMPARE(m_service->providers().size(), 2);
    QTRY_COMPARE(m_service->providers().at(1).keys.size(), 1);
    QCOMPARE(m_service->providers().at(1).keys.at(0).name, QStringLiteral("good"));
    QTRY_VERIFY(m_hasSettled);
    m_problems.sort();
    QCOMPARE(m_problems, (QStringList{QStringLiteral("/providers/groq/keys: The keys must be a list."),
                                      QStringLiteral("/providers/openai/keys/0: A key must be an object."),
                                      QStringLiteral("/providers/openai/keys/1: name must be a string."),
                                      QStringLiteral("/providers/x: A provider must be an object.")}));
}

void ConfigFileTest::saysWhereAFileIsNoJson()
{
    QCOMPARE(apply("{\n  \"providers\": {,}\n}").error().message,
             std::string(
                 "The configuration file cannot be read. It is not JSON: line 2, column 17 (byte 18): expected a name "
                 "in quotes."));
}

void ConfigFileTest::namesFieldsOfProvidersThatMeanNothing()
{
    const auto report = apply(R"({"providers":{"openai":{"store_raw_request_response":true,
        "network_config":{"http2_ping_interval_in_seconds":7,"max_conns_per_host":7,"max_retries":1},"keys":[{"name":"a","value":"v","status":"ok"}]}}})");
    QVERIFY(report.has_value());
    QCOMPARE(report->ignoredSections,
             (QStringList{QStringLiteral("providers.openai.store_raw_request_response"),
                          QStringLiteral("providers.openai.network_config.http2_ping_interval_in_seconds"),
                          QStringLiteral("providers.openai.keys.status")}));
}

void ConfigFileTest::saysWhichVariablesAreNotSet()
{
    const auto report = apply(R"({"providers":{"a~c":{"keys":[{"name":"a","value":"env.NOT_SET_ANYWHERE"}],
        "network_config":{"base_url":"http://a.example"},"custom_provider_config":{"base_provider_type":"openai"}}}})");
    QVERIFY(report.has_value());
    QTRY_VERIFY(m_hasSettled);
    QCOMPARE(m_problems, QStringList{QStringLiteral(
                             "/providers/a~0c/keys/0: The environment variable NOT_SET_ANYWHERE is not set.")});
}

// The file of people who run Bifrost 1.4: no version, no key_ids, any value, and a plugin that Bifrost itself ignores.
void ConfigFileTest::takesOverTheVirtualKeysOfAnOldFile()
{
    qputenv("AI_GATEWAY_KEY", "any-value-of-theirs");
    const auto report =
        apply(R"({"providers":{"openai":{"keys":[{"name":"k","value":"v-of-openai","models":[],"weight":1.0}]}},
        "governance":{"virtual_keys":[{"id":"ai-gateway-key","name":"AI Gateway Key","value":"env.AI_GATEWAY_KEY",
        "is_active":true,"provider_configs":[{"provider":"openai","weight":1.0,
        "allowed_models":["gpt-5.4","text-embedding-3-small"]},{"provider":"openrouter","weight":1.0,
        "allowed_models":["google/gemini-3.1-pro-preview"]}]}]},
        "plugins":[{"enabled":true,"name":"governance","config":{"is_vk_mandatory":true}}]})");
    QVERIFY(report.has_value());
    QCOMPARE(report->ignoredSections, QStringList());
    QCOMPARE(report->virtualKeys, 1);
    api::GovernanceFacade &governance = m_service->governance();
    QTRY_VERIFY(governance.requiresVirtualKey());
    QCOMPARE(governance.virtualKeys().size(), 1);
    const api::VirtualKeyView key = governance.virtualKeys().at(0);
    QCOMPARE(key.id, QStringLiteral("ai-gateway-key"));
    QCOMPARE(key.environmentVariable, QStringLiteral("AI_GATEWAY_KEY"));
    QCOMPARE(key.providers.size(), 2);
    QVERIFY(!key.allowsAllProviders);
    QVERIFY(key.providers.at(0).allowsAllKeys);
    QCOMPARE(key.providers.at(0).allowedModels.size(), 2);
    qunsetenv("AI_GATEWAY_KEY");
}

void ConfigFileTest::keepsTheNewMeaningOfEmptyListsInANewFile()
{
    const QByteArray keys = R"("governance":{"virtual_keys":[{"id":"a","name":"a","value":"value-of-a",
        "provider_configs":[{"provider":"openai"}]},{"id":"b","name":"b","value":"value-of-b"}]}})";
    QVERIFY(apply("{\"version\":2," + keys));
    api::GovernanceFacade &governance = m_service->governance();
    QTRY_COMPARE(governance.virtualKeys().size(), 2);
    QVERIFY(governance.virtualKeys().at(0).providers.at(0).allowedModels.isEmpty());
    QVERIFY(!governance.virtualKeys().at(0).providers.at(0).allowsAllKeys);
    QVERIFY(!governance.virtualKeys().at(1).allowsAllProviders);
    QVERIFY(apply("{\"version\":1," + keys));
    QTRY_VERIFY(governance.virtualKeys().at(1).allowsAllProviders);
    QCOMPARE(governance.virtualKeys().at(0).providers.at(0).allowedModels, QStringList{QStringLiteral("*")});
    QVERIFY(governance.virtualKeys().at(0).providers.at(0).allowsAllKeys);
}

void ConfigFileTest::putsLimitsToTheirOwners()
{
    const auto report = apply(R"({"client":{"enforce_auth_on_inference":true},"governance":{
        "customers":[{"id":"acme","name":"Acme","budget_id":"b-customer"}],
        "teams":[{"id":"team","name":"Team","customer_id":"acme","rate_limit_id":"r"}],
        "virtual_keys":[{"id":"a","name":"a","value":"value-of-a","team_id":"team",
        "provider_configs":[{"id":"pc","provider":"openai","allowed_models":["*"]}]}],
        "budgets":[{"id":"b-key","max_limit":5,"reset_duration":"1d","virtual_key_id":"a"},
        {"id":"b-config","max_limit":2,"reset_duration":"1d","provider_config_id":"pc"},
        {"id":"b-customer","max_limit":100,"reset_duration":"1M"}],
        "rate_limits":[{"id":"r","request_max_limit":60,"request_reset_duration":"1m"}],
        "model_configs":[{"id":"m","model_name":"gpt-5","rate_limit_id":"r"}],
        "providers":[{"name":"openai","budget_id":"b-customer"}]}})");
    QVERIFY(report.has_value());
    QCOMPARE(report->ignoredSections, QStringList());
    api::GovernanceFacade &governance = m_service->governance();
    QTRY_VERIFY(governance.requiresVirtualKey());
    QCOMPARE(governance.virtualKeys().at(0).limits.size(), 1);
    QCOMPARE(governance.virtualKeys().at(0).limits.at(0).id, QStringLiteral("b-key"));
    QCOMPARE(governance.virtualKeys().at(0).providers.at(0).limits.at(0).most, qint64(2'000'000'000));
    QCOMPARE(governance.customers().at(0).limits.at(0).most, qint64(100'000'000'000));
    QCOMPARE(governance.teams().at(0).limits.at(0).most, qint64(60));
    QCOMPARE(governance.sharedLimits().size(), 2);
}

void ConfigFileTest::replacesAKeyAndKeepsWhatItUsed()
{
    const QByteArray before = R"({"governance":{"virtual_keys":[{"id":"a","name":"a","value":"value-of-a",
        "budgets":[{"max_limit":5,"reset_duration":"1d"}]}]}})";
    QVERIFY(apply(before));
    api::GovernanceFacade &governance = m_service->governance();
    QTRY_COMPARE(governance.virtualKeys().size(), 1);
    const QString limit = governance.virtualKeys().at(0).limits.at(0).id;
    QVERIFY(apply(QByteArray(before).replace("\"max_limit\":5", "\"max_limit\":7")));
    QTRY_COMPARE(governance.virtualKeys().at(0).limits.at(0).most, qint64(7'000'000'000));
    QCOMPARE(governance.virtualKeys().size(), 1);
    QCOMPARE(governance.virtualKeys().at(0).limits.at(0).id, limit);
}

void ConfigFileTest::namesEveryFieldThatItDoesNotKnow()
{
    const auto report =
        apply(R"({"framework":{},"client":{"log_retention_days":3,"initial_pool_size":3},"plugins":[{"name":"otel"}],
        "governance":{"business_units":[],"routing_rules":[{"id":"r","name":"r","targets":[{"weight":1}],"owner":"x"}],
        "pricing_overrides":[{"id":"p","currency":"EUR"}],"virtual_keys":[{"id":"a","name":"a","value":"value-of-a","agent_grants":[],
        "provider_configs":[{"provider":"openai","model_budgets":[{"model_name":"m","owner":1}]}],
        "budgets":[{"max_limit":5,"reset_duration":"1d","override_amount":1}]}]}})");
    QVERIFY(report.has_value());
    QStringList ignored = report->ignoredSections;
    ignored.sort();
    const QStringList expected{QStringLiteral("client.initial_pool_size"),
                               QStringLiteral("framework"),
                               QStringLiteral("governance.business_units"),
                               QStringLiteral("governance.pricing_overrides.currency"),
                               QStringLiteral("governance.routing_rules.owner"),
                               QStringLiteral("governance.virtual_keys.agent_grants"),
                               QStringLiteral("governance.virtual_keys.budgets.override_amount"),
                               QStringLiteral("governance.virtual_keys.model_budgets.owner"),
                               QStringLiteral("plugins.otel")};
    QCOMPARE(ignored, expected);
}

void ConfigFileTest::takesOverWhetherExcessIsRefused()
{
    const auto refuses = [this](const char *name) {
        for (const api::ProviderView &provider : m_service->providers()) {
            if (provider.name == QLatin1String(name))
                return readProviderExtras(provider.extraJson.toStdString()).refusesWhenFull;
        }
        return false;
    };
    QVERIFY(apply(R"({"providers":{"groq":{"concurrency_and_buffer_size":{"concurrency":4,"buffer_size":8}}}})"));
    QTRY_VERIFY(m_hasSettled);
    QVERIFY(!refuses("groq"));
    const auto report = apply(R"({"client":{"drop_excess_requests":true},"providers":{"openai":{},
        "mistral":{"concurrency_and_buffer_size":{"concurrency":1,"buffer_size":2,"drop_excess_requests":false}}}})");
    QVERIFY(report.has_value());
    QVERIFY(report->ignoredSections.isEmpty());
    QTRY_VERIFY(m_hasSettled);
    QVERIFY2(m_problems.isEmpty(), qPrintable(m_problems.join(QLatin1Char(' '))));
    QVERIFY(refuses("openai"));
    QVERIFY(!refuses("mistral")); // its own word counts
    QVERIFY(refuses("groq"));     // is not in this file
    QVERIFY(apply(R"({"client":{"drop_excess_requests":false}})"));
    QTRY_VERIFY(m_hasSettled);
    QVERIFY(refuses("groq"));
}

void ConfigFileTest::leavesOutAKeyWithoutAValue()
{
    const auto report = apply(R"({"governance":{"virtual_keys":[{"id":"a","name":"a","value":"env.NOT_SET_ANYWHERE"},
        {"id":"b","name":"b"},5]}})");
    QVERIFY(report.has_value());
    QCOMPARE(report->virtualKeys, 0);
}

void ConfigFileTest::takesOverWhatIsKeptOfRequests()
{
    const QByteArray first = R"({"logs_store":{"retention_days":9},"client":{"disable_content_logging":true,
        "max_request_body_size_mb":20,"allowed_origins":["https://a.example"]}})";
    QVERIFY(apply(first));
    QTRY_COMPARE(m_service->retention().mostDays, 9);
    QTRY_COMPARE(m_service->clientSettings().mostBodyMegabytes, 20);
    QVERIFY(m_service->clientSettings().captureLevel == api::CaptureLevel::Metadata);
    QVERIFY(apply(R"({"logs_store":{"retention_days":9},"client":{"log_retention_days":30}})"));
    QTRY_COMPARE(m_service->retention().mostDays, 30);
    QVERIFY(apply(R"({"client":{"log_retention_days":-3}})"));
    QTRY_VERIFY(m_hasSettled);
    QCOMPARE(m_problems.size(), 1);
    QCOMPARE(m_service->retention().mostDays, 30);
}

void ConfigFileTest::takesOverRulesAndPricesWithTheKeysThatTheyName()
{
    const QByteArray file =
        R"({"version":2,"providers":{"openai":{"keys":[{"name":"work","value":"v","models":["*"]}]}},
        "governance":{"routing_rules":[{"id":"fast","name":"fast","cel_expression":"model == \"fast\"",
        "targets":[{"provider":"openai","model":"gpt-5","provider_key_name":"work","weight":1}]},
        {"name":"without an id","targets":[{"weight":1}]},
        {"id":"broken","name":"broken","cel_expression":"model ==","targets":[{"weight":1}]}],
        "pricing_overrides":[{"id":"mine","name":"mine","scope_kind":"provider_key","provider_key_name":"work",
        "match_type":"exact","pattern":"gpt-5","request_types":[],
        "pricing_patch":"{\"input_cost_per_token\":0.000002}"}]}})";
    for (int start = 0; start < 2; ++start) { // the second start finds what the first has made
        QVERIFY(apply(file));
        QTRY_VERIFY(m_hasSettled);
        QCOMPARE(m_problems.size(), 2);
        QVERIFY(m_problems.at(0).startsWith(QStringLiteral("/governance/routing_rules/1: ")));
        QVERIFY(m_problems.at(1).startsWith(QStringLiteral("/governance/routing_rules/2: ")));
        QCOMPARE(m_service->routingRules().size(), 1);
        QCOMPARE(m_service->priceOverrides().size(), 1);
    }
    const QString key = m_service->providers().at(0).keys.at(0).id;
    QCOMPARE(m_service->routingRules().at(0).id, QStringLiteral("fast"));
    QCOMPARE(m_service->routingRules().at(0).targets.at(0).keyId, key);
    QCOMPARE(m_service->priceOverrides().at(0).keyId, key);
    QCOMPARE(m_service->priceOverrides().at(0).rates.input, std::optional<qint64>(2'000'000));
}

void ConfigFileTest::takesOverTheAdministrator()
{
    qputenv("AI_GATEWAY_ADMIN", "root");
    qputenv("AI_GATEWAY_PASS", "secret");
    const auto report = apply(R"({"auth_config":{"admin_username":"env.AI_GATEWAY_ADMIN",
        "admin_password":"env.AI_GATEWAY_PASS","is_enabled":true,"disable_auth_on_inference":true}})");
    QVERIFY(report.has_value());
    QCOMPARE(report->ignoredSections, QStringList());
    api::GovernanceFacade &governance = m_service->governance();
    QTRY_VERIFY(governance.admin().isNeeded);
    QCOMPARE(governance.admin().username, QStringLiteral("root"));
    QVERIFY(governance.isAdmin(QStringLiteral("root"), QStringLiteral("secret")));
    QVERIFY(!governance.isAdmin(QStringLiteral("root"), QStringLiteral("wrong")));
    QVERIFY(!governance.isAdmin(QStringLiteral("toor"), QStringLiteral("secret")));
    qunsetenv("AI_GATEWAY_ADMIN");
    qunsetenv("AI_GATEWAY_PASS");
}

void ConfigFileTest::refusesAPasswordThatIsAHashOfAnotherKind()
{
    QVERIFY(apply(R"({"auth_config":{"admin_username":"root","admin_password":"$2a$10$abc","is_enabled":true}})"));
    QCOMPARE(m_problems.size(), 1);
    QVERIFY(m_problems.front().startsWith(QStringLiteral("/auth_config: The password is a bcrypt hash")));
    QVERIFY(!m_service->governance().admin().isNeeded);
}

void ConfigFileTest::refusesAFileThatIsNoObject()
{
    QCOMPARE(apply("[]").error().code, ErrorCode::MalformedJson);
    QCOMPARE(apply("{").error().code, ErrorCode::MalformedJson);
    QCOMPARE(app::applyConfigFile(QStringLiteral("/nonexistent/config.json"), *m_service, {}).error().code,
             ErrorCode::InvalidRequest);
}

QTEST_GUILESS_MAIN(ConfigFileTest)
#include "tst_config_file.moc"
