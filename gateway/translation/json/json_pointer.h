// Places in a JSON document (RFC 6901).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gateway::translation {

// "/input" and 3: "/input/3". Names are escaped.
std::string pointerTo(std::string_view parent, std::string_view name);
std::string pointerTo(std::string_view parent, std::size_t index);

} // namespace gateway::translation
