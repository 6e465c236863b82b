// Everything that serving a request needs to know, immutable; workers share it by pointer.
#pragma once

#include "gateway/config/governance.h"
#include "gateway/config/price_book.h"
#include "gateway/config/provider_definition.h"
#include "gateway/config/routing_rule.h"

#include <chrono>
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
    bool operator==(const ClientSettings &) const = default;
};

// How far the gateway goes so that an answer arrives.
struct ResilienceSettings {
    // What to do with a stream that breaks after its first token, where another attempt is possible.
    enum class Rescue {
        Off,   // the client hears of it
        Match, // the request runs again; where its answer repeats what the client has, the stream goes on
    };
    Rescue rescue = Rescue::Match;
    // With a fallback at hand and no first token after it, the fallback is started beside the first target; 0: never.
    std::chrono::milliseconds slowStartAfter{10'000};
    // A provider that asks for a longer wait (Retry-After) is not waited for.
    std::chrono::milliseconds longestRetryAfter{5'000};
    bool operator==(const ResilienceSettings &) const = default;
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
