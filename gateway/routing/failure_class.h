// Sorts failures by what helps against them.
#pragma once

#include "gateway/base/error.h"

#include <string_view>

namespace gateway::routing {

enum class FailureClass {
    Unreachable,     // refused, no route, name unknown, TLS, proxy: the request was not seen
    Reset,           // the connection broke before the answer was complete
    RateLimited,     // 429
    Overloaded,      // 500, 502, 503, 504, 529, 408, 409, 425: passing trouble at the provider
    Silent,          // no answer, or no first token, in time
    ContextOverflow, // the conversation is larger than the model's window
    ContentFiltered, // the provider's own filter refused
    BadKey,          // 401, 402, 403: the key is wrong, may not, or has no credit
    UnknownModel,    // 404
    Malformed,       // the answer is not what it should be
    Refused,         // any other 4xx: the request itself is wrong
    Own,             // not the upstream's fault
};

// From the error's code, the upstream's status and its words (OpenAI "context_length_exceeded", Anthropic "prompt is
// too long", Google "exceeds the maximum number of tokens", Azure "content_filter", Bedrock "Input is too long").
FailureClass failureClassOf(const Error &error);

// Stable name for records and tests: "rate_limited".
std::string_view failureClassName(FailureClass failure);

// Whether it speaks against the target's health: a passing or lasting inability to serve anybody.
bool isOutage(FailureClass failure);

} // namespace gateway::routing
