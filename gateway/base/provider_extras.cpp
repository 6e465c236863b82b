#include "gateway/base/provider_extras.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace gateway {

namespace {

using Json = nlohmann::json;

namespace names = provider_extra_names;

std::optional<int> countIn(const Json &object, const char *name, int most = ProviderExtras::most)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    const auto count = found->get<double>();
    if (count < 1 || count > most)
        return std::nullopt;
    return found->get<int>();
}

bool isTrue(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::map<std::string, bool, std::less<>> betaHeadersIn(const Json &object)
{
    std::map<std::string, bool, std::less<>> headers;
    const auto found = object.find(names::betaHeaders);
    if (found == object.end() || !found->is_object())
        return headers;
    for (const auto &[beginning, goesOn] : found->items()) {
        if (goesOn.is_boolean())
            headers.emplace(beginning, goesOn.get<bool>());
    }
    return headers;
}

// What else stands in the object stays.
void keepStoring(Json &object, bool isDisabled)
{
    const auto found = object.find(names::openAiConfig);
    Json openAi = found != object.end() && found->is_object() ? *found : Json::object();
    if (isDisabled == isTrue(openAi, names::disablesStore))
        return;
    if (isDisabled)
        openAi[names::disablesStore] = true;
    else
        openAi.erase(names::disablesStore);
    if (openAi.empty())
        object.erase(names::openAiConfig);
    else
        object[names::openAiConfig] = std::move(openAi);
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
    extras.mayBePrivate = isTrue(object, names::mayBePrivate);
    if (const auto probe = object.find(names::healthProbe); probe != object.end() && probe->is_string())
        extras.healthProbe = probe->get<std::string>();
    if (const auto choice = object.find(names::openRouterConfig); choice != object.end() && choice->is_object())
        extras.openRouterConfig = choice->dump(-1, ' ', false, Json::error_handler_t::replace);
    if (const auto openAi = object.find(names::openAiConfig); openAi != object.end() && openAi->is_object())
        extras.disablesStore = isTrue(*openAi, names::disablesStore);
    extras.betaHeaders = betaHeadersIn(object);
    extras.connectionsPerHost =
        countIn(object, names::connectionsPerHost, ProviderExtras::mostConnections).value_or(extras.connectionsPerHost);
    extras.keepAliveSeconds =
        countIn(object, names::keepAlive, ProviderExtras::longestKeepAlive).value_or(extras.keepAliveSeconds);
    if (const auto name = object.find(names::keyParameter); name != object.end() && name->is_string())
        extras.keyParameter = name->get<std::string>();
    const auto line = object.find(names::line);
    if (line == object.end() || !line->is_object())
        return extras;
    extras.places = countIn(*line, names::places).value_or(extras.places);
    extras.mostWaiting = countIn(*line, names::mostWaiting).value_or(std::max(extras.mostWaiting, extras.places));
    extras.refusesWhenFull = isTrue(*line, names::refusesWhenFull);
    return extras;
}

std::string withProviderExtras(std::string_view json, const ProviderExtras &extras)
{
    Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        object = Json::object();
    const ProviderExtras usual;
    keepIf(object, names::mayBePrivate, extras.mayBePrivate, true);
    keepIf(object, names::healthProbe, !extras.healthProbe.empty(), extras.healthProbe);
    Json choice = Json::parse(extras.openRouterConfig, nullptr, false);
    const bool isChoosing = choice.is_object();
    keepIf(object, names::openRouterConfig, isChoosing, std::move(choice));
    keepStoring(object, extras.disablesStore);
    keepIf(object, names::betaHeaders, !extras.betaHeaders.empty(), extras.betaHeaders);
    keepIf(object, names::connectionsPerHost, extras.connectionsPerHost != usual.connectionsPerHost,
           extras.connectionsPerHost);
    keepIf(object, names::keepAlive, extras.keepAliveSeconds != usual.keepAliveSeconds, extras.keepAliveSeconds);
    keepIf(object, names::keyParameter, !extras.keyParameter.empty(), extras.keyParameter);
    const bool isLineUsual = extras.places == usual.places && extras.mostWaiting == usual.mostWaiting
                             && extras.refusesWhenFull == usual.refusesWhenFull;
    Json line{{names::places, extras.places}, {names::mostWaiting, extras.mostWaiting}};
    keepIf(line, names::refusesWhenFull, extras.refusesWhenFull, true);
    keepIf(object, names::line, !isLineUsual, std::move(line));
    return object.empty() ? std::string() : object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace gateway
