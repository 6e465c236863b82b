// POST /v1/responses, the client's side.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation::openai_responses {

Result<ChatRequest> decodeRequest(const ClientCall &call);

} // namespace gateway::translation::openai_responses
