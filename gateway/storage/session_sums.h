// Adds up the stored requests that match a filter, session by session.
#pragma once

#include "gateway/storage/storage_thread.h"

#include <string>
#include <vector>

namespace gateway::storage {

class SqliteFile;

struct SessionSum {
    std::string id; // empty: requests without a session
    std::int64_t requests = 0;
    std::int64_t failed = 0;
    Money cost;                // of the requests whose cost is known
    std::int64_t unpriced = 0; // requests whose cost is not
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    WallTime firstStart{};
    WallTime lastStart{};
};

struct SessionSums {
    std::vector<SessionSum> sessions; // the one with the newest request first
    std::int64_t matching = 0;        // how many sessions there are
    std::int64_t totalStored = 0;     // requests
};

// Only the filter of `query` counts, and its limit: so many sessions are told, the others are only counted. Memory grows
// by eight bytes for each of those.
Result<SessionSums> readSessionSums(SqliteFile &file, const HistoryQuery &query);

} // namespace gateway::storage
