// How much a request lets the model think, in the words that the model takes.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/bedrock_converse/model_traits.h"

namespace gateway::translation::bedrock {

struct ReasoningPlan {
    Json modelFields = Json::object(); // members of additionalModelRequestFields
    std::string effort;                // of outputConfig; empty: not said
    bool isThinking = false;           // Claude takes no other sampling options then
    std::optional<std::int64_t> maxTokens;
};

struct ReasoningFacts {
    bool isToolForced = false;
    bool continuesWithoutThinking = false;
};

ReasoningPlan planReasoning(const ChatRequest &request, const ModelTraits &traits, const ReasoningFacts &facts,
                            ConversionReport &report);

} // namespace gateway::translation::bedrock
