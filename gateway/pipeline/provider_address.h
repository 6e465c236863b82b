// Where the providers of a snapshot are, and how their models see them.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::pipeline {

// Where a provider is, parsed once for each snapshot.
struct ProviderAddress {
    net::UpstreamRoutePointer route;
    std::string basePath; // "" or "/something"
};

// Of one key: a key may be for a server of its own. Null: where the provider's base URL says. A host's name may still
// have the variables {region} and {resource} in it.
Result<ProviderAddress> addressOf(const config::ProviderDefinition &provider, const config::ProviderKey *key = nullptr);

// Of all providers of one snapshot, which outlives it; a provider whose base URL cannot be used has an error instead.
class ProviderAddresses {
public:
    explicit ProviderAddresses(const config::ConfigSnapshot &snapshot);

    Result<ProviderAddress> find(const ProviderId &id, const config::ProviderKey *key = nullptr) const;
    // The provider in the dialects of the model: itself, or a face of it that lives as long as this.
    const config::ProviderDefinition *seenBy(const config::ProviderDefinition &provider, std::string_view model) const;

private:
    std::unordered_map<ProviderId, Result<ProviderAddress>> m_addresses;
    std::unordered_map<KeyId, Result<ProviderAddress>> m_keyAddresses; // of keys with an endpoint
    std::unordered_map<ProviderId, std::vector<config::ProviderDefinition>> m_faces;
};

} // namespace gateway::pipeline
