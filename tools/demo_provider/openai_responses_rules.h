// What OpenAI's responses endpoint refuses.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::openai {

/// `earlierItems`: the items of the conversation that `previous_response_id` continues; an empty array without one.
[[nodiscard]] Verdict checkResponses(const Json &body, const Json &earlierItems, bool reasoningModel);

} // namespace demo_provider::openai
