// Makes the request of an attempt for a legacy completion: as it came, or as a chat where the client lets us.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

namespace gateway::pipeline {

// POST /v1/completions of OpenAI; Anthropic's old /v1/complete is another thing.
bool isTextCompletion(const RequestContext &context);

// Providers without completions are asked in a chat when x-bf-compat names convert_text_to_chat (bifrost-api §3.1); else
// UnsupportedOperation says so.
Result<net::UpstreamRequest> encodeTextCompletion(AttemptContext &attempt, const ProviderAddress &address);

} // namespace gateway::pipeline
