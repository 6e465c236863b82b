#include "gateway/admin/routing_rule_json.h"

#include "gateway/admin/config_hash.h"
#include "gateway/admin/json_reader.h"
#include "gateway/admin/limits_json.h"
#include "gateway/admin/list_page.h"
#include "gateway/base/refusal.h"

#include <algorithm>

namespace gateway::admin {

namespace {

using api::RoutingRuleView;
using api::RuleFallbackView;
using api::RuleTargetView;

constexpr int largestFirstTokenLimitMs = 24 * 60 * 60 * 1000;

Result<RuleTargetView> readTarget(const Json &json)
{
    if (!json.is_object())
        return unexpected(refused("targets must be a list of objects."));
    RuleTargetView target;
    target.weight = 0; // absent is no weight, which is refused
    JsonReader reader(json, "targets: ");
    reader.string("provider", target.provider);
    reader.string("model", target.model);
    reader.string("key_id", target.keyId);
    reader.number("weight", target.weight);
    qint64 limit = 0;
    reader.integer("ttft_timeout_ms", limit);
    if (reader.member("ttft_timeout_ms") && (limit < 1 || limit > largestFirstTokenLimitMs))
        reader.refuse("ttft_timeout_ms", "a number of milliseconds from 1 to 86400000");
    if (reader.error())
        return unexpected(*reader.error());
    if (limit > 0)
        target.firstTokenLimitMs = static_cast<int>(limit);
    return target;
}

// "provider/model", where the model may have slashes of its own; or an object.
Result<RuleFallbackView> readFallback(const Json &json)
{
    RuleFallbackView fallback;
    if (json.is_string()) {
        const QString text = QString::fromStdString(json.get<std::string>());
        fallback.provider = text.section(QLatin1Char('/'), 0, 0);
        fallback.model = text.section(QLatin1Char('/'), 1);
        return fallback;
    }
    if (!json.is_object())
        return unexpected(refused("fallbacks must be a list of \"provider/model\" or of objects."));
    JsonReader reader(json, "fallbacks: ");
    reader.string("provider", fallback.provider);
    reader.string("model", fallback.model);
    reader.string("key_id", fallback.keyId);
    if (reader.error())
        return unexpected(*reader.error());
    return fallback;
}

// Absent members leave what is stored, null takes it away.
std::optional<Error> readLimitsAndCare(JsonReader &reader, const Json &body, RoutingRuleView &rule)
{
    if (reader.has("limits")) {
        const auto limits = body["limits"].is_null() ? api::LimitsView{} : readLimits(body["limits"], "limits: ");
        if (!limits)
            return limits.error();
        rule.limits = *limits;
    }
    if (reader.has("resilience")) {
        const auto care = body["resilience"].is_null() ? api::CareView{} : readCare(body["resilience"], "resilience: ");
        if (!care)
            return care.error();
        rule.care = *care;
    }
    return std::nullopt;
}

template <typename View, typename Read>
std::optional<Error> readList(const Json *list, const char *name, QList<View> &into, Read read)
{
    if (!list)
        return std::nullopt;
    if (!list->is_array())
        return refused(std::string(name) + " must be a list.");
    into.clear();
    for (const Json &each : *list) {
        const Result<View> view = read(each);
        if (!view)
            return view.error();
        into.append(*view);
    }
    return std::nullopt;
}

Json writeTarget(const RuleTargetView &target)
{
    Json json = Json::object();
    if (!target.provider.isEmpty())
        json["provider"] = target.provider.toStdString();
    if (!target.model.isEmpty())
        json["model"] = target.model.toStdString();
    if (!target.keyId.isEmpty())
        json["key_id"] = target.keyId.toStdString();
    json["weight"] = target.weight;
    if (target.firstTokenLimitMs)
        json["ttft_timeout_ms"] = *target.firstTokenLimitMs;
    return json;
}

Json writeFallback(const RuleFallbackView &fallback)
{
    if (fallback.keyId.isEmpty() && !fallback.provider.isEmpty())
        return (fallback.model.isEmpty() ? fallback.provider : fallback.provider + QLatin1Char('/') + fallback.model)
            .toStdString();
    Json json = Json::object();
    json["provider"] = fallback.provider.toStdString();
    json["model"] = fallback.model.toStdString();
    if (!fallback.keyId.isEmpty())
        json["key_id"] = fallback.keyId.toStdString();
    return json;
}

bool isWanted(const RoutingRuleView &rule, const QUrlQuery &query)
{
    const auto asked = [&query](const char *name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    const QString search = asked("search");
    const bool isFound =
        rule.name.contains(search, Qt::CaseInsensitive) || rule.description.contains(search, Qt::CaseInsensitive);
    return isFound && (asked("scope").isEmpty() || rule.scope == asked("scope"))
           && (asked("scope_id").isEmpty() || rule.scopeId == asked("scope_id"));
}

} // namespace

Result<api::SaveRoutingRule> readRoutingRule(const Json &body, const RoutingRuleView *previous)
{
    api::SaveRoutingRule command;
    if (previous)
        command.rule = *previous;
    RoutingRuleView &rule = command.rule;
    JsonReader reader(body, {});
    reader.string("name", rule.name);
    reader.string("description", rule.description);
    reader.boolean("enabled", rule.isEnabled);
    reader.string("cel_expression", rule.expression);
    const QString scopeBefore = rule.scope;
    reader.string("scope", rule.scope);
    if (rule.scope != scopeBefore)
        rule.scopeId.clear();
    reader.string("scope_id", rule.scopeId);
    reader.boolean("chain_rule", rule.continuesChain);
    reader.integer("priority", rule.priority);
    if (reader.error())
        return unexpected(*reader.error());
    if (const auto error = readLimitsAndCare(reader, body, rule))
        return unexpected(*error);
    if (const auto query = body.find("query"); query != body.end())
        rule.queryJson = QString::fromStdString(toText(*query)).trimmed();
    if (const auto error = readList(reader.member("targets"), "targets", rule.targets, readTarget))
        return unexpected(*error);
    if (const auto error = readList(reader.member("fallbacks"), "fallbacks", rule.fallbacks, readFallback))
        return unexpected(*error);
    return command;
}

Json writeRoutingRule(const RoutingRuleView &rule)
{
    Json content = Json::object();
    content["name"] = rule.name.toStdString();
    content["description"] = rule.description.toStdString();
    content["enabled"] = rule.isEnabled;
    content["cel_expression"] = rule.expression.toStdString();
    content["targets"] = Json::array();
    for (const RuleTargetView &target : rule.targets)
        content["targets"].push_back(writeTarget(target));
    content["fallbacks"] = Json::array();
    for (const RuleFallbackView &fallback : rule.fallbacks)
        content["fallbacks"].push_back(writeFallback(fallback));
    // Ours, so only where it says something: the rest is what Bifrost's users know.
    if (const Json limits = writeLimits(rule.limits); !limits.empty())
        content["limits"] = limits;
    if (const Json care = writeCare(rule.care); !care.empty())
        content["resilience"] = care;
    const Json query = parseJson(rule.queryJson.toStdString());
    content["query"] = query.is_discarded() ? Json() : query;
    content["scope"] = rule.scope.toStdString();
    content["scope_id"] = rule.scopeId.isEmpty() ? Json() : Json(rule.scopeId.toStdString());
    content["chain_rule"] = rule.continuesChain;
    content["priority"] = rule.priority;

    Json json = Json::object();
    json["id"] = rule.id.toStdString();
    json["config_hash"] = configHashOf(content);
    for (const auto &[name, value] : content.items())
        json[name] = value;
    json["created_at"] = rule.createdAt.toString(Qt::ISODateWithMs).toStdString();
    json["updated_at"] = rule.updatedAt.toString(Qt::ISODateWithMs).toStdString();
    if (!rule.problem.isEmpty())
        json["problem"] = rule.problem.toStdString(); // ours: why the rule is passed over
    return json;
}

Json writeRoutingRules(const QList<RoutingRuleView> &rules, const QUrlQuery &query)
{
    QList<RoutingRuleView> wanted;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(wanted),
                 [&query](const RoutingRuleView &rule) { return isWanted(rule, query); });
    const ListPage page = pageOf(query, wanted.size());
    Json list = Json::array();
    for (const RoutingRuleView &rule : wanted.mid(page.offset, page.limit))
        list.push_back(writeRoutingRule(rule));
    return writePage("rules", std::move(list), wanted.size(), page);
}

Json writeChangedRoutingRule(const char *message, const RoutingRuleView &rule)
{
    Json json = Json::object();
    json["message"] = message;
    json["rule"] = writeRoutingRule(rule);
    return json;
}

} // namespace gateway::admin
