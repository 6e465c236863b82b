#include "gateway/base/go_duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

namespace gateway {

namespace {

constexpr double longest = 100.0 * 365 * 24 * 3'600 * 1'000;

// Longer names first: "ms" is no "m".
constexpr std::array units{
    std::pair{std::string_view("ns"), 1e-6}, std::pair{std::string_view("us"), 1e-3},
    std::pair{std::string_view("ms"), 1.0},  std::pair{std::string_view("s"), 1e3},
    std::pair{std::string_view("m"), 60e3},  std::pair{std::string_view("h"), 3'600e3},
};

std::optional<double> takeNumber(std::string_view &text)
{
    const auto size = std::min(text.find_first_not_of("0123456789."), text.size());
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + size, number);
    if (read.ec != std::errc() || read.ptr != text.data() + size)
        return std::nullopt;
    text.remove_prefix(size);
    return number;
}

std::optional<double> takeUnit(std::string_view &text)
{
    for (const auto &[name, milliseconds] : units) {
        if (text.starts_with(name)) {
            text.remove_prefix(name.size());
            return milliseconds;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::chrono::milliseconds> parseGoDuration(std::string_view text, std::chrono::milliseconds unit)
{
    double total = 0;
    bool isFirst = true;
    do {
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        const bool isBare = isFirst && text.empty();
        const auto scale = isBare ? std::optional(static_cast<double>(unit.count())) : takeUnit(text);
        if (!scale)
            return std::nullopt;
        total += *number * *scale;
        isFirst = false;
    } while (!text.empty());
    if (!(total <= longest))
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(total));
}

} // namespace gateway
