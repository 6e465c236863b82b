#include "gateway/net/http/chunked_body_reader.h"

#include "gateway/net/http/request_grammar.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace gateway::net {

namespace {

constexpr std::size_t sizeDigits = 32; // 16 tell 64 bits; some write zeros before them
constexpr std::size_t lineEndBytes = 2;

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t';
}

bool isControl(char letter) // but for the tabulator, which a value may have
{
    return (static_cast<unsigned char>(letter) < ' ' && letter != '\t') || letter == '\x7f';
}

void skipBlanks(std::string_view &text)
{
    text.remove_prefix(static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isBlank) - text.begin()));
}

bool skip(std::string_view &text, char letter)
{
    if (!text.starts_with(letter))
        return false;
    text.remove_prefix(1);
    return true;
}

bool skipToken(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isTokenCharacter);
    const bool isThere = end != text.begin();
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    return isThere;
}

bool skipQuotedString(std::string_view &text) // RFC 9110 §5.6.4
{
    if (!skip(text, '"'))
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isControl(text[at]))
            return false;
        if (text[at] == '"') {
            text.remove_prefix(at + 1);
            return true;
        }
        if (text[at] == '\\' && (++at == text.size() || isControl(text[at])))
            return false;
    }
    return false;
}

// RFC 9112 §7.1.1: *( BWS ";" BWS name [ BWS "=" BWS value ] ), and the blanks that some leave at the end.
bool areChunkExtensions(std::string_view text)
{
    skipBlanks(text);
    while (!text.empty()) {
        if (!skip(text, ';'))
            return false;
        skipBlanks(text);
        if (!skipToken(text))
            return false;
        skipBlanks(text);
        if (skip(text, '=')) {
            skipBlanks(text);
            if (!skipToken(text) && !skipQuotedString(text))
                return false;
            skipBlanks(text);
        }
    }
    return true;
}

bool isField(std::string_view line) // RFC 9112 §5, without the folded lines of §5.2
{
    return skipToken(line) && skip(line, ':') && std::none_of(line.begin(), line.end(), isControl);
}

} // namespace

ChunkedBodyReader::Step ChunkedBodyReader::next(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_state == State::Reading) {
        if (m_left > 0) {
            const std::size_t left = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
            const std::string_view body = bytes.substr(used, left);
            m_left -= body.size();
            return {used + body.size(), body};
        }
        used += takePartOfLine(bytes.substr(used));
    }
    return {used, {}};
}

std::size_t ChunkedBodyReader::takePartOfLine(std::string_view bytes)
{
    const std::size_t lineFeed = bytes.find('\n');
    const std::size_t used = lineFeed == std::string_view::npos ? bytes.size() : lineFeed + 1;
    if (m_line.size() + used > roomForLine()) {
        fail(State::Malformed, m_place == Place::EndOfChunk ? "A chunk is longer than its size."
                                                            : "A chunk's size line or the trailers are too long.");
        return used;
    }
    if (lineFeed == std::string_view::npos) {
        m_line.append(bytes);
        return used;
    }
    std::string_view line = bytes.substr(0, lineFeed);
    if (!m_line.empty())
        line = m_line.append(line);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
        takeLine(line);
    } else {
        fail(State::Malformed, "A line between the chunks does not end with CR LF.");
    }
    m_line.clear();
    return used;
}

std::size_t ChunkedBodyReader::roomForLine() const
{
    switch (m_place) {
    case Place::SizeLine: return sizeDigits + m_rules.extensionBytes + lineEndBytes;
    case Place::EndOfChunk: return lineEndBytes;
    case Place::Trailers: break;
    }
    return m_rules.trailerBytes - m_trailerBytes + lineEndBytes;
}

void ChunkedBodyReader::takeLine(std::string_view line)
{
    if (m_place == Place::SizeLine) {
        takeSizeLine(line);
    } else if (m_place == Place::EndOfChunk) {
        if (!line.empty())
            fail(State::Malformed, "A chunk is longer than its size.");
        m_place = Place::SizeLine;
    } else if (line.empty()) {
        m_state = State::Complete;
    } else if (isField(line)) {
        m_trailerBytes += line.size();
    } else {
        fail(State::Malformed, "What stands behind the chunks is no field.");
    }
}

void ChunkedBodyReader::takeSizeLine(std::string_view line)
{
    std::uint64_t size = 0;
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (code != std::errc())
        return fail(State::Malformed, "A chunk has no size of hexadecimal digits.");
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    if (!m_rules.allowsBlanksAfterSize && !line.empty() && line.front() != ';')
        return fail(State::Malformed, "A chunk size is followed by something else than an extension.");
    if (line.size() > m_rules.extensionBytes)
        return fail(State::Malformed, "A chunk extension is too long.");
    if (!areChunkExtensions(line))
        return fail(State::Malformed, "The extension of a chunk is not valid.");
    if (size > m_rules.bodyBytes - m_announced)
        return fail(State::TooLarge, "The chunks are larger than a body may be.");
    m_announced += size;
    m_left = size;
    m_place = size > 0 ? Place::EndOfChunk : Place::Trailers;
}

void ChunkedBodyReader::fail(State state, const char *problem)
{
    m_state = state;
    m_problem = problem;
}

} // namespace gateway::net
