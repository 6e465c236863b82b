// Makes the request of an attempt about files and batches that Anthropic, Gemini or Bedrock keeps, for a client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

bool needsStoredWords(const AttemptContext &attempt);

// Fills attempt.operation, but for the content of a file, which goes on as it arrives.
Result<net::UpstreamRequest> encodeStored(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
