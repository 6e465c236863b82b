// Cuts the bytes of one HTTP/1.1 answer into its head and the pieces of its body (RFC 9112).
#pragma once

#include "gateway/net/http/chunked_body_reader.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace gateway::net {

// Fields that belong to one connection only and are not passed on (RFC 9110 §7.6.1).
void removeHopByHopFields(HeaderList &headers);

// A pull parser, so that the caller may stop, or be destroyed, after any event. Not thread-safe; no I/O; does not throw.
//
//   parser.feed(bytes);
//   while (true) switch (parser.next()) { Head: takeHead(); Body: body(); NeedMore: feed() or endOfInput(); ... }
//
// Interim answers (1xx) are swallowed, but for 101, which we never ask for.
class ResponseParser {
public:
    enum class Event { NeedMore, Head, Body, Finished, Failed };
    enum class Problem { None, Malformed, HeadTooLarge, Cut };

    static constexpr std::size_t headLimit = 64 * 1024;

    // The answer to a HEAD request has no body, whatever its head says.
    explicit ResponseParser(bool isAnswerToHead);
    ~ResponseParser();
    ResponseParser(const ResponseParser &) = delete;
    ResponseParser &operator=(const ResponseParser &) = delete;

    // The bytes must stay valid until next() has returned NeedMore, Finished or Failed, or keepRest() was called.
    void feed(std::string_view bytes);
    // The peer closed its side; what next() says then is final.
    void endOfInput();
    Event next();
    // Copies what was fed and not yet parsed, so that the caller's buffer may be reused.
    void keepRest();

    UpstreamResponseHead takeHead();                 // once, after Head
    std::string_view body() const { return m_body; } // after Body, until the next call
    Problem problem() const { return m_problem; }    // after Failed
    const std::string &problemDetail() const { return m_problemDetail; }
    std::uint64_t bodyBytes() const { return m_bodyBytes; } // given out so far
    bool hasReceivedAnything() const { return m_hasReceivedAnything; }
    // After Finished: the connection may carry another request.
    bool mayKeepConnection() const;

private:
    class BeastParser;

    Event stepOver();
    Event stepOverChunks();
    Event fail(Problem problem, std::string detail);

    std::unique_ptr<BeastParser> m_parser;
    ChunkedBodyReader m_chunks;
    std::string m_pending;   // holds the rest when a line was not complete
    std::string_view m_rest; // not yet parsed: in the caller's bytes or in m_pending
    std::string_view m_body;
    std::string m_problemDetail;
    std::uint64_t m_bodyBytes = 0;
    std::size_t m_neededSize = 0; // of m_rest, before it is worth another look
    Problem m_problem = Problem::None;
    bool m_isAnswerToHead;
    bool m_isHeadGiven = false;
    bool m_isChunked = false;
    bool m_isInputEnded = false;
    bool m_hasReceivedAnything = false;
};

} // namespace gateway::net
