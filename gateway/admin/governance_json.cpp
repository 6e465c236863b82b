#include "gateway/admin/governance_json.h"

#include "gateway/admin/json_reader.h"
#include "gateway/base/refusal.h"

#include <cmath>

namespace gateway::admin {

namespace {

using api::LimitUnit;
using api::LimitView;
using api::VirtualKeyProviderView;
using api::VirtualKeyView;

constexpr double nanoPerDollar = 1e9;
constexpr double mostDollars = 9e9; // what Money can hold

void addUnknown(const JsonReader &reader, const QString &path, QStringList &unknown)
{
    for (const QString &name : reader.unknownMembers())
        unknown.append(path.isEmpty() ? name : path + QLatin1Char('.') + name);
}

// What every owner of limits may say: budgets, or a single budget, and a rate limit. Absent ones stay.
std::optional<Error> readOwnersLimits(JsonReader &reader, QList<LimitView> &limits, QStringList &unknown)
{
    bool isCalendarAligned = false;
    QString timeZone;
    for (const LimitView &limit : std::as_const(limits)) {
        isCalendarAligned = isCalendarAligned || limit.isCalendarAligned;
        timeZone = limit.timeZone;
    }
    reader.boolean("calendar_aligned", isCalendarAligned);
    reader.string("time_zone", timeZone);
    const auto take = [&limits](const QList<LimitView> &read, auto isReplaced) {
        limits.removeIf(isReplaced);
        limits += read;
    };
    const auto isMoney = [](const LimitView &limit) { return limit.unit == LimitUnit::Money; };
    QList<LimitView> budgets;
    const Json *list = reader.list("budgets");
    const Json *single = list ? nullptr : reader.object("budget");
    for (const Json &each : list ? *list : single ? Json::array({*single}) : Json::array()) {
        const auto budget = readBudget(each, unknown);
        if (!budget)
            return budget.error();
        budgets += *budget;
    }
    if (list || single)
        take(budgets, isMoney);
    if (const Json *rateLimit = reader.object("rate_limit")) {
        const auto rates = readRateLimit(*rateLimit, unknown);
        if (!rates)
            return rates.error();
        take(*rates, [&](const LimitView &limit) { return !isMoney(limit); });
    }
    for (LimitView &limit : limits) {
        limit.isCalendarAligned = isCalendarAligned;
        limit.timeZone = timeZone;
    }
    return reader.error();
}

Result<api::VirtualKeyModelView> readModelBudget(const Json &json, QStringList &unknown)
{
    if (!json.is_object())
        return unexpected(refused("model_budgets must be a list of objects."));
    JsonReader reader(json, "model_budgets: ");
    api::VirtualKeyModelView model;
    for (const char *name : {"rate_limit_id", "budget_id", "id"})
        reader.ignore(name);
    reader.string("model_name", model.model);
    if (const auto error = readOwnersLimits(reader, model.limits, unknown))
        return unexpected(*error);
    if (model.model.isEmpty())
        return unexpected(refused("model_budgets: model_name is required."));
    addUnknown(reader, QStringLiteral("model_budgets"), unknown);
    return model;
}

Result<VirtualKeyProviderView> readProviderConfig(const Json &json, EmptyLists emptyLists, QStringList &unknown)
{
    if (!json.is_object())
        return unexpected(refused("provider_configs must be a list of objects."));
    JsonReader reader(json, "provider_configs: ");
    VirtualKeyProviderView view;
    view.allowedModels.clear();
    view.allowsAllKeys = false;
    reader.ignore("id");
    reader.ignore("virtual_key_id");
    reader.ignore("rate_limit_id"); // resolved by the reader of files
    reader.string("provider", view.provider);
    if (reader.member("weight")) {
        view.weight = 0;
        reader.number("weight", *view.weight);
    }
    reader.strings("allowed_models", view.allowedModels);
    reader.strings("blacklisted_models", view.deniedModels);
    reader.strings("key_ids", view.keys);
    reader.boolean("allow_all_keys", view.allowsAllKeys);
    if (const Json *keys = reader.list("keys"); keys && view.keys.isEmpty()) { // what an answer of ours says
        for (const Json &key : *keys) {
            if (key.is_object() && key.contains("key_id") && key["key_id"].is_string())
                view.keys.append(QString::fromStdString(key["key_id"].get<std::string>()));
        }
    }
    if (const auto error = readOwnersLimits(reader, view.limits, unknown))
        return unexpected(*error);
    const Json *models = reader.list("model_budgets");
    for (const Json &each : models ? *models : Json::array()) {
        const auto model = readModelBudget(each, unknown);
        if (!model)
            return unexpected(model.error());
        view.modelLimits.append(*model);
    }
    if (view.provider.isEmpty())
        return unexpected(refused("provider_configs: provider is required."));
    const bool isOld = emptyLists == EmptyLists::AllowAll;
    if (isOld && view.allowedModels.isEmpty())
        view.allowedModels = {QStringLiteral("*")};
    if (view.keys.contains(QStringLiteral("*")) || (isOld && view.keys.isEmpty()))
        view.allowsAllKeys = true;
    if (view.allowsAllKeys)
        view.keys.clear();
    addUnknown(reader, QStringLiteral("provider_configs"), unknown);
    return view;
}

std::optional<Error> readExpiry(JsonReader &reader, QDateTime &expiresAt)
{
    if (!reader.has("expires_at"))
        return std::nullopt;
    QString text;
    reader.string("expires_at", text);
    if (text.isEmpty()) { // null or "": never
        expiresAt = {};
        return reader.error();
    }
    expiresAt = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    if (!expiresAt.isValid())
        return refused("expires_at must be a date like 2026-12-31T23:59:59Z.");
    return std::nullopt;
}

} // namespace

Result<QList<LimitView>> readBudget(const Json &json, QStringList &unknown)
{
    if (!json.is_object())
        return unexpected(refused("A budget must be an object."));
    JsonReader reader(json, "budgets: ");
    LimitView limit;
    limit.unit = LimitUnit::Money;
    double dollars = -1;
    reader.string("id", limit.id);
    reader.number("max_limit", dollars);
    reader.string("reset_duration", limit.window);
    for (const char *name : {"current_usage", "last_reset", "virtual_key_id", "provider_config_id", "team_id",
                             "customer_id", "model_config_id", "provider_name", "config_hash", "created_at",
                             "updated_at", "resets_at", "calendar_aligned", "forecast_usage"})
        reader.ignore(name);
    if (reader.error())
        return unexpected(*reader.error());
    if (!std::isfinite(dollars) || dollars < 0 || dollars > mostDollars)
        return unexpected(refused("budgets: max_limit must be a number of dollars that is not less than 0."));
    if (!reader.member("reset_duration"))
        return unexpected(refused("budgets: reset_duration is required."));
    limit.most = std::llround(dollars * nanoPerDollar);
    addUnknown(reader, QStringLiteral("budgets"), unknown);
    return QList<LimitView>{limit};
}

Result<QList<LimitView>> readRateLimit(const Json &json, QStringList &unknown)
{
    JsonReader reader(json, "rate_limit: ");
    QString id;
    reader.string("id", id);
    QList<LimitView> limits;
    struct Part {
        const char *most;
        const char *duration;
        LimitUnit unit;
    };
    for (const Part &part : {Part{"token_max_limit", "token_reset_duration", LimitUnit::Tokens},
                             Part{"request_max_limit", "request_reset_duration", LimitUnit::Requests}}) {
        LimitView limit;
        limit.unit = part.unit;
        reader.string(part.duration, limit.window);
        if (!reader.member(part.most))
            continue;
        reader.integer(part.most, limit.most);
        if (!reader.member(part.duration))
            return unexpected(refused(std::string("rate_limit: ") + part.duration + " is required."));
        limits.append(limit);
    }
    for (const char *name :
         {"token_current_usage", "token_last_reset", "request_current_usage", "request_last_reset", "token_resets_at",
          "request_resets_at", "config_hash", "created_at", "updated_at", "calendar_aligned", "virtual_key_id",
          "provider_config_id", "team_id", "customer_id", "model_config_id", "provider_name"})
        reader.ignore(name);
    if (reader.error())
        return unexpected(*reader.error());
    addUnknown(reader, QStringLiteral("rate_limit"), unknown);
    return limits;
}

Result<api::SaveVirtualKey> readVirtualKey(const Json &body, const VirtualKeyView *previous, EmptyLists emptyLists,
                                           QStringList &unknown)
{
    api::SaveVirtualKey command;
    VirtualKeyView &key = command.key;
    if (previous)
        key = *previous;
    else
        key.allowsAllProviders = false;
    JsonReader reader(body);
    reader.ignore("id");
    reader.ignore("value"); // made here; a file's is read by the reader of files
    reader.string("name", key.name);
    reader.string("description", key.description);
    reader.boolean("is_active", key.isActive);
    reader.boolean("allow_all_providers", key.allowsAllProviders);
    reader.boolean("disable_content_logging", key.isPrivate);
    reader.boolean("delete_after_expire", key.goesWhenExpired);
    reader.boolean("keep_value", key.keepsValue);
    if (reader.has("team_id"))
        key.teamId.clear();
    if (reader.has("customer_id"))
        key.customerId.clear();
    reader.string("team_id", key.teamId);
    reader.string("customer_id", key.customerId);
    if (const auto error = readExpiry(reader, key.expiresAt))
        return unexpected(*error);
    const Json *providers = reader.list("provider_configs");
    if (providers) {
        key.providers.clear();
        for (const Json &each : *providers) {
            const auto provider = readProviderConfig(each, emptyLists, unknown);
            if (!provider)
                return unexpected(provider.error());
            key.providers.append(*provider);
        }
    }
    if (emptyLists == EmptyLists::AllowAll && key.providers.isEmpty())
        key.allowsAllProviders = true;
    for (const char *name : {"rate_limit_id", "budget_id", "config_hash", "created_at", "updated_at", "rotated_at",
                             "previous_value_expires_at", "team", "customer", "value_prefix", "is_value_kept"})
        reader.ignore(name);
    if (const Json *tools = reader.list("mcp_configs"); tools && !tools->empty())
        unknown.append(QStringLiteral("mcp_configs"));
    if (const auto error = readOwnersLimits(reader, key.limits, unknown))
        return unexpected(*error);
    addUnknown(reader, {}, unknown);
    return command;
}

Result<api::TeamView> readTeam(const Json &body, const api::TeamView *previous, QStringList &unknown)
{
    api::TeamView team = previous ? *previous : api::TeamView();
    JsonReader reader(body);
    for (const char *name : {"id", "rate_limit_id", "budget_id", "config_hash", "created_at", "updated_at", "customer",
                             "virtual_keys", "virtual_key_count", "profile", "config", "claims"})
        reader.ignore(name);
    reader.string("name", team.name);
    if (reader.has("customer_id"))
        team.customerId.clear();
    reader.string("customer_id", team.customerId);
    if (const auto error = readOwnersLimits(reader, team.limits, unknown))
        return unexpected(*error);
    addUnknown(reader, {}, unknown);
    return team;
}

Result<api::CustomerView> readCustomer(const Json &body, const api::CustomerView *previous, QStringList &unknown)
{
    api::CustomerView customer = previous ? *previous : api::CustomerView();
    JsonReader reader(body);
    for (const char *name :
         {"id", "rate_limit_id", "budget_id", "config_hash", "created_at", "updated_at", "teams", "virtual_keys"})
        reader.ignore(name);
    reader.string("name", customer.name);
    if (const auto error = readOwnersLimits(reader, customer.limits, unknown))
        return unexpected(*error);
    addUnknown(reader, {}, unknown);
    return customer;
}

Result<api::SharedLimitsView> readModelConfig(const Json &body, const api::SharedLimitsView *previous,
                                              QStringList &unknown)
{
    api::SharedLimitsView shared = previous ? *previous : api::SharedLimitsView();
    JsonReader reader(body);
    QString model = shared.model.isEmpty() && previous ? QStringLiteral("*") : shared.model;
    reader.string("model_name", model);
    reader.string("provider", shared.provider);
    if (model.isEmpty())
        return unexpected(refused("model_name is required."));
    shared.model = model == QLatin1String("*") ? QString() : model;
    for (const char *name : {"id", "rate_limit_id", "budget_id", "config_hash", "created_at", "updated_at"})
        reader.ignore(name);
    if (const auto error = readOwnersLimits(reader, shared.limits, unknown))
        return unexpected(*error);
    addUnknown(reader, {}, unknown);
    return shared;
}

Result<api::SharedLimitsView> readProviderLimits(const Json &body, const api::SharedLimitsView &previous,
                                                 QStringList &unknown)
{
    api::SharedLimitsView shared = previous;
    JsonReader reader(body);
    for (const char *name : {"name", "provider", "rate_limit_id", "budget_id"})
        reader.ignore(name);
    if (const auto error = readOwnersLimits(reader, shared.limits, unknown))
        return unexpected(*error);
    addUnknown(reader, {}, unknown);
    return shared;
}

} // namespace gateway::admin
