#include "gateway/storage/latency_histogram.h"

#include "gateway/storage/leb128.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace gateway::storage {

namespace {

constexpr std::uint32_t stepBits = 4;
constexpr std::uint32_t stepsOfPower = 1U << stepBits;
constexpr std::uint32_t mostSteps = (64 - stepBits + 1) * stepsOfPower;

} // namespace

std::uint32_t LatencyHistogram::stepOf(std::uint64_t microseconds)
{
    if (microseconds < stepsOfPower)
        return static_cast<std::uint32_t>(microseconds);
    const auto power = static_cast<std::uint32_t>(std::bit_width(microseconds)) - 1;
    const auto within = static_cast<std::uint32_t>(microseconds >> (power - stepBits)) & (stepsOfPower - 1);
    return (power - stepBits + 1) * stepsOfPower + within;
}

std::uint64_t LatencyHistogram::middleOf(std::uint32_t step)
{
    if (step < stepsOfPower)
        return step;
    const std::uint32_t shift = step / stepsOfPower - 1;
    const std::uint64_t lowest = std::uint64_t{stepsOfPower + step % stepsOfPower} << shift;
    return lowest + (std::uint64_t{1} << shift) / 2;
}

void LatencyHistogram::add(Microseconds duration)
{
    ++m_counts[stepOf(static_cast<std::uint64_t>(std::max<std::int64_t>(duration.count(), 0)))];
    ++m_count;
}

void LatencyHistogram::add(const LatencyHistogram &other)
{
    for (const auto &[step, count] : other.m_counts)
        m_counts[step] += count;
    m_count += other.m_count;
}

LatencyHistogram::Microseconds LatencyHistogram::percentile(double share) const
{
    const double wanted = std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(m_count));
    auto left = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(wanted));
    for (const auto &[step, count] : m_counts) {
        if (count >= left)
            return Microseconds(static_cast<std::int64_t>(middleOf(step)));
        left -= count;
    }
    return Microseconds(0);
}

std::string LatencyHistogram::encode() const
{
    std::string bytes;
    std::uint32_t last = 0;
    for (const auto &[step, count] : m_counts) {
        appendNumberLeb128(bytes, step - last);
        appendNumberLeb128(bytes, count);
        last = step;
    }
    return bytes;
}

LatencyHistogram LatencyHistogram::decode(std::string_view bytes)
{
    LatencyHistogram histogram;
    std::uint64_t step = 0;
    while (!bytes.empty()) {
        const auto further = takeNumberLeb128(bytes);
        const auto count = takeNumberLeb128(bytes);
        if (!further || !count || *further >= mostSteps || step + *further >= mostSteps)
            break;
        step += *further;
        histogram.m_counts[static_cast<std::uint32_t>(step)] += *count;
        histogram.m_count += *count;
    }
    return histogram;
}

} // namespace gateway::storage
