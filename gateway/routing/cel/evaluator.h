// Computes the value of a checked expression.
#pragma once

#include "gateway/routing/cel/cel_program.h"
#include "gateway/routing/cel/step_budget.h"
#include "gateway/routing/cel/syntax_tree.h"

#include <array>

namespace gateway::routing::cel {

// One evaluation; on the stack of any thread.
class Evaluator {
public:
    Evaluator(const SyntaxTree &tree, const CelVariables &variables) : m_tree(tree), m_variables(variables) {}

    CelResult<CelValue> run();

private:
    CelValue valueOf(NodeIndex index);
    CelValue variable(const Node &node);
    CelValue logic(const Node &node, bool absorbing);
    CelValue conditional(const Node &node);
    CelValue select(const Node &node);
    CelValue list(const Node &node);
    CelValue map(const Node &node);
    CelValue call(const Node &node);
    CelValue matchLiteral(const Node &node);
    CelValue quantifier(const Node &node);
    CelValue collection(const Node &node);
    template <typename Visit>
    CelValue forEach(const Node &node, Visit visit);

    CelValue problem(CelProblemKind kind, const Node &node) { return CelValue::problem(kind, node.position); }
    CelProblem described(const CelValue &problem) const;

    const SyntaxTree &m_tree;
    const CelVariables &m_variables;
    StepBudget m_budget;
    std::array<const CelValue *, maximumMacroDepth> m_locals{};
};

} // namespace gateway::routing::cel
