// Durations as Bifrost's users write them: Go's "1h30m", "500ms", "1.5s" (pkg.go.dev/time#ParseDuration).
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace gateway {

// Nothing when it is none, negative, or longer than a hundred years. A number without a unit is in `unit`.
std::optional<std::chrono::milliseconds> parseGoDuration(std::string_view text, std::chrono::milliseconds unit);

} // namespace gateway
