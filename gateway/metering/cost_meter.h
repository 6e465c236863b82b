// Turns what was used into money, or says why that is not known. Never a false zero.
#pragma once

#include "gateway/base/attempt_cost.h"
#include "gateway/base/token_usage.h"
#include "gateway/config/price_book.h"

#include <optional>
#include <string_view>

namespace gateway::metering {

struct MeteredUse {
    TokenUsage usage;
    std::string_view serviceTier; // as the answer said
    WallTime at{};                // when the request began: the price of that moment
    bool isComplete = true;       // the answer came to its end, so its last count was seen
    std::optional<Money> reportedCost;
};

struct MeteredCost {
    std::optional<Money> cost; // empty: unknown
    AttemptCost detail;
};

// Sums of count times price are whole pico-dollars; the sum is rounded once, half up, to nano-dollars.
//
// Which price a class has where the provider names none: a cache read and a cache write cost what input costs (no
// discount), reasoning costs what output costs. Everything else without a price (audio, an hour's cache write beside a
// priced five minutes' one, a class that a service tier leaves out, a search) makes the cost unknown.
//
// What the provider itself reports as the cost is trusted before our list, but not before a person's own price.
MeteredCost meterCost(const std::optional<config::PriceAnswer> &price, const MeteredUse &use);

} // namespace gateway::metering
