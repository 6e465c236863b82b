// Compares numbers of different types and turns numbers to text and back, independent of the locale.
#pragma once

#include "gateway/routing/cel/cel_value.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::routing::cel {

// Both are numbers. Unordered when one is NaN.
std::partial_ordering compareNumbers(const CelValue &left, const CelValue &right);

// The shortest text that reads back as the same number: "0.5", "1e+06", "NaN", "+Inf".
std::string formatDouble(double value);

// The whole text must be a number. Too large is none, too small is 0. "inf" and "nan" count, in any case.
std::optional<double> parseDouble(std::string_view text);
std::optional<std::int64_t> parseInteger(std::string_view text);   // decimal with an optional sign
std::optional<std::uint64_t> parseUnsigned(std::string_view text); // decimal without a sign

// The whole part; none when it does not fit.
std::optional<std::int64_t> integerOf(double value);
std::optional<std::uint64_t> unsignedOf(double value);

} // namespace gateway::routing::cel
