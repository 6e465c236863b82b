#include "gateway/storage/limits_text.h"

#include "gateway/storage/config_names.h"
#include "gateway/storage/json_text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>

namespace gateway::storage {

namespace {

using config::AttemptLimits;
using config::ModelLimits;
using config::RouteCare;
using std::chrono::milliseconds;

struct NamedLimit {
    const char *name;
    AttemptLimits::Limit AttemptLimits::*limit;
};

constexpr std::array namedLimits{
    NamedLimit{"connect_ms", &AttemptLimits::connect},
    NamedLimit{"head_ms", &AttemptLimits::head},
    NamedLimit{"first_token_ms", &AttemptLimits::firstToken},
    NamedLimit{"idle_ms", &AttemptLimits::idle},
    NamedLimit{"total_ms", &AttemptLimits::total},
};

nlohmann::json toJson(const AttemptLimits &limits)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto &[name, limit] : namedLimits) {
        if (limits.*limit)
            json[name] = (limits.*limit)->count();
    }
    return json;
}

std::optional<std::int64_t> integerMember(const nlohmann::json &object, const char *name)
{
    if (!object.is_object())
        return std::nullopt;
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? std::optional(found->get<std::int64_t>())
                                                               : std::nullopt;
}

} // namespace

std::string jsonOf(const AttemptLimits &limits)
{
    return toJson(limits).dump();
}

std::string jsonOf(const std::vector<ModelLimits> &entries)
{
    std::string json = "[";
    for (const ModelLimits &entry : entries) {
        json += json.size() > 1 ? ",{\"model\":" : "{\"model\":";
        appendJsonString(json, entry.model);
        json += ",\"limits\":" + jsonOf(entry.limits) + "}";
    }
    return json + "]";
}

std::string jsonOf(const RouteCare &care)
{
    nlohmann::json json = nlohmann::json::object();
    if (care.rescue)
        json["rescue"] = storedName(*care.rescue);
    if (care.slowStartAfter)
        json["slow_start_ms"] = care.slowStartAfter->count();
    if (care.heldTokens)
        json["held_tokens"] = *care.heldTokens;
    if (care.isBalanced)
        json["is_balanced"] = *care.isBalanced;
    return json.dump();
}

AttemptLimits limitsFromJson(const nlohmann::json &json)
{
    AttemptLimits limits;
    for (const auto &[name, limit] : namedLimits) {
        if (const auto value = integerMember(json, name))
            limits.*limit = milliseconds(*value);
    }
    return limits;
}

std::vector<ModelLimits> modelLimitsFromJson(const nlohmann::json &json)
{
    std::vector<ModelLimits> entries;
    for (const nlohmann::json &each : json) {
        if (each.is_object() && each.contains("model") && each.contains("limits"))
            entries.push_back({stringFromJson(each.at("model")), limitsFromJson(each.at("limits"))});
    }
    return entries;
}

RouteCare careFromJson(const nlohmann::json &json)
{
    RouteCare care;
    if (!json.is_object())
        return care;
    if (const auto rescue = json.find("rescue"); rescue != json.end())
        care.rescue = fromStoredName<config::Rescue>(stringFromJson(*rescue));
    if (const auto after = integerMember(json, "slow_start_ms"))
        care.slowStartAfter = milliseconds(*after);
    if (const auto tokens = integerMember(json, "held_tokens"))
        care.heldTokens = static_cast<int>(*tokens);
    if (const auto balanced = json.find("is_balanced"); balanced != json.end() && balanced->is_boolean())
        care.isBalanced = balanced->get<bool>();
    return care;
}

} // namespace gateway::storage
