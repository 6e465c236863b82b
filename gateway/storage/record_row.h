// Reads one row of the requests table.
#pragma once

#include "gateway/storage/sqlite_statement.h"
#include "gateway/storage/storage_thread.h"

namespace gateway::storage {

// Of a statement that selects "sequence, " BILROST_REQUEST_COLUMNS first.
StoredRecord recordFromRow(const SqliteStatement &row);

} // namespace gateway::storage
