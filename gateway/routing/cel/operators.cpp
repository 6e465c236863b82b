#include "gateway/routing/cel/operators.h"

#include "gateway/routing/cel/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gateway::routing::cel {

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t highestUnsigned = std::numeric_limits<std::uint64_t>::max();

CelValue integerOperation(Function function, std::int64_t left, std::int64_t right, const CallContext &context)
{
    const auto overflow = [&context] { return context.problem(CelProblemKind::Overflow); };
    switch (function) {
    case Function::Add:
        if (right > 0 ? left > highest - right : left < lowest - right)
            return overflow();
        return CelValue::integer(left + right);
    case Function::Subtract:
        if (right > 0 ? left < lowest + right : left > highest + right)
            return overflow();
        return CelValue::integer(left - right);
    case Function::Multiply: {
        if (left == 0 || right == 0)
            return CelValue::integer(0);
        if ((left == -1 && right == lowest) || (right == -1 && left == lowest))
            return overflow();
        if (left > 0 ? (right > 0 ? left > highest / right : right < lowest / left)
                     : (right > 0 ? left < lowest / right : left < highest / right))
            return overflow();
        return CelValue::integer(left * right);
    }
    case Function::Divide:
    case Function::Modulo:
        if (right == 0)
            return context.problem(CelProblemKind::DivisionByZero);
        if (left == lowest && right == -1)
            return overflow();
        return CelValue::integer(function == Function::Divide ? left / right : left % right);
    default: return context.noSuchOverload();
    }
}

CelValue unsignedOperation(Function function, std::uint64_t left, std::uint64_t right, const CallContext &context)
{
    const auto overflow = [&context] { return context.problem(CelProblemKind::Overflow); };
    switch (function) {
    case Function::Add: return left > highestUnsigned - right ? overflow() : CelValue::unsignedInteger(left + right);
    case Function::Subtract: return left < right ? overflow() : CelValue::unsignedInteger(left - right);
    case Function::Multiply:
        return right != 0 && left > highestUnsigned / right ? overflow() : CelValue::unsignedInteger(left * right);
    case Function::Divide:
    case Function::Modulo:
        if (right == 0)
            return context.problem(CelProblemKind::DivisionByZero);
        return CelValue::unsignedInteger(function == Function::Divide ? left / right : left % right);
    default: return context.noSuchOverload();
    }
}

CelValue realOperation(Function function, double left, double right, const CallContext &context)
{
    switch (function) {
    case Function::Add: return CelValue::real(left + right);
    case Function::Subtract: return CelValue::real(left - right);
    case Function::Multiply: return CelValue::real(left * right);
    case Function::Divide: return CelValue::real(left / right);
    default: return context.noSuchOverload();
    }
}

CelValue joinTexts(const CelValue &left, const CelValue &right, const CallContext &context)
{
    const std::size_t size = left.text().size() + right.text().size();
    if (size > maximumTextBytes || !context.budget.spendOnBytes(size))
        return context.limitExceeded();
    std::string joined;
    joined.reserve(size);
    joined.append(left.text()).append(right.text());
    return left.isText() ? CelValue::ownedText(std::move(joined)) : CelValue::ownedBytes(std::move(joined));
}

CelValue joinLists(const CelValue &left, const CelValue &right, const CallContext &context)
{
    const std::size_t size = left.list().size() + right.list().size();
    if (size > maximumListElements || !context.budget.spendOnElements(size))
        return context.limitExceeded();
    CelList joined;
    joined.reserve(size);
    joined.insert(joined.end(), left.list().begin(), left.list().end());
    joined.insert(joined.end(), right.list().begin(), right.list().end());
    return CelValue::ownedList(std::move(joined));
}

CelValue arithmetic(Function function, const CelValue &left, const CelValue &right, const CallContext &context)
{
    if (left.kind() != right.kind())
        return context.noSuchOverload();
    const bool isAddition = function == Function::Add;
    switch (left.kind()) {
    case CelKind::Int: return integerOperation(function, left.asInt(), right.asInt(), context);
    case CelKind::Uint: return unsignedOperation(function, left.asUint(), right.asUint(), context);
    case CelKind::Double: return realOperation(function, left.asDouble(), right.asDouble(), context);
    case CelKind::String:
    case CelKind::Bytes: return isAddition ? joinTexts(left, right, context) : context.noSuchOverload();
    case CelKind::List: return isAddition ? joinLists(left, right, context) : context.noSuchOverload();
    case CelKind::Null:
    case CelKind::Bool:
    case CelKind::Map:
    case CelKind::Type:
    case CelKind::Problem: break;
    }
    return context.noSuchOverload();
}

template <typename Value>
bool holds(Function function, const Value &left, const Value &right)
{
    switch (function) {
    case Function::Less: return left < right;
    case Function::LessOrEqual: return left <= right;
    case Function::Greater: return left > right;
    default: return left >= right;
    }
}

bool isNan(const CelValue &value)
{
    return value.kind() == CelKind::Double && std::isnan(value.asDouble());
}

CelValue comparison(Function function, const CelValue &left, const CelValue &right, const CallContext &context)
{
    if (left.isNumber() && right.isNumber()) {
        if (isNan(left) || isNan(right))
            return context.problem(CelProblemKind::InvalidArgument, "NaN has no order");
        const auto order = compareNumbers(left, right);
        const int sign = order == std::partial_ordering::less ? -1 : order == std::partial_ordering::greater ? 1 : 0;
        return CelValue::boolean(holds(function, sign, 0));
    }
    if (left.kind() != right.kind())
        return context.noSuchOverload();
    if (left.isText() || left.kind() == CelKind::Bytes)
        return CelValue::boolean(holds(function, left.text(), right.text()));
    if (left.kind() == CelKind::Bool)
        return CelValue::boolean(holds(function, left.asBool(), right.asBool()));
    return context.noSuchOverload();
}

// What comparing reads of a value: all of it.
bool spendOnReading(const CelValue &value, StepBudget &budget)
{
    switch (value.kind()) {
    case CelKind::String:
    case CelKind::Bytes: return budget.spendOnBytes(value.text().size());
    case CelKind::List:
        if (!budget.spend(value.list().size()))
            return false;
        return std::all_of(value.list().begin(), value.list().end(),
                           [&budget](const CelValue &element) { return spendOnReading(element, budget); });
    case CelKind::Map: return budget.spend(value.map().size() * value.map().size() / 8 + value.map().size());
    case CelKind::Null:
    case CelKind::Bool:
    case CelKind::Int:
    case CelKind::Uint:
    case CelKind::Double:
    case CelKind::Type:
    case CelKind::Problem: break;
    }
    return true;
}

CelValue equality(bool isEqualWanted, const CelValue &left, const CelValue &right, const CallContext &context)
{
    if (left.kind() == right.kind() && !spendOnReading(left, context.budget))
        return context.limitExceeded();
    return CelValue::boolean(areEqual(left, right) == isEqualWanted);
}

CelValue membership(const CelValue &element, const CelValue &container, const CallContext &context)
{
    if (container.kind() == CelKind::Map) {
        if (!context.budget.spendOnElements(container.map().size()))
            return context.limitExceeded();
        return CelValue::boolean(container.map().find(element).has_value());
    }
    if (container.kind() != CelKind::List)
        return context.noSuchOverload();
    if (!context.budget.spendOnElements(container.list().size()))
        return context.limitExceeded();
    for (const CelValue &candidate : container.list()) {
        if (candidate.kind() == CelKind::List || candidate.kind() == CelKind::Map) {
            if (!spendOnReading(candidate, context.budget))
                return context.limitExceeded();
        }
        if (areEqual(candidate, element))
            return CelValue::boolean(true);
    }
    return CelValue::boolean(false);
}

std::optional<std::int64_t> indexOf(const CelValue &index)
{
    if (index.kind() == CelKind::Int)
        return index.asInt();
    if (index.kind() == CelKind::Uint && index.asUint() <= static_cast<std::uint64_t>(highest))
        return static_cast<std::int64_t>(index.asUint());
    if (index.kind() == CelKind::Double && index.asDouble() == std::trunc(index.asDouble()))
        return integerOf(index.asDouble());
    return std::nullopt;
}

CelValue element(const CelValue &container, const CelValue &index, const CallContext &context)
{
    if (container.kind() == CelKind::Map) {
        if (!context.budget.spendOnElements(container.map().size()))
            return context.limitExceeded();
        if (!index.isText() && !index.isNumber() && index.kind() != CelKind::Bool)
            return context.noSuchOverload();
        if (auto found = container.map().find(index))
            return std::move(*found);
        return CelValue::problem(CelProblemKind::NoSuchKey, context.position, index);
    }
    if (container.kind() != CelKind::List) // what has no elements has none of any name
        return CelValue::problem(CelProblemKind::NoSuchKey, context.position, index);
    const auto place = indexOf(index);
    if (!place)
        return context.noSuchOverload();
    if (*place < 0 || static_cast<std::uint64_t>(*place) >= container.list().size())
        return CelValue::problem(CelProblemKind::IndexOutOfRange, context.position, index);
    return container.list()[static_cast<std::size_t>(*place)];
}

} // namespace

CelValue applyOperator(Function function, const CelValue &left, const CelValue &right, const CallContext &context)
{
    switch (function) {
    case Function::Equal: return equality(true, left, right, context);
    case Function::NotEqual: return equality(false, left, right, context);
    case Function::Less:
    case Function::LessOrEqual:
    case Function::Greater:
    case Function::GreaterOrEqual: return comparison(function, left, right, context);
    case Function::Index: return element(left, right, context);
    case Function::In: return membership(left, right, context);
    default: return arithmetic(function, left, right, context);
    }
}

CelValue negate(const CelValue &value, const CallContext &context)
{
    if (value.kind() == CelKind::Double)
        return CelValue::real(-value.asDouble());
    if (value.kind() != CelKind::Int)
        return context.noSuchOverload();
    return value.asInt() == lowest ? context.problem(CelProblemKind::Overflow) : CelValue::integer(-value.asInt());
}

} // namespace gateway::routing::cel
