// Parts of an answer -> content blocks for a Bedrock client.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/message.h"
#include "gateway/translation/dialects/tool_names.h"

#include <string>

namespace gateway::translation::bedrock {

// The provider's id of a call, if clients may send it back to Bedrock.
std::string callIdFor(std::string_view id, ExchangeState &state);

// {"image": {"format", "source"}}; null with a note when a Bedrock client cannot read it.
Json mediaBlock(const MediaPart &media, ExchangeState &state);

// True when the state hangs on a part that has no opaque field at Bedrock.
bool needsBlockBefore(const Part &part);

} // namespace gateway::translation::bedrock
