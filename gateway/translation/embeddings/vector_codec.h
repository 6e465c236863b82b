// Vectors of embeddings as JSON arrays and as base64 of little-endian float32.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/json/json_value.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

// Shortest digits that give the same float again.
std::string writeFloats(std::span<const float> vector);
std::string writeBase64(std::span<const float> vector); // RFC 4648 §4, with padding; without quotes

// An array of numbers, or a string of base64. UpstreamProtocol for anything else, and for what is not finite.
Result<std::vector<float>> readVector(JsonValue value);

} // namespace gateway::translation
