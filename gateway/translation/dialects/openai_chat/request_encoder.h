// Writes a request for a chat server.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::openai_chat {

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report);

} // namespace gateway::translation::openai_chat
