#include "app/config_file.h"

#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace gateway;

class ConfigFileTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void takesOverProvidersAndKeys();
    void survivesEntriesOfTheWrongType();
    void refusesAFileThatIsNoObject();

private:
    Result<app::ConfigFileReport> apply(const QByteArray &json);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<secrets::MemorySecretStore> m_secrets;
    std::unique_ptr<service::GatewayService> m_service;
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
    return app::applyConfigFile(file.fileName(), *m_service);
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
    QCOMPARE(report->ignoredSections, QStringList{QStringLiteral("client")});
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
}

void ConfigFileTest::refusesAFileThatIsNoObject()
{
    QCOMPARE(apply("[]").error().code, ErrorCode::MalformedJson);
    QCOMPARE(apply("{").error().code, ErrorCode::MalformedJson);
    QCOMPARE(app::applyConfigFile(QStringLiteral("/nonexistent/config.json"), *m_service).error().code,
             ErrorCode::InvalidRequest);
}

QTEST_GUILESS_MAIN(ConfigFileTest)
#include "tst_config_file.moc"
