// Compresses one whole body as gzip (RFC 1952).
#pragma once

#include <string>
#include <string_view>

namespace demo_provider {

[[nodiscard]] std::string gzipped(std::string_view text);

} // namespace demo_provider
