// What OpenAI's embeddings endpoint refuses.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::openai {

[[nodiscard]] Verdict checkEmbeddings(const Json &body);

} // namespace demo_provider::openai
