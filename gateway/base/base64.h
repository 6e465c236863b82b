// Base64 (RFC 4648).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gateway {

std::string encodeBase64(std::string_view bytes);               // the standard alphabet, padded
std::optional<std::string> decodeBase64(std::string_view text); // both alphabets, padding optional

} // namespace gateway
