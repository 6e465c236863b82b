#include "gateway/admin/provider_json.h"

#include "gateway/admin/json_reader.h"
#include "gateway/admin/key_place_json.h"
#include "gateway/admin/limits_json.h"
#include "gateway/admin/provider_extra_json.h"
#include "gateway/admin/text_conversion.h"
#include "gateway/base/go_duration.h"
#include "gateway/base/refusal.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <algorithm>
#include <array>

namespace gateway::admin {

namespace {

using api::ProviderKeyView;
using api::ProviderNetworkView;
using api::ProviderView;

constexpr int deepestNesting = 200;
constexpr int largestTimeoutSeconds = 24 * 3600;

bool isNestedTooDeeply(std::string_view text)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t position = 0; position < text.size(); ++position) {
        const char letter = text[position];
        if (letter == '"')
            isInString = !isInString;
        else if (isInString && letter == '\\')
            ++position;
        else if (!isInString && (letter == '[' || letter == '{') && ++depth > deepestNesting)
            return true;
        else if (!isInString && (letter == ']' || letter == '}'))
            --depth;
    }
    return false;
}

void readSeconds(JsonReader &reader, const char *name, int &into)
{
    reader.take(
        name, "a number of seconds from 1 to 86400",
        [](const Json &value) {
            return value.is_number() && value.get<double>() >= 1 && value.get<double>() <= largestTimeoutSeconds;
        },
        [&into](const Json &value) { into = static_cast<int>(value.get<double>()); });
}

// Ours: null and 0 mean that there is no limit of its own.
void readSecondsOrNone(JsonReader &reader, const char *name, int &into)
{
    if (!reader.has(name))
        return;
    const Json *value = reader.member(name);
    if (!value || *value == 0)
        into = 0;
    else
        readSeconds(reader, name, into);
}

void readCount(JsonReader &reader, const char *name, int &into)
{
    reader.take(
        name, "a whole number from 0 to 100",
        [](const Json &value) {
            return value.is_number_integer() && value.get<double>() >= 0 && value.get<double>() <= 100;
        },
        [&into](const Json &value) { into = value.get<int>(); });
}

// Milliseconds, or a duration like "500ms"; 0 is Bifrost's word for its default.
void readBackoff(JsonReader &reader, const char *name, int &into)
{
    const auto given = [](const Json &value) {
        const std::string text = value.is_string()           ? value.get<std::string>()
                                 : value.is_number_integer() ? value.dump()
                                                             : std::string();
        return parseGoDuration(text, std::chrono::milliseconds(1));
    };
    reader.take(
        name, "a number of milliseconds up to an hour, or a duration like \"500ms\"",
        [&given](const Json &value) {
            const auto duration = given(value);
            return duration && *duration <= std::chrono::hours(1);
        },
        [&given, &into](const Json &value) {
            if (const auto duration = *given(value); duration.count() > 0)
                into = static_cast<int>(duration.count());
        });
}

void readWeight(JsonReader &reader, const char *name, double &into)
{
    reader.take(
        name, "a number that is not negative",
        [](const Json &value) { return value.is_number() && value.get<double>() >= 0; },
        [&into](const Json &value) { into = value.get<double>(); });
}

std::optional<Error> readProxy(const Json &body, api::SaveProvider &command)
{
    const auto found = body.find("proxy_config");
    if (found == body.end() || !found->is_object())
        return std::nullopt;
    ProviderNetworkView &network = command.provider.network;
    QString kind;
    QString password;
    JsonReader reader(*found);
    reader.string("type", kind);
    reader.string("url", network.proxyUrl);
    reader.string("username", network.proxyUsername);
    reader.string("password", password);
    if (reader.error())
        return reader.error();
    constexpr std::array known{"none", "http", "socks5", "environment", ""};
    if (std::find(known.begin(), known.end(), utf8(kind)) == known.end())
        return refused("proxy_config.type must be none, http, socks5 or environment.");
    network.proxyKind = kind == QLatin1String("environment") || kind.isEmpty() ? QStringLiteral("system") : kind;
    if (!password.isEmpty() && password != QLatin1String("<redacted>"))
        command.proxyPassword = password;
    return std::nullopt;
}

std::optional<Error> readNetwork(const Json &body, ProviderNetworkView &network)
{
    const auto found = body.find("network_config");
    if (found == body.end() || found->is_null())
        return std::nullopt;
    if (!found->is_object())
        return refused("network_config must be an object.");
    JsonReader reader(*found);
    reader.string("base_url", network.baseUrl);
    readSeconds(reader, "default_request_timeout_in_seconds", network.totalTimeoutSeconds);
    readSeconds(reader, "stream_idle_timeout_in_seconds", network.streamIdleTimeoutSeconds);
    readSeconds(reader, "connect_timeout_in_seconds", network.connectTimeoutSeconds);
    readSecondsOrNone(reader, "response_head_timeout_in_seconds", network.headTimeoutSeconds);
    readSecondsOrNone(reader, "first_token_timeout_in_seconds", network.firstTokenTimeoutSeconds);
    readSecondsOrNone(reader, "stream_total_timeout_in_seconds", network.streamTimeoutSeconds);
    if (const auto entries = found->find("model_limits"); entries != found->end()) {
        const auto read = entries->is_null() ? QList<api::ModelLimitsView>() : readModelLimits(*entries);
        if (!read)
            return read.error();
        network.modelLimits = *read;
    }
    readCount(reader, "max_retries", network.maxRetries);
    readBackoff(reader, "retry_backoff_initial", network.firstBackoffMs);
    readBackoff(reader, "retry_backoff_max", network.longestBackoffMs);
    reader.boolean("insecure_skip_verify", network.skipTlsVerification);
    reader.string("ca_cert_pem", network.caCertificatePem);
    reader.boolean("allow_http2", network.allowHttp2);
    const auto headers = found->find("extra_headers");
    if (headers != found->end() && headers->is_object()) {
        for (const auto &[name, value] : headers->items()) {
            if (!value.is_string())
                return refused("network_config.extra_headers must hold strings.");
            network.extraHeaders.append({text(name), text(value.get<std::string>())});
        }
    }
    return reader.error();
}

// Present, it allows what it names as true and nothing else (bifrost-api §6.2).
std::optional<Error> readAllowedRequests(const Json &custom, ProviderView &provider)
{
    const auto found = custom.find("allowed_requests");
    if (found == custom.end() || found->is_null())
        return std::nullopt;
    if (!found->is_object())
        return refused("custom_provider_config.allowed_requests must be an object of true and false.");
    provider.allowedRequests.emplace();
    for (const auto &[name, value] : found->items()) {
        if (!value.is_boolean())
            return refused("custom_provider_config.allowed_requests." + name + " must be true or false.");
        if (value.get<bool>())
            provider.allowedRequests->append(text(name));
    }
    return std::nullopt;
}

std::optional<Error> readPathOverrides(const Json &custom, ProviderView &provider)
{
    const auto found = custom.find("request_path_overrides");
    if (found == custom.end() || found->is_null())
        return std::nullopt;
    if (!found->is_object())
        return refused("custom_provider_config.request_path_overrides must be an object.");
    for (const auto &[name, value] : found->items()) {
        if (!value.is_string())
            return refused("custom_provider_config.request_path_overrides." + name + " must be a string.");
        if (!value.get_ref<const std::string &>().empty())
            provider.pathOverrides.append({text(name), text(value.get<std::string>())});
    }
    return std::nullopt;
}

std::optional<Error> readCustom(const Json &body, ProviderView &provider)
{
    const auto found = body.find("custom_provider_config");
    if (found == body.end() || found->is_null())
        return std::nullopt;
    if (!found->is_object())
        return refused("custom_provider_config must be an object.");
    provider.isCustom = true;
    bool isKeyless = false;
    JsonReader reader(*found);
    reader.string("base_provider_type", provider.family);
    reader.boolean("is_key_less", isKeyless);
    if (reader.error())
        return reader.error();
    for (const auto &error : {readAllowedRequests(*found, provider), readPathOverrides(*found, provider)}) {
        if (error)
            return error;
    }
    provider.needsKey = !isKeyless;
    if (provider.family.isEmpty())
        return refused("BaseProviderType is required when CustomProviderConfig is provided");
    if (!translation::familyFromName(provider.family.toStdString()))
        return refused("BaseProviderType must be a standard provider: openai, anthropic, gemini, "
                       "bedrock or cohere.");
    return std::nullopt;
}

Result<api::SaveProvider> readInto(const Json &body, ProviderView provider)
{
    api::SaveProvider command;
    command.provider = std::move(provider);
    for (const auto &error : {readNetwork(body, command.provider.network), readProxy(body, command),
                              readCustom(body, command.provider), readExtraFields(body, command.provider)}) {
        if (error)
            return unexpected(*error);
    }
    return command;
}

Json valueObject(const ProviderKeyView &key)
{
    if (key.aws)
        return writeSecretText({}); // its parts are in bedrock_key_config
    const bool isEnvironment = !key.environmentVariable.isEmpty();
    return {{"value", isEnvironment ? std::string() : utf8(key.redactedValue)},
            {"env_var", isEnvironment ? utf8(QStringLiteral("env.") + key.environmentVariable) : std::string()},
            {"from_env", isEnvironment}};
}

Json stringList(const QStringList &list)
{
    Json array = Json::array();
    for (const QString &entry : list)
        array.push_back(utf8(entry));
    return array;
}

} // namespace

std::string toText(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json parseJson(std::string_view text)
{
    return isNestedTooDeeply(text) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
}

Result<Json> parseObject(std::string_view body)
{
    Json parsed = parseJson(body);
    if (!parsed.is_object())
        return unexpected(Error::client(ErrorCode::MalformedJson, "Invalid JSON: the body must be one JSON object."));
    return parsed;
}

Result<api::SaveProvider> readProvider(const Json &body)
{
    ProviderView provider;
    JsonReader reader(body);
    reader.string("provider", provider.name);
    if (reader.error())
        return unexpected(*reader.error());
    if (provider.name.isEmpty())
        return unexpected(refused("Missing provider"));
    auto command = readInto(body, std::move(provider));
    if (command)
        command->mustBeNew = true;
    return command;
}

Result<api::SaveProvider> readProviderChange(const Json &body, const ProviderView &previous)
{
    ProviderView provider;
    provider.name = previous.name;
    provider.title = previous.title;
    provider.preset = previous.preset;
    provider.isEnabled = previous.isEnabled;
    provider.isCustom = previous.isCustom;
    if (previous.isCustom)
        provider.family = previous.family;
    provider.needsKey = previous.needsKey;
    // Bifrost's scripts do not know these, so they would take them away unseen.
    provider.network.connectTimeoutSeconds = previous.network.connectTimeoutSeconds;
    provider.network.headTimeoutSeconds = previous.network.headTimeoutSeconds;
    provider.network.firstTokenTimeoutSeconds = previous.network.firstTokenTimeoutSeconds;
    provider.network.streamTimeoutSeconds = previous.network.streamTimeoutSeconds;
    provider.network.modelLimits = previous.network.modelLimits;
    provider.extraJson = previous.extraJson;
    const auto keys = body.find("keys");
    if (keys != body.end() && keys->is_array() && !keys->empty())
        return unexpected(refused("Keys have their own address: /api/providers/" + utf8(previous.name) + "/keys"));
    return readInto(body, std::move(provider));
}

namespace {

// Beside an access key, a client's secret or the address of a server of one's own, an empty value says that there is
// no API key.
bool mayLackValue(const api::SaveProviderKey &command)
{
    return !command.aws.isEmpty() || command.key.aws || command.value || !command.key.place.profile.isEmpty()
           || !command.key.place.endpoint.isEmpty() || !command.key.place.project.isEmpty();
}

} // namespace

Result<api::SaveProviderKey> readKey(const Json &body, const QString &provider, const ProviderKeyView *previous)
{
    api::SaveProviderKey command;
    command.provider = provider;
    if (previous)
        command.key = *previous;
    JsonReader reader(body);
    reader.string("name", command.key.name);
    reader.strings("models", command.key.models);
    reader.strings("blacklisted_models", command.key.blacklistedModels);
    readWeight(reader, "weight", command.key.weight);
    reader.boolean("enabled", command.key.isEnabled);
    reader.boolean("use_for_batch_api", command.key.useForBatchApi);
    if (reader.error())
        return unexpected(*reader.error());
    if (const auto error = readKeyPlace(body, command, previous))
        return unexpected(*error);
    const auto value = body.find("value");
    if (value == body.end() || value->is_null())
        return command;
    const auto given = readSecretText("value", *value);
    if (!given)
        return unexpected(given.error());
    const bool isLeftEmpty = given->isEmpty() && mayLackValue(command);
    if (!isLeftEmpty && (!previous || *given != previous->redactedValue))
        command.value = *given;
    return command;
}

namespace {

// Ours, so only where they say something: the rest is what Bifrost's users know.
void addLimits(Json &network, const ProviderNetworkView &view)
{
    network["connect_timeout_in_seconds"] = view.connectTimeoutSeconds;
    for (const auto &[name, seconds] : {std::pair{"response_head_timeout_in_seconds", view.headTimeoutSeconds},
                                        {"first_token_timeout_in_seconds", view.firstTokenTimeoutSeconds},
                                        {"stream_total_timeout_in_seconds", view.streamTimeoutSeconds}}) {
        if (seconds > 0)
            network[name] = seconds;
    }
    if (!view.modelLimits.isEmpty())
        network["model_limits"] = writeModelLimits(view.modelLimits);
}

Json customObject(const ProviderView &provider)
{
    Json object{{"base_provider_type", utf8(provider.family)}, {"is_key_less", !provider.needsKey}};
    if (provider.allowedRequests) {
        object["allowed_requests"] = Json::object();
        for (const QString &request : *provider.allowedRequests)
            object["allowed_requests"][utf8(request)] = true;
    }
    for (const auto &[request, place] : provider.pathOverrides)
        object["request_path_overrides"][utf8(request)] = utf8(place);
    return object;
}

} // namespace

Json writeProvider(const ProviderView &provider)
{
    const ProviderNetworkView &network = provider.network;
    Json headers = Json::object();
    for (const auto &[name, value] : network.extraHeaders)
        headers[utf8(name)] = utf8(value);
    Json object{{"name", utf8(provider.name)},
                {"network_config",
                 {{"base_url", utf8(network.baseUrl)},
                  {"extra_headers", headers},
                  {"default_request_timeout_in_seconds", network.totalTimeoutSeconds},
                  {"stream_idle_timeout_in_seconds", network.streamIdleTimeoutSeconds},
                  {"connect_timeout_in_seconds", network.connectTimeoutSeconds},
                  {"max_retries", network.maxRetries},
                  {"retry_backoff_initial", network.firstBackoffMs},
                  {"retry_backoff_max", network.longestBackoffMs},
                  {"insecure_skip_verify", network.skipTlsVerification},
                  {"ca_cert_pem", utf8(network.caCertificatePem)}}},
                {"proxy_config", nullptr},
                {"send_back_raw_request", false},
                {"send_back_raw_response", false},
                {"store_raw_request_response", false}};
    if (network.proxyKind != QLatin1String("system")) {
        object["proxy_config"] = {{"type", utf8(network.proxyKind)},
                                  {"url", utf8(network.proxyUrl)},
                                  {"username", utf8(network.proxyUsername)}};
    }
    addLimits(object["network_config"], network);
    if (provider.isCustom)
        object["custom_provider_config"] = customObject(provider);
    writeExtraFields(provider, object);
    object["provider_status"] = "active";
    if (!provider.healthReason.isEmpty())
        object["description"] = utf8(provider.healthReason);
    return object;
}

Json writeProviders(const QList<ProviderView> &providers)
{
    Json list = Json::array();
    for (const ProviderView &provider : providers)
        list.push_back(writeProvider(provider));
    return {{"providers", list}, {"total", providers.size()}};
}

Json writeKey(const ProviderKeyView &key)
{
    Json object{{"id", utf8(key.id)},
                {"name", utf8(key.name)},
                {"value", valueObject(key)},
                {"models", stringList(key.models)},
                {"blacklisted_models", stringList(key.blacklistedModels)},
                {"weight", key.weight},
                {"enabled", key.isEnabled},
                {"use_for_batch_api", key.useForBatchApi}};
    writeKeyPlace(object, key);
    if (!key.problem.isEmpty())
        object["description"] = utf8(key.problem);
    else if (key.isInMemoryOnly)
        object["description"] = "Kept in memory only: gone when this process ends.";
    return object;
}

Json writeKeys(const QList<ProviderKeyView> &keys)
{
    Json list = Json::array();
    for (const ProviderKeyView &key : keys)
        list.push_back(writeKey(key));
    return {{"keys", list}, {"total", keys.size()}};
}

Json writeAllKeys(const QList<ProviderView> &providers)
{
    Json list = Json::array();
    for (const ProviderView &provider : providers) {
        for (const ProviderKeyView &key : provider.keys) {
            Json object = writeKey(key);
            object["key_id"] = object["id"];
            object["id"] = 0;
            object["provider"] = utf8(provider.name);
            object["provider_id"] = utf8(provider.name);
            list.push_back(std::move(object));
        }
    }
    return list;
}

} // namespace gateway::admin
