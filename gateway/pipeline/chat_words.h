// Tells which chat requests a server of the same dialect refuses for a word that is not its own.
#pragma once

#include "gateway/pipeline/attempt_context.h"

namespace gateway::pipeline {

// True for requests of other dialects. False where the request is to be said again in the words of the provider: what
// Mistral's SDKs send to others, what others send to Mistral, and the "reasoning" of OpenRouter and Bifrost sent to OpenAI.
bool understandsChat(const AttemptContext &attempt);

} // namespace gateway::pipeline
