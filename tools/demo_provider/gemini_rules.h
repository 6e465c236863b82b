// What Google's generateContent and countTokens refuse.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::gemini {

/// `thinks`: the model is of the generation that demands its signatures back.
[[nodiscard]] Verdict checkGenerate(const Json &body, bool thinks);
[[nodiscard]] Verdict checkCountTokens(const Json &body, bool thinks);

} // namespace demo_provider::gemini
