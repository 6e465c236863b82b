#include "gateway/pipeline/provider_headers.h"

#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/credential_signer.h"

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
    case CredentialScheme::None: return net::SigningScheme::None;
    }
    return net::SigningScheme::None;
}

std::string regionOf(const ProviderKey *key)
{
    return key && !key->region.empty() ? key->region : std::string(config::defaultRegion);
}

void goToRegion(net::UpstreamRequest &request, const ProviderKey *key)
{
    if (!request.route || request.route->host.find(config::regionVariable) == std::string::npos)
        return;
    auto route = std::make_shared<net::UpstreamRoute>(*request.route);
    route->host = config::withRegion(route->host, regionOf(key));
    request.route = std::move(route);
}

Result<void> signWhenSent(net::UpstreamRequest &request, const ProviderKey &key)
{
    if (!config::unpackAwsKey(key.value))
        return {};
    if (!key.valueProblem.empty())
        return unexpected(Error::internal(ErrorCode::SecretUnavailable,
                                          "The key \"" + key.name + "\" cannot be used: " + key.valueProblem));
    if (const auto checked = net::checkAwsCredentials(key.aws); !checked)
        return checked;
    request.awsSigning = std::make_shared<const net::AwsSigning>(
        net::AwsSigning{key.aws, {regionOf(&key), std::string(bedrockService)}});
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
        if (const auto isReady = signWhenSent(request, *key); !isReady)
            return unexpected(isReady.error());
    }
    goToRegion(request, key);
    if (provider.family == DialectFamily::Anthropic && !headers.contains("anthropic-version"))
        headers.add("anthropic-version", std::string(anthropicVersion));
    // Last, so that a provider with a credential of its own kind can be set up.
    for (const HeaderField &field : provider.network.extraHeaders) {
        headers.set(field.name, field.value);
        if (equalsIgnoringCase(field.name, "authorization"))
            request.awsSigning.reset();
    }
    return {};
}

} // namespace gateway::pipeline
