// Renders the heads and chunks of answers into bytes; knows nothing of sockets.
#pragma once

#include "gateway/net/http/http_message.h"
#include "gateway/net/http/origin_guard.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

// How the end of a body is told (RFC 9112 §6.3).
enum class BodyFraming {
    None,          // no body can follow: 204, 304
    ContentLength, // as many bytes as announced
    Chunked,       // HTTP/1.1 and a length that is not known
    UntilClose,    // HTTP/1.0 and a length that is not known
};

struct HeadFacts {
    BodyFraming framing = BodyFraming::None;
    std::uint64_t contentLength = 0;
    bool mustClose = false;
    bool isHttp10 = false;             // of the request: keep-alive must then be said aloud
    std::string_view cors;             // rendered by renderFields()
    std::string_view promisedTrailers; // names of fields behind the chunks, or empty
};

// Appends status line and headers with the empty line. Fields that the writer owns (framing, connection, date, CORS and
// security) are left out of `head.headers`, as are those with a line break in them: nobody splits an answer.
void appendHead(std::string &output, const ResponseHead &head, const HeadFacts &facts);

// Appends size line, bytes and line end. An empty chunk would end the body, so nothing is appended for it.
void appendChunk(std::string &output, std::string_view bytes);

// "Name: value\r\n" for each field.
std::string renderFields(const HeaderList &headers);

// Statuses whose answers have no body whatever the handler says (RFC 9110 §6.4.1).
bool isBodyless(int status);

} // namespace gateway::net
