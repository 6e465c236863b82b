// Reads from Linux what processes cost: CPU time and resident memory.
#pragma once

#include <cstdint>
#include <vector>

#include <sys/types.h>

#include "tools/bench/sample_set.h"

namespace bench {

// User and system time of all threads, also of those that ended; zero for a process that is gone. Exact to the
// nanosecond, unlike the 10 ms ticks of /proc/PID/stat, so that short intervals can be measured.
Nanoseconds cpuTimeOf(pid_t process);
Nanoseconds cpuTimeOf(const std::vector<pid_t> &processes);

// Bytes, summed over the processes (VmRSS and VmHWM of /proc/PID/status).
std::int64_t residentBytesOf(const std::vector<pid_t> &processes);
std::int64_t peakResidentBytesOf(const std::vector<pid_t> &processes);

// Time in which any processor of the machine worked, summed over the processors; in steps of 10 ms.
Nanoseconds machineBusyTime();

// Returns when the processes have used less than 4 % of a processor for `quietTime`, or after `limit`: work that was
// put off (records to write, buffers to give back) belongs to the requests that caused it.
void waitUntilIdle(const std::vector<pid_t> &processes, Nanoseconds quietTime, Nanoseconds limit);

} // namespace bench
