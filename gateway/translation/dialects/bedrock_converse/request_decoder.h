// Request bodies of POST /model/{model}/converse and converse-stream -> the hub.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation::bedrock {

Result<ChatRequest> decodeRequest(const ClientCall &call);

} // namespace gateway::translation::bedrock
