#include "gateway/routing/cel/cel_program.h"

#include "gateway/routing/cel/checker.h"
#include "gateway/routing/cel/evaluator.h"
#include "gateway/routing/cel/parser.h"
#include "gateway/routing/cel/syntax_tree.h"

#include <algorithm>

namespace gateway::routing::cel {

const std::string &CelProgram::source() const
{
    return m_tree->source;
}

bool CelProgram::uses(std::size_t declaration) const
{
    return std::any_of(m_tree->nodes.begin(), m_tree->nodes.end(), [declaration](const Node &node) {
        return node.kind == NodeKind::Variable && node.payload == declaration;
    });
}

CelResult<CelProgram> compileCel(std::string_view source, const CelDeclarations &variables)
{
    auto tree = parse(source);
    if (!tree)
        return tl::unexpected(tree.error());
    auto type = check(*tree, variables);
    if (!type)
        return tl::unexpected(type.error());
    CelProgram program;
    program.m_tree = std::make_shared<const SyntaxTree>(std::move(*tree));
    program.m_resultType = std::move(*type);
    return program;
}

CelResult<CelValue> evaluate(const CelProgram &program, const CelVariables &variables)
{
    Evaluator evaluator(*program.m_tree, variables);
    return evaluator.run();
}

} // namespace gateway::routing::cel
