#include "gateway/routing/cel/cel_value.h"

#include "gateway/routing/cel/numbers.h"

namespace gateway::routing::cel {

CelValue CelValue::boolean(bool value)
{
    CelValue result;
    result.m_kind = CelKind::Bool;
    result.m_data.boolean = value;
    return result;
}

CelValue CelValue::integer(std::int64_t value)
{
    CelValue result;
    result.m_kind = CelKind::Int;
    result.m_data.integer = value;
    return result;
}

CelValue CelValue::unsignedInteger(std::uint64_t value)
{
    CelValue result;
    result.m_kind = CelKind::Uint;
    result.m_data.unsignedInteger = value;
    return result;
}

CelValue CelValue::real(double value)
{
    CelValue result;
    result.m_kind = CelKind::Double;
    result.m_data.real = value;
    return result;
}

CelValue CelValue::borrowedText(std::string_view text)
{
    CelValue result;
    result.m_kind = CelKind::String;
    result.m_data.text = text.data();
    result.m_size = text.size();
    return result;
}

CelValue CelValue::ownedText(std::string text)
{
    auto owner = std::make_shared<const std::string>(std::move(text));
    CelValue result = borrowedText(*owner);
    result.m_owner = std::move(owner);
    return result;
}

CelValue CelValue::borrowedBytes(std::string_view bytes)
{
    CelValue result = borrowedText(bytes);
    result.m_kind = CelKind::Bytes;
    return result;
}

CelValue CelValue::ownedBytes(std::string bytes)
{
    CelValue result = ownedText(std::move(bytes));
    result.m_kind = CelKind::Bytes;
    return result;
}

CelValue CelValue::borrowedList(const CelList &list)
{
    CelValue result;
    result.m_kind = CelKind::List;
    result.m_data.list = &list;
    return result;
}

CelValue CelValue::ownedList(CelList list)
{
    auto owner = std::make_shared<const CelList>(std::move(list));
    CelValue result = borrowedList(*owner);
    result.m_owner = std::move(owner);
    return result;
}

CelValue CelValue::borrowedMap(const CelMap &map)
{
    CelValue result;
    result.m_kind = CelKind::Map;
    result.m_data.map = &map;
    return result;
}

CelValue CelValue::ownedMap(std::shared_ptr<const CelMap> map)
{
    CelValue result = borrowedMap(*map);
    result.m_owner = std::move(map);
    return result;
}

CelValue CelValue::typeOf(CelKind kind)
{
    CelValue result;
    result.m_kind = CelKind::Type;
    result.m_data.type = kind;
    return result;
}

CelValue CelValue::problem(CelProblemKind kind, std::uint32_t position, const CelValue &detail)
{
    CelValue result = detail.isText() ? detail : ownedText(toText(detail));
    result.m_kind = CelKind::Problem;
    result.m_problemKind = kind;
    result.m_position = position;
    return result;
}

CelValue CelValue::problem(CelProblemKind kind, std::uint32_t position, std::string detail)
{
    return problem(kind, position, detail.empty() ? borrowedText({}) : ownedText(std::move(detail)));
}

CelValue CelValue::borrowed() const
{
    CelValue result;
    result.m_kind = m_kind;
    result.m_data = m_data;
    result.m_size = m_size;
    return result;
}

CelValue CelValue::slice(std::string_view part) const
{
    CelValue result = *this;
    result.m_data.text = part.data();
    result.m_size = part.size();
    return result;
}

CelValue CelValue::movedTo(std::uint32_t position) const
{
    CelValue result = *this;
    result.m_position = position;
    return result;
}

// {1: "a", 1u: "b"} has two keys, and each finds its own value; another type of number finds the first.
std::optional<CelValue> LiteralMap::find(const CelValue &key) const
{
    const CelValue *ofOtherType = nullptr;
    for (const auto &[candidate, value] : m_entries) {
        if (!areEqual(candidate, key))
            continue;
        if (candidate.kind() == key.kind())
            return value;
        if (!ofOtherType)
            ofOtherType = &value;
    }
    return ofOtherType ? std::optional(*ofOtherType) : std::nullopt;
}

void LiteralMap::insert(CelValue key, CelValue value)
{
    for (auto &[candidate, previous] : m_entries) {
        if (candidate.kind() == key.kind() && areEqual(candidate, key)) {
            previous = std::move(value);
            return;
        }
    }
    m_entries.emplace_back(std::move(key), std::move(value));
}

std::string_view typeName(CelKind kind)
{
    switch (kind) {
    case CelKind::Null: return "null_type";
    case CelKind::Bool: return "bool";
    case CelKind::Int: return "int";
    case CelKind::Uint: return "uint";
    case CelKind::Double: return "double";
    case CelKind::String: return "string";
    case CelKind::Bytes: return "bytes";
    case CelKind::List: return "list";
    case CelKind::Map: return "map";
    case CelKind::Type: return "type";
    case CelKind::Problem: return "error";
    }
    return "error";
}

namespace {

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            result += '\\';
        result += letter;
    }
    return result + "\"";
}

std::string listText(const CelList &list)
{
    std::string result = "[";
    for (const CelValue &element : list)
        result += (result.size() > 1 ? ", " : "") + toText(element);
    return result + "]";
}

std::string mapText(const CelMap &map)
{
    std::string result = "{";
    for (std::size_t index = 0; index < map.size(); ++index)
        result += (index > 0 ? ", " : "") + toText(map.keyAt(index)) + ": " + toText(map.valueAt(index));
    return result + "}";
}

bool areListsEqual(const CelList &left, const CelList &right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t index = 0; index < left.size(); ++index) {
        if (!areEqual(left[index], right[index]))
            return false;
    }
    return true;
}

bool areMapsEqual(const CelMap &left, const CelMap &right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t index = 0; index < left.size(); ++index) {
        const auto other = right.find(left.keyAt(index));
        if (!other || !areEqual(left.valueAt(index), *other))
            return false;
    }
    return true;
}

} // namespace

std::string toText(const CelValue &value)
{
    switch (value.kind()) {
    case CelKind::Null: return "null";
    case CelKind::Bool: return value.asBool() ? "true" : "false";
    case CelKind::Int: return std::to_string(value.asInt());
    case CelKind::Uint: return std::to_string(value.asUint()) + "u";
    case CelKind::Double: return formatDouble(value.asDouble());
    case CelKind::String: return quoted(value.text());
    case CelKind::Bytes: return "b" + quoted(value.text());
    case CelKind::List: return listText(value.list());
    case CelKind::Map: return mapText(value.map());
    case CelKind::Type: return std::string(typeName(value.asType()));
    case CelKind::Problem: return std::string(problemKindName(value.problemKind()));
    }
    return {};
}

bool areEqual(const CelValue &left, const CelValue &right)
{
    if (left.isNumber() && right.isNumber())
        return compareNumbers(left, right) == std::partial_ordering::equivalent;
    if (left.kind() != right.kind())
        return false;
    switch (left.kind()) {
    case CelKind::Null: return true;
    case CelKind::Bool: return left.asBool() == right.asBool();
    case CelKind::String:
    case CelKind::Bytes: return left.text() == right.text();
    case CelKind::List: return areListsEqual(left.list(), right.list());
    case CelKind::Map: return areMapsEqual(left.map(), right.map());
    case CelKind::Type: return left.asType() == right.asType();
    case CelKind::Int:
    case CelKind::Uint:
    case CelKind::Double: // numbers are compared above
    case CelKind::Problem: return false;
    }
    return false;
}

} // namespace gateway::routing::cel
