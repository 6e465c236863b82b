// Collects durations and answers percentiles of them.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace bench {

using Nanoseconds = std::chrono::nanoseconds;

class SampleSet {
public:
    void reserve(std::size_t count) { m_samples.reserve(count); }
    void add(Nanoseconds sample) { m_samples.push_back(sample); }
    std::size_t size() const { return m_samples.size(); }

    // The smallest sample that is not below `percent` per cent of all (nearest rank); zero when there is none.
    // Percents outside 0..100 are taken as the nearest end. Reorders the samples.
    Nanoseconds percentile(double percent);

private:
    std::vector<Nanoseconds> m_samples;
};

} // namespace bench
