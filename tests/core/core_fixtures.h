// Providers, keys and snapshots as the tests of the core need them.
#pragma once

#include "gateway/config/config_snapshot.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tests {

inline gateway::config::ProviderKey makeKey(std::string name, std::string value = "value",
                                            std::vector<std::string> models = {"*"}, double weight = 1.0)
{
    gateway::config::ProviderKey key;
    key.id = {"id-of-" + name};
    key.name = std::move(name);
    key.value = gateway::SecretString(value);
    key.models = std::move(models);
    key.weight = weight;
    return key;
}

inline gateway::config::ProviderDefinition
makeProvider(std::string id, gateway::translation::DialectFamily family = gateway::translation::DialectFamily::OpenAi,
             std::vector<gateway::config::ProviderKey> keys = {makeKey("main")})
{
    gateway::config::ProviderDefinition provider;
    provider.id = {std::move(id)};
    provider.family = family;
    if (family == gateway::translation::DialectFamily::Anthropic)
        provider.credentialScheme = gateway::config::CredentialScheme::XApiKey;
    provider.network.baseUrl = "http://127.0.0.1:9";
    provider.keys = std::move(keys);
    return provider;
}

inline gateway::config::ProviderDefinition makeKeylessProvider(std::string id)
{
    auto provider = makeProvider(std::move(id), gateway::translation::DialectFamily::OpenAi, {});
    provider.credentialScheme = gateway::config::CredentialScheme::None;
    return provider;
}

inline gateway::config::ConfigSnapshotPointer
makeSnapshot(std::vector<gateway::config::ProviderDefinition> providers,
             gateway::config::CaptureLevel level = gateway::config::CaptureLevel::Everything)
{
    auto snapshot = std::make_shared<gateway::config::ConfigSnapshot>();
    snapshot->providers = std::move(providers);
    snapshot->client.captureLevel = level;
    return snapshot;
}

} // namespace tests
