#include "gateway/admin/provider_json.h"

#include "gateway/admin/config_hash.h"
#include "gateway/admin/json_reader.h"
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

using api::ProviderNetworkView;
using api::ProviderView;

constexpr int largestTimeoutSeconds = 24 * 3600;
constexpr auto queryKey = "query_key"; // where a custom provider's key can stand instead of in its usual header

// The numbers of network_config.
class NetworkReader : public JsonReader {
public:
    explicit NetworkReader(const Json &object) : JsonReader(object) {}

    void seconds(const char *name, int &into)
    {
        const Json *value = member(name);
        if (!value)
            return;
        if (value->is_number() && value->get<double>() >= 1 && value->get<double>() <= largestTimeoutSeconds)
            into = static_cast<int>(value->get<double>());
        else
            refuse(name, "a number of seconds from 1 to 86400");
    }
    // Ours: null and 0 mean that there is no limit of its own.
    void secondsOrNone(const char *name, int &into)
    {
        const Json *value = member(name);
        if (value ? *value == 0 : has(name))
            into = 0;
        else
            seconds(name, into);
    }
    void count(const char *name, int &into)
    {
        const Json *value = member(name);
        if (!value)
            return;
        if (value->is_number_integer() && value->get<double>() >= 0 && value->get<double>() <= 100)
            into = value->get<int>();
        else
            refuse(name, "a whole number from 0 to 100");
    }
    // Milliseconds, or a duration like "500ms"; 0 is Bifrost's word for its default.
    void backoff(const char *name, int &into)
    {
        const Json *value = member(name);
        if (!value)
            return;
        const std::string given = value->is_string()           ? value->get<std::string>()
                                  : value->is_number_integer() ? value->dump()
                                                               : std::string();
        const auto duration = parseGoDuration(given, std::chrono::milliseconds(1));
        if (!duration || *duration > std::chrono::hours(1))
            refuse(name, "a number of milliseconds up to an hour, or a duration like \"500ms\"");
        else if (duration->count() > 0)
            into = static_cast<int>(duration->count());
    }
};

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
    NetworkReader reader(*found);
    reader.string("base_url", network.baseUrl);
    reader.seconds("default_request_timeout_in_seconds", network.totalTimeoutSeconds);
    reader.seconds("stream_idle_timeout_in_seconds", network.streamIdleTimeoutSeconds);
    reader.seconds("connect_timeout_in_seconds", network.connectTimeoutSeconds);
    reader.secondsOrNone("response_head_timeout_in_seconds", network.headTimeoutSeconds);
    reader.secondsOrNone("first_token_timeout_in_seconds", network.firstTokenTimeoutSeconds);
    reader.secondsOrNone("stream_total_timeout_in_seconds", network.streamTimeoutSeconds);
    if (const auto entries = found->find("model_limits"); entries != found->end()) {
        const auto read = entries->is_null() ? QList<api::ModelLimitsView>() : readModelLimits(*entries);
        if (!read)
            return read.error();
        network.modelLimits = *read;
    }
    reader.count("max_retries", network.maxRetries);
    reader.backoff("retry_backoff_initial", network.firstBackoffMs);
    reader.backoff("retry_backoff_max", network.longestBackoffMs);
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

// Of Bifrost's base types these are OpenAI's family, but for what they have words of their own for, as their presets.
constexpr std::array presetTypes{"huggingface", "replicate"};

void takeBaseType(const QString &type, ProviderView &provider)
{
    if (type.isEmpty())
        return;
    const bool isPreset = std::find(presetTypes.begin(), presetTypes.end(), type.toStdString()) != presetTypes.end();
    provider.preset = isPreset ? type : QString();
    provider.family = isPreset ? QStringLiteral("openai") : type;
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
    QString baseType;
    JsonReader reader(*found);
    reader.string("base_provider_type", baseType);
    reader.boolean("is_key_less", isKeyless);
    QString credential;
    reader.string("credential", credential);
    if (reader.error())
        return reader.error();
    if (!credential.isEmpty() && credential != QLatin1String(queryKey))
        return refused("custom_provider_config.credential is \"query_key\", or empty for the header that the API "
                       "usually has the key in.");
    for (const auto &error : {readAllowedRequests(*found, provider), readPathOverrides(*found, provider)}) {
        if (error)
            return error;
    }
    if (found->contains("credential")) // ours: Bifrost's scripts do not know it
        provider.credential = credential;
    provider.needsKey = !isKeyless;
    takeBaseType(baseType, provider);
    if (provider.family.isEmpty())
        return refused("BaseProviderType is required when CustomProviderConfig is provided");
    if (!translation::familyFromName(provider.family.toStdString()))
        return refused("BaseProviderType must be a standard provider: openai, anthropic, gemini, "
                       "bedrock, cohere, huggingface or replicate.");
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

} // namespace

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
    if (previous.isCustom) {
        provider.family = previous.family;
        provider.credential = previous.credential;
    }
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
    Json object{{"base_provider_type", utf8(provider.preset.isEmpty() ? provider.family : provider.preset)},
                {"is_key_less", !provider.needsKey}};
    if (provider.credential == QLatin1String(queryKey))
        object["credential"] = queryKey;
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
    object["config_hash"] = configHashOf(object);
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

} // namespace gateway::admin
