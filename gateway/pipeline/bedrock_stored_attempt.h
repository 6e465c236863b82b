// Makes the request of an attempt about files and batches of Amazon Bedrock, for a client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/provider_address.h"

namespace gateway::pipeline {

// Fills attempt.operation, but for the content of a file, which goes on as it arrives; of a batch's results each line is
// said again (attempt.lines). UnsupportedOperation for what Bedrock has no words for.
Result<net::UpstreamRequest> encodeBedrockStored(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
