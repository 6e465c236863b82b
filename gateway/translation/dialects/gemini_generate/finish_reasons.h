// Gemini's words for why an answer ended.
#pragma once

#include "gateway/translation/canonical/chat_response.h"

#include <string_view>

namespace gateway::translation::gemini {

// Candidate.finishReason, and promptFeedback.blockReason where there is no candidate. STOP ends tool calls too: the
// caller looks at the content.
FinishReason finishReasonOf(std::string_view word);

// `rawWord` is kept when it is one of Gemini's own.
std::string_view finishReasonWord(FinishReason reason, std::string_view rawWord);

} // namespace gateway::translation::gemini
