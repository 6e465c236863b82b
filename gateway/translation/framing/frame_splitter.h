// A streamed answer in any framing: bytes in any cut -> frames that keep their bytes.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/framing/aws_event_stream.h"
#include "gateway/translation/framing/framing_kind.h"
#include "gateway/translation/framing/sse_codec.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace gateway::translation {

// Views are valid until the next call on the splitter.
struct StreamFrame {
    std::string_view raw;     // all bytes of the frame, as received
    std::string_view event;   // its event's name; may be empty
    std::string_view data;    // JSON or an end mark
    bool hasData = false;     // false for comments and pings
    bool isException = false; // of AWS: the stream failed with this
};

class FrameSplitter {
public:
    explicit FrameSplitter(FramingKind framing = FramingKind::ServerSentEvents);

    void feed(std::string_view bytes);
    std::optional<StreamFrame> next(); // the next complete frame
    // Some servers leave out the blank line after their last event: to be fed when the body is over. Empty where a
    // missing end can only mean a cut.
    std::string_view missingEnd() const;
    bool isServerSentEvents() const { return std::holds_alternative<SseFrameSplitter>(m_splitter); }
    bool isBetweenFrames() const;                                   // no frame has begun that is not whole yet
    const std::optional<Error> &defect() const { return m_defect; } // the stream cannot be read any further

private:
    std::variant<SseFrameSplitter, AwsEventStreamDecoder> m_splitter;
    std::optional<Error> m_defect;
};

// A stream of the framing as text/event-stream, which people and records can read; whole frames only.
std::string asServerSentEvents(FramingKind framing, std::string_view wire);

} // namespace gateway::translation
