// Brings a database to the schema of this version, one numbered step at a time.
#pragma once

#include "gateway/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace gateway::storage {

class SqliteFile;

struct Migration {
    int version = 0; // counts from 1 without gaps
    std::string sql;
};

struct MigrationPlan {
    std::string contentName; // for people: "configuration"
    std::vector<Migration> migrations;
    bool backsUpFirst = false; // a copy "<file>.before-<version>" before an existing file is changed
};

// The compiled-in files of gateway/storage/migrations.
MigrationPlan configMigrations();
MigrationPlan historyMigrations();

// Applies what is missing, each migration in a transaction of its own with the new PRAGMA user_version. A database of
// a newer version is refused and left as it is; a failed migration leaves the database at the version before it.
// Returns the version in force.
Result<int> migrate(SqliteFile &file, const MigrationPlan &plan);

} // namespace gateway::storage
