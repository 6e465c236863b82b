// How much a request lets the model think, in the words that the model takes.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/anthropic_messages/model_traits.h"

namespace gateway::translation::anthropic {

struct ReasoningPlan {
    Json thinking;           // null: not said
    std::string effort;      // of output_config; empty: not said
    bool isThinking = false; // sampling options are not taken then
    std::int64_t maxTokens = 0;
};

struct ReasoningFacts {
    bool isToolForced = false;
    bool continuesWithoutThinking = false;
};

// Also settles max_tokens, which Anthropic demands and which must be larger than the budget.
ReasoningPlan planReasoning(const ChatRequest &request, const ModelTraits &traits, const ReasoningFacts &facts,
                            ConversionReport &report);

} // namespace gateway::translation::anthropic
