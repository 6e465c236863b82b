// Values of virtual keys that can be had again: where they are, who is told, and what takes them out.
#include "gateway/access/virtual_key_authenticator.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/governance_configuration.h"
#include "tests/core/asked_api.h"
#include "tests/core/governed_gateway.h"
#include "tests/support/awaited_reply.h"
#include "tests/support/lasting_secret_store.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using admin::Json;
using service::GovernanceConfiguration;
using tests::ApiAnswer;
using tests::GovernedGateway;
using tests::awaitReply;

namespace {

const std::string keysPath = "/api/governance/virtual-keys";

} // namespace

class KeptValuesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsNothingUnlessAsked();
    void tellsAKeptValueAgain();
    void keepsTheNewValueInPlaceOfTheOld();
    void beginsWithTheNextValueOfAKeyThatWasMadeBefore();
    void takesTheValueOutWhenItIsNotWantedAnyMore();
    void changesNothingWhileTheStoreIsLocked();
    void refusesToKeepWhereNothingLasts();
    void handsOutNothingThatSomebodyElseWrote();
    void tellsNoWebPageUnlessThereIsAnAdministrator();
    void bringsTheValueBackWithTheKey();
    void takesOverAKeyOfAFileWhoseValueCannotBeKept();
    void deletesAKeyWithItsValueWhenItHasExpired();

private:
    void open(secrets::SecretStore &store);
    ApiAnswer call(const char *method, const std::string &path, const std::string &body = {},
                   const HeaderList &headers = {})
    {
        return tests::askApi(*m_api, method, path, body, {}, headers);
    }
    ApiAnswer create(const std::string &body) { return call("POST", keysPath, body); }
    std::string path(const ApiAnswer &made) const
    {
        return keysPath + "/" + made.body["virtual_key"]["id"].get<std::string>();
    }
    static std::string valueOf(const ApiAnswer &made) { return made.body["virtual_key"]["value"]; }
    int entries() const
    {
        return static_cast<int>(std::count_if(m_secrets.values.begin(), m_secrets.values.end(), [](const auto &entry) {
            return entry.first.starts_with("virtual-key-value/") && !entry.second.isEmpty();
        }));
    }
    bool works(const std::string &value) const
    {
        HeaderList headers;
        headers.add("x-bf-vk", value);
        return access::authenticate({headers}, *m_configuration->governance(), m_clock.wallNow()).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    tests::ManualClock m_clock;
    tests::LastingSecretStore m_secrets;
    secrets::MemorySecretStore m_memory;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::shared_ptr<service::WorkerGate> m_gate;
    std::unique_ptr<governance::LimitLedger> m_ledger;
    std::unique_ptr<GovernanceConfiguration> m_configuration;
    std::unique_ptr<GovernedGateway> m_gateway;
    std::unique_ptr<admin::ManagementApi> m_api;
};

void KeptValuesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets.values.clear();
    m_secrets.isLocked = false;
    open(m_secrets);
}

void KeptValuesTest::open(secrets::SecretStore &store)
{
    cleanup();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    m_storage = std::move(*storage::StorageThread::open(options));
    m_gate = std::make_shared<service::WorkerGate>(*this);
    m_ledger = std::make_unique<governance::LimitLedger>(m_clock);
    m_configuration = std::make_unique<GovernanceConfiguration>(m_clock, *m_storage, store, *m_ledger, m_gate);
    m_configuration->load(m_storage->loadConfig().governance);
    bool isReady = false;
    m_configuration->whenSettled([&isReady] { isReady = true; });
    QTRY_VERIFY(isReady);
    m_gateway = std::make_unique<GovernedGateway>(*m_configuration);
    m_api = std::make_unique<admin::ManagementApi>(*m_gateway, "");
}

void KeptValuesTest::cleanup()
{
    m_api.reset();
    m_gateway.reset();
    if (m_gate)
        m_gate->close();
    QCoreApplication::processEvents(); // replies of the secret store that are on their way
    m_storage.reset();
    m_configuration.reset();
    m_ledger.reset();
    m_gate.reset();
}

void KeptValuesTest::keepsNothingUnlessAsked()
{
    const ApiAnswer made = create(R"({"name":"a"})");
    QCOMPARE(made.status, 200);
    QCOMPARE(made.body["virtual_key"]["keep_value"], Json(false));
    QCOMPARE(entries(), 0);
    QCOMPARE(call("GET", path(made) + "/value").status, 404);
    QCOMPARE(call("GET", keysPath + "/unknown/value").status, 404);
}

void KeptValuesTest::tellsAKeptValueAgain()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    QCOMPARE(made.status, 200);
    QCOMPARE(made.body["virtual_key"]["is_value_kept"], Json(true));
    open(m_secrets);
    QCOMPARE(call("GET", path(made) + "/value").body["value"].get<std::string>(), valueOf(made));
    // Nowhere else.
    for (const std::string &elsewhere : {path(made), keysPath, std::string("/api/config/export")})
        QVERIFY(call("GET", elsewhere).body.dump().find(valueOf(made)) == std::string::npos);
    QCOMPARE(call("PUT", path(made), R"({"description":"d"})").status, 200);
    QCOMPARE(call("GET", path(made) + "/value").body["value"].get<std::string>(), valueOf(made));
    QCOMPARE(call("DELETE", path(made)).status, 200);
    QCOMPARE(call("GET", path(made) + "/value").status, 404);
    QTRY_COMPARE(entries(), 0);
}

void KeptValuesTest::keepsTheNewValueInPlaceOfTheOld()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    const ApiAnswer rotated = call("POST", path(made) + "/rotate", R"({"grace_seconds":60})");
    QCOMPARE(rotated.status, 200);
    QCOMPARE(call("GET", path(made) + "/value").body["value"].get<std::string>(), valueOf(rotated));
    QTRY_COMPARE(entries(), 1);
    QVERIFY(works(valueOf(made))); // for its grace
}

void KeptValuesTest::beginsWithTheNextValueOfAKeyThatWasMadeBefore()
{
    const ApiAnswer made = create(R"({"name":"a"})");
    const ApiAnswer changed = call("PUT", path(made), R"({"keep_value":true})");
    QCOMPARE(changed.body["virtual_key"]["keep_value"], Json(true));
    QCOMPARE(changed.body["virtual_key"]["is_value_kept"], Json(false));
    QVERIFY(works(valueOf(made)));
    const ApiAnswer rotated = call("POST", path(made) + "/rotate");
    QCOMPARE(call("GET", path(made) + "/value").body["value"].get<std::string>(), valueOf(rotated));
}

void KeptValuesTest::takesTheValueOutWhenItIsNotWantedAnyMore()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    const ApiAnswer changed = call("PUT", path(made), R"({"keep_value":false})");
    QCOMPARE(changed.body["virtual_key"]["is_value_kept"], Json(false));
    QCOMPARE(entries(), 0);
    QCOMPARE(call("GET", path(made) + "/value").status, 404);
    QVERIFY(works(valueOf(made)));
    QCOMPARE(call("POST", path(made) + "/rotate", R"({"keep_value":true})").status, 200);
    QCOMPARE(entries(), 1);
    QCOMPARE(call("POST", path(made) + "/rotate", R"({"keep_value":false})").status, 200);
    QCOMPARE(entries(), 0);
}

void KeptValuesTest::changesNothingWhileTheStoreIsLocked()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    m_secrets.isLocked = true;
    QCOMPARE(create(R"({"name":"b","keep_value":true})").status, 503);
    QCOMPARE(call("POST", path(made) + "/rotate").status, 503);
    QCOMPARE(call("PUT", path(made), R"({"keep_value":false})").status, 503);
    QCOMPARE(call("GET", path(made) + "/value").status, 503);
    QCOMPARE(m_configuration->virtualKeys().size(), 1);
    QVERIFY(works(valueOf(made)));
    m_secrets.isLocked = false;
    QCOMPARE(call("GET", path(made) + "/value").body["value"].get<std::string>(), valueOf(made));
}

void KeptValuesTest::refusesToKeepWhereNothingLasts()
{
    open(m_memory);
    QCOMPARE(create(R"({"name":"a","keep_value":true})").status, 400);
    QVERIFY(m_configuration->virtualKeys().isEmpty());
    QCOMPARE(create(R"({"name":"a"})").status, 200);
}

void KeptValuesTest::handsOutNothingThatSomebodyElseWrote()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    for (auto &[reference, value] : m_secrets.values) {
        if (reference.starts_with("virtual-key-value/"))
            value = SecretString("sk-bf-of-somebody-else");
    }
    QCOMPARE(call("GET", path(made) + "/value").status, 404);
}

void KeptValuesTest::tellsNoWebPageUnlessThereIsAnAdministrator()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    const HeaderField origin{"Origin", "http://localhost:3000"};
    QCOMPARE(call("GET", path(made) + "/value", {}, {origin}).status, 403);
    QCOMPARE(call("GET", path(made) + "/value", {}, {{"Sec-Fetch-Site", "none"}}).status, 403);
    QVERIFY(awaitReply<api::AdminView>([&](auto reply) {
        m_configuration->setAdmin({true, QStringLiteral("root")}, QStringLiteral("secret"), reply);
    }));
    QCOMPARE(call("GET", path(made) + "/value", {}, {origin}).status, 401);
    QCOMPARE(call("GET", path(made) + "/value", {}, {origin, {"Authorization", "Basic cm9vdDpzZWNyZXQ="}}).status, 200);
}

// As an undo does (decision 0019).
void KeptValuesTest::bringsTheValueBackWithTheKey()
{
    const ApiAnswer made = create(R"({"name":"a","keep_value":true})");
    const QString id = m_configuration->virtualKeys().at(0).id;
    const auto taken =
        awaitReply<service::RemovedVirtualKey>([&](auto reply) { m_configuration->takeVirtualKey(id, reply); });
    QVERIFY(taken.has_value());
    QTRY_COMPARE(entries(), 0);
    QVERIFY(!works(valueOf(made)));
    const auto back =
        awaitReply<api::VirtualKeyView>([&](auto reply) { m_configuration->restoreVirtualKey(*taken, reply); });
    QVERIFY(back && back->hasKeptValue);
    QCOMPARE(call("GET", path(made) + "/value").body["value"].get<std::string>(), valueOf(made));
    // A store that is locked meanwhile takes only what it has, not the key.
    const auto again =
        awaitReply<service::RemovedVirtualKey>([&](auto reply) { m_configuration->takeVirtualKey(id, reply); });
    m_secrets.isLocked = true;
    const auto without =
        awaitReply<api::VirtualKeyView>([&](auto reply) { m_configuration->restoreVirtualKey(*again, reply); });
    QVERIFY(without && !without->hasKeptValue);
    QVERIFY(works(valueOf(made)));
}

void KeptValuesTest::takesOverAKeyOfAFileWhoseValueCannotBeKept()
{
    open(m_memory);
    api::SaveVirtualKey command;
    command.key.id = QStringLiteral("of-file");
    command.key.name = QStringLiteral("of file");
    command.key.keepsValue = true;
    command.value = QStringLiteral("value-of-the-file");
    const auto save = [&] {
        return awaitReply<api::MadeVirtualKey>([&](auto reply) { m_configuration->saveVirtualKey(command, reply); });
    };
    const auto made = save();
    QVERIFY(made && !made->key.hasKeptValue);
    QVERIFY(works("value-of-the-file"));
    open(m_secrets);
    QVERIFY(save()->key.hasKeptValue);
    QCOMPARE(entries(), 1);
    m_secrets.isLocked = true; // the same value again needs no store
    QVERIFY(save()->key.hasKeptValue);
}

void KeptValuesTest::deletesAKeyWithItsValueWhenItHasExpired()
{
    const auto at = [this](std::chrono::seconds later) {
        const auto since =
            std::chrono::duration_cast<std::chrono::seconds>((m_clock.wallNow() + later).time_since_epoch());
        return QDateTime::fromSecsSinceEpoch(since.count(), Qt::UTC).toString(Qt::ISODate).toStdString();
    };
    const std::string soon = at(std::chrono::seconds(10));
    QCOMPARE(
        create(R"({"name":"goes","keep_value":true,"delete_after_expire":true,"expires_at":")" + soon + "\"}").status,
        200);
    QCOMPARE(create(R"({"name":"stays","keep_value":true,"expires_at":")" + soon + "\"}").status, 200);
    QCOMPARE(create(R"({"name":"never","delete_after_expire":true})").status, 200);
    m_configuration->removeExpired();
    const auto settle = [this] {
        bool isSettled = false;
        m_configuration->whenSettled([&isSettled] { isSettled = true; });
        return QTest::qWaitFor([&isSettled] { return isSettled; });
    };
    QVERIFY(settle());
    QCOMPARE(m_configuration->virtualKeys().size(), 3);
    m_clock.advance(std::chrono::seconds(10));
    m_configuration->removeExpired();
    m_configuration->removeExpired(); // the timer does not wait
    QVERIFY(settle());
    QCOMPARE(m_configuration->virtualKeys().size(), 2);
    const std::string next =
        R"({"name":"next","delete_after_expire":true,"expires_at":")" + at(std::chrono::seconds(5));
    QCOMPARE(create(next + "\"}").status, 200);
    m_clock.advance(std::chrono::seconds(5));
    m_configuration->removeExpired();
    QTRY_COMPARE(m_configuration->virtualKeys().size(), 2);
    QStringList names; // of one age, so in no order
    for (const api::VirtualKeyView &key : m_configuration->virtualKeys())
        names.append(key.name);
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("never"), QStringLiteral("stays")}));
    QTRY_COMPARE(entries(), 1);
}

QTEST_GUILESS_MAIN(KeptValuesTest)
#include "tst_kept_values.moc"
