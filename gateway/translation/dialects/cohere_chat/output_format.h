// Structured output in a request for Cohere.
#pragma once

#include "gateway/translation/dialects/cohere_chat/encode_context.h"

namespace gateway::translation::cohere {

// Writes response_format, to be called when messages and tools are there. What Cohere's schemas cannot say, and any
// format beside tools, is asked for in the system text instead.
void encodeOutputFormat(EncodeContext &context, Json &body);

} // namespace gateway::translation::cohere
