// How far the gateway goes so that an answer arrives, for all routes and where one route differs.
#pragma once

#include <chrono>
#include <optional>

namespace gateway::config {

// What to do with a stream that breaks after its first token, where another attempt is possible.
enum class Rescue {
    Off,              // the client hears of it
    Match,            // the request runs again; where its answer repeats what the client has, the stream goes on
    MatchAndContinue, // and at the first difference a target that takes the beginning of an answer continues it
};

// As held tokens: the whole answer is kept back until its end.
constexpr int wholeAnswer = -1;

struct ResilienceSettings {
    using Rescue = config::Rescue;

    Rescue rescue = Rescue::Match;
    // With a fallback at hand and no first token after it, the fallback is started beside the first target; 0: never.
    std::chrono::milliseconds slowStartAfter{10'000};
    // A provider that asks for a longer wait (Retry-After) is not waited for.
    std::chrono::milliseconds longestRetryAfter{5'000};
    // So much of a stream is kept back before the client gets it, because until then a break stays unseen. 0: it begins
    // with its first token.
    int heldTokens = 0;
    // Whether draws by weight mind how targets fare: latency, price, health, headroom of their rate limits.
    bool isBalanced = false;
    bool operator==(const ResilienceSettings &) const = default;
};

// What one route says; unset: as for all routes.
struct RouteCare {
    std::optional<Rescue> rescue;
    std::optional<std::chrono::milliseconds> slowStartAfter;
    std::optional<int> heldTokens;
    std::optional<bool> isBalanced;
    bool operator==(const RouteCare &) const = default;
};

inline ResilienceSettings withCare(ResilienceSettings settings, const RouteCare &care)
{
    settings.rescue = care.rescue.value_or(settings.rescue);
    settings.slowStartAfter = care.slowStartAfter.value_or(settings.slowStartAfter);
    settings.heldTokens = care.heldTokens.value_or(settings.heldTokens);
    settings.isBalanced = care.isBalanced.value_or(settings.isBalanced);
    return settings;
}

} // namespace gateway::config
