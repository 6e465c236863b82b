// Makes the request of an attempt for speech or a transcription where ElevenLabs is asked for a client of OpenAI's.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

bool needsElevenLabsWords(const AttemptContext &attempt);

// The answer goes on as it is: the sound, or an object with the "text" that OpenAI's clients read. A recording is not
// held in the memory: of the form only the names of fields change.
Result<net::UpstreamRequest> encodeElevenLabs(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
