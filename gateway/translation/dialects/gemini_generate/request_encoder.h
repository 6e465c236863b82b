// A request of the hub as a generateContent request.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::gemini {

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report);

} // namespace gateway::translation::gemini
