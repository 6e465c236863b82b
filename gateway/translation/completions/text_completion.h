// Legacy completions said as a chat of one message, and the chat's answer said as a completion again.
// platform.openai.com/docs/api-reference/completions
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// What the answer needs to know of the request.
struct TextCompletionQuestion {
    std::string chatBody; // OpenAI's chat request
    std::string echo;     // the prompt, where the client wants it before the answer
};

// InvalidRequest for what no chat can do: several prompts, tokens, a body without a prompt.
Result<TextCompletionQuestion> chatOfTextCompletion(std::string_view body, ConversionReport &report);

// OpenAI's whole chat answer, or one chunk of a stream. Nothing for a chunk that says nothing to a completion (its role).
std::optional<std::string> textCompletionOfChat(std::string_view answer, std::string_view echo, bool isChunk);

} // namespace gateway::translation
