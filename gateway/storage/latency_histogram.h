// Counts durations by size, so that percentiles of any span can be told from the sums of its hours.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace gateway::storage {

// Sizes rise in sixteen steps from each power of two to the next, so what is told is wrong by at most 3.2 %. Below
// 32 microseconds every one of them is counted apart. Negative durations count as none.
class LatencyHistogram {
public:
    using Microseconds = std::chrono::microseconds;

    void add(Microseconds duration);
    void add(const LatencyHistogram &other);

    std::uint64_t count() const { return m_count; }
    // The size that at least `share` (0 to 1) of all durations do not exceed, as the middle of its step; 0 of none.
    Microseconds percentile(double share) const;

    // Pairs of LEB128: how many steps further, how many durations. Bytes that are cut count as far as they go.
    std::string encode() const;
    static LatencyHistogram decode(std::string_view bytes);

private:
    static std::uint32_t stepOf(std::uint64_t microseconds);
    static std::uint64_t middleOf(std::uint32_t step);

    std::map<std::uint32_t, std::uint64_t> m_counts; // by step; a span of time knows a few dozen
    std::uint64_t m_count = 0;
};

} // namespace gateway::storage
