// A request for Cohere.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::cohere {

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report);

} // namespace gateway::translation::cohere
