#include "gateway/service/key_values.h"

#include "gateway/base/refusal.h"
#include "gateway/config/aws_key.h"
#include "gateway/config/aws_role.h"
#include "gateway/config/batch_bucket.h"
#include "gateway/config/token_credential.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/provider_address.h"
#include "gateway/service/aws_profile.h"
#include "gateway/service/google_default.h"
#include "gateway/service/view_conversion.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace gateway::service {

namespace {

using config::CredentialScheme;
using config::KeyPlace;
using config::ProviderKey;

std::string notSet(const std::string &variable)
{
    return "The environment variable " + variable + " is not set.";
}

SecretString environmentValue(const std::string &variable)
{
    const QByteArray value = qgetenv(variable.c_str());
    return SecretString(std::string_view(value.constData(), static_cast<std::size_t>(value.size())));
}

void takePart(SecretString &part, const std::optional<QString> &typed)
{
    if (typed)
        part = SecretString(toUtf8(typed->trimmed()));
}

Result<void> takeAwsKey(ProviderKey &key, const api::AwsKeyInput &typed)
{
    AwsCredentials parts = config::unpackAwsKey(key.value).value_or(AwsCredentials{});
    // A token belongs to the access key that it was issued with.
    if (typed.accessKey && !typed.sessionToken)
        parts.sessionToken = {};
    takePart(parts.accessKeyId, typed.accessKey);
    takePart(parts.secretAccessKey, typed.secretKey);
    takePart(parts.sessionToken, typed.sessionToken);
    if (parts.accessKeyId.isEmpty() || parts.secretAccessKey.isEmpty())
        return unexpected(refused("An AWS access key has two parts: access_key and secret_key. Enter both."));
    key.source = config::KeySource::SecretStore;
    key.environmentVariable.clear();
    key.value = config::packAwsKey(parts);
    const bool isVariable = !config::environmentVariableOf(parts.accessKeyId.reveal()).empty();
    key.lastFour = isVariable ? std::string() : parts.accessKeyId.lastFour();
    key.valueProblem.clear();
    readAwsParts(key);
    return {};
}

} // namespace

void loadFromEnvironment(ProviderKey &key)
{
    key.value = environmentValue(key.environmentVariable);
    key.aws = {};
    key.valueProblem = key.value.isEmpty() ? notSet(key.environmentVariable) : std::string();
}

void readAwsParts(ProviderKey &key)
{
    key.aws = config::unpackAwsKey(key.value).value_or(AwsCredentials{});
    for (SecretString *part : {&key.aws.accessKeyId, &key.aws.secretAccessKey, &key.aws.sessionToken}) {
        const std::string variable = config::environmentVariableOf(part->reveal());
        if (variable.empty())
            continue;
        *part = environmentValue(variable);
        if (part->isEmpty())
            key.valueProblem = notSet(variable);
    }
}

namespace {

constexpr qint64 largestKeyFile = 64 * 1024;
constexpr std::string_view databricks = "databricks"; // the preset whose keys can be OAuth clients

constexpr std::array placeMembers{&KeyPlace::endpoint,     &KeyPlace::apiVersion,  &KeyPlace::project,
                                  &KeyPlace::tenantId,     &KeyPlace::clientId,    &KeyPlace::scope,
                                  &KeyPlace::tokenUrl,     &KeyPlace::profile,     &KeyPlace::roleArn,
                                  &KeyPlace::externalId,   &KeyPlace::sessionName, &KeyPlace::credentialSource,
                                  &KeyPlace::batchBuckets, &KeyPlace::batchRole};

void readPlace(ProviderKey &key)
{
    key.placeInForce = key.place;
    for (const auto member : placeMembers) {
        const std::string variable = config::environmentVariableOf(key.place.*member);
        if (variable.empty())
            continue;
        key.placeInForce.*member = std::string(environmentValue(variable).reveal());
        if ((key.placeInForce.*member).empty())
            key.valueProblem = notSet(variable);
    }
}

// The variable that Google's own tools read has the name of a file (cloud.google.com/docs/authentication).
void readNamedFile(ProviderKey &key)
{
    const QString path = toText(key.value.reveal()).trimmed();
    if (config::looksLikeGoogleFile(key.value.reveal()) || !QFile::exists(path))
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestKeyFile) {
        key.valueProblem = "The file " + toUtf8(path) + " cannot be read.";
        return;
    }
    const QByteArray content = file.readAll();
    key.value = SecretString(std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
}

// Equal grants stay the same object, so that the token which was fetched for it stays, too.
void setGrant(ProviderKey &key, TokenGrantPointer grant)
{
    if (!grant || !key.tokenGrant || !(*grant == *key.tokenGrant))
        key.tokenGrant = std::move(grant);
}

// A value that was found is not the key's own, so none of it is shown.
void takeGoogleDefault(ProviderKey &key)
{
    GoogleDefault found = findGoogleDefault(key.placeInForce);
    if (key.placeInForce.project.empty())
        key.placeInForce.project = found.project;
    key.value = found.file;
    key.lastFour.clear();
    if (key.valueProblem.empty())
        key.valueProblem = found.problem;
    if (found.grant)
        setGrant(key, std::move(found.grant));
}

void readGoogleKey(ProviderKey &key)
{
    if (key.source == config::KeySource::GoogleDefault) {
        takeGoogleDefault(key);
        if (key.value.isEmpty()) {
            if (!key.valueProblem.empty())
                key.tokenGrant.reset();
            return;
        }
    }
    if (key.source == config::KeySource::EnvironmentVariable)
        readNamedFile(key);
    if (!config::looksLikeGoogleFile(key.value.reveal())) {
        key.tokenGrant.reset();
        return;
    }
    auto account = config::readGoogleFile(key.value, key.placeInForce);
    if (!account) {
        key.tokenGrant.reset();
        key.valueProblem = account.error().message;
        return;
    }
    setGrant(key, std::move(account->grant));
    if (key.placeInForce.project.empty())
        key.placeInForce.project = account->project;
}

AwsCaller foundCaller(ProviderKey &key)
{
    AwsCaller caller = findAwsCaller(key.placeInForce, key.region);
    if (key.valueProblem.empty())
        key.valueProblem = caller.problem;
    const bool hasKey = !caller.credentials.isEmpty();
    key.value = hasKey ? config::packAwsKey(caller.credentials) : SecretString();
    key.lastFour = hasKey ? caller.credentials.accessKeyId.lastFour() : std::string();
    if (key.region.empty())
        key.region = caller.region;
    return caller;
}

// The role is taken by whoever the key is. A Bedrock API key is nobody who could.
TokenGrantPointer roleOf(const ProviderKey &key, const AwsCaller &found)
{
    const KeyPlace &place = key.placeInForce;
    const bool hasCaller = found.grant || !key.aws.isEmpty();
    if (place.roleArn.empty() || !hasCaller || !key.valueProblem.empty())
        return key.valueProblem.empty() ? found.grant : nullptr;
    AwsRole role;
    role.arn = place.roleArn;
    role.externalId = place.externalId;
    role.sessionName = place.sessionName;
    role.region = key.region;
    role.callerGrant = found.grant;
    if (!found.grant)
        role.caller = key.aws;
    return config::roleGrant(std::move(role), place.tokenUrl);
}

// Where requests with the key go, and nowhere else.
std::string workspaceOf(const config::ProviderDefinition &provider, const ProviderKey &key)
{
    const auto address = pipeline::addressOf(provider, &key);
    if (!address)
        return {};
    const net::UpstreamRoute &route = *address->route;
    return route.scheme + "://" + net::authorityOf(route.scheme, route.host, route.port);
}

void readAwsKey(ProviderKey &key)
{
    AwsCaller found;
    if (key.source == config::KeySource::AwsProfile)
        found = foundCaller(key);
    readAwsParts(key);
    setGrant(key, roleOf(key, found));
}

} // namespace

Result<void> checkCredentialSource(const std::string &source, CredentialScheme scheme)
{
    const bool isOfAws = source == config::awsMachineSource || source == config::awsContainerSource;
    const bool isOfGoogle = source == config::googleMachineSource;
    if (source.empty() || (isOfAws && scheme == CredentialScheme::AwsSigV4)
        || (isOfGoogle && scheme == CredentialScheme::GoogleCloud))
        return {};
    return unexpected(refused("credential_source must be Ec2InstanceMetadata or EcsContainer of Bedrock, "
                              "MetadataServer of Vertex."));
}

void readKeyParts(ProviderKey &key, const config::ProviderDefinition &provider)
{
    if (key.source == config::KeySource::AwsProfile || key.source == config::KeySource::GoogleDefault)
        key.valueProblem.clear(); // all of it is read anew
    readPlace(key);
    switch (provider.credentialScheme) {
    case CredentialScheme::AwsSigV4: readAwsKey(key); return;
    case CredentialScheme::AzureKey:
        setGrant(key, key.value.isEmpty() ? nullptr : config::entraGrant(key.value, key.placeInForce));
        return;
    case CredentialScheme::GoogleCloud: readGoogleKey(key); return;
    case CredentialScheme::Bearer:
        if (provider.preset == databricks)
            setGrant(key, config::databricksGrant(key.value, key.placeInForce, workspaceOf(provider, key)));
        return;
    case CredentialScheme::XApiKey:
    case CredentialScheme::XGoogApiKey:
    case CredentialScheme::XiApiKey:
    case CredentialScheme::QueryKey:
    case CredentialScheme::None: return;
    }
}

Result<void> takeTypedValue(ProviderKey &key, const std::optional<QString> &value, const api::AwsKeyInput &aws,
                            CredentialScheme scheme)
{
    if (!aws.isEmpty()) {
        if (scheme != CredentialScheme::AwsSigV4)
            return unexpected(refused("Only a Bedrock key has an access key with a secret key."));
        return takeAwsKey(key, aws);
    }
    if (!value)
        return {};
    const std::string text = toUtf8(value->trimmed());
    if (text.empty())
        return unexpected(refused("Key value must not be empty"));
    if (scheme == CredentialScheme::GoogleCloud && config::looksLikeGoogleFile(text)) {
        if (const auto account = config::readGoogleFile(SecretString(text), key.place); !account)
            return unexpected(account.error());
    }
    if (const std::string variable = config::environmentVariableOf(text); text.starts_with("env.")) {
        key.source = config::KeySource::EnvironmentVariable;
        key.environmentVariable = variable;
        key.lastFour.clear();
        loadFromEnvironment(key);
        return {};
    }
    key.source = config::KeySource::SecretStore;
    key.environmentVariable.clear();
    key.value = SecretString(text);
    key.aws = {};
    // The end of a key file says nothing about it.
    key.lastFour = config::looksLikeGoogleFile(text) ? std::string() : key.value.lastFour();
    key.valueProblem.clear();
    return {};
}

Result<void> takeRegion(ProviderKey &key, const QString &region, const config::ProviderDefinition &provider)
{
    std::string text = toUtf8(region.trimmed());
    const bool hasRegions = provider.credentialScheme == CredentialScheme::AwsSigV4
                            || provider.hosting() == config::Hosting::Vertex
                            || provider.network.baseUrl.find(config::regionVariable) != std::string::npos;
    if (!text.empty() && !hasRegions)
        return unexpected(refused("Only keys of Bedrock and Vertex have a region."));
    if (const std::string variable = config::environmentVariableOf(text); !variable.empty()) {
        text = std::string(environmentValue(variable).reveal());
        if (text.empty())
            return unexpected(refused(notSet(variable)));
    }
    if (!text.empty() && !config::isRegion(text))
        return unexpected(refused("\"" + text + "\" is not a region. A region is written like us-east-1."));
    key.region = text;
    return {};
}

namespace {

KeyPlace placeOf(const api::KeyPlaceView &view)
{
    const auto text = [](const QString &value) { return toUtf8(value.trimmed()); };
    return {text(view.endpoint),     text(view.apiVersion), text(view.project),     text(view.tenantId),
            text(view.clientId),     text(view.scope),      text(view.tokenUrl),    text(view.profile),
            text(view.roleArn),      text(view.externalId), text(view.sessionName), text(view.credentialSource),
            text(view.batchBuckets), text(view.batchRole),  view.asksDeployments};
}

bool isVariable(const std::string &text)
{
    return !config::environmentVariableOf(text).empty();
}

Result<void> checkEndpoint(const std::string &endpoint)
{
    static const QRegularExpression resource(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9-]{0,62}$"));
    if (endpoint.empty() || isVariable(endpoint) || resource.match(toText(endpoint)).hasMatch())
        return {};
    const bool isUrl = endpoint.find("://") != std::string::npos;
    const auto url = net::parseUpstreamUrl(isUrl ? endpoint : "https://" + endpoint);
    if (!url)
        return unexpected(refused("The endpoint cannot be used: " + url.error().message));
    if (const auto refusal = net::refusalOfHost(url->host))
        return unexpected(*refusal);
    return {};
}

Result<void> checkTokenUrl(const std::string &text)
{
    if (text.empty() || isVariable(text))
        return {};
    const auto url = net::parseUpstreamUrl(text);
    if (!url)
        return unexpected(refused("The address for access tokens cannot be used: " + url.error().message));
    return {};
}

// A name of a resource stands for a host of its own.
bool isOtherHost(const std::string &from, const std::string &to)
{
    return from != to && isElsewhere(from, to);
}

} // namespace

Result<void> takePlace(ProviderKey &key, const api::ProviderKeyView &typed, bool hasNewValue)
{
    const KeyPlace place = placeOf(typed.place);
    for (const auto &checked : {checkEndpoint(place.endpoint), checkTokenUrl(place.tokenUrl)}) {
        if (!checked)
            return checked;
    }
    for (const auto &problem : {config::problemOfRole(place), config::problemOfBatchRole(place)}) {
        if (problem)
            return unexpected(refused(*problem));
    }
    if (!isVariable(place.batchBuckets)) {
        if (const auto buckets = config::readBatchBuckets(place.batchBuckets); !buckets)
            return unexpected(buckets.error());
    }
    const bool isKept = !hasNewValue && key.source == config::KeySource::SecretStore && !key.value.isEmpty();
    if (isKept && (isOtherHost(key.place.endpoint, place.endpoint) || isOtherHost(key.place.tokenUrl, place.tokenUrl)))
        return unexpected(Error::client(ErrorCode::Conflict,
                                        "The value was entered for another address and is not sent to this one. Enter "
                                        "it together with the new address."));
    key.place = place;
    key.aliases.clear();
    for (const auto &[model, name] : typed.aliases) {
        if (model.trimmed().isEmpty() || name.trimmed().isEmpty())
            return unexpected(refused("An alias needs a model and the name that it has there."));
        key.aliases.emplace(toUtf8(model.trimmed()), toUtf8(name.trimmed()));
    }
    return {};
}

} // namespace gateway::service
