#include "gateway/translation/dialects/gemini_generate/finish_reasons.h"

#include "gateway/translation/dialects/unsaid_ending.h"

#include <algorithm>
#include <array>

namespace gateway::translation::gemini {

namespace {

struct Word {
    std::string_view word;
    FinishReason reason;
};

// ai.google.dev/api/generate-content#FinishReason, and what Vertex AI adds.
constexpr std::array words{
    Word{"STOP", FinishReason::Stop},
    Word{"MAX_TOKENS", FinishReason::Length},
    Word{"CONTINUATION", FinishReason::Length}, // the cap of one request, with a token to go on
    Word{"SAFETY", FinishReason::ContentFilter},
    Word{"RECITATION", FinishReason::ContentFilter},
    Word{"BLOCKLIST", FinishReason::ContentFilter},
    Word{"PROHIBITED_CONTENT", FinishReason::ContentFilter},
    Word{"SPII", FinishReason::ContentFilter},
    Word{"IMAGE_SAFETY", FinishReason::ContentFilter},
    Word{"IMAGE_PROHIBITED_CONTENT", FinishReason::ContentFilter},
    Word{"IMAGE_RECITATION", FinishReason::ContentFilter},
    Word{"MODEL_ARMOR", FinishReason::ContentFilter},
    Word{"JAILBREAK", FinishReason::ContentFilter},
    Word{"ESCALATION", FinishReason::ContentFilter},
    Word{"MALFORMED_FUNCTION_CALL", FinishReason::Error},
    Word{"UNEXPECTED_TOOL_CALL", FinishReason::Error},
    Word{"TOO_MANY_TOOL_CALLS", FinishReason::Error},
    Word{"MISSING_THOUGHT_SIGNATURE", FinishReason::Error},
    Word{"MALFORMED_RESPONSE", FinishReason::Error},
    Word{"LANGUAGE", FinishReason::Error},
    Word{"NO_IMAGE", FinishReason::Error},
    Word{"IMAGE_OTHER", FinishReason::Error},
    Word{"PUP_LIMITED_DISABLED", FinishReason::Error},
    Word{"OTHER", FinishReason::Unknown},
    Word{"FINISH_REASON_UNSPECIFIED", FinishReason::Unknown},
};

} // namespace

FinishReason finishReasonOf(std::string_view word)
{
    const auto found = std::find_if(words.begin(), words.end(), [word](const Word &one) { return one.word == word; });
    return found == words.end() ? FinishReason::Unknown : found->reason;
}

std::optional<Error> failureOf(std::string_view word, bool hasContent, std::string_view message)
{
    if (finishReasonOf(word) != FinishReason::Error && (word != "OTHER" || hasContent))
        return std::nullopt;
    std::string text = "The provider gave up the answer: " + std::string(word);
    if (!message.empty())
        text.append(" (").append(message).append(1, ')');
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, text + '.');
}

std::string_view finishReasonWord(FinishReason reason, std::string_view rawWord, ExchangeState &state)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [rawWord](const Word &one) { return one.word == rawWord; });
    if (found != words.end() && (found->reason == reason || reason == FinishReason::ToolCalls))
        return found->word;
    std::string_view word = "OTHER";
    switch (reason) {
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::ToolCalls: return "STOP";
    case FinishReason::Length: return "MAX_TOKENS";
    case FinishReason::ContentFilter: return "SAFETY";
    case FinishReason::Error:
    case FinishReason::Unknown: return word;
    case FinishReason::ContextOverflow: word = "MAX_TOKENS"; break;
    case FinishReason::Refusal: word = "SAFETY"; break;
    case FinishReason::Paused: word = "STOP"; break;
    }
    noteUnsaidEnding(reason, word, "answer/candidates/finishReason", state);
    return word;
}

} // namespace gateway::translation::gemini
