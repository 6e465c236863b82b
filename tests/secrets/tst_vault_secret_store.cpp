// The sealed file: what it keeps, what it refuses, and that it gives nothing away.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "gateway/secrets/vault_secret_store.h"
#include "tests/secrets/secret_replies.h"

#include <sodium.h>

using namespace gateway;
using namespace gateway::secrets;

class VaultSecretStoreTest : public QObject {
    Q_OBJECT

private slots:
    void keepsSecretsAcrossSessions();
    void keepsAnyBytes();
    void forgetsWhatWasRemoved();
    void refusesAWrongPassphrase();
    void refusesAnEmptyPassphrase();
    void tellsADamagedFileFromAWrongPassphrase();
    void refusesANewerFormat();
    void refusesAFileThatAsksForTooMuchMemory();
    void leavesNoSecretInTheFolder();
    void isReadableByItsOwnerOnly();
    void usesAFreshNonceForEachWrite();
    void keepsTheOldValueWhenTheFileCannotBeWritten();
    void derivesTheKeyExpensivelyByDefault();
};

namespace {

const SecretString passphrase("correct horse battery staple");

std::filesystem::path vaultPath(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("vault.bin")).toStdString();
}

Result<std::unique_ptr<VaultSecretStore>> openVaultStore(const QTemporaryDir &folder,
                                                         const SecretString &words = passphrase)
{
    return VaultSecretStore::open(vaultPath(folder), words, VaultCost::minimal());
}

QByteArray readVault(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("vault.bin")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeVault(const QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(QStringLiteral("vault.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

// Makes the plain hash at the end fit again after a deliberate change.
QByteArray withFittingHash(QByteArray bytes)
{
    constexpr qsizetype hashSize = 32;
    const QByteArray content = bytes.left(bytes.size() - hashSize);
    QByteArray hash(hashSize, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), static_cast<std::size_t>(hash.size()),
                       reinterpret_cast<const unsigned char *>(content.constData()),
                       static_cast<unsigned long long>(content.size()), nullptr, 0);
    return content + hash;
}

} // namespace

void VaultSecretStoreTest::keepsSecretsAcrossSessions()
{
    const QTemporaryDir folder;
    {
        auto store = openVaultStore(folder);
        QVERIFY(store);
        QCOMPARE((*store)->kind(), StoreKind::Vault);
        QVERIFY(replies::write(**store, "a", "first"));
        QVERIFY(replies::write(**store, "b", "other"));
        QVERIFY(replies::write(**store, "a", "second"));
    }
    auto store = openVaultStore(folder);
    QVERIFY(store);
    QCOMPARE(replies::textOf(replies::read(**store, "a")), std::string("second"));
    QCOMPARE(replies::textOf(replies::read(**store, "b")), std::string("other"));
    QCOMPARE(replies::textOf(replies::read(**store, "c")), std::string());
}

void VaultSecretStoreTest::keepsAnyBytes()
{
    const QTemporaryDir folder;
    const std::string bytes("\0\xFF line\n\"", 9);
    QVERIFY(replies::write(**openVaultStore(folder), "a", bytes));
    QCOMPARE(replies::textOf(replies::read(**openVaultStore(folder), "a")), bytes);
}

void VaultSecretStoreTest::forgetsWhatWasRemoved()
{
    const QTemporaryDir folder;
    {
        auto store = openVaultStore(folder);
        QVERIFY(replies::write(**store, "a", "value"));
        QVERIFY(replies::remove(**store, "a"));
        QVERIFY(replies::remove(**store, "never written"));
    }
    QCOMPARE(replies::textOf(replies::read(**openVaultStore(folder), "a")), std::string());
}

void VaultSecretStoreTest::refusesAWrongPassphrase()
{
    const QTemporaryDir folder;
    QVERIFY(openVaultStore(folder));
    const QByteArray before = readVault(folder);
    const auto store = openVaultStore(folder, SecretString("Correct horse battery staple"));
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::SecretUnavailable);
    QVERIFY(store.error().message.find("passphrase") != std::string::npos);
    QVERIFY(store.error().message.find("wrong") != std::string::npos);
    QCOMPARE(readVault(folder), before);
}

void VaultSecretStoreTest::refusesAnEmptyPassphrase()
{
    const QTemporaryDir folder;
    QVERIFY(!openVaultStore(folder, SecretString()));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("vault.bin"))));
}

void VaultSecretStoreTest::tellsADamagedFileFromAWrongPassphrase()
{
    const QTemporaryDir folder;
    QVERIFY(replies::write(**openVaultStore(folder), "a", "value"));
    const QByteArray whole = readVault(folder);
    QList<QByteArray> damaged{QByteArray(), whole.left(20), whole.chopped(1), whole + 'x', QByteArray(500, 'x')};
    for (qsizetype position = 0; position < whole.size(); position += 3) {
        QByteArray changed = whole;
        changed[position] = static_cast<char>(changed[position] ^ 1);
        damaged.append(changed);
    }
    for (const QByteArray &bytes : damaged) {
        writeVault(folder, bytes);
        const auto store = openVaultStore(folder);
        QVERIFY(!store);
        QVERIFY(store.error().message.find("damaged") != std::string::npos);
        QCOMPARE(readVault(folder), bytes);
    }
    // A change that someone made on purpose, with a hash that fits, does not get through either.
    QByteArray forged = whole;
    const qsizetype inSealedBytes = whole.size() - 32 - 20;
    forged[inSealedBytes] = static_cast<char>(forged[inSealedBytes] ^ 1);
    writeVault(folder, withFittingHash(forged));
    const auto store = openVaultStore(folder);
    QVERIFY(!store);
    QVERIFY(store.error().message.find("damaged") != std::string::npos);
}

void VaultSecretStoreTest::refusesANewerFormat()
{
    const QTemporaryDir folder;
    QVERIFY(openVaultStore(folder));
    QByteArray bytes = readVault(folder);
    bytes[8] = 2;
    writeVault(folder, withFittingHash(bytes));
    const auto store = openVaultStore(folder);
    QVERIFY(!store);
    QVERIFY(store.error().message.find("newer version") != std::string::npos);
}

void VaultSecretStoreTest::refusesAFileThatAsksForTooMuchMemory()
{
    const QTemporaryDir folder;
    QVERIFY(openVaultStore(folder));
    QByteArray bytes = readVault(folder);
    bytes[8 + 4 + 8 + 6] = 1; // 2^48 bytes
    writeVault(folder, withFittingHash(bytes));
    const auto store = openVaultStore(folder);
    QVERIFY(!store);
    QVERIFY(store.error().message.find("damaged") != std::string::npos);
}

void VaultSecretStoreTest::leavesNoSecretInTheFolder()
{
    const QTemporaryDir folder;
    QVERIFY(replies::write(**openVaultStore(folder), "provider-key/findable", "planted-secret-value"));
    const QByteArray bytes = readVault(folder);
    QVERIFY(!bytes.isEmpty());
    QVERIFY(!bytes.contains("planted"));
    QVERIFY(!bytes.contains("findable"));
    QVERIFY(!bytes.contains("horse"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("vault.bin")});
}

void VaultSecretStoreTest::isReadableByItsOwnerOnly()
{
    const QTemporaryDir folder;
    auto store = openVaultStore(folder);
    QVERIFY(replies::write(**store, "a", "value"));
    using std::filesystem::perms;
    QCOMPARE(std::filesystem::status(vaultPath(folder)).permissions(), perms::owner_read | perms::owner_write);
}

void VaultSecretStoreTest::usesAFreshNonceForEachWrite()
{
    const QTemporaryDir folder;
    auto store = openVaultStore(folder);
    QVERIFY(replies::write(**store, "a", "value"));
    const QByteArray first = readVault(folder);
    QVERIFY(replies::write(**store, "a", "value"));
    QVERIFY(readVault(folder) != first);
    QCOMPARE(readVault(folder).size(), first.size());
}

void VaultSecretStoreTest::keepsTheOldValueWhenTheFileCannotBeWritten()
{
    auto folder = std::make_unique<QTemporaryDir>();
    auto store = openVaultStore(*folder);
    QVERIFY(replies::write(**store, "a", "old"));
    folder.reset(); // the folder is gone
    const auto written = replies::write(**store, "a", "new");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(replies::textOf(replies::read(**store, "a")), std::string("old"));
}

void VaultSecretStoreTest::derivesTheKeyExpensivelyByDefault()
{
    QCOMPARE(VaultCost::moderate().memoryBytes, std::uint64_t(crypto_pwhash_MEMLIMIT_MODERATE));
    QCOMPARE(VaultCost::moderate().operations, std::uint64_t(crypto_pwhash_OPSLIMIT_MODERATE));
}

QTEST_GUILESS_MAIN(VaultSecretStoreTest)
#include "tst_vault_secret_store.moc"
