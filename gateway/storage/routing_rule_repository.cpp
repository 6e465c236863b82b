#include "gateway/storage/routing_rule_repository.h"

#include "gateway/storage/config_names.h"
#include "gateway/storage/json_text.h"
#include "gateway/storage/limits_text.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

#include <nlohmann/json.hpp>

namespace gateway::storage {

namespace {

using config::RoutingRule;
using config::RuleFallback;
using config::RuleTarget;

std::string stringMember(const nlohmann::json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::string() : stringFromJson(*found);
}

void appendMember(std::string &json, const char *name, const std::string &value)
{
    json += json.ends_with('{') ? "\"" : ",\"";
    json.append(name).append("\":");
    appendJsonString(json, value);
}

std::string jsonOf(const std::vector<RuleTarget> &targets)
{
    std::string json = "[";
    for (const RuleTarget &target : targets) {
        json += json.size() > 1 ? ",{" : "{";
        appendMember(json, "provider", target.provider);
        appendMember(json, "model", target.model);
        appendMember(json, "key_id", target.keyId);
        json += ",\"weight\":" + nlohmann::json(target.weight).dump();
        if (target.firstTokenLimit)
            json += ",\"first_token_ms\":" + std::to_string(target.firstTokenLimit->count());
        json += "}";
    }
    return json + "]";
}

std::string jsonOf(const std::vector<RuleFallback> &fallbacks)
{
    std::string json = "[";
    for (const RuleFallback &fallback : fallbacks) {
        json += json.size() > 1 ? ",{" : "{";
        appendMember(json, "provider", fallback.provider);
        appendMember(json, "model", fallback.model);
        appendMember(json, "key_id", fallback.keyId);
        json += "}";
    }
    return json + "]";
}

std::vector<RuleTarget> targetsFromJson(const nlohmann::json &list)
{
    std::vector<RuleTarget> targets;
    for (const nlohmann::json &each : list) {
        if (!each.is_object())
            continue;
        RuleTarget target{stringMember(each, "provider"), stringMember(each, "model"), stringMember(each, "key_id"), 0,
                          std::nullopt};
        if (const auto weight = each.find("weight"); weight != each.end() && weight->is_number())
            target.weight = weight->get<double>();
        if (const auto limit = each.find("first_token_ms"); limit != each.end() && limit->is_number_integer())
            target.firstTokenLimit = std::chrono::milliseconds(limit->get<std::int64_t>());
        targets.push_back(std::move(target));
    }
    return targets;
}

std::vector<RuleFallback> fallbacksFromJson(const nlohmann::json &list)
{
    std::vector<RuleFallback> fallbacks;
    for (const nlohmann::json &each : list) {
        if (each.is_object())
            fallbacks.push_back(
                {stringMember(each, "provider"), stringMember(each, "model"), stringMember(each, "key_id")});
    }
    return fallbacks;
}

RoutingRule ruleFromRow(const SqliteStatement &row)
{
    RoutingRule rule;
    rule.id.value = row.text(0);
    rule.name = row.text(1);
    rule.description = row.text(2);
    rule.isEnabled = row.boolean(3);
    rule.expression = row.text(4);
    rule.targets = targetsFromJson(parseJson(row.bytes(5)));
    rule.fallbacks = fallbacksFromJson(parseJson(row.bytes(6)));
    rule.scope = fromStoredName<config::RuleScope>(row.bytes(7));
    rule.scopeId = row.text(8);
    rule.continuesChain = row.boolean(9);
    rule.priority = row.integer(10);
    rule.queryJson = row.text(11);
    rule.createdAt = wallTime(row.microseconds(12));
    rule.updatedAt = wallTime(row.microseconds(13));
    rule.limits = limitsFromJson(parseJson(row.bytes(14)));
    rule.care = careFromJson(parseJson(row.bytes(15)));
    return rule;
}

} // namespace

Result<std::vector<RoutingRule>> RoutingRuleRepository::load()
{
    auto statement = m_file.prepare(
        "SELECT id, name, description, is_enabled, expression, targets, fallbacks, scope, scope_id,"
        " continues_chain, priority, query_json, created_at_us, updated_at_us, limits, care FROM routing_rules");
    if (!statement)
        return unexpected(statement.error());
    std::vector<RoutingRule> rules;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return rules;
        rules.push_back(ruleFromRow(*statement));
    }
}

Result<bool> RoutingRuleRepository::save(const RoutingRule &rule)
{
    auto statement = m_file.prepare("INSERT OR REPLACE INTO routing_rules"
                                    " (id, name, description, is_enabled, expression, targets, fallbacks, scope,"
                                    " scope_id, continues_chain, priority, query_json, created_at_us, updated_at_us,"
                                    " limits, care) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    const std::string targets = jsonOf(rule.targets);
    const std::string fallbacks = jsonOf(rule.fallbacks);
    const std::string limits = jsonOf(rule.limits);
    const std::string care = jsonOf(rule.care);
    statement->bind(1, std::string_view(rule.id.value));
    statement->bind(2, std::string_view(rule.name));
    statement->bind(3, std::string_view(rule.description));
    statement->bind(4, rule.isEnabled);
    statement->bind(5, std::string_view(rule.expression));
    statement->bind(6, std::string_view(targets));
    statement->bind(7, std::string_view(fallbacks));
    statement->bind(8, storedName(rule.scope));
    statement->bind(9, std::string_view(rule.scopeId));
    statement->bind(10, rule.continuesChain);
    statement->bind(11, rule.priority);
    statement->bind(12, std::string_view(rule.queryJson));
    statement->bind(13, sinceEpoch(rule.createdAt));
    statement->bind(14, sinceEpoch(rule.updatedAt));
    statement->bind(15, std::string_view(limits));
    statement->bind(16, std::string_view(care));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

Result<bool> RoutingRuleRepository::saveAll(const std::vector<RoutingRule> &rules)
{
    auto transaction = Transaction::begin(m_file);
    if (!transaction)
        return unexpected(transaction.error());
    for (const RoutingRule &rule : rules) {
        if (auto done = save(rule); !done)
            return done;
    }
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return true;
}

Result<bool> RoutingRuleRepository::remove(const config::RuleId &rule)
{
    auto statement = m_file.prepare("DELETE FROM routing_rules WHERE id = ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(rule.value));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return m_file.changedRows() > 0;
}

} // namespace gateway::storage
