// The keychain of the system, as a real one answers; started by run_with_keyring.sh.
//
// BILROST_TEST_KEYRING says what there is: "unlocked" or "none".
#include <QDir>
#include <QDirIterator>
#include <QTest>

#include "gateway/secrets/keychain_secret_store.h"
#include "tests/secrets/secret_replies.h"

using namespace gateway;
using namespace gateway::secrets;
using namespace std::chrono_literals;

class KeychainSecretStoreTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhetherItCanBeReached();
    void keepsSecretsForAnotherSession();
    void answersAnAbsentSecretWithAnEmptyOne();
    void forgetsWhatWasRemoved();
    void takesAnEmptyValueAsRemoval();
    void separatesServices();
    void answersManyCallsInTheirOrder();
    void takesCallsFromAReply();
    void mayBeDestroyedInAReply();
    void dropsRepliesWithTheStore();
    void givesUpWaiting();
    void saysUnavailableWithoutAKeychain();
    void writesNoPlainText();

private:
    bool hasKeyring() const { return qEnvironmentVariable("BILROST_TEST_KEYRING") == QStringLiteral("unlocked"); }
};

namespace {

const QString service = QStringLiteral("org.bilrost.Test");

Result<SecretStore::Done> probe(KeychainSecretStore &store)
{
    return replies::waitFor<SecretStore::Done>([&](auto reply) { store.probe(std::move(reply)); });
}

} // namespace

#define NEEDS_KEYRING                                                                                                  \
    if (!hasKeyring())                                                                                                 \
    QSKIP("this run has no keyring")

void KeychainSecretStoreTest::tellsWhetherItCanBeReached()
{
    KeychainSecretStore store(service);
    QCOMPARE(store.kind(), StoreKind::Keychain);
    const auto outcome = probe(store);
    QCOMPARE(outcome.has_value(), hasKeyring());
}

void KeychainSecretStoreTest::keepsSecretsForAnotherSession()
{
    NEEDS_KEYRING;
    {
        KeychainSecretStore store(service);
        QVERIFY(replies::write(store, "provider-key/1", "first"));
        QVERIFY(replies::write(store, "provider-key/1", "second \xC3\xA4"));
        QVERIFY(replies::write(store, "provider-key/2", "other"));
    }
    KeychainSecretStore store(service);
    QCOMPARE(replies::textOf(replies::read(store, "provider-key/1")), std::string("second \xC3\xA4"));
    QCOMPARE(replies::textOf(replies::read(store, "provider-key/2")), std::string("other"));
}

void KeychainSecretStoreTest::answersAnAbsentSecretWithAnEmptyOne()
{
    NEEDS_KEYRING;
    KeychainSecretStore store(service);
    QCOMPARE(replies::textOf(replies::read(store, "never written")), std::string());
}

void KeychainSecretStoreTest::forgetsWhatWasRemoved()
{
    NEEDS_KEYRING;
    KeychainSecretStore store(service);
    QVERIFY(replies::write(store, "gone", "value"));
    QVERIFY(replies::remove(store, "gone"));
    QCOMPARE(replies::textOf(replies::read(store, "gone")), std::string());
    QVERIFY(replies::remove(store, "gone"));
}

void KeychainSecretStoreTest::takesAnEmptyValueAsRemoval()
{
    NEEDS_KEYRING;
    KeychainSecretStore store(service);
    QVERIFY(replies::write(store, "emptied", "value"));
    QVERIFY(replies::write(store, "emptied", ""));
    QCOMPARE(replies::textOf(replies::read(store, "emptied")), std::string());
}

void KeychainSecretStoreTest::separatesServices()
{
    NEEDS_KEYRING;
    KeychainSecretStore store(service);
    KeychainSecretStore other(QStringLiteral("org.bilrost.Other"));
    QVERIFY(replies::write(store, "shared name", "ours"));
    QCOMPARE(replies::textOf(replies::read(other, "shared name")), std::string());
}

void KeychainSecretStoreTest::answersManyCallsInTheirOrder()
{
    NEEDS_KEYRING;
    KeychainSecretStore store(service);
    QStringList answers;
    QStringList expected;
    for (int number = 0; number < 20; ++number) {
        const std::string value = "value " + std::to_string(number);
        store.write("same", SecretString(value), [&](const auto &written) { QVERIFY(written); });
        store.read("same", [&](const auto &secret) { answers << QString::fromStdString(replies::textOf(secret)); });
        expected << QString::fromStdString(value);
    }
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers, expected, 60'000);
}

void KeychainSecretStoreTest::takesCallsFromAReply()
{
    NEEDS_KEYRING;
    KeychainSecretStore store(service);
    std::string value;
    store.write("nested", SecretString("inner"), [&](const auto &) {
        store.read("nested", [&](const auto &secret) { value = replies::textOf(secret); });
    });
    QTRY_COMPARE_WITH_TIMEOUT(value, std::string("inner"), 60'000);
}

void KeychainSecretStoreTest::mayBeDestroyedInAReply()
{
    auto store = std::make_unique<KeychainSecretStore>(service);
    store->probe([&store](const auto &) { store.reset(); });
    QTRY_VERIFY_WITH_TIMEOUT(!store, 60'000);
}

void KeychainSecretStoreTest::dropsRepliesWithTheStore()
{
    bool hasReplied = false;
    {
        KeychainSecretStore store(service);
        store.read("a", [&](const auto &) { hasReplied = true; });
        store.read("b", [&](const auto &) { hasReplied = true; });
    }
    KeychainSecretStore other(service);
    (void)probe(other); // by now the keychain would have answered the first ones
    QVERIFY(!hasReplied);
}

void KeychainSecretStoreTest::givesUpWaiting()
{
    KeychainSecretStore store(service, 0ms);
    const auto secret = replies::read(store, "a");
    QVERIFY(!secret);
    QCOMPARE(secret.error().code, ErrorCode::SecretUnavailable);
    QVERIFY(!replies::read(store, "b")); // the answer to "a" is not taken for that to "b"
}

void KeychainSecretStoreTest::saysUnavailableWithoutAKeychain()
{
    if (hasKeyring())
        QSKIP("this run has a keyring");
    KeychainSecretStore store(service);
    for (const auto &error : {replies::read(store, "a").error(), replies::write(store, "a", "planted-secret").error(),
                              replies::remove(store, "a").error(), probe(store).error()}) {
        QCOMPARE(error.code, ErrorCode::SecretUnavailable);
        QVERIFY(error.message.find("keychain") != std::string::npos);
    }
}

// Runs last, over everything that the tests before and the keyring have written to the home of this run.
void KeychainSecretStoreTest::writesNoPlainText()
{
    KeychainSecretStore store(service);
    (void)replies::write(store, "planted", "planted-secret-value");
    int files = 0;
    QDirIterator entries(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(file.fileName()));
        ++files;
    }
    QCOMPARE(files > 0, hasKeyring()); // the keyring's own sealed file is among them
}

QTEST_GUILESS_MAIN(KeychainSecretStoreTest)
#include "tst_keychain_secret_store.moc"
