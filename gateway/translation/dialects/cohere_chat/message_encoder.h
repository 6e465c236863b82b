// The messages of a request for Cohere.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/dialects/cohere_chat/encode_context.h"

namespace gateway::translation::cohere {

// Writes `messages`, and `documents` where a Cohere client sent some.
Result<void> encodeMessages(EncodeContext &context, Json &body);

} // namespace gateway::translation::cohere
