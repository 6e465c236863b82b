// Turns what was used into money, or says why that is not known. Never a false zero.
#pragma once

#include "gateway/base/attempt_cost.h"
#include "gateway/base/token_usage.h"
#include "gateway/config/price_book.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::metering {

// What is counted in other things than tokens of text; empty or zero: nothing of it.
struct OtherUse {
    std::int64_t imageInputTokens = 0;  // of the prompt
    std::int64_t imageOutputTokens = 0; // of the output
    std::int64_t images = 0;            // pictures that were made
    std::string imageQuality;           // "hd", "high"; empty: the usual
    std::string imageSize;              // "1024x1792"; empty: the usual
    std::optional<std::int64_t> audioSeconds;
    std::optional<std::int64_t> characters;
};

struct MeteredUse {
    TokenUsage usage;
    OtherUse other;
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
// What a model is sold by the piece (a search of a reranker, a picture, a second, a character) is priced so where the
// answer tells how many, else by its tokens. What the provider itself reports as the cost is trusted before our list,
// but not before a person's own price.
MeteredCost meterCost(const std::optional<config::PriceAnswer> &price, const MeteredUse &use);

} // namespace gateway::metering
