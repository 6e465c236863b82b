// Sends a request below a raw prefix to its provider: method, path, query and body as they came, our credential.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// The host is the provider's own, whatever the request says. Of the query only what carries a key is left out.
Result<net::UpstreamRequest> encodeRawForward(AttemptContext &attempt, const ProviderAddress &address);

// Model and stream of a body that need not be JSON, for routing and the record; nothing is refused.
translation::RequestFacts readRawFacts(const RequestContext &context);

} // namespace gateway::pipeline
