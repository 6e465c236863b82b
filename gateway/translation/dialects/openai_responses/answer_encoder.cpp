#include "gateway/translation/dialects/openai_responses/answer_encoder.h"

#include "gateway/translation/canonical/response_collector.h"

#include <algorithm>

namespace gateway::translation::openai_responses {

std::string encodeResponse(const ChatResponse &response, ExchangeState &state)
{
    std::vector<const Part *> parts;
    for (const Choice &choice : response.choices) {
        for (const Part &part : choice.parts)
            parts.push_back(&part);
    }
    const bool hasText = std::any_of(parts.begin(), parts.end(), [](const Part *part) { return part->as<TextPart>(); });
    if (!hasText && !response.choices.empty() && !response.choices.front().logprobs.is_null())
        state.answerReport.dropped("answer/logprobs", "Probabilities of no text.");
    AnswerWriter writer(state);
    for (StreamEvent &event : eventsOf(response)) {
        auto *started = std::get_if<PartStarted>(&event);
        // Of a whole answer all states are known at once.
        if (started && !parts[started->index]->as<ReasoningPart>())
            started->part.state = parts[started->index]->state;
        writer.write(event, nullptr);
    }
    return writer.responseJson();
}

} // namespace gateway::translation::openai_responses
