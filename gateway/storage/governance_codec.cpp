#include "gateway/storage/governance_codec.h"

#include "gateway/base/overload.h"
#include "gateway/storage/stored_time.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace gateway::storage {

namespace {

using config::KeyHash;
using config::UsageLimit;
using config::UsageLimits;
using config::VirtualKey;
using config::VirtualKeyProvider;
using Json = nlohmann::json;

constexpr std::array<std::string_view, 5> kindNames{"settings", "virtual_key", "team", "customer", "shared_limits"};
constexpr std::array<std::string_view, 3> limitUnits{"requests", "tokens", "money"};
constexpr std::array<std::string_view, 8> windowUnits{"s", "m", "h", "d", "w", "M", "Q", "Y"};
constexpr std::array<std::string_view, 2> hashSecrets{"secret_store", "database"};

template <typename Value, std::size_t size>
Value valueOf(const std::array<std::string_view, size> &names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return static_cast<Value>(found == names.end() ? 0 : found - names.begin());
}

template <typename Value, std::size_t size>
std::string nameOf(const std::array<std::string_view, size> &names, Value value)
{
    return std::string(names[static_cast<std::size_t>(value)]);
}

std::string toHex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text.push_back(digits[value >> 4U]);
        text.push_back(digits[value & 15U]);
    }
    return text;
}

std::string fromHex(std::string_view text)
{
    const auto digit = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
    std::string bytes;
    for (std::size_t place = 0; place + 1 < text.size(); place += 2)
        bytes.push_back(static_cast<char>(digit(text[place]) * 16 + digit(text[place + 1])));
    return bytes;
}

// Members of a document; what is absent or of another type leaves the default.
class Reader {
public:
    explicit Reader(const Json &object) : m_object(object) {}

    template <typename Value>
    void read(const char *name, Value &into) const
    {
        const Json *value = find(name);
        if (!value)
            return;
        if constexpr (std::is_same_v<Value, std::string>) {
            if (value->is_string())
                into = value->get<std::string>();
        } else if constexpr (std::is_same_v<Value, bool>) {
            if (value->is_boolean())
                into = value->get<bool>();
        } else {
            if (value->is_number_integer())
                into = value->get<Value>();
        }
    }
    void read(const char *name, std::vector<std::string> &into) const
    {
        const Json *value = find(name);
        if (!value || !value->is_array())
            return;
        into.clear();
        for (const Json &each : *value) {
            if (each.is_string())
                into.push_back(each.get<std::string>());
        }
    }
    void read(const char *name, WallTime &into) const
    {
        std::int64_t stored = microsecondsSinceEpoch(into);
        read(name, stored);
        into = wallTime(std::chrono::microseconds(stored));
    }
    void read(const char *name, std::optional<WallTime> &into) const
    {
        if (!find(name))
            return;
        into.emplace();
        read(name, *into);
    }
    const Json *find(const char *name) const
    {
        const auto found = m_object.find(name);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }

private:
    const Json &m_object;
};

Json writeHash(const KeyHash &hash)
{
    const std::string_view bytes(reinterpret_cast<const char *>(hash.bytes.data()), hash.bytes.size());
    return {{"secret", nameOf(hashSecrets, hash.secret)}, {"hash", toHex(bytes)}};
}

KeyHash readHash(const Json &json)
{
    KeyHash hash;
    if (!json.is_object())
        return hash;
    const Reader reader(json);
    std::string secret;
    std::string text;
    reader.read("secret", secret);
    reader.read("hash", text);
    hash.secret = valueOf<KeyHash::Secret>(hashSecrets, secret);
    const std::string bytes = fromHex(text);
    if (bytes.size() == hash.bytes.size())
        std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
    return hash;
}

Json writeLimits(const UsageLimits &limits)
{
    Json list = Json::array();
    for (const UsageLimit &limit : limits) {
        list.push_back({{"id", limit.id.value},
                        {"unit", nameOf(limitUnits, limit.unit)},
                        {"most", limit.most},
                        {"window_count", limit.window.count},
                        {"window_unit", nameOf(windowUnits, limit.window.unit)},
                        {"calendar", limit.window.isCalendarAligned},
                        {"time_zone", limit.window.timeZone}});
    }
    return list;
}

UsageLimits readLimits(const Reader &owner)
{
    UsageLimits limits;
    const Json *list = owner.find("limits");
    if (!list || !list->is_array())
        return limits;
    for (const Json &each : *list) {
        if (!each.is_object())
            continue;
        const Reader reader(each);
        UsageLimit limit;
        std::string unit;
        std::string windowUnit;
        reader.read("id", limit.id.value);
        reader.read("unit", unit);
        reader.read("most", limit.most);
        reader.read("window_count", limit.window.count);
        reader.read("window_unit", windowUnit);
        reader.read("calendar", limit.window.isCalendarAligned);
        reader.read("time_zone", limit.window.timeZone);
        limit.unit = valueOf<config::LimitUnit>(limitUnits, unit);
        limit.window.unit = valueOf<config::WindowUnit>(windowUnits, windowUnit);
        limits.push_back(std::move(limit));
    }
    return limits;
}

Json writeModels(const std::vector<config::ModelUsageLimits> &models)
{
    Json list = Json::array();
    for (const config::ModelUsageLimits &each : models)
        list.push_back({{"model", each.model}, {"limits", writeLimits(each.limits)}});
    return list;
}

std::vector<config::ModelUsageLimits> readModels(const Reader &provider)
{
    std::vector<config::ModelUsageLimits> models;
    const Json *list = provider.find("models");
    if (!list || !list->is_array())
        return models;
    for (const Json &each : *list) {
        if (!each.is_object())
            continue;
        const Reader reader(each);
        config::ModelUsageLimits limits;
        reader.read("model", limits.model);
        limits.limits = readLimits(reader);
        models.push_back(std::move(limits));
    }
    return models;
}

Json writeProvider(const VirtualKeyProvider &provider)
{
    Json json{{"id", provider.id},
              {"provider", provider.provider},
              {"allowed_models", provider.allowedModels},
              {"denied_models", provider.deniedModels},
              {"allows_all_keys", provider.allowsAllKeys},
              {"keys", provider.keys},
              {"limits", writeLimits(provider.limits)}};
    if (provider.weight)
        json["weight"] = *provider.weight;
    if (!provider.modelLimits.empty())
        json["models"] = writeModels(provider.modelLimits);
    return json;
}

VirtualKeyProvider readProvider(const Json &json)
{
    const Reader reader(json);
    VirtualKeyProvider provider;
    provider.allowedModels.clear();
    provider.allowsAllKeys = false;
    reader.read("id", provider.id);
    reader.read("provider", provider.provider);
    reader.read("allowed_models", provider.allowedModels);
    reader.read("denied_models", provider.deniedModels);
    reader.read("allows_all_keys", provider.allowsAllKeys);
    reader.read("keys", provider.keys);
    if (const Json *weight = reader.find("weight"); weight && weight->is_number())
        provider.weight = weight->get<double>();
    provider.limits = readLimits(reader);
    provider.modelLimits = readModels(reader);
    return provider;
}

Json writeObject(const config::GovernanceSettings &settings)
{
    return {{"requires_virtual_key", settings.requiresVirtualKey},
            {"database_salt", settings.databaseSalt},
            {"is_admin_needed", settings.isAdminNeeded},
            {"admin_name", settings.adminName},
            {"admin_password_hash", settings.adminPasswordHash}};
}

Json writeObject(const VirtualKey &key)
{
    Json json{{"name", key.name},
              {"description", key.description},
              {"hash", writeHash(key.hash)},
              {"shown_prefix", key.shownPrefix},
              {"is_active", key.isActive},
              {"allows_all_providers", key.allowsAllProviders},
              {"providers", Json::array()},
              {"team", key.team.value},
              {"customer", key.customer.value},
              {"limits", writeLimits(key.limits)},
              {"is_private", key.isPrivate},
              {"goes_when_expired", key.goesWhenExpired},
              {"keeps_value", key.keepsValue},
              {"has_kept_value", key.hasKeptValue},
              {"environment_variable", key.environmentVariable},
              {"created_at_us", microsecondsSinceEpoch(key.createdAt)},
              {"updated_at_us", microsecondsSinceEpoch(key.updatedAt)}};
    for (const VirtualKeyProvider &provider : key.providers)
        json["providers"].push_back(writeProvider(provider));
    if (key.expiresAt)
        json["expires_at_us"] = microsecondsSinceEpoch(*key.expiresAt);
    if (key.previousHash)
        json["previous_hash"] = writeHash(*key.previousHash);
    if (key.previousExpiresAt)
        json["previous_expires_at_us"] = microsecondsSinceEpoch(*key.previousExpiresAt);
    if (key.rotatedAt)
        json["rotated_at_us"] = microsecondsSinceEpoch(*key.rotatedAt);
    return json;
}

// Without the member that says who may be asked, nobody may.
VirtualKey readVirtualKey(const Json &json)
{
    const Reader reader(json);
    VirtualKey key;
    key.allowsAllProviders = false;
    reader.read("name", key.name);
    reader.read("description", key.description);
    if (const Json *hash = reader.find("hash"))
        key.hash = readHash(*hash);
    reader.read("shown_prefix", key.shownPrefix);
    reader.read("is_active", key.isActive);
    reader.read("expires_at_us", key.expiresAt);
    if (const Json *hash = reader.find("previous_hash"))
        key.previousHash = readHash(*hash);
    reader.read("previous_expires_at_us", key.previousExpiresAt);
    reader.read("rotated_at_us", key.rotatedAt);
    reader.read("allows_all_providers", key.allowsAllProviders);
    if (const Json *providers = reader.find("providers"); providers && providers->is_array()) {
        for (const Json &each : *providers) {
            if (each.is_object())
                key.providers.push_back(readProvider(each));
        }
    }
    reader.read("team", key.team.value);
    reader.read("customer", key.customer.value);
    key.limits = readLimits(reader);
    reader.read("is_private", key.isPrivate);
    reader.read("goes_when_expired", key.goesWhenExpired);
    reader.read("keeps_value", key.keepsValue);
    reader.read("has_kept_value", key.hasKeptValue);
    reader.read("environment_variable", key.environmentVariable);
    reader.read("created_at_us", key.createdAt);
    reader.read("updated_at_us", key.updatedAt);
    return key;
}

Json writeObject(const config::Team &team)
{
    return {{"name", team.name},
            {"customer", team.customer.value},
            {"limits", writeLimits(team.limits)},
            {"created_at_us", microsecondsSinceEpoch(team.createdAt)},
            {"updated_at_us", microsecondsSinceEpoch(team.updatedAt)}};
}

Json writeObject(const config::Customer &customer)
{
    return {{"name", customer.name},
            {"limits", writeLimits(customer.limits)},
            {"created_at_us", microsecondsSinceEpoch(customer.createdAt)},
            {"updated_at_us", microsecondsSinceEpoch(customer.updatedAt)}};
}

Json writeObject(const config::SharedLimits &shared)
{
    return {{"provider", shared.provider},
            {"model", shared.model},
            {"limits", writeLimits(shared.limits)},
            {"created_at_us", microsecondsSinceEpoch(shared.createdAt)},
            {"updated_at_us", microsecondsSinceEpoch(shared.updatedAt)}};
}

template <typename Owner>
void readDates(const Reader &reader, Owner &owner)
{
    owner.limits = readLimits(reader);
    reader.read("created_at_us", owner.createdAt);
    reader.read("updated_at_us", owner.updatedAt);
}

GovernanceObject readObject(GovernanceKind kind, std::string_view id, const Json &json)
{
    const Reader reader(json);
    switch (kind) {
    case GovernanceKind::Settings: {
        config::GovernanceSettings settings;
        reader.read("requires_virtual_key", settings.requiresVirtualKey);
        reader.read("database_salt", settings.databaseSalt);
        reader.read("is_admin_needed", settings.isAdminNeeded);
        reader.read("admin_name", settings.adminName);
        reader.read("admin_password_hash", settings.adminPasswordHash);
        return settings;
    }
    case GovernanceKind::VirtualKey: {
        VirtualKey key = readVirtualKey(json);
        key.id.value = id;
        return key;
    }
    case GovernanceKind::Team: {
        config::Team team;
        team.id.value = id;
        reader.read("name", team.name);
        reader.read("customer", team.customer.value);
        readDates(reader, team);
        return team;
    }
    case GovernanceKind::Customer: {
        config::Customer customer;
        customer.id.value = id;
        reader.read("name", customer.name);
        readDates(reader, customer);
        return customer;
    }
    case GovernanceKind::SharedLimits: break;
    }
    config::SharedLimits shared;
    shared.id = id;
    reader.read("provider", shared.provider);
    reader.read("model", shared.model);
    readDates(reader, shared);
    return shared;
}

} // namespace

std::string_view governanceKindName(GovernanceKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::string governanceId(const GovernanceObject &object)
{
    return std::visit(Overload{[](const config::GovernanceSettings &) { return std::string("settings"); },
                               [](const config::SharedLimits &shared) { return shared.id; },
                               [](const auto &owner) { return owner.id.value; }},
                      object);
}

std::string governanceDocument(const GovernanceObject &object)
{
    const Json json = std::visit([](const auto &each) { return writeObject(each); }, object);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<GovernanceObject> readGovernanceDocument(std::string_view kind, std::string_view id,
                                                       std::string_view document)
{
    const auto found = std::find(kindNames.begin(), kindNames.end(), kind);
    const Json json = Json::parse(document, nullptr, false);
    if (found == kindNames.end() || !json.is_object())
        return std::nullopt;
    return readObject(static_cast<GovernanceKind>(found - kindNames.begin()), id, json);
}

} // namespace gateway::storage
