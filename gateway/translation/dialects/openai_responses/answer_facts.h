// Usage, status and errors of answers.
#pragma once

#include "gateway/base/error.h"
#include "gateway/base/token_usage.h"
#include "gateway/translation/canonical/chat_response.h"

#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

// input_tokens holds the cached ones too.
TokenUsage decodeUsage(const Json &usage);
std::string encodeUsage(const TokenUsage &usage); // JSON text; "null" when nothing is known

// "error" of a response or an error event; `whole` is told when there is no message.
Error decodeError(const Json &error, const Json &whole);
// Both shapes in one: the event's members, and the object that SDKs look for.
std::string_view errorCodeFor(const Error &error); // of the few that a response may have

struct Ending {
    FinishReason reason = FinishReason::Unknown;
    std::string word; // the provider's: "completed", "max_output_tokens"
};
Ending decodeEnding(const Json &response, bool hasCalls, bool hasRefusalOnly);

struct Status {
    std::string_view status;           // "completed"
    std::string_view incompleteReason; // empty unless incomplete
};
Status statusFor(FinishReason reason, bool hasRefusal);

} // namespace gateway::translation::openai_responses
