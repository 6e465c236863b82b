#include "gateway/translation/framing/sse_codec.h"

#include "gateway/base/byte_search.h"

#include <algorithm>

namespace gateway::translation {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::size_t findLineEnd(std::string_view text, std::size_t from)
{
    const char *const end = text.data() + text.size();
    const char *const found = byte_search::findEither<'\n', '\r'>(text.data() + from, end);
    return static_cast<std::size_t>(found - text.data());
}

} // namespace

SseFrameSplitter::SseFrameSplitter(std::size_t maximumFrameBytes) : m_maximumFrameBytes(maximumFrameBytes) {}

void SseFrameSplitter::feed(std::string_view bytes)
{
    if (m_hasOverflowed)
        return;
    // Moving the rest only once it is the smaller half keeps the total work linear.
    if (m_position > 0 && m_position >= m_buffer.size() - m_position) {
        m_buffer.erase(0, m_position);
        m_lineStart -= m_position;
        m_scanned -= m_position;
        m_position = 0;
    }
    m_buffer.append(bytes);
}

std::optional<SseFrame> SseFrameSplitter::next()
{
    if (m_hasOverflowed)
        return std::nullopt;
    const bool isComplete = findFrameEnd();
    const std::size_t frameEnd = isComplete ? m_lineStart : m_buffer.size();
    if (frameEnd - m_position > m_maximumFrameBytes) {
        m_hasOverflowed = true;
        return std::nullopt;
    }
    if (!isComplete)
        return std::nullopt;
    const std::string_view raw = std::string_view(m_buffer).substr(m_position, m_lineStart - m_position);
    m_position = m_lineStart;
    return readFields(raw);
}

std::string_view SseFrameSplitter::rest() const
{
    const std::string_view bytes = std::string_view(m_buffer).substr(m_position);
    if (m_mayBeginWithLineFeed && bytes == "\n")
        return {}; // the other half of the line end of the last frame
    return bytes;
}

// Moves m_lineStart behind the blank line that ends the frame.
bool SseFrameSplitter::findFrameEnd()
{
    const std::string_view buffer = m_buffer;
    if (m_mayBeginWithLineFeed && m_lineStart == m_position && m_position < buffer.size()) {
        if (buffer[m_position] == '\n') {
            m_lineStart = m_position + 1;
            m_scanned = m_lineStart;
        } else {
            m_mayBeginWithLineFeed = false;
        }
    }
    for (;;) {
        m_scanned = findLineEnd(buffer, m_scanned);
        if (m_scanned == buffer.size())
            return false;
        const bool isBlank = m_scanned == m_lineStart;
        if (buffer[m_scanned] == '\n') {
            m_lastLineEnd = LineEnd::LineFeed;
            m_lineStart = ++m_scanned;
        } else if (isBlank && m_lastLineEnd == LineEnd::CarriageReturn) {
            // A stream with bare \r: waiting for a \n that may belong to this line end would hold the frame back.
            m_lineStart = ++m_scanned;
            m_mayBeginWithLineFeed = true;
            return true;
        } else if (m_scanned + 1 == buffer.size()) {
            return false; // whether a \n follows decides where this line ends
        } else if (buffer[m_scanned + 1] == '\n') {
            m_lastLineEnd = LineEnd::LineFeed;
            m_scanned += 2;
            m_lineStart = m_scanned;
        } else {
            m_lastLineEnd = LineEnd::CarriageReturn;
            m_lineStart = ++m_scanned;
        }
        if (isBlank) {
            m_mayBeginWithLineFeed = false;
            return true;
        }
    }
}

SseFrame SseFrameSplitter::readFields(std::string_view raw)
{
    SseFrame frame;
    frame.raw = raw;
    m_joinedData.clear();
    std::string_view lines = raw;
    if (m_isAtStart && lines.substr(0, byteOrderMark.size()) == byteOrderMark)
        lines.remove_prefix(byteOrderMark.size());
    m_isAtStart = false;
    while (!lines.empty()) {
        const std::size_t lineEnd = findLineEnd(lines, 0);
        const std::string_view line = lines.substr(0, lineEnd);
        lines.remove_prefix(std::min(lineEnd + 1, lines.size()));
        const std::size_t colon = line.find(':');
        const std::string_view name = line.substr(0, colon);
        if (name != "data" && name != "event")
            continue;
        std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
        if (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
        if (name == "event")
            frame.event = value;
        else
            addDataLine(frame, value);
    }
    return frame;
}

// One line of data, the usual case, needs no copy.
void SseFrameSplitter::addDataLine(SseFrame &frame, std::string_view value)
{
    if (!frame.hasData) {
        frame.hasData = true;
        frame.data = value;
        return;
    }
    if (m_joinedData.empty())
        m_joinedData = frame.data;
    m_joinedData += '\n';
    m_joinedData += value;
    frame.data = m_joinedData;
}

std::string writeSseFrame(std::string_view event, std::string_view data)
{
    std::string frame;
    frame.reserve(event.size() + data.size() + 18);
    if (!event.empty()) {
        frame += "event: ";
        frame += event;
        frame += '\n';
    }
    for (;;) {
        const std::size_t lineEnd = findLineEnd(data, 0);
        frame += "data: ";
        frame += data.substr(0, lineEnd);
        frame += '\n';
        if (lineEnd == data.size())
            break;
        const bool isPair = data.substr(lineEnd, 2) == "\r\n";
        data.remove_prefix(lineEnd + (isPair ? 2 : 1));
    }
    frame += '\n';
    return frame;
}

} // namespace gateway::translation
