#include "ui/models/json_pieces.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ui::models {

namespace {

constexpr std::size_t longestEscape = 6; // bytes of "\u00e4"

// Judges without building anything. That a number fits no type of ours is no defect of the text.
struct Judge : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &error) override
    {
        constexpr int numberOutOfRange = 406;
        isOnlyTooLarge = error.id == numberOutOfRange;
        read = position;
        return false;
    }

    bool isOnlyTooLarge = false;
    std::size_t read = 0; // bytes up to and with the one that was wrong
};

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

// From an opening quote to behind the closing one.
std::size_t skipString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

std::size_t skipValue(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        const char byte = text[at];
        if (byte == '"') {
            at = skipString(text, at);
            if (depth == 0)
                return at;
            continue;
        }
        const bool isClosing = byte == '}' || byte == ']';
        if (depth == 0 && (isClosing || byte == ',' || isSpace(byte)))
            return at; // behind a number or a word
        ++at;
        if (byte == '{' || byte == '[')
            ++depth;
        else if (isClosing && --depth == 0)
            return at;
    }
    return text.size();
}

bool startsWith(std::string_view value, char byte)
{
    return !value.empty() && value.front() == byte;
}

char16_t unescaped(char letter)
{
    switch (letter) {
    case 'b': return u'\b';
    case 'f': return u'\f';
    case 'n': return u'\n';
    case 'r': return u'\r';
    case 't': return u'\t';
    default: return static_cast<unsigned char>(letter); // the quote, the slashes
    }
}

} // namespace

bool isJsonTree(const QByteArray &body)
{
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    const std::size_t at = skipSpace(text, 0);
    if (at == text.size() || (text[at] != '{' && text[at] != '['))
        return false;
    Judge judge;
    return nlohmann::json::sax_parse(text, &judge) || judge.isOnlyTooLarge;
}

std::optional<qsizetype> jsonProblemAt(const QByteArray &body)
{
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    const std::size_t at = skipSpace(text, 0);
    if (at == text.size() || (text[at] != '{' && text[at] != '['))
        return static_cast<qsizetype>(at);
    Judge judge;
    if (nlohmann::json::sax_parse(text, &judge) || judge.isOnlyTooLarge)
        return std::nullopt;
    return static_cast<qsizetype>(std::min(text.size(), judge.read == 0 ? 0 : judge.read - 1));
}

std::vector<JsonPiece> jsonPieces(std::string_view container)
{
    std::vector<JsonPiece> pieces;
    const bool isObject = isJsonObject(container);
    std::size_t at = 1;
    while ((at = skipSpace(container, at)) < container.size()) {
        if (container[at] == '}' || container[at] == ']')
            break;
        if (container[at] == ',') {
            ++at;
            continue;
        }
        JsonPiece piece;
        if (isObject) {
            const std::size_t end = skipString(container, at);
            piece.name = container.substr(at + 1, end - std::min(end, at + 2));
            at = skipSpace(container, end);
            at = skipSpace(container, at < container.size() && container[at] == ':' ? at + 1 : at);
        }
        const std::size_t end = skipValue(container, at);
        if (end == at)
            break;
        piece.text = container.substr(at, end - at);
        pieces.push_back(piece);
        at = end;
    }
    return pieces;
}

bool isJsonObject(std::string_view value)
{
    return startsWith(value, '{');
}

bool isJsonArray(std::string_view value)
{
    return startsWith(value, '[');
}

bool isJsonString(std::string_view value)
{
    return startsWith(value, '"');
}

bool isEmptyContainer(std::string_view container)
{
    const std::size_t at = skipSpace(container, 1);
    return at >= container.size() || container[at] == '}' || container[at] == ']';
}

QString decodeJsonText(std::string_view inside)
{
    QString text;
    std::size_t from = 0;
    while (from < inside.size()) {
        const std::size_t escape = std::min(inside.find('\\', from), inside.size());
        text += QString::fromUtf8(inside.data() + from, static_cast<qsizetype>(escape - from));
        from = escape + 2;
        if (from > inside.size())
            break;
        if (inside[escape + 1] != 'u') {
            text += QChar(unescaped(inside[escape + 1]));
            continue;
        }
        // Both are UTF-16, so a surrogate pair comes together by itself (RFC 8259, section 7).
        const QByteArray digits(inside.data() + from,
                                static_cast<qsizetype>(std::min<std::size_t>(4, inside.size() - from)));
        bool isNumber = false;
        const ushort unit = digits.toUShort(&isNumber, 16);
        if (isNumber && digits.size() == 4)
            text += QChar(unit);
        from += 4;
    }
    return text;
}

QString jsonScalarText(std::string_view value, qsizetype limit)
{
    if (isJsonObject(value) || isJsonArray(value))
        return {};
    const bool isString = isJsonString(value);
    std::string_view shown = isString ? value.substr(1, value.size() - std::min<std::size_t>(value.size(), 2)) : value;
    if (limit >= 0)
        shown = shown.substr(0, longestEscape * static_cast<std::size_t>(limit));
    return isString ? decodeJsonText(shown) : QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
}

} // namespace ui::models
