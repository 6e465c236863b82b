// Whole answers, both ways.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation::anthropic {

std::string encodeResponse(const ChatResponse &response, ExchangeState &state);
Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state);

// {"type":"error","error":{"type","message"}} of a body or a frame as an error with the provider's words.
Error errorFrom(const Json &envelope);

} // namespace gateway::translation::anthropic
