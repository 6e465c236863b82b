#include "gateway/translation/dialects/unsaid_ending.h"

#include <utility>

namespace gateway::translation {

void noteUnsaidEnding(FinishReason reason, std::string_view word, std::string pointer, ExchangeState &state)
{
    std::string_view how = "ended in a way of its own";
    switch (reason) {
    case FinishReason::ContextOverflow: how = "filled the model's context"; break;
    case FinishReason::Paused: how = "paused, to go on when it is sent back"; break;
    case FinishReason::Error: how = "was given up by the provider"; break;
    case FinishReason::Refusal: how = "is a refusal"; break;
    case FinishReason::ContentFilter: how = "was stopped by the provider's content filter"; break;
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::Length:
    case FinishReason::ToolCalls:
    case FinishReason::Unknown: break;
    }
    std::string text = "The answer ";
    text.append(how).append(", for which there is no word: the client is told \"").append(word).append("\".");
    state.answerReport.approximated(std::move(pointer), std::move(text));
}

} // namespace gateway::translation
