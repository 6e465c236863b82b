#include "gateway/storage/json_text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>

#include <nlohmann/json.hpp>

#include "gateway/base/byte_search.h"

namespace gateway::storage {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";
constexpr std::size_t blockSize = 16;

// Length of the UTF-8 sequence at the start of `text` (RFC 3629 §4), or 0.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [text](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    const auto continues = [&](std::size_t index, std::uint8_t low = 0x80, std::uint8_t high = 0xBF) {
        return index < text.size() && byte(index) >= low && byte(index) <= high;
    };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const std::uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;  // no overlong forms
        const std::uint8_t high = lead == 0xED ? 0x9F : 0xBF; // no surrogates
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const std::uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

bool isPlain(std::string_view text)
{
    const char *const end = text.data() + text.size();
    return byte_search::findEndOfPlainText(text.data(), end) == end;
}

bool isAscii(std::string_view text)
{
    unsigned bits = 0;
    for (const char c : text)
        bits |= static_cast<std::uint8_t>(c);
    return bits < 0x80;
}

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const char *const plainEnd = byte_search::findEndOfPlainText(text.data(), text.data() + text.size());
        text.remove_prefix(static_cast<std::size_t>(plainEnd - text.data()));
        if (text.empty())
            break;
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

void appendHex(std::string &json, std::string_view bytes)
{
    json += R"({"hex":")";
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        json.push_back(hexDigits[byte >> 4]);
        json.push_back(hexDigits[byte & 0xF]);
    }
    json += R"("})";
}

bool isControl(char c)
{
    return static_cast<std::uint8_t>(c) < 0x20;
}

// One byte that is not plain; where the next one goes.
char *putUnusual(char *out, char c)
{
    if (isControl(c)) {
        std::memcpy(out, "\\u00", 4);
        out[4] = hexDigits[c >> 4];
        out[5] = hexDigits[c & 0xF];
        return out + 6;
    }
    if (c == '"' || c == '\\')
        *out++ = '\\';
    *out++ = c; // or of a UTF-8 sequence
    return out;
}

// The provider's usage comes here with each record, and has a quote every ten bytes: room is made once, and for short
// runs of plain bytes nothing is called.
void appendEscaped(std::string &json, std::string_view text)
{
    const char *const end = text.data() + text.size();
    const std::size_t largestEscape = byte_search::findControl(text.data(), end) == end ? 2 : 6;
    const std::size_t begin = json.size();
    json.resize(begin + largestEscape * text.size() + 2 + blockSize);
    char *out = json.data() + begin;
    *out++ = '"';
    for (const char *position = text.data(); position != end; ++position) {
        const char *const plainEnd = byte_search::findEndOfPlainText(position, end);
        const auto count = static_cast<std::size_t>(plainEnd - position);
        if (count <= blockSize && static_cast<std::size_t>(end - position) >= blockSize)
            std::memcpy(out, position, blockSize); // of a fixed size, so no call; the rest is written over
        else
            std::memcpy(out, position, count);
        out += count;
        position = plainEnd;
        if (position == end)
            break;
        out = putUnusual(out, *position);
    }
    *out++ = '"';
    json.resize(static_cast<std::size_t>(out - json.data()));
}

// Makes room once.
void appendParts(std::string &json, std::initializer_list<std::string_view> parts)
{
    std::size_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    const std::size_t begin = json.size();
    json.resize(begin + size);
    char *out = json.data() + begin;
    for (const std::string_view part : parts)
        out = std::copy(part.begin(), part.end(), out);
}

std::string bytesFromHex(const std::string &hex)
{
    const auto digit = [](char c) { return static_cast<int>(std::string_view(hexDigits).find(c)) & 0xF; };
    std::string bytes;
    for (std::size_t index = 0; index + 1 < hex.size(); index += 2)
        bytes.push_back(static_cast<char>(digit(hex[index]) * 16 + digit(hex[index + 1])));
    return bytes;
}

} // namespace

void appendJsonString(std::string &json, std::string_view text)
{
    // Nearly every value is plain: one pass finds that out and one append copies it.
    if (isPlain(text)) {
        appendParts(json, {"\"", text, "\""});
    } else if (isAscii(text) || isValidUtf8(text)) {
        appendEscaped(json, text);
    } else {
        appendHex(json, text);
    }
}

void appendJsonHeaders(std::string &json, const HeaderList &headers)
{
    json.push_back('[');
    for (const HeaderField &field : headers) {
        const std::string_view before = json.back() == '[' ? R"([")" : R"(,[")";
        if (isPlain(field.name) && isPlain(field.value)) {
            appendParts(json, {before, field.name, R"(",")", field.value, R"("])"});
            continue;
        }
        json.append(before.substr(0, before.size() - 1));
        appendJsonString(json, field.name);
        json.push_back(',');
        appendJsonString(json, field.value);
        json.push_back(']');
    }
    json.push_back(']');
}

void appendJsonStrings(std::string &json, const std::vector<std::string> &strings)
{
    json.push_back('[');
    for (std::size_t index = 0; index < strings.size(); ++index) {
        if (index > 0)
            json.push_back(',');
        appendJsonString(json, strings[index]);
    }
    json.push_back(']');
}

std::string stringFromJson(const nlohmann::json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    const auto hex = value.is_object() ? value.find("hex") : value.end();
    if (value.is_object() && hex != value.end() && hex->is_string())
        return bytesFromHex(hex->get<std::string>());
    return {};
}

HeaderList headersFromJson(const nlohmann::json &value)
{
    HeaderList headers;
    if (!value.is_array())
        return headers;
    for (const nlohmann::json &field : value) {
        if (field.is_array() && field.size() == 2)
            headers.add(stringFromJson(field[0]), stringFromJson(field[1]));
    }
    return headers;
}

std::vector<std::string> stringsFromJson(const nlohmann::json &value)
{
    std::vector<std::string> strings;
    if (!value.is_array())
        return strings;
    for (const nlohmann::json &item : value)
        strings.push_back(stringFromJson(item));
    return strings;
}

nlohmann::json parseJson(std::string_view text)
{
    nlohmann::json value = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    return value.is_discarded() ? nlohmann::json() : value;
}

} // namespace gateway::storage
