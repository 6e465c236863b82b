// Who may use what, as workers read it: virtual keys found by the hash of their value, their owners, shared limits.
#pragma once

#include "gateway/base/secret_string.h"
#include "gateway/config/virtual_key.h"

#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::config {

struct GovernanceSettings {
    bool requiresVirtualKey = false; // Bifrost's enforce_auth_on_inference
    std::string databaseSalt;        // hashes values where there is no lasting secret store
    bool isAdminNeeded = false;      // to manage, from this computer too
    std::string adminName;
    std::string adminPasswordHash; // Argon2id, as text
    bool operator==(const GovernanceSettings &) const = default;
};

// What is stored of it; secrets live elsewhere.
struct StoredGovernance {
    GovernanceSettings settings;
    std::vector<VirtualKey> virtualKeys;
    std::vector<Team> teams;
    std::vector<Customer> customers;
    std::vector<SharedLimits> sharedLimits;
};

// Immutable; made on the main thread, read by any.
class Governance {
public:
    // The value of the hash is a pseudo-random function of the key's value, so its own bits spread well.
    struct HashOfHash {
        std::size_t operator()(const std::array<std::uint8_t, 32> &bytes) const noexcept
        {
            std::size_t first = 0;
            std::memcpy(&first, bytes.data(), sizeof first);
            return first;
        }
    };
    struct Found {
        const VirtualKey *key = nullptr; // null: no such value
        bool isPreviousValue = false;
    };

    Governance() = default;
    // `hashSecret`: of the secret store; empty while it cannot be read.
    Governance(StoredGovernance stored, SecretString hashSecret);
    Governance(const Governance &) = delete;
    Governance &operator=(const Governance &) = delete;

    const GovernanceSettings &settings() const { return m_stored.settings; }
    const std::vector<VirtualKey> &virtualKeys() const { return m_stored.virtualKeys; }
    const std::vector<Team> &teams() const { return m_stored.teams; }
    const std::vector<Customer> &customers() const { return m_stored.customers; }
    const std::vector<SharedLimits> &sharedLimits() const { return m_stored.sharedLimits; }
    const StoredGovernance &stored() const { return m_stored; }

    Found find(const KeyHash &hash) const;
    const VirtualKey *findKey(std::string_view id) const;
    const Team *findTeam(const TeamId &id) const;
    const Customer *findCustomer(const CustomerId &id) const;
    const Customer *customerOf(const VirtualKey &key) const; // its own, or that of its team

    // Which hashes a value has to be looked up under.
    bool hasKeysOf(KeyHash::Secret secret) const { return m_count[static_cast<std::size_t>(secret)] > 0; }
    // Whether values that do not look like ours may be keys.
    bool hasUnprefixedValues() const { return m_hasUnprefixedValues; }
    const SecretString &hashSecret() const { return m_hashSecret; }

private:
    void index(const KeyHash &hash, std::size_t key, bool isPrevious);

    struct Place {
        std::size_t key = 0;
        bool isPrevious = false;
    };
    using Index = std::unordered_map<std::array<std::uint8_t, 32>, Place, HashOfHash>;

    StoredGovernance m_stored;
    SecretString m_hashSecret;
    std::array<Index, 2> m_byHash; // of KeyHash::Secret
    std::unordered_map<std::string_view, std::size_t> m_byId;
    std::array<std::size_t, 2> m_count{};
    bool m_hasUnprefixedValues = false;
};

using GovernancePointer = std::shared_ptr<const Governance>;

} // namespace gateway::config
