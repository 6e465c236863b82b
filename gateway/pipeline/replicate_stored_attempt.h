// Makes the request of an attempt about files that Replicate keeps, for a client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

bool needsReplicatesFiles(const AttemptContext &attempt);

// Fills attempt.operation, but for the content of a file, which goes on as it arrives. A file of any size goes through: of
// the form only the heads of its parts change.
Result<net::UpstreamRequest> encodeReplicateStored(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
