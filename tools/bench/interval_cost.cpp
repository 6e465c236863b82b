#include "tools/bench/interval_cost.h"

#include <algorithm>

#include <unistd.h>

#include "tools/bench/chat_payloads.h"
#include "tools/bench/process_cost.h"

namespace bench {

IntervalCost::IntervalCost(const LoadOptions &options)
    : m_options(options)
    , m_start(monotonicNow())
    , m_subject(cpuTimeOf(options.subjects))
    , m_upstream(cpuTimeOf(options.upstream))
    , m_load(cpuTimeOf(::getpid()))
    , m_machine(machineBusyTime())
{
}

void IntervalCost::endInterval(LoadReport &report) const
{
    report.elapsed = std::max(monotonicNow() - m_start, Nanoseconds(1));
    const auto cores = [&report](Nanoseconds time) {
        return static_cast<double>(time.count()) / static_cast<double>(report.elapsed.count());
    };
    const double subjectCores = cores(cpuTimeOf(m_options.subjects) - m_subject);
    report.upstreamCores = m_options.upstream > 0 ? cores(cpuTimeOf(m_options.upstream) - m_upstream) : 0;
    report.loadCores = cores(cpuTimeOf(::getpid()) - m_load);
    const double allCores = cores(machineBusyTime() - m_machine);
    report.foreignCores = std::max(0.0, allCores - subjectCores - report.upstreamCores - report.loadCores);
    report.residentBytes = residentBytesOf(m_options.subjects);
    report.peakResidentBytes = peakResidentBytesOf(m_options.subjects);
}

void IntervalCost::settle(LoadReport &report) const
{
    if (m_options.subjects.empty())
        return;
    waitUntilIdle(m_options.subjects, m_options.quietTime, std::chrono::seconds(3));
    report.subjectCpu = cpuTimeOf(m_options.subjects) - m_subject;
}

} // namespace bench
