// Keeps the objects of governance and the counters of limits in the configuration database.
#pragma once

#include "gateway/base/result.h"
#include "gateway/storage/governance_codec.h"

#include <string>
#include <vector>

namespace gateway::storage {

class SqliteFile;

// Every change is on the disk when the call returns. Lives on the thread of its file.
class GovernanceRepository {
public:
    explicit GovernanceRepository(SqliteFile &file) : m_file(file) {}

    Result<config::StoredGovernance> load(); // a document that cannot be read is left out
    Result<bool> save(const GovernanceObject &object);
    Result<bool> remove(GovernanceKind kind, const std::string &id); // false: there was none

    Result<std::vector<config::LimitCounter>> loadCounters();
    Result<bool> saveCounters(const std::vector<config::LimitCounter> &counters); // all of them or none
    Result<bool> removeCounters(const std::vector<config::LimitId> &limits);

private:
    SqliteFile &m_file;
};

} // namespace gateway::storage
