#include "gateway/routing/target_pace.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace gateway::routing {

namespace {

constexpr double shareOfTheLast = 0.2;
constexpr std::chrono::seconds believedFor{60};

void average(std::optional<double> &mean, double value)
{
    mean = mean ? *mean + shareOfTheLast * (value - *mean) : value;
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

// One of the limits that a provider has for a key.
struct RateLimit {
    std::optional<std::int64_t> limit;
    std::optional<std::int64_t> remaining;
};

struct RateLimitField {
    std::string_view name;
    std::size_t which; // of the limits that one answer tells
    std::optional<std::int64_t> RateLimit::*number;
};

constexpr std::size_t mostLimits = 4;
constexpr std::size_t shortestName = 24; // of those below; most fields of an answer are shorter
constexpr std::array rateLimitFields{
    RateLimitField{"x-ratelimit-limit-requests", 0, &RateLimit::limit},
    RateLimitField{"x-ratelimit-remaining-requests", 0, &RateLimit::remaining},
    RateLimitField{"x-ratelimit-limit-tokens", 1, &RateLimit::limit},
    RateLimitField{"x-ratelimit-remaining-tokens", 1, &RateLimit::remaining},
    RateLimitField{"anthropic-ratelimit-requests-limit", 0, &RateLimit::limit},
    RateLimitField{"anthropic-ratelimit-requests-remaining", 0, &RateLimit::remaining},
    RateLimitField{"anthropic-ratelimit-tokens-limit", 1, &RateLimit::limit},
    RateLimitField{"anthropic-ratelimit-tokens-remaining", 1, &RateLimit::remaining},
    RateLimitField{"anthropic-ratelimit-input-tokens-limit", 2, &RateLimit::limit},
    RateLimitField{"anthropic-ratelimit-input-tokens-remaining", 2, &RateLimit::remaining},
    RateLimitField{"anthropic-ratelimit-output-tokens-limit", 3, &RateLimit::limit},
    RateLimitField{"anthropic-ratelimit-output-tokens-remaining", 3, &RateLimit::remaining},
};

} // namespace

void TargetPace::noteAnswer(const std::string &provider, const std::string &model,
                            std::optional<std::chrono::milliseconds> firstToken, std::optional<double> tokensPerSecond)
{
    const std::lock_guard lock(m_mutex);
    Pace &pace = m_paces[provider + "/" + model];
    ++pace.answers;
    if (firstToken)
        average(pace.firstTokenMs, static_cast<double>(firstToken->count()));
    if (tokensPerSecond)
        average(pace.tokensPerSecond, *tokensPerSecond);
}

Pace TargetPace::paceOf(const std::string &provider, const std::string &model) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_paces.find(provider + "/" + model);
    return found == m_paces.end() ? Pace{} : found->second;
}

void TargetPace::noteHeadroom(const std::string &keyId, double share)
{
    const std::lock_guard lock(m_mutex);
    m_headroom[keyId] = {share, m_clock.steadyNow() + believedFor};
}

std::optional<double> TargetPace::headroomOf(const std::string &keyId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_headroom.find(keyId);
    if (found == m_headroom.end() || found->second.until <= m_clock.steadyNow())
        return std::nullopt;
    return found->second.share;
}

std::optional<double> headroomIn(const HeaderList &headers)
{
    std::array<RateLimit, mostLimits> limits;
    for (const HeaderField &field : headers) {
        if (field.name.size() < shortestName)
            continue;
        for (const RateLimitField &known : rateLimitFields) {
            if (equalsIgnoringCase(field.name, known.name))
                limits[known.which].*(known.number) = numberOf(field.value);
        }
    }
    std::optional<double> narrowest;
    for (const auto &[limit, remaining] : limits) {
        if (!remaining || !limit || *limit <= 0)
            continue;
        const double left = std::min(static_cast<double>(*remaining) / static_cast<double>(*limit), 1.0);
        narrowest = narrowest ? std::min(*narrowest, left) : left;
    }
    return narrowest;
}

} // namespace gateway::routing
