// Sets or removes one top-level member of a JSON object in its raw bytes; every other byte stays as it is.
#pragma once

#include "gateway/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// `rawValue` is JSON text. A member that is there is replaced in place (the last one, should it be repeated: that is the
// one that providers read); else it is appended before the closing brace.
Result<std::string> setTopLevelMember(std::string_view object, std::string_view name, std::string_view rawValue);
Result<std::string> removeTopLevelMember(std::string_view object, std::string_view name);

// Raw text of a top-level member; nothing when absent.
Result<std::optional<std::string>> topLevelMember(std::string_view object, std::string_view name);

// A JSON string literal with its quotes; invalid UTF-8 becomes U+FFFD.
std::string quoteJson(std::string_view text);

} // namespace gateway::translation
