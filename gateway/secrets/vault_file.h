// The format of the vault: secrets sealed under a passphrase in one file.
//
// Layout, integers little-endian: magic "BLRVAULT", version u32, Argon2id operations u64 and memory u64, salt 16,
// passphrase check 32, nonce 24, sealed bytes (XChaCha20-Poly1305), BLAKE2b-256 of everything before. The head up to
// the nonce is authenticated with the sealed bytes. The plain hash at the end tells damage from a wrong passphrase.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/secret_string.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace gateway::secrets {

// What deriving the key costs; stored in the file, so that it may be raised later.
struct VaultCost {
    std::uint64_t operations = 0;
    std::uint64_t memoryBytes = 0;
    static VaultCost moderate(); // 256 MiB, about a second
    static VaultCost minimal();  // for tests
};

using SecretMap = std::map<std::string, SecretString>;

// Keys in memory that is locked against swapping, guarded, and wiped when it is freed.
class VaultKey {
public:
    static constexpr std::size_t saltSize = 16;

    static Result<VaultKey> derive(const SecretString &passphrase, std::string_view salt, VaultCost cost);

    const std::string &salt() const { return m_salt; }
    VaultCost cost() const { return m_cost; }
    const unsigned char *sealingKey() const { return m_bytes.get(); }
    const unsigned char *checkingKey() const;

private:
    struct Free {
        void operator()(unsigned char *bytes) const;
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
    std::string m_salt;
    VaultCost m_cost;
};

// True when libsodium can be used; call before anything else here.
bool initializeSodium();
std::string makeVaultSalt();

struct OpenedVault {
    VaultKey key;
    SecretMap secrets;
};

// ErrorCode::SecretUnavailable; the message tells a wrong passphrase from a damaged file.
Result<OpenedVault> openVault(const std::string &file, const SecretString &passphrase);
Result<std::string> sealVault(const SecretMap &secrets, const VaultKey &key);

} // namespace gateway::secrets
