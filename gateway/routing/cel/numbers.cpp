#include "gateway/routing/cel/numbers.h"

#include "gateway/base/header_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace gateway::routing::cel {

namespace {

constexpr double twoTo63 = 9223372036854775808.0;
constexpr double twoTo64 = 18446744073709551616.0;

double realOf(const CelValue &number)
{
    if (number.kind() == CelKind::Int)
        return static_cast<double>(number.asInt());
    return number.kind() == CelKind::Uint ? static_cast<double>(number.asUint()) : number.asDouble();
}

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

// "inf", "+Infinity", "nan"; a NaN has no sign.
std::optional<double> parseSpecial(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    const bool hasSign = isNegative || text.starts_with('+');
    const std::string name = toLowerAscii(text.substr(hasSign ? 1 : 0));
    if (name == "inf" || name == "infinity")
        return isNegative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (name == "nan" && !hasSign)
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}

// Whether digits that no double holds are below its range rather than above. from_chars tells both alike.
bool isTooSmall(std::string_view digits)
{
    const std::size_t exponentAt = std::min(digits.find_first_of("eE"), digits.size());
    const std::string_view mantissa = digits.substr(0, exponentAt);
    const auto point = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size()));
    const auto first = static_cast<std::int64_t>(mantissa.find_first_of("123456789"));
    std::string_view exponentText = digits.substr(std::min(exponentAt + 1, digits.size()));
    if (exponentText.starts_with('+'))
        exponentText.remove_prefix(1);
    std::int64_t exponent = 0;
    const auto parsed = std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (parsed.ec == std::errc::result_out_of_range)
        return exponentText.starts_with('-');
    return point - first + exponent < 0;
}

// "1_000" is 1000: underscores may stand between digits.
std::optional<std::string> withoutSeparators(std::string_view text)
{
    std::string result;
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text[index] != '_') {
            result += text[index];
            continue;
        }
        const bool isBetween =
            index > 0 && index + 1 < text.size() && isDigit(text[index - 1]) && isDigit(text[index + 1]);
        if (!isBetween)
            return std::nullopt;
    }
    return result.empty() ? std::nullopt : std::optional(result);
}

} // namespace

std::partial_ordering compareNumbers(const CelValue &left, const CelValue &right)
{
    if (left.kind() == CelKind::Int && right.kind() == CelKind::Int)
        return left.asInt() <=> right.asInt();
    if (left.kind() == CelKind::Uint && right.kind() == CelKind::Uint)
        return left.asUint() <=> right.asUint();
    if (left.kind() == CelKind::Int && right.kind() == CelKind::Uint)
        return left.asInt() < 0 ? std::partial_ordering::less
                                : static_cast<std::uint64_t>(left.asInt()) <=> right.asUint();
    if (left.kind() == CelKind::Uint && right.kind() == CelKind::Int)
        return right.asInt() < 0 ? std::partial_ordering::greater
                                 : left.asUint() <=> static_cast<std::uint64_t>(right.asInt());
    return realOf(left) <=> realOf(right);
}

std::string formatDouble(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Inf" : "+Inf";
    std::array<char, 32> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    const std::string_view scientific(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t exponentAt = scientific.find('e');
    int exponent = 0;
    const bool isNegativeExponent = scientific[exponentAt + 1] == '-';
    std::from_chars(scientific.data() + exponentAt + 2, scientific.data() + scientific.size(), exponent);
    if (isNegativeExponent)
        exponent = -exponent;
    // The rule of C's %g for shortest digits, which is what the reference implementation writes.
    constexpr int leastLargeExponent = 6;
    if (exponent < -4 || exponent >= leastLargeExponent)
        return std::string(scientific);
    const auto plain = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return std::string(buffer.data(), plain.ptr);
}

std::optional<double> parseDouble(std::string_view text)
{
    if (const auto special = parseSpecial(text))
        return special;
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto digits = withoutSeparators(text);
    if (!digits || digits->starts_with('+') || digits->starts_with('-')
        || digits->find_first_not_of("0123456789.eE+-") != std::string::npos)
        return std::nullopt;
    double value = 0;
    const char *const last = digits->data() + digits->size();
    const auto [end, problem] = std::from_chars(digits->data(), last, value);
    if (end != last || problem == std::errc::invalid_argument)
        return std::nullopt;
    if (problem == std::errc::result_out_of_range) {
        if (!isTooSmall(*digits))
            return std::nullopt;
        value = 0;
    }
    return isNegative ? -value : value;
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    if (text.starts_with('+') && !text.substr(1).starts_with('-'))
        text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<std::uint64_t> parseUnsigned(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// The lowest int64 is left out although a double holds it exactly: the reference implementation refuses it.
std::optional<std::int64_t> integerOf(double value)
{
    if (!(value > -twoTo63 && value < twoTo63))
        return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::optional<std::uint64_t> unsignedOf(double value)
{
    if (!(value >= 0 && value < twoTo64))
        return std::nullopt;
    return static_cast<std::uint64_t>(value);
}

} // namespace gateway::routing::cel
