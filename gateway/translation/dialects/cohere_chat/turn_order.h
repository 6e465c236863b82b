// Brings the turns of other dialects' conversations into the order that Cohere demands.
#pragma once

#include "gateway/translation/dialects/cohere_chat/encode_context.h"
#include "gateway/translation/dialects/settled_results.h"

#include <vector>

namespace gateway::translation::cohere {

// One system turn, the first; each tool result behind the assistant turn that called, one for every call, and all calls
// with ids. A Cohere client's messages stay as they are.
std::vector<Turn> arrangedTurns(EncodeContext &context);

} // namespace gateway::translation::cohere
