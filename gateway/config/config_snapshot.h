// Everything that serving a request needs to know, immutable; workers share it by pointer.
#pragma once

#include "gateway/config/governance.h"
#include "gateway/config/price_book.h"
#include "gateway/config/provider_definition.h"
#include "gateway/config/resilience.h"
#include "gateway/config/routing_rule.h"

#include <memory>
#include <string>
#include <vector>

namespace gateway::config {

enum class CaptureLevel {
    Metadata,   // one row a request, no bodies
    Errors,     // bodies of requests that failed
    Everything, // bodies of all requests
};

struct ClientSettings {
    CaptureLevel captureLevel = CaptureLevel::Everything;
    std::size_t maximumBodyBytes = 100u * 1024u * 1024u;
    std::vector<std::string> allowedOrigins; // beyond loopback origins: exact, or with * for one label
    std::vector<std::string> allowedHosts;   // Host names beyond loopback that are ours
    bool refusesExcessOfNew = false;         // drop_excess_requests, for the lines of providers that are still to come
    bool operator==(const ClientSettings &) const = default;
};

struct ConfigSnapshot {
    std::vector<ProviderDefinition> providers; // sorted by id
    ClientSettings client;
    RoutingRulesPointer routingRules = std::make_shared<const std::vector<RoutingRule>>(); // never null
    ResilienceSettings resilience;
    GovernancePointer governance = std::make_shared<const Governance>(); // never null
    PriceBookPointer prices = std::make_shared<const PriceBook>();       // never null

    const ProviderDefinition *findProvider(std::string_view id) const
    {
        for (const ProviderDefinition &provider : providers) {
            if (provider.id.value == id)
                return &provider;
        }
        return nullptr;
    }
};

using ConfigSnapshotPointer = std::shared_ptr<const ConfigSnapshot>;

} // namespace gateway::config
