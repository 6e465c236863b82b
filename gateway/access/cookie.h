// Cookies as clients send them.
#pragma once

#include "gateway/base/header_list.h"

#include <string_view>

namespace gateway::access {

// The first value under that name; empty when there is none. Valid as long as the headers.
std::string_view cookieOf(const HeaderList &headers, std::string_view name);

} // namespace gateway::access
