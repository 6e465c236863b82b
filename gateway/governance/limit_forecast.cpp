#include "gateway/governance/limit_forecast.h"

#include <algorithm>
#include <cmath>

namespace gateway::governance {

namespace {

constexpr double leastShareOfWindow = 0.05;
constexpr double mostForecast = 9e18; // beyond it the number has no meaning, and no place in 64 bits

} // namespace

std::optional<std::int64_t> forecastUse(const LimitUse &use, WallTime now)
{
    if (use.began == WallTime{} || use.resetsAt <= use.began || now <= use.began)
        return std::nullopt;
    const std::chrono::duration<double> elapsed = std::min(now, use.resetsAt) - use.began;
    const std::chrono::duration<double> length = use.resetsAt - use.began;
    const double share = elapsed / length;
    if (share < leastShareOfWindow)
        return std::nullopt;
    const double forecast = std::min(static_cast<double>(use.used) / share, mostForecast);
    return std::max(use.used, static_cast<std::int64_t>(std::llround(forecast)));
}

} // namespace gateway::governance
