// Bifrost's routing rule objects (bifrost-api §5.6) <-> views.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/routing_rule_views.h"

#include <QUrlQuery>

namespace gateway::admin {

// A create or, with `previous`, a change request: what is absent stays.
Result<api::SaveRoutingRule> readRoutingRule(const Json &body, const api::RoutingRuleView *previous);

Json writeRoutingRule(const api::RoutingRuleView &rule);
// `query`: limit, offset, search, scope, scope_id. Without limit and offset all rules are listed.
Json writeRoutingRules(const QList<api::RoutingRuleView> &rules, const QUrlQuery &query);
// {"message": ..., "rule": ...}
Json writeChangedRoutingRule(const char *message, const api::RoutingRuleView &rule);

} // namespace gateway::admin
