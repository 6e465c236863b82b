// Stop reasons, usage, tiers and errors of Bedrock's answers, both ways.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <string_view>

namespace gateway::translation::bedrock {

FinishReason finishReasonOf(std::string_view stopReason);

// The stop reason that a Bedrock client reads; what Bedrock has no word for is approximated with a note.
// `rawReason` is the provider's word: its own guardrail is told as such.
std::string_view stopReasonFor(FinishReason reason, std::string_view rawReason, bool hasCalls, ExchangeState &state);

// Bedrock counts cached tokens outside of inputTokens, and totals all of them.
TokenUsage usageFrom(const Json &usage);
Json usageFor(const TokenUsage &usage);

// The value of "metrics": how long the client has waited, 0 where nobody measures.
Json metricsFor(const ExchangeState &state);

// The value of "serviceTier", or null when the provider's word is none of Bedrock's.
Json serviceTierFor(std::string_view tier);

// The model's `stopReason` together with its content: one that does not fit is corrected with a note, or is the error that
// it means, as is the answer that was given up. `callCount` leaves out the call of state.outputTool.
Result<FinishReason> settledReason(std::string_view stopReason, std::size_t callCount, bool hasServerCall,
                                   ExchangeState &state);

// The exception of a stream, or a body without output: an error with the provider's words.
Error errorFromException(std::string_view type, const Json &payload);

// The name and payload of the exception that ends a stream to the client: one of the five of ConverseStreamOutput.
std::string_view exceptionNameFor(const Error &error);
std::string exceptionPayload(const Error &error);

} // namespace gateway::translation::bedrock
