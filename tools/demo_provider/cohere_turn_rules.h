// What Cohere refuses within `messages`.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::cohere {

/// Their members, the place of the system turn, and that each tool call has its result right behind it.
[[nodiscard]] Verdict checkMessages(const Json &messages);

} // namespace demo_provider::cohere
