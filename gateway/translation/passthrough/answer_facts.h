// What a record keeps of an answer.
#pragma once

#include "gateway/base/token_usage.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

struct AnswerFacts {
    TokenUsage usage;
    std::string rawUsage;     // the usage object as text; where a stream reports it twice, both merged
    std::string finishReason; // the provider's word: "stop", "tool_use", "completed", "max_output_tokens"
    std::string answeredModel;
    std::string upstreamName;  // who ran the model for the provider, where it says so (OpenRouter's "provider")
    std::int64_t pictures = 0; // that the answer brings
    std::optional<std::int64_t> audioSeconds; // that were heard, begun ones too
    std::string serviceTier; // as the answer says: "default", "flex"; Anthropic tells it inside the usage
    std::string errorText;   // of an error event inside the stream
    int errorStatus = 0;     // the HTTP status that the error names as its code (OpenRouter, Gemini), or 0
    std::string defect; // what is wrong with an answer that looks complete: it announces a tool call and brings none
    std::size_t framesRead = 0; // of a stream: grows unless what comes says nothing, as pings do
    bool hasEndMark = false;    // [DONE], or message_stop of Anthropic
    bool hasEnded = false;      // the dialect's own end was seen: [DONE] or finish_reason, message_stop,
                                // response.completed/failed/incomplete
};

// The defect of an answer that announces a call of a tool and brings none; names who ran the model, where that is known.
std::string describeMissingCall(std::string_view upstreamName);

} // namespace gateway::translation
