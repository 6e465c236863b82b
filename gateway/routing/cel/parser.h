// Reads an expression into a tree: the grammar of the language and its macros.
#pragma once

#include "gateway/routing/cel/cel_problem.h"
#include "gateway/routing/cel/syntax_tree.h"

#include <string_view>

namespace gateway::routing::cel {

// https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax. Messages (Type{field: 1}), optional fields
// (a.?b) and quoted field names are not part of it here.
CelResult<SyntaxTree> parse(std::string_view source);

} // namespace gateway::routing::cel
