// Makes the request of an attempt for embeddings.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Equal families: the client's bytes. Else fills attempt.operation: request and answer are said again in the other's
// words, losses are notes of the record, and in strict mode (x-bf-strict: true) errors.
Result<net::UpstreamRequest> encodeEmbedding(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
