// What a provider's extra fields say of its line, of where it may be and of how it is probed, as text and as values.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gateway {

// What the fields are called. The first is Bifrost's, as allow_private_network, which Bifrost has in network_config;
// drop_excess_requests is inside of the first, where Bifrost has one for all providers.
namespace provider_extra_names {
inline constexpr auto line = "concurrency_and_buffer_size";
inline constexpr auto places = "concurrency";
inline constexpr auto mostWaiting = "buffer_size";
inline constexpr auto refusesWhenFull = "drop_excess_requests";
inline constexpr auto mayBePrivate = "allow_private_network";
inline constexpr auto healthProbe = "health_probe";
inline constexpr auto openRouterConfig = "openrouter_config";
inline constexpr auto openAiConfig = "openai_config";
inline constexpr auto disablesStore = "disable_store";       // inside of openai_config
inline constexpr auto betaHeaders = "beta_header_overrides"; // Bifrost has it in network_config
// Both are in Bifrost's network_config.
inline constexpr auto connectionsPerHost = "max_conns_per_host";
inline constexpr auto keepAlive = "keep_alive_timeout_in_seconds";
inline constexpr auto keyParameter = "key_parameter"; // of custom_provider_config
} // namespace provider_extra_names

// Bifrost's concurrency_and_buffer_size, network_config.allow_private_network, .beta_header_overrides,
// .max_conns_per_host and .keep_alive_timeout_in_seconds, and openai_config, whose defaults are Bifrost's, and our health_probe, openrouter_config and key_parameter.
struct ProviderExtras {
    static constexpr int most = 1'000'000;
    static constexpr int mostConnections = 10'000;
    static constexpr int longestKeepAlive = 24 * 3600;

    int places = 1000;            // requests that are served at once, at least 1
    int mostWaiting = 5000;       // in line for a place, at least 1
    bool refusesWhenFull = false; // a request that finds the line full is refused; else it waits, too
    bool mayBePrivate = false;    // on this computer or in a private network, also while others can reach the gateway
    std::string healthProbe;      // asked of a provider in trouble: empty: nothing, "models", or a path below its URL
    std::string openRouterConfig; // members of OpenRouter's "provider" object, as JSON; empty: none
    bool disablesStore = false;   // OpenAI is told to keep no conversation, whatever a client says
    // Beginnings of the names in "anthropic-beta": whether such names go to the provider. The longest that fits counts;
    // what none fits goes there.
    std::map<std::string, bool, std::less<>> betaHeaders;
    int connectionsPerHost = 5000; // of one provider, at once; from 1 to mostConnections
    int keepAliveSeconds = 30;     // how long an idle one stays open; from 1 to longestKeepAlive
    std::string keyParameter;      // of the address, for keys that stand there; empty: usualKeyParameter
    static constexpr auto usualKeyParameter = "key";
    bool operator==(const ProviderExtras &) const = default;
};

// `json`: the object of fields that are kept as they were written, or nothing. What is missing or of no use is as in a
// new provider. Pure.
ProviderExtras readProviderExtras(std::string_view json);

// The same object, saying this; empty when nothing is left to say.
std::string withProviderExtras(std::string_view json, const ProviderExtras &extras);

} // namespace gateway
