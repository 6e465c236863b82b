// What was removed comes back as it was, and nothing of it lingers when it does not.
#include "gateway/service/removal_undo.h"

#include "gateway/secrets/secret_store_factory.h"
#include "tests/support/awaited_reply.h"
#include "tests/support/lasting_secret_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using namespace gateway::service;
using api::Removal;
using api::RemovableKind;
using api::RemovedView;
using tests::awaitReply;

namespace {

const QString provider = QStringLiteral("mine");

api::LimitView limit(api::LimitUnit unit, qint64 most, const char *window)
{
    api::LimitView view;
    view.unit = unit;
    view.most = most;
    view.window = QLatin1String(window);
    return view;
}

} // namespace

class RemovalUndoTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void providerComesBackWithItsSecretsAndModels();
    void providerIsGoneForGoodWhenTheApplicationEndsMeanwhile();
    void restoredProviderIsThereAfterARestart();
    void nothingComesBackWhenTheTimeIsOver();
    void nextRemovalEndsTheUndoOfTheOneBefore();
    void providerWhoseNameWasTakenStaysRemoved();
    void keyComesBackInItsPlace();
    void keyIsNotGivenToAnotherAddress();
    void valueThatHasNotBeenReadYetIsNotLost();
    void ruleComesBackInItsPlace();
    void virtualKeyComesBackWithWhatWasUsed();
    void limitComesBackWithWhatWasUsed();
    void limitOfAKeysProviderComesBackInItsPlace();
    void limitOfAKeysModelGoesAndComesBack();
    void limitStaysRemovedWhenAnotherTookItsPlace();
    void teamAndCustomerComeBackWithWhoBelongsToThem();
    void failureToRemoveLeavesNothingToUndo();

private:
    void open();
    void close();
    void addProvider();
    QString addKey(const char *name, const char *value);
    Result<RemovedView> remove(const Removal &what);
    Result<RemovedView> undo();
    bool isKept(const std::string &reference) { return !m_secrets.values[reference].isEmpty(); }
    const config::ProviderDefinition *found() const { return m_providers->find(provider); }

    std::unique_ptr<QTemporaryDir> m_folder;
    tests::LastingSecretStore m_secrets;
    tests::ManualClock m_clock;
    std::optional<PresetCatalog> m_presets;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<QObject> m_main;
    std::shared_ptr<WorkerGate> m_gate;
    std::unique_ptr<governance::LimitLedger> m_ledger;
    routing::ModelCatalog m_catalog;
    std::unique_ptr<ProviderConfiguration> m_providers;
    std::unique_ptr<RuleConfiguration> m_rules;
    std::unique_ptr<GovernanceConfiguration> m_governance;
    std::unique_ptr<RemovalUndo> m_removals;
};

void RemovalUndoTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets.values.clear();
    QFile file(support::sourcePath("resources/providers/presets.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_presets = *PresetCatalog::parse(file.readAll());
    open();
}

void RemovalUndoTest::open()
{
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    auto storage = storage::StorageThread::open(options);
    QVERIFY(storage.has_value());
    m_storage = std::move(*storage);
    m_main = std::make_unique<QObject>();
    m_gate = std::make_shared<WorkerGate>(*m_main);
    m_ledger = std::make_unique<governance::LimitLedger>(m_clock);
    m_providers = std::make_unique<ProviderConfiguration>(*m_storage, m_secrets, *m_presets, m_gate);
    m_rules = std::make_unique<RuleConfiguration>(m_clock, *m_storage, m_gate);
    m_governance = std::make_unique<GovernanceConfiguration>(m_clock, *m_storage, m_secrets, *m_ledger, m_gate);
    storage::StoredConfig stored = m_storage->loadConfig();
    m_ledger->load(stored.limitCounters);
    m_governance->load(std::move(stored.governance));
    m_rules->load(std::move(stored.routingRules));
    m_providers->load(std::move(stored));
    m_removals = std::make_unique<RemovalUndo>(RemovalPlaces{*m_providers, *m_rules, *m_governance, m_catalog}, m_gate);
}

void RemovalUndoTest::close()
{
    if (m_gate)
        m_gate->close();
    QCoreApplication::processEvents(); // replies of the secret store that are on their way
    m_removals.reset();
    m_storage.reset();
    m_governance.reset();
    m_rules.reset();
    m_providers.reset();
    m_ledger.reset();
}

void RemovalUndoTest::cleanup()
{
    close();
}

void RemovalUndoTest::addProvider()
{
    api::SaveProvider command;
    command.provider.name = provider;
    command.provider.isCustom = true;
    command.provider.family = QStringLiteral("openai");
    command.provider.network.baseUrl = QStringLiteral("http://127.0.0.1:9");
    command.provider.network.proxyKind = QStringLiteral("http");
    command.provider.network.proxyUrl = QStringLiteral("http://127.0.0.1:3128");
    command.proxyPassword = QStringLiteral("proxy-secret");
    QVERIFY(awaitReply<api::ProviderView>([&](auto reply) { m_providers->saveProvider(command, reply); }).has_value());
}

QString RemovalUndoTest::addKey(const char *name, const char *value)
{
    api::SaveProviderKey command;
    command.provider = provider;
    command.key.name = QLatin1String(name);
    command.key.models = QStringList{QStringLiteral("*")};
    command.value = QLatin1String(value);
    const auto saved = awaitReply<api::ProviderKeyView>([&](auto reply) { m_providers->saveKey(command, reply); });
    return saved ? saved->id : QString();
}

Result<RemovedView> RemovalUndoTest::remove(const Removal &what)
{
    return awaitReply<RemovedView>([&](auto reply) { m_removals->remove(what, reply); });
}

Result<RemovedView> RemovalUndoTest::undo()
{
    return awaitReply<RemovedView>([&](auto reply) { m_removals->undo(reply); });
}

void RemovalUndoTest::providerComesBackWithItsSecretsAndModels()
{
    addProvider();
    const QString first = addKey("first", "sk-first-value-0001");
    addKey("second", "sk-second-value-0002");
    m_catalog.setModels("mine", {"a-model"}, {{"a-model", 32'000}});
    const config::ProviderDefinition before = *found();
    QSignalSpy changed(m_removals.get(), &api::RemovalFacade::undoableChanged);

    QVERIFY(remove({RemovableKind::Provider, provider}).has_value());
    QVERIFY(!found());
    QVERIFY(!isKept(secrets::providerKeyReference(first.toStdString())));
    QVERIFY(!isKept(secrets::proxyPasswordReference("mine")));
    QVERIFY(!m_catalog.models("mine"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(std::get<api::ProviderView>(*m_removals->undoable()).name, provider);

    QVERIFY(undo().has_value());
    QVERIFY(found());
    QCOMPARE(*found(), before);
    QCOMPARE(m_secrets.values[secrets::providerKeyReference(first.toStdString())], SecretString("sk-first-value-0001"));
    QCOMPARE(m_secrets.values[secrets::proxyPasswordReference("mine")], SecretString("proxy-secret"));
    QVERIFY(m_catalog.lists("mine", "a-model"));
    QCOMPARE(m_catalog.contextLength("mine", "a-model"), std::optional<std::int64_t>(32'000));
    QVERIFY(!m_removals->undoable());
    QCOMPARE(changed.count(), 2);
}

void RemovalUndoTest::providerIsGoneForGoodWhenTheApplicationEndsMeanwhile()
{
    addProvider();
    const QString key = addKey("first", "sk-first-value-0001");
    QVERIFY(remove({RemovableKind::Provider, provider}).has_value());
    close();
    open();
    QVERIFY(!found());
    QVERIFY(!m_removals->undoable());
    QVERIFY(!isKept(secrets::providerKeyReference(key.toStdString())));
    QVERIFY(!isKept(secrets::proxyPasswordReference("mine")));
}

void RemovalUndoTest::restoredProviderIsThereAfterARestart()
{
    addProvider();
    addKey("first", "sk-first-value-0001");
    QVERIFY(remove({RemovableKind::Provider, provider}).has_value());
    QVERIFY(undo().has_value());
    close();
    open();
    QVERIFY(found());
    QTRY_COMPARE(found()->keys.at(0).value, SecretString("sk-first-value-0001"));
}

void RemovalUndoTest::nothingComesBackWhenTheTimeIsOver()
{
    addProvider();
    const QString key = addKey("first", "sk-first-value-0001");
    auto *timer = m_removals->findChild<QTimer *>();
    QCOMPARE(timer->intervalAsDuration(), std::chrono::milliseconds(api::RemovalFacade::undoTime));
    timer->setInterval(1);
    QVERIFY(remove({RemovableKind::Provider, provider}).has_value());
    QTRY_VERIFY(!m_removals->undoable());
    QCOMPARE(undo().error().code, ErrorCode::NotFound);
    QVERIFY(!found());
    QVERIFY(!isKept(secrets::providerKeyReference(key.toStdString())));
}

void RemovalUndoTest::nextRemovalEndsTheUndoOfTheOneBefore()
{
    addProvider();
    const QString first = addKey("first", "sk-first-value-0001");
    const QString second = addKey("second", "sk-second-value-0002");
    QVERIFY(remove({RemovableKind::ProviderKey, first, provider}).has_value());
    QVERIFY(remove({RemovableKind::ProviderKey, second, provider}).has_value());
    QVERIFY(undo().has_value());
    QCOMPARE(found()->keys.size(), std::size_t(1));
    QCOMPARE(found()->keys.at(0).name, std::string("second"));
    QCOMPARE(undo().error().code, ErrorCode::NotFound);
    QVERIFY(!isKept(secrets::providerKeyReference(first.toStdString())));
}

void RemovalUndoTest::providerWhoseNameWasTakenStaysRemoved()
{
    addProvider();
    const QString key = addKey("first", "sk-first-value-0001");
    QVERIFY(remove({RemovableKind::Provider, provider}).has_value());
    addProvider();
    QCOMPARE(undo().error().code, ErrorCode::Conflict);
    QVERIFY(found()->keys.empty());
    QVERIFY(!isKept(secrets::providerKeyReference(key.toStdString())));
    QVERIFY(m_removals->undoable()); // until the time is over
}

void RemovalUndoTest::keyComesBackInItsPlace()
{
    addProvider();
    const QString first = addKey("first", "sk-first-value-0001");
    addKey("second", "sk-second-value-0002");
    const config::ProviderDefinition before = *found();
    QVERIFY(remove({RemovableKind::ProviderKey, first, provider}).has_value());
    QCOMPARE(found()->keys.size(), std::size_t(1));
    QVERIFY(!isKept(secrets::providerKeyReference(first.toStdString())));
    QVERIFY(undo().has_value());
    QCOMPARE(*found(), before);
    QVERIFY(isKept(secrets::providerKeyReference(first.toStdString())));
}

void RemovalUndoTest::keyIsNotGivenToAnotherAddress()
{
    addProvider();
    const QString key = addKey("first", "sk-first-value-0001");
    QVERIFY(remove({RemovableKind::ProviderKey, key, provider}).has_value());
    api::SaveProvider moved;
    moved.provider = m_providers->views().first();
    moved.provider.network.baseUrl = QStringLiteral("http://elsewhere.example:9");
    QVERIFY(awaitReply<api::ProviderView>([&](auto reply) { m_providers->saveProvider(moved, reply); }).has_value());
    QCOMPARE(undo().error().code, ErrorCode::Conflict);
    QVERIFY(found()->keys.empty());
    QVERIFY(!isKept(secrets::providerKeyReference(key.toStdString())));
}

void RemovalUndoTest::valueThatHasNotBeenReadYetIsNotLost()
{
    addProvider();
    const QString key = addKey("first", "sk-first-value-0001");
    close();
    open();
    QVERIFY(found()->keys.at(0).value.isEmpty()); // the secret store has not answered yet
    QVERIFY(remove({RemovableKind::Provider, provider}).has_value());
    QVERIFY(undo().has_value());
    QCOMPARE(m_secrets.values[secrets::providerKeyReference(key.toStdString())], SecretString("sk-first-value-0001"));
}

void RemovalUndoTest::ruleComesBackInItsPlace()
{
    for (const char *name : {"first", "second", "third"}) {
        api::SaveRoutingRule command;
        command.rule.name = QLatin1String(name);
        command.rule.expression = QStringLiteral("model == 'x'");
        command.rule.targets.append({QStringLiteral("mine"), QStringLiteral("y"), {}, 1.0, {}});
        QVERIFY(awaitReply<api::RoutingRuleView>([&](auto reply) { m_rules->save(command, reply); }).has_value());
        m_clock.advance(std::chrono::seconds(1));
    }
    const QList<api::RoutingRuleView> before = m_rules->views();
    QVERIFY(remove({RemovableKind::RoutingRule, before.at(1).id}).has_value());
    QCOMPARE(m_rules->views().size(), 2);
    const auto restored = undo();
    QVERIFY(restored.has_value());
    QCOMPARE(std::get<api::RoutingRuleView>(*restored).name, QStringLiteral("second"));
    QCOMPARE(m_rules->views(), before);
    close();
    open();
    QCOMPARE(m_rules->views(), before);
}

void RemovalUndoTest::virtualKeyComesBackWithWhatWasUsed()
{
    api::SaveVirtualKey command;
    command.key.name = QStringLiteral("tool");
    api::LimitView limit;
    limit.unit = api::LimitUnit::Requests;
    limit.most = 10;
    command.key.limits = {limit};
    const auto made =
        awaitReply<api::MadeVirtualKey>([&](auto reply) { m_governance->saveVirtualKey(command, reply); });
    QVERIFY(made.has_value());
    api::SaveVirtualKey newer;
    newer.key.name = QStringLiteral("newer tool");
    m_clock.advance(std::chrono::seconds(1));
    QVERIFY(
        awaitReply<api::MadeVirtualKey>([&](auto reply) { m_governance->saveVirtualKey(newer, reply); }).has_value());
    m_ledger->load({{{made->key.limits.at(0).id.toStdString()}, m_clock.wallNow(), 7}});
    const QList<api::VirtualKeyView> before = m_governance->virtualKeys();
    QCOMPARE(before.at(0).limits.at(0).used, qint64(7));
    const std::vector<config::VirtualKey> keysBefore = m_governance->governance()->virtualKeys();

    QVERIFY(remove({RemovableKind::VirtualKey, made->key.id}).has_value());
    QCOMPARE(m_governance->virtualKeys().size(), 1);
    QVERIFY(undo().has_value());
    QCOMPARE(m_governance->virtualKeys(), before);
    QCOMPARE(m_governance->governance()->virtualKeys(), keysBefore); // with the hash of its value
    const std::vector<config::LimitCounter> unwritten = m_ledger->takeChanged();
    QCOMPARE(unwritten.size(), std::size_t(1)); // the removal deleted it from the database
    QCOMPARE(unwritten.front().used, std::int64_t(7));
}

void RemovalUndoTest::limitComesBackWithWhatWasUsed()
{
    api::SharedLimitsView everything;
    everything.limits = {limit(api::LimitUnit::Requests, 10, "1d")};
    const auto made = awaitReply<api::SharedLimitsView>(
        [&](auto reply) { m_governance->saveSharedLimits(everything, false, reply); });
    QVERIFY(made.has_value());
    const config::LimitId id{made->limits.front().id.toStdString()};
    m_ledger->load({{id, m_clock.wallNow(), 7}});
    const auto before = m_governance->sharedLimits();

    const auto removed = remove({RemovableKind::Limit, made->limits.front().id});
    QVERIFY(removed.has_value());
    const auto &view = std::get<api::RemovedLimitView>(*removed);
    QCOMPARE(view.ownerKind, api::LimitOwnerKind::Everything);
    QCOMPARE(view.limit.used, qint64(7));
    QVERIFY(m_governance->sharedLimits().isEmpty()); // nothing is left of what limited nothing else
    QVERIFY(undo().has_value());
    QCOMPARE(m_governance->sharedLimits(), before);
    QCOMPARE(m_governance->sharedLimits().front().limits.front().used, qint64(7));
}

void RemovalUndoTest::limitOfAKeysProviderComesBackInItsPlace()
{
    api::SaveVirtualKey command;
    command.key.name = QStringLiteral("a");
    command.key.limits = {limit(api::LimitUnit::Money, 5, "1d")};
    api::VirtualKeyProviderView openai;
    openai.provider = QStringLiteral("openai");
    openai.limits = {limit(api::LimitUnit::Requests, 1, "1m"), limit(api::LimitUnit::Requests, 2, "1h"),
                     limit(api::LimitUnit::Requests, 3, "1d")};
    command.key.providers = {openai};
    QVERIFY(awaitReply<api::MadeVirtualKey>([&](auto reply) { m_governance->saveVirtualKey(command, reply); }));
    const auto before = m_governance->virtualKeys();
    const auto removed = remove({RemovableKind::Limit, before.front().providers.front().limits.at(1).id});
    QVERIFY(removed.has_value());
    QCOMPARE(std::get<api::RemovedLimitView>(*removed).ownerName, QStringLiteral("a, openai"));
    QCOMPARE(m_governance->virtualKeys().front().providers.front().limits.size(), 2);
    QCOMPARE(m_governance->virtualKeys().front().limits, before.front().limits);
    QVERIFY(undo().has_value());
    QCOMPARE(m_governance->virtualKeys(), before);
}

void RemovalUndoTest::limitOfAKeysModelGoesAndComesBack()
{
    api::SaveVirtualKey command;
    command.key.name = QStringLiteral("a");
    api::VirtualKeyProviderView openai;
    openai.provider = QStringLiteral("openai");
    openai.limits = {limit(api::LimitUnit::Requests, 1, "1d")};
    openai.modelLimits = {{QStringLiteral("gpt-5.4"), {limit(api::LimitUnit::Requests, 2, "1d")}}};
    command.key.providers = {openai};
    QVERIFY(awaitReply<api::MadeVirtualKey>([&](auto reply) { m_governance->saveVirtualKey(command, reply); }));
    const auto before = m_governance->virtualKeys();
    const auto &stored = before.front().providers.front();
    const auto removed = remove({RemovableKind::Limit, stored.modelLimits.front().limits.front().id});
    QVERIFY(removed.has_value());
    QCOMPARE(std::get<api::RemovedLimitView>(*removed).ownerName, QStringLiteral("a, openai/gpt-5.4"));
    const auto now = m_governance->virtualKeys().front().providers.front();
    QCOMPARE(now.limits, stored.limits);
    QVERIFY(now.modelLimits.isEmpty()); // nothing is left of a model without another limit
    QVERIFY(undo().has_value());
    QCOMPARE(m_governance->virtualKeys(), before);
}

void RemovalUndoTest::limitStaysRemovedWhenAnotherTookItsPlace()
{
    api::TeamView team;
    team.name = QStringLiteral("research");
    team.limits = {limit(api::LimitUnit::Requests, 10, "1d")};
    auto made = awaitReply<api::TeamView>([&](auto reply) { m_governance->saveTeam(team, false, reply); });
    QVERIFY(made.has_value());
    QVERIFY(remove({RemovableKind::Limit, made->limits.front().id}).has_value());
    QCOMPARE(m_governance->teams().size(), 1); // a team without limits is one
    made->limits = {limit(api::LimitUnit::Requests, 20, "1d")};
    QVERIFY(awaitReply<api::TeamView>([&](auto reply) { m_governance->saveTeam(*made, false, reply); }).has_value());
    QCOMPARE(undo().error().code, ErrorCode::Conflict);
    QVERIFY(awaitReply<api::TeamView>([&](auto reply) { m_governance->removeTeam(made->id, reply); }).has_value());
    QCOMPARE(undo().error().code, ErrorCode::NotFound);
}

void RemovalUndoTest::teamAndCustomerComeBackWithWhoBelongsToThem()
{
    api::CustomerView customer;
    customer.name = QStringLiteral("contoso");
    const auto owner =
        awaitReply<api::CustomerView>([&](auto reply) { m_governance->saveCustomer(customer, false, reply); });
    QVERIFY(owner.has_value());
    api::TeamView team;
    team.name = QStringLiteral("research");
    team.customerId = owner->id;
    const auto made = awaitReply<api::TeamView>([&](auto reply) { m_governance->saveTeam(team, false, reply); });
    QVERIFY(made.has_value());
    for (const bool isOfTeam : {true, false}) {
        api::SaveVirtualKey command;
        command.key.name = isOfTeam ? QStringLiteral("of the team") : QStringLiteral("of the customer");
        (isOfTeam ? command.key.teamId : command.key.customerId) = isOfTeam ? made->id : owner->id;
        QVERIFY(awaitReply<api::MadeVirtualKey>([&](auto reply) { m_governance->saveVirtualKey(command, reply); }));
    }
    const auto keysBefore = m_governance->virtualKeys();

    QVERIFY(remove({RemovableKind::Customer, owner->id}).has_value());
    QVERIFY(m_governance->virtualKeys().at(1).customerId.isEmpty());
    QVERIFY(m_governance->teams().front().customerId.isEmpty());
    QVERIFY(undo().has_value());
    QCOMPARE(m_governance->teams().front().customerId, owner->id);
    QCOMPARE(m_governance->virtualKeys(), keysBefore);

    QVERIFY(remove({RemovableKind::Team, made->id}).has_value());
    QVERIFY(m_governance->virtualKeys().front().teamId.isEmpty());
    QVERIFY(undo().has_value());
    QCOMPARE(m_governance->virtualKeys(), keysBefore);
    close();
    open();
    QCOMPARE(m_governance->virtualKeys(), keysBefore); // and so it is stored
}

void RemovalUndoTest::failureToRemoveLeavesNothingToUndo()
{
    QCOMPARE(remove({RemovableKind::Provider, QStringLiteral("unknown")}).error().code, ErrorCode::NotFound);
    QCOMPARE(remove({RemovableKind::ProviderKey, QStringLiteral("k"), provider}).error().code, ErrorCode::NotFound);
    QCOMPARE(remove({RemovableKind::RoutingRule, QStringLiteral("r")}).error().code, ErrorCode::NotFound);
    for (const auto kind :
         {RemovableKind::VirtualKey, RemovableKind::Limit, RemovableKind::Team, RemovableKind::Customer})
        QCOMPARE(remove({kind, QStringLiteral("v")}).error().code, ErrorCode::NotFound);
    QVERIFY(!m_removals->undoable());
}

QTEST_GUILESS_MAIN(RemovalUndoTest)
#include "tst_removal_undo.moc"
