// The JSON of the management API as text.
#pragma once

#include "gateway/base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace gateway::admin {

using Json = nlohmann::ordered_json;

// JSON text with a line end. Invalid UTF-8 becomes U+FFFD.
std::string toText(const Json &json);
// Discarded when it is not JSON, or nested so deeply that writing it again, which is recursive, could end the stack.
Json parseJson(std::string_view text);
// MalformedJson when it is not one JSON object.
Result<Json> parseObject(std::string_view body);

} // namespace gateway::admin
