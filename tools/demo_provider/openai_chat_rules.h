// What OpenAI's chat completions endpoint refuses.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::openai {

/// `reasoningModel`: the stricter set of the models that think (no max_tokens, default temperature only).
/// `knowsEffort`: takes reasoning_effort; servers of open weights do, without being stricter.
[[nodiscard]] Verdict checkChat(const Json &body, bool reasoningModel, bool knowsEffort);
[[nodiscard]] inline Verdict checkChat(const Json &body, bool reasoningModel)
{
    return checkChat(body, reasoningModel, reasoningModel);
}

} // namespace demo_provider::openai
