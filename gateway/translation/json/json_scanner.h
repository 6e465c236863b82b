// Checks that a text is JSON, and notes where its top-level members are.
//
// One pass without copies, padding or a document: the bytes are forwarded as they came, so what counts is that they are
// JSON (RFC 8259), where they are not, and where a few members stand. Numbers are judged by their grammar only, so
// 1e999 and integers of any length are fine. Nesting costs a byte a level and no stack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

struct JsonDefect {
    std::size_t offset = 0;    // of the first byte that cannot stand there
    std::string_view expected; // "a value", "a comma or a closing brace"
};

// Views into the scanned text.
struct JsonMember {
    std::string_view rawName;  // between the quotes, escapes not decoded
    std::string_view rawValue; // without space around it
};

struct JsonScan {
    std::optional<JsonDefect> defect;
    bool isObject = false;
    std::vector<JsonMember> members; // of the top-level object, in order, repeated names included
};

JsonScan scanJson(std::string_view text);

// The same check without the members.
std::optional<JsonDefect> findJsonDefect(std::string_view text);

// One JSON value (RFC 8259) in valid UTF-8.
inline bool isWellFormedJson(std::string_view text)
{
    return !findJsonDefect(text);
}

// "line 3, column 7 (byte 41): expected a value"
std::string describeDefect(std::string_view text, const JsonDefect &defect);

// Decodes the inside of a JSON string. Halves of surrogate pairs become U+FFFD.
std::string decodeJsonString(std::string_view raw);

bool decodesTo(std::string_view raw, std::string_view text);

// Whether the decoded inside of a JSON string is `text`.
inline bool isJsonString(std::string_view raw, std::string_view text)
{
    // Nearly all names differ in their first letter; an escape may stand for any.
    if (raw.empty() || text.empty())
        return raw.size() == text.size();
    return (raw.front() == text.front() || raw.front() == '\\') && decodesTo(raw, text);
}

} // namespace gateway::translation
