// `toolConfig` of a request -> tools and the choice among them.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/json/member_reader.h"

namespace gateway::translation::bedrock {

void decodeTools(const Json &toolConfig, Problem &problem, ChatRequest &request);

} // namespace gateway::translation::bedrock
