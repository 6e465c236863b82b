#include "gateway/routing/first_token_times.h"

#include <algorithm>

namespace gateway::routing {

void FirstTokenTimes::note(const std::string &provider, const std::string &model, std::chrono::milliseconds duration)
{
    const std::lock_guard lock(m_mutex);
    Times &times = m_times[provider + "/" + model];
    times.durations[times.count++ % most] = duration;
}

std::chrono::milliseconds FirstTokenTimes::slowAfter(const std::string &provider, const std::string &model,
                                                     std::chrono::milliseconds usual) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_times.find(provider + "/" + model);
    if (found == m_times.end() || found->second.count < enough)
        return usual;
    auto durations = found->second.durations;
    const std::size_t size = std::min(found->second.count, most);
    const auto place = durations.begin() + static_cast<std::ptrdiff_t>((size - 1) * 99 / 100);
    std::nth_element(durations.begin(), place, durations.begin() + static_cast<std::ptrdiff_t>(size));
    return std::max(usual, *place * 3 / 2);
}

} // namespace gateway::routing
