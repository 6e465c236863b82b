// Requests that lean on what only their own provider keeps.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

#include "gateway/base/error.h"

#include <optional>

namespace gateway::translation {

// What the client does not send again (OpenAI's previous_response_id, conversation and prompt, Google's cachedContent)
// another provider would answer without. To be asked before a request is encoded: the 400 to answer, or nothing.
std::optional<Error> refusalOfKeptState(const ChatRequest &request, DialectId provider);

} // namespace gateway::translation
