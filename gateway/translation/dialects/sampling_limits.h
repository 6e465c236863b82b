// The ranges that a client's dialect sets for its sampling options: beyond them its own provider would refuse.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/chat_request.h"

namespace gateway::translation {

// InvalidRequest that names the member, as the dialect's provider would answer; a translation must not repair in silence
// what the client's author is to see. Sources: the API references of OpenAI, Anthropic and Google, November 2026.
Result<void> checkSampling(const ChatRequest &request);

} // namespace gateway::translation
