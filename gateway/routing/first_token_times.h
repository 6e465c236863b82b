// Learns how long each model takes to begin, so that long thinkers are not taken for dead.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gateway::routing {

// Any thread.
class FirstTokenTimes {
public:
    void note(const std::string &provider, const std::string &model, std::chrono::milliseconds duration);

    // After which a stream without a first token is unusual: `usual` until enough streams of the model were seen, then
    // half as long again as all but the slowest hundredth of the last ones took, and never less than `usual`.
    std::chrono::milliseconds slowAfter(const std::string &provider, const std::string &model,
                                        std::chrono::milliseconds usual) const;

private:
    static constexpr std::size_t most = 128; // of each model
    static constexpr std::size_t enough = 20;

    struct Times {
        std::array<std::chrono::milliseconds, most> durations{};
        std::size_t count = 0; // ever noted
    };

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Times> m_times; // by "provider/model"
};

} // namespace gateway::routing
