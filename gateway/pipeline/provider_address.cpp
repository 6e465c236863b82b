#include "gateway/pipeline/provider_address.h"

#include "gateway/base/provider_extras.h"
#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/hosted_request.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gateway::pipeline {

namespace {

using config::ProviderDefinition;
using config::ProviderKey;
using translation::DialectFamily;

constexpr std::string_view resourceVariable = "{resource}";

// Names that no service has stand in for the variables, which no host's name can contain.
constexpr std::array standIns{std::pair{config::regionVariable, std::string_view("0region0")},
                              std::pair{resourceVariable, std::string_view("0resource0")}};

net::ProxyMode proxyMode(config::ProxyKind kind)
{
    switch (kind) {
    case config::ProxyKind::System: return net::ProxyMode::System;
    case config::ProxyKind::None: return net::ProxyMode::None;
    case config::ProxyKind::Http: return net::ProxyMode::Http;
    case config::ProxyKind::Socks5: return net::ProxyMode::Socks5;
    }
    return net::ProxyMode::System;
}

// "http://host:port", "socks5://host:port" or "host:port".
Result<net::UpstreamUrl> parseProxy(std::string_view text)
{
    const auto mark = text.find("://");
    if (mark != std::string_view::npos)
        text.remove_prefix(mark + 3);
    auto url = net::parseUpstreamUrl("http://" + std::string(text));
    if (!url)
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, "The proxy's address cannot be used: " + url.error().message));
    return url;
}

void replace(std::string &text, std::string_view what, std::string_view by)
{
    if (const auto place = text.find(what); place != std::string::npos)
        text.replace(place, what.size(), by);
}

// A key's endpoint is a URL, a host, or the name that stands for the variable of the provider's base URL.
std::string baseUrlOf(const ProviderDefinition &provider, const ProviderKey *key)
{
    const std::string endpoint = key ? key->placeInForce.endpoint : std::string();
    if (endpoint.find("://") != std::string::npos)
        return endpoint;
    if (endpoint.find('.') != std::string::npos)
        return "https://" + endpoint;
    std::string url = provider.network.baseUrl;
    if (!endpoint.empty())
        replace(url, resourceVariable, endpoint);
    return url;
}

Result<void> setProxy(net::UpstreamRoute &route, const config::ProxySettings &settings)
{
    route.proxyMode = proxyMode(settings.kind);
    if (route.proxyMode != net::ProxyMode::Http && route.proxyMode != net::ProxyMode::Socks5)
        return {};
    const auto proxy = parseProxy(settings.url);
    if (!proxy)
        return unexpected(proxy.error());
    route.proxyHost = proxy->host;
    route.proxyPort = proxy->port;
    route.proxyUsername = settings.username;
    route.proxyPassword = std::string(settings.password.reveal());
    return {};
}

} // namespace

Result<ProviderAddress> addressOf(const ProviderDefinition &provider, const ProviderKey *key)
{
    std::string text = baseUrlOf(provider, key);
    for (const auto &[variable, standIn] : standIns)
        replace(text, variable, standIn);
    auto url = net::parseUpstreamUrl(text);
    if (!url)
        return unexpected(url.error());
    if (const auto refusal = net::refusalOfHost(url->host))
        return unexpected(*refusal);
    for (const auto &[variable, standIn] : standIns)
        replace(url->host, standIn, variable);
    auto route = std::make_shared<net::UpstreamRoute>();
    route->scheme = url->scheme;
    route->host = url->host;
    route->port = url->port;
    route->caCertificatePem = provider.network.caCertificatePem;
    route->skipTlsVerification = provider.network.skipTlsVerification;
    route->allowHttp2 = provider.network.allowHttp2;
    route->connectTimeout = provider.network.connectTimeout;
    const ProviderExtras extras = readProviderExtras(provider.extraJson);
    route->mostConnections = extras.connectionsPerHost;
    route->keepAlive = std::chrono::seconds(extras.keepAliveSeconds);
    if (const auto set = setProxy(*route, provider.network.proxy); !set)
        return unexpected(set.error());
    return ProviderAddress{std::move(route), url->basePath};
}

ProviderAddresses::ProviderAddresses(const config::ConfigSnapshot &snapshot)
{
    for (const ProviderDefinition &provider : snapshot.providers) {
        m_addresses.emplace(provider.id, addressOf(provider));
        for (const ProviderKey &key : provider.keys) {
            if (!key.placeInForce.endpoint.empty())
                m_keyAddresses.emplace(key.id, addressOf(provider, &key));
        }
        if (provider.hosting() == config::Hosting::Own)
            continue;
        for (const auto family : {DialectFamily::OpenAi, DialectFamily::Anthropic, DialectFamily::Gemini}) {
            if (auto face = faceOf(provider, family))
                m_faces[provider.id].push_back(std::move(*face));
        }
    }
}

Result<ProviderAddress> ProviderAddresses::find(const ProviderId &id, const ProviderKey *key) const
{
    if (key && !m_keyAddresses.empty()) {
        if (const auto own = m_keyAddresses.find(key->id); own != m_keyAddresses.end())
            return own->second;
    }
    const auto found = m_addresses.find(id);
    if (found == m_addresses.end())
        return unexpected(Error::internal(ErrorCode::Internal, "The provider is not part of this configuration."));
    return found->second;
}

const ProviderDefinition *ProviderAddresses::seenBy(const ProviderDefinition &provider, std::string_view model) const
{
    const auto faces = m_faces.find(provider.id);
    if (faces == m_faces.end())
        return &provider;
    const DialectFamily family = provider.familyOfModel(model);
    const auto face = std::find_if(faces->second.begin(), faces->second.end(),
                                   [family](const ProviderDefinition &each) { return each.family == family; });
    return face == faces->second.end() ? &provider : &*face;
}

} // namespace gateway::pipeline
