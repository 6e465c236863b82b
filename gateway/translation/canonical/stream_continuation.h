// Lets a second answer go on where a first one broke: what the reader already has is not said again.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/canonical/stream_event.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gateway::translation {

// The second answer must repeat the text and the calls that the reader has; its reasoning is its own affair and is left
// out. Half a tool call is never continued.
class StreamContinuation {
public:
    enum class Second {
        Repeats,  // the second answer begins anew
        Continues // it was given the reader's text and says only what is new
    };
    // `delivered`: the legal beginning of a stream with one choice, as the reader has it.
    explicit StreamContinuation(StreamEvents delivered, Second second = Second::Repeats);

    const StreamEvents &delivered() const { return m_delivered; }
    // Whether anything can go on from it: false for several choices, half a call, and parts that cannot be compared.
    bool isPossible() const { return m_isPossible; }

    // What a second answer could continue: the reader's text without spaces at its end, where there is nothing else but
    // reasoning and the last part is still open. Else empty.
    std::string textToContinue() const;

    // One event of the second answer in legal order; appends what the reader is to get. The error says that the second
    // answer differs.
    std::optional<Error> take(const StreamEvent &event, StreamEvents &out);

    // The first difference came after so many bytes of text that were equal.
    std::size_t matchedBytes() const { return m_matchedBytes; }
    bool hasJoined() const { return m_hasJoined; } // everything from now on is new to the reader

private:
    struct DeliveredPart {
        Part part; // with its whole text or arguments so far
        bool isOpen = false;
    };

    void readDelivered();
    std::optional<Error> start(const PartStarted &started, StreamEvents &out);
    std::optional<Error> addText(std::string_view text, StreamEvents &out);
    std::optional<Error> endPart(const PartEnded &ended, StreamEvents &out);
    std::optional<Error> endOfAnswer();
    std::optional<Error> differs() const;
    void joinWhenAllIsMatched();
    void skipDelivered();
    StreamEvent moved(StreamEvent event) const; // its part index counts behind the delivered ones
    DeliveredPart *current();

    StreamEvents m_delivered;
    const Second m_second;
    std::vector<DeliveredPart> m_parts;
    bool m_isPossible = true;
    bool m_hasJoined = false;
    std::size_t m_next = 0;          // of m_parts, to be matched
    std::size_t m_offset = 0;        // bytes of its text that are matched
    std::optional<Part> m_incoming;  // the part that the second answer is in
    bool m_isLeftOut = false;        // its events are not for the reader
    std::size_t m_incomingIndex = 0; // of the part that was matched last
    std::size_t m_matchedBytes = 0;
    std::string m_spaces;       // at the end of what the reader has, which a continuing answer may say again
    std::ptrdiff_t m_shift = 0; // reader's index minus the second answer's
};

} // namespace gateway::translation
