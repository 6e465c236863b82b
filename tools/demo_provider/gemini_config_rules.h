// What Google refuses in the options of a request: generation config, schemas, tools and tool config.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::gemini {

[[nodiscard]] Verdict checkGenerationConfig(const Json &config);
[[nodiscard]] Verdict checkTools(const Json &tools);
[[nodiscard]] Verdict checkToolConfig(const Json &toolConfig, const Json &tools);

/// The functions of all tools, in their order.
[[nodiscard]] std::vector<const Json *> declarationsOf(const Json &tools);

} // namespace demo_provider::gemini
