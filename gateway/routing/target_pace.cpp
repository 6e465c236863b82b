#include "gateway/routing/target_pace.h"

#include <algorithm>
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

std::optional<std::int64_t> numberIn(const HeaderList &headers, const std::string &name)
{
    const std::string_view text = headers.value(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

bool tellsOfLimits(const HeaderList &headers)
{
    return std::any_of(headers.begin(), headers.end(), [](const HeaderField &field) {
        return startsWithIgnoringCase(field.name, "x-ratelimit-")
               || startsWithIgnoringCase(field.name, "anthropic-ratelimit-");
    });
}

void narrow(std::optional<double> &share, const std::optional<std::int64_t> &remaining,
            const std::optional<std::int64_t> &limit)
{
    if (!remaining || !limit || *limit <= 0)
        return;
    const double left = std::min(static_cast<double>(*remaining) / static_cast<double>(*limit), 1.0);
    share = share ? std::min(*share, left) : left;
}

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
    std::optional<double> share;
    if (!tellsOfLimits(headers))
        return share;
    for (const char *kind : {"requests", "tokens"})
        narrow(share, numberIn(headers, std::string("x-ratelimit-remaining-") + kind),
               numberIn(headers, std::string("x-ratelimit-limit-") + kind));
    for (const char *kind : {"requests", "tokens", "input-tokens", "output-tokens"}) {
        const std::string stem = std::string("anthropic-ratelimit-") + kind;
        narrow(share, numberIn(headers, stem + "-remaining"), numberIn(headers, stem + "-limit"));
    }
    return share;
}

} // namespace gateway::routing
