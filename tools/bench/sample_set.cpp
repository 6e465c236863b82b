#include "tools/bench/sample_set.h"

#include <algorithm>
#include <cmath>

namespace bench {

Nanoseconds SampleSet::percentile(double percent)
{
    if (m_samples.empty())
        return Nanoseconds::zero();
    const double share = std::clamp(percent, 0.0, 100.0) / 100.0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(m_samples.size())));
    const auto index = static_cast<std::ptrdiff_t>(rank == 0 ? 0 : rank - 1);
    std::nth_element(m_samples.begin(), m_samples.begin() + index, m_samples.end());
    return m_samples[static_cast<std::size_t>(index)];
}

} // namespace bench
