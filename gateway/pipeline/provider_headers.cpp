#include "gateway/pipeline/provider_headers.h"

#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/credential_signer.h"
#include "gateway/pipeline/hosted_request.h"

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

net::SigningScheme signingScheme(const ProviderDefinition &provider, const ProviderKey &key)
{
    switch (provider.credentialScheme) {
    case CredentialScheme::Bearer: return net::SigningScheme::Bearer;
    case CredentialScheme::XApiKey: return net::SigningScheme::XApiKey;
    case CredentialScheme::XGoogApiKey: return net::SigningScheme::XGoogApiKey;
    // A Bedrock API key is sent as it is; an access key signs when the request is sent.
    case CredentialScheme::AwsSigV4:
        return config::unpackAwsKey(key.value) ? net::SigningScheme::None : net::SigningScheme::Bearer;
    // Azure's Claude takes the key as Anthropic does. With a grant the token is added when the request is sent.
    case CredentialScheme::AzureKey:
        if (key.tokenGrant)
            return net::SigningScheme::None;
        return provider.family == DialectFamily::Anthropic ? net::SigningScheme::XApiKey : net::SigningScheme::ApiKey;
    case CredentialScheme::GoogleCloud:
        return key.tokenGrant ? net::SigningScheme::None : net::SigningScheme::XGoogApiKey;
    case CredentialScheme::XiApiKey: return net::SigningScheme::XiApiKey;
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
    if (!config::unpackAwsKey(key.value))
        return {};
    if (const auto usable = checkUsable(key); !usable)
        return usable;
    if (const auto checked = net::checkAwsCredentials(key.aws); !checked)
        return checked;
    request.awsSigning = std::make_shared<const net::AwsSigning>(
        net::AwsSigning{key.aws, {regionOf(provider, &key), std::string(bedrockService)}});
    return {};
}

} // namespace

Result<void> addProviderHeaders(net::UpstreamRequest &request, const ProviderDefinition &provider,
                                const ProviderKey *key)
{
    HeaderList &headers = request.headers;
    const auto scheme = key ? signingScheme(provider, *key) : net::SigningScheme::None;
    const auto isSigned = net::signRequest(headers, scheme, key ? key->value : SecretString());
    if (!isSigned)
        return unexpected(isSigned.error());
    if (provider.credentialScheme == CredentialScheme::AwsSigV4 && key) {
        if (const auto isReady = signWhenSent(request, provider, *key); !isReady)
            return unexpected(isReady.error());
    }
    if (key && provider.hosting() != config::Hosting::Own) {
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
        }
    }
    return {};
}

} // namespace gateway::pipeline
