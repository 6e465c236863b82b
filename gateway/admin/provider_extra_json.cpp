#include "gateway/admin/provider_extra_json.h"

#include "gateway/base/provider_extras.h"
#include "gateway/base/refusal.h"

#include <algorithm>
#include <string>

namespace gateway::admin {

namespace {

namespace names = provider_extra_names;

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
    const auto places = countIn(line, names::places, "Concurrency", usual.places);
    if (!places)
        return places.error();
    const auto waiting = countIn(line, names::mostWaiting, "Buffer size", std::max(usual.mostWaiting, *places));
    if (!waiting)
        return waiting.error();
    if (*places > *waiting)
        return refused("Concurrency must be less than or equal to buffer size");
    const auto refuses = line.find(names::refusesWhenFull); // ours: Bifrost has one for all providers
    if (refuses != line.end() && !refuses->is_boolean())
        return refused("concurrency_and_buffer_size.drop_excess_requests must be true or false.");
    return std::nullopt;
}

std::optional<Error> readBetaHeaders(const Json &network, Json &extra)
{
    const auto said = network.is_object() ? network.find(names::betaHeaders) : network.end();
    if (said == network.end() || said->is_null())
        return std::nullopt;
    const auto isFlag = [](const Json &each) { return each.is_boolean(); };
    if (!said->is_object() || !std::all_of(said->begin(), said->end(), isFlag))
        return refused("network_config.beta_header_overrides must be an object of true and false.");
    extra[names::betaHeaders] = *said;
    return std::nullopt;
}

// Bifrost from before the second does not know it, so where the body is silent it stays.
std::optional<Error> readConnections(const Json &network, const ProviderExtras &kept, Json &extra)
{
    if (kept.keepAliveSeconds != ProviderExtras().keepAliveSeconds)
        extra[names::keepAlive] = kept.keepAliveSeconds;
    if (!network.is_object())
        return std::nullopt;
    for (const auto &[name, most] : {std::pair{names::connectionsPerHost, ProviderExtras::mostConnections},
                                     std::pair{names::keepAlive, ProviderExtras::longestKeepAlive}}) {
        const auto said = network.find(name);
        if (said == network.end())
            continue;
        extra.erase(name);
        if (said->is_null() || *said == 0) // Bifrost's word for its default
            continue;
        if (!said->is_number_integer() || said->get<double>() < 1 || said->get<double>() > most)
            return refused("network_config." + std::string(name) + " must be a whole number from 1 to "
                           + std::to_string(most));
        extra[name] = *said;
    }
    return std::nullopt;
}

// May be empty: the usual one.
bool isParameterName(const std::string &text)
{
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
                      || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
           });
}

} // namespace

std::optional<Error> readExtraFields(const Json &body, api::ProviderView &provider)
{
    ProviderExtras kept = readProviderExtras(provider.extraJson.toStdString());
    Json extra = Json::object();
    for (const char *name : {names::line, "send_back_raw_request", "send_back_raw_response",
                             "store_raw_request_response", names::openAiConfig, "prompt_cache"}) {
        const auto found = body.find(name);
        if (found != body.end() && !found->is_null())
            extra[name] = *found;
    }
    if (const auto line = extra.find(names::line); line != extra.end()) {
        if (auto problem = problemOfLine(*line))
            return problem;
    }
    if (const auto openAi = extra.find(names::openAiConfig); openAi != extra.end()) {
        const bool isObject = openAi->is_object();
        const auto store = isObject ? openAi->find(names::disablesStore) : openAi->end();
        if (!isObject || (store != openAi->end() && !store->is_boolean()))
            return refused("openai_config must be an object whose disable_store is true or false.");
    }
    const auto network = body.find("network_config");
    if (network != body.end() && network->is_object() && network->contains(names::mayBePrivate)) {
        const Json &said = (*network)[names::mayBePrivate];
        if (!said.is_boolean())
            return refused("network_config.allow_private_network must be true or false.");
        kept.mayBePrivate = said.get<bool>();
    }
    if (kept.mayBePrivate)
        extra[names::mayBePrivate] = true;
    if (auto problem = readBetaHeaders(network == body.end() ? Json() : *network, extra))
        return problem;
    if (auto problem = readConnections(network == body.end() ? Json() : *network, kept, extra))
        return problem;
    const auto custom = body.find("custom_provider_config");
    if (custom != body.end() && custom->is_object() && custom->contains(names::keyParameter)) {
        const Json &said = (*custom)[names::keyParameter];
        if (!said.is_string() || !isParameterName(said.get_ref<const std::string &>()))
            return refused("custom_provider_config.key_parameter must be the name of a parameter: letters, digits, "
                           "\"-\", \"_\" and \".\".");
        kept.keyParameter = said.get<std::string>();
    }
    if (!kept.keyParameter.empty())
        extra[names::keyParameter] = kept.keyParameter;
    if (const auto said = body.find(names::healthProbe); said != body.end()) {
        if (!said->is_null() && !said->is_string())
            return refused("health_probe must be a string.");
        kept.healthProbe = said->is_string() ? said->get<std::string>() : std::string();
    }
    if (!kept.healthProbe.empty())
        extra[names::healthProbe] = kept.healthProbe;
    if (const auto said = body.find(names::openRouterConfig); said != body.end()) {
        if (!said->is_null() && !said->is_object())
            return refused("openrouter_config must be an object, as OpenRouter's \"provider\".");
        kept.openRouterConfig = said->is_object() ? said->dump() : std::string();
    }
    if (!kept.openRouterConfig.empty())
        extra[names::openRouterConfig] = Json::parse(kept.openRouterConfig);
    provider.extraJson = extra.empty() ? QByteArray() : QByteArray::fromStdString(extra.dump());
    return std::nullopt;
}

void writeExtraFields(const api::ProviderView &provider, Json &object)
{
    const ProviderExtras extras = readProviderExtras(provider.extraJson.toStdString());
    object[names::line] = {{names::places, extras.places}, {names::mostWaiting, extras.mostWaiting}};
    if (extras.mayBePrivate)
        object["network_config"][names::mayBePrivate] = true;
    Json extra = Json::parse(provider.extraJson.toStdString(), nullptr, false);
    if (!extra.is_object())
        return;
    extra.erase(names::mayBePrivate);
    extra.erase(names::keyParameter);
    if (const auto found = extra.find(names::betaHeaders); found != extra.end()) {
        object["network_config"][names::betaHeaders] = *found;
        extra.erase(found);
    }
    for (const char *name : {names::connectionsPerHost, names::keepAlive}) {
        if (const auto found = extra.find(name); found != extra.end()) {
            object["network_config"][name] = *found;
            extra.erase(found);
        }
    }
    if (provider.isCustom && !extras.keyParameter.empty())
        object["custom_provider_config"][names::keyParameter] = extras.keyParameter;
    if (extra.contains(names::line)) {
        extra.erase(names::line);
        if (extras.refusesWhenFull)
            object[names::line][names::refusesWhenFull] = true;
    }
    object.update(extra);
}

} // namespace gateway::admin
