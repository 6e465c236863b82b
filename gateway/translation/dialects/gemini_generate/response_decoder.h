// A whole generateContent answer as an answer of the hub.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <string_view>

namespace gateway::translation::gemini {

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state);

} // namespace gateway::translation::gemini
