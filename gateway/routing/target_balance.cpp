#include "gateway/routing/target_balance.h"

#include "gateway/metering/cost_meter.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace gateway::routing {

namespace {

constexpr std::int64_t typicalInput = 1'000;
constexpr std::int64_t typicalOutput = 300;
constexpr double leastLatencyFactor = 0.05;
constexpr double leastPriceFactor = 0.1;
constexpr double openCircuitFactor = 0.01;
constexpr double leastHeadroomFactor = 0.05;
constexpr double enoughHeadroom = 0.2;

struct Standing {
    std::optional<double> secondsOfAnswer;
    std::optional<double> dollars;
    double healthFactor = 1;
    std::optional<double> headroom;
    std::string told;
};

std::string rounded(double number)
{
    return std::to_string(std::llround(number));
}

// "$0.0021": with a point in every locale.
std::string dollarsText(double dollars)
{
    const long long tenThousandths = std::llround(dollars * 10'000);
    std::string fraction = std::to_string(tenThousandths % 10'000);
    fraction.insert(0, 4 - fraction.size(), '0');
    return "$" + std::to_string(tenThousandths / 10'000) + "." + fraction;
}

void tell(Standing &standing, const std::string &what)
{
    standing.told += (standing.told.empty() ? "" : ", ") + what;
}

void readPace(const TargetPace &pace, const DrawCandidate &candidate, Standing &standing)
{
    const Pace known = pace.paceOf(std::string(candidate.provider), std::string(candidate.model));
    if (!known.firstTokenMs && !known.tokensPerSecond) {
        tell(standing, "speed not known yet");
        return;
    }
    double seconds = known.firstTokenMs.value_or(0) / 1'000;
    if (known.firstTokenMs)
        tell(standing, "first token after " + rounded(*known.firstTokenMs) + " ms");
    if (known.tokensPerSecond && *known.tokensPerSecond > 0) {
        seconds += static_cast<double>(typicalOutput) / *known.tokensPerSecond;
        tell(standing, rounded(*known.tokensPerSecond) + " tokens/s");
    }
    standing.secondsOfAnswer = std::max(seconds, 0.001);
}

void readPrice(const BalanceFacts &facts, const config::ProviderDefinition &provider, const DrawCandidate &candidate,
               Standing &standing)
{
    config::PriceQuestion question;
    question.provider = candidate.provider;
    question.preset = provider.preset;
    question.model = candidate.model;
    question.requestType = "chat_completion";
    question.at = facts.now;
    metering::MeteredUse use;
    use.usage.uncachedInput = typicalInput;
    use.usage.output = typicalOutput;
    use.at = facts.now;
    const auto cost = metering::meterCost(facts.snapshot.prices->find(question), use).cost;
    if (!cost)
        return;
    standing.dollars = cost->dollars();
    tell(standing, dollarsText(*standing.dollars) + " for a typical answer");
}

// The best of the provider's keys counts: which of them is used is drawn later.
void readKeys(const BalanceFacts &facts, const config::ProviderDefinition &provider, const DrawCandidate &candidate,
              Standing &standing)
{
    std::optional<double> best;
    std::optional<double> headroom;
    bool isHeadroomKnown = true;
    const auto look = [&](const std::string &keyId) {
        double factor = 1;
        if (const auto report =
                facts.health.reportOf({std::string(candidate.provider), std::string(candidate.model), keyId})) {
            const bool isClosed = report->state == CircuitState::Closed && !report->isHeld;
            factor = isClosed ? std::exp2(-report->failuresInARow) : openCircuitFactor;
        }
        best = std::max(best.value_or(0), factor);
        const auto left = facts.pace.headroomOf(keyId);
        isHeadroomKnown = isHeadroomKnown && left.has_value();
        if (left)
            headroom = std::max(headroom.value_or(0), *left);
    };
    if (provider.keys.empty())
        look({});
    for (const config::ProviderKey &key : provider.keys) {
        const bool isOther = !candidate.keyId.empty() && key.id.value != candidate.keyId;
        if (key.isEnabled && key.allowsModel(candidate.model) && !isOther)
            look(key.id.value);
    }
    standing.healthFactor = std::max(best.value_or(1), openCircuitFactor);
    if (standing.healthFactor < 1)
        tell(standing, standing.healthFactor <= openCircuitFactor ? "its circuit is open" : "it failed just now");
    if (!isHeadroomKnown || !headroom)
        return;
    standing.headroom = headroom;
    if (*headroom < enoughHeadroom)
        tell(standing, rounded(*headroom * 100) + " % of its rate limit left");
}

Standing standingOf(const BalanceFacts &facts, const DrawCandidate &candidate)
{
    Standing standing;
    const config::ProviderDefinition *provider = facts.snapshot.findProvider(candidate.provider);
    if (!provider)
        return standing;
    readPace(facts.pace, candidate, standing);
    readPrice(facts, *provider, candidate, standing);
    readKeys(facts, *provider, candidate, standing);
    return standing;
}

template <typename Member>
std::optional<double> least(const std::vector<Standing> &standings, Member member)
{
    std::optional<double> found;
    for (const Standing &standing : standings) {
        if (standing.*member)
            found = found ? std::min(*found, *(standing.*member)) : *(standing.*member);
    }
    return found;
}

} // namespace

double headroomFactor(double share)
{
    return std::clamp(share / enoughHeadroom, leastHeadroomFactor, 1.0);
}

std::vector<Preference> balance(const BalanceFacts &facts, std::span<const DrawCandidate> candidates)
{
    std::vector<Standing> standings;
    for (const DrawCandidate &candidate : candidates)
        standings.push_back(standingOf(facts, candidate));
    const auto fastest = least(standings, &Standing::secondsOfAnswer);
    const auto cheapest = least(standings, &Standing::dollars);
    constexpr double nearlyNothing = 1e-6; // dollars: beside a free target everything would be endlessly dear
    std::vector<Preference> preferences;
    for (Standing &standing : standings) {
        double factor = standing.healthFactor;
        if (standing.secondsOfAnswer)
            factor *= std::max(*fastest / *standing.secondsOfAnswer, leastLatencyFactor);
        if (standing.dollars)
            factor *= std::max(std::sqrt((*cheapest + nearlyNothing) / (*standing.dollars + nearlyNothing)),
                               leastPriceFactor);
        if (standing.headroom)
            factor *= headroomFactor(*standing.headroom);
        preferences.push_back({factor, std::move(standing.told)});
    }
    return preferences;
}

} // namespace gateway::routing
