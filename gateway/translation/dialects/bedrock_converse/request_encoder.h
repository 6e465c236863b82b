// The hub -> requests of Converse and ConverseStream.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::bedrock {

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report);

} // namespace gateway::translation::bedrock
