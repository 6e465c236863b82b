// Keeps a copy of what the client got: for the record, and for a person who watches.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/live_feed.h"
#include "gateway/pipeline/request_context.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gateway::pipeline {

// Lives on a worker thread with the relay; all that it borrows outlives it.
class AnswerCopy {
public:
    AnswerCopy(RequestContext &context, const Clock &clock, LiveFeed &feed)
        : m_context(context), m_clock(clock), m_feed(feed)
    {
    }

    // Bytes are kept even where the record may not have them: a broken stream is continued from them, and usage is read
    // from them.
    void keepAlways() { m_keepsAlways = true; }

    // Of the client's stream. Binary frames are kept and shown as text: nobody reads the others.
    void setFraming(translation::FramingKind framing) { m_framing = framing; }

    void addBytes(std::string_view bytes);
    void addEvents(const LaneOutput &output); // with the time of each
    void noteFirstByte();
    const std::string &bytes() const { return m_bytes; }

    // To a watch; a watch that has just begun gets what is kept, too. `isStream`: what the bytes are.
    void show(std::string_view bytes, bool isStream, bool isComplete);

    // After it the copy is empty. Where bodies are not kept, the record gets none.
    void moveIntoRecord();

private:
    void keepEvents(const LaneOutput &output);

    RequestContext &m_context;
    const Clock &m_clock;
    LiveFeed &m_feed;
    std::string m_bytes;
    bool m_keepsAlways = false;
    translation::FramingKind m_framing = translation::FramingKind::ServerSentEvents;
    std::uint64_t m_shownTicket = 0; // the watch that has seen the answer's beginning
};

} // namespace gateway::pipeline
