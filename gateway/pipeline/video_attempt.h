// Makes the request of an attempt for films where the provider has other words for them than OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

bool needsVideoWords(const AttemptContext &attempt);

// Fills attempt.operation: of a new task, one that is asked after, one that is given up, or its film.
Result<net::UpstreamRequest> encodeVideo(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
