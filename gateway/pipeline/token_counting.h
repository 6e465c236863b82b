// Counts the tokens of a request: by the provider where it can, else by an estimate that says so.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// Fills context.operation. Clients ask for counts at every step and take a failure badly, so whatever goes wrong at the
// provider is answered by an estimate (decision 0012): response header "x-bifrost-token-count: estimated", and a note
// in the record. Only a provider's own refusal of the client's own words (400, 413, 422) goes on as it came.
Result<net::UpstreamRequest> encodeTokenCount(RequestContext &context, const ProviderAddress &address);

} // namespace gateway::pipeline
