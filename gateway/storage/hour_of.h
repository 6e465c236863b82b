// The hours by which usage is summed.
#pragma once

#include "gateway/base/clock.h"

#include <chrono>
#include <cstdint>

namespace gateway::storage {

// Hours since 1970, UTC: what the tables of sums call hour. Earlier times round down, too.
inline std::int64_t hourOf(WallTime time)
{
    return std::chrono::floor<std::chrono::hours>(time.time_since_epoch()).count();
}

} // namespace gateway::storage
