#include "gateway/pipeline/attempt_pace.h"

namespace gateway::pipeline {

namespace {

// Shorter answers say more about the network than about the model.
constexpr std::int64_t fewestTokens = 16;
constexpr std::chrono::milliseconds shortestAnswer{20};

std::optional<double> tokensPerSecond(const AttemptRun &attempt)
{
    const auto output = attempt.usage().output;
    const auto spoken = attempt.age() - attempt.firstContentAfter().value_or(std::chrono::milliseconds(0));
    if (!output || *output < fewestTokens || spoken < shortestAnswer)
        return std::nullopt;
    return static_cast<double>(*output) * 1'000 / static_cast<double>(spoken.count());
}

} // namespace

void notePace(const AttemptRun &attempt, routing::TargetPace &pace)
{
    const routing::RouteTarget &target = attempt.plan().target;
    if (attempt.headroom() && target.key)
        pace.noteHeadroom(target.key->id.value, *attempt.headroom());
    if (attempt.error())
        return;
    const auto speed = tokensPerSecond(attempt);
    if (speed || attempt.firstContentAfter())
        pace.noteAnswer(target.provider->id.value, target.model, attempt.firstContentAfter(), speed);
}

} // namespace gateway::pipeline
