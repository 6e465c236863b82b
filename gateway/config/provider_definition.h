// A provider as data: which dialects it speaks, where it is, how it is paid, how it is reached.
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/header_list.h"
#include "gateway/base/identifiers.h"
#include "gateway/base/secret_string.h"
#include "gateway/config/attempt_limits.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gateway::config {

enum class CredentialScheme {
    Bearer,      // Authorization: Bearer KEY (OpenAI and those that imitate it)
    XApiKey,     // x-api-key: KEY (Anthropic)
    XGoogApiKey, // x-goog-api-key: KEY (Gemini)
    AwsSigV4,    // signed with an access key and its secret, or a Bedrock API key as Bearer
    None,        // local servers
};

// How providers of the family are paid, unless they need no key.
CredentialScheme usualCredentialScheme(translation::DialectFamily family);

enum class ProxyKind { System, None, Http, Socks5 };

struct ProxySettings {
    ProxyKind kind = ProxyKind::System; // System: the environment or the operating system decides
    std::string url;                    // http://host:port or socks5://host:port; without credentials
    std::string username;
    SecretString password;          // loaded from the secret store under "proxy-password/<provider>"
    bool hasStoredPassword = false; // a value is kept there, loaded or not
    bool operator==(const ProxySettings &) const = default;
};

// Bifrost's network_config; units are in the types, the JSON units of bifrost's API are converted at the border.
struct NetworkSettings {
    std::string baseUrl; // scheme, host, optional port and path; no trailing slash and no trailing /v1
    std::chrono::milliseconds totalTimeout{600'000}; // whole unary answer
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds streamIdleTimeout{120'000}; // longest silence inside a stream
    AttemptLimits::Limit headTimeout;                     // until the head of an answer; unset: totalTimeout
    AttemptLimits::Limit firstTokenTimeout;               // of a stream; unset: none
    AttemptLimits::Limit streamTimeout;                   // whole stream; unset: none
    std::vector<ModelLimits> modelLimits;                 // before those above
    int maxRetries = 0;
    std::chrono::milliseconds firstBackoff{500}; // before a retry; doubled by each
    std::chrono::milliseconds longestBackoff{5000};
    HeaderList extraHeaders;
    ProxySettings proxy;
    std::string caCertificatePem; // trusted in addition to the system's
    bool skipTlsVerification = false;
    bool allowHttp2 = true;

    // For one request for the model, before a rule says otherwise: connect, head and idle are set, of a whole answer
    // also total.
    AttemptLimits limitsFor(std::string_view model, bool isStream) const;
    bool operator==(const NetworkSettings &) const = default;
};

// Where a key's value lives. The value itself is never part of a stored definition.
enum class KeySource {
    SecretStore,         // under the key's id in the secret store in force
    EnvironmentVariable, // read at start and at every change of the configuration
};

struct ProviderKey {
    KeyId id;
    std::string name; // unique across all providers
    KeySource source = KeySource::SecretStore;
    std::string environmentVariable;      // for EnvironmentVariable, without the "env." prefix
    std::string lastFour;                 // shown to people; empty for short keys and environment variables
    std::vector<std::string> models{"*"}; // as config/model_names.h reads them; empty is none
    std::vector<std::string> blacklistedModels;
    double weight = 1.0;
    bool isEnabled = true;
    bool useForBatchApi = false;
    std::string region; // of Bedrock keys; empty is config::defaultRegion
    SecretString value; // loaded; empty when it cannot be had, then valueProblem says why
    std::string valueProblem;
    AwsCredentials aws; // where the value is an AWS access key (config/aws_key.h): its parts, variables read

    bool allowsModel(std::string_view model) const;
    bool operator==(const ProviderKey &) const = default;
};

struct ProviderDefinition {
    ProviderId id;      // the name in "provider/model"
    std::string title;  // for people: "OpenAI"; the id when empty
    std::string preset; // the preset it was made from; empty for custom
    translation::DialectFamily family = translation::DialectFamily::OpenAi;
    CredentialScheme credentialScheme = CredentialScheme::Bearer;
    bool isCustom = false; // has Bifrost's custom_provider_config
    bool isEnabled = true;
    NetworkSettings network;
    std::vector<ProviderKey> keys;
    // Whether clients of the dialect can be served with their own bytes.
    bool speaks(translation::DialectId dialect) const;
    // The dialect in which this provider is asked for a client of `client`: its own where that is spoken, else the one
    // of the provider that can say most.
    translation::DialectId dialectFor(translation::DialectId client) const;

    std::string extraJson; // fields of Bifrost's provider object that are kept but not used yet

    bool operator==(const ProviderDefinition &) const = default;
};

} // namespace gateway::config
