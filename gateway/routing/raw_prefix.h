// The prefixes below which requests go to one provider as they are: /openai_passthrough/v1/files (bifrost-api §2).
#pragma once

#include "gateway/base/result.h"
#include "gateway/routing/endpoint_table.h"

#include <optional>
#include <string_view>

namespace gateway::routing {

// Nothing when the path is below no such prefix. The path behind it goes into the endpoint byte for byte; it is refused
// (InvalidRequest) when it could be read as another path than it seems: ".." and "." as segments, empty segments, encoded
// slashes and backslashes, encoded control characters.
std::optional<Result<Endpoint>> findRawEndpoint(std::string_view path);

// Whether the path, which begins with '/', can only be read as what it seems; and the error for one that cannot.
bool isSafePath(std::string_view path);
Error unsafePath();

} // namespace gateway::routing
