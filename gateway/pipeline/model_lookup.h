// Asks a provider about one of its models and tells the client in its own form.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Fills attempt.operation. Where client and provider are of one family the provider's answer goes on as it is.
Result<net::UpstreamRequest> encodeModelLookup(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
