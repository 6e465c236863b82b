// What Anthropic refuses within a message's content blocks, and the wording of its refusals.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::anthropic {

[[nodiscard]] Refusal refusal(std::string message);

/// Checks an object's members; `path` is where it stands ("messages.0") or empty for the body.
[[nodiscard]] Verdict check(const Json &value, const std::string &path, std::span<const Field> fields);

/// One content block of a message of this role; "system" for the blocks of the system prompt.
[[nodiscard]] Verdict checkBlock(const Json &block, const std::string &path, const std::string &role);

/// The signature that a thinking block carries and must bring back unchanged.
[[nodiscard]] std::string thinkingSignature(const std::string &thinking);

} // namespace demo_provider::anthropic
