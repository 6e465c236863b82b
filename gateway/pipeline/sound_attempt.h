// Makes the request of an attempt for speech or a transcription where others than OpenAI's kind are asked for a
// client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

bool needsSoundWords(const AttemptContext &attempt);

// Fills attempt.operation. A recording is read into the memory, because a provider wants it inside JSON or as the body itself.
Result<net::UpstreamRequest> encodeSound(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
