// Reasoning items.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

// Between the summaries of one item when they are read as one text.
inline constexpr std::string_view summarySeparator = "\n\n";

// One part for an item: its summaries as one text, or else the reasoning itself, and its encrypted content as state.
// Members of other kinds than theirs read as absent.
Part decodeReasoning(const Json &item);

// The item for the provider that made it; null when it has nothing that the provider could use.
Json encodeReasoningForProvider(const Part &part);

// The item for a client, which carries any provider's state in encrypted_content. Clients show summaries, few show
// anything else of reasoning.
Json encodeReasoningForClient(const std::string &id, const std::string &text, const OpaqueState *state);

} // namespace gateway::translation::openai_responses
