// Makes constants of what an expression says literally, so that evaluation need not.
#pragma once

#include "gateway/routing/cel/cel_problem.h"
#include "gateway/routing/cel/syntax_tree.h"

namespace re2 {
class RE2;
}

namespace gateway::routing::cel {

// A list of constants becomes one; other lists stay.
void foldList(SyntaxTree &tree, NodeIndex list);
// Likewise.
void foldMap(SyntaxTree &tree, NodeIndex map);

// Compiles the pattern of matches() when it is a literal; its compiled form is the call's payload.
CelResult<bool> compileLiteralRegex(SyntaxTree &tree, NodeIndex call);

// Never null; `ok()` says whether the pattern is one. Quiet, and bounded in memory.
std::unique_ptr<const re2::RE2> compileRegex(std::string_view pattern);

} // namespace gateway::routing::cel
