#include "gateway/service/provider_limits.h"

#include "gateway/net/upstream/upstream_url.h"

#include <algorithm>

namespace gateway::service {

namespace {

void addHost(std::set<std::string, std::less<>> &hosts, const std::string &url)
{
    if (const auto parsed = net::parseUpstreamUrl(url))
        hosts.insert(parsed->host);
}

} // namespace

ExtrasOfProviders extrasOf(const config::ConfigSnapshot &snapshot)
{
    ExtrasOfProviders extras;
    for (const config::ProviderDefinition &provider : snapshot.providers)
        extras[provider.id.value] = readProviderExtras(provider.extraJson);
    return extras;
}

pipeline::ProviderLines::RulesOfProviders lineRulesOf(const ExtrasOfProviders &extras)
{
    pipeline::ProviderLines::RulesOfProviders rules;
    for (const auto &[provider, said] : extras)
        rules[provider] = {static_cast<std::size_t>(said.places), static_cast<std::size_t>(said.mostWaiting),
                           said.refusesWhenFull};
    return rules;
}

std::set<std::string, std::less<>> privateHostsOf(const config::ConfigSnapshot &snapshot,
                                                  const ExtrasOfProviders &extras)
{
    std::set<std::string, std::less<>> hosts;
    for (const config::ProviderDefinition &provider : snapshot.providers) {
        const auto said = extras.find(provider.id.value);
        if (said == extras.end() || !said->second.mayBePrivate)
            continue;
        addHost(hosts, provider.network.baseUrl);
        for (const config::ProviderKey &key : provider.keys)
            addHost(hosts, key.placeInForce.endpoint);
        for (const auto &[request, place] : provider.pathOverrides)
            addHost(hosts, place);
    }
    return hosts;
}

bool canBeReached(const std::vector<QHostAddress> &addresses)
{
    return std::any_of(addresses.begin(), addresses.end(),
                       [](const QHostAddress &address) { return !address.isLoopback(); });
}

} // namespace gateway::service
