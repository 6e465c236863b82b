// The way of a provider's answer to the client: its bytes unchanged, or said again in the client's dialect.
#pragma once

#include "gateway/base/error.h"
#include "gateway/base/result.h"
#include "gateway/translation/framing/framing_kind.h"
#include "gateway/translation/passthrough/answer_tap.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::pipeline {

// What one arrival gave for the client; used again for the next one.
struct LaneOutput {
    std::string wire;
    std::vector<std::size_t> eventEnds; // where each event of the stream ends in `wire`

    void clear()
    {
        wire.clear();
        eventEnds.clear();
    }
};

// Lives on a worker thread, for one attempt. Either feed() any number of times and then finish(), or one of the two for
// whole bodies. After an error from feed() or finish() only fail() and the questions may follow.
class AnswerLane {
public:
    virtual ~AnswerLane() = default;

    // How the provider's stream is framed, before its first byte; text/event-stream unless it is said.
    virtual void setFraming(translation::FramingKind framing) = 0;

    // An event stream in any cut. The error says why the stream cannot go on.
    virtual std::optional<Error> feed(std::string_view bytes, LaneOutput &output) = 0;
    // The provider's stream is over: an error when it was not complete.
    virtual std::optional<Error> finish(LaneOutput &output) = 0;
    // Tells the client of a running stream that it failed. False when nothing in the stream makes its SDK raise an error:
    // then a cut does, behind what was written.
    virtual bool fail(const Error &error, LaneOutput &output) = 0;

    // Whether what was fed so far says something: text, reasoning, a tool call. Until then another attempt can take over
    // without the client noticing.
    virtual bool hasContent() const = 0;
    // Whether the provider has said something of that kind, also where it is not for the client: the rest of a broken
    // answer begins with what the client has.
    virtual bool hasSpoken() const { return hasContent(); }

    // The client's body of a whole answer, or nothing when it is `body` itself.
    virtual Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) = 0;

    virtual const translation::AnswerFacts &facts() const = 0;
    // Whether a stream's answer is whole as far as it came, so that finish() would be a success.
    virtual bool isComplete() const { return facts().hasEnded; }
    virtual std::vector<std::string> takeNotes() = 0; // for the record

    // Whether the client is to get an event stream, and what it is called; false: whole bodies are held to their end.
    virtual bool translates() const = 0;
    virtual bool streamsToClient() const = 0;
    virtual std::string_view contentType() const = 0; // of what translates(); else empty
};

} // namespace gateway::pipeline
