// Measures what the subject, the upstream, the load generator and everybody else use in one interval.
#pragma once

#include "tools/bench/load_options.h"

namespace bench {

class IntervalCost {
public:
    // The interval begins now.
    explicit IntervalCost(const LoadOptions &options);

    // The measured interval is over: fills elapsed time, cores and memory.
    void endInterval(LoadReport &report) const;
    // The last answer came: waits until the subject is idle and fills its CPU time.
    void settle(LoadReport &report) const;

private:
    const LoadOptions &m_options;
    Nanoseconds m_start;
    Nanoseconds m_subject;
    Nanoseconds m_upstream;
    Nanoseconds m_load;
    Nanoseconds m_machine;
};

} // namespace bench
