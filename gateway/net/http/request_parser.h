// Turns the bytes of a client into one request, or into the reason why they are none; wraps Boost.Beast's parser.
//
// Stricter than Beast, because what two parsers read differently is how requests are smuggled (RFC 9112 §11.2): refused
// are folded lines, bare line feeds, any repeated or listed Content-Length, any Transfer-Encoding but one "chunked" and
// Content-Length beside it, blanks after a chunk size, and a missing or repeated Host.
// A POST without length has an empty body (RFC 9112 §6.3). 411 is answered only when "Expect: 100-continue" announces a
// body that then has no length: a Content-Type alone is what `curl -X POST -H 'Content-Type: ...'` sends without a body.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/http/http_message.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace gateway::net {

struct RequestLimits {
    std::size_t headBytes = 64 * 1024;
    std::size_t targetBytes = 16 * 1024;
    std::size_t bodyBytes = 100u * 1024u * 1024u; // as sent, and again once decompressed
    // Of a body that is no text: a form, a sound, a picture. Larger ones wait on the disk (HttpRequest::spooledBody).
    std::size_t mediumBytesInMemory = 1024 * 1024;
};

// One parser serves one connection, request after request, and reuses its memory. Not thread-safe. Never throws.
class RequestParser {
public:
    enum class State {
        Head,     // the head is not complete
        Body,     // the head is known, the body is not complete
        Complete, // request() is whole
        Failed,   // error() says why; framing is lost, the connection must be closed after the answer
    };

    explicit RequestParser(const RequestLimits &limits = {});
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    // Makes ready for the next request.
    void reset(const RequestLimits &limits);

    // Returns how many bytes were used up. The others must be offered again, with more behind them; after Complete they
    // belong to the next request. Nothing is used once the state is Complete or Failed.
    std::size_t feed(std::string_view bytes);

    // Where the next bytes of the body may be put instead of being fed, so that a large body is never copied; then
    // bodyReceived() says how many came. Empty unless a body of known length is awaited that is kept as it comes.
    std::span<char> bodyRoom();
    void bodyReceived(std::size_t count);

    State state() const;

    // True from the first byte of a request line on.
    bool hasStarted() const;

    // Only in state Failed.
    const Error &error() const;

    // Method, target and headers once the state is past Head; the body once it is Complete. In state Failed as much as
    // was understood. An absolute-form target is stored as its path, with its authority as Host (RFC 9112 §3.2.2); a
    // Content-Encoding that was undone is taken out of the headers. Times are set, addresses are not.
    HttpRequest &request();

    // From Body on: the client waits for "100 Continue" before it sends the body.
    bool expectsContinue() const;

    // From Body on: the client keeps the connection open for another request (RFC 9112 §9.3).
    bool keepsAlive() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gateway::net
