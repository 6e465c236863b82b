// Adds up the stored requests that match a filter: all together, and in equal steps of time.
#pragma once

#include "gateway/storage/storage_thread.h"

namespace gateway::storage {

class SqliteFile;

// Only the filter of `query` counts, not its page.
Result<LogStats> readLogStats(SqliteFile &file, const HistoryQuery &query);

// Buckets rise in time; those without requests are left out.
Result<std::vector<LogBucket>> readLogHistogram(SqliteFile &file, const LogHistogramQuery &query);

} // namespace gateway::storage
