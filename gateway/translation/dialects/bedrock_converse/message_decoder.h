// `system` and `messages` of a request -> messages of the hub.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/extras.h"

#include <vector>

namespace gateway::translation::bedrock {

// Either may be null: a prompt of Prompt management has its own.
void decodeMessages(const Json *system, const Json *messages, Problem &problem, std::vector<Message> &decoded);

} // namespace gateway::translation::bedrock
