#include "gateway/service/rule_configuration.h"

#include "gateway/base/refusal.h"
#include "gateway/routing/rules/rule_set.h"
#include "gateway/service/route_views.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace gateway::service {

namespace {

using api::RoutingRuleView;
using config::RoutingRule;
using config::RuleScope;
using config::RuleTarget;

constexpr double weightTolerance = 0.001; // bifrost-api §5.6: the weights of a rule add up to 1

constexpr std::array scopeNames{std::pair{RuleScope::Global, "global"}, std::pair{RuleScope::Team, "team"},
                                std::pair{RuleScope::Customer, "customer"},
                                std::pair{RuleScope::VirtualKey, "virtual_key"}};

RoutingRuleView viewOf(const RoutingRule &rule)
{
    RoutingRuleView view;
    view.id = toText(rule.id.value);
    view.name = toText(rule.name);
    view.description = toText(rule.description);
    view.isEnabled = rule.isEnabled;
    view.expression = toText(rule.expression);
    for (const RuleTarget &target : rule.targets) {
        api::RuleTargetView each{
            toText(target.provider), toText(target.model), toText(target.keyId), target.weight, {}};
        if (target.firstTokenLimit)
            each.firstTokenLimitMs = static_cast<int>(target.firstTokenLimit->count());
        view.targets.append(each);
    }
    for (const config::RuleFallback &fallback : rule.fallbacks)
        view.fallbacks.append({toText(fallback.provider), toText(fallback.model), toText(fallback.keyId)});
    for (const auto &[scope, name] : scopeNames) {
        if (scope == rule.scope)
            view.scope = QLatin1String(name);
    }
    view.limits = limitsView(rule.limits);
    view.care = careView(rule.care);
    view.scopeId = toText(rule.scopeId);
    view.continuesChain = rule.continuesChain;
    view.priority = rule.priority;
    view.queryJson = toText(rule.queryJson);
    view.createdAt = inUtc(rule.createdAt);
    view.updatedAt = inUtc(rule.updatedAt);
    if (const auto program = routing::compileRuleExpression(rule.expression); !program)
        view.problem = toText(toError(program.error()).message);
    return view;
}

RoutingRule ruleOf(const RoutingRuleView &view)
{
    RoutingRule rule;
    rule.name = toUtf8(view.name.trimmed());
    rule.description = toUtf8(view.description);
    rule.isEnabled = view.isEnabled;
    rule.expression = toUtf8(view.expression);
    for (const api::RuleTargetView &target : view.targets) {
        RuleTarget each{toUtf8(target.provider), toUtf8(target.model), toUtf8(target.keyId), target.weight, {}};
        if (target.firstTokenLimitMs)
            each.firstTokenLimit = std::chrono::milliseconds(*target.firstTokenLimitMs);
        rule.targets.push_back(std::move(each));
    }
    for (const api::RuleFallbackView &fallback : view.fallbacks)
        rule.fallbacks.push_back({toUtf8(fallback.provider), toUtf8(fallback.model), toUtf8(fallback.keyId)});
    rule.limits = limitsFromView(view.limits);
    rule.care = careFromView(view.care);
    rule.scopeId = toUtf8(view.scopeId);
    rule.continuesChain = view.continuesChain;
    rule.priority = view.priority;
    rule.queryJson = toUtf8(view.queryJson);
    return rule;
}

Result<bool> checkTargets(const std::vector<RuleTarget> &targets)
{
    if (targets.empty())
        return unexpected(refused("A rule needs at least one target."));
    double total = 0;
    std::set<std::tuple<std::string, std::string, std::string>> known;
    for (const RuleTarget &target : targets) {
        if (!(target.weight > 0) || !std::isfinite(target.weight))
            return unexpected(refused("The weight of every target must be greater than 0."));
        if (!target.keyId.empty() && target.provider.empty())
            return unexpected(refused("A target with a key_id needs its provider."));
        if (target.firstTokenLimit && target.firstTokenLimit->count() <= 0)
            return unexpected(refused("ttft_timeout_ms must be greater than 0."));
        if (!known.emplace(target.provider, target.model, target.keyId).second)
            return unexpected(refused("Two targets of the rule are the same."));
        total += target.weight;
    }
    if (std::abs(total - 1.0) > weightTolerance)
        return unexpected(refused("The weights of the targets must add up to 1."));
    return true;
}

} // namespace

std::optional<api::ExpressionProblem> ruleExpressionProblem(const QString &expression)
{
    const auto program = routing::compileRuleExpression(toUtf8(expression));
    if (program)
        return std::nullopt;
    const routing::cel::CelProblem &problem = program.error();
    return api::ExpressionProblem{toText(problem.message), static_cast<int>(problem.offset),
                                  static_cast<int>(problem.line), static_cast<int>(problem.column)};
}

RuleConfiguration::RuleConfiguration(const Clock &clock, storage::StorageThread &storage,
                                     std::shared_ptr<WorkerGate> mainGate, QObject *parent)
    : QObject(parent), m_clock(clock), m_storage(storage), m_mainGate(std::move(mainGate))
{
}

void RuleConfiguration::load(std::vector<RoutingRule> stored)
{
    publish(std::move(stored));
}

void RuleConfiguration::publish(std::vector<RoutingRule> rules)
{
    std::sort(rules.begin(), rules.end(), [](const RoutingRule &left, const RoutingRule &right) {
        return std::tie(left.scope, left.priority, left.createdAt, left.id)
               < std::tie(right.scope, right.priority, right.createdAt, right.id);
    });
    m_rules = std::make_shared<const std::vector<RoutingRule>>(std::move(rules));
}

QList<RoutingRuleView> RuleConfiguration::views() const
{
    QList<RoutingRuleView> views;
    for (const RoutingRule &rule : *m_rules)
        views.append(viewOf(rule));
    return views;
}

const RoutingRule *RuleConfiguration::find(const std::string &id) const
{
    const auto found =
        std::find_if(m_rules->begin(), m_rules->end(), [&id](const RoutingRule &rule) { return rule.id.value == id; });
    return found == m_rules->end() ? nullptr : &*found;
}

Result<RoutingRule> RuleConfiguration::checkedRule(const api::SaveRoutingRule &command) const
{
    const RoutingRuleView &view = command.rule;
    RoutingRule rule = ruleOf(view);
    if (rule.name.empty())
        return unexpected(refused("A rule needs a name."));
    const auto scope = std::find_if(scopeNames.begin(), scopeNames.end(),
                                    [&view](const auto &each) { return view.scope == QLatin1String(each.second); });
    if (scope == scopeNames.end())
        return unexpected(refused("scope must be global, team, customer or virtual_key."));
    rule.scope = scope->first;
    if (rule.scope == RuleScope::Global)
        rule.scopeId.clear();
    else if (rule.scopeId.empty())
        return unexpected(refused("A rule of the scope " + toUtf8(view.scope) + " needs its scope_id."));
    if (const auto targets = checkTargets(rule.targets); !targets)
        return unexpected(targets.error());
    for (const config::RuleFallback &fallback : rule.fallbacks) {
        if (fallback.provider.empty() && fallback.model.empty())
            return unexpected(refused("A fallback needs a provider or a model."));
    }
    if (const auto program = routing::compileRuleExpression(rule.expression); !program)
        return unexpected(refused("cel_expression: " + toError(program.error()).message));
    rule.createdAt = rule.updatedAt = m_clock.wallNow();
    if (view.id.isEmpty()) {
        rule.id.value = makeUuid();
        return rule;
    }
    rule.id.value = toUtf8(view.id);
    const RoutingRule *previous = find(rule.id.value);
    if (!previous && !command.mayBeNew)
        return unexpected(Error::client(ErrorCode::NotFound, "Routing rule not found: " + rule.id.value));
    if (previous)
        rule.createdAt = previous->createdAt;
    return rule;
}

void RuleConfiguration::save(const api::SaveRoutingRule &command, api::Reply<RoutingRuleView> reply)
{
    auto rule = checkedRule(command);
    if (!rule) {
        m_mainGate->post([reply = std::move(reply), error = rule.error()] { reply(unexpected(error)); });
        return;
    }
    store(*rule, std::move(reply));
}

void RuleConfiguration::restore(const RoutingRule &removed, api::Reply<RoutingRuleView> reply)
{
    store(removed, std::move(reply));
}

void RuleConfiguration::store(const RoutingRule &rule, api::Reply<RoutingRuleView> reply)
{
    m_storage.postSaveRoutingRule(
        rule, [this, rule, gate = m_mainGate, reply = std::move(reply)](const Result<bool> &stored) {
            gate->post([this, rule, stored, reply] {
                if (!stored) {
                    reply(unexpected(stored.error()));
                    return;
                }
                adopt(rule);
                reply(viewOf(rule));
            });
        });
}

void RuleConfiguration::adopt(RoutingRule rule)
{
    std::vector<RoutingRule> rules = *m_rules;
    std::erase_if(rules, [&rule](const RoutingRule &each) { return each.id == rule.id; });
    rules.push_back(std::move(rule));
    publish(std::move(rules));
    emit rulesChanged();
}

void RuleConfiguration::order(const QStringList &ids, api::Reply<api::Done> reply)
{
    constexpr std::int64_t gap = 10; // between priorities, so that the API can put one between two
    std::vector<RoutingRule> changed;
    std::map<RuleScope, std::int64_t> lastPriorities;
    std::set<std::string> named;
    for (const QString &id : ids) {
        const RoutingRule *rule = find(toUtf8(id));
        if (!rule || !named.insert(rule->id.value).second)
            continue;
        const std::int64_t priority = lastPriorities[rule->scope] += gap;
        if (rule->priority == priority)
            continue;
        changed.push_back(*rule);
        changed.back().priority = priority;
        changed.back().updatedAt = m_clock.wallNow();
    }
    if (named.size() != m_rules->size() || static_cast<std::size_t>(ids.size()) != m_rules->size()) {
        m_mainGate->post([reply = std::move(reply)] {
            reply(unexpected(refused("The new order must name every rule once. It is as it was.")));
        });
        return;
    }
    m_storage.postSaveRoutingRules(
        changed, [this, changed, gate = m_mainGate, reply = std::move(reply)](const Result<bool> &stored) {
            gate->post([this, changed, stored, reply] {
                if (!stored) {
                    reply(unexpected(stored.error()));
                    return;
                }
                std::vector<RoutingRule> rules = *m_rules;
                for (RoutingRule &rule : rules) {
                    for (const RoutingRule &each : changed) {
                        if (each.id == rule.id)
                            rule.priority = each.priority;
                    }
                }
                publish(std::move(rules));
                emit rulesChanged();
                reply(api::Done{});
            });
        });
}

void RuleConfiguration::remove(const QString &id, api::Reply<RoutingRuleView> reply)
{
    const RoutingRule *found = find(toUtf8(id));
    if (!found) {
        m_mainGate->post([reply = std::move(reply), id = toUtf8(id)] {
            reply(unexpected(Error::client(ErrorCode::NotFound, "Routing rule not found: " + id)));
        });
        return;
    }
    m_storage.postRemoveRoutingRule(
        found->id, [this, removed = *found, gate = m_mainGate, reply = std::move(reply)](Result<bool> done) {
            gate->post([this, removed, done = std::move(done), reply] {
                if (!done) {
                    reply(unexpected(done.error()));
                    return;
                }
                std::vector<RoutingRule> rules = *m_rules;
                std::erase_if(rules, [&removed](const RoutingRule &each) { return each.id == removed.id; });
                publish(std::move(rules));
                emit rulesChanged();
                reply(viewOf(removed));
            });
        });
}

} // namespace gateway::service
