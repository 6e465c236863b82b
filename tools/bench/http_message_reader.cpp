#include "tools/bench/http_message_reader.h"

#include <algorithm>
#include <charconv>

namespace bench {

namespace {

constexpr std::size_t headLimit = 64 * 1024;
constexpr std::size_t lineLimit = 4096;

char toLower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return toLower(a) == toLower(b); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

template <typename Number>
bool readNumber(std::string_view text, int base, Number *number)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), *number, base);
    return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

} // namespace

std::size_t HttpMessageReader::feed(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_state != State::Complete && m_state != State::Failed) {
        const std::string_view rest = bytes.substr(used);
        switch (m_state) {
        case State::Head: used += feedHead(rest); break;
        case State::FixedBody:
        case State::ChunkData: used += feedFixedBody(rest); break;
        case State::BodyUntilClose:
            m_body.append(rest);
            used += rest.size();
            break;
        case State::ChunkSize:
        case State::ChunkEnd:
        case State::Trailer: used += feedLine(rest); break;
        case State::Complete:
        case State::Failed: break;
        }
    }
    return used;
}

void HttpMessageReader::endOfInput()
{
    if (m_state == State::BodyUntilClose)
        m_state = State::Complete;
    else if (m_state != State::Complete && hasStarted())
        m_state = State::Failed;
    m_mustClose = true;
}

void HttpMessageReader::startNext()
{
    m_state = State::Head;
    m_head.clear();
    m_line.clear();
    m_body.clear();
    m_bytesLeft = 0;
    m_status = 0;
    m_hasLength = false;
    m_isChunked = false;
    m_mustClose = false;
}

std::size_t HttpMessageReader::feedHead(std::string_view bytes)
{
    // The end mark may be cut, so the search begins three bytes before the new bytes.
    const std::size_t before = m_head.size();
    m_head.append(bytes.substr(0, headLimit));
    const std::size_t end = m_head.find("\r\n\r\n", before < 3 ? 0 : before - 3);
    if (end == std::string::npos) {
        if (m_head.size() > headLimit)
            m_state = State::Failed;
        return m_head.size() - before;
    }
    m_head.resize(end + 4);
    finishHead();
    return end + 4 - before;
}

void HttpMessageReader::finishHead()
{
    std::string_view rest = m_head;
    bool isFirst = true;
    while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n");
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 2);
        if (isFirst && !readStartLine(line)) {
            m_state = State::Failed;
            return;
        }
        if (!isFirst && !line.empty())
            readField(line);
        if (m_state == State::Failed)
            return;
        isFirst = false;
    }
    if (m_kind == Kind::Response && m_status >= 100 && m_status < 200)
        return startNext(); // an interim answer; the real one follows
    const bool hasNoBody = m_kind == Kind::Response ? m_status == 204 || m_status == 304 : !m_hasLength && !m_isChunked;
    if (hasNoBody)
        m_state = State::Complete;
    else if (m_isChunked)
        m_state = State::ChunkSize;
    else if (m_hasLength)
        m_state = m_bytesLeft == 0 ? State::Complete : State::FixedBody;
    else
        m_state = State::BodyUntilClose;
}

bool HttpMessageReader::readStartLine(std::string_view line)
{
    const std::size_t first = line.find(' ');
    if (first == std::string_view::npos)
        return false;
    if (m_kind == Kind::Response)
        return line.starts_with("HTTP/1.") && readNumber(line.substr(first + 1, 3), 10, &m_status);
    const std::size_t second = line.find(' ', first + 1);
    if (second == std::string_view::npos || !line.substr(second + 1).starts_with("HTTP/1."))
        return false;
    m_method.assign(line.substr(0, first));
    m_target.assign(line.substr(first + 1, second - first - 1));
    return true;
}

void HttpMessageReader::readField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (equalsIgnoringCase(name, "content-length")) {
        m_hasLength = readNumber(value, 10, &m_bytesLeft);
        if (!m_hasLength)
            m_state = State::Failed;
    } else if (equalsIgnoringCase(name, "transfer-encoding")) {
        m_isChunked = equalsIgnoringCase(value, "chunked");
    } else if (equalsIgnoringCase(name, "connection")) {
        m_mustClose = equalsIgnoringCase(value, "close");
    }
}

std::size_t HttpMessageReader::feedFixedBody(std::string_view bytes)
{
    const std::string_view part =
        bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(m_bytesLeft, bytes.size())));
    m_body.append(part);
    m_bytesLeft -= part.size();
    if (m_bytesLeft == 0)
        m_state = m_state == State::ChunkData ? State::ChunkEnd : State::Complete;
    return part.size();
}

std::size_t HttpMessageReader::feedLine(std::string_view bytes)
{
    const std::size_t end = bytes.find('\n');
    const std::size_t used = end == std::string_view::npos ? bytes.size() : end + 1;
    m_line.append(bytes.substr(0, used));
    if (m_line.size() > lineLimit)
        m_state = State::Failed;
    else if (end != std::string_view::npos)
        finishLine();
    return used;
}

void HttpMessageReader::finishLine()
{
    std::string_view line = m_line;
    line.remove_suffix(1);
    line = trimmed(line.substr(0, line.find(';'))); // chunk extensions mean nothing here
    if (m_state == State::ChunkSize) {
        if (line.empty() || !readNumber(line, 16, &m_bytesLeft))
            m_state = State::Failed;
        else
            m_state = m_bytesLeft == 0 ? State::Trailer : State::ChunkData;
    } else if (m_state == State::ChunkEnd) {
        m_state = line.empty() ? State::ChunkSize : State::Failed;
    } else if (line.empty()) {
        m_state = State::Complete;
    }
    m_line.clear();
}

} // namespace bench
