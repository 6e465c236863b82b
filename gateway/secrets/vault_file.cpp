#include "gateway/secrets/vault_file.h"

#include <array>

#include <sodium.h>

namespace gateway::secrets {

namespace {

constexpr std::string_view magic = "BLRVAULT";
constexpr std::uint32_t formatVersion = 1;
constexpr std::size_t sealingKeySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t checkingKeySize = crypto_generichash_KEYBYTES;
constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t hashSize = crypto_generichash_BYTES;
constexpr std::size_t saltOffset = magic.size() + 4 + 8 + 8;
constexpr std::size_t checkOffset = saltOffset + VaultKey::saltSize;
constexpr std::size_t headSize = checkOffset + hashSize;
constexpr std::size_t smallestFile = headSize + nonceSize + tagSize + hashSize;

// A vault asks for no more than this; a file that does is not ours.
constexpr std::uint64_t largestMemory = 4ull << 30;
constexpr std::uint64_t largestOperations = 64;

static_assert(VaultKey::saltSize == crypto_pwhash_SALTBYTES);

Error unavailable(std::string message)
{
    return Error::internal(ErrorCode::SecretUnavailable, std::move(message));
}

Error damaged()
{
    return unavailable("The vault file is damaged. Restore vault.bin from a backup, or move it away to begin with an "
                       "empty vault.");
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

template <typename Integer>
void appendInteger(std::string &bytes, Integer value)
{
    for (std::size_t index = 0; index < sizeof(Integer); ++index)
        bytes.push_back(static_cast<char>((value >> (8 * index)) & 0xFF));
}

template <typename Integer>
Integer integerAt(std::string_view bytes, std::size_t offset)
{
    Integer value = 0;
    for (std::size_t index = 0; index < sizeof(Integer); ++index)
        value |= static_cast<Integer>(static_cast<Integer>(static_cast<unsigned char>(bytes[offset + index]))
                                      << (8 * index));
    return value;
}

std::string hashOf(std::string_view bytes, const unsigned char *key = nullptr)
{
    std::string hash(hashSize, '\0');
    crypto_generichash(bytesOf(hash), hash.size(), bytesOf(bytes), bytes.size(), key, key ? checkingKeySize : 0);
    return hash;
}

// Secrets in one buffer that is wiped at the end of its life.
class PlainBytes {
public:
    explicit PlainBytes(std::size_t size) : m_bytes(size, '\0') {}
    ~PlainBytes() { sodium_memzero(m_bytes.data(), m_bytes.size()); }
    PlainBytes(const PlainBytes &) = delete;
    PlainBytes &operator=(const PlainBytes &) = delete;
    std::string &bytes() { return m_bytes; }

private:
    std::string m_bytes;
};

std::size_t packedSize(const SecretMap &secrets)
{
    std::size_t size = 0;
    for (const auto &[reference, secret] : secrets)
        size += 8 + reference.size() + secret.reveal().size();
    return size;
}

void pack(const SecretMap &secrets, std::string &plain)
{
    plain.clear(); // keeps its memory: nothing is left behind by growing
    for (const auto &[reference, secret] : secrets) {
        for (const std::string_view part : {std::string_view(reference), secret.reveal()}) {
            appendInteger(plain, static_cast<std::uint32_t>(part.size()));
            plain.append(part);
        }
    }
}

Result<SecretMap> unpack(std::string_view plain)
{
    SecretMap secrets;
    while (!plain.empty()) {
        std::array<std::string_view, 2> parts;
        for (std::string_view &part : parts) {
            if (plain.size() < 4)
                return unexpected(damaged());
            const auto size = integerAt<std::uint32_t>(plain, 0);
            if (plain.size() - 4 < size)
                return unexpected(damaged());
            part = plain.substr(4, size);
            plain.remove_prefix(4u + size);
        }
        secrets.emplace(parts[0], SecretString(parts[1]));
    }
    return secrets;
}

std::string headOf(const VaultKey &key)
{
    std::string head(magic);
    appendInteger(head, formatVersion);
    appendInteger(head, key.cost().operations);
    appendInteger(head, key.cost().memoryBytes);
    head += key.salt();
    head += hashOf(head, key.checkingKey());
    return head;
}

} // namespace

VaultCost VaultCost::moderate()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

VaultCost VaultCost::minimal()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

void VaultKey::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes); // wipes
}

const unsigned char *VaultKey::checkingKey() const
{
    return m_bytes.get() + sealingKeySize;
}

Result<VaultKey> VaultKey::derive(const SecretString &passphrase, std::string_view salt, VaultCost cost)
{
    constexpr std::size_t size = sealingKeySize + checkingKeySize;
    VaultKey key;
    key.m_bytes.reset(static_cast<unsigned char *>(sodium_malloc(size)));
    const std::string_view text = passphrase.reveal();
    if (!key.m_bytes
        || crypto_pwhash(key.m_bytes.get(), size, text.data(), text.size(), bytesOf(salt), cost.operations,
                         static_cast<std::size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13)
               != 0)
        return unexpected(unavailable("There is not enough memory to open the vault: it needs "
                                      + std::to_string(cost.memoryBytes / (1024 * 1024)) + " MiB for a moment."));
    sodium_mprotect_readonly(key.m_bytes.get());
    key.m_salt = salt;
    key.m_cost = cost;
    return key;
}

bool initializeSodium()
{
    return sodium_init() >= 0;
}

std::string makeVaultSalt()
{
    std::string salt(VaultKey::saltSize, '\0');
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

Result<OpenedVault> openVault(const std::string &file, const SecretString &passphrase)
{
    const std::string_view bytes = file;
    if (bytes.size() < smallestFile || bytes.substr(0, magic.size()) != magic
        || hashOf(bytes.substr(0, bytes.size() - hashSize)) != bytes.substr(bytes.size() - hashSize))
        return unexpected(damaged());
    if (integerAt<std::uint32_t>(bytes, magic.size()) != formatVersion)
        return unexpected(unavailable("The vault file was written by a newer version of Bilrost. Install that version "
                                      "again, or move vault.bin away to begin with an empty vault."));
    const VaultCost cost{integerAt<std::uint64_t>(bytes, magic.size() + 4),
                         integerAt<std::uint64_t>(bytes, magic.size() + 12)};
    if (cost.memoryBytes > largestMemory || cost.operations > largestOperations)
        return unexpected(damaged());
    auto key = VaultKey::derive(passphrase, bytes.substr(saltOffset, VaultKey::saltSize), cost);
    if (!key)
        return unexpected(key.error());
    const std::string_view head = bytes.substr(0, headSize);
    if (headOf(*key) != head)
        return unexpected(unavailable("The passphrase of the vault is wrong."));
    const std::string_view nonce = bytes.substr(headSize, nonceSize);
    const std::string_view sealed = bytes.substr(headSize + nonceSize, bytes.size() - headSize - nonceSize - hashSize);
    PlainBytes plain(sealed.size() - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain.bytes()), nullptr, nullptr, bytesOf(sealed),
                                                   sealed.size(), bytesOf(head), head.size(), bytesOf(nonce),
                                                   key->sealingKey())
        != 0)
        return unexpected(damaged());
    auto secrets = unpack(plain.bytes());
    if (!secrets)
        return unexpected(secrets.error());
    return OpenedVault{std::move(*key), std::move(*secrets)};
}

Result<std::string> sealVault(const SecretMap &secrets, const VaultKey &key)
{
    PlainBytes plain(packedSize(secrets));
    pack(secrets, plain.bytes());
    const std::string head = headOf(key);
    // 24 random bytes never repeat in practice, so each write takes fresh ones.
    std::string nonce(nonceSize, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string sealed(plain.bytes().size() + tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, bytesOf(std::string_view(plain.bytes())),
                                                   plain.bytes().size(), bytesOf(std::string_view(head)), head.size(),
                                                   nullptr, bytesOf(std::string_view(nonce)), key.sealingKey())
        != 0)
        return unexpected(unavailable("The vault could not be sealed."));
    std::string file = head + nonce + sealed;
    file += hashOf(file);
    return file;
}

} // namespace gateway::secrets
