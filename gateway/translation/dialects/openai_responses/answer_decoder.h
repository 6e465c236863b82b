// Whole answers of a provider.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

#include <vector>

namespace gateway::translation::openai_responses {

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state);

// The parts of one finished output item, names of tools as the client knows them; `logprobs` takes the tokens of texts.
std::vector<Part> decodeOutputItem(const Json &item, ExchangeState &state, Json *logprobs);

} // namespace gateway::translation::openai_responses
