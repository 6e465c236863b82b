// Finds the rows of a page of the history among the columns of blocks.
#pragma once

#include "gateway/storage/block_condition.h"

namespace gateway::storage {

inline constexpr int largestPage = 10'000; // rows

struct FoundRows {
    std::vector<std::int64_t> sequences; // in the order of the page
    bool hasMore = false;
    std::int64_t matching = -1; // only when asked for
};

// Inside one transaction, as all that reads blocks. `condition` is of `query`.
Result<FoundRows> findMatching(SqliteFile &file, const BlockCondition &condition, const HistoryQuery &query,
                               bool countMatching);

} // namespace gateway::storage
