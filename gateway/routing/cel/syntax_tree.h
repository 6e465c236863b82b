// The nodes of an expression, in one arena, from the parser through the checker to the evaluator.
#pragma once

#include "gateway/routing/cel/cel_value.h"
#include "gateway/routing/cel/function_table.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace re2 {
class RE2;
}

namespace gateway::routing::cel {

using NodeIndex = std::uint32_t;

enum class NodeKind : std::uint8_t {
    Constant, // payload: index of the constant
    // From the parser only; the checker resolves them. Payload: index of the name.
    Name,
    GlobalCall,
    MemberCall, // the first child is the receiver
    // From the checker
    Variable, // payload: index of the declaration
    Local,    // payload: how many macros deep it was declared
    Call,     // function; payload: 1 + index of a compiled regex, or 0
    // Children as written
    Select,      // payload: index of the constant that holds the key
    Has,         // likewise
    List,        //
    Map,         // key, value, key, value, ...
    And,         // two or more
    Or,          // two or more
    Conditional, // three
    All,         // range, predicate; payload: the variable, first a name, then a depth
    Exists,
    ExistsOne,
    Filter,
    Transform, // range, then the element's new value, or a predicate before it
};

struct Node {
    NodeKind kind = NodeKind::Constant;
    Function function = Function::None;
    std::uint16_t depth = 1;    // of the tree below it
    std::uint32_t position = 0; // in the source, for messages
    std::uint32_t firstChild = 0;
    std::uint32_t childCount = 0;
    std::uint32_t payload = 0;
};

struct SyntaxTree {
    std::string source;
    std::vector<Node> nodes;
    std::vector<NodeIndex> children;
    std::vector<CelValue> constants;
    std::vector<std::string> names;
    std::vector<std::unique_ptr<const re2::RE2>> regexes;
    NodeIndex root = 0;

    SyntaxTree();
    ~SyntaxTree();
    SyntaxTree(SyntaxTree &&) noexcept;
    SyntaxTree &operator=(SyntaxTree &&) noexcept;

    std::span<const NodeIndex> childrenOf(const Node &node) const
    {
        return std::span(children).subspan(node.firstChild, node.childCount);
    }
};

} // namespace gateway::routing::cel
