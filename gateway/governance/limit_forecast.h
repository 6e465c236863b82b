// Says how much of a limit will be used when its window ends, if it goes on as it did so far.
#pragma once

#include "gateway/governance/limit_ledger.h"

#include <cstdint>
#include <optional>

namespace gateway::governance {

// In the unit of the limit. Nothing before a twentieth of the window has passed: too little is known then. The pace is
// the mean of the window so far, and what was used is never taken back.
std::optional<std::int64_t> forecastUse(const LimitUse &use, WallTime now);

} // namespace gateway::governance
