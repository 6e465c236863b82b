// Judges and writes single UTF-8 characters (RFC 3629).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gateway::translation {

// Bytes of the well-formed character that begins at `position` (which is before `end`); 0 when there is none.
// Overlong forms, surrogates and code points above U+10FFFF are not well-formed.
std::size_t utf8CharacterLength(const char *position, const char *end);

// Appends a code point; surrogates and numbers beyond Unicode become U+FFFD.
void appendUtf8(std::string &text, std::uint32_t codePoint);

} // namespace gateway::translation
