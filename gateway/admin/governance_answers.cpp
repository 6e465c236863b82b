// Bifrost's objects of governance as answers have them.
#include "gateway/admin/config_hash.h"
#include "gateway/admin/governance_json.h"

#include <QCryptographicHash>

#include <algorithm>
#include <initializer_list>

namespace gateway::admin {

namespace {

using api::LimitUnit;
using api::LimitView;
using api::VirtualKeyProviderView;
using api::VirtualKeyView;

constexpr double nanoPerDollar = 1e9;

Json dateOrNull(const QDateTime &date)
{
    return date.isValid() ? Json(date.toString(Qt::ISODateWithMs).toStdString()) : Json();
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

Json namedObject(const QString &id, const QString &name)
{
    return {{"id", id.toStdString()}, {"name", name.toStdString()}};
}

Json textsOf(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(text.toStdString());
    return json;
}

// Whose limits are written, as each of them says it.
struct LimitOwner {
    const char *member; // "team_id"
    Json id;
    QDateTime createdAt; // of the owner: limits have no dates of their own
    QDateTime updatedAt;
};

void writeDates(const QDateTime &createdAt, const QDateTime &updatedAt, Json &json)
{
    json["config_hash"] = configHashOf(json);
    json["created_at"] = dateOrNull(createdAt);
    json["updated_at"] = dateOrNull(updatedAt);
}

// What was used changes with every request, and is no part of what is configured.
void writeLimitsDates(const LimitOwner &owner, std::initializer_list<const char *> configured, Json &limit)
{
    Json content = Json::object();
    for (const char *name : configured) {
        if (limit.contains(name))
            content[name] = limit[name];
    }
    limit[owner.member] = owner.id;
    limit["config_hash"] = configHashOf(content);
    limit["created_at"] = dateOrNull(owner.createdAt);
    limit["updated_at"] = dateOrNull(owner.updatedAt);
}

// rate_limit, budgets and what belongs to them, as every owner has them.
void writeOwnersLimits(const QList<LimitView> &limits, const LimitOwner &owner, Json &json)
{
    Json rateLimit = writeRateLimit(limits);
    if (!rateLimit.is_null())
        writeLimitsDates(owner,
                         {"id", "token_max_limit", "token_reset_duration", "request_max_limit",
                          "request_reset_duration", "calendar_aligned"},
                         rateLimit);
    Json budgets = Json::array();
    for (const LimitView &limit : limits) {
        if (limit.unit != LimitUnit::Money)
            continue;
        budgets.push_back(writeBudget(limit));
        writeLimitsDates(owner, {"id", "max_limit", "reset_duration", "calendar_aligned"}, budgets.back());
    }
    json["rate_limit_id"] = rateLimit.is_null() ? Json() : rateLimit["id"];
    json["budget_id"] = budgets.empty() ? Json() : budgets.front()["id"];
    const bool isAligned = !limits.isEmpty() && limits.front().isCalendarAligned;
    json["calendar_aligned"] = isAligned;
    if (isAligned)
        json["time_zone"] = limits.front().timeZone.toStdString(); // ours; Bifrost knows UTC only
    if (!rateLimit.is_null())
        json["rate_limit"] = rateLimit;
    if (!budgets.empty())
        json["budget"] = budgets.front();
    json["budgets"] = budgets;
}

Json writeProviderConfig(const VirtualKeyProviderView &provider, const VirtualKeyView &key)
{
    const LimitOwner owner{"provider_config_id", providerConfigNumber(provider.id), key.createdAt, key.updatedAt};
    Json json = Json::object();
    json["id"] = owner.id;
    json["virtual_key_id"] = key.id.toStdString();
    json["provider"] = provider.provider.toStdString();
    json["weight"] = provider.weight ? Json(*provider.weight) : Json();
    json["allowed_models"] = textsOf(provider.allowedModels);
    json["blacklisted_models"] = textsOf(provider.deniedModels);
    json["allow_all_keys"] = provider.allowsAllKeys;
    json["keys"] = Json::array();
    for (const QString &idOrName : provider.keys)
        json["keys"].push_back(Json{{"key_id", idOrName.toStdString()}});
    writeOwnersLimits(provider.limits, owner, json);
    json["model_budgets"] = Json::array();
    for (const api::VirtualKeyModelView &model : provider.modelLimits) {
        Json each{{"model_name", model.model.toStdString()}};
        writeOwnersLimits(model.limits, owner, each);
        json["model_budgets"].push_back(std::move(each));
    }
    return json;
}

} // namespace

// Bifrost numbers them; ours have ids as everything else.
qint64 providerConfigNumber(const QString &id)
{
    constexpr int digits = 7; // hexadecimal: 28 bits are a number everywhere
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex();
    return hash.left(digits).toLongLong(nullptr, 16);
}

Json writeBudget(const LimitView &limit)
{
    Json json = Json::object();
    json["id"] = limit.id.toStdString();
    json["max_limit"] = static_cast<double>(limit.most) / nanoPerDollar;
    json["reset_duration"] = limit.window.toStdString();
    json["last_reset"] = dateOrNull(limit.began);
    json["resets_at"] = dateOrNull(limit.resetsAt);
    json["current_usage"] = static_cast<double>(limit.used) / nanoPerDollar;
    json["calendar_aligned"] = limit.isCalendarAligned;
    if (limit.extra > 0) {
        json["override_amount"] = static_cast<double>(limit.extra) / nanoPerDollar;
        json["override_until"] = dateOrNull(limit.extraUntil); // ours; Bifrost counts windows
    }
    if (limit.forecast)
        json["forecast_usage"] = static_cast<double>(*limit.forecast) / nanoPerDollar; // ours: at resets_at
    return json;
}

// Bifrost has one object for both parts; its id is that of the first.
Json writeRateLimit(const QList<LimitView> &limits)
{
    Json json = Json::object();
    for (const LimitView &limit : limits) {
        if (limit.unit == LimitUnit::Money)
            continue;
        const std::string part = limit.unit == LimitUnit::Tokens ? "token" : "request";
        if (!json.contains("id"))
            json["id"] = limit.id.toStdString();
        json[part + "_max_limit"] = limit.most;
        json[part + "_reset_duration"] = limit.window.toStdString();
        json[part + "_current_usage"] = limit.used;
        json[part + "_last_reset"] = dateOrNull(limit.began);
        json[part + "_resets_at"] = dateOrNull(limit.resetsAt);
        json["calendar_aligned"] = limit.isCalendarAligned;
    }
    return json.empty() ? Json() : json;
}

Json writeVirtualKey(const VirtualKeyView &key, const QString &value, api::GovernanceFacade &governance)
{
    Json json = Json::object();
    json["id"] = key.id.toStdString();
    json["name"] = key.name.toStdString();
    json["description"] = key.description.toStdString();
    json["is_active"] = key.isActive;
    json["allow_all_providers"] = key.allowsAllProviders;
    json["provider_configs"] = Json::array();
    for (const VirtualKeyProviderView &provider : key.providers)
        json["provider_configs"].push_back(writeProviderConfig(provider, key));
    json["mcp_configs"] = Json::array();
    json["team_id"] = textOrNull(key.teamId);
    json["customer_id"] = textOrNull(key.customerId);
    for (const api::TeamView &team : governance.teams()) {
        if (team.id == key.teamId)
            json["team"] = namedObject(team.id, team.name);
    }
    for (const api::CustomerView &customer : governance.customers()) {
        if (customer.id == key.customerId)
            json["customer"] = namedObject(customer.id, customer.name);
    }
    writeOwnersLimits(key.limits, {"virtual_key_id", key.id.toStdString(), key.createdAt, key.updatedAt}, json);
    json["disable_content_logging"] = key.isPrivate;
    json["expires_at"] = dateOrNull(key.expiresAt);
    json["delete_after_expire"] = key.goesWhenExpired;
    json["keep_value"] = key.keepsValue; // ours, and the next
    json["is_value_kept"] = key.hasKeptValue;
    json["previous_value_expires_at"] = dateOrNull(key.previousExpiresAt);
    json["rotated_at"] = dateOrNull(key.rotatedAt);
    writeDates(key.createdAt, key.updatedAt, json);
    json["value"] = value.isEmpty() ? key.shownPrefix.toStdString() + "***" : value.toStdString();
    return json;
}

Json writeTeam(const api::TeamView &team, api::GovernanceFacade &governance)
{
    Json json = Json::object();
    json["id"] = team.id.toStdString();
    json["name"] = team.name.toStdString();
    json["customer_id"] = textOrNull(team.customerId);
    for (const api::CustomerView &customer : governance.customers()) {
        if (customer.id == team.customerId)
            json["customer"] = namedObject(customer.id, customer.name);
    }
    for (const char *name : {"profile", "config", "claims"}) // of Bifrost's sign-on, which there is none of here
        json[name] = Json();
    writeOwnersLimits(team.limits, {"team_id", team.id.toStdString(), team.createdAt, team.updatedAt}, json);
    const QList<VirtualKeyView> keys = governance.virtualKeys();
    json["virtual_key_count"] =
        std::count_if(keys.begin(), keys.end(), [&team](const VirtualKeyView &key) { return key.teamId == team.id; });
    writeDates(team.createdAt, team.updatedAt, json);
    return json;
}

Json writeCustomer(const api::CustomerView &customer, api::GovernanceFacade &governance)
{
    Json json = Json::object();
    json["id"] = customer.id.toStdString();
    json["name"] = customer.name.toStdString();
    json["teams"] = Json::array();
    for (const api::TeamView &team : governance.teams()) {
        if (team.customerId == customer.id)
            json["teams"].push_back(namedObject(team.id, team.name));
    }
    json["virtual_keys"] = Json::array();
    for (const VirtualKeyView &key : governance.virtualKeys()) {
        if (key.customerId == customer.id)
            json["virtual_keys"].push_back(namedObject(key.id, key.name));
    }
    writeOwnersLimits(customer.limits,
                      {"customer_id", customer.id.toStdString(), customer.createdAt, customer.updatedAt}, json);
    writeDates(customer.createdAt, customer.updatedAt, json);
    return json;
}

Json writeModelConfig(const api::SharedLimitsView &shared)
{
    Json json = Json::object();
    json["id"] = shared.id.toStdString();
    json["model_name"] = shared.model.isEmpty() ? "*" : shared.model.toStdString();
    json["provider"] = textOrNull(shared.provider);
    writeOwnersLimits(shared.limits, {"model_config_id", shared.id.toStdString(), shared.createdAt, shared.updatedAt},
                      json);
    writeDates(shared.createdAt, shared.updatedAt, json);
    return json;
}

Json writeProviderLimits(const api::SharedLimitsView &shared)
{
    Json json = Json::object();
    json["provider"] = shared.provider.toStdString();
    writeOwnersLimits(shared.limits,
                      {"provider_name", shared.provider.toStdString(), shared.createdAt, shared.updatedAt}, json);
    return json;
}

} // namespace gateway::admin
