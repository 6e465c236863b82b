// Effort <-> budget of reasoning, in one table for all dialects.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace gateway::translation {

// The thinking budget that an effort means, in tokens: low 4,096, medium 12,288, high 24,576, ... (None and Minimal: see
// the table in the .cpp and docs/dialects.md).
std::int64_t budgetOfEffort(ReasoningEffort effort);
ReasoningEffort effortOfBudget(std::int64_t budgetTokens); // the nearest at or above

// "none", "minimal", "low", "medium", "high", "xhigh", "max"
std::string_view effortName(ReasoningEffort effort);
std::optional<ReasoningEffort> effortFromName(std::string_view name);

// What the options mean as an effort, from whatever was said; nothing when nothing was said.
std::optional<ReasoningEffort> effectiveEffort(const ReasoningOptions &options);

} // namespace gateway::translation
