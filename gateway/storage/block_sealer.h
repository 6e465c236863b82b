// Writes the columns of blocks that no more rows come to (migration history/0006).
#pragma once

#include "gateway/base/result.h"

#include <cstdint>

namespace gateway::storage {

class SqliteFile;

// Lives on the writer thread.
class BlockSealer {
public:
    // Writes the newest block whose columns are missing. False: there is none. Neither the newest block is written nor
    // the oldest, whose rows are removed first.
    Result<bool> sealNext(SqliteFile &file);

    // Rows were changed or removed: any block may lack its columns now.
    void forget() { m_sealedTo = -1; }

private:
    std::int64_t m_sealedTo = -1; // no block up to this one lacks its columns
};

} // namespace gateway::storage
