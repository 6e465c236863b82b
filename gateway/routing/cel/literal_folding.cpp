#include "gateway/routing/cel/literal_folding.h"

#include <re2/re2.h>

#include <algorithm>

namespace gateway::routing::cel {

namespace {

bool areConstants(const SyntaxTree &tree, const Node &node)
{
    const auto children = tree.childrenOf(node);
    return std::all_of(children.begin(), children.end(),
                       [&tree](NodeIndex child) { return tree.nodes[child].kind == NodeKind::Constant; });
}

const CelValue &constantOf(const SyntaxTree &tree, NodeIndex node)
{
    return tree.constants[tree.nodes[node].payload];
}

void becomeConstant(SyntaxTree &tree, NodeIndex node, CelValue value)
{
    tree.nodes[node].kind = NodeKind::Constant;
    tree.nodes[node].payload = static_cast<std::uint32_t>(tree.constants.size());
    tree.constants.push_back(std::move(value));
}

} // namespace

void foldList(SyntaxTree &tree, NodeIndex list)
{
    if (!areConstants(tree, tree.nodes[list]))
        return;
    CelList values;
    for (const NodeIndex child : tree.childrenOf(tree.nodes[list]))
        values.push_back(constantOf(tree, child));
    becomeConstant(tree, list, CelValue::ownedList(std::move(values)));
}

void foldMap(SyntaxTree &tree, NodeIndex map)
{
    if (!areConstants(tree, tree.nodes[map]))
        return;
    const auto entries = tree.childrenOf(tree.nodes[map]);
    auto values = std::make_shared<LiteralMap>();
    for (std::size_t index = 0; index < entries.size(); index += 2)
        values->insert(constantOf(tree, entries[index]), constantOf(tree, entries[index + 1]));
    becomeConstant(tree, map, CelValue::ownedMap(std::move(values)));
}

std::unique_ptr<const re2::RE2> compileRegex(std::string_view pattern)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{1} << 20);
    return std::make_unique<const RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

CelResult<bool> compileLiteralRegex(SyntaxTree &tree, NodeIndex call)
{
    const Node &node = tree.nodes[call];
    if (node.function != Function::Matches)
        return false;
    const Node &pattern = tree.nodes[tree.childrenOf(node)[1]];
    if (pattern.kind != NodeKind::Constant || !tree.constants[pattern.payload].isText())
        return false;
    auto regex = compileRegex(tree.constants[pattern.payload].text());
    if (!regex->ok())
        return tl::unexpected(problemAt(CelProblemKind::InvalidRegex, tree.source, pattern.position,
                                        "This is not a regular expression: " + regex->error() + "."));
    tree.regexes.push_back(std::move(regex));
    tree.nodes[call].payload = static_cast<std::uint32_t>(tree.regexes.size());
    return true;
}

} // namespace gateway::routing::cel
