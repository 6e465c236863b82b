// Brings the turns of other dialects' conversations into the order that chat servers demand.
#pragma once

#include "gateway/translation/dialects/openai_chat/encode_context.h"
#include "gateway/translation/dialects/settled_results.h"

#include <vector>

namespace gateway::translation::openai_chat {

// Each tool result stands behind the assistant turn that called, every call has one result, all calls have ids, and for
// servers whose templates want it there is one system message, the first. A chat client's messages stay as they are.
std::vector<Turn> arrangedTurns(EncodeContext &context);

} // namespace gateway::translation::openai_chat
