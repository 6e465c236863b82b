#include "tools/bench/process_cost.h"

#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include <time.h>
#include <unistd.h>

namespace bench {

namespace {

std::int64_t statusField(pid_t process, const std::string &name)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/status");
    std::string line;
    while (std::getline(file, line)) {
        if (line.compare(0, name.size() + 1, name + ':') == 0)
            return std::stoll(line.substr(name.size() + 1)) * 1024; // the file counts in kB
    }
    return 0;
}

std::int64_t sumOfField(const std::vector<pid_t> &processes, const std::string &name)
{
    std::int64_t sum = 0;
    for (const pid_t process : processes)
        sum += statusField(process, name);
    return sum;
}

} // namespace

Nanoseconds cpuTimeOf(pid_t process)
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return Nanoseconds::zero();
    return std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
}

Nanoseconds cpuTimeOf(const std::vector<pid_t> &processes)
{
    Nanoseconds sum{};
    for (const pid_t process : processes)
        sum += cpuTimeOf(process);
    return sum;
}

std::int64_t residentBytesOf(const std::vector<pid_t> &processes)
{
    return sumOfField(processes, "VmRSS");
}

std::int64_t peakResidentBytesOf(const std::vector<pid_t> &processes)
{
    return sumOfField(processes, "VmHWM");
}

Nanoseconds machineBusyTime()
{
    std::ifstream file("/proc/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line);
    std::string name;
    fields >> name;
    std::int64_t busyTicks = 0;
    std::int64_t ticks = 0;
    // user, nice, system, idle, iowait, irq, softirq, steal; guest times are inside user.
    for (int index = 0; index < 7 && fields >> ticks; ++index) {
        const bool isIdle = index == 3 || index == 4;
        busyTicks += isIdle ? 0 : ticks;
    }
    return Nanoseconds(busyTicks * (1'000'000'000 / ::sysconf(_SC_CLK_TCK)));
}

void waitUntilIdle(const std::vector<pid_t> &processes, Nanoseconds quietTime, Nanoseconds limit)
{
    constexpr auto step = std::chrono::milliseconds(25);
    constexpr Nanoseconds idleCost = Nanoseconds(step) / 25;
    Nanoseconds quiet{};
    Nanoseconds before = cpuTimeOf(processes);
    for (Nanoseconds waited{}; quiet < quietTime && waited < limit; waited += step) {
        std::this_thread::sleep_for(step);
        const Nanoseconds now = cpuTimeOf(processes);
        quiet = now - before < idleCost ? quiet + step : Nanoseconds::zero();
        before = now;
    }
}

} // namespace bench
