// Parts of an answer -> content blocks for an Anthropic client.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/message.h"
#include "gateway/translation/dialects/tool_names.h"

#include <string>
#include <string_view>

namespace gateway::translation::anthropic {

// `id` with `prefix`, as this dialect's clients know ids: kept when it fits, else made.
std::string idWithPrefix(std::string_view id, std::string_view prefix, ExchangeState &state);

// Ids of calls are kept as they are, if they have only the characters that clients send back to Anthropic.
std::string callIdFor(std::string_view id, ExchangeState &state);

// Reasoning with its state in the one opaque field of a block: native state as it is, others packed.
Json reasoningBlock(std::string_view text, const OpaqueState *state);

// A block without text that carries the state of the part behind it (Gemini's thought signatures).
Json stateOfNextBlock(OpaqueState state);

// True when the state hangs on a part that has no opaque field at Anthropic.
bool needsBlockBefore(const Part &part);

} // namespace gateway::translation::anthropic
