// The stable words that the configuration database uses for enumerations.
#pragma once

#include "gateway/config/config_snapshot.h"

#include <array>
#include <string_view>
#include <utility>

namespace gateway::storage {

template <typename Value>
struct NamesOf;

template <>
struct NamesOf<config::CredentialScheme> {
    static constexpr std::array list{
        std::pair{config::CredentialScheme::Bearer, std::string_view("bearer")},
        std::pair{config::CredentialScheme::XApiKey, std::string_view("x_api_key")},
        std::pair{config::CredentialScheme::XGoogApiKey, std::string_view("x_goog_api_key")},
        std::pair{config::CredentialScheme::AwsSigV4, std::string_view("aws_sigv4")},
        std::pair{config::CredentialScheme::None, std::string_view("none")},
        std::pair{config::CredentialScheme::AzureKey, std::string_view("azure_key")},
        std::pair{config::CredentialScheme::GoogleCloud, std::string_view("google_cloud")},
        std::pair{config::CredentialScheme::XiApiKey, std::string_view("xi_api_key")},
        std::pair{config::CredentialScheme::QueryKey, std::string_view("query_key")}};
};

template <>
struct NamesOf<config::ProxyKind> {
    static constexpr std::array list{std::pair{config::ProxyKind::System, std::string_view("system")},
                                     std::pair{config::ProxyKind::None, std::string_view("none")},
                                     std::pair{config::ProxyKind::Http, std::string_view("http")},
                                     std::pair{config::ProxyKind::Socks5, std::string_view("socks5")}};
};

template <>
struct NamesOf<config::KeySource> {
    static constexpr std::array list{
        std::pair{config::KeySource::SecretStore, std::string_view("secret_store")},
        std::pair{config::KeySource::EnvironmentVariable, std::string_view("environment_variable")},
        std::pair{config::KeySource::AwsProfile, std::string_view("aws_profile")},
        std::pair{config::KeySource::GoogleDefault, std::string_view("google_default")}};
};

template <>
struct NamesOf<config::CaptureLevel> {
    static constexpr std::array list{std::pair{config::CaptureLevel::Metadata, std::string_view("metadata")},
                                     std::pair{config::CaptureLevel::Errors, std::string_view("errors")},
                                     std::pair{config::CaptureLevel::Everything, std::string_view("everything")}};
};

template <>
struct NamesOf<config::Rescue> {
    static constexpr std::array list{
        std::pair{config::Rescue::Match, std::string_view("match")},
        std::pair{config::Rescue::Off, std::string_view("off")},
        std::pair{config::Rescue::MatchAndContinue, std::string_view("match_and_continue")}};
};

// An unknown scope becomes a virtual key's: with its scope_id, that widens a rule to nobody.
template <>
struct NamesOf<config::RuleScope> {
    static constexpr std::array list{std::pair{config::RuleScope::VirtualKey, std::string_view("virtual_key")},
                                     std::pair{config::RuleScope::Team, std::string_view("team")},
                                     std::pair{config::RuleScope::Customer, std::string_view("customer")},
                                     std::pair{config::RuleScope::Global, std::string_view("global")}};
};

template <typename Value>
std::string_view storedName(Value value)
{
    for (const auto &[candidate, name] : NamesOf<Value>::list) {
        if (candidate == value)
            return name;
    }
    return NamesOf<Value>::list.front().second;
}

// An unknown word can only be a damaged row: it becomes the first value of the list; for the capture level that is the
// one that keeps least.
template <typename Value>
Value fromStoredName(std::string_view name)
{
    for (const auto &[value, candidate] : NamesOf<Value>::list) {
        if (candidate == name)
            return value;
    }
    return NamesOf<Value>::list.front().first;
}

} // namespace gateway::storage
