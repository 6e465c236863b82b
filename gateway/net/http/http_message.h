// A request as it was received, and the head of an answer.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/net/http/spooled_body.h"

#include <cstdint>
#include <memory>
#include <string>

namespace gateway::net {

// Bodies are shared, never copied: the pipeline forwards the bytes that the record keeps.
using SharedBytes = std::shared_ptr<const std::string>;

struct HttpRequest {
    std::string method; // upper case as sent
    std::string target; // as sent: path and query
    HeaderList headers;
    SharedBytes body; // complete, de-chunked, content-encoding removed; never null
    // Instead of the bytes, which are empty then: a form or a medium that is too large to be held in memory.
    std::shared_ptr<const SpooledBody> spooledBody;
    int minorVersion = 1;    // HTTP/1.minorVersion
    std::string peerAddress; // numeric
    std::uint16_t localPort = 0;
    bool isPeerLoopback = false;
    SteadyTime firstByteAt{}; // when the first byte of the head arrived
    SteadyTime completeAt{};  // when the last byte of the body arrived

    std::uint64_t bodySize() const { return spooledBody ? spooledBody->size() : body->size(); }
    std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }
    std::string_view query() const // without '?'
    {
        const auto mark = target.find('?');
        return mark == std::string::npos ? std::string_view{} : std::string_view(target).substr(mark + 1);
    }
};

struct ResponseHead {
    int status = 200;
    HeaderList headers; // without content-length, transfer-encoding, connection, date: the writer owns those
};

// Standard reason phrase (RFC 9110 §15), or "" for unknown codes.
std::string_view reasonPhrase(int status);

} // namespace gateway::net
