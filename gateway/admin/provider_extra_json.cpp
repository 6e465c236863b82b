#include "gateway/admin/provider_extra_json.h"

#include "gateway/base/provider_extras.h"
#include "gateway/base/refusal.h"

#include <algorithm>
#include <string>

namespace gateway::admin {

namespace {

constexpr auto lineName = "concurrency_and_buffer_size";
constexpr auto privateName = "allow_private_network";
constexpr auto probeName = "health_probe";           // ours
constexpr auto openRouterName = "openrouter_config"; // ours

// An absent count is the usual one.
Result<int> countIn(const Json &line, const char *name, const std::string &title, int otherwise)
{
    const auto found = line.find(name);
    if (found == line.end() || found->is_null())
        return otherwise;
    if (!found->is_number_integer() || found->get<double>() > ProviderExtras::most)
        return unexpected(refused(title + " must be a whole number from 1 to " + std::to_string(ProviderExtras::most)));
    if (found->get<double>() < 1)
        return unexpected(refused(title + " must be greater than 0"));
    return found->get<int>();
}

std::optional<Error> problemOfLine(const Json &line)
{
    if (!line.is_object())
        return refused("concurrency_and_buffer_size must be an object.");
    const ProviderExtras usual;
    const auto places = countIn(line, "concurrency", "Concurrency", usual.places);
    if (!places)
        return places.error();
    const auto waiting = countIn(line, "buffer_size", "Buffer size", std::max(usual.mostWaiting, *places));
    if (!waiting)
        return waiting.error();
    if (*places > *waiting)
        return refused("Concurrency must be less than or equal to buffer size");
    const auto refuses = line.find("drop_excess_requests"); // ours: Bifrost has one for all providers
    if (refuses != line.end() && !refuses->is_boolean())
        return refused("concurrency_and_buffer_size.drop_excess_requests must be true or false.");
    return std::nullopt;
}

} // namespace

std::optional<Error> readExtraFields(const Json &body, api::ProviderView &provider)
{
    ProviderExtras kept = readProviderExtras(provider.extraJson.toStdString());
    Json extra = Json::object();
    for (const char *name : {lineName, "send_back_raw_request", "send_back_raw_response", "store_raw_request_response",
                             "openai_config", "prompt_cache"}) {
        const auto found = body.find(name);
        if (found != body.end() && !found->is_null())
            extra[name] = *found;
    }
    if (const auto line = extra.find(lineName); line != extra.end()) {
        if (auto problem = problemOfLine(*line))
            return problem;
    }
    const auto network = body.find("network_config");
    if (network != body.end() && network->is_object() && network->contains(privateName)) {
        const Json &said = (*network)[privateName];
        if (!said.is_boolean())
            return refused("network_config.allow_private_network must be true or false.");
        kept.mayBePrivate = said.get<bool>();
    }
    if (kept.mayBePrivate)
        extra[privateName] = true;
    if (const auto said = body.find(probeName); said != body.end()) {
        if (!said->is_null() && !said->is_string())
            return refused("health_probe must be a string.");
        kept.healthProbe = said->is_string() ? said->get<std::string>() : std::string();
    }
    if (!kept.healthProbe.empty())
        extra[probeName] = kept.healthProbe;
    if (const auto said = body.find(openRouterName); said != body.end()) {
        if (!said->is_null() && !said->is_object())
            return refused("openrouter_config must be an object, as OpenRouter's \"provider\".");
        kept.openRouterConfig = said->is_object() ? said->dump() : std::string();
    }
    if (!kept.openRouterConfig.empty())
        extra[openRouterName] = Json::parse(kept.openRouterConfig);
    provider.extraJson = extra.empty() ? QByteArray() : QByteArray::fromStdString(extra.dump());
    return std::nullopt;
}

void writeExtraFields(const api::ProviderView &provider, Json &object)
{
    const ProviderExtras extras = readProviderExtras(provider.extraJson.toStdString());
    object[lineName] = {{"concurrency", extras.places}, {"buffer_size", extras.mostWaiting}};
    if (extras.mayBePrivate)
        object["network_config"][privateName] = true;
    Json extra = Json::parse(provider.extraJson.toStdString(), nullptr, false);
    if (!extra.is_object())
        return;
    extra.erase(privateName);
    if (extra.contains(lineName)) {
        extra.erase(lineName);
        if (extras.refusesWhenFull)
            object[lineName]["drop_excess_requests"] = true;
    }
    object.update(extra);
}

} // namespace gateway::admin
