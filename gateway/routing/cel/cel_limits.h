// The bounds within which every expression stays, so that none can hang a worker or end its stack.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gateway::routing::cel {

// Of an expression, checked when it is compiled.
constexpr std::size_t maximumSourceBytes = 16u * 1024u;
constexpr unsigned maximumDepth = 128;    // of nesting; the parser, the checker and the evaluator recurse this deep
constexpr unsigned maximumMacroDepth = 8; // of macros inside the body of macros

// Of one evaluation. A step is one node of the expression, or 64 bytes or 8 elements that were read or made.
constexpr std::uint32_t maximumSteps = 100'000;
constexpr std::size_t maximumTextBytes = 256u * 1024u;  // of a string or bytes that an expression makes
constexpr std::size_t maximumListElements = 10'000;     // of a list that an expression makes
constexpr std::uint32_t stepsOfRegexCompilation = 2000; // for a pattern that is not a literal

} // namespace gateway::routing::cel
