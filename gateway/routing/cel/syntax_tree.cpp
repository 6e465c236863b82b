#include "gateway/routing/cel/syntax_tree.h"

#include <re2/re2.h>

namespace gateway::routing::cel {

// Here, where RE2 is known.
SyntaxTree::SyntaxTree() = default;
SyntaxTree::~SyntaxTree() = default;
SyntaxTree::SyntaxTree(SyntaxTree &&) noexcept = default;
SyntaxTree &SyntaxTree::operator=(SyntaxTree &&) noexcept = default;

} // namespace gateway::routing::cel
