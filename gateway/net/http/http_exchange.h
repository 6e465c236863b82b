// One request and its answer on a client connection.
#pragma once

#include "gateway/base/error.h"
#include "gateway/net/http/http_message.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace gateway::net {

// Hears what happens to the client while an answer is being made. Called on the connection's worker thread.
class ExchangeListener {
public:
    virtual ~ExchangeListener() = default;

    // The client closed or reset its connection before the answer was finished. The exchange is gone when this
    // returns; the listener must not touch it again.
    virtual void clientGone() = 0;

    // Bytes waiting for the client fell below the low watermark after isCongested() had been true.
    virtual void clientDrained() = 0;
};

// Lives on a worker thread; owned by its connection. It stays valid from RequestHandler::handleRequest until finish(),
// sendWhole() or abort() is called, or until clientGone() returns, whichever is first.
class HttpExchange {
public:
    virtual ~HttpExchange() = default;

    virtual const HttpRequest &request() const = 0;

    // At most one listener; null to stop listening.
    virtual void setListener(ExchangeListener *listener) = 0;

    // The whole answer in one write. Ends the exchange.
    virtual void sendWhole(const ResponseHead &head, std::string_view body) = 0;

    // A streamed answer: head once, body any number of times, then finish() or abort().
    // contentLength empty: chunked for HTTP/1.1, until close for HTTP/1.0.
    virtual void sendHead(const ResponseHead &head, std::optional<std::uint64_t> contentLength) = 0;
    virtual void sendBody(std::string_view bytes) = 0;

    // A field behind the body, for clients that take one (TE: trailers) and bodies in chunks; else nothing happens.
    // Promise it before sendHead(), set it before finish().
    virtual void promiseTrailer(std::string_view) {}
    virtual void setTrailer(std::string_view, std::string_view) {}

    // Ends the answer properly. Ends the exchange.
    virtual void finish() = 0;

    // Closes the connection so that the client sees a cut answer, never a complete one. Ends the exchange.
    virtual void abort() = 0;

    // True while more than the high watermark waits to be read by the client.
    virtual bool isCongested() const = 0;

    // Bytes of head and body handed to the socket so far.
    virtual std::uint64_t bytesSent() const = 0;
};

// An error answer in the shape of the endpoint that was called.
struct RenderedError {
    ResponseHead head;
    std::string body;
};

// What a server does with requests. Called on the connection's worker thread.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;

    // The request is complete, its Host and Origin have been checked. The handler answers now or later.
    virtual void handleRequest(HttpExchange &exchange) = 0;

    // For requests that never become an exchange (bad HTTP, too large, refused host): the body and headers to answer.
    // `target` is what was understood of the request target, perhaps empty. Called at most once per refused request,
    // so this is also where a record of the refusal is made.
    virtual RenderedError refuse(const Error &error, std::string_view method, std::string_view target,
                                 const HeaderList &headers, std::string_view peerAddress) = 0;
};

} // namespace gateway::net
