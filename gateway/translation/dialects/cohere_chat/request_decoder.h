// What a Cohere client asks.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation::cohere {

Result<ChatRequest> decodeRequest(const ClientCall &call);

} // namespace gateway::translation::cohere
