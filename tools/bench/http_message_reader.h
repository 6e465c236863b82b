// Reads one HTTP/1.1 message after the other from bytes in any cut (RFC 9112).
//
// Made for a benchmark on loopback between known peers: it knows lengths, chunks and "until the connection ends",
// and trusts what it reads. It is no parser for untrusted input; the gateway has another one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

class HttpMessageReader {
public:
    enum class Kind { Request, Response };

    explicit HttpMessageReader(Kind kind) : m_kind(kind) {}

    // Takes bytes of the present message and returns how many it used; stops behind the end of the message.
    std::size_t feed(std::string_view bytes);
    // The peer closed the connection: ends a body that has neither length nor chunks.
    void endOfInput();
    // Forgets the finished message and waits for the next one.
    void startNext();

    bool hasStarted() const { return m_state != State::Head || !m_head.empty(); }
    bool hasHead() const { return m_state != State::Head && m_state != State::Failed; }
    bool isComplete() const { return m_state == State::Complete; }
    bool hasFailed() const { return m_state == State::Failed; }
    bool mustClose() const { return m_mustClose; }

    int status() const { return m_status; }              // of a response
    std::string_view method() const { return m_method; } // of a request
    std::string_view target() const { return m_target; } // of a request
    // The decoded body read so far; the reader of a stream takes what is there and clears it.
    std::string &body() { return m_body; }

private:
    enum class State { Head, FixedBody, BodyUntilClose, ChunkSize, ChunkData, ChunkEnd, Trailer, Complete, Failed };

    std::size_t feedHead(std::string_view bytes);
    std::size_t feedFixedBody(std::string_view bytes);
    std::size_t feedLine(std::string_view bytes);
    void finishHead();
    bool readStartLine(std::string_view line);
    void readField(std::string_view line);
    void finishLine();

    Kind m_kind;
    State m_state = State::Head;
    std::string m_head;
    std::string m_line; // a chunk size or trailer line that is not whole yet
    std::string m_body;
    std::string m_method;
    std::string m_target;
    std::uint64_t m_bytesLeft = 0;
    int m_status = 0;
    bool m_hasLength = false;
    bool m_isChunked = false;
    bool m_mustClose = false;
};

} // namespace bench
