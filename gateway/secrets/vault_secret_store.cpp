#include "gateway/secrets/vault_secret_store.h"

#include "gateway/secrets/later_reply.h"

#include <QFile>
#include <QSaveFile>

namespace gateway::secrets {

namespace {

QString toQString(const std::filesystem::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

Error unavailable(std::string message, const QString &detail)
{
    return Error::internal(ErrorCode::SecretUnavailable, std::move(message), detail.toStdString());
}

Result<SecretStore::Done> writeWhole(const std::filesystem::path &path, const std::string &bytes)
{
    // Replaces the file in one step, so that a crash leaves the old or the new one.
    QSaveFile file(toQString(path));
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size())
        && file.commit();
    if (!isWritten)
        return unexpected(unavailable("The vault file " + path.string()
                                          + " cannot be written. Check its permissions and the space on the disk.",
                                      file.errorString()));
    return SecretStore::Done{};
}

} // namespace

Result<std::unique_ptr<VaultSecretStore>> VaultSecretStore::open(const std::filesystem::path &path,
                                                                 const SecretString &passphrase, VaultCost costOfNew)
{
    if (!initializeSodium())
        return unexpected(unavailable("The cryptographic library cannot be used.", {}));
    if (passphrase.isEmpty())
        return unexpected(unavailable("The vault needs a passphrase.", {}));
    QFile file(toQString(path));
    if (!file.exists()) {
        auto key = VaultKey::derive(passphrase, makeVaultSalt(), costOfNew);
        if (!key)
            return unexpected(key.error());
        std::unique_ptr<VaultSecretStore> store(new VaultSecretStore(path, {std::move(*key), {}}));
        if (auto written = store->replaceBy({}); !written)
            return unexpected(written.error());
        return store;
    }
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(unavailable("The vault file " + path.string() + " cannot be read. Check its permissions.",
                                      file.errorString()));
    auto vault = openVault(file.readAll().toStdString(), passphrase);
    if (!vault)
        return unexpected(vault.error());
    return std::unique_ptr<VaultSecretStore>(new VaultSecretStore(path, std::move(*vault)));
}

VaultSecretStore::VaultSecretStore(std::filesystem::path path, OpenedVault vault)
    : m_path(std::move(path)), m_key(std::move(vault.key)), m_secrets(std::move(vault.secrets))
{
}

void VaultSecretStore::read(const std::string &reference, Reply<SecretString> reply)
{
    const auto found = m_secrets.find(reference);
    replyLater<SecretString>(m_replies, std::move(reply), found == m_secrets.end() ? SecretString() : found->second);
}

void VaultSecretStore::write(const std::string &reference, SecretString value, Reply<Done> reply)
{
    SecretMap secrets = m_secrets;
    secrets.insert_or_assign(reference, std::move(value));
    replyLater<Done>(m_replies, std::move(reply), replaceBy(std::move(secrets)));
}

void VaultSecretStore::remove(const std::string &reference, Reply<Done> reply)
{
    SecretMap secrets = m_secrets;
    const bool isThere = secrets.erase(reference) > 0;
    replyLater<Done>(m_replies, std::move(reply), isThere ? replaceBy(std::move(secrets)) : Result<Done>(Done{}));
}

Result<SecretStore::Done> VaultSecretStore::replaceBy(SecretMap secrets)
{
    const Result<std::string> sealed = sealVault(secrets, m_key);
    if (!sealed)
        return unexpected(sealed.error());
    Result<Done> written = writeWhole(m_path, *sealed);
    if (written)
        m_secrets = std::move(secrets);
    return written;
}

} // namespace gateway::secrets
