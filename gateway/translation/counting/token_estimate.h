// Guesses how many tokens a text or a request is, where nobody who knows can be asked.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

#include <cstdint>
#include <string_view>

namespace gateway::translation {

// By kinds of characters, not by a vocabulary: words by their length, digits by threes, punctuation by runs, other
// scripts by weight. Measured against OpenAI's o200k_base: within 15 % for prose in European languages, Chinese and
// Japanese, source code and JSON; other tokenizers differ from that one by as much.
std::int64_t estimateTokens(std::string_view text);

// A request's input: texts, calls, results and tools by estimateTokens(), and what a provider writes between them.
// Media count as their kind usually does, documents and recordings by their size.
std::int64_t estimateInputTokens(const ChatRequest &request);

} // namespace gateway::translation
