#include "gateway/service/provider_configuration.h"

#include "gateway/secrets/memory_secret_store.h"
#include "gateway/secrets/secret_store_factory.h"
#include "gateway/service/view_conversion.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/support/awaited_reply.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QTemporaryDir>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace gateway;
using namespace gateway::service;
using tests::awaitReply;

class ProviderConfigurationTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fillsAProviderFromItsPreset();
    void refusesFamiliesThatCannotBeAsked();
    void makesACustomProvider();
    void takesAPresetAsBaseType();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void refusesASecondProviderOfTheSameName();
    void refusesItsOwnAddress();
    void keepsASecretOutOfTheDatabase();
    void changesAKeyWithoutItsValue();
    void refusesTwoKeysOfOneName();
    void refusesKeysOfUnknownProviders();
    void readsKeysFromTheEnvironment();
    void keepsKeysWhenTheProviderChanges();
    void keepsStoredKeysFromAnotherAddress_data();
    void keepsStoredKeysFromAnotherAddress();
    void keepsASecretThatArrivesWhileTheProviderIsSaved();
    void testsAnotherAddressWithoutTheStoredKey();
    void keepsAProxysPasswordFromAnotherProxy();
    void losesNoneOfManyChangesAtOnce();
    void knowsHostedKeysAgainAfterARestart();
    void knowsRolesAgainAfterARestart();
    void asksForTheKeyAgainWhereARequestGoesElsewhere();
    void removesAKeyWithItsSecret();
    void removesAProviderWithItsSecrets();
    void findsItsProvidersAgainAfterARestart();

private:
    void open();
    api::SaveProvider named(const char *name, const char *baseUrl = "http://127.0.0.1:9", bool isCustom = true);
    Result<api::ProviderView> save(const api::SaveProvider &command);
    Result<api::ProviderKeyView> saveKey(const api::SaveProviderKey &command);
    api::SaveProviderKey keyCommand(const char *provider, const char *name, const char *value);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<secrets::MemorySecretStore> m_secrets;
    std::optional<PresetCatalog> m_presets;
    std::unique_ptr<QObject> m_main;
    std::shared_ptr<WorkerGate> m_gate;
    std::unique_ptr<ProviderConfiguration> m_configuration;
};

void ProviderConfigurationTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<secrets::MemorySecretStore>();
    QFile file(support::sourcePath("resources/providers/presets.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_presets = *PresetCatalog::parse(file.readAll());
    m_main = std::make_unique<QObject>();
    m_gate = std::make_shared<WorkerGate>(*m_main);
    open();
}

void ProviderConfigurationTest::open()
{
    m_configuration.reset();
    m_storage.reset();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    auto storage = storage::StorageThread::open(options);
    QVERIFY(storage.has_value());
    m_storage = std::move(*storage);
    m_configuration = std::make_unique<ProviderConfiguration>(*m_storage, *m_secrets, *m_presets, m_gate);
    m_configuration->load(m_storage->loadConfig());
}

void ProviderConfigurationTest::cleanup()
{
    m_gate->close();
    m_configuration.reset();
    m_storage.reset();
}

api::SaveProvider ProviderConfigurationTest::named(const char *name, const char *baseUrl, bool isCustom)
{
    api::SaveProvider command;
    command.provider.name = QLatin1String(name);
    command.provider.isCustom = isCustom;
    command.provider.family = isCustom ? QStringLiteral("openai") : QString();
    command.provider.network.baseUrl = QLatin1String(baseUrl);
    return command;
}

Result<api::ProviderView> ProviderConfigurationTest::save(const api::SaveProvider &command)
{
    return awaitReply<api::ProviderView>([&](auto reply) { m_configuration->saveProvider(command, reply); });
}

Result<api::ProviderKeyView> ProviderConfigurationTest::saveKey(const api::SaveProviderKey &command)
{
    return awaitReply<api::ProviderKeyView>([&](auto reply) { m_configuration->saveKey(command, reply); });
}

api::SaveProviderKey ProviderConfigurationTest::keyCommand(const char *provider, const char *name, const char *value)
{
    api::SaveProviderKey command;
    command.provider = QLatin1String(provider);
    command.key.name = QLatin1String(name);
    command.key.models = QStringList{QStringLiteral("*")};
    command.value = QLatin1String(value);
    return command;
}

void ProviderConfigurationTest::fillsAProviderFromItsPreset()
{
    const auto saved = save(named("anthropic", "", false));
    QVERIFY(saved.has_value());
    QCOMPARE(saved->title, QStringLiteral("Anthropic"));
    QCOMPARE(saved->family, QStringLiteral("anthropic"));
    QCOMPARE(saved->network.baseUrl, QStringLiteral("https://api.anthropic.com"));
    QVERIFY(saved->needsKey);
    QVERIFY(!save(named("ollama", "", false))->needsKey);
    QCOMPARE(m_configuration->find(QStringLiteral("anthropic"))->credentialScheme, config::CredentialScheme::XApiKey);
}

void ProviderConfigurationTest::refusesFamiliesThatCannotBeAsked()
{
    using translation::DialectId;
    for (const auto &[family, dialect] :
         {std::pair{"bedrock", DialectId::BedrockConverse}, std::pair{"cohere", DialectId::CohereChat},
          std::pair{"gemini", DialectId::GeminiGenerate}}) {
        auto command = named(family, "https://llm.example.com", true);
        command.provider.name += QStringLiteral("-own");
        command.provider.family = QLatin1String(family);
        const auto saved = save(command);
        QCOMPARE(saved.has_value(), translation::findProviderDialect(dialect) != nullptr);
        if (saved.has_value())
            continue;
        QCOMPARE(saved.error().httpStatus(), 400);
        QVERIFY(saved.error().message.find(family) != std::string::npos);
        QVERIFY(saved.error().message.find("openai, anthropic, gemini") != std::string::npos);
    }
    auto unknown = named("own", "https://llm.example.com", true);
    unknown.provider.family = QStringLiteral("telepathy");
    QVERIFY(!save(unknown).has_value());
}

void ProviderConfigurationTest::makesACustomProvider()
{
    const auto saved = save(named("my-llm", "https://llm.example/v1"));
    QVERIFY(saved.has_value());
    QVERIFY(saved->isCustom);
    QCOMPARE(saved->title, QStringLiteral("my-llm"));
    QCOMPARE(m_configuration->views().size(), 1);
}

// Its base type says where it is, unless its owner does.
void ProviderConfigurationTest::takesAPresetAsBaseType()
{
    auto command = named("ours", "", true);
    command.provider.preset = QStringLiteral("replicate");
    command.provider.family = QStringLiteral("openai");
    const auto saved = save(command);
    QVERIFY2(saved.has_value(), saved ? "" : saved.error().message.c_str());
    QVERIFY(saved->isCustom);
    QCOMPARE(saved->preset, QStringLiteral("replicate"));
    QCOMPARE(saved->network.baseUrl, QStringLiteral("https://api.replicate.com"));
    command.provider.network.baseUrl = QStringLiteral("https://replicas.example");
    QCOMPARE(save(command)->network.baseUrl, QStringLiteral("https://replicas.example"));
}

void ProviderConfigurationTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<bool>("isCustom");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *title, const char *name, const char *url, bool isCustom, const char *text) {
        QTest::newRow(title) << QString::fromUtf8(name) << QString::fromUtf8(url) << isCustom
                             << QString::fromUtf8(text);
    };
    row("no name", "", "http://a", true, "name");
    row("slash", "a/b", "http://a", true, "name");
    row("space", "a b", "http://a", true, "name");
    row("unknown", "mystery", "http://a", false, "base_provider_type");
    row("standard as custom", "openai", "http://a", true, "Custom provider cannot be same as a standard provider");
    row("no address", "mine", "", true, "Invalid base URL");
    row("other scheme", "mine", "ftp://a", true, "Invalid base URL");
    row("credentials", "mine", "http://user:pass@a", true, "Invalid base URL");
    row("metadata of a cloud", "mine", "http://169.254.169.254/latest", true, "link-local");
    row("the same as one number", "mine", "http://2852039166", true, "Invalid base URL");
    row("the same in hexadecimal", "mine", "http://0xa9.0xfe.0xa9.0xfe", true, "");
}

void ProviderConfigurationTest::refusesWhatCannotWork()
{
    QFETCH(QString, name);
    QFETCH(QString, baseUrl);
    QFETCH(bool, isCustom);
    QFETCH(QString, text);
    const auto saved = save(named(name.toUtf8().constData(), baseUrl.toUtf8().constData(), isCustom));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().code, ErrorCode::InvalidRequest);
    QVERIFY2(saved.error().message.find(text.toStdString()) != std::string::npos, saved.error().message.c_str());
    QVERIFY(m_configuration->views().isEmpty());
}

void ProviderConfigurationTest::refusesASecondProviderOfTheSameName()
{
    auto command = named("mine");
    command.mustBeNew = true;
    QVERIFY(save(command).has_value());
    const auto again = save(command);
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(again.error().message, std::string("Provider mine already exists"));
    command.mustBeNew = false;
    QVERIFY(save(command).has_value());
}

void ProviderConfigurationTest::refusesItsOwnAddress()
{
    m_configuration->setOwnPort(8080);
    QVERIFY(!save(named("a", "http://localhost:8080/v1")).has_value());
    QVERIFY(!save(named("a", "http://127.0.0.1:8080")).has_value());
    QVERIFY(!save(named("a", "http://[::1]:8080")).has_value());
    QVERIFY(save(named("a", "http://127.0.0.1:8081")).has_value());
    QVERIFY(save(named("b", "http://192.0.2.1:8080")).has_value());
}

void ProviderConfigurationTest::keepsASecretOutOfTheDatabase()
{
    QVERIFY(save(named("mine")).has_value());
    const auto key = saveKey(keyCommand("mine", "main", "planted-secret-value-7531"));
    QVERIFY(key.has_value());
    QCOMPARE(key->redactedValue, QStringLiteral("plan************************7531"));
    QVERIFY(key->hasValue);
    QCOMPARE(std::string(m_configuration->find(QStringLiteral("mine"))->keys.at(0).value.reveal()),
             std::string("planted-secret-value-7531"));
    m_configuration.reset();
    m_storage.reset(); // flushed and closed
    int files = 0;
    for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(info.fileName()));
        ++files;
    }
    QVERIFY(files >= 2);
}

void ProviderConfigurationTest::changesAKeyWithoutItsValue()
{
    QVERIFY(save(named("mine")).has_value());
    auto command = keyCommand("mine", "main", "secret-value");
    const auto key = saveKey(command);
    command.key = *key;
    command.key.weight = 0.25;
    command.value.reset();
    const auto changed = saveKey(command);
    QVERIFY(changed.has_value());
    QCOMPARE(changed->weight, 0.25);
    QCOMPARE(changed->id, key->id);
    QCOMPARE(std::string(m_configuration->find(QStringLiteral("mine"))->keys.at(0).value.reveal()),
             std::string("secret-value"));
    command.value = QStringLiteral("  ");
    QCOMPARE(saveKey(command).error().message, std::string("Key value must not be empty"));
}

void ProviderConfigurationTest::refusesTwoKeysOfOneName()
{
    QVERIFY(save(named("a")).has_value());
    QVERIFY(save(named("b")).has_value());
    QVERIFY(saveKey(keyCommand("a", "same", "value-one")).has_value());
    const auto second = saveKey(keyCommand("b", "same", "value-two"));
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QVERIFY(second.error().message.starts_with("API key names must be unique across providers"));
    auto mixed = keyCommand("b", "other", "value-two");
    mixed.key.models.append(QStringLiteral("m"));
    QCOMPARE(saveKey(mixed).error().code, ErrorCode::InvalidRequest);
}

void ProviderConfigurationTest::refusesKeysOfUnknownProviders()
{
    const auto key = saveKey(keyCommand("nobody", "main", "value"));
    QVERIFY(!key.has_value());
    QCOMPARE(key.error().code, ErrorCode::NotFound);
    QCOMPARE(key.error().message, std::string("Provider not found: nobody"));
}

void ProviderConfigurationTest::readsKeysFromTheEnvironment()
{
    QVERIFY(save(named("mine")).has_value());
    qputenv("BILROST_TEST_KEY", "from-the-environment");
    const auto key = saveKey(keyCommand("mine", "main", "env.BILROST_TEST_KEY"));
    qunsetenv("BILROST_TEST_KEY");
    QVERIFY(key.has_value());
    QCOMPARE(key->environmentVariable, QStringLiteral("BILROST_TEST_KEY"));
    QCOMPARE(key->redactedValue, QStringLiteral("env.BILROST_TEST_KEY"));
    QVERIFY(key->hasValue);
    open();
    const auto &again = m_configuration->find(QStringLiteral("mine"))->keys.at(0);
    QVERIFY(again.value.isEmpty());
    QVERIFY(again.valueProblem.find("BILROST_TEST_KEY") != std::string::npos);
}

void ProviderConfigurationTest::keepsKeysWhenTheProviderChanges()
{
    QVERIFY(save(named("mine")).has_value());
    QVERIFY(saveKey(keyCommand("mine", "main", "secret-value")).has_value());
    const auto changed = save(named("mine", "http://127.0.0.1:9/base"));
    QCOMPARE(changed->keys.size(), 1);
    QCOMPARE(changed->network.baseUrl, QStringLiteral("http://127.0.0.1:9/base"));
    QVERIFY(changed->keys[0].hasValue);
}

void ProviderConfigurationTest::keepsStoredKeysFromAnotherAddress_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another host") << QByteArray("https://one.example/v1") << QByteArray("https://two.example/v1");
    QTest::newRow("another port") << QByteArray("http://127.0.0.1:9") << QByteArray("http://127.0.0.1:10");
    QTest::newRow("without TLS") << QByteArray("https://one.example") << QByteArray("http://one.example");
}

void ProviderConfigurationTest::keepsStoredKeysFromAnotherAddress()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QVERIFY(save(named("mine", from.constData())).has_value());
    const auto key = saveKey(keyCommand("mine", "main", "secret-value-1234"));
    std::vector<std::string> sentTo; // every address that was ever in force together with the value
    connect(m_configuration.get(), &ProviderConfiguration::snapshotChanged, this, [&] {
        const auto *provider = m_configuration->find(QStringLiteral("mine"));
        if (!provider->keys.empty() && !provider->keys[0].value.isEmpty())
            sentTo.push_back(provider->network.baseUrl);
    });
    const auto changed = save(named("mine", to.constData()));
    QVERIFY(changed.has_value());
    QCOMPARE(changed->keys.size(), 1);
    QCOMPARE(changed->keys[0].name, QStringLiteral("main"));
    QVERIFY(!changed->keys[0].hasValue);
    QVERIFY(changed->keys[0].problem.contains(QLatin1String("Enter it again")));
    QVERIFY(changed->keys[0].lastFour.isEmpty());
    QVERIFY(sentTo.empty());
    open(); // also after a restart
    QTRY_VERIFY(m_configuration->views().at(0).keys.at(0).problem.contains(QLatin1String("Enter it again")));
    QVERIFY(!m_configuration->views().at(0).keys.at(0).hasValue);
    auto again = keyCommand("mine", "main", "new-secret-value");
    again.key.id = key->id;
    QVERIFY(saveKey(again)->hasValue);
}

void ProviderConfigurationTest::keepsASecretThatArrivesWhileTheProviderIsSaved()
{
    QVERIFY(save(named("mine")).has_value());
    QVERIFY(saveKey(keyCommand("mine", "main", "secret-value-1234")).has_value());
    open(); // the secret store has not answered yet
    QVERIFY(!m_configuration->views().at(0).keys.at(0).hasValue);
    QVERIFY(save(named("mine", "http://127.0.0.1:9/base")).has_value());
    QTRY_VERIFY(m_configuration->views().at(0).keys.at(0).hasValue);
    QCOMPARE(m_configuration->views().at(0).keys.at(0).problem, QString());
}

// An unsaved edit is tested too, with the keys of the stored provider.
void ProviderConfigurationTest::testsAnotherAddressWithoutTheStoredKey()
{
    QVERIFY(save(named("mine")).has_value());
    QVERIFY(saveKey(keyCommand("mine", "main", "secret-value-1234")).has_value());
    const auto *stored = m_configuration->find(QStringLiteral("mine"));
    const auto same = providerDefinition(named("mine", "http://127.0.0.1:9/base").provider, stored);
    QVERIFY(!same.keys.at(0).value.isEmpty());
    const auto other = providerDefinition(named("mine", "http://other.example").provider, stored);
    QVERIFY(other.keys.at(0).value.isEmpty());
}

void ProviderConfigurationTest::keepsAProxysPasswordFromAnotherProxy()
{
    auto command = named("mine");
    command.provider.network.proxyKind = QStringLiteral("http");
    command.provider.network.proxyUrl = QStringLiteral("http://one.example:3128");
    command.proxyPassword = QStringLiteral("proxy-secret");
    QVERIFY(save(command).has_value());
    const auto password = [this] {
        return std::string(m_configuration->find(QStringLiteral("mine"))->network.proxy.password.reveal());
    };
    command.proxyPassword.reset();
    QVERIFY(save(command).has_value());
    QCOMPARE(password(), std::string("proxy-secret"));
    command.provider.network.proxyUrl = QStringLiteral("http://two.example:3128");
    QVERIFY(save(command).has_value());
    QCOMPARE(password(), std::string());
    const auto stored =
        awaitReply<SecretString>([&](auto reply) { m_secrets->read(secrets::proxyPasswordReference("mine"), reply); });
    QVERIFY(stored->isEmpty());
}

void ProviderConfigurationTest::removesAKeyWithItsSecret()
{
    QVERIFY(save(named("mine")).has_value());
    const auto key = saveKey(keyCommand("mine", "main", "secret-value"));
    const auto remove = [&](const QString &id) {
        return awaitReply<api::ProviderKeyView>(
            [&](auto reply) { m_configuration->removeKey(QStringLiteral("mine"), id, reply); });
    };
    QCOMPARE(remove(QStringLiteral("other")).error().message, std::string("Key not found: other"));
    QCOMPARE(remove(key->id)->name, QStringLiteral("main"));
    QVERIFY(m_configuration->find(QStringLiteral("mine"))->keys.empty());
    const auto value = awaitReply<SecretString>(
        [&](auto reply) { m_secrets->read(secrets::providerKeyReference(key->id.toStdString()), reply); });
    QVERIFY(value->isEmpty());
}

void ProviderConfigurationTest::removesAProviderWithItsSecrets()
{
    auto command = named("mine");
    command.proxyPassword = QStringLiteral("proxy-secret");
    QVERIFY(save(command).has_value());
    const auto key = saveKey(keyCommand("mine", "main", "secret-value"));
    const auto removed = awaitReply<api::ProviderView>(
        [&](auto reply) { m_configuration->removeProvider(QStringLiteral("mine"), reply); });
    QCOMPARE(removed->name, QStringLiteral("mine"));
    QVERIFY(m_configuration->views().isEmpty());
    for (const std::string &reference :
         {secrets::providerKeyReference(key->id.toStdString()), secrets::proxyPasswordReference("mine")})
        QVERIFY(awaitReply<SecretString>([&](auto reply) { m_secrets->read(reference, reply); })->isEmpty());
    const auto again = awaitReply<api::ProviderView>(
        [&](auto reply) { m_configuration->removeProvider(QStringLiteral("mine"), reply); });
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void ProviderConfigurationTest::findsItsProvidersAgainAfterARestart()
{
    auto command = named("mine");
    command.provider.network.proxyUsername = QStringLiteral("user");
    command.proxyPassword = QStringLiteral("proxy-secret");
    QVERIFY(save(command).has_value());
    QVERIFY(saveKey(keyCommand("mine", "main", "secret-value")).has_value());
    open();
    const auto value = [this] {
        return std::string(m_configuration->find(QStringLiteral("mine"))->keys.at(0).value.reveal());
    };
    QCOMPARE(value(), std::string());
    QTRY_COMPARE(value(), std::string("secret-value"));
    QTRY_COMPARE(std::string(m_configuration->find(QStringLiteral("mine"))->network.proxy.password.reveal()),
                 std::string("proxy-secret"));
}

// As a configuration file makes them: all at once, without waiting for replies.
void ProviderConfigurationTest::losesNoneOfManyChangesAtOnce()
{
    QVERIFY(save(named("mine")).has_value());
    int saved = 0;
    for (const char *name : {"one", "two", "three"})
        m_configuration->saveKey(keyCommand("mine", name, "secret-value"),
                                 [&](const auto &key) { saved += key.has_value() ? 1 : 0; });
    m_configuration->saveProvider(named("mine", "http://127.0.0.1:10"), [&](const auto &) {});
    std::optional<Error> refused;
    m_configuration->saveKey(keyCommand("mine", "two", "another"),
                             [&](const auto &key) { refused = key ? Error{} : key.error(); });
    QTRY_VERIFY(refused.has_value());
    QCOMPARE(refused->code, ErrorCode::Conflict);
    QCOMPARE(saved, 3);
    QCOMPARE(m_configuration->views().at(0).keys.size(), 3);
    QCOMPARE(m_configuration->views().at(0).network.baseUrl, QStringLiteral("http://127.0.0.1:10"));
    open();
    QCOMPARE(m_configuration->views().at(0).keys.size(), 3);
}

void ProviderConfigurationTest::knowsHostedKeysAgainAfterARestart()
{
    QVERIFY(save(named("azure", "", false)).has_value());
    auto command = keyCommand("azure", "entra", "client-secret-value");
    command.key.place.endpoint = QStringLiteral("our-resource");
    command.key.place.tenantId = QStringLiteral("tenant");
    command.key.place.clientId = QStringLiteral("client");
    command.key.aliases = {{QStringLiteral("gpt-5.4"), QStringLiteral("ours")}};
    const auto saved = saveKey(command);
    QVERIFY2(saved.has_value(), saved ? "" : saved.error().message.c_str());
    QCOMPARE(saved->place.kind, QStringLiteral("azure"));
    const auto grant = [this] { return m_configuration->find(QStringLiteral("azure"))->keys.at(0).tokenGrant; };
    const TokenGrantPointer first = grant();
    QVERIFY(first);
    // What has nothing to do with the grant leaves it, and its token, alone.
    auto again = command;
    again.key = *saved;
    again.value.reset();
    again.key.weight = 2;
    QVERIFY(saveKey(again).has_value());
    QVERIFY(grant() == first);
    open();
    QTRY_VERIFY(grant() != nullptr);
    const auto *provider = m_configuration->find(QStringLiteral("azure"));
    QCOMPARE(*provider->keys.at(0).tokenGrant, *first);
    QCOMPARE(provider->keys.at(0).nameThere("gpt-5.4"), std::string("ours"));
    QCOMPARE(provider->hosting(), config::Hosting::Azure);
    QVERIFY(provider->offers("embedding"));
    QVERIFY(!provider->offers("rerank"));
}

void ProviderConfigurationTest::knowsRolesAgainAfterARestart()
{
    QVERIFY(save(named("bedrock", "", false)).has_value());
    auto command = keyCommand("bedrock", "aws", "");
    command.value = QStringLiteral("bedrock-api-key");
    command.key.place.roleArn = QStringLiteral("arn:aws:iam::123456789012:role/x");
    QVERIFY(!saveKey(command).has_value()); // an API key is nobody who could take a role
    command.value.reset();
    command.aws = {QStringLiteral("AKIA0123456789"), QStringLiteral("aws-secret"), {}};
    command.key.place.roleArn = QStringLiteral("x");
    QVERIFY(!saveKey(command).has_value());
    command.key.place.roleArn = QStringLiteral("arn:aws:iam::123456789012:role/x");
    command.key.place.externalId = QStringLiteral("ours");
    command.key.place.batchRole = QStringLiteral("x");
    QVERIFY(!saveKey(command).has_value());
    command.key.place.batchRole = QStringLiteral("arn:aws:iam::123456789012:role/batches");
    command.key.place.batchBuckets = QStringLiteral("s3://files/../others");
    QVERIFY(!saveKey(command).has_value());
    command.key.place.batchBuckets = QStringLiteral("s3://files/team s3://other");
    const auto saved = saveKey(command);
    QVERIFY2(saved.has_value(), saved ? "" : saved.error().message.c_str());
    QVERIFY(saved->hasValue);
    const auto grant = [this] { return m_configuration->find(QStringLiteral("bedrock"))->keys.at(0).tokenGrant; };
    const TokenGrantPointer first = grant();
    QVERIFY(first);
    open();
    QTRY_VERIFY(grant() != nullptr);
    QCOMPARE(*grant(), *first);
    const config::KeyPlace &place = m_configuration->find(QStringLiteral("bedrock"))->keys.at(0).placeInForce;
    QCOMPARE(place.batchBuckets, std::string("s3://files/team s3://other"));
    QCOMPARE(place.batchRole, std::string("arn:aws:iam::123456789012:role/batches"));
    // Without its role it is an access key as before.
    auto plain = command;
    plain.key = m_configuration->views().at(0).keys.at(0);
    plain.aws = {};
    plain.key.place.roleArn.clear();
    QVERIFY(saveKey(plain).has_value());
    QVERIFY(!grant());
    QVERIFY(m_configuration->views().at(0).keys.at(0).hasValue);
}

void ProviderConfigurationTest::asksForTheKeyAgainWhereARequestGoesElsewhere()
{
    auto command = named("mine", "https://api.test");
    command.provider.pathOverrides = {{QStringLiteral("embedding"), QStringLiteral("/vectors")}};
    QVERIFY(save(command).has_value());
    QVERIFY(saveKey(keyCommand("mine", "main", "secret-value")).has_value());
    command.provider.pathOverrides = {{QStringLiteral("embedding"), QStringLiteral("https://api.test/other")}};
    QVERIFY(save(command).has_value());
    QVERIFY(!m_configuration->find(QStringLiteral("mine"))->keys.at(0).value.isEmpty()); // the same host
    command.provider.pathOverrides = {{QStringLiteral("embedding"), QStringLiteral("https://evil.test/other")}};
    QVERIFY(save(command).has_value());
    QVERIFY(m_configuration->find(QStringLiteral("mine"))->keys.at(0).value.isEmpty());
}

QTEST_GUILESS_MAIN(ProviderConfigurationTest)
#include "tst_provider_configuration.moc"
