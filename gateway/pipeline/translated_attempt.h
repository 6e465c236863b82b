// Makes the request of an attempt whose provider speaks another dialect than the client.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Fills attempt.translated. Every loss becomes a note; in strict mode (header x-bf-strict: true) a loss is
// an InvalidRequest that lists what cannot be said.
Result<net::UpstreamRequest> encodeTranslated(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
