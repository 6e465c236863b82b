// Sets or removes one top-level member of a JSON object in its raw bytes; every other byte stays as it is.
#pragma once

#include "gateway/base/result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gateway::translation {

// `rawValue` is JSON text. A member that is there is replaced in place (the last one, should it be repeated: that is the
// one that providers read); else it is appended before the closing brace.
Result<std::string> setTopLevelMember(std::string_view object, std::string_view name, std::string_view rawValue);
Result<std::string> removeTopLevelMember(std::string_view object, std::string_view name);

// Raw text of a top-level member; nothing when absent.
Result<std::optional<std::string>> topLevelMember(std::string_view object, std::string_view name);

// Puts `replacement` in the place of `size` bytes at `offset`.
struct TextEdit {
    std::size_t offset = 0;
    std::size_t size = 0;
    std::string replacement;
};

// All edits in one copy of the text. They are sorted by offset and do not overlap; JSON is not looked at.
std::string withEdits(std::string_view text, std::span<const TextEdit> edits);

// A JSON string literal with its quotes; invalid UTF-8 becomes U+FFFD.
std::string quoteJson(std::string_view text);

} // namespace gateway::translation
