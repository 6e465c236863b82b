// `generationConfig` of a Gemini request: sampling, output format and thinking.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

namespace gateway::translation::gemini {

// What the hub has no word for (responseModalities, speechConfig, ...) is kept as the extension "generationConfig".
std::optional<Error> decodeGenerationConfig(const Json &config, ChatRequest &request);

} // namespace gateway::translation::gemini
