#include "gateway/translation/json/json_value.h"

#include "gateway/base/byte_search.h"

#include <algorithm>
#include <charconv>

namespace gateway::translation {

namespace {

// Comparisons instead of find_first_of() and its kin: those call a function for each byte.
bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

bool isSeparator(char byte)
{
    return byte == ',' || byte == ':' || isSpace(byte);
}

bool endsScalar(char byte)
{
    return byte == ',' || byte == ']' || byte == '}' || isSpace(byte);
}

template <typename Matches>
std::size_t countLeading(std::string_view text, Matches matches)
{
    std::size_t count = 0;
    while (count < text.size() && matches(text[count]))
        ++count;
    return count;
}

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(countLeading(text, isSpace));
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// Length of the string literal at the front, with both quotes.
std::size_t stringLength(std::string_view text)
{
    const char *const end = text.data() + text.size();
    const char *position = text.data() + 1;
    while (position < end) {
        position = byte_search::findEither<'"', '\\'>(position, end);
        if (position == end)
            break;
        if (*position == '"')
            return static_cast<std::size_t>(position + 1 - text.data());
        position += 2;
    }
    return text.size();
}

std::size_t containerLength(std::string_view text)
{
    std::size_t depth = 0;
    for (std::size_t position = 0; position < text.size();) {
        switch (text[position]) {
        case '"': position += stringLength(text.substr(position)); continue;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0)
                return position + 1;
            break;
        default: break;
        }
        ++position;
    }
    return text.size();
}

std::size_t valueLength(std::string_view text)
{
    if (text.empty())
        return 0;
    if (text[0] == '"')
        return stringLength(text);
    if (text[0] == '{' || text[0] == '[')
        return containerLength(text);
    return countLeading(text, [](char byte) { return !endsScalar(byte); });
}

// Cuts `length` bytes and the space and commas after them off the front.
std::string_view takeFront(std::string_view &rest, std::size_t length)
{
    const std::string_view front = rest.substr(0, length);
    rest.remove_prefix(front.size());
    rest.remove_prefix(countLeading(rest, isSeparator));
    return front;
}

std::string_view insideOf(std::string_view container)
{
    return trimmed(container.substr(1, container.size() - 2));
}

} // namespace

JsonValue JsonValue::checked(std::string_view text)
{
    return findJsonDefect(text) ? JsonValue() : JsonValue(trimmed(text));
}

JsonValue JsonValue::trusted(std::string_view value)
{
    return JsonValue(value);
}

JsonValue::Kind JsonValue::kind() const
{
    if (m_raw.empty())
        return Kind::Absent;
    switch (m_raw.front()) {
    case '"': return Kind::String;
    case '{': return Kind::Object;
    case '[': return Kind::Array;
    case 't':
    case 'f': return Kind::Boolean;
    case 'n': return Kind::Null;
    default: return Kind::Number;
    }
}

bool JsonValue::isText(std::string_view text) const
{
    return isString() && isJsonString(m_raw.substr(1, m_raw.size() - 2), text);
}

std::string JsonValue::text() const
{
    return isString() ? decodeJsonString(m_raw.substr(1, m_raw.size() - 2)) : std::string();
}

std::optional<std::int64_t> JsonValue::integer() const
{
    if (kind() != Kind::Number)
        return std::nullopt;
    const char *const end = m_raw.data() + m_raw.size();
    std::int64_t whole = 0;
    const auto integerResult = std::from_chars(m_raw.data(), end, whole);
    if (integerResult.ec == std::errc() && integerResult.ptr == end)
        return whole;
    const std::string_view fraction(integerResult.ptr, static_cast<std::size_t>(end - integerResult.ptr));
    if (integerResult.ec == std::errc() && fraction.find_first_not_of(".0") == std::string_view::npos)
        return whole;
    return std::nullopt;
}

JsonValue JsonValue::operator[](std::string_view name) const
{
    JsonValue found;
    JsonMembers members(*this);
    while (const auto member = members.next()) {
        if (isJsonString(member->rawName, name))
            found = JsonValue(member->rawValue);
    }
    return found;
}

JsonMembers::JsonMembers(JsonValue object) : m_rest(object.isObject() ? insideOf(object.raw()) : std::string_view()) {}

std::optional<JsonMember> JsonMembers::next()
{
    if (m_rest.empty())
        return std::nullopt;
    JsonMember member;
    const std::string_view name = takeFront(m_rest, stringLength(m_rest));
    if (name.size() >= 2)
        member.rawName = name.substr(1, name.size() - 2);
    member.rawValue = takeFront(m_rest, valueLength(m_rest));
    if (member.rawValue.empty()) // not JSON after all; without progress there would be no end
        m_rest = {};
    return member;
}

JsonElements::JsonElements(JsonValue array) : m_rest(array.isArray() ? insideOf(array.raw()) : std::string_view()) {}

std::optional<JsonValue> JsonElements::next()
{
    if (m_rest.empty())
        return std::nullopt;
    const std::string_view value = takeFront(m_rest, valueLength(m_rest));
    if (value.empty()) // not JSON after all; without progress there would be no end
        m_rest = {};
    return JsonValue::trusted(value);
}

} // namespace gateway::translation
