// Members of this dialect that the hub has no word for: kept while a request is read, and put back when it is written.
#pragma once

#include "gateway/translation/canonical/extensions.h"
#include "gateway/translation/json/member_reader.h"

namespace gateway::translation::openai_chat {

// What was not asked for, as it is.
void takeRest(const MemberReader &reader, Extensions &extensions);

// Puts the members that were kept for this dialect beside the others; what is there already stays.
void putBack(const Extensions &extensions, Json &object);

} // namespace gateway::translation::openai_chat
