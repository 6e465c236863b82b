// Keeps the compiled rules of the snapshot in force.
#pragma once

#include "gateway/config/config_snapshot.h"
#include "gateway/routing/rules/rule_set.h"

#include <memory>

namespace gateway::routing {

// One instance per worker. Compiles again only when a snapshot has other rules.
class RuleSetCache {
public:
    std::shared_ptr<const RuleSet> of(const config::ConfigSnapshot &snapshot)
    {
        if (!m_compiled || m_rules != snapshot.routingRules) {
            m_rules = snapshot.routingRules;
            m_compiled = std::make_shared<const RuleSet>(*m_rules);
        }
        return m_compiled;
    }

private:
    config::RoutingRulesPointer m_rules;
    std::shared_ptr<const RuleSet> m_compiled;
};

} // namespace gateway::routing
