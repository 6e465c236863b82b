// Puts a client's file into the bucket of a key of Bedrock.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/provider_address.h"

namespace gateway::pipeline {

// The file as it is, in the memory or on the disk; one for a batch with OpenAI's lines is said in Bedrock's words first,
// because Bedrock reads it by itself (decision 0052): that is attempt.preparation. Fills attempt.operation.
Result<net::UpstreamRequest> encodeBedrockUpload(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
