// text/event-stream (WHATWG HTML, "Server-sent events"): bytes in any cut -> frames that keep their bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// Views are valid until the next call on the splitter.
struct SseFrame {
    std::string_view raw;   // all bytes of the frame with its closing blank line, as received
    std::string_view event; // value of the last "event:" line, or empty
    std::string_view data;  // "data:" lines joined by \n; empty for comments and other frames without data
    bool hasData = false;
};

// Line ends \n, \r\n and \r in any mixture, a byte order mark at the start, and frames that span any number of feeds.
// The frames are the same for every cut, and each byte is looked at a bounded number of times.
class SseFrameSplitter {
public:
    // Frames larger than this are a defect of the upstream: hasOverflowed() becomes true and next() stops.
    explicit SseFrameSplitter(std::size_t maximumFrameBytes = 16u * 1024u * 1024u);

    void feed(std::string_view bytes);
    std::optional<SseFrame> next(); // the next complete frame
    std::string_view rest() const;  // bytes of an incomplete frame; not empty at the end of a cut stream
    bool hasOverflowed() const { return m_hasOverflowed; }

private:
    enum class LineEnd { LineFeed, CarriageReturn };

    bool findFrameEnd();
    bool takeLine(std::size_t lineEnd);
    SseFrame readFields(std::string_view raw);
    void addDataLine(SseFrame &frame, std::string_view value);

    std::string m_buffer;
    std::size_t m_position = 0;  // start of the first frame that was not yet returned
    std::size_t m_lineStart = 0; // start of the line that is not yet complete
    std::size_t m_scanned = 0;   // up to here that line has no end
    std::size_t m_maximumFrameBytes;
    std::string m_joinedData;
    LineEnd m_lastLineEnd = LineEnd::LineFeed; // how the line before m_lineStart ended
    bool m_mayBeginWithLineFeed = false;       // the last frame ended in \r, so a \n now belongs to that line end
    bool m_isAtStart = true;
    bool m_hasOverflowed = false;
};

std::string writeSseFrame(std::string_view event, std::string_view data); // event may be empty

} // namespace gateway::translation
