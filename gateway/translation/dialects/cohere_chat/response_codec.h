// A whole answer of Cohere, both ways.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

namespace gateway::translation::cohere {

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state);
std::string encodeResponse(const ChatResponse &response, ExchangeState &state);

} // namespace gateway::translation::cohere
