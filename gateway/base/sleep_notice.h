// Notices that the computer was asleep: what was connected before is dead more often than not, and nobody tells.
#pragma once

#include <chrono>
#include <functional>
#include <utility>

namespace gateway {

// How long this computer has slept since it was started, to within a second; it costs no more than to look at a clock. 0
// where the system does not tell.
std::chrono::milliseconds timeAsleep();

class SleepNotice {
public:
    using TimeAsleep = std::function<std::chrono::milliseconds()>;

    explicit SleepNotice(TimeAsleep timeAsleep = gateway::timeAsleep)
        : m_timeAsleep(std::move(timeAsleep)), m_before(m_timeAsleep())
    {
    }

    // Since it was asked last. A nap of less than a second is none: connections survive it.
    bool hasSlept();

private:
    TimeAsleep m_timeAsleep;
    std::chrono::milliseconds m_before;
};

} // namespace gateway
