// A chat client's request.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation::openai_chat {

Result<ChatRequest> decodeRequest(const ClientCall &call);

// Whether an SDK of Mistral sent the request: it says chat completions in Mistral's words, and reads no others.
bool isMistralSdk(const HeaderList &headers);

} // namespace gateway::translation::openai_chat
