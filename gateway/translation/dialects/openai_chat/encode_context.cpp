#include "gateway/translation/dialects/openai_chat/encode_context.h"

#include <array>

namespace gateway::translation::openai_chat {

namespace {

struct Place {
    std::string_view hubName;
    std::string_view chat;
    std::string_view responses;
    std::string_view anthropic;
    std::string_view gemini;
};

constexpr std::array places{
    Place{"reasoning", "/reasoning_effort", "/reasoning", "/thinking", "/generationConfig/thinkingConfig"},
    Place{"reasoning/summary", "/reasoning/summary", "/reasoning/summary", "/thinking/display",
          "/generationConfig/thinkingConfig/includeThoughts"},
    Place{"temperature", "/temperature", "/temperature", "/temperature", "/generationConfig/temperature"},
    Place{"top_p", "/top_p", "/top_p", "/top_p", "/generationConfig/topP"},
    Place{"top_k", "/top_k", "/top_k", "/top_k", "/generationConfig/topK"},
    Place{"seed", "/seed", "/seed", "/seed", "/generationConfig/seed"},
    Place{"max_tokens", "/max_tokens", "/max_output_tokens", "/max_tokens", "/generationConfig/maxOutputTokens"},
    Place{"stop", "/stop", "/stop", "/stop_sequences", "/generationConfig/stopSequences"},
    Place{"frequency_penalty", "/frequency_penalty", "/frequency_penalty", "/frequency_penalty",
          "/generationConfig/frequencyPenalty"},
    Place{"presence_penalty", "/presence_penalty", "/presence_penalty", "/presence_penalty",
          "/generationConfig/presencePenalty"},
    Place{"output_format", "/response_format", "/text/format", "/output_config/format",
          "/generationConfig/responseSchema"},
    Place{"tool_choice", "/tool_choice", "/tool_choice", "/tool_choice", "/toolConfig/functionCallingConfig"},
    Place{"user", "/user", "/safety_identifier", "/metadata/user_id", "/labels"},
    Place{"verbosity", "/verbosity", "/text/verbosity", "/verbosity", "/verbosity"},
    Place{"messages", "/messages", "/input", "/messages", "/contents"},
};

} // namespace

std::string clientPointer(const ChatRequest &request, std::string_view hubName)
{
    for (const Place &place : places) {
        if (place.hubName != hubName)
            continue;
        switch (request.dialect) {
        case DialectId::OpenAiChat: return std::string(place.chat);
        case DialectId::OpenAiResponses: return std::string(place.responses);
        case DialectId::AnthropicMessages: return std::string(place.anthropic);
        case DialectId::GeminiGenerate: return std::string(place.gemini);
        case DialectId::BedrockConverse:
        case DialectId::CohereChat: break;
        }
        break;
    }
    return '/' + std::string(hubName);
}

} // namespace gateway::translation::openai_chat
