// What Cohere's POST /v2/chat refuses, in its words.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::cohere {

[[nodiscard]] Verdict checkChat(const Json &body);

/// 400 with these words behind "invalid request: ".
[[nodiscard]] Refusal invalidRequest(const std::string &words);

} // namespace demo_provider::cohere
