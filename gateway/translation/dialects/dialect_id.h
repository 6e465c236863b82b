// The wire formats and their names.
#pragma once

#include <optional>
#include <string_view>

namespace gateway::translation {

enum class DialectId {
    OpenAiChat,        // POST /v1/chat/completions
    OpenAiResponses,   // POST /v1/responses
    AnthropicMessages, // POST /v1/messages
    GeminiGenerate,    // POST /v1beta/models/{model}:generateContent
    BedrockConverse,   // POST /model/{model}/converse
    CohereChat,        // POST /v2/chat
};

// Which provider family a dialect belongs to: one upstream of a family serves all dialects of that family.
enum class DialectFamily { OpenAi, Anthropic, Gemini, Bedrock, Cohere };

DialectFamily familyOf(DialectId dialect);
std::string_view familyName(DialectFamily family); // "openai", "gemini": the base_provider_type of configurations
std::optional<DialectFamily> familyFromName(std::string_view name);
std::string_view dialectName(DialectId dialect); // for records and packed state: "openai_chat"
std::optional<DialectId> dialectFromName(std::string_view name);
std::string_view dialectTitle(DialectId dialect); // for people: "OpenAI Chat Completions"

} // namespace gateway::translation
