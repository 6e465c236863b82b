// usageMetadata: promptTokenCount holds the cached tokens, candidatesTokenCount does not hold the thoughts.
#pragma once

#include "gateway/base/token_usage.h"
#include "gateway/translation/json/json_document.h"

namespace gateway::translation::gemini {

TokenUsage decodeUsage(const Json &usageMetadata);
Json encodeUsage(const TokenUsage &usage); // null when nothing is known

} // namespace gateway::translation::gemini
