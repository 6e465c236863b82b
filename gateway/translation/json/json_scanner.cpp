#include "gateway/translation/json/json_scanner.h"

#include "gateway/base/byte_search.h"
#include "gateway/translation/json/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
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

// What may stand behind a backslash, but for 'u' and its digits (RFC 8259 §7).
constexpr std::array<bool, 256> escapeLetters = [] {
    std::array<bool, 256> table{};
    for (const char letter : {'"', '\\', '/', 'b', 'f', 'n', 'r', 't'})
        table[static_cast<unsigned char>(letter)] = true;
    return table;
}();

// Each function takes the place where it begins and returns the place behind what it read; null after a defect.
class Scanner {
public:
    Scanner(std::string_view text, std::vector<JsonMember> *members)
        : m_begin(text.data()), m_end(text.data() + text.size()), m_members(members)
    {
    }

    std::optional<JsonDefect> scan();

private:
    const char *scanContainers(const char *position);
    const char *scanName(const char *position);
    const char *scanScalar(const char *position);
    const char *scanString(const char *position);
    const char *scanSpecial(const char *position);
    const char *scanEscape(const char *position);
    const char *scanNumber(const char *position);
    const char *scanDigits(const char *position);
    const char *scanWord(const char *position, std::string_view word);
    const char *fail(const char *position, std::string_view expected)
    {
        m_defect = JsonDefect{static_cast<std::size_t>(position - m_begin), expected};
        return nullptr;
    }
    const char *skipSpace(const char *position) const
    {
        while (position != m_end && isSpace(*position))
            ++position;
        return position;
    }
    char at(const char *position) const { return position == m_end ? '\0' : *position; }
    bool isInTopLevelObject() const { return m_open.size() == 1 && m_open[0] == '{'; }
    void noteValue(const char *begin, const char *end)
    {
        if (m_members && isInTopLevelObject())
            m_members->back().rawValue = {begin, static_cast<std::size_t>(end - begin)};
    }

    const char *m_begin;
    const char *m_end;
    std::vector<JsonMember> *m_members;
    std::string m_open;               // brackets that are open; short nesting needs no allocation
    const char *m_topValue = nullptr; // beginning of the container that is a value of the top-level object
    std::optional<JsonDefect> m_defect;
};

std::optional<JsonDefect> Scanner::scan()
{
    const char *position = skipSpace(m_begin);
    const char first = at(position);
    position = first == '{' || first == '[' ? scanContainers(position) : scanScalar(position);
    if (position && (position = skipSpace(position)) != m_end)
        fail(position, "the end of the text");
    return m_defect;
}

// From an opening bracket to the one that closes it.
const char *Scanner::scanContainers(const char *position)
{
    while (true) {
        // A value begins here, its container's first or one behind a comma.
        if (const char bracket = at(position); bracket == '{' || bracket == '[') {
            if (isInTopLevelObject())
                m_topValue = position;
            m_open.push_back(bracket);
            position = skipSpace(position + 1);
            if (at(position) != (bracket == '{' ? '}' : ']')) {
                if (bracket == '{' && !(position = scanName(position)))
                    return nullptr;
                continue;
            }
        } else {
            const char *const value = position;
            if (!(position = scanScalar(position)))
                return nullptr;
            noteValue(value, position);
            position = skipSpace(position);
        }
        // Behind a value, or at the end of an empty container.
        for (char bracket = m_open.back(); at(position) == (bracket == '{' ? '}' : ']'); bracket = m_open.back()) {
            m_open.pop_back();
            ++position;
            if (m_open.empty())
                return position;
            noteValue(m_topValue, position);
            position = skipSpace(position);
        }
        const bool isObject = m_open.back() == '{';
        if (at(position) != ',')
            return fail(position, isObject ? "a comma or a closing brace" : "a comma or a closing bracket");
        position = skipSpace(position + 1);
        if (isObject && !(position = scanName(position)))
            return nullptr;
    }
}

// A member's name and colon.
const char *Scanner::scanName(const char *position)
{
    if (at(position) != '"')
        return fail(position, "a name in quotes");
    const char *const nameBegin = position + 1;
    if (!(position = scanString(position)))
        return nullptr;
    if (m_members && isInTopLevelObject())
        m_members->push_back({{nameBegin, static_cast<std::size_t>(position - 1 - nameBegin)}, {}});
    position = skipSpace(position);
    if (at(position) != ':')
        return fail(position, "a colon");
    return skipSpace(position + 1);
}

const char *Scanner::scanScalar(const char *position)
{
    switch (at(position)) {
    case '"': return scanString(position);
    case 't': return scanWord(position, "true");
    case 'f': return scanWord(position, "false");
    case 'n': return scanWord(position, "null");
    default: return scanNumber(position);
    }
}

const char *Scanner::scanString(const char *position)
{
    ++position;
#ifdef BILROST_SEARCHES_WITH_SSE2
    // Code is full of escapes; those of one block are passed without looking at its bytes again.
    while (m_end - position >= 17) {
        auto marks = static_cast<std::uint32_t>(
            byte_search::marksOfUnusualBytes(_mm_loadu_si128(reinterpret_cast<const __m128i *>(position))));
        const char *next = position + 16;
        while (marks != 0) {
            const char *const found = position + std::countr_zero(marks);
            if (*found == '"')
                return found + 1;
            if (*found != '\\' || !escapeLetters[static_cast<unsigned char>(found[1])]) {
                if (!(next = scanSpecial(found)))
                    return nullptr;
                break;
            }
            next = std::max(next, found + 2);
            marks &= marks - 1;
            if (found[1] == '"' || found[1] == '\\')
                marks &= marks - 1; // a mark of its own, unless it stands in the next block
        }
        position = next;
    }
#endif
    while (true) {
        position = byte_search::findEndOfPlainText(position, m_end);
        if (at(position) == '"' && position != m_end)
            return position + 1;
        if (!(position = scanSpecial(position)))
            return nullptr;
    }
}

// An escape or a character that is not ASCII, inside of a string.
const char *Scanner::scanSpecial(const char *position)
{
    if (position == m_end)
        return fail(position, "the closing quote of a string");
    if (*position == '\\')
        return scanEscape(position);
    if (static_cast<unsigned char>(*position) < 0x20)
        return fail(position, "an escape instead of a control character");
    const std::size_t length = utf8CharacterLength(position, m_end);
    return length == 0 ? fail(position, "valid UTF-8") : position + length;
}

const char *Scanner::scanEscape(const char *position)
{
    ++position;
    if (position == m_end)
        return fail(position, "an escape letter");
    if (escapeLetters[static_cast<unsigned char>(*position)])
        return position + 1;
    if (*position != 'u')
        return fail(position, "an escape letter");
    ++position;
    for (int digit = 0; digit < 4; ++digit, ++position) {
        if (position == m_end || !isHexDigit(*position))
            return fail(position, "four hexadecimal digits");
    }
    return position;
}

const char *Scanner::scanDigits(const char *position)
{
    if (!isDigit(at(position)))
        return fail(position, "a digit");
    while (isDigit(at(position)))
        ++position;
    return position;
}

const char *Scanner::scanNumber(const char *position)
{
    if (position == m_end || (*position != '-' && !isDigit(*position)))
        return fail(position, "a value");
    if (*position == '-')
        ++position;
    if (at(position) == '0')
        ++position;
    else if (!(position = scanDigits(position)))
        return nullptr;
    if (at(position) == '.' && !(position = scanDigits(position + 1)))
        return nullptr;
    if (at(position) == 'e' || at(position) == 'E') {
        ++position;
        if (at(position) == '+' || at(position) == '-')
            ++position;
        return scanDigits(position);
    }
    return position;
}

const char *Scanner::scanWord(const char *position, std::string_view word)
{
    if (std::string_view(position, static_cast<std::size_t>(m_end - position)).substr(0, word.size()) != word)
        return fail(position, "a value");
    return position + word.size();
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
