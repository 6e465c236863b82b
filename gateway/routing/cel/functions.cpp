#include "gateway/routing/cel/functions.h"

#include "gateway/routing/cel/literal_folding.h"
#include "gateway/routing/cel/numbers.h"
#include "gateway/routing/cel/operators.h"
#include "gateway/routing/cel/string_functions.h"
#include "gateway/routing/cel/text_calls.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace gateway::routing::cel {

namespace {

CelValue notConvertible(const CelValue &value, const CallContext &context)
{
    return CelValue::problem(CelProblemKind::Conversion, context.position, value);
}

CelValue toBool(const CelValue &value, const CallContext &context)
{
    constexpr std::array<std::string_view, 6> trueWords{"1", "t", "T", "true", "TRUE", "True"};
    constexpr std::array<std::string_view, 6> falseWords{"0", "f", "F", "false", "FALSE", "False"};
    if (value.kind() == CelKind::Bool)
        return value;
    if (!value.isText())
        return context.noSuchOverload();
    if (std::find(trueWords.begin(), trueWords.end(), value.text()) != trueWords.end())
        return CelValue::boolean(true);
    if (std::find(falseWords.begin(), falseWords.end(), value.text()) != falseWords.end())
        return CelValue::boolean(false);
    return notConvertible(value, context);
}

CelValue toInt(const CelValue &value, const CallContext &context)
{
    const auto overflow = [&context] { return context.problem(CelProblemKind::Overflow); };
    if (value.kind() == CelKind::Int)
        return value;
    if (value.kind() == CelKind::Uint)
        return value.asUint() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())
                   ? overflow()
                   : CelValue::integer(static_cast<std::int64_t>(value.asUint()));
    if (value.kind() == CelKind::Double) {
        const auto whole = integerOf(value.asDouble());
        return whole ? CelValue::integer(*whole) : overflow();
    }
    if (!value.isText())
        return context.noSuchOverload();
    const auto number = parseInteger(value.text());
    return number ? CelValue::integer(*number) : notConvertible(value, context);
}

CelValue toUint(const CelValue &value, const CallContext &context)
{
    const auto overflow = [&context] { return context.problem(CelProblemKind::Overflow); };
    if (value.kind() == CelKind::Uint)
        return value;
    if (value.kind() == CelKind::Int)
        return value.asInt() < 0 ? overflow() : CelValue::unsignedInteger(static_cast<std::uint64_t>(value.asInt()));
    if (value.kind() == CelKind::Double) {
        const auto whole = unsignedOf(value.asDouble());
        return whole ? CelValue::unsignedInteger(*whole) : overflow();
    }
    if (!value.isText())
        return context.noSuchOverload();
    const auto number = parseUnsigned(value.text());
    return number ? CelValue::unsignedInteger(*number) : notConvertible(value, context);
}

CelValue toDouble(const CelValue &value, const CallContext &context)
{
    if (value.kind() == CelKind::Double)
        return value;
    if (value.kind() == CelKind::Int)
        return CelValue::real(static_cast<double>(value.asInt()));
    if (value.kind() == CelKind::Uint)
        return CelValue::real(static_cast<double>(value.asUint()));
    if (!value.isText())
        return context.noSuchOverload();
    const auto number = parseDouble(value.text());
    return number ? CelValue::real(*number) : notConvertible(value, context);
}

CelValue toString(const CelValue &value, const CallContext &context)
{
    switch (value.kind()) {
    case CelKind::String: return value;
    case CelKind::Bool: return CelValue::borrowedText(value.asBool() ? "true" : "false");
    case CelKind::Int: return CelValue::ownedText(std::to_string(value.asInt()));
    case CelKind::Uint: return CelValue::ownedText(std::to_string(value.asUint()));
    case CelKind::Double: return CelValue::ownedText(formatDouble(value.asDouble()));
    case CelKind::Bytes:
        if (!isText(value.text()))
            return context.problem(CelProblemKind::Conversion, "bytes that are not UTF-8");
        return CelValue::ownedText(std::string(value.text()));
    case CelKind::Null:
    case CelKind::List:
    case CelKind::Map:
    case CelKind::Type:
    case CelKind::Problem: break;
    }
    return context.noSuchOverload();
}

CelValue toBytes(const CelValue &value, const CallContext &context)
{
    if (value.kind() == CelKind::Bytes)
        return value;
    return value.isText() ? CelValue::ownedBytes(std::string(value.text())) : context.noSuchOverload();
}

CelValue size(const CelValue &value, const CallContext &context)
{
    const auto counted = [](std::size_t count) { return CelValue::integer(static_cast<std::int64_t>(count)); };
    switch (value.kind()) {
    case CelKind::String:
        return context.budget.spendOnBytes(value.text().size()) ? counted(countCodePoints(value.text()))
                                                                : context.limitExceeded();
    case CelKind::Bytes: return counted(value.text().size());
    case CelKind::List: return counted(value.list().size());
    case CelKind::Map: return counted(value.map().size());
    case CelKind::Null:
    case CelKind::Bool:
    case CelKind::Int:
    case CelKind::Uint:
    case CelKind::Double:
    case CelKind::Type:
    case CelKind::Problem: break;
    }
    return context.noSuchOverload();
}

CelValue matches(const CelValue &text, const CelValue &pattern, const CallContext &context)
{
    if (!text.isText() || !pattern.isText())
        return context.noSuchOverload();
    const bool maySpend =
        context.budget.spend(stepsOfRegexCompilation) && context.budget.spendOnBytes(text.text().size());
    if (!maySpend)
        return context.limitExceeded();
    const auto regex = compileRegex(pattern.text());
    if (!regex->ok())
        return context.problem(CelProblemKind::InvalidRegex, regex->error());
    return CelValue::boolean(RE2::PartialMatch(re2::StringPiece(text.text().data(), text.text().size()), *regex));
}

} // namespace

CelValue callFunction(Function function, std::span<const CelValue> arguments, const CallContext &context)
{
    const CelValue &first = arguments.front();
    switch (function) {
    case Function::Negate: return negate(first, context);
    case Function::Not:
        return first.kind() == CelKind::Bool ? CelValue::boolean(!first.asBool()) : context.noSuchOverload();
    case Function::ToBool: return toBool(first, context);
    case Function::ToBytes: return toBytes(first, context);
    case Function::ToDouble: return toDouble(first, context);
    case Function::ToDyn: return first;
    case Function::ToInt: return toInt(first, context);
    case Function::ToString: return toString(first, context);
    case Function::ToUint: return toUint(first, context);
    case Function::TypeOf: return CelValue::typeOf(first.kind());
    case Function::Size: return size(first, context);
    case Function::Matches: return matches(first, arguments[1], context);
    default: return callTextFunction(function, arguments, context);
    }
}

} // namespace gateway::routing::cel
