// Makes the request of an attempt for pictures where the provider has other words for them than OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Whether a client of OpenAI's asks a provider of another family.
bool needsImageWords(const AttemptContext &attempt);

// Fills attempt.operation. Pictures of a form are read into the memory, because the provider wants them inside JSON.
Result<net::UpstreamRequest> encodeImages(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
