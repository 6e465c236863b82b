// What is exported can be taken over again, and holds no secret.
#include "app/config_file.h"

#include "gateway/admin/management_api.h"
#include "gateway/admin/provider_json.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "tests/support/source_tree.h"
#include "tests/support/json_comparison.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using admin::Json;

namespace {

QByteArray wholeFile(); // below the class, because moc stumbles over it

} // namespace

class ConfigExportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { start(); }
    void cleanup() { stop(); }
    void isTakenOverAgainAsItWas();
    void keepsWhereCredentialsAreFound();
    void keepsWhatIsStoredWhereItIsTakenBack();
    void saysWhatIsMissingElsewhere();
    void holdsNoSecret();

private:
    void start();
    void stop();
    QStringList apply(const QByteArray &json);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<secrets::MemorySecretStore> m_secrets;
    std::unique_ptr<service::GatewayService> m_service;
};

namespace {

QByteArray wholeFile()
{
    return R"({"version":2,
    "client":{"log_retention_days":40,"log_retention_bytes":268435456,"enforce_auth_on_inference":true,
      "allowed_origins":["https://tool.example"],"max_request_body_size_mb":50,"disable_content_logging":true},
    "providers":{
      "openai":{"keys":[{"name":"work","value":"env.EXPORT_TEST_KEY","models":["gpt-5"],"weight":0.5,
        "blacklisted_models":["gpt-4"]},{"name":"none yet","value":"env.EXPORT_TEST_KEY","models":[],"weight":1}],
        "network_config":{"default_request_timeout_in_seconds":77,"max_retries":2,"connect_timeout_in_seconds":3,
          "response_head_timeout_in_seconds":20,"first_token_timeout_in_seconds":30,
          "stream_total_timeout_in_seconds":900,"allow_private_network":true,
          "max_conns_per_host":12,"keep_alive_timeout_in_seconds":7,
          "model_limits":[{"model":"o3*","first_token_ms":90000}]},
        "concurrency_and_buffer_size":{"concurrency":3,"buffer_size":9,"drop_excess_requests":true},
        "health_probe":"models","openrouter_config":{"ignore":["Cloudflare"]}},
      "house":{"keys":[],"network_config":{"base_url":"http://127.0.0.1:9","extra_headers":{"x-team":"blue"}},
        "proxy_config":{"type":"http","url":"http://proxy.example:3128","username":"me"},
        "custom_provider_config":{"base_provider_type":"anthropic","is_key_less":true}}},
    "auth_config":{"admin_username":"ann","admin_password":"env.EXPORT_TEST_PASSWORD","is_enabled":true},
    "governance":{
      "customers":[{"id":"acme","name":"Acme"}],
      "teams":[{"id":"blue","name":"Blue","customer_id":"acme","calendar_aligned":true,"time_zone":"Europe/Berlin"}],
      "virtual_keys":[{"id":"tool","name":"tool","value":"env.EXPORT_TEST_VIRTUAL","team_id":"blue","description":"d","rate_limit_id":"tool-rates",
        "expires_at":"2199-01-01T00:00:00.000Z","provider_configs":[{"id":"tool-openai","provider":"openai",
        "weight":1,"allowed_models":["gpt-5"],"key_ids":["work"],"model_budgets":[{"model_name":"gpt-5",
        "budgets":[{"id":"b5","max_limit":1,"reset_duration":"1d"}],
        "rate_limit":{"request_max_limit":6,"request_reset_duration":"1m"}}]}],
        "delete_after_expire":true,"keep_value":true}],
      "budgets":[{"id":"b1","max_limit":5.25,"reset_duration":"1d","virtual_key_id":"tool"},
        {"id":"b2","max_limit":2,"reset_duration":"1w","provider_config_id":"tool-openai"},
        {"id":"b3","max_limit":100,"reset_duration":"1M","team_id":"blue"},
        {"id":"b4","max_limit":9,"reset_duration":"1d","customer_id":"acme"}],
      "rate_limits":[{"id":"tool-rates","request_max_limit":60,"request_reset_duration":"1m",
        "token_max_limit":1000,"token_reset_duration":"1h"}],
      "model_configs":[{"id":"all","model_name":"*"}],
      "routing_rules":[{"id":"fast","name":"fast","cel_expression":"model == \"fast\"","priority":7,
        "targets":[{"provider":"openai","model":"gpt-5","provider_key_name":"work","weight":1}],
        "fallbacks":["house/m"]}],
      "pricing_overrides":[{"id":"mine","name":"mine","scope_kind":"provider_key","provider_key_name":"work",
        "match_type":"wildcard","pattern":"gpt-*","request_types":["chat_completion"],
        "pricing_patch":"{\"input_cost_per_token\":0.000002}"}]}})";
}

} // namespace

void ConfigExportTest::initTestCase()
{
    qputenv("EXPORT_TEST_KEY", "sk-planted-key");
    qputenv("EXPORT_TEST_VIRTUAL", "sk-bf-planted-virtual");
    qputenv("EXPORT_TEST_PASSWORD", "planted-password");
}

void ConfigExportTest::start()
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

void ConfigExportTest::stop()
{
    m_service.reset();
    m_storage.reset();
}

// Returns the problems.
QStringList ConfigExportTest::apply(const QByteArray &json)
{
    QFile file(m_folder->filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write");
    file.close();
    QStringList problems;
    bool hasSettled = false;
    app::ConfigFileListener listener;
    listener.onProblem = [&problems](const QString &pointer, const std::string &text) {
        problems.append(pointer + QStringLiteral(": ") + QString::fromStdString(text));
    };
    listener.onSettled = [this, &hasSettled] {
        m_service->governance().whenSettled([&hasSettled] { hasSettled = true; });
    };
    const auto report = app::applyConfigFile(file.fileName(), *m_service, listener);
    if (!report)
        return {QString::fromStdString(report.error().message)};
    if (!QTest::qWaitFor([&hasSettled] { return hasSettled; }, 30'000))
        return {QStringLiteral("not settled")};
    for (const QString &ignored : report->ignoredSections)
        problems.append(ignored + QStringLiteral(" means nothing"));
    return problems;
}

void ConfigExportTest::isTakenOverAgainAsItWas()
{
    QCOMPARE(apply(wholeFile()).join(QLatin1Char('\n')), QString());
    Json first = Json::parse(m_service->exportConfiguration().toStdString());
    QCOMPARE(first["governance"]["budgets"].size(), std::size_t(4));
    QCOMPARE(first["governance"]["rate_limits"].size(), std::size_t(1));
    QCOMPARE(first["providers"]["openai"]["keys"].size(), std::size_t(2));
    const Json &tool = first["governance"]["virtual_keys"][0];
    QCOMPARE(tool["provider_configs"][0]["model_budgets"][0]["budgets"][0]["id"], Json("b5"));
    QCOMPARE(tool["keep_value"], Json(true));
    QCOMPARE(first["governance"]["routing_rules"][0]["targets"][0]["provider_key_name"], Json("work"));
    // The one secret that is nowhere but here.
    first["auth_config"]["admin_password"] = "env.EXPORT_TEST_PASSWORD";
    stop();
    start();
    QCOMPARE(apply(QByteArray::fromStdString(first.dump())).join(QLatin1Char('\n')), QString());
    Json second = Json::parse(m_service->exportConfiguration().toStdString());
    second["auth_config"]["admin_password"] = "env.EXPORT_TEST_PASSWORD";
    for (Json *each : {&first, &second}) { // ids of keys are made by each gateway
        for (Json &key : (*each)["providers"]["openai"]["keys"])
            key.erase("id");
    }
    QCOMPARE(QString::fromStdString(second.dump(1)), QString::fromStdString(first.dump(1)));
    QVERIFY(m_service->governance().isAdmin(QStringLiteral("ann"), QStringLiteral("planted-password")));
}

// Keys without a value of their own: profiles, roles, machines, what Google's tools find; and clients of a workspace.
void ConfigExportTest::keepsWhereCredentialsAreFound()
{
    const QTemporaryDir files;
    const auto write = [&files](const char *name, const QByteArray &text) {
        QFile file(files.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName().toUtf8();
    };
    qputenv("AWS_SHARED_CREDENTIALS_FILE", write("credentials", "[team]\naws_access_key_id = AKIAPLANTEDTEAM0001\n"
                                                                "aws_secret_access_key = planted-team-secret\n"));
    qputenv("AWS_CONFIG_FILE", "/nowhere");
    qputenv("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/planted-path");
    qputenv("GOOGLE_APPLICATION_CREDENTIALS",
            write("adc.json", R"({"type":"authorized_user","client_id":"planted-client","client_secret":"planted",
                "refresh_token":"planted-refresh"})"));
    const QByteArray file = R"({"version":2,"providers":{
        "bedrock":{"keys":[
          {"name":"profile","value":"","models":["*"],"bedrock_key_config":{"profile":"team","region":"eu-west-1",
            "role_arn":"arn:aws:iam::123456789012:role/x","external_id":"ours","session_name":"me"}},
          {"name":"machine","value":"","models":["*"],"bedrock_key_config":{"credential_source":"Ec2InstanceMetadata"}},
          {"name":"container","value":"","models":["*"],"bedrock_key_config":{"credential_source":"EcsContainer",
            "role_arn":"arn:aws:iam::123456789012:role/x"}},
          {"name":"found","value":"","models":["*"],"bedrock_key_config":{"access_key":"","secret_key":""}}]},
        "vertex":{"keys":[
          {"name":"default","value":"","models":["*"],"vertex_key_config":{"project_id":"p","auth_credentials":""}},
          {"name":"server","value":"","models":["*"],"vertex_key_config":{"project_id":"p","region":"europe-west4",
            "credential_source":"MetadataServer"}}]},
        "databricks":{"keys":[
          {"name":"client","value":"","models":["*"],"databricks_key_config":{"workspace_url":"our-workspace",
            "client_id":"client","client_secret":"env.EXPORT_TEST_KEY"}}]}}})";
    QCOMPARE(apply(file).join(QLatin1Char('\n')), QString());
    for (const api::ProviderView &provider : m_service->providers()) {
        for (const api::ProviderKeyView &key : provider.keys)
            QVERIFY2(key.hasValue && key.problem.isEmpty(), qPrintable(key.name + key.problem));
    }
    const QByteArray exported = m_service->exportConfiguration();
    QVERIFY2(!exported.contains("planted") && !exported.contains("PLANTED"), exported.constData());
    Json first = Json::parse(exported.toStdString());
    QCOMPARE(first["providers"]["bedrock"]["keys"].size(), std::size_t(4));
    stop();
    start();
    QCOMPARE(apply(exported).join(QLatin1Char('\n')), QString());
    Json second = Json::parse(m_service->exportConfiguration().toStdString());
    for (Json *each : {&first, &second}) {
        for (auto &[name, provider] : (*each)["providers"].items()) {
            for (Json &key : provider["keys"])
                key.erase("id");
        }
    }
    QCOMPARE(QString::fromStdString(second["providers"].dump(1)), QString::fromStdString(first["providers"].dump(1)));
    const Json &keys = second["providers"]["bedrock"]["keys"];
    QCOMPARE(keys[0]["bedrock_key_config"]["profile"]["value"], Json("team"));
    QCOMPARE(keys[0]["bedrock_key_config"]["external_id"]["value"], Json("ours"));
    QCOMPARE(keys[1]["bedrock_key_config"]["credential_source"]["value"], Json("Ec2InstanceMetadata"));
    QCOMPARE(second["providers"]["vertex"]["keys"][1]["vertex_key_config"]["credential_source"]["value"],
             Json("MetadataServer"));
    for (const char *variable : {"AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE", "GOOGLE_APPLICATION_CREDENTIALS",
                                 "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"})
        qunsetenv(variable);
}

void ConfigExportTest::keepsWhatIsStoredWhereItIsTakenBack()
{
    const QByteArray file = R"({"version":2,"providers":{"openai":{"keys":[{"name":"work","value":"sk-stored",
        "models":["*"]}],"network_config":{"extra_headers":{"X-Team-Token":"planted-header"}}}},
        "auth_config":{"admin_username":"ann","admin_password":"planted-password","is_enabled":true},
        "governance":{"virtual_keys":[{"id":"tool","name":"tool","value":"sk-bf-planted-virtual"}]}})";
    QCOMPARE(apply(file).join(QLatin1Char('\n')), QString());
    const QString redacted = m_service->providers().at(0).keys.at(0).redactedValue;
    const QString prefix = m_service->governance().virtualKeys().at(0).shownPrefix;
    const QByteArray exported = m_service->exportConfiguration();
    QVERIFY(exported.contains("stored."));
    QCOMPARE(apply(exported).join(QLatin1Char('\n')), QString());
    const api::ProviderView provider = m_service->providers().at(0);
    QVERIFY(provider.keys.at(0).hasValue);
    QCOMPARE(provider.keys.at(0).redactedValue, redacted);
    QCOMPARE(provider.network.extraHeaders.at(0).second, QStringLiteral("planted-header"));
    QCOMPARE(m_service->governance().virtualKeys().at(0).shownPrefix, prefix);
    HeaderList shown;
    shown.add("x-bf-vk", "sk-bf-planted-virtual");
    QVERIFY(m_service->governance().shownVirtualKey(shown));
    QVERIFY(m_service->governance().isAdmin(QStringLiteral("ann"), QStringLiteral("planted-password")));
}

void ConfigExportTest::saysWhatIsMissingElsewhere()
{
    const QByteArray file = R"({"providers":{"openai":{"keys":[{"name":"work","value":"sk-stored"}]}},
        "governance":{"virtual_keys":[{"id":"tool","name":"tool","value":"sk-bf-planted-virtual"}]}})";
    QCOMPARE(apply(file).join(QLatin1Char('\n')), QString());
    const QByteArray exported = m_service->exportConfiguration();
    stop();
    start();
    const QStringList problems = apply(exported);
    QCOMPARE(problems.size(), 2);
    QVERIFY(problems.join(QLatin1Char(' ')).contains(QStringLiteral("/providers/openai/keys/0: Its value is not in")));
    QVERIFY(problems.join(QLatin1Char(' ')).contains(QStringLiteral("/governance/virtual_keys/0: The value of the")));
    QCOMPARE(m_service->providers().size(), 1);
}

void ConfigExportTest::holdsNoSecret()
{
    QCOMPARE(apply(wholeFile()).join(QLatin1Char('\n')), QString());
    apply(R"({"providers":{"openai":{"keys":[{"name":"stored","value":"sk-planted-stored"}],
        "network_config":{"extra_headers":{"X-Api-Key":"planted-header"}},
        "proxy_config":{"type":"http","url":"http://p.example:1","username":"u","password":"planted-proxy"}},
        "bedrock":{"keys":[{"name":"aws","value":"","bedrock_key_config":{"access_key":"AKIAPLANTEDACCESSKEY",
        "secret_key":"planted-aws-secret","region":"eu-west-1"}}]}}})");
    QTRY_COMPARE(m_service->providers().size(), 3);
    const QByteArray exported = m_service->exportConfiguration();
    QVERIFY2(!exported.contains("planted"), exported.constData());
    QVERIFY2(!exported.contains("PLANTED"), exported.constData());
}

QTEST_GUILESS_MAIN(ConfigExportTest)
#include "tst_config_export.moc"
