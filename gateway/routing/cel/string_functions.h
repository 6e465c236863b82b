// The string functions on plain text. Positions count code points; a byte that is no UTF-8 counts as one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing::cel {

bool isText(std::string_view bytes); // valid UTF-8
std::size_t countCodePoints(std::string_view text);

// The first code point cut off from the front of `rest`, which is not empty.
std::string_view takeCodePoint(std::string_view &rest);

// The bytes before code point `index`; none when the text has fewer code points.
std::optional<std::size_t> byteOffset(std::string_view text, std::int64_t index);

// Where `part` stands first at or after code point `from` (not negative); -1 when nowhere.
std::int64_t findFirst(std::string_view text, std::string_view part, std::int64_t from);
// Where it stands last, at code point `from` at the latest.
std::int64_t findLast(std::string_view text, std::string_view part, std::int64_t from);

// At most `limit` replacements; a negative limit is none. An empty `part` stands before every code point and at the
// end. None when the result would be larger than `maximumBytes`.
std::optional<std::string> replaced(std::string_view text, std::string_view part, std::string_view replacement,
                                    std::int64_t limit, std::size_t maximumBytes);

// At most `limit` pieces, the last with the rest; a negative limit is none. An empty separator cuts every code point.
std::vector<std::string_view> splitText(std::string_view text, std::string_view separator, std::int64_t limit);

std::string_view trimmed(std::string_view text); // of the white space of Unicode
std::string reversed(std::string_view text);
std::string upperAscii(std::string_view text);

} // namespace gateway::routing::cel
