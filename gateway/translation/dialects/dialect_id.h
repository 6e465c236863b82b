// The wire formats and their names.
#pragma once

#include <optional>
#include <string_view>

namespace gateway::translation {

enum class DialectId {
    OpenAiChat,        // POST /v1/chat/completions
    OpenAiResponses,   // POST /v1/responses
    AnthropicMessages, // POST /v1/messages
};

// Which provider family a dialect belongs to: one upstream of a family serves all dialects of that family.
enum class DialectFamily { OpenAi, Anthropic };

DialectFamily familyOf(DialectId dialect);
std::string_view familyName(DialectFamily family); // "openai", "anthropic": the base_provider_type of configurations
std::optional<DialectFamily> familyFromName(std::string_view name);
std::string_view dialectTitle(DialectId dialect); // for people: "OpenAI Chat Completions"

} // namespace gateway::translation
