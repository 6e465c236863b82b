// Makes a batch of Bedrock out of what a client of OpenAI's asks for.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/provider_address.h"

namespace gateway::pipeline {

// In up to three requests: the input file is looked at, or put into the bucket; the job is made; how it is, is asked.
// Fills attempt.operation and attempt.followUp.
Result<net::UpstreamRequest> encodeBedrockBatch(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
