// What OpenAI's chat completions endpoint refuses.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::openai {

/// `reasoningModel`: the stricter set of the models that think (no max_tokens, default temperature only).
[[nodiscard]] Verdict checkChat(const Json &body, bool reasoningModel);

} // namespace demo_provider::openai
