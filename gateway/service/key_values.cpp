#include "gateway/service/key_values.h"

#include "gateway/config/aws_key.h"
#include "gateway/service/view_conversion.h"

namespace gateway::service {

namespace {

using config::ProviderKey;
using translation::DialectFamily;

Error refused(std::string message)
{
    return Error::client(ErrorCode::InvalidRequest, std::move(message));
}

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

Result<void> takeTypedValue(ProviderKey &key, const std::optional<QString> &value, const api::AwsKeyInput &aws,
                            DialectFamily family)
{
    if (!aws.isEmpty()) {
        if (family != DialectFamily::Bedrock)
            return unexpected(refused("Only a Bedrock key has an access key with a secret key."));
        return takeAwsKey(key, aws);
    }
    if (!value)
        return {};
    const std::string text = toUtf8(value->trimmed());
    if (text.empty())
        return unexpected(refused("Key value must not be empty"));
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
    key.lastFour = key.value.lastFour();
    key.valueProblem.clear();
    return {};
}

Result<void> takeRegion(ProviderKey &key, const QString &region, DialectFamily family)
{
    const std::string text = toUtf8(region.trimmed());
    if (!text.empty() && family != DialectFamily::Bedrock)
        return unexpected(refused("Only a Bedrock key has a region."));
    if (!text.empty() && !config::isRegion(text))
        return unexpected(refused("\"" + text + "\" is not a region. A region is written like us-east-1."));
    key.region = text;
    return {};
}

} // namespace gateway::service
