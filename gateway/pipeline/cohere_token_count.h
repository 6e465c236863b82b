// Makes the requests of an attempt that counts tokens with Cohere's tokenizer.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/translation/canonical/chat_request.h"

namespace gateway::pipeline {

bool countsByTokenizing(const config::ProviderDefinition &provider);

// Fills attempt.operation, and attempt.followUp for a text that takes several questions. A text of more than eight is not
// asked for: UnsupportedOperation, after which it is estimated.
Result<net::UpstreamRequest> encodeTokenizedCount(AttemptContext &attempt, const ProviderAddress &address,
                                                  const translation::ChatRequest &asked);

} // namespace gateway::pipeline
