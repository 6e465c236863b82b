#include "gateway/admin/key_place_json.h"

#include "gateway/admin/json_reader.h"
#include "gateway/admin/text_conversion.h"
#include "gateway/base/refusal.h"
#include "gateway/config/batch_bucket.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace gateway::admin {

namespace {

using api::KeyPlaceView;
using api::ProviderKeyView;

// The object of that name inside of a key; an empty one where there is none, and where there is something else, which is
// an error.
JsonReader readerOf(const Json &key, const char *name)
{
    static const Json none = Json::object();
    const auto found = key.find(name);
    const bool isThere = found != key.end() && !found->is_null();
    JsonReader reader(isThere && found->is_object() ? *found : none, std::string(name) + ".");
    if (isThere && !found->is_object())
        reader.fail(refused(std::string(name) + " must be an object."));
    return reader;
}

// A text, or an object that stands for one.
std::optional<QString> secretIn(JsonReader &reader, const char *name)
{
    const Json *value = reader.error() ? nullptr : reader.member(name);
    if (!value)
        return std::nullopt;
    const auto given = readSecretText((reader.prefix() + name).c_str(), *value);
    if (given)
        return *given;
    reader.fail(given.error());
    return std::nullopt;
}

void readSecret(JsonReader &reader, const char *name, QString &into)
{
    if (const auto given = secretIn(reader, name))
        into = *given;
}

// {"model":"name there"}
void readPairs(JsonReader &reader, const char *name, api::NamePairs &into)
{
    const Json *pairs = reader.error() ? nullptr : reader.object(name);
    if (!pairs)
        return;
    into.clear();
    for (const auto &[model, there] : pairs->items()) {
        if (there.is_string())
            into.append({text(model), text(there.get<std::string>())});
    }
}

// A list of strings, with spaces between them as RFC 6749 §3.3 writes scopes.
void readScopes(JsonReader &reader, const char *name, QString &into)
{
    const Json *value = reader.member(name);
    if (!value || !value->is_array())
        return;
    QStringList words;
    for (const Json &each : *value) {
        if (each.is_string())
            words.append(text(each.get<std::string>()));
    }
    into = words.join(QLatin1Char(' '));
}

void takeValue(const std::optional<QString> &given, api::SaveProviderKey &command, const ProviderKeyView *previous)
{
    if (given && !given->isEmpty() && (!previous || *given != previous->redactedValue))
        command.value = *given;
}

std::optional<Error> readAzureKey(const Json &body, api::SaveProviderKey &command, const ProviderKeyView *previous)
{
    JsonReader reader = readerOf(body, "azure_key_config");
    KeyPlaceView &place = command.key.place;
    for (const auto &[name, member] : {std::pair{"endpoint", &KeyPlaceView::endpoint},
                                       {"api_version", &KeyPlaceView::apiVersion},
                                       {"client_id", &KeyPlaceView::clientId},
                                       {"tenant_id", &KeyPlaceView::tenantId},
                                       {"token_url", &KeyPlaceView::tokenUrl}})
        readSecret(reader, name, place.*member);
    readScopes(reader, "scopes", place.scope);
    readPairs(reader, "deployments", command.key.aliases); // until Bifrost 1.4; aliases since
    takeValue(secretIn(reader, "client_secret"), command, previous);
    return reader.error();
}

std::optional<Error> readVertexKey(const Json &body, api::SaveProviderKey &command, const ProviderKeyView *previous)
{
    JsonReader reader = readerOf(body, "vertex_key_config");
    readSecret(reader, "project_id", command.key.place.project);
    readSecret(reader, "region", command.key.region);
    readSecret(reader, "token_url", command.key.place.tokenUrl);
    readSecret(reader, "credential_source", command.key.place.credentialSource);
    takeValue(secretIn(reader, "auth_credentials"), command, previous);
    // Bifrost's way to say: the application default credentials.
    if (!previous && body.contains("vertex_key_config") && !command.value)
        command.key.isFoundByGoogle = true;
    return reader.error();
}

constexpr auto databricks = "databricks";

// Local servers and workspaces are named by their keys, not by the provider.
constexpr std::array serverObjects{std::pair{"ollama", "url"}, std::pair{"sgl", "url"}, std::pair{"vllm", "url"},
                                   std::pair{databricks, "workspace_url"}};

std::optional<Error> readServerUrl(const Json &body, api::SaveProviderKey &command, const ProviderKeyView *previous)
{
    for (const auto &[kind, member] : serverObjects) {
        JsonReader reader = readerOf(body, (std::string(kind) + "_key_config").c_str());
        readSecret(reader, member, command.key.place.endpoint);
        if (std::string_view(kind) == databricks) {
            readSecret(reader, "client_id", command.key.place.clientId);
            takeValue(secretIn(reader, "client_secret"), command, previous);
        }
        if (reader.error())
            return reader.error();
    }
    return std::nullopt;
}

// Bifrost 1.4 has the names of deployments here; aliases since.
std::optional<Error> readReplicateKey(const Json &body, api::SaveProviderKey &command)
{
    JsonReader reader = readerOf(body, "replicate_key_config");
    reader.boolean("use_deployments_endpoint", command.key.place.asksDeployments);
    if (const Json *pairs = reader.error() ? nullptr : reader.object("deployments")) {
        readPairs(reader, "deployments", command.key.aliases);
        command.key.place.asksDeployments = command.key.place.asksDeployments || !pairs->empty();
    }
    return reader.error();
}

// An alias is a name, or an object with it as model_id.
std::optional<Error> readAliases(const Json &body, api::SaveProviderKey &command)
{
    const auto found = body.find("aliases");
    if (found == body.end() || found->is_null())
        return std::nullopt;
    if (!found->is_object())
        return refused("aliases must be an object.");
    command.key.aliases.clear();
    for (const auto &[model, name] : found->items()) {
        const Json *given = &name;
        if (name.is_object() && name.contains("model_id"))
            given = &name["model_id"];
        if (!given->is_string())
            return refused("aliases." + model + " must be a string, or an object with model_id.");
        command.key.aliases.append({text(model), text(given->get<std::string>())});
    }
    return std::nullopt;
}

Result<S3Place> readBucket(const Json &bucket, const std::string &pointer)
{
    const bool isObject = bucket.is_object();
    const auto textIn = [&bucket, isObject](const char *name) {
        const auto found = isObject ? bucket.find(name) : bucket.end();
        return found != bucket.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    std::string prefix = textIn("prefix");
    prefix.erase(0, prefix.find_first_not_of('/'));
    const auto place = readS3Uri("s3://" + textIn("bucket_name") + '/' + prefix);
    if (!place || prefix.find_first_of(" \t\r\n") != std::string::npos)
        return unexpected(refused(pointer + " needs the bucket_name of a bucket of S3, and a prefix without spaces."));
    return *place;
}

// {"buckets": [{"bucket_name", "prefix", "is_default"}]}; "role_arn" is ours, Bifrost's clients name it each time.
void readBatchStorage(JsonReader &reader, api::KeyPlaceView &place)
{
    const Json *storage = reader.error() ? nullptr : reader.object("batch_s3_config");
    if (!storage)
        return;
    const std::string pointer = reader.prefix() + "batch_s3_config";
    JsonReader inner(*storage, pointer + ".");
    readSecret(inner, "role_arn", place.batchRole);
    if (inner.error()) {
        reader.fail(*inner.error());
        return;
    }
    const auto buckets = storage->find("buckets");
    if (buckets == storage->end() || buckets->is_null())
        return;
    if (buckets->is_string()) { // a variable, or the list as it is shown
        place.batchBuckets = text(buckets->get<std::string>());
        return;
    }
    if (!buckets->is_array()) {
        reader.fail(refused(pointer + ".buckets must be a list."));
        return;
    }
    std::vector<S3Place> places;
    for (const Json &each : *buckets) {
        auto bucket = readBucket(each, pointer + ".buckets[" + std::to_string(places.size()) + ']');
        if (!bucket) {
            reader.fail(bucket.error());
            return;
        }
        const bool isDefault = each.value("is_default", Json()) == true;
        places.insert(isDefault ? places.begin() : places.end(), std::move(*bucket));
    }
    place.batchBuckets = text(config::writeBatchBuckets(places));
}

// bedrock_key_config of bifrost-api §6.2. A redacted part that comes back keeps the stored one.
std::optional<Error> readBedrockKey(const Json &body, api::SaveProviderKey &command, const ProviderKeyView *previous)
{
    JsonReader reader = readerOf(body, "bedrock_key_config");
    if (const auto given = secretIn(reader, "arn"); given && !given->isEmpty())
        reader.fail(refused(reader.prefix() + "arn is not served: name the whole ARN of each model in aliases."));
    const api::AwsKeyView stored = previous && previous->aws ? *previous->aws : api::AwsKeyView{};
    const auto take = [&reader](const char *name, const QString &redacted, std::optional<QString> &into) {
        if (const auto given = secretIn(reader, name); given && *given != redacted)
            into = *given;
    };
    take("access_key", stored.accessKey, command.aws.accessKey);
    take("secret_key", stored.secretKey, command.aws.secretKey);
    take("session_token", stored.sessionToken, command.aws.sessionToken);
    // Both empty is how the configuration of an API key is written.
    const auto isBlank = [](const std::optional<QString> &part) { return !part || part->isEmpty(); };
    if (stored.accessKey.isEmpty() && isBlank(command.aws.accessKey) && isBlank(command.aws.secretKey))
        command.aws = {};
    readSecret(reader, "region", command.key.region);
    readSecret(reader, "profile", command.key.place.profile);
    readSecret(reader, "role_arn", command.key.place.roleArn);
    readSecret(reader, "external_id", command.key.place.externalId);
    readSecret(reader, "session_name", command.key.place.sessionName);
    readSecret(reader, "credential_source", command.key.place.credentialSource);
    readBatchStorage(reader, command.key.place);
    readSecret(reader, "token_url", command.key.place.tokenUrl);
    // Bifrost's way to say: as AWS's own tools find it here.
    if (!previous && body.contains("bedrock_key_config") && command.aws.isEmpty())
        command.key.isFoundByAws = true;
    return reader.error();
}

void add(Json &object, const char *name, const QString &value)
{
    if (!value.isEmpty())
        object[name] = writeSecretText(value);
}

Json batchStorageObject(const api::KeyPlaceView &place)
{
    Json object = Json::object();
    const auto places = config::readBatchBuckets(utf8(place.batchBuckets));
    if (!places)
        object["buckets"] = utf8(place.batchBuckets); // the variable that says it
    for (const S3Place &each : places ? *places : std::vector<S3Place>()) {
        Json bucket{{"bucket_name", each.bucket}};
        if (!each.key.empty())
            bucket["prefix"] = each.key;
        bucket["is_default"] = !object.contains("buckets");
        object["buckets"].push_back(std::move(bucket));
    }
    add(object, "role_arn", place.batchRole);
    return object;
}

Json bedrockObject(const ProviderKeyView &key)
{
    Json object = Json::object();
    if (key.aws) {
        object["access_key"] = writeSecretText(key.aws->accessKey);
        object["secret_key"] = writeSecretText(key.aws->secretKey);
        if (!key.aws->sessionToken.isEmpty())
            object["session_token"] = writeSecretText(key.aws->sessionToken);
    }
    object["region"] = writeSecretText(key.region);
    add(object, "profile", key.place.profile);
    add(object, "role_arn", key.place.roleArn);
    add(object, "external_id", key.place.externalId);
    add(object, "session_name", key.place.sessionName);
    add(object, "credential_source", key.place.credentialSource);
    add(object, "token_url", key.place.tokenUrl);
    if (!key.place.batchBuckets.isEmpty() || !key.place.batchRole.isEmpty())
        object["batch_s3_config"] = batchStorageObject(key.place);
    return object;
}

Json azureObject(const ProviderKeyView &key)
{
    const KeyPlaceView &place = key.place;
    Json object = Json::object();
    object["endpoint"] = writeSecretText(place.endpoint);
    add(object, "api_version", place.apiVersion);
    add(object, "client_id", place.clientId);
    add(object, "tenant_id", place.tenantId);
    add(object, "token_url", place.tokenUrl);
    if (!place.tenantId.isEmpty())
        add(object, "client_secret", key.redactedValue);
    if (!place.scope.isEmpty()) {
        for (const QString &scope : place.scope.split(QLatin1Char(' ')))
            object["scopes"].push_back(utf8(scope));
    }
    return object;
}

Json vertexObject(const ProviderKeyView &key)
{
    Json object = Json::object();
    object["project_id"] = writeSecretText(key.place.project);
    object["region"] = writeSecretText(key.region);
    add(object, "token_url", key.place.tokenUrl);
    add(object, "credential_source", key.place.credentialSource);
    return object;
}

void writeServerUrl(Json &object, const ProviderKeyView &key)
{
    const std::string kind = key.place.kind.isEmpty() ? "vllm" : utf8(key.place.kind);
    const auto known = std::find_if(serverObjects.begin(), serverObjects.end(),
                                    [&kind](const auto &each) { return kind == each.first; });
    const char *member = known == serverObjects.end() ? "url" : known->second;
    Json &place = object[kind + "_key_config"];
    place = {{member, writeSecretText(key.place.endpoint)}};
    if (kind == databricks && !key.place.clientId.isEmpty()) {
        add(place, "client_id", key.place.clientId);
        add(place, "client_secret", key.redactedValue);
    }
}

} // namespace

Result<QString> readSecretText(const char *name, const Json &value)
{
    if (value.is_string())
        return text(value.get<std::string>());
    if (!value.is_object())
        return unexpected(refused(std::string(name) + " must be a string or an object."));
    const auto fromEnvironment = value.find("from_env");
    const bool isFromEnvironment = fromEnvironment != value.end() && *fromEnvironment == true;
    const auto member = value.find(isFromEnvironment ? "env_var" : "value");
    if (member == value.end() || !member->is_string())
        return unexpected(refused(std::string(name) + " must be a string, or an object with value or env_var."));
    std::string given = member->get<std::string>();
    if (isFromEnvironment && !given.starts_with("env."))
        given.insert(0, "env.");
    return text(given);
}

Json writeSecretText(const QString &shown)
{
    const bool isEnvironment = shown.startsWith(QLatin1String("env."));
    return {{"value", isEnvironment ? std::string() : utf8(shown)},
            {"env_var", isEnvironment ? utf8(shown) : std::string()},
            {"from_env", isEnvironment}};
}

std::optional<Error> readKeyPlace(const Json &body, api::SaveProviderKey &command, const ProviderKeyView *previous)
{
    for (const auto &error : {readBedrockKey(body, command, previous), readAzureKey(body, command, previous),
                              readVertexKey(body, command, previous), readServerUrl(body, command, previous),
                              readReplicateKey(body, command), readAliases(body, command)}) {
        if (error)
            return error;
    }
    return std::nullopt;
}

void writeKeyPlace(Json &object, const ProviderKeyView &key)
{
    const QString &kind = key.place.kind;
    if (kind == QLatin1String("azure"))
        object["azure_key_config"] = azureObject(key);
    else if (kind == QLatin1String("vertex"))
        object["vertex_key_config"] = vertexObject(key);
    else if (key.aws || key.isFoundByAws || !key.region.isEmpty() || !key.place.batchBuckets.isEmpty())
        object["bedrock_key_config"] = bedrockObject(key);
    else if (!key.place.endpoint.isEmpty() || !key.place.clientId.isEmpty())
        writeServerUrl(object, key);
    if (key.place.asksDeployments)
        object["replicate_key_config"] = {{"use_deployments_endpoint", true}};
    for (const auto &[model, name] : key.aliases)
        object["aliases"][utf8(model)] = utf8(name);
}

} // namespace gateway::admin
