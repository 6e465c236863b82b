// In what the servers that speak Chat Completions differ from one another.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

#include <optional>
#include <string_view>

namespace gateway::translation::openai_chat {

struct ServerTraits {
    bool isOpenAi = false;         // OpenAI and Azure: unknown members are refused, custom tools are known
    bool isReasoningModel = false; // of OpenAI: gpt-5 and the o-series
    bool isMistral = false;        // call ids of nine characters, no user turn after a tool's, unknown members refused
    bool isDeepSeek = false;       // thinking is an object, schemas are not known
    bool knowsDeveloper = false;
    bool knowsLateSystem = true; // else the chat template wants one system message, the first
    bool knowsTopK = false;
    bool knowsStreamUsage = true;
    bool knowsEffort = true;
    bool knowsCacheMarkers = false;
    bool takesCallSignatures = false;                       // extra_content of calls: Gemini behind OpenAI's dialect
    bool hasReasoningObject = false;                        // "reasoning": {"max_tokens", "effort", "exclude"}
    std::string_view reasoningMember = "reasoning_content"; // of assistant messages; empty when there is none
    std::optional<std::int64_t> largestOutput;              // of the model, where it is known to be small
};

// `preset` as in the list of providers; a server without one is judged by the model's name.
ServerTraits traitsOf(std::string_view preset, std::string_view model);

// The nearest effort that the model knows; nothing when it has no such setting.
std::optional<ReasoningEffort> knownEffort(std::string_view preset, std::string_view model, ReasoningEffort effort);

} // namespace gateway::translation::openai_chat
