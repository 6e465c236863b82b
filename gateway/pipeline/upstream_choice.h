// Settings of a provider that are put into every completion: who behind OpenRouter may run a model, and that OpenAI keeps
// nothing.
#pragma once

#include "gateway/base/result.h"
#include "gateway/pipeline/attempt_context.h"

#include <string>
#include <string_view>

namespace gateway::pipeline {

// The provider's "openrouter_config" is a "provider" object as OpenRouter takes it (openrouter.ai/docs/features/
// provider-routing): {"ignore": ["Cloudflare"], "order": [...], "only": [...]}. What the client says itself wins, but who
// is to be ignored is ignored all the same. Nothing when the body stays as it is; else a note says what was put in.
Result<std::optional<std::string>> withUpstreamChoice(AttemptContext &attempt, std::string_view body);

// "openai_config": {"disable_store": true} (bifrost-api §5.3): whatever the client says, its conversation is not kept. For
// Chat Completions and Responses. Nothing when the body stays as it is; else a note says what was put in.
Result<std::optional<std::string>> withoutStoring(AttemptContext &attempt, std::string_view body);

} // namespace gateway::pipeline
