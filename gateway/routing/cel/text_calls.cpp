#include "gateway/routing/cel/text_calls.h"

#include "gateway/base/header_list.h"
#include "gateway/routing/cel/string_functions.h"

namespace gateway::routing::cel {

namespace {

using Arguments = std::span<const CelValue>;

CelValue outOfRange(const CelValue &index, const CallContext &context)
{
    return CelValue::problem(CelProblemKind::IndexOutOfRange, context.position, index);
}

CelValue charAt(const CelValue &text, const CelValue &index, const CallContext &context)
{
    const auto offset = index.asInt() < 0 ? std::nullopt : byteOffset(text.text(), index.asInt());
    if (!offset)
        return outOfRange(index, context);
    std::string_view rest = text.text().substr(*offset);
    return text.slice(rest.empty() ? rest : takeCodePoint(rest));
}

CelValue indexOf(Arguments arguments, const CallContext &context)
{
    const std::int64_t from = arguments.size() > 2 ? arguments[2].asInt() : 0;
    if (arguments[1].text().empty())
        return CelValue::integer(from);
    if (from < 0)
        return outOfRange(arguments[2], context);
    return CelValue::integer(findFirst(arguments[0].text(), arguments[1].text(), from));
}

CelValue lastIndexOf(Arguments arguments, const CallContext &context)
{
    const std::string_view text = arguments[0].text();
    const auto length = static_cast<std::int64_t>(countCodePoints(text));
    if (arguments.size() == 2)
        return CelValue::integer(arguments[1].text().empty() ? length : findLast(text, arguments[1].text(), length));
    const std::int64_t from = arguments[2].asInt();
    if (arguments[1].text().empty())
        return CelValue::integer(from);
    if (from < 0)
        return outOfRange(arguments[2], context);
    return CelValue::integer(from >= length ? -1 : findLast(text, arguments[1].text(), from));
}

CelValue join(Arguments arguments, const CallContext &context)
{
    const std::string_view separator = arguments.size() > 1 ? arguments[1].text() : std::string_view();
    std::string joined;
    bool isFirst = true;
    for (const CelValue &part : arguments[0].list()) {
        if (!part.isText() && isFirst)
            return context.noSuchOverload();
        if (!part.isText())
            return context.problem(CelProblemKind::InvalidArgument, "join() takes strings only");
        if (!isFirst)
            joined += separator;
        isFirst = false;
        joined += part.text();
        if (joined.size() > maximumTextBytes)
            return context.limitExceeded();
    }
    return context.budget.spendOnBytes(joined.size()) ? CelValue::ownedText(std::move(joined))
                                                      : context.limitExceeded();
}

CelValue replace(Arguments arguments, const CallContext &context)
{
    const std::int64_t limit = arguments.size() > 3 ? arguments[3].asInt() : -1;
    auto text = replaced(arguments[0].text(), arguments[1].text(), arguments[2].text(), limit, maximumTextBytes);
    if (!text || !context.budget.spendOnBytes(text->size()))
        return context.limitExceeded();
    return CelValue::ownedText(std::move(*text));
}

CelValue split(Arguments arguments, const CallContext &context)
{
    const std::int64_t limit = arguments.size() > 2 ? arguments[2].asInt() : -1;
    const auto parts = splitText(arguments[0].text(), arguments[1].text(), limit);
    if (parts.size() > maximumListElements || !context.budget.spendOnElements(parts.size()))
        return context.limitExceeded();
    CelList list;
    list.reserve(parts.size());
    for (const std::string_view part : parts)
        list.push_back(arguments[0].slice(part));
    return CelValue::ownedList(std::move(list));
}

CelValue substring(Arguments arguments, const CallContext &context)
{
    const std::string_view text = arguments[0].text();
    const auto offset = [text](const CelValue &index) {
        return index.asInt() < 0 ? std::nullopt : byteOffset(text, index.asInt());
    };
    const auto start = offset(arguments[1]);
    if (!start)
        return outOfRange(arguments[1], context);
    if (arguments.size() == 2)
        return arguments[0].slice(text.substr(*start));
    const auto end = offset(arguments[2]);
    if (!end)
        return outOfRange(arguments[2], context);
    if (*end < *start)
        return context.problem(CelProblemKind::InvalidArgument, "the end of the substring is before its start");
    return arguments[0].slice(text.substr(*start, *end - *start));
}

// Whether the arguments are what the table says for the function; they may differ where types are dyn.
bool areExpected(Function function, Arguments arguments)
{
    const CelKind receiver = function == Function::Join ? CelKind::List : CelKind::String;
    if (arguments[0].kind() != receiver)
        return false;
    const bool takesNumberFirst = function == Function::CharAt || function == Function::Substring;
    const std::size_t textCount = takesNumberFirst ? 1 : function == Function::Replace ? 3 : 2;
    for (std::size_t index = 1; index < arguments.size(); ++index) {
        if (arguments[index].kind() != (index < textCount ? CelKind::String : CelKind::Int))
            return false;
    }
    return true;
}

} // namespace

CelValue callTextFunction(Function function, std::span<const CelValue> arguments, const CallContext &context)
{
    if (!areExpected(function, arguments))
        return context.noSuchOverload();
    const CelValue &first = arguments[0];
    if (first.isText() && !context.budget.spendOnBytes(first.text().size()))
        return context.limitExceeded();
    switch (function) {
    case Function::Contains: return CelValue::boolean(first.text().find(arguments[1].text()) != std::string_view::npos);
    case Function::EndsWith: return CelValue::boolean(first.text().ends_with(arguments[1].text()));
    case Function::StartsWith: return CelValue::boolean(first.text().starts_with(arguments[1].text()));
    case Function::CharAt: return charAt(first, arguments[1], context);
    case Function::IndexOf: return indexOf(arguments, context);
    case Function::Join: return join(arguments, context);
    case Function::LastIndexOf: return lastIndexOf(arguments, context);
    case Function::LowerAscii: return CelValue::ownedText(toLowerAscii(first.text()));
    case Function::Replace: return replace(arguments, context);
    case Function::Reverse: return CelValue::ownedText(reversed(first.text()));
    case Function::Split: return split(arguments, context);
    case Function::Substring: return substring(arguments, context);
    case Function::Trim: return first.slice(trimmed(first.text()));
    case Function::UpperAscii: return CelValue::ownedText(upperAscii(first.text()));
    default: return context.noSuchOverload();
    }
}

} // namespace gateway::routing::cel
