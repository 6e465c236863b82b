#include "gateway/storage/hosting_codec.h"

#include "gateway/storage/json_text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace gateway::storage {

namespace {

using config::KeyPlace;

constexpr std::array placeMembers{std::pair{"endpoint", &KeyPlace::endpoint},
                                  std::pair{"api_version", &KeyPlace::apiVersion},
                                  std::pair{"project", &KeyPlace::project},
                                  std::pair{"tenant_id", &KeyPlace::tenantId},
                                  std::pair{"client_id", &KeyPlace::clientId},
                                  std::pair{"scope", &KeyPlace::scope},
                                  std::pair{"token_url", &KeyPlace::tokenUrl},
                                  std::pair{"profile", &KeyPlace::profile},
                                  std::pair{"role_arn", &KeyPlace::roleArn},
                                  std::pair{"external_id", &KeyPlace::externalId},
                                  std::pair{"session_name", &KeyPlace::sessionName},
                                  std::pair{"credential_source", &KeyPlace::credentialSource},
                                  std::pair{"batch_buckets", &KeyPlace::batchBuckets},
                                  std::pair{"batch_role", &KeyPlace::batchRole}};
constexpr auto deployments = "use_deployments_endpoint"; // "true", or not there

} // namespace

std::string namesToJson(const NameMap &names)
{
    std::string json = "{";
    for (const auto &[name, value] : names) {
        if (json.size() > 1)
            json += ',';
        appendJsonString(json, name);
        json += ':';
        appendJsonString(json, value);
    }
    return json + "}";
}

NameMap namesFromJson(std::string_view json)
{
    NameMap names;
    const nlohmann::json object = parseJson(json);
    if (!object.is_object())
        return names;
    for (const auto &[name, value] : object.items()) {
        if (value.is_string())
            names.emplace(name, value.get<std::string>());
    }
    return names;
}

std::string placeToJson(const KeyPlace &place)
{
    NameMap members;
    for (const auto &[name, member] : placeMembers) {
        if (!(place.*member).empty())
            members.emplace(name, place.*member);
    }
    if (place.asksDeployments)
        members.emplace(deployments, "true");
    return namesToJson(members);
}

KeyPlace placeFromJson(std::string_view json)
{
    const NameMap members = namesFromJson(json);
    KeyPlace place;
    for (const auto &[name, member] : placeMembers) {
        if (const auto found = members.find(std::string_view(name)); found != members.end())
            place.*member = found->second;
    }
    place.asksDeployments = members.contains(std::string_view(deployments));
    return place;
}

std::string requestsToJson(const std::optional<std::vector<std::string>> &requests)
{
    std::string json;
    if (requests)
        appendJsonStrings(json, *requests);
    return requests ? json : "null";
}

std::optional<std::vector<std::string>> requestsFromJson(std::string_view json)
{
    return json == "null" ? std::nullopt : std::optional(stringsFromJson(parseJson(json)));
}

} // namespace gateway::storage
