#include "gateway/pipeline/provider_headers.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/base/provider_extras.h"
#include "gateway/base/secret_masker.h"
#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/credential_signer.h"
#include "gateway/pipeline/hosted_request.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace gateway::pipeline {

namespace {

using config::CredentialScheme;
using config::ProviderDefinition;
using config::ProviderKey;
using translation::DialectFamily;

// The version of the Messages API that a request without the header means
// (docs.anthropic.com/en/api/versioning).
constexpr std::string_view anthropicVersion = "2023-06-01";

// What Bedrock's signatures are for, also at bedrock-runtime (docs.aws.amazon.com/general/latest/gr/bedrock.html).
constexpr std::string_view bedrockService = "bedrock";

// Sarvam's conversations take the key as OpenAI's do, what hears and speaks has a header of its own for it.
bool isSoundOfSarvam(const ProviderDefinition &provider, std::string_view target)
{
    return provider.preset == "sarvam" && target.find("/chat/completions") == std::string_view::npos;
}

net::SigningScheme signingScheme(const ProviderDefinition &provider, const ProviderKey &key, std::string_view target)
{
    switch (provider.credentialScheme) {
    case CredentialScheme::Bearer:
        if (key.tokenGrant)
            return net::SigningScheme::None;
        return isSoundOfSarvam(provider, target) ? net::SigningScheme::ApiSubscriptionKey : net::SigningScheme::Bearer;
    case CredentialScheme::XApiKey: return net::SigningScheme::XApiKey;
    case CredentialScheme::XGoogApiKey: return net::SigningScheme::XGoogApiKey;
    // A Bedrock API key is sent as it is; an access key signs when the request is sent.
    case CredentialScheme::AwsSigV4:
        return key.tokenGrant || config::unpackAwsKey(key.value) ? net::SigningScheme::None
                                                                 : net::SigningScheme::Bearer;
    // Azure's Claude takes the key as Anthropic does. With a grant the token is added when the request is sent.
    case CredentialScheme::AzureKey:
        if (key.tokenGrant)
            return net::SigningScheme::None;
        return provider.family == DialectFamily::Anthropic ? net::SigningScheme::XApiKey : net::SigningScheme::ApiKey;
    case CredentialScheme::GoogleCloud:
        return key.tokenGrant ? net::SigningScheme::None : net::SigningScheme::XGoogApiKey;
    case CredentialScheme::XiApiKey: return net::SigningScheme::XiApiKey;
    case CredentialScheme::QueryKey:
        return net::SigningScheme::None; // in the address
    // A server of one's own may have a key all the same.
    case CredentialScheme::None: return key.value.isEmpty() ? net::SigningScheme::None : net::SigningScheme::Bearer;
    }
    return net::SigningScheme::None;
}

// Google's hosts begin with the region, but for the one that is all regions
// (cloud.google.com/vertex-ai/generative-ai/docs/learn/locations#global-endpoint).
std::string hostInRegion(const std::string &host, const std::string &region)
{
    constexpr std::string_view ofGlobal = "{region}-";
    if (region == "global" && host.starts_with(ofGlobal))
        return host.substr(ofGlobal.size());
    return config::withRegion(host, region);
}

void goToRegion(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key)
{
    if (!request.route || request.route->host.find(config::regionVariable) == std::string::npos)
        return;
    auto route = std::make_shared<net::UpstreamRoute>(*request.route);
    route->host = hostInRegion(route->host, regionOf(provider, key));
    request.route = std::move(route);
}

Result<void> checkUsable(const ProviderKey &key)
{
    if (key.valueProblem.empty())
        return {};
    return unexpected(Error::internal(ErrorCode::SecretUnavailable,
                                      "The key \"" + key.name + "\" cannot be used: " + key.valueProblem));
}

Result<void> signWhenSent(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey &key)
{
    if (!key.tokenGrant && !config::unpackAwsKey(key.value))
        return {};
    if (const auto usable = checkUsable(key); !usable)
        return usable;
    const net::AwsScope scope{regionOf(provider, &key), std::string(bedrockService)};
    if (key.tokenGrant) { // the role's own key comes when it is sent
        request.tokenGrant = key.tokenGrant;
        request.awsSigning = std::make_shared<const net::AwsSigning>(net::AwsSigning{{}, scope});
        return {};
    }
    if (const auto checked = net::checkAwsCredentials(key.aws); !checked)
        return checked;
    request.awsSigning = std::make_shared<const net::AwsSigning>(net::AwsSigning{key.aws, scope});
    return {};
}

Result<void> setKeyParameter(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey &key)
{
    if (const auto usable = checkUsable(key); !usable)
        return usable;
    auto value = net::usableKey(key.value);
    if (!value)
        return unexpected(value.error());
    std::string name = readProviderExtras(provider.extraJson).keyParameter;
    if (name.empty())
        name = ProviderExtras::usualKeyParameter;
    request.keyParameter =
        std::make_shared<const net::KeyParameter>(net::KeyParameter{std::move(name), std::move(*value)});
    return {};
}

bool goesOn(std::string_view name, const ProviderExtras &extras)
{
    bool isAllowed = true;
    std::size_t longest = 0;
    for (const auto &[beginning, isWanted] : extras.betaHeaders) {
        if (!name.starts_with(beginning) || beginning.size() < longest)
            continue;
        longest = beginning.size();
        isAllowed = isWanted;
    }
    return isAllowed;
}

// What the provider's owner does not want to stand in "anthropic-beta": a host that does not know a name refuses the whole
// request.
void removeUnwantedBetas(HeaderList &headers, const ProviderDefinition &provider)
{
    constexpr std::string_view field = "anthropic-beta";
    if (provider.extraJson.find(provider_extra_names::betaHeaders) == std::string::npos || !headers.contains(field))
        return;
    const ProviderExtras extras = readProviderExtras(provider.extraJson);
    std::string kept;
    for (const HeaderField &each : headers) {
        if (!equalsIgnoringCase(each.name, field))
            continue;
        std::string_view rest = each.value;
        while (!rest.empty()) {
            std::string_view name = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), name.size() + 1));
            name.remove_prefix(std::min(name.size(), name.find_first_not_of(" \t")));
            name = name.substr(0, name.find_last_not_of(" \t") + 1);
            if (!name.empty() && goesOn(name, extras))
                kept.append(kept.empty() ? "" : ",").append(name);
        }
    }
    headers.remove(field);
    if (!kept.empty())
        headers.set(field, kept);
}

} // namespace

Result<void> addProviderHeaders(net::UpstreamRequest &request, const ProviderDefinition &provider,
                                const ProviderKey *key)
{
    HeaderList &headers = request.headers;
    const auto scheme = key ? signingScheme(provider, *key, request.target) : net::SigningScheme::None;
    const auto isSigned = net::signRequest(headers, scheme, key ? key->value : SecretString());
    if (!isSigned)
        return unexpected(isSigned.error());
    if (provider.credentialScheme == CredentialScheme::AwsSigV4 && key) {
        if (const auto isReady = signWhenSent(request, provider, *key); !isReady)
            return unexpected(isReady.error());
    }
    if (provider.credentialScheme == CredentialScheme::QueryKey && key) {
        if (const auto set = setKeyParameter(request, provider, *key); !set)
            return set;
    }
    const bool isClient = key && provider.credentialScheme == CredentialScheme::Bearer && key->tokenGrant;
    if (key && (provider.hosting() != config::Hosting::Own || isClient)) {
        if (const auto usable = checkUsable(*key); !usable)
            return usable;
        request.tokenGrant = key->tokenGrant;
    }
    goToRegion(request, provider, key);
    if (request.route && request.route->host.find('{') != std::string::npos)
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        (key ? "The key \"" + key->name + "\"" : "\"" + provider.id.value + "\"")
                                            + " cannot be used yet: it needs the name of its resource, or its "
                                              "endpoint."));
    if (provider.family == DialectFamily::Anthropic && !headers.contains("anthropic-version"))
        headers.add("anthropic-version", std::string(anthropicVersion));
    if (provider.offer) {
        for (const HeaderField &field : provider.offer->headers) {
            if (!headers.contains(field.name))
                headers.add(field.name, field.value);
        }
    }
    // Last, so that a provider with a credential of its own kind can be set up.
    for (const HeaderField &field : provider.network.extraHeaders) {
        headers.set(field.name, field.value);
        if (equalsIgnoringCase(field.name, "authorization")) {
            request.awsSigning.reset();
            request.tokenGrant.reset();
            request.keyParameter.reset();
        }
    }
    removeUnwantedBetas(headers, provider);
    return {};
}

void hideKeyParameter(std::string &text, const ProviderDefinition &provider, const ProviderKey *key)
{
    if (provider.credentialScheme != CredentialScheme::QueryKey || !key)
        return;
    const auto value = net::usableKey(key->value);
    if (!value)
        return;
    maskSecret(text, value->reveal());
    maskSecret(text, percentEncoded(value->reveal()));
}

} // namespace gateway::pipeline
