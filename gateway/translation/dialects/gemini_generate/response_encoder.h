// An answer of the hub as a whole generateContent answer.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <string>

namespace gateway::translation::gemini {

std::string encodeResponse(const ChatResponse &response, ExchangeState &state);

} // namespace gateway::translation::gemini
