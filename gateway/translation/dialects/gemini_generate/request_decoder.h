// A generateContent request as a request of the hub.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation::gemini {

Result<ChatRequest> decodeRequest(const ClientCall &call);

} // namespace gateway::translation::gemini
