// The messages and documents of a Cohere client.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/json/member_reader.h"

namespace gateway::translation::cohere {

// `messages` and `documents`. Documents stand in no message here; in the hub they are parts of the last user turn, so that
// every provider reads them.
void readMessages(MemberReader &body, ChatRequest &request);

// The blocks of an answer's `content`; what is of no known form is left out and noted in `problem`.
std::vector<Part> decodeBlocks(const Json &content, const std::string &pointer, Problem &problem);

// Arguments as text, also when an object stands there.
std::string argumentsText(const Json &function);

} // namespace gateway::translation::cohere
