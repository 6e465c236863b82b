// A clock that runs faster than the system's and can be moved on by hand, for a gateway with threads of its own.
#pragma once

#include "gateway/base/clock.h"

#include <atomic>

namespace tests {

// Any thread.
class FastClock final : public gateway::Clock {
public:
    explicit FastClock(int times = 1) : m_times(times) {}

    gateway::SteadyTime steadyNow() const override
    {
        return m_begin + (std::chrono::steady_clock::now() - m_begin) * m_times + offset();
    }
    gateway::WallTime wallNow() const override
    {
        return m_wallBegin + std::chrono::duration_cast<gateway::WallTime::duration>(steadyNow() - m_begin);
    }
    void advance(std::chrono::milliseconds duration) { m_offset += duration.count(); }

private:
    std::chrono::milliseconds offset() const { return std::chrono::milliseconds(m_offset.load()); }

    const int m_times;
    const gateway::SteadyTime m_begin = std::chrono::steady_clock::now();
    const gateway::WallTime m_wallBegin = std::chrono::system_clock::now();
    std::atomic<std::int64_t> m_offset{0};
};

} // namespace tests
