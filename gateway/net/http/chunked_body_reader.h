// Takes the framing off a chunked body (RFC 9112 §7.1), of a request or of an answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace gateway::net {

// What one side accepts; sizes in bytes.
struct ChunkRules {
    std::uint64_t bodyBytes = std::numeric_limits<std::uint64_t>::max(); // of all chunks together
    std::size_t extensionBytes = 256;
    std::size_t trailerBytes = std::size_t{16} * 1024;
    bool allowsBlanksAfterSize = false; // some old servers pad their sizes; between clients it would hide requests
};

// Decides by complete lines alone, so that what it says does not depend on how the bytes are cut. Extensions and
// trailers are checked and forgotten. Not thread-safe; does not throw but for lack of memory.
//
// It stands here because Boost.Beast (1.74 to 1.81) looks for the end of a quotation mark in an extension beyond the
// end of the line, and so reads another body from the same bytes when they come in pieces.
class ChunkedBodyReader {
public:
    enum class State { Reading, Complete, Malformed, TooLarge };

    struct Step {
        std::size_t used = 0;  // bytes from the front, not to be given again
        std::string_view body; // a part of the given bytes; may be empty
    };

    explicit ChunkedBodyReader(const ChunkRules &rules = {}) : m_rules(rules) {}

    // One piece of the body at most. Call it while there are bytes and state() is Reading.
    Step next(std::string_view bytes);
    State state() const { return m_state; }
    // What is wrong, for people, when state() is Malformed or TooLarge.
    const char *problem() const { return m_problem; }

private:
    enum class Place { SizeLine, EndOfChunk, Trailers };

    std::size_t takePartOfLine(std::string_view bytes);
    std::size_t roomForLine() const; // with CR LF
    void takeLine(std::string_view line);
    void takeSizeLine(std::string_view line);
    void fail(State state, const char *problem);

    ChunkRules m_rules;
    std::string m_line; // as far as it has come
    std::uint64_t m_announced = 0;
    std::uint64_t m_left = 0; // of the chunk
    std::size_t m_trailerBytes = 0;
    const char *m_problem = "";
    State m_state = State::Reading;
    Place m_place = Place::SizeLine;
};

} // namespace gateway::net
