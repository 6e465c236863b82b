// Which store is chosen, and that it is said why it is not the keychain; started by run_with_keyring.sh.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/secrets/secret_store_factory.h"
#include "tests/secrets/secret_replies.h"

using namespace gateway;
using namespace gateway::secrets;

class SecretStoreFactoryTest : public QObject {
    Q_OBJECT

private slots:
    void prefersTheKeychain_data();
    void prefersTheKeychain();
    void fallsBackToMemoryAndSaysWhy_data();
    void fallsBackToMemoryAndSaysWhy();
    void fallsBackToTheVaultWithAPassphrase();
    void mentionsAVaultThatStaysClosed();
    void opensTheVaultWhenAsked();
    void failsWhenTheVaultCannotBeOpened();
    void usesMemoryWhenAsked();
    void dropsTheReplyWithItsContext();
    void namesReferences();

private:
    bool hasKeyring() const { return qEnvironmentVariable("BILROST_TEST_KEYRING") == QStringLiteral("unlocked"); }
};

namespace {

Result<StoreInForce> choose(StoreChoice choice, const QTemporaryDir &folder, const char *passphrase = "")
{
    QObject context;
    StoreRequest request;
    request.choice = choice;
    request.passphrase = SecretString(passphrase);
    request.folder = folder.path().toStdString();
    request.service = QStringLiteral("org.bilrost.Test");
    return replies::waitFor<StoreInForce>(
        [&](auto reply) { chooseSecretStore(context, std::move(request), std::move(reply)); });
}

bool contains(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

void SecretStoreFactoryTest::prefersTheKeychain_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("automatic") << static_cast<int>(StoreChoice::Automatic);
    QTest::newRow("keychain") << static_cast<int>(StoreChoice::Keychain);
}

void SecretStoreFactoryTest::prefersTheKeychain()
{
    if (!hasKeyring())
        QSKIP("this run has no keyring");
    QFETCH(int, choice);
    const QTemporaryDir folder;
    const auto chosen = choose(static_cast<StoreChoice>(choice), folder, "passphrase");
    QVERIFY(chosen);
    QCOMPARE(chosen->store->kind(), StoreKind::Keychain);
    QVERIFY(chosen->problem.empty());
    QVERIFY(replies::write(*chosen->store, "a", "value"));
    QCOMPARE(replies::textOf(replies::read(*chosen->store, "a")), std::string("value"));
}

void SecretStoreFactoryTest::fallsBackToMemoryAndSaysWhy_data()
{
    prefersTheKeychain_data();
}

void SecretStoreFactoryTest::fallsBackToMemoryAndSaysWhy()
{
    if (hasKeyring())
        QSKIP("this run has a keyring");
    QFETCH(int, choice);
    const QTemporaryDir folder;
    const auto chosen = choose(static_cast<StoreChoice>(choice), folder);
    QVERIFY(chosen);
    QCOMPARE(chosen->store->kind(), StoreKind::Memory);
    QVERIFY(contains(chosen->problem, "keychain"));
    QVERIFY(contains(chosen->problem, "memory"));
    QVERIFY(!contains(chosen->problem, "vault"));
}

void SecretStoreFactoryTest::fallsBackToTheVaultWithAPassphrase()
{
    if (hasKeyring())
        QSKIP("this run has a keyring");
    const QTemporaryDir folder;
    const auto chosen = choose(StoreChoice::Automatic, folder, "passphrase");
    QVERIFY(chosen);
    QCOMPARE(chosen->store->kind(), StoreKind::Vault);
    QVERIFY(contains(chosen->problem, "keychain"));
    QVERIFY(contains(chosen->problem, "vault"));
}

void SecretStoreFactoryTest::mentionsAVaultThatStaysClosed()
{
    if (hasKeyring())
        QSKIP("this run has a keyring");
    const QTemporaryDir folder;
    QVERIFY(choose(StoreChoice::Vault, folder, "passphrase"));
    const auto chosen = choose(StoreChoice::Automatic, folder);
    QVERIFY(chosen);
    QCOMPARE(chosen->store->kind(), StoreKind::Memory);
    QVERIFY(contains(chosen->problem, "passphrase"));
}

void SecretStoreFactoryTest::opensTheVaultWhenAsked()
{
    const QTemporaryDir folder;
    {
        const auto chosen = choose(StoreChoice::Vault, folder, "passphrase");
        QVERIFY(chosen);
        QVERIFY(replies::write(*chosen->store, "a", "value"));
    }
    const auto chosen = choose(StoreChoice::Vault, folder, "passphrase");
    QVERIFY(chosen);
    QCOMPARE(chosen->store->kind(), StoreKind::Vault);
    QVERIFY(chosen->problem.empty());
    QCOMPARE(replies::textOf(replies::read(*chosen->store, "a")), std::string("value"));
}

void SecretStoreFactoryTest::failsWhenTheVaultCannotBeOpened()
{
    const QTemporaryDir folder;
    QVERIFY(choose(StoreChoice::Vault, folder, "passphrase"));
    const auto wrong = choose(StoreChoice::Vault, folder, "another");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::SecretUnavailable);
    QVERIFY(contains(wrong.error().message, "wrong"));
    QVERIFY(!choose(StoreChoice::Vault, folder));
}

void SecretStoreFactoryTest::usesMemoryWhenAsked()
{
    const QTemporaryDir folder;
    const auto chosen = choose(StoreChoice::Memory, folder, "passphrase");
    QVERIFY(chosen);
    QCOMPARE(chosen->store->kind(), StoreKind::Memory);
    QVERIFY(chosen->problem.empty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void SecretStoreFactoryTest::dropsTheReplyWithItsContext()
{
    bool hasReplied = false;
    {
        QObject context;
        chooseSecretStore(context, {}, [&](const auto &) { hasReplied = true; });
    }
    const QTemporaryDir folder;
    QVERIFY(choose(StoreChoice::Automatic, folder)); // by now the first one would have been answered
    QVERIFY(!hasReplied);
}

void SecretStoreFactoryTest::namesReferences()
{
    QCOMPARE(providerKeyReference("1-2"), std::string("provider-key/1-2"));
    QCOMPARE(proxyPasswordReference("openai"), std::string("proxy-password/openai"));
}

QTEST_GUILESS_MAIN(SecretStoreFactoryTest)
#include "tst_secret_store_factory.moc"
