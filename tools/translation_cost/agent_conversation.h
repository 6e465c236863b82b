// A coding agent's conversation in no dialect's words: what the cost of translation is measured with.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/stream_event.h"

#include <cstddef>

namespace translation_cost {

// System text, fifteen tools with schemas, and turns that call a tool and read its result, until the texts alone have
// `bytes`: a wire body is a little larger.
gateway::translation::ChatRequest agentRequest(gateway::translation::DialectId dialect, std::string model,
                                               std::size_t bytes);

// An answer of `pieces` deltas: nine tenths text of about 20 bytes each, then a tool call in pieces.
gateway::translation::StreamEvents agentAnswer(std::size_t pieces);

} // namespace translation_cost
