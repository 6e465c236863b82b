// Resolves the names of a parsed expression, checks its types, and makes ready what can be made before evaluation.
#pragma once

#include "gateway/routing/cel/cel_program.h"
#include "gateway/routing/cel/syntax_tree.h"

namespace gateway::routing::cel {

// After it the tree holds no Name, GlobalCall or MemberCall; literals of literals are constants, and regular
// expressions in literals are compiled. Gives the type of the whole.
CelResult<CelType> check(SyntaxTree &tree, const CelDeclarations &variables);

} // namespace gateway::routing::cel
