// POST /v1/responses, the provider's side.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::openai_responses {

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report);

} // namespace gateway::translation::openai_responses
