// A clock that stands still until a test moves it.
#pragma once

#include "gateway/base/clock.h"

namespace tests {

class ManualClock final : public gateway::Clock {
public:
    gateway::SteadyTime steadyNow() const override { return m_steady; }
    gateway::WallTime wallNow() const override { return m_wall; }

    void advance(std::chrono::microseconds duration)
    {
        m_steady += duration;
        m_wall += std::chrono::duration_cast<gateway::WallTime::duration>(duration);
    }

private:
    gateway::SteadyTime m_steady{std::chrono::hours(1)};
    gateway::WallTime m_wall{std::chrono::hours(24 * 365 * 56)};
};

} // namespace tests
