// What OpenAI's responses endpoint refuses among the items of a conversation.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::openai {

/// `input` alone and in its order; `earlierItems` are those of the response that it continues.
[[nodiscard]] Verdict checkInput(const Json &body, const Json &earlierItems);

/// The opaque reasoning that a client must carry back unchanged.
[[nodiscard]] std::string encryptedReasoning(const std::string &reasoning);

} // namespace demo_provider::openai
