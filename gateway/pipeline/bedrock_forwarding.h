// Passes requests of Amazon's own clients on: jobs of batches to Bedrock's control plane, objects to Amazon S3.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/provider_address.h"

namespace gateway::pipeline {

// The client's bytes, signed with the key for the service that they are for. Of S3 the objects in the key's buckets only,
// one at a time and in one piece. The attempt's provider is Bedrock.
Result<net::UpstreamRequest> encodeBedrockForwarded(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
