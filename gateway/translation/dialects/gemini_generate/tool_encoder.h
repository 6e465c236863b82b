// Tools and the choice among them as `tools` and `toolConfig`.
#pragma once

#include "gateway/translation/dialects/gemini_generate/encode_context.h"

namespace gateway::translation::gemini {

// Writes both members of the body. With `outputByTool` the answer is made by a forced call of one more function
// (ExchangeState::outputTool), for models that take no response schema beside functions.
void encodeTools(EncodeContext &context, bool outputByTool, Json &body);

bool hasFunctions(const ChatRequest &request); // functions or custom tools, which become functions

} // namespace gateway::translation::gemini
