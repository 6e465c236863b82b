#include "gateway/routing/cel/checker.h"

#include "gateway/routing/cel/cel_limits.h"
#include "gateway/routing/cel/literal_folding.h"
#include "gateway/routing/cel/type_table.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gateway::routing::cel {

namespace {

using Checked = CelResult<TypeReference>;
using Kind = CelType::Kind;

// The names of types are values: type(x) == string.
constexpr std::array typeNames{CelKind::Bool, CelKind::Bytes, CelKind::Double, CelKind::Int,  CelKind::List,
                               CelKind::Map,  CelKind::Null,  CelKind::String, CelKind::Type, CelKind::Uint};

// The types of one overload with variables of its own.
class Signature {
public:
    Signature(TypeTable &types, const Overload &overload) : m_types(types)
    {
        std::string_view pattern = overload.arguments;
        while (!pattern.empty())
            arguments.push_back(read(pattern));
        pattern = overload.result;
        result = read(pattern);
    }

    std::vector<TypeReference> arguments;
    TypeReference result = 0;

private:
    TypeReference read(std::string_view &pattern)
    {
        const char letter = pattern.front();
        pattern.remove_prefix(1);
        switch (letter) {
        case 'b': return m_types.simple(Kind::Bool);
        case 'i': return m_types.simple(Kind::Int);
        case 'u': return m_types.simple(Kind::Uint);
        case 'f': return m_types.simple(Kind::Double);
        case 's': return m_types.simple(Kind::String);
        case 'y': return m_types.simple(Kind::Bytes);
        case 't': return m_types.simple(Kind::Type);
        case 'A':
        case 'B': return variable(letter);
        case 'L': return m_types.list(read(pattern));
        case 'M': {
            const TypeReference key = read(pattern);
            return m_types.map(key, read(pattern));
        }
        default: return m_types.simple(Kind::Dyn);
        }
    }

    TypeReference variable(char letter)
    {
        auto &known = m_variables[letter == 'A' ? 0 : 1];
        if (!known)
            known = m_types.newVariable();
        return *known;
    }

    TypeTable &m_types;
    std::array<std::optional<TypeReference>, 2> m_variables;
};

class Checker {
public:
    Checker(SyntaxTree &tree, const CelDeclarations &variables) : m_tree(tree), m_variables(variables) {}

    CelResult<CelType> run()
    {
        const Checked type = check(m_tree.root);
        if (!type)
            return tl::unexpected(type.error());
        return m_types.exported(*type);
    }

private:
    struct LocalVariable {
        std::string name;
        TypeReference type = 0;
    };

    tl::unexpected<CelProblem> fail(CelProblemKind kind, const Node &node, std::string message) const
    {
        return tl::unexpected(problemAt(kind, m_tree.source, node.position, std::move(message)));
    }

    NodeIndex child(const Node &node, std::size_t index) const { return m_tree.children[node.firstChild + index]; }

    Checked check(NodeIndex index)
    {
        const Node node = m_tree.nodes[index]; // a copy: the tree changes below it
        switch (node.kind) {
        case NodeKind::Constant: return typeOfConstant(m_tree.constants[node.payload]);
        case NodeKind::Name: return checkName(index);
        case NodeKind::GlobalCall:
        case NodeKind::MemberCall:
        case NodeKind::Call: return checkCall(index);
        case NodeKind::Select:
        case NodeKind::Has: return checkSelection(node);
        case NodeKind::List: return checkList(index);
        case NodeKind::Map: return checkMap(index);
        case NodeKind::And: return checkLogic(node, Function::And);
        case NodeKind::Or: return checkLogic(node, Function::Or);
        case NodeKind::Conditional: return checkOperator(index, Function::Conditional);
        case NodeKind::All:
        case NodeKind::Exists:
        case NodeKind::ExistsOne:
        case NodeKind::Filter:
        case NodeKind::Transform: return checkMacro(index);
        case NodeKind::Variable:
        case NodeKind::Local: break;
        }
        return m_types.simple(Kind::Dyn);
    }

    TypeReference typeOfConstant(const CelValue &value)
    {
        switch (value.kind()) {
        case CelKind::Null: return m_types.simple(Kind::Null);
        case CelKind::Bool: return m_types.simple(Kind::Bool);
        case CelKind::Int: return m_types.simple(Kind::Int);
        case CelKind::Uint: return m_types.simple(Kind::Uint);
        case CelKind::Double: return m_types.simple(Kind::Double);
        case CelKind::String: return m_types.simple(Kind::String);
        case CelKind::Bytes: return m_types.simple(Kind::Bytes);
        case CelKind::Type: return m_types.simple(Kind::Type);
        case CelKind::List:
        case CelKind::Map:
        case CelKind::Problem: break; // made by folding only, after the check
        }
        return m_types.simple(Kind::Dyn);
    }

    Checked checkName(NodeIndex index)
    {
        Node &node = m_tree.nodes[index];
        const std::string &name = m_tree.names[node.payload];
        for (std::size_t depth = m_locals.size(); depth-- > 0;) {
            if (m_locals[depth].name == name) {
                node.kind = NodeKind::Local;
                node.payload = static_cast<std::uint32_t>(depth);
                return m_locals[depth].type;
            }
        }
        for (std::size_t place = 0; place < m_variables.size(); ++place) {
            if (m_variables[place].name == name) {
                node.kind = NodeKind::Variable;
                node.payload = static_cast<std::uint32_t>(place);
                return m_types.of(m_variables[place].type);
            }
        }
        for (const CelKind kind : typeNames) {
            if (typeName(kind) == name) {
                node.kind = NodeKind::Constant;
                node.payload = static_cast<std::uint32_t>(m_tree.constants.size());
                m_tree.constants.push_back(CelValue::typeOf(kind));
                return m_types.simple(Kind::Type);
            }
        }
        return fail(CelProblemKind::UndeclaredReference, node,
                    "There is no variable \"" + name + "\"." + knownVariables());
    }

    std::string knownVariables() const
    {
        std::string names;
        for (const CelDeclaration &variable : m_variables)
            names += (names.empty() ? "" : ", ") + variable.name;
        return names.empty() ? std::string() : " Known are: " + names + ".";
    }

    CelResult<std::vector<TypeReference>> checkChildren(const Node &node)
    {
        std::vector<TypeReference> types;
        for (std::size_t index = 0; index < node.childCount; ++index) {
            const Checked type = check(child(node, index));
            if (!type)
                return tl::unexpected(type.error());
            types.push_back(*type);
        }
        return types;
    }

    Checked checkOperator(NodeIndex index, Function function)
    {
        const Node node = m_tree.nodes[index];
        const auto arguments = checkChildren(node);
        if (!arguments)
            return tl::unexpected(arguments.error());
        return resolve(
            node, *arguments, [function](const Overload &overload) { return overload.function == function; },
            functionName(function));
    }

    Checked checkCall(NodeIndex index)
    {
        const Node node = m_tree.nodes[index];
        if (node.kind == NodeKind::Call)
            return checkOperator(index, node.function);
        const auto arguments = checkChildren(node);
        if (!arguments)
            return tl::unexpected(arguments.error());
        const std::string &name = m_tree.names[node.payload];
        const bool isMember = node.kind == NodeKind::MemberCall;
        const auto overloads = allOverloads();
        const auto known = std::find_if(overloads.begin(), overloads.end(), [&name](const Overload &overload) {
            return overload.name == name && !isOperator(overload.function);
        });
        if (known == overloads.end())
            return fail(CelProblemKind::UndeclaredReference, node, "There is no function \"" + name + "\".");
        const Checked type = resolve(
            node, *arguments,
            [&](const Overload &overload) { return overload.name == name && overload.isMember == isMember; }, name);
        if (!type)
            return type;
        Node &call = m_tree.nodes[index];
        call.kind = NodeKind::Call;
        call.function = known->function;
        call.payload = 0;
        if (auto ready = compileLiteralRegex(m_tree, index); !ready)
            return tl::unexpected(ready.error());
        return type;
    }

    template <typename Candidate>
    Checked resolve(const Node &node, const std::vector<TypeReference> &arguments, Candidate isCandidate,
                    std::string_view name)
    {
        std::optional<TypeReference> result;
        for (const Overload &overload : allOverloads()) {
            if (!isCandidate(overload))
                continue;
            const Signature signature(m_types, overload);
            if (!m_types.areAssignable(arguments, signature.arguments))
                continue;
            const TypeReference type = m_types.resolved(signature.result);
            if (!result)
                result = type;
            else if (*result != type)
                result = m_types.simple(Kind::Dyn);
        }
        if (result)
            return *result;
        return fail(CelProblemKind::NoMatchingOverload, node, mismatch(node, arguments, name));
    }

    std::string mismatch(const Node &node, const std::vector<TypeReference> &arguments, std::string_view name)
    {
        std::string types;
        for (const TypeReference argument : arguments)
            types += (types.empty() ? "" : ", ") + m_types.nameOf(argument);
        if (node.kind == NodeKind::GlobalCall || node.kind == NodeKind::MemberCall)
            return "\"" + std::string(name) + "\" cannot be called with (" + types + ").";
        return "The operator " + std::string(name) + " does not take (" + types + ").";
    }

    Checked checkLogic(const Node &node, Function function)
    {
        for (std::size_t index = 0; index < node.childCount; ++index) {
            if (auto isBool = checkCondition(child(node, index), functionName(function)); !isBool)
                return isBool;
        }
        return m_types.simple(Kind::Bool);
    }

    Checked checkCondition(NodeIndex index, std::string_view user)
    {
        const Checked type = check(index);
        if (!type)
            return type;
        if (m_types.areAssignable({*type}, {m_types.simple(Kind::Bool)}))
            return m_types.simple(Kind::Bool);
        return fail(CelProblemKind::NoMatchingOverload, m_tree.nodes[index],
                    std::string(user) + " needs a bool here, this is of type " + m_types.nameOf(*type) + ".");
    }

    Checked checkSelection(const Node &node)
    {
        const Checked operand = check(child(node, 0));
        if (!operand)
            return operand;
        const TypeReference type = m_types.resolved(*operand);
        TypeReference result = m_types.simple(Kind::Dyn);
        if (m_types.isVariable(type))
            static_cast<void>(m_types.areAssignable({m_types.simple(Kind::Dyn)}, {type}));
        else if (m_types.kindOf(type) == Kind::Map)
            result = m_types.secondParameter(type);
        else if (m_types.kindOf(type) != Kind::Dyn)
            return fail(CelProblemKind::TypeMismatch, node,
                        "A value of type " + m_types.nameOf(type) + " has no fields to select.");
        return node.kind == NodeKind::Has ? m_types.simple(Kind::Bool) : result;
    }

    TypeReference joined(std::optional<TypeReference> left, TypeReference right)
    {
        return left ? m_types.joined(*left, right) : right;
    }

    Checked checkList(NodeIndex index)
    {
        const auto elements = checkChildren(m_tree.nodes[index]);
        if (!elements)
            return tl::unexpected(elements.error());
        std::optional<TypeReference> element;
        for (const TypeReference type : *elements)
            element = joined(element, type);
        foldList(m_tree, index);
        return m_types.list(element ? *element : m_types.newVariable());
    }

    Checked checkMap(NodeIndex index)
    {
        const auto entries = checkChildren(m_tree.nodes[index]);
        if (!entries)
            return tl::unexpected(entries.error());
        std::optional<TypeReference> key;
        std::optional<TypeReference> value;
        for (std::size_t entry = 0; entry < entries->size(); entry += 2) {
            key = joined(key, (*entries)[entry]);
            value = joined(value, (*entries)[entry + 1]);
        }
        foldMap(m_tree, index);
        const TypeReference keyType = key ? *key : m_types.newVariable();
        return m_types.map(keyType, value ? *value : m_types.newVariable());
    }

    // The type of the macro's variable: an element of a list, a key of a map.
    Checked checkRange(const Node &macro)
    {
        const Checked range = check(child(macro, 0));
        if (!range)
            return range;
        const TypeReference type = m_types.resolved(*range);
        if (m_types.isVariable(type)) {
            static_cast<void>(m_types.areAssignable({m_types.simple(Kind::Dyn)}, {type}));
            return m_types.simple(Kind::Dyn);
        }
        const Kind kind = m_types.kindOf(type);
        if (kind == Kind::Dyn)
            return type;
        if (kind == Kind::List || kind == Kind::Map)
            return m_types.firstParameter(type);
        return fail(CelProblemKind::TypeMismatch, macro,
                    "A macro runs over a list or a map, this is of type " + m_types.nameOf(type) + ".");
    }

    Checked checkMacro(NodeIndex index)
    {
        const Node macro = m_tree.nodes[index];
        const Checked element = checkRange(macro);
        if (!element)
            return element;
        if (m_locals.size() == maximumMacroDepth)
            return fail(CelProblemKind::TooComplex, macro, "Macros are nested too deeply here.");
        m_tree.nodes[index].payload = static_cast<std::uint32_t>(m_locals.size());
        m_locals.push_back({m_tree.names[macro.payload], *element});
        const Checked result = checkMacroBody(macro, *element);
        m_locals.pop_back();
        return result;
    }

    Checked checkMacroBody(const Node &macro, TypeReference element)
    {
        const bool isTransform = macro.kind == NodeKind::Transform;
        if (!isTransform || macro.childCount == 3) {
            if (auto isBool = checkCondition(child(macro, 1), "The condition of a macro"); !isBool)
                return isBool;
        }
        if (macro.kind == NodeKind::Filter)
            return m_types.list(element);
        if (!isTransform)
            return m_types.simple(Kind::Bool);
        const Checked transformed = check(child(macro, macro.childCount - 1));
        return transformed ? Checked(m_types.list(*transformed)) : transformed;
    }

    SyntaxTree &m_tree;
    const CelDeclarations &m_variables;
    TypeTable m_types;
    std::vector<LocalVariable> m_locals;
};

} // namespace

CelResult<CelType> check(SyntaxTree &tree, const CelDeclarations &variables)
{
    return Checker(tree, variables).run();
}

} // namespace gateway::routing::cel
