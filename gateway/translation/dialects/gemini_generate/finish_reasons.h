// Gemini's words for why an answer ended.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <optional>
#include <string_view>

namespace gateway::translation::gemini {

// Candidate.finishReason, and promptFeedback.blockReason where there is no candidate. STOP ends tool calls too: the
// caller looks at the content.
FinishReason finishReasonOf(std::string_view word);

// `rawWord` is kept when it is one of Gemini's own. What the word does not say is noted.
std::string_view finishReasonWord(FinishReason reason, std::string_view rawWord, ExchangeState &state);

// The error that an answer of Google's is when it ended so: the model called a tool in a way that could not be read, or
// gave up. Without content "OTHER" is one, too. `message` is Google's own explanation, or empty.
std::optional<Error> failureOf(std::string_view word, bool hasContent, std::string_view message);

} // namespace gateway::translation::gemini
