// Stop reasons and usage of Anthropic's answers, both ways.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation::anthropic {

FinishReason finishReasonOf(std::string_view stopReason);

// The client's own sequence that ended the answer. Bedrock and Cohere do not say which: it is known where one was asked.
Json stopSequenceFor(FinishReason reason, const std::string &told, const ChatRequest &request);

// The stop reason that an Anthropic client reads. Other reasons than Anthropic has are approximated with a note.
std::string_view stopReasonFor(FinishReason reason, bool hasCalls, bool hasRefusal, ExchangeState &state);

// Anthropic counts cached tokens outside of input_tokens.
TokenUsage usageFrom(const Json &usage);

// With all members that SDKs of Anthropic's demand; what was not reported is null where that is allowed, else 0.
// `tier` is usage.service_tier, may be empty.
Json usageFor(const TokenUsage &usage, std::string_view tier);

// The provider's word for how it served the request, as Anthropic says it; empty when Anthropic has no such word.
std::string_view serviceTierFor(std::string_view tier);

// What the model said with a reason that does not fit its content: corrected with a note, or the error that it means.
// `callCount` leaves out the call of state.outputTool.
Result<FinishReason> settledReason(FinishReason reason, std::size_t callCount, bool hasServerCall,
                                   ExchangeState &state);

} // namespace gateway::translation::anthropic
