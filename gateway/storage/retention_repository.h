// Keeps how much history is kept, and what is allowed beyond limits, in the configuration database.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/limit_extra.h"
#include "gateway/config/retention.h"

#include <vector>

namespace gateway::storage {

class SqliteFile;

// Every change is on the disk when the call returns. Lives on the thread of its file.
class RetentionRepository {
public:
    explicit RetentionRepository(SqliteFile &file) : m_file(file) {}

    Result<config::RetentionSettings> load(); // the defaults when none were stored
    Result<bool> save(const config::RetentionSettings &settings);

    Result<std::vector<config::LimitExtra>> loadExtras();
    Result<bool> saveExtra(const config::LimitExtra &extra); // an amount of 0 removes it

private:
    SqliteFile &m_file;
};

} // namespace gateway::storage
