// What an attempt cost and how that was found, so that a person can add it up again.
#pragma once

#include "gateway/base/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway {

// How the cost of an attempt is known.
enum class CostBasis {
    Nothing,  // nothing that is charged was done: refused, never sent, or an operation that is free
    Priced,   // what was used times the price of our list
    Reported, // the provider told the cost
    Partial,  // as Priced, but the answer was cut before its last count: at least this much
    Unknown,  // something was used, and its price or its amount is not known
};

// The names in the history; an unknown name is Unknown.
std::string_view costBasisName(CostBasis basis);
CostBasis costBasisFromName(std::string_view name);

enum class CostClass {
    Input,
    CacheRead,
    CacheWrite,
    CacheWriteOneHour,
    Output,
    Reasoning, // where it has a price of its own; else it is part of Output
    AudioInput,
    AudioOutput,
    Search,
    ImageInput,  // tokens of pictures that were read, where they have a price of their own
    ImageOutput, // the same of pictures that were made
    Image,       // whole pictures
    AudioSecond, // of sound that was heard
    Character,   // of text that was spoken
};

std::string_view costClassName(CostClass costClass); // "cache_read"
std::optional<CostClass> costClassFromName(std::string_view name);

// `count` tokens (or searches, pictures, seconds, characters) at `picoDollars` each (1e-12 US dollars: a dollar per
// million tokens is a million).
struct CostLine {
    CostClass costClass = CostClass::Input;
    std::int64_t count = 0;
    std::int64_t picoDollars = 0;
    bool operator==(const CostLine &) const = default;
};

struct AttemptCost {
    CostBasis basis = CostBasis::Nothing;
    std::vector<CostLine> lines;   // their sum, rounded once, is the cost where basis is Priced or Partial
    std::string source;            // where the price is from: "openai, list of 2026-11-21", or an override's name
    std::string problem;           // why it is Unknown, for people
    std::string serviceTier;       // as the answer said: "flex", "priority", "batch"; empty: the standard one
    std::optional<Money> reported; // by the provider, also where our own arithmetic counts
    bool operator==(const AttemptCost &) const = default;
};

} // namespace gateway
