// Makes the request of an attempt that goes on in the client's words: images, audio, files and the like.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// The client's bytes but for the model's name and what is meant for us (fallbacks, provider). Text completions,
// reranking and pictures may be said again for a provider that has other words for them; each has a file of its own.
Result<net::UpstreamRequest> encodeForwarded(AttemptContext &attempt, const ProviderAddress &address);

// The dialect whose errors and usage a family's other operations share.
translation::DialectId dialectOfFamily(translation::DialectFamily family);

} // namespace gateway::pipeline
