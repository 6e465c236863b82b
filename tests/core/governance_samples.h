// Virtual keys and limits as the tests of governance need them.
#pragma once

#include "gateway/access/key_hash.h"
#include "gateway/config/governance.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tests {

inline const std::string hashSecret(64, 'a');

inline gateway::config::VirtualKey makeVirtualKey(const std::string &name, const std::string &value)
{
    gateway::config::VirtualKey key;
    key.id = {"id-of-" + name};
    key.name = name;
    key.hash = gateway::access::hashKeyValue(value, gateway::config::KeyHash::Secret::SecretStore, hashSecret);
    key.shownPrefix = gateway::access::shownPrefixOf(value);
    return key;
}

inline gateway::config::UsageLimit makeLimit(std::string id, gateway::config::LimitUnit unit, std::int64_t most,
                                             gateway::config::WindowUnit window = gateway::config::WindowUnit::Day)
{
    gateway::config::UsageLimit limit;
    limit.id = {std::move(id)};
    limit.unit = unit;
    limit.most = most;
    limit.window.unit = window;
    return limit;
}

inline gateway::config::GovernancePointer makeGovernance(gateway::config::StoredGovernance stored)
{
    return std::make_shared<const gateway::config::Governance>(std::move(stored), gateway::SecretString(hashSecret));
}

inline gateway::config::GovernancePointer makeGovernance(std::vector<gateway::config::VirtualKey> keys,
                                                         bool requiresVirtualKey = false)
{
    gateway::config::StoredGovernance stored;
    stored.settings.requiresVirtualKey = requiresVirtualKey;
    stored.virtualKeys = std::move(keys);
    return makeGovernance(std::move(stored));
}

} // namespace tests
