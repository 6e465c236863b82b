// Remembers how targets fare: how soon they begin, how fast they speak, how much of their rate limits is left.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace gateway::routing {

// Moving averages in which each answer counts a fifth.
struct Pace {
    std::optional<double> firstTokenMs;
    std::optional<double> tokensPerSecond;
    int answers = 0; // so far
};

// Any thread.
class TargetPace {
public:
    explicit TargetPace(const Clock &clock) : m_clock(clock) {}

    // What one answer showed; unset: it did not show it.
    void noteAnswer(const std::string &provider, const std::string &model,
                    std::optional<std::chrono::milliseconds> firstToken, std::optional<double> tokensPerSecond);
    Pace paceOf(const std::string &provider, const std::string &model) const;

    // What is left of the key's rate limits, from 0 to 1. Believed for a minute, the span of most limits.
    void noteHeadroom(const std::string &keyId, double share);
    std::optional<double> headroomOf(const std::string &keyId) const; // nothing: not known

private:
    struct Headroom {
        double share = 1;
        SteadyTime until{};
    };

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Pace> m_paces;        // by "provider/model"
    std::unordered_map<std::string, Headroom> m_headroom; // by the key's id
};

// What an answer's headers say is left of the narrowest of the key's rate limits, from 0 to 1: "x-ratelimit-..." of
// OpenAI and its imitators, "anthropic-ratelimit-...". Nothing when they say nothing.
std::optional<double> headroomIn(const HeaderList &headers);

} // namespace gateway::routing
