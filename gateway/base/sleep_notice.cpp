#include "gateway/base/sleep_notice.h"

#include <cstdint>

#ifdef _WIN32
#include <windows.h>
#else
#include <ctime>
#endif

namespace gateway {

// Everywhere the difference of two clocks: one that stands still while the computer sleeps, and one that does not.
#if defined(_WIN32)

std::chrono::milliseconds timeAsleep()
{
    ULONGLONG awake = 0; // in units of 100 ns
    if (!QueryUnbiasedInterruptTime(&awake))
        return {};
    return std::chrono::milliseconds(static_cast<std::int64_t>(GetTickCount64() - awake / 10'000));
}

#else

namespace {

std::chrono::milliseconds now(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::milliseconds(time.tv_nsec / 1'000'000);
}

} // namespace

std::chrono::milliseconds timeAsleep()
{
#if defined(__APPLE__)
    return now(CLOCK_MONOTONIC) - now(CLOCK_UPTIME_RAW);
#elif defined(CLOCK_BOOTTIME)
    return now(CLOCK_BOOTTIME) - now(CLOCK_MONOTONIC);
#else
    return {};
#endif
}

#endif

bool SleepNotice::hasSlept()
{
    const std::chrono::milliseconds now = m_timeAsleep();
    if (now - m_before < std::chrono::seconds(1))
        return false;
    m_before = now;
    return true;
}

} // namespace gateway
