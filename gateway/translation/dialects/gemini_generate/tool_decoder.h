// `tools` and `toolConfig` of a Gemini request.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

namespace gateway::translation::gemini {

// One Tool for each function declaration, and a BuiltIn one for each other member ("googleSearch").
std::optional<Error> decodeTools(const Json &tools, ChatRequest &request);
std::optional<Error> decodeToolConfig(const Json &toolConfig, ChatRequest &request);

} // namespace gateway::translation::gemini
