// Makes values of virtual keys, and the hashes that are kept of them.
#pragma once

#include "gateway/base/secret_string.h"
#include "gateway/config/virtual_key.h"

#include <string>
#include <string_view>

namespace gateway::access {

constexpr std::string_view virtualKeyPrefix = "sk-bf-";

// "sk-bf-" and 40 letters and digits, 238 bits from the operating system's generator. Any thread.
SecretString makeVirtualKeyValue();

// 64 hexadecimal digits, 256 bits from the same generator: what hashes are keyed with, and sessions known by.
std::string makeRandomSecret();

// BLAKE2b-256 of the value, keyed (RFC 7693 §2.9): without the secret nobody can try values, however short one is.
config::KeyHash hashKeyValue(std::string_view value, config::KeyHash::Secret kind, std::string_view secret);

// What is shown of a value to people, so that they know it again.
std::string shownPrefixOf(std::string_view value);

} // namespace gateway::access
