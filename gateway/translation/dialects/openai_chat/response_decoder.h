// A chat server's whole answer.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

namespace gateway::translation::openai_chat {

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state);

// What a message or a delta brings at once: generated images and audio.
std::vector<Part> wholePartsOf(const Json &message);

} // namespace gateway::translation::openai_chat
