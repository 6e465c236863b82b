// Reads from an answer with 429 when the provider's rate limit ends, where it says so without Retry-After.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"

#include <chrono>
#include <optional>

namespace gateway::net {

// Until all limits that are used up (remaining: 0) are there again; where nothing is told of what remains, until the
// first of them is. A limit of which something remains says nothing. Known are:
//  - x-ratelimit-reset-requests and -tokens with a duration as "6m0s" or "7.66s" (OpenAI, Azure, Groq, Cerebras, ...)
//  - anthropic-ratelimit-requests-reset, -tokens-reset, -input-tokens-reset, -output-tokens-reset with a time as
//    "2026-11-22T04:00:00Z" (RFC 3339)
//  - x-ratelimit-reset and ratelimit-reset with seconds (draft-ietf-httpapi-ratelimit-headers-05), seconds since 1970,
//    or milliseconds since 1970 (OpenRouter)
// Nothing where none of them is there or can be read. A time that has passed is zero.
std::optional<std::chrono::milliseconds> rateLimitReset(const HeaderList &headers, WallTime now);

} // namespace gateway::net
