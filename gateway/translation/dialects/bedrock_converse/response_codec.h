// Whole answers, both ways.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation::bedrock {

std::string encodeResponse(const ChatResponse &response, ExchangeState &state);
Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state);

} // namespace gateway::translation::bedrock
