#include "gateway/admin/config_export.h"

#include "gateway/admin/client_config_json.h"
#include "gateway/admin/config_api.h"
#include "gateway/admin/governance_json.h"
#include "gateway/admin/key_json.h"
#include "gateway/admin/price_json.h"
#include "gateway/admin/routing_rule_json.h"
#include "gateway/admin/text_conversion.h"

#include <algorithm>
#include <array>

namespace gateway::admin {

namespace {

using api::LimitView;

Json stored(const QString &id)
{
    return utf8(storedReference(id));
}

// What only answers have.
void eraseMembers(Json &object, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        object.erase(name);
}

// A header that people put keys into.
bool isSecretHeader(const QString &name)
{
    constexpr std::array<const char *, 6> signs{"auth", "key", "token", "secret", "cookie", "password"};
    return std::any_of(signs.begin(), signs.end(),
                       [&name](const char *sign) { return name.contains(QLatin1String(sign), Qt::CaseInsensitive); });
}

// A part of an AWS key: a variable is named, a value is not shown.
Json awsPart(const QString &shown, const QString &id)
{
    if (shown.isEmpty())
        return "";
    return shown.startsWith(QLatin1String("env.")) ? Json(utf8(shown)) : stored(id);
}

Json exportKey(const api::ProviderKeyView &key)
{
    Json json = writeKey(key);
    eraseMembers(json, {"status", "description", "config_hash"});
    json["value"] = key.environmentVariable.isEmpty() ? stored(key.id) : Json("env." + utf8(key.environmentVariable));
    if (key.aws || key.isFoundByAws || key.isFoundByGoogle)
        json["value"] = "";
    if (key.aws) {
        Json &parts = json["bedrock_key_config"];
        parts["access_key"] = awsPart(key.aws->accessKey, key.id);
        parts["secret_key"] = awsPart(key.aws->secretKey, key.id);
        parts["session_token"] = awsPart(key.aws->sessionToken, key.id);
    }
    return json;
}

Json exportProvider(const api::ProviderView &provider)
{
    Json json = writeProvider(provider);
    eraseMembers(json, {"name", "provider_status", "status", "description", "config_hash", "send_back_raw_request",
                        "send_back_raw_response", "store_raw_request_response"});
    if (!provider.extraJson.contains("concurrency_and_buffer_size"))
        json.erase("concurrency_and_buffer_size"); // the usual one
    if (json["proxy_config"].is_null())
        json.erase("proxy_config");
    else if (!provider.network.proxyUsername.isEmpty())
        json["proxy_config"]["password"] = stored(provider.name);
    for (const auto &[name, value] : provider.network.extraHeaders) {
        if (isSecretHeader(name))
            json["network_config"]["extra_headers"][utf8(name)] = stored(provider.name);
    }
    json["keys"] = Json::array();
    for (const api::ProviderKeyView &key : provider.keys)
        json["keys"].push_back(exportKey(key));
    return json;
}

Json exportBudget(const LimitView &limit)
{
    return {
        {"id", utf8(limit.id)}, {"max_limit", writeBudget(limit)["max_limit"]}, {"reset_duration", utf8(limit.window)}};
}

// Null where nothing but money is limited.
Json exportRateLimit(const QList<LimitView> &limits)
{
    const Json rates = writeRateLimit(limits);
    Json rateLimit;
    for (const char *name :
         {"token_max_limit", "token_reset_duration", "request_max_limit", "request_reset_duration"}) {
        if (rates.contains(name))
            rateLimit[name] = rates[name];
    }
    return rateLimit;
}

// These stand in their owner, in files too.
Json exportModelLimits(const QList<api::VirtualKeyModelView> &models)
{
    Json list = Json::array();
    for (const api::VirtualKeyModelView &model : models) {
        Json each{{"model_name", utf8(model.model)}, {"budgets", Json::array()}};
        for (const LimitView &limit : model.limits) {
            if (limit.unit == api::LimitUnit::Money)
                each["budgets"].push_back(exportBudget(limit));
            if (limit.isCalendarAligned) {
                each["calendar_aligned"] = true;
                each["time_zone"] = utf8(limit.timeZone);
            }
        }
        if (const Json rateLimit = exportRateLimit(model.limits); !rateLimit.is_null())
            each["rate_limit"] = rateLimit;
        list.push_back(std::move(each));
    }
    return list;
}

// Files keep limits apart from their owners.
class LimitExport {
public:
    // Moves the limits of an owner out of its object. `member` names the owner in a budget.
    void take(Json &owner, const QList<LimitView> &limits, const char *member)
    {
        const std::string id = owner["id"].get<std::string>();
        eraseMembers(owner, {"budget", "budgets", "budget_id", "rate_limit", "rate_limit_id", "config_hash",
                             "created_at", "updated_at"});
        for (const LimitView &limit : limits) {
            if (limit.unit != api::LimitUnit::Money)
                continue;
            Json budget = exportBudget(limit);
            budget[member] = id;
            m_budgets.push_back(std::move(budget));
        }
        Json rateLimit = exportRateLimit(limits);
        if (rateLimit.is_null())
            return;
        const std::string rateLimitId = id + "-rates";
        owner["rate_limit_id"] = rateLimitId;
        rateLimit["id"] = rateLimitId;
        m_rateLimits.push_back(std::move(rateLimit));
    }

    void writeTo(Json &governance)
    {
        governance["budgets"] = std::move(m_budgets);
        governance["rate_limits"] = std::move(m_rateLimits);
    }

private:
    Json m_budgets = Json::array();
    Json m_rateLimits = Json::array();
};

Json exportVirtualKey(const api::VirtualKeyView &key, api::GovernanceFacade &governance, LimitExport &limits)
{
    Json json = writeVirtualKey(key, {}, governance);
    eraseMembers(json, {"team", "customer", "mcp_configs", "previous_value_expires_at", "rotated_at", "is_value_kept"});
    if (!key.keepsValue)
        json.erase("keep_value");
    if (!key.goesWhenExpired)
        json.erase("delete_after_expire");
    json["value"] = key.environmentVariable.isEmpty() ? stored(key.id) : Json("env." + utf8(key.environmentVariable));
    limits.take(json, key.limits, "virtual_key_id");
    Json providers = Json::array();
    for (qsizetype index = 0; index < key.providers.size(); ++index) {
        const api::VirtualKeyProviderView &view = key.providers.at(index);
        Json provider = json["provider_configs"].at(static_cast<std::size_t>(index));
        eraseMembers(provider, {"virtual_key_id", "keys", "allow_all_keys", "model_budgets"});
        if (!view.modelLimits.isEmpty())
            provider["model_budgets"] = exportModelLimits(view.modelLimits);
        provider["id"] = utf8(key.id) + "-" + utf8(view.provider);
        provider["key_ids"] = Json::array();
        for (const QString &each : view.allowsAllKeys ? QStringList{QStringLiteral("*")} : view.keys)
            provider["key_ids"].push_back(utf8(each));
        limits.take(provider, view.limits, "provider_config_id");
        providers.push_back(std::move(provider));
    }
    json["provider_configs"] = std::move(providers);
    return json;
}

// The names of provider keys by their ids: in files they are named.
class KeyNames {
public:
    explicit KeyNames(const QList<api::ProviderView> &providers) : m_providers(providers) {}

    std::string nameOf(const std::string &id) const
    {
        for (const api::ProviderView &provider : m_providers) {
            for (const api::ProviderKeyView &key : provider.keys) {
                if (utf8(key.id) == id)
                    return utf8(key.name);
            }
        }
        return id;
    }

    // The member `from` of an object becomes `to`, with the name.
    void replace(Json &object, const char *from, const char *to) const
    {
        if (!object.is_object() || !object.contains(from))
            return;
        if (object[from].is_string())
            object[to] = nameOf(object[from].get<std::string>());
        object.erase(from);
    }

private:
    const QList<api::ProviderView> &m_providers;
};

Json exportRules(const QList<api::RoutingRuleView> &rules, const KeyNames &keys)
{
    Json list = Json::array();
    for (const api::RoutingRuleView &rule : rules) {
        Json json = writeRoutingRule(rule);
        eraseMembers(json, {"config_hash", "created_at", "updated_at", "problem"});
        for (const char *part : {"targets", "fallbacks"}) {
            for (Json &target : json[part])
                keys.replace(target, "key_id", "provider_key_name");
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json exportPrices(const QList<api::PriceOverrideView> &prices, const KeyNames &keys)
{
    Json list = Json::array();
    for (const api::PriceOverrideView &price : prices) {
        Json json = writePriceOverride(price);
        eraseMembers(json, {"created_at", "updated_at"});
        keys.replace(json, "provider_key_id", "provider_key_name");
        list.push_back(std::move(json));
    }
    return list;
}

Json exportGovernance(api::GatewayFacade &gateway, const QList<api::ProviderView> &providers)
{
    api::GovernanceFacade &governance = gateway.governance();
    const KeyNames keys(providers);
    LimitExport limits;
    Json json = Json::object();
    const auto list = [&json](const char *name, const auto &views, auto write) {
        json[name] = Json::array();
        for (const auto &view : views)
            json[name].push_back(write(view));
    };
    list("virtual_keys", governance.virtualKeys(),
         [&](const api::VirtualKeyView &key) { return exportVirtualKey(key, governance, limits); });
    list("teams", governance.teams(), [&](const api::TeamView &team) {
        Json each = writeTeam(team, governance);
        eraseMembers(each, {"customer", "profile", "config", "claims"});
        each.erase("virtual_key_count");
        limits.take(each, team.limits, "team_id");
        return each;
    });
    list("customers", governance.customers(), [&](const api::CustomerView &customer) {
        Json each = writeCustomer(customer, governance);
        eraseMembers(each, {"teams", "virtual_keys"});
        limits.take(each, customer.limits, "customer_id");
        return each;
    });
    json["model_configs"] = Json::array();
    json["providers"] = Json::array();
    for (const api::SharedLimitsView &shared : governance.sharedLimits()) {
        const bool isOfProvider = shared.model.isEmpty() && !shared.provider.isEmpty();
        Json each = isOfProvider ? writeProviderLimits(shared) : writeModelConfig(shared);
        each["id"] = isOfProvider ? "provider-" + utf8(shared.provider) : utf8(shared.id);
        limits.take(each, shared.limits, isOfProvider ? "provider_id" : "model_config_id");
        if (isOfProvider) {
            each["name"] = each["provider"];
            each.erase("provider");
        }
        json[isOfProvider ? "providers" : "model_configs"].push_back(std::move(each));
    }
    limits.writeTo(json);
    json["routing_rules"] = exportRules(gateway.routingRules(), keys);
    json["pricing_overrides"] = exportPrices(gateway.priceOverrides(), keys);
    return json;
}

} // namespace

std::string exportConfiguration(api::GatewayFacade &gateway)
{
    const QList<api::ProviderView> providers = gateway.providers();
    Json json{{"$schema", "https://www.getbifrost.ai/schema"},
              {"version", 2},
              {"client", writeClientConfig(clientConfigOf(gateway))},
              {"providers", Json::object()}};
    for (const api::ProviderView &provider : providers)
        json["providers"][utf8(provider.name)] = exportProvider(provider);
    json["governance"] = exportGovernance(gateway, providers);
    if (const api::AdminView admin = gateway.governance().admin(); !admin.username.isEmpty()) {
        json["auth_config"] = {{"admin_username", utf8(admin.username)},
                               {"admin_password", stored(QStringLiteral("admin"))},
                               {"is_enabled", admin.isNeeded}};
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace gateway::admin
