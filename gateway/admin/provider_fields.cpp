#include "gateway/admin/provider_fields.h"

#include "gateway/base/provider_extras.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace gateway::admin {

namespace {

// As provider_json.cpp, provider_extra_json.cpp and key_place_json.cpp read them.
constexpr std::array<std::string_view, 10> providerFields{"provider",
                                                          "keys",
                                                          "network_config",
                                                          "proxy_config",
                                                          "custom_provider_config",
                                                          "prompt_cache",
                                                          provider_extra_names::line,
                                                          provider_extra_names::healthProbe,
                                                          provider_extra_names::openRouterConfig,
                                                          provider_extra_names::openAiConfig};
constexpr std::array<std::string_view, 19> networkFields{"base_url",
                                                         "default_request_timeout_in_seconds",
                                                         "stream_idle_timeout_in_seconds",
                                                         "connect_timeout_in_seconds",
                                                         "response_head_timeout_in_seconds",
                                                         "first_token_timeout_in_seconds",
                                                         "stream_total_timeout_in_seconds",
                                                         "model_limits",
                                                         "allow_http2",
                                                         "max_retries",
                                                         "retry_backoff_initial",
                                                         "retry_backoff_max",
                                                         "ca_cert_pem",
                                                         "insecure_skip_verify",
                                                         "extra_headers",
                                                         provider_extra_names::mayBePrivate,
                                                         provider_extra_names::connectionsPerHost,
                                                         provider_extra_names::keepAlive,
                                                         provider_extra_names::betaHeaders};
constexpr std::array<std::string_view, 4> proxyFields{"type", "url", "username", "password"};
constexpr std::array<std::string_view, 6> customFields{"base_provider_type", "is_key_less",
                                                       "allowed_requests",   "request_path_overrides",
                                                       "credential",         provider_extra_names::keyParameter};
constexpr std::array<std::string_view, 17> keyFields{"id",
                                                     "name",
                                                     "value",
                                                     "models",
                                                     "blacklisted_models",
                                                     "weight",
                                                     "enabled",
                                                     "aliases",
                                                     "bedrock_key_config",
                                                     "azure_key_config",
                                                     "vertex_key_config",
                                                     "ollama_key_config",
                                                     "sgl_key_config",
                                                     "vllm_key_config",
                                                     "databricks_key_config",
                                                     "replicate_key_config",
                                                     "use_for_batch_api"};

void addUnknown(const Json &object, std::span<const std::string_view> known, const QString &path, QStringList &fields)
{
    if (!object.is_object())
        return;
    for (const auto &[name, value] : object.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            fields.append(path + QString::fromStdString(name));
    }
}

} // namespace

QStringList unknownProviderFields(const Json &provider)
{
    QStringList fields;
    addUnknown(provider, providerFields, {}, fields);
    const auto addNested = [&](const char *name, std::span<const std::string_view> known) {
        if (const auto found = provider.find(name); found != provider.end())
            addUnknown(*found, known, QString::fromLatin1(name) + QLatin1Char('.'), fields);
    };
    addNested("network_config", networkFields);
    addNested("proxy_config", proxyFields);
    addNested("custom_provider_config", customFields);
    if (const auto keys = provider.find("keys"); keys != provider.end() && keys->is_array()) {
        for (const Json &key : *keys)
            addUnknown(key, keyFields, QStringLiteral("keys."), fields);
    }
    return fields;
}

} // namespace gateway::admin
