// Tools and the choice among them in a request for Cohere.
#pragma once

#include "gateway/translation/dialects/cohere_chat/encode_context.h"

namespace gateway::translation::cohere {

// Writes tools, strict_tools and tool_choice.
void encodeTools(EncodeContext &context, Json &body);

} // namespace gateway::translation::cohere
