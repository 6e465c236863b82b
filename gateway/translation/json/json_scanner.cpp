#include "gateway/translation/json/json_scanner.h"

#include "gateway/base/byte_search.h"
#include "gateway/translation/json/utf8.h"

#include <algorithm>
#include <cstdint>

namespace gateway::translation {

namespace {

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isHexDigit(char byte)
{
    return isDigit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

enum class Expected { Value, ValueOrArrayEnd, NameOrObjectEnd, CommaOrEnd };

class Scanner {
public:
    Scanner(std::string_view text, std::vector<JsonMember> *members)
        : m_begin(text.data()), m_position(text.data()), m_end(text.data() + text.size()), m_members(members)
    {
    }

    std::optional<JsonDefect> scan();

private:
    bool step();
    bool openContainer(char bracket);
    bool closeContainer();
    bool scanMember();
    bool scanValue();
    bool scanString();
    bool scanEscape();
    bool scanNumber();
    bool scanDigits();
    bool scanWord(std::string_view word);
    void noteValueEnd();
    bool fail(std::string_view expected)
    {
        m_failure = expected;
        return false;
    }
    void skipSpace()
    {
        while (m_position != m_end && isSpace(*m_position))
            ++m_position;
    }
    bool isInTopLevelObject() const { return m_open.size() == 1 && m_open[0] == '{'; }

    const char *m_begin;
    const char *m_position;
    const char *m_end;
    std::vector<JsonMember> *m_members;
    std::string m_open; // brackets that are open; short nesting needs no allocation
    Expected m_expected = Expected::Value;
    const char *m_valueBegin = nullptr;
    std::string_view m_failure;
};

std::optional<JsonDefect> Scanner::scan()
{
    do {
        skipSpace();
        if (!step())
            return JsonDefect{static_cast<std::size_t>(m_position - m_begin), m_failure};
    } while (!m_open.empty());
    skipSpace();
    if (m_position != m_end)
        return JsonDefect{static_cast<std::size_t>(m_position - m_begin), "the end of the text"};
    return std::nullopt;
}

bool Scanner::step()
{
    const char byte = m_position == m_end ? '\0' : *m_position;
    switch (m_expected) {
    case Expected::ValueOrArrayEnd:
        if (byte == ']')
            return closeContainer();
        return scanValue();
    case Expected::Value: return scanValue();
    case Expected::NameOrObjectEnd:
        if (byte == '}')
            return closeContainer();
        return scanMember();
    case Expected::CommaOrEnd: break;
    }
    const bool isObject = m_open.back() == '{';
    if (byte == (isObject ? '}' : ']'))
        return closeContainer();
    if (byte != ',')
        return fail(isObject ? "a comma or a closing brace" : "a comma or a closing bracket");
    ++m_position;
    skipSpace();
    return isObject ? scanMember() : scanValue();
}

bool Scanner::openContainer(char bracket)
{
    ++m_position;
    m_open.push_back(bracket);
    m_expected = bracket == '{' ? Expected::NameOrObjectEnd : Expected::ValueOrArrayEnd;
    return true;
}

bool Scanner::closeContainer()
{
    ++m_position;
    m_open.pop_back();
    m_expected = Expected::CommaOrEnd;
    noteValueEnd();
    return true;
}

// A member: its name, colon and value, or the beginning of its value.
bool Scanner::scanMember()
{
    if (m_position == m_end || *m_position != '"')
        return fail("a name in quotes");
    const char *const nameBegin = m_position + 1;
    if (!scanString())
        return false;
    const std::string_view rawName(nameBegin, static_cast<std::size_t>(m_position - 1 - nameBegin));
    skipSpace();
    if (m_position == m_end || *m_position != ':')
        return fail("a colon");
    ++m_position;
    skipSpace();
    if (m_members && isInTopLevelObject())
        m_members->push_back({rawName, {}});
    return scanValue();
}

bool Scanner::scanValue()
{
    if (m_position == m_end)
        return fail("a value");
    if (isInTopLevelObject())
        m_valueBegin = m_position;
    bool isWhole = false;
    switch (*m_position) {
    case '{':
    case '[': return openContainer(*m_position);
    case '"': isWhole = scanString(); break;
    case 't': isWhole = scanWord("true"); break;
    case 'f': isWhole = scanWord("false"); break;
    case 'n': isWhole = scanWord("null"); break;
    default: isWhole = scanNumber(); break;
    }
    if (!isWhole)
        return false;
    m_expected = Expected::CommaOrEnd;
    noteValueEnd();
    return true;
}

void Scanner::noteValueEnd()
{
    if (m_members && isInTopLevelObject())
        m_members->back().rawValue = {m_valueBegin, static_cast<std::size_t>(m_position - m_valueBegin)};
}

bool Scanner::scanString()
{
    ++m_position;
    for (;;) {
        m_position = byte_search::findEndOfPlainText(m_position, m_end);
        if (m_position == m_end)
            return fail("the closing quote of a string");
        if (*m_position == '"') {
            ++m_position;
            return true;
        }
        if (*m_position == '\\') {
            if (!scanEscape())
                return false;
            continue;
        }
        if (static_cast<unsigned char>(*m_position) < 0x20)
            return fail("an escape instead of a control character");
        const std::size_t length = utf8CharacterLength(m_position, m_end);
        if (length == 0)
            return fail("valid UTF-8");
        m_position += length;
    }
}

bool Scanner::scanEscape()
{
    ++m_position;
    if (m_position == m_end)
        return fail("an escape letter");
    switch (*m_position) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': ++m_position; return true;
    case 'u': break;
    default: return fail("an escape letter");
    }
    ++m_position;
    for (int digit = 0; digit < 4; ++digit, ++m_position) {
        if (m_position == m_end || !isHexDigit(*m_position))
            return fail("four hexadecimal digits");
    }
    return true;
}

bool Scanner::scanDigits()
{
    if (m_position == m_end || !isDigit(*m_position))
        return fail("a digit");
    while (m_position != m_end && isDigit(*m_position))
        ++m_position;
    return true;
}

bool Scanner::scanNumber()
{
    if (*m_position != '-' && !isDigit(*m_position))
        return fail("a value");
    if (*m_position == '-')
        ++m_position;
    if (m_position != m_end && *m_position == '0')
        ++m_position;
    else if (!scanDigits())
        return false;
    if (m_position != m_end && *m_position == '.') {
        ++m_position;
        if (!scanDigits())
            return false;
    }
    if (m_position != m_end && (*m_position == 'e' || *m_position == 'E')) {
        ++m_position;
        if (m_position != m_end && (*m_position == '+' || *m_position == '-'))
            ++m_position;
        return scanDigits();
    }
    return true;
}

bool Scanner::scanWord(std::string_view word)
{
    if (std::string_view(m_position, static_cast<std::size_t>(m_end - m_position)).substr(0, word.size()) != word)
        return fail("a value");
    m_position += word.size();
    return true;
}

std::uint32_t hexValue(char digit)
{
    if (isDigit(digit))
        return static_cast<std::uint32_t>(digit - '0');
    if (digit >= 'a' && digit <= 'f')
        return static_cast<std::uint32_t>(digit - 'a') + 10u;
    if (digit >= 'A' && digit <= 'F')
        return static_cast<std::uint32_t>(digit - 'A') + 10u;
    return 0;
}

// The number after "\u" at the front of `raw`, which is then cut off; nothing when it is not there.
std::optional<std::uint32_t> takeUnicodeEscape(std::string_view &raw)
{
    if (raw.size() < 6 || raw[0] != '\\' || raw[1] != 'u')
        return std::nullopt;
    std::uint32_t unit = 0;
    for (std::size_t index = 2; index < 6; ++index)
        unit = unit * 16u + hexValue(raw[index]);
    raw.remove_prefix(6);
    return unit;
}

void decodeUnicodeEscape(std::string_view &raw, std::uint32_t unit, std::string &text)
{
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        std::string_view following = raw;
        const auto low = takeUnicodeEscape(following);
        if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
            raw = following;
            unit = 0x10000u + ((unit - 0xD800u) << 10) + (*low - 0xDC00u);
        }
    }
    appendUtf8(text, unit);
}

char decodedLetter(char letter)
{
    switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter;
    }
}

} // namespace

JsonScan scanJson(std::string_view text)
{
    JsonScan result;
    result.members.reserve(16);
    result.defect = Scanner(text, &result.members).scan();
    const auto first = std::find_if_not(text.begin(), text.end(), isSpace);
    result.isObject = first != text.end() && *first == '{';
    return result;
}

std::optional<JsonDefect> findJsonDefect(std::string_view text)
{
    return Scanner(text, nullptr).scan();
}

std::string describeDefect(std::string_view text, const JsonDefect &defect)
{
    const std::string_view before = text.substr(0, defect.offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lastLineEnd = before.rfind('\n');
    const std::size_t column = lastLineEnd == std::string_view::npos ? before.size() + 1 : before.size() - lastLineEnd;
    std::string description = "line " + std::to_string(line) + ", column " + std::to_string(column) + " (byte "
                              + std::to_string(defect.offset) + "): expected ";
    description += defect.expected;
    if (defect.offset >= text.size())
        description += ", but the text ends";
    return description;
}

std::string decodeJsonString(std::string_view raw)
{
    std::string text;
    text.reserve(raw.size());
    while (!raw.empty()) {
        const std::size_t escape = std::min(raw.find('\\'), raw.size());
        text.append(raw.substr(0, escape));
        raw.remove_prefix(escape);
        if (raw.size() < 2)
            break;
        if (const auto unit = takeUnicodeEscape(raw)) {
            decodeUnicodeEscape(raw, *unit, text);
            continue;
        }
        text += decodedLetter(raw[1]);
        raw.remove_prefix(2);
    }
    return text;
}

bool decodesTo(std::string_view raw, std::string_view text)
{
    // Each escape is longer than what it stands for: equal sizes mean no escapes, and shorter cannot be.
    if (raw.size() <= text.size())
        return raw == text && raw.find('\\') == std::string_view::npos;
    return raw.find('\\') != std::string_view::npos && decodeJsonString(raw) == text;
}

} // namespace gateway::translation
