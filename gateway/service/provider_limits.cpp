#include "gateway/service/provider_limits.h"

#include "gateway/base/provider_extras.h"
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

pipeline::ProviderLines::RulesOfProviders lineRulesOf(const config::ConfigSnapshot &snapshot)
{
    pipeline::ProviderLines::RulesOfProviders rules;
    for (const config::ProviderDefinition &provider : snapshot.providers) {
        const ProviderExtras extras = readProviderExtras(provider.extraJson);
        rules[provider.id.value] = {static_cast<std::size_t>(extras.places),
                                    static_cast<std::size_t>(extras.mostWaiting), extras.refusesWhenFull};
    }
    return rules;
}

std::set<std::string, std::less<>> privateHostsOf(const config::ConfigSnapshot &snapshot)
{
    std::set<std::string, std::less<>> hosts;
    for (const config::ProviderDefinition &provider : snapshot.providers) {
        if (!readProviderExtras(provider.extraJson).mayBePrivate)
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
