// What one client connection may take: bytes, and time.
#pragma once

#include "gateway/net/http/request_parser.h"

#include <chrono>
#include <cstddef>

namespace gateway::net {

struct ConnectionLimits {
    std::size_t headBytes = 64 * 1024;
    std::size_t targetBytes = 16 * 1024;
    std::size_t bodyBytes = 100u * 1024u * 1024u;
    std::chrono::milliseconds headTime{10'000};    // first byte of a head to its end
    std::chrono::milliseconds bodySilence{30'000}; // longest silence inside a body
    std::chrono::milliseconds idleTime{75'000};    // between requests
    // Longest time in which a client takes nothing of what waits for it; then the connection is cut.
    std::chrono::milliseconds answerStall{300'000};
};

RequestLimits requestLimits(const ConnectionLimits &limits);
std::chrono::milliseconds tickFor(const ConnectionLimits &limits); // how often deadlines are looked at

} // namespace gateway::net
