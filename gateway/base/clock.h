// Tells the time, so that tests can tell it instead.
#pragma once

#include <chrono>

namespace gateway {

using SteadyTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

class Clock {
public:
    virtual ~Clock() = default;
    virtual SteadyTime steadyNow() const = 0; // for durations
    virtual WallTime wallNow() const = 0;     // for dates, UTC
};

class SystemClock final : public Clock {
public:
    SteadyTime steadyNow() const override { return std::chrono::steady_clock::now(); }
    WallTime wallNow() const override { return std::chrono::system_clock::now(); }
};

} // namespace gateway
