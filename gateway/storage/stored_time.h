// Times as the databases keep them: microseconds since 1970, UTC.
#pragma once

#include "gateway/base/clock.h"

#include <chrono>
#include <cstdint>

namespace gateway::storage {

inline std::chrono::microseconds sinceEpoch(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch());
}

inline std::int64_t microsecondsSinceEpoch(WallTime time)
{
    return sinceEpoch(time).count();
}

inline WallTime wallTime(std::chrono::microseconds sinceEpoch)
{
    return WallTime(std::chrono::duration_cast<WallTime::duration>(sinceEpoch));
}

} // namespace gateway::storage
