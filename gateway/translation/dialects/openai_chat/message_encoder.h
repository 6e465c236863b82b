// Writes the messages of a request for a chat server.
#pragma once

#include "gateway/translation/dialects/openai_chat/encode_context.h"

namespace gateway::translation::openai_chat {

// The array `messages`; an error when a message makes no sense without what the server cannot take.
Result<Json> encodeMessages(EncodeContext &context);

} // namespace gateway::translation::openai_chat
