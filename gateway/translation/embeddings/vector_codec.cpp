#include "gateway/translation/embeddings/vector_codec.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace gateway::translation {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Error unreadable()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's embedding cannot be read.");
}

std::string littleEndian(std::span<const float> vector)
{
    std::string bytes;
    bytes.reserve(vector.size() * 4);
    for (const float number : vector) {
        const auto bits = std::bit_cast<std::uint32_t>(number);
        for (unsigned shift = 0; shift < 32; shift += 8)
            bytes += static_cast<char>(static_cast<unsigned char>(bits >> shift));
    }
    return bytes;
}

std::optional<std::uint32_t> sextet(char character)
{
    const auto place = alphabet.find(character);
    return place == std::string_view::npos ? std::nullopt : std::optional(static_cast<std::uint32_t>(place));
}

std::optional<std::string> fromBase64(std::string_view text)
{
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char character : text) {
        const auto value = sextet(character);
        if (!value)
            return std::nullopt;
        bits = (bits << 6u) | *value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(static_cast<unsigned char>(bits >> count));
        }
    }
    return bytes;
}

Result<std::vector<float>> readPacked(std::string_view text)
{
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->empty() || bytes->size() % 4 != 0)
        return unexpected(unreadable());
    std::vector<float> vector;
    vector.reserve(bytes->size() / 4);
    for (std::size_t offset = 0; offset < bytes->size(); offset += 4) {
        std::uint32_t bits = 0;
        for (unsigned index = 0; index < 4; ++index)
            bits |= std::uint32_t{static_cast<unsigned char>((*bytes)[offset + index])} << (8 * index);
        const auto number = std::bit_cast<float>(bits);
        if (!std::isfinite(number))
            return unexpected(unreadable());
        vector.push_back(number);
    }
    return vector;
}

// Beyond what float32 holds a number is read as double first: 1e-50 is nothing, 1e50 is no component of a vector.
std::optional<float> readNumber(std::string_view raw)
{
    double number = 0;
    const auto result = std::from_chars(raw.data(), raw.data() + raw.size(), number);
    const auto narrow = static_cast<float>(number);
    if (result.ec != std::errc() || result.ptr != raw.data() + raw.size() || !std::isfinite(narrow))
        return std::nullopt;
    return narrow;
}

} // namespace

std::string writeFloats(std::span<const float> vector)
{
    std::string array = "[";
    array.reserve(vector.size() * 13);
    std::array<char, 32> digits{};
    for (const float number : vector) {
        if (array.size() > 1)
            array += ',';
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        array.append(digits.data(), result.ptr);
    }
    return array + "]";
}

std::string writeBase64(std::span<const float> vector)
{
    const std::string bytes = littleEndian(vector);
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t offset = 0; offset < bytes.size(); offset += 3) {
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - offset);
        std::uint32_t bits = 0;
        for (std::size_t index = 0; index < 3; ++index)
            bits = (bits << 8u) | (index < here ? static_cast<unsigned char>(bytes[offset + index]) : 0u);
        for (std::size_t index = 0; index < 4; ++index)
            text += index <= here ? alphabet[(bits >> (18 - 6 * index)) & 0x3Fu] : '=';
    }
    return text;
}

Result<std::vector<float>> readVector(JsonValue value)
{
    if (value.isString())
        return readPacked(value.text());
    if (!value.isArray())
        return unexpected(unreadable());
    std::vector<float> vector;
    JsonElements elements(value);
    while (const auto element = elements.next()) {
        const auto number = readNumber(element->raw());
        if (!number)
            return unexpected(unreadable());
        vector.push_back(*number);
    }
    if (vector.empty())
        return unexpected(unreadable());
    return vector;
}

} // namespace gateway::translation
