#include "gateway/admin/health_json.h"

#include "gateway/admin/limits_json.h"
#include "gateway/base/refusal.h"

namespace gateway::admin {

namespace {

const Json *member(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::optional<Error> readText(const Json &body, const char *name, QString &into)
{
    const Json *value = member(body, name);
    if (value && !value->is_string())
        return refused(std::string(name) + " must be a string.");
    if (value)
        into = QString::fromStdString(value->get<std::string>());
    return std::nullopt;
}

std::optional<Error> readMilliseconds(const Json &body, const char *name, int &into)
{
    constexpr int longest = 10 * 60 * 1'000;
    const Json *value = member(body, name);
    if (!value)
        return std::nullopt;
    if (!value->is_number_integer() || value->get<double>() < 0 || value->get<double>() > longest)
        return refused(std::string(name) + " must be a number of milliseconds from 0 to 600000.");
    into = value->get<int>();
    return std::nullopt;
}

std::string dateText(const QDateTime &date)
{
    return date.toString(Qt::ISODateWithMs).toStdString();
}

Json writeTarget(const api::TargetHealthView &target)
{
    return {{"provider", target.provider.toStdString()},
            {"model", target.model.toStdString()},
            {"key_id", target.keyId.toStdString()},
            {"key", target.keyName.toStdString()},
            {"state", target.stateName.toStdString()},
            {"held", target.isHeld},
            {"failures_in_a_row", target.failuresInARow},
            {"last_failure", target.lastFailure.toStdString()},
            {"next_probe_at", target.opensUntil.isValid() ? Json(dateText(target.opensUntil)) : Json()}};
}

} // namespace

Json writeHealthBoard(const api::HealthBoard &board)
{
    Json json = {{"targets", Json::array()}, {"resting_keys", Json::array()}};
    for (const api::TargetHealthView &target : board.targets)
        json["targets"].push_back(writeTarget(target));
    for (const api::KeyRestView &key : board.restingKeys)
        json["resting_keys"].push_back(Json{{"provider", key.provider.toStdString()},
                                            {"key_id", key.keyId.toStdString()},
                                            {"key", key.keyName.toStdString()},
                                            {"until", dateText(key.until)}});
    return json;
}

Result<api::TargetChoice> readTargetChoice(const Json &body)
{
    api::TargetChoice choice;
    for (const auto &[name, into] :
         {std::pair{"provider", &choice.provider}, {"model", &choice.model}, {"key_id", &choice.keyId}}) {
        if (auto error = readText(body, name, *into))
            return unexpected(std::move(*error));
    }
    if (choice.provider.isEmpty() || choice.model.isEmpty())
        return unexpected(refused("provider and model are required."));
    return choice;
}

Json writeResilience(const api::ResilienceView &settings)
{
    return {{"rescue", rescueName(settings.rescue)},
            {"slow_start_after_ms", settings.slowStartAfterMs},
            {"longest_retry_after_ms", settings.longestRetryAfterMs},
            {"hold_tokens", writeHeldTokens(settings.heldTokens)},
            {"adaptive_balancing", settings.isBalanced}};
}

Result<api::ResilienceView> readResilience(const Json &body, const api::ResilienceView &previous)
{
    api::ResilienceView settings = previous;
    const auto care = readCare(body, {});
    if (!care)
        return unexpected(care.error());
    settings.rescue = care->rescue.value_or(settings.rescue);
    settings.slowStartAfterMs = care->slowStartAfterMs.value_or(settings.slowStartAfterMs);
    settings.heldTokens = care->heldTokens.value_or(settings.heldTokens);
    settings.isBalanced = care->isBalanced.value_or(settings.isBalanced);
    if (auto error = readMilliseconds(body, "longest_retry_after_ms", settings.longestRetryAfterMs))
        return unexpected(std::move(*error));
    return settings;
}

} // namespace gateway::admin
