// The words for rules, aliases and their targets.
#pragma once

#include "gateway/api/route_views.h"
#include "gateway/api/routing_rule_views.h"
#include "gateway/base/request_state.h"

#include <QString>

#include <optional>

namespace ui::models {

// The alias, when the rule is nothing but "a tool asks for this model".
std::optional<QString> aliasOf(const gateway::api::RoutingRuleView &rule);
QString shownName(const gateway::api::RoutingRuleView &rule); // of an alias what tools ask for, else the rule's name

QString targetName(const QString &provider, const QString &model); // "openai / gpt-5.4", "openai / as asked for"
QString shareText(double share);                                   // 0.905: "91%"
// "claude-sonnet-5-5 90%, gpt-5.4 10%, then llama-3.3"
QString targetsText(const gateway::api::RoutingRuleView &rule);
QString scopeText(const gateway::api::RoutingRuleView &rule); // "for the team search"; empty: for everyone
QString milliseconds(int duration);                           // "700 ms", "20 s"

// Of a circuit: the shape that stands for it, and its words.
gateway::RequestState circuitShape(const gateway::api::TargetHealthView &target);
QString circuitText(const gateway::api::TargetHealthView &target);

QString keyFateText(const gateway::api::KeyTrialView &key); // "may not use this model"

} // namespace ui::models
