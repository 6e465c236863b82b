// Says what is wrong with an expression, and where in its text.
#pragma once

#include "gateway/base/error.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gateway::routing::cel {

enum class CelProblemKind : std::uint8_t {
    // Found by compileCel
    Syntax,
    UndeclaredReference, // an unknown variable or function
    NoMatchingOverload,  // a known function or operator with arguments of other types or number
    TypeMismatch,
    MacroMisuse,
    InvalidRegex, // of a literal; of a computed pattern it is found by evaluate
    TooComplex,   // beyond the limits of cel_limits.h
    // Found by evaluate
    NoSuchKey,
    NoSuchOverload, // a value of a type that the operation does not take
    IndexOutOfRange,
    DivisionByZero,
    Overflow,
    Conversion, // text that is no number, a number that the other type cannot hold, bytes that are no text
    InvalidArgument,
    Unknown, // a variable without a value now
    LimitExceeded,
};

struct [[nodiscard]] CelProblem {
    CelProblemKind kind = CelProblemKind::Syntax;
    std::size_t offset = 0; // bytes from the start of the expression
    std::size_t line = 1;   // counted from 1
    std::size_t column = 1; // counted from 1, in code points, as an editor shows it
    std::string message;    // a sentence, without the position
    bool operator==(const CelProblem &) const = default;
};

template <typename Value>
using CelResult = tl::expected<Value, CelProblem>;

// Stable name for answers and tests: "no_such_key".
std::string_view problemKindName(CelProblemKind kind);

// A problem at `offset` of `source`, with its line and column.
CelProblem problemAt(CelProblemKind kind, std::string_view source, std::size_t offset, std::string message);

// InvalidRequest with "Line 1, column 12: ...".
Error toError(const CelProblem &problem);

} // namespace gateway::routing::cel
