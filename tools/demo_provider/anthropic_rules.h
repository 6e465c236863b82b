// What Anthropic's messages and count_tokens endpoints refuse.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::anthropic {

struct RuleContext {
    /// The `anthropic-beta` header: some fields exist only under their beta.
    std::string_view betas;
    /// The newest models take `role: system` inside messages under a beta.
    bool systemMessagesKnown = false;
    bool countingTokens = false;
};

[[nodiscard]] Verdict checkMessages(const Json &body, const RuleContext &context);

/// The envelope of every Anthropic error.
[[nodiscard]] OrderedJson envelope(const Refusal &refusal, const std::string &requestId);

} // namespace demo_provider::anthropic
