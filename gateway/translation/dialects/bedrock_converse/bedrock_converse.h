// AWS Bedrock's Converse and ConverseStream: both halves.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

// Streams of both halves are application/vnd.amazon.eventstream: the client's encoder writes whole binary frames, the
// provider's decoder reads the events of AwsEventStreamDecoder.
const ClientDialect &bedrockConverseClient();
const ProviderDialect &bedrockConverseProvider();

} // namespace gateway::translation
