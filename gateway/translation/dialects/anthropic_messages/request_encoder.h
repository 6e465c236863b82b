// The hub -> requests to Anthropic.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::anthropic {

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report);

} // namespace gateway::translation::anthropic
