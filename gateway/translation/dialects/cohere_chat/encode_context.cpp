#include "gateway/translation/dialects/cohere_chat/encode_context.h"

#include <algorithm>
#include <array>

namespace gateway::translation::cohere {

namespace {

struct Place {
    std::string_view hubName;
    std::string_view chat;
    std::string_view responses;
    std::string_view anthropic;
    std::string_view gemini;
    std::string_view bedrock;
};

constexpr std::array places{
    Place{"reasoning", "/reasoning_effort", "/reasoning", "/thinking", "/generationConfig/thinkingConfig",
          "/additionalModelRequestFields"},
    Place{"temperature", "/temperature", "/temperature", "/temperature", "/generationConfig/temperature",
          "/inferenceConfig/temperature"},
    Place{"top_p", "/top_p", "/top_p", "/top_p", "/generationConfig/topP", "/inferenceConfig/topP"},
    Place{"top_k", "/top_k", "/top_k", "/top_k", "/generationConfig/topK", "/additionalModelRequestFields/top_k"},
    Place{"seed", "/seed", "/seed", "/seed", "/generationConfig/seed", "/seed"},
    Place{"stop", "/stop", "/stop", "/stop_sequences", "/generationConfig/stopSequences",
          "/inferenceConfig/stopSequences"},
    Place{"frequency_penalty", "/frequency_penalty", "/frequency_penalty", "/frequency_penalty",
          "/generationConfig/frequencyPenalty", "/frequency_penalty"},
    Place{"presence_penalty", "/presence_penalty", "/presence_penalty", "/presence_penalty",
          "/generationConfig/presencePenalty", "/presence_penalty"},
    Place{"n", "/n", "/n", "/n", "/generationConfig/candidateCount", "/n"},
    Place{"output_format", "/response_format", "/text/format", "/output_config/format",
          "/generationConfig/responseSchema", "/outputConfig"},
    Place{"tool_choice", "/tool_choice", "/tool_choice", "/tool_choice", "/toolConfig/functionCallingConfig",
          "/toolConfig/toolChoice"},
    Place{"user", "/user", "/safety_identifier", "/metadata/user_id", "/labels", "/requestMetadata"},
    Place{"verbosity", "/verbosity", "/text/verbosity", "/verbosity", "/verbosity", "/verbosity"},
    Place{"messages", "/messages", "/input", "/messages", "/contents", "/messages"},
    Place{"system", "/messages/0", "/instructions", "/system", "/systemInstruction", "/system"},
};

} // namespace

std::string clientPointer(const ChatRequest &request, std::string_view hubName)
{
    const auto place =
        std::find_if(places.begin(), places.end(), [hubName](const Place &row) { return row.hubName == hubName; });
    if (place == places.end())
        return '/' + std::string(hubName);
    switch (request.dialect) {
    case DialectId::OpenAiChat: return std::string(place->chat);
    case DialectId::OpenAiResponses: return std::string(place->responses);
    case DialectId::AnthropicMessages: return std::string(place->anthropic);
    case DialectId::GeminiGenerate: return std::string(place->gemini);
    case DialectId::BedrockConverse: return std::string(place->bedrock);
    case DialectId::CohereChat: break;
    }
    return '/' + std::string(hubName);
}

// docs.cohere.com/docs/models, November 2026.
bool isWithoutReasoning(std::string_view model)
{
    constexpr std::array<std::string_view, 6> beginnings{"command-r",           "command-a-03-2025", "command-a-vision",
                                                         "command-a-translate", "command-light",     "c4ai-"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [model](std::string_view beginning) { return model.starts_with(beginning); });
}

} // namespace gateway::translation::cohere
