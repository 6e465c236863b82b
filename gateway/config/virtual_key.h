// A key of ours that a client shows instead of a provider's, and what it may be used for.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/identifiers.h"
#include "gateway/config/usage_limit.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::config {

using VirtualKeyId = Identifier<struct VirtualKeyIdTag>; // a UUID, or the id that a configuration file gives
using TeamId = Identifier<struct TeamIdTag>;
using CustomerId = Identifier<struct CustomerIdTag>;

// What is kept of a key's value (docs/decisions/0016-hashes-of-virtual-keys.md).
struct KeyHash {
    enum class Secret {
        SecretStore, // hashed with the secret of the secret store
        Database,    // hashed with the salt of the database, where there is no lasting secret store
    };
    Secret secret = Secret::SecretStore;
    std::array<std::uint8_t, 32> bytes{};
    bool operator==(const KeyHash &) const = default;
};

// Limits of one model that a virtual key asks of a provider.
struct ModelUsageLimits {
    std::string model; // as the provider names it
    UsageLimits limits;
    bool operator==(const ModelUsageLimits &) const = default;
};

// What a virtual key may ask of one provider: Bifrost's provider config.
struct VirtualKeyProvider {
    std::string id; // a UUID
    std::string provider;
    std::optional<double> weight;                // share of requests that name no provider; none or 0: never drawn
    std::vector<std::string> allowedModels{"*"}; // as config/model_names.h reads them; empty is none
    std::vector<std::string> deniedModels;       // before the allowed ones
    bool allowsAllKeys = true;
    std::vector<std::string> keys; // ids or names of the provider's keys, unless all may be used
    UsageLimits limits;
    std::vector<ModelUsageLimits> modelLimits; // beside `limits`

    bool allowsModel(std::string_view model) const;
    bool namesModel(std::string_view model) const; // allowed, and not only by "*"
    bool operator==(const VirtualKeyProvider &) const = default;
};

struct VirtualKey {
    VirtualKeyId id;
    std::string name;
    std::string description;
    KeyHash hash;
    std::string shownPrefix; // for people: "sk-bf-7Qx"; not enough to guess the rest
    bool isActive = true;
    std::optional<WallTime> expiresAt;
    bool goesWhenExpired = false; // it is deleted then
    bool keepsValue = false;      // its values are wanted in the secret store, where people can have them again
    bool hasKeptValue = false;    // the present one is there; else nobody knows it any more
    // After a rotation the value before is good for a while.
    std::optional<KeyHash> previousHash;
    std::optional<WallTime> previousExpiresAt;
    std::optional<WallTime> rotatedAt;
    bool allowsAllProviders = true; // beside those below
    std::vector<VirtualKeyProvider> providers;
    TeamId team;         // empty: none; a key belongs to a team or to a customer
    CustomerId customer; // empty: none, or that of the team
    UsageLimits limits;
    bool isPrivate = false;          // no headers and bodies are kept of its requests
    std::string environmentVariable; // where a configuration file takes the value from; for people
    WallTime createdAt{};
    WallTime updatedAt{};

    const VirtualKeyProvider *findProvider(std::string_view provider) const;
    bool hasExpired(WallTime now) const { return expiresAt && *expiresAt <= now; }
    bool operator==(const VirtualKey &) const = default;
};

struct Team {
    TeamId id;
    std::string name;
    CustomerId customer; // empty: none
    UsageLimits limits;
    WallTime createdAt{};
    WallTime updatedAt{};
    bool operator==(const Team &) const = default;
};

struct Customer {
    CustomerId id;
    std::string name;
    UsageLimits limits;
    WallTime createdAt{};
    WallTime updatedAt{};
    bool operator==(const Customer &) const = default;
};

// Limits of all requests, whoever makes them: of a provider, of a model, or of everything.
struct SharedLimits {
    std::string id;       // a UUID
    std::string provider; // empty: any
    std::string model;    // as the provider names it, or an alias, as clients ask for it; empty: any
    UsageLimits limits;
    WallTime createdAt{};
    WallTime updatedAt{};

    bool covers(std::string_view askedProvider, std::string_view askedModel) const
    {
        return (provider.empty() || provider == askedProvider) && (model.empty() || model == askedModel);
    }
    bool operator==(const SharedLimits &) const = default;
};

} // namespace gateway::config
