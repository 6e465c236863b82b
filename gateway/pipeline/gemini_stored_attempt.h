// Makes the request of an attempt about files and batches that Gemini keeps, for a client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Fills attempt.operation, but for the content of a file, which goes on as it arrives, and attempt.followUp where Gemini
// answers in two steps. UnsupportedOperation for what Gemini has no words for.
Result<net::UpstreamRequest> encodeGeminiStored(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
