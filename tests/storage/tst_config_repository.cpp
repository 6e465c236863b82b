// What is kept of the configuration, and that no secret is.
#include <future>

#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/config_repository.h"
#include "gateway/storage/sqlite_file.h"
#include "tests/storage/storage_samples.h"

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

class ConfigRepositoryTest : public QObject {
    Q_OBJECT

private slots:
    void beginsWithDefaults();
    void keepsEveryFieldButSecrets();
    void keepsKeysInTheirOrder();
    void sortsProvidersById();
    void replacesAProviderWithItsKeys();
    void refusesAKeyNameOfAnotherProvider();
    void refusesTwoKeysOfOneName();
    void removesAProviderWithItsKeys();
    void keepsClientSettings();
    void keepsRoutingRules();
    void keepsSeveralRulesOrNone();
    void keepsResilienceSettings();
    void keepsTheHealthOfTargets();
    void leavesNoSecretInAnyFile();
    void overwritesDeletedRows();
    void tellsThatTheStoreIsLocked();
};

namespace {

std::unique_ptr<StorageThread> openStorage(const QTemporaryDir &folder)
{
    auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
    if (!storage)
        qFatal("%s", storage.error().message.c_str());
    return std::move(*storage);
}

config::ProviderDefinition named(const char *id)
{
    config::ProviderDefinition provider;
    provider.id.value = id;
    return provider;
}

// What a stored definition comes back as.
config::ProviderDefinition withoutSecrets(config::ProviderDefinition provider)
{
    provider.network.proxy.password = SecretString();
    for (config::ProviderKey &key : provider.keys) {
        key.value = SecretString();
        key.valueProblem.clear();
    }
    return provider;
}

Result<bool> removeProvider(StorageThread &storage, const std::string &id)
{
    return samples::waitFor<bool>([&](auto reply) { storage.postRemoveProvider(ProviderId{id}, std::move(reply)); });
}

} // namespace

void ConfigRepositoryTest::beginsWithDefaults()
{
    const QTemporaryDir folder;
    const StoredConfig config = openStorage(folder)->loadConfig();
    QVERIFY(config.providers.empty());
    QCOMPARE(config.client, config::ClientSettings());
}

void ConfigRepositoryTest::keepsEveryFieldButSecrets()
{
    const QTemporaryDir folder;
    const config::ProviderDefinition provider = samples::fullProvider("mine", "planted-secret");
    const config::ProviderDefinition defaults = named("defaults");
    {
        const auto storage = openStorage(folder);
        QCOMPARE(samples::saveProvider(*storage, provider), Result<bool>(true));
        QCOMPARE(samples::saveProvider(*storage, defaults), Result<bool>(true));
    }
    const StoredConfig config = openStorage(folder)->loadConfig();
    QCOMPARE(config.providers.size(), std::size_t(2));
    QVERIFY(config.providers[0] == defaults);
    QVERIFY(config.providers[1] == withoutSecrets(provider));
}

void ConfigRepositoryTest::keepsKeysInTheirOrder()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    config::ProviderDefinition provider = samples::fullProvider("mine", "s");
    std::swap(provider.keys[0], provider.keys[1]);
    QVERIFY(samples::saveProvider(*storage, provider));
    QVERIFY(storage->loadConfig().providers[0] == withoutSecrets(provider));
}

void ConfigRepositoryTest::sortsProvidersById()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    for (const char *id : {"b", "a", "C"})
        QVERIFY(samples::saveProvider(*storage, named(id)));
    const StoredConfig config = storage->loadConfig();
    QCOMPARE(config.providers.size(), std::size_t(3));
    QCOMPARE(config.providers[0].id.value, std::string("C"));
    QCOMPARE(config.providers[2].id.value, std::string("b"));
}

void ConfigRepositoryTest::replacesAProviderWithItsKeys()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    config::ProviderDefinition provider = samples::fullProvider("mine", "s");
    QCOMPARE(samples::saveProvider(*storage, provider), Result<bool>(true));
    provider.title = "Other";
    provider.keys.pop_back();
    provider.network.proxy = {};
    QCOMPARE(samples::saveProvider(*storage, provider), Result<bool>(false));
    const StoredConfig config = storage->loadConfig();
    QCOMPARE(config.providers.size(), std::size_t(1));
    QVERIFY(config.providers[0] == withoutSecrets(provider));
}

void ConfigRepositoryTest::refusesAKeyNameOfAnotherProvider()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    const config::ProviderDefinition first = samples::fullProvider("first", "s");
    config::ProviderDefinition second = samples::fullProvider("second", "s");
    second.keys[1].name = first.keys[0].name;
    QVERIFY(samples::saveProvider(*storage, first));
    const Result<bool> saved = samples::saveProvider(*storage, second);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Conflict);
    QVERIFY(saved.error().message.find(first.keys[0].name) != std::string::npos);
    QCOMPARE(storage->loadConfig().providers.size(), std::size_t(1));
}

void ConfigRepositoryTest::refusesTwoKeysOfOneName()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    config::ProviderDefinition provider = samples::fullProvider("mine", "s");
    provider.keys[1].name = provider.keys[0].name;
    const Result<bool> saved = samples::saveProvider(*storage, provider);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Conflict);
}

void ConfigRepositoryTest::removesAProviderWithItsKeys()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    const config::ProviderDefinition provider = samples::fullProvider("mine", "s");
    QVERIFY(samples::saveProvider(*storage, provider));
    QCOMPARE(removeProvider(*storage, "mine"), Result<bool>(true));
    QCOMPARE(removeProvider(*storage, "mine"), Result<bool>(false));
    QVERIFY(storage->loadConfig().providers.empty());
    QCOMPARE(samples::saveProvider(*storage, provider), Result<bool>(true)); // its key names are free again
}

void ConfigRepositoryTest::keepsRoutingRules()
{
    const QTemporaryDir folder;
    config::RoutingRule rule;
    rule.limits = {std::nullopt, 20ms, 30ms, std::nullopt, 50ms};
    rule.care = {config::Rescue::MatchAndContinue, 0ms, 12, true};
    rule.id.value = "rule";
    rule.name = "Größe";
    rule.description = "why";
    rule.isEnabled = false;
    rule.expression = "model == \"a\"";
    rule.targets = {{"openai", "gpt-4o", "key", 0.7, 1500ms}, {"", "b\xff", "", 0.3, std::nullopt}};
    rule.fallbacks = {{"azure", "gpt-4o", ""}, {"", "m", "k"}};
    rule.scope = config::RuleScope::Team;
    rule.scopeId = "t";
    rule.continuesChain = true;
    rule.priority = -7;
    rule.queryJson = R"({"a":1})";
    rule.createdAt = WallTime(1700000000s);
    rule.updatedAt = WallTime(1700000001s);
    const auto save = [](StorageThread &storage, const config::RoutingRule &each) {
        std::promise<Result<bool>> promise;
        storage.postSaveRoutingRule(each, [&promise](Result<bool> result) { promise.set_value(std::move(result)); });
        return promise.get_future().get();
    };
    {
        const auto storage = openStorage(folder);
        QVERIFY(save(*storage, rule));
        rule.priority = 3;
        QVERIFY(save(*storage, rule));
    }
    const auto storage = openStorage(folder);
    QCOMPARE(storage->loadConfig().routingRules, std::vector{rule});
    const auto remove = [&storage] {
        std::promise<Result<bool>> promise;
        storage->postRemoveRoutingRule({"rule"},
                                       [&promise](Result<bool> result) { promise.set_value(std::move(result)); });
        return promise.get_future().get();
    };
    QCOMPARE(remove(), Result<bool>(true));
    QCOMPARE(remove(), Result<bool>(false));
    QVERIFY(storage->loadConfig().routingRules.empty());
}

void ConfigRepositoryTest::keepsClientSettings()
{
    const QTemporaryDir folder;
    const config::ClientSettings settings{
        config::CaptureLevel::Metadata, 4096, {"https://a.test"}, {"b.test", "c"}, true};
    {
        const auto storage = openStorage(folder);
        QVERIFY(
            samples::waitFor<bool>([&](auto reply) { storage->postSaveClientSettings(settings, std::move(reply)); }));
    }
    QCOMPARE(openStorage(folder)->loadConfig().client, settings);
}

void ConfigRepositoryTest::keepsSeveralRulesOrNone()
{
    const QTemporaryDir folder;
    std::vector<config::RoutingRule> rules(3);
    for (std::size_t index = 0; index < rules.size(); ++index) {
        rules[index].id = {"rule-" + std::to_string(index)};
        rules[index].priority = static_cast<std::int64_t>(10 * index);
    }
    const auto storage = openStorage(folder);
    QVERIFY(samples::waitFor<bool>([&](auto reply) { storage->postSaveRoutingRules(rules, std::move(reply)); }));
    auto stored = storage->loadConfig().routingRules;
    std::sort(stored.begin(), stored.end(), [](const auto &left, const auto &right) { return left.id < right.id; });
    QVERIFY(stored == rules);
}

void ConfigRepositoryTest::keepsResilienceSettings()
{
    const QTemporaryDir folder;
    QCOMPARE(openStorage(folder)->loadConfig().resilience, config::ResilienceSettings());
    config::ResilienceSettings settings;
    settings.rescue = config::ResilienceSettings::Rescue::Off;
    settings.slowStartAfter = 0ms;
    settings.longestRetryAfter = 1'234ms;
    settings.heldTokens = config::wholeAnswer;
    settings.isBalanced = true;
    {
        const auto storage = openStorage(folder);
        QVERIFY(samples::waitFor<bool>([&](auto reply) { storage->postSaveResilience(settings, std::move(reply)); }));
    }
    QCOMPARE(openStorage(folder)->loadConfig().resilience, settings);
}

void ConfigRepositoryTest::keepsTheHealthOfTargets()
{
    const QTemporaryDir folder;
    QCOMPARE(openStorage(folder)->loadConfig().health, config::HealthState());
    const WallTime moment(std::chrono::duration_cast<WallTime::duration>(1'700'000'000'123'456us));
    config::HealthState health;
    health.circuits = {{"openai", "gpt-5", "key", true, 7, 2, "answered 503", moment, false},
                       {"ollama", "qwen", "", false, 0, 0, "", WallTime(), true}};
    std::sort(health.circuits.begin(), health.circuits.end(),
              [](const auto &left, const auto &right) { return left.provider < right.provider; });
    health.resting = {{"key", moment}};
    {
        const auto storage = openStorage(folder);
        QVERIFY(samples::waitFor<bool>([&](auto reply) { storage->postSaveHealth(health, std::move(reply)); }));
    }
    QCOMPARE(openStorage(folder)->loadConfig().health, health);
    const auto storage = openStorage(folder);
    QVERIFY(samples::waitFor<bool>([&](auto reply) { storage->postSaveHealth({}, std::move(reply)); }));
    QCOMPARE(storage->loadConfig().health, config::HealthState()); // the state replaces the one before
}

void ConfigRepositoryTest::leavesNoSecretInAnyFile()
{
    const QTemporaryDir folder;
    const std::string secret = "planted-secret-value-in-provider";
    const auto storage = openStorage(folder);
    QVERIFY(samples::saveProvider(*storage, samples::fullProvider("findable-name", secret)));
    const std::string bytes = samples::allBytesOf(samples::pathOf(folder));
    QVERIFY(bytes.find("findable-name") != std::string::npos); // the search works
    QVERIFY(bytes.find(secret) == std::string::npos);
}

void ConfigRepositoryTest::overwritesDeletedRows()
{
    const QTemporaryDir folder;
    {
        const auto storage = openStorage(folder);
        QVERIFY(samples::saveProvider(*storage, samples::fullProvider("soon-forgotten", "s")));
        QVERIFY(removeProvider(*storage, "soon-forgotten"));
    }
    QVERIFY(samples::allBytesOf(samples::pathOf(folder)).find("soon-forgotten") == std::string::npos);
}

void ConfigRepositoryTest::tellsThatTheStoreIsLocked()
{
    const QTemporaryDir folder;
    const auto storage = openStorage(folder);
    auto other = SqliteFile::open(samples::pathOf(folder) / "config.sqlite3", FileUse::Precious);
    QVERIFY(other);
    {
        const auto transaction = Transaction::begin(*other);
        QVERIFY(transaction);
        const Result<bool> saved = samples::saveProvider(*storage, named("p"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::StorageFailed);
        QVERIFY(saved.error().message.find("locked") != std::string::npos);
    }
    QCOMPARE(samples::saveProvider(*storage, named("p")), Result<bool>(true));
}

QTEST_GUILESS_MAIN(ConfigRepositoryTest)
#include "tst_config_repository.moc"
