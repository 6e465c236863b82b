#include "gateway/base/provider_extras.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace gateway {

namespace {

using Json = nlohmann::json;

constexpr auto lineName = "concurrency_and_buffer_size";
constexpr auto privateName = "allow_private_network";
constexpr auto placesName = "concurrency";
constexpr auto waitingName = "buffer_size";
constexpr auto refusesName = "drop_excess_requests";
constexpr auto probeName = "health_probe";
constexpr auto openRouterName = "openrouter_config";

std::optional<int> countIn(const Json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    const auto count = found->get<double>();
    if (count < 1 || count > ProviderExtras::most)
        return std::nullopt;
    return found->get<int>();
}

bool isTrue(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

void keepIf(Json &object, const char *name, bool isNeeded, Json value)
{
    if (isNeeded)
        object[name] = std::move(value);
    else
        object.erase(name);
}

} // namespace

ProviderExtras readProviderExtras(std::string_view json)
{
    ProviderExtras extras;
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return extras;
    extras.mayBePrivate = isTrue(object, privateName);
    if (const auto probe = object.find(probeName); probe != object.end() && probe->is_string())
        extras.healthProbe = probe->get<std::string>();
    if (const auto choice = object.find(openRouterName); choice != object.end() && choice->is_object())
        extras.openRouterConfig = choice->dump(-1, ' ', false, Json::error_handler_t::replace);
    const auto line = object.find(lineName);
    if (line == object.end() || !line->is_object())
        return extras;
    extras.places = countIn(*line, placesName).value_or(extras.places);
    extras.mostWaiting = countIn(*line, waitingName).value_or(std::max(extras.mostWaiting, extras.places));
    extras.refusesWhenFull = isTrue(*line, refusesName);
    return extras;
}

std::string withProviderExtras(std::string_view json, const ProviderExtras &extras)
{
    Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        object = Json::object();
    const ProviderExtras usual;
    keepIf(object, privateName, extras.mayBePrivate, true);
    keepIf(object, probeName, !extras.healthProbe.empty(), extras.healthProbe);
    Json choice = Json::parse(extras.openRouterConfig, nullptr, false);
    const bool isChoosing = choice.is_object();
    keepIf(object, openRouterName, isChoosing, std::move(choice));
    const bool isLineUsual = extras.places == usual.places && extras.mostWaiting == usual.mostWaiting
                             && extras.refusesWhenFull == usual.refusesWhenFull;
    Json line{{placesName, extras.places}, {waitingName, extras.mostWaiting}};
    keepIf(line, refusesName, extras.refusesWhenFull, true);
    keepIf(object, lineName, !isLineUsual, std::move(line));
    return object.empty() ? std::string() : object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace gateway
