// A whole answer in no dialect's words.
#pragma once

#include "gateway/base/token_usage.h"
#include "gateway/translation/canonical/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gateway::translation {

enum class FinishReason {
    Stop,
    StopSequence,
    Length,
    ToolCalls,
    ContentFilter,
    Refusal,
    ContextOverflow, // the window was full
    Paused,          // Anthropic's pause_turn: the client is to send the turn back
    Error,           // the provider says that it failed, or what it made was malformed
    Unknown,         // none was given, or one that nobody knows
};

struct Choice {
    std::int64_t index = 0;
    std::vector<Part> parts;
    FinishReason finishReason = FinishReason::Unknown;
    std::string rawFinishReason; // the provider's word
    std::string stopSequence;    // the one that was hit, where told
    Json logprobs;               // OpenAI chat's object {"content":[...]}; null when absent
    bool operator==(const Choice &) const = default;
};

struct ChatResponse {
    std::string id;                        // the provider's; encoders give it the prefix of their dialect
    std::string model;                     // as the provider says
    std::optional<std::int64_t> createdAt; // seconds since 1970
    std::vector<Choice> choices;
    TokenUsage usage;
    std::string rawUsage; // JSON text
    std::string serviceTier;
    Extensions extensions;
    bool operator==(const ChatResponse &) const = default;
};

std::string_view finishReasonName(FinishReason reason); // for records and tests: "tool_calls"

} // namespace gateway::translation
