// A chat client's request.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation::openai_chat {

Result<ChatRequest> decodeRequest(const ClientCall &call);

} // namespace gateway::translation::openai_chat
