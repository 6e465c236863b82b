#include "gateway/routing/cel/string_functions.h"

#include "gateway/translation/json/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gateway::routing::cel {

namespace {

// White_Space of the Unicode Character Database, as UTF-8.
constexpr std::array<std::string_view, 25> whiteSpace{
    "\t",           "\n",           "\v",           "\f",           "\r",           " ",
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82",
    "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88",
    "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F",
    "\xE3\x80\x80"};

// A match must begin and end between code points; UTF-8 makes sure of it unless the text is damaged.
std::int64_t codePointIndex(std::string_view text, std::size_t byte)
{
    return byte == std::string_view::npos ? -1 : static_cast<std::int64_t>(countCodePoints(text.substr(0, byte)));
}

} // namespace

std::string_view takeCodePoint(std::string_view &rest)
{
    const std::size_t length = translation::utf8CharacterLength(rest.data(), rest.data() + rest.size());
    const std::string_view first = rest.substr(0, std::max<std::size_t>(length, 1));
    rest.remove_prefix(first.size());
    return first;
}

bool isText(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = translation::utf8CharacterLength(bytes.data(), bytes.data() + bytes.size());
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::size_t countCodePoints(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        takeCodePoint(text);
    return count;
}

std::optional<std::size_t> byteOffset(std::string_view text, std::int64_t index)
{
    std::string_view rest = text;
    for (; index > 0 && !rest.empty(); --index)
        takeCodePoint(rest);
    return index == 0 ? std::optional(text.size() - rest.size()) : std::nullopt;
}

std::int64_t findFirst(std::string_view text, std::string_view part, std::int64_t from)
{
    const auto start = byteOffset(text, from);
    return start ? codePointIndex(text, text.find(part, *start)) : -1;
}

std::int64_t findLast(std::string_view text, std::string_view part, std::int64_t from)
{
    const auto start = byteOffset(text, from);
    return codePointIndex(text, text.rfind(part, start.value_or(text.size())));
}

std::optional<std::string> replaced(std::string_view text, std::string_view part, std::string_view replacement,
                                    std::int64_t limit, std::size_t maximumBytes)
{
    std::string result;
    std::string_view rest = text;
    bool isAtStart = true;
    while (limit != 0) {
        const std::size_t found = part.empty() ? 0 : rest.find(part);
        if (found == std::string_view::npos)
            break;
        if (part.empty() && !isAtStart) { // an empty match moves on by one code point
            if (rest.empty())
                break;
            result += takeCodePoint(rest);
        }
        isAtStart = false;
        result.append(rest.substr(0, found)).append(replacement);
        rest.remove_prefix(found + part.size());
        limit -= limit > 0 ? 1 : 0;
        if (result.size() + rest.size() > maximumBytes)
            return std::nullopt;
    }
    return result.append(rest);
}

std::vector<std::string_view> splitText(std::string_view text, std::string_view separator, std::int64_t limit)
{
    std::vector<std::string_view> parts;
    if (limit == 0)
        return parts;
    const auto isLast = [&] { return limit > 0 && static_cast<std::int64_t>(parts.size()) == limit - 1; };
    if (separator.empty()) {
        while (!text.empty())
            parts.push_back(isLast() ? std::exchange(text, {}) : takeCodePoint(text));
        return parts;
    }
    while (!isLast()) {
        const std::size_t found = text.find(separator);
        if (found == std::string_view::npos)
            break;
        parts.push_back(text.substr(0, found));
        text.remove_prefix(found + separator.size());
    }
    parts.push_back(text);
    return parts;
}

std::string_view trimmed(std::string_view text)
{
    const auto trimOnce = [&text] {
        for (const std::string_view space : whiteSpace) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                return true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                return true;
            }
        }
        return false;
    };
    while (trimOnce()) {
    }
    return text;
}

std::string reversed(std::string_view text)
{
    std::string result(text.size(), '\0');
    std::size_t end = text.size();
    while (!text.empty()) {
        const std::string_view point = takeCodePoint(text);
        end -= point.size();
        std::copy(point.begin(), point.end(), result.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return result;
}

std::string upperAscii(std::string_view text)
{
    std::string result(text);
    for (char &letter : result) {
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
    }
    return result;
}

} // namespace gateway::routing::cel
