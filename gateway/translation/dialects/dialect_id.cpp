#include "gateway/translation/dialects/dialect_id.h"

namespace gateway::translation {

DialectFamily familyOf(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat:
    case DialectId::OpenAiResponses: return DialectFamily::OpenAi;
    case DialectId::AnthropicMessages: return DialectFamily::Anthropic;
    }
    return DialectFamily::OpenAi;
}

std::string_view familyName(DialectFamily family)
{
    switch (family) {
    case DialectFamily::OpenAi: return "openai";
    case DialectFamily::Anthropic: return "anthropic";
    }
    return "openai";
}

std::optional<DialectFamily> familyFromName(std::string_view name)
{
    if (name == "openai")
        return DialectFamily::OpenAi;
    if (name == "anthropic")
        return DialectFamily::Anthropic;
    return std::nullopt;
}

std::string_view dialectTitle(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat: return "OpenAI Chat Completions";
    case DialectId::OpenAiResponses: return "OpenAI Responses";
    case DialectId::AnthropicMessages: return "Anthropic Messages";
    }
    return {};
}

} // namespace gateway::translation
