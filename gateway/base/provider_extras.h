// What a provider's extra fields say of its line and of where it may be, as text and as values.
#pragma once

#include <string>
#include <string_view>

namespace gateway {

// Bifrost's concurrency_and_buffer_size and network_config.allow_private_network. The defaults are Bifrost's.
struct ProviderExtras {
    static constexpr int most = 1'000'000;

    int places = 1000;            // requests that are served at once, at least 1
    int mostWaiting = 5000;       // in line for a place, at least 1
    bool refusesWhenFull = false; // a request that finds the line full is refused; else it waits, too
    bool mayBePrivate = false;    // on this computer or in a private network, also while others can reach the gateway
    bool operator==(const ProviderExtras &) const = default;
};

// `json`: the object of fields that are kept as they were written, or nothing. What is missing or of no use is as in a
// new provider. Pure.
ProviderExtras readProviderExtras(std::string_view json);

// The same object, saying this; empty when nothing is left to say.
std::string withProviderExtras(std::string_view json, const ProviderExtras &extras);

} // namespace gateway
