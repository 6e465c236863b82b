// Turns rows of the configuration database into resilience settings and the state of targets, and back.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/config/health_state.h"

namespace gateway::storage {

class SqliteFile;

// Every change is on the disk when the call returns. Lives on the thread of its file.
class ResilienceRepository {
public:
    explicit ResilienceRepository(SqliteFile &file) : m_file(file) {}

    Result<config::ResilienceSettings> loadSettings(); // the defaults when none were stored
    Result<bool> saveSettings(const config::ResilienceSettings &settings);

    Result<config::HealthState> loadHealth();
    Result<bool> saveHealth(const config::HealthState &health); // instead of all that was stored

private:
    Result<void> writeCircuits(const std::vector<config::StoredCircuit> &circuits);
    Result<void> writeRests(const std::vector<config::StoredKeyRest> &rests);

    SqliteFile &m_file;
};

} // namespace gateway::storage
