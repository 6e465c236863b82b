#include "gateway/routing/cel/evaluator.h"

#include "gateway/routing/cel/functions.h"
#include "gateway/routing/cel/operators.h"

#include <re2/re2.h>

namespace gateway::routing::cel {

namespace {

constexpr std::size_t maximumArguments = 4; // of any function (function_table.cpp)

std::string describe(CelProblemKind kind, std::string_view detail)
{
    const std::string what(detail);
    switch (kind) {
    case CelProblemKind::NoSuchKey: return "There is no key " + what + ".";
    case CelProblemKind::NoSuchOverload: return "A value here has a type that this operation does not take.";
    case CelProblemKind::IndexOutOfRange: return "There is nothing at the index " + what + ".";
    case CelProblemKind::DivisionByZero: return "This divides by zero.";
    case CelProblemKind::Overflow: return "The result does not fit its type.";
    case CelProblemKind::Conversion: return "This value cannot be converted: " + what + ".";
    case CelProblemKind::InvalidArgument: return "This argument has no meaning here: " + what + ".";
    case CelProblemKind::InvalidRegex: return "This is not a regular expression: " + what + ".";
    case CelProblemKind::Unknown: return what;
    case CelProblemKind::LimitExceeded: return "The expression takes more work than is allowed.";
    case CelProblemKind::Syntax:
    case CelProblemKind::UndeclaredReference:
    case CelProblemKind::NoMatchingOverload:
    case CelProblemKind::TypeMismatch:
    case CelProblemKind::MacroMisuse:
    case CelProblemKind::TooComplex: break; // found before
    }
    return what;
}

} // namespace

CelResult<CelValue> Evaluator::run()
{
    CelValue result = valueOf(m_tree.root);
    if (m_budget.isExhausted())
        return tl::unexpected(described(problem(CelProblemKind::LimitExceeded, m_tree.nodes[m_tree.root])));
    if (result.isProblem())
        return tl::unexpected(described(result));
    return result;
}

CelProblem Evaluator::described(const CelValue &problem) const
{
    return problemAt(problem.problemKind(), m_tree.source, problem.problemPosition(),
                     describe(problem.problemKind(), problem.text()));
}

CelValue Evaluator::valueOf(NodeIndex index)
{
    const Node &node = m_tree.nodes[index];
    if (!m_budget.spend(1))
        return problem(CelProblemKind::LimitExceeded, node);
    switch (node.kind) {
    case NodeKind::Constant: return m_tree.constants[node.payload].borrowed();
    case NodeKind::Variable: return variable(node);
    case NodeKind::Local: return *m_locals[node.payload];
    case NodeKind::Call: return call(node);
    case NodeKind::Select:
    case NodeKind::Has: return select(node);
    case NodeKind::List: return list(node);
    case NodeKind::Map: return map(node);
    case NodeKind::And: return logic(node, false);
    case NodeKind::Or: return logic(node, true);
    case NodeKind::Conditional: return conditional(node);
    case NodeKind::All:
    case NodeKind::Exists: return quantifier(node);
    case NodeKind::ExistsOne:
    case NodeKind::Filter:
    case NodeKind::Transform: return collection(node);
    case NodeKind::Name:
    case NodeKind::GlobalCall:
    case NodeKind::MemberCall: break; // resolved by the checker
    }
    return problem(CelProblemKind::NoSuchOverload, node);
}

CelValue Evaluator::variable(const Node &node)
{
    CelValue value = m_variables.value(node.payload);
    return value.isProblem() ? value.movedTo(node.position) : value;
}

// `absorbing` is the value that decides alone, whatever the others are: even beside a failure.
CelValue Evaluator::logic(const Node &node, bool absorbing)
{
    CelValue failure;
    for (const NodeIndex child : m_tree.childrenOf(node)) {
        CelValue value = valueOf(child);
        if (value.kind() == CelKind::Bool) {
            if (value.asBool() == absorbing)
                return value;
            continue;
        }
        if (m_budget.isExhausted())
            return problem(CelProblemKind::LimitExceeded, node);
        if (!failure.isProblem())
            failure = value.isProblem() ? std::move(value) : problem(CelProblemKind::NoSuchOverload, node);
    }
    return failure.isProblem() ? failure : CelValue::boolean(!absorbing);
}

CelValue Evaluator::conditional(const Node &node)
{
    const auto children = m_tree.childrenOf(node);
    CelValue condition = valueOf(children[0]);
    if (condition.isProblem())
        return condition;
    if (condition.kind() != CelKind::Bool)
        return problem(CelProblemKind::NoSuchOverload, node);
    return valueOf(children[condition.asBool() ? 1 : 2]);
}

CelValue Evaluator::select(const Node &node)
{
    CelValue operand = valueOf(m_tree.childrenOf(node).front());
    if (operand.isProblem())
        return operand;
    if (operand.kind() == CelKind::List)
        return problem(CelProblemKind::NoSuchOverload, node);
    const CelValue &key = m_tree.constants[node.payload];
    auto found = operand.kind() == CelKind::Map ? operand.map().find(key) : std::nullopt;
    if (node.kind == NodeKind::Has)
        return CelValue::boolean(found.has_value());
    return found ? std::move(*found) : CelValue::problem(CelProblemKind::NoSuchKey, node.position, key);
}

CelValue Evaluator::list(const Node &node)
{
    CelList values;
    values.reserve(node.childCount);
    for (const NodeIndex child : m_tree.childrenOf(node)) {
        CelValue value = valueOf(child);
        if (value.isProblem())
            return value;
        values.push_back(std::move(value));
    }
    return CelValue::ownedList(std::move(values));
}

CelValue Evaluator::map(const Node &node)
{
    const auto children = m_tree.childrenOf(node);
    auto entries = std::make_shared<LiteralMap>();
    for (std::size_t index = 0; index < children.size(); index += 2) {
        CelValue key = valueOf(children[index]);
        if (key.isProblem())
            return key;
        CelValue value = valueOf(children[index + 1]);
        if (value.isProblem())
            return value;
        if (!m_budget.spendOnElements(entries->size()))
            return problem(CelProblemKind::LimitExceeded, node);
        entries->insert(std::move(key), std::move(value));
    }
    return CelValue::ownedMap(std::move(entries));
}

CelValue Evaluator::call(const Node &node)
{
    const auto children = m_tree.childrenOf(node);
    if (node.payload > 0)
        return matchLiteral(node);
    CallContext context{m_budget, node.position};
    if (children.size() == 2 && isOperator(node.function)) {
        const CelValue left = valueOf(children[0]);
        if (left.isProblem())
            return left;
        const CelValue right = valueOf(children[1]);
        if (right.isProblem())
            return right;
        return applyOperator(node.function, left, right, context);
    }
    std::array<CelValue, maximumArguments> arguments;
    for (std::size_t index = 0; index < children.size(); ++index) {
        arguments[index] = valueOf(children[index]);
        if (arguments[index].isProblem())
            return std::move(arguments[index]);
    }
    return callFunction(node.function, std::span(arguments).first(children.size()), context);
}

CelValue Evaluator::matchLiteral(const Node &node)
{
    CelValue text = valueOf(m_tree.childrenOf(node).front());
    if (text.isProblem())
        return text;
    if (!text.isText())
        return problem(CelProblemKind::NoSuchOverload, node);
    if (!m_budget.spendOnBytes(text.text().size()))
        return problem(CelProblemKind::LimitExceeded, node);
    const re2::StringPiece piece(text.text().data(), text.text().size());
    return CelValue::boolean(RE2::PartialMatch(piece, *m_tree.regexes[node.payload - 1]));
}

// Calls `visit` with each element of the macro's range until it gives a value; null when none did.
template <typename Visit>
CelValue Evaluator::forEach(const Node &node, Visit visit)
{
    CelValue range = valueOf(m_tree.childrenOf(node).front());
    if (range.isProblem())
        return range;
    const bool isList = range.kind() == CelKind::List;
    if (!isList && range.kind() != CelKind::Map)
        return problem(CelProblemKind::NoSuchOverload, node);
    const std::size_t size = isList ? range.list().size() : range.map().size();
    for (std::size_t index = 0; index < size; ++index) {
        const CelValue element = isList ? range.list()[index] : range.map().keyAt(index);
        m_locals[node.payload] = &element;
        CelValue decided = visit(element);
        if (m_budget.isExhausted())
            return problem(CelProblemKind::LimitExceeded, node);
        if (decided.kind() != CelKind::Null)
            return decided;
    }
    return {};
}

// all() is && over the elements and exists() is ||, so each absorbs failures as those do.
CelValue Evaluator::quantifier(const Node &node)
{
    const bool deciding = node.kind == NodeKind::Exists;
    const NodeIndex condition = m_tree.childrenOf(node)[1];
    CelValue failure;
    CelValue decided = forEach(node, [&](const CelValue &) -> CelValue {
        CelValue value = valueOf(condition);
        if (value.kind() == CelKind::Bool)
            return value.asBool() == deciding ? value : CelValue();
        if (!failure.isProblem())
            failure = value.isProblem() ? std::move(value) : problem(CelProblemKind::NoSuchOverload, node);
        return {};
    });
    if (decided.kind() != CelKind::Null)
        return decided;
    return failure.isProblem() ? failure : CelValue::boolean(!deciding);
}

// exists_one(), filter() and map() fail with the first failure.
CelValue Evaluator::collection(const Node &node)
{
    const auto children = m_tree.childrenOf(node);
    const bool isTransform = node.kind == NodeKind::Transform;
    const bool hasCondition = !isTransform || children.size() == 3;
    CelList results;
    CelValue failure = forEach(node, [&](const CelValue &element) -> CelValue {
        if (hasCondition) {
            CelValue condition = valueOf(children[1]);
            if (condition.isProblem())
                return condition;
            if (condition.kind() != CelKind::Bool)
                return problem(CelProblemKind::NoSuchOverload, node);
            if (!condition.asBool())
                return {};
        }
        CelValue result = isTransform ? valueOf(children.back()) : element;
        if (result.isProblem())
            return result;
        results.push_back(std::move(result));
        return {};
    });
    if (failure.isProblem())
        return failure;
    return node.kind == NodeKind::ExistsOne ? CelValue::boolean(results.size() == 1)
                                            : CelValue::ownedList(std::move(results));
}

} // namespace gateway::routing::cel
