// What a person allows beyond a limit for a while.
#pragma once

#include "gateway/config/usage_limit.h"

namespace gateway::config {

struct LimitExtra {
    LimitId limit;
    std::int64_t amount = 0; // in the unit of the limit; 0: nothing
    WallTime until{};        // the first moment at which it does not count any more
    bool operator==(const LimitExtra &) const = default;
};

} // namespace gateway::config
