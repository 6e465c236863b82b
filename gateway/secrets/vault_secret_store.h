// Keeps secrets in a file sealed under a passphrase, for machines without a keychain.
#pragma once

#include "gateway/secrets/secret_store.h"
#include "gateway/secrets/vault_file.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace gateway::secrets {

class VaultSecretStore final : public SecretStore {
public:
    // Opens the file or begins a new one; a new file is written at once, so that a folder that cannot be written is
    // found out here. Blocks for about a second: deriving the key is slow on purpose.
    static Result<std::unique_ptr<VaultSecretStore>> open(const std::filesystem::path &path,
                                                          const SecretString &passphrase,
                                                          VaultCost costOfNew = VaultCost::moderate());

    StoreKind kind() const override { return StoreKind::Vault; }
    void read(const std::string &reference, Reply<SecretString> reply) override;
    // Answered when the file with the change is on the disk; after a failure the old value stays in force.
    void write(const std::string &reference, SecretString value, Reply<Done> reply) override;
    void remove(const std::string &reference, Reply<Done> reply) override;

private:
    VaultSecretStore(std::filesystem::path path, OpenedVault vault);
    Result<Done> replaceBy(SecretMap secrets);

    std::filesystem::path m_path;
    VaultKey m_key;
    SecretMap m_secrets;
    QObject m_replies; // replies on their way are dropped with it
};

} // namespace gateway::secrets
