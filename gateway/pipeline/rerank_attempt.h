// Makes the request of an attempt to rank documents where the provider has other words for it than the client.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Whether the client's bytes would not be understood: another family, or documents that are objects (bifrost-api §1.3).
bool needsRerankWords(const AttemptContext &attempt);

// Fills attempt.operation.
Result<net::UpstreamRequest> encodeRerank(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
