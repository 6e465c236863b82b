// Turns rows of the configuration database into routing rules and back.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/routing_rule.h"

#include <vector>

namespace gateway::storage {

class SqliteFile;

// Every change is on the disk when the call returns. Lives on the thread of its file.
class RoutingRuleRepository {
public:
    explicit RoutingRuleRepository(SqliteFile &file) : m_file(file) {}

    Result<std::vector<config::RoutingRule>> load();                     // in no order
    Result<bool> save(const config::RoutingRule &rule);                  // creates or replaces
    Result<bool> saveAll(const std::vector<config::RoutingRule> &rules); // all of them or none
    Result<bool> remove(const config::RuleId &rule);                     // false: there was none

private:
    SqliteFile &m_file;
};

} // namespace gateway::storage
