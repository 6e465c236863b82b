// Removes what is too old or too much from the history, in steps so small that nothing waits for them.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/config/retention.h"

#include <cstdint>

namespace gateway::storage {

class SqliteFile;

struct TrimStep {
    std::int64_t rows = 0;   // requests removed, with their bodies
    std::int64_t bodies = 0; // bodies removed whose requests stay in the list
    bool hasMore = false;    // there is more to do: call again
};

// Each step is one transaction of some milliseconds; on failure nothing of it has happened. The totals of usage are not
// touched. All work on the file of the history, on the writer thread.

// One step towards the settings. First what is too old; then, as long as the file holds more than it may, the oldest
// bodies, which are nearly all of its size; only when none are left, the oldest rows. At last free pages go back to the
// system.
Result<TrimStep> trimHistory(SqliteFile &file, const config::RetentionSettings &settings, WallTime now);

// One step of removing the requests that began before.
Result<TrimStep> removeBefore(SqliteFile &file, WallTime before);

// What the history needs, without the pages that are free for what comes.
Result<std::int64_t> usedBytes(SqliteFile &file);

// Gives free pages back to the system, some of them at a time. True: there are more. A file of the time before this was
// possible is written anew once, when little of it is left.
Result<bool> returnFreePages(SqliteFile &file);

} // namespace gateway::storage
