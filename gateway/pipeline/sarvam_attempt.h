// Makes the request of an attempt for speech or a transcription where Sarvam is asked for a client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

bool needsSarvamsWords(const AttemptContext &attempt);

// Fills attempt.operation. A recording is not held in the memory: of the form only fields change.
Result<net::UpstreamRequest> encodeSarvam(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
