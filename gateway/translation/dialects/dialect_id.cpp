#include "gateway/translation/dialects/dialect_id.h"

#include <array>

namespace gateway::translation {

namespace {

struct DialectRow {
    DialectId id;
    DialectFamily family;
    std::string_view name;
    std::string_view title;
};

constexpr std::array dialectRows{
    DialectRow{DialectId::OpenAiChat, DialectFamily::OpenAi, "openai_chat", "OpenAI Chat Completions"},
    DialectRow{DialectId::OpenAiResponses, DialectFamily::OpenAi, "openai_responses", "OpenAI Responses"},
    DialectRow{DialectId::AnthropicMessages, DialectFamily::Anthropic, "anthropic_messages", "Anthropic Messages"},
    DialectRow{DialectId::GeminiGenerate, DialectFamily::Gemini, "gemini_generate", "Gemini GenerateContent"},
    DialectRow{DialectId::BedrockConverse, DialectFamily::Bedrock, "bedrock_converse", "Bedrock Converse"},
    DialectRow{DialectId::CohereChat, DialectFamily::Cohere, "cohere_chat", "Cohere Chat"},
};

constexpr std::array familyRows{
    std::pair{DialectFamily::OpenAi, std::string_view("openai")},
    std::pair{DialectFamily::Anthropic, std::string_view("anthropic")},
    std::pair{DialectFamily::Gemini, std::string_view("gemini")},
    std::pair{DialectFamily::Bedrock, std::string_view("bedrock")},
    std::pair{DialectFamily::Cohere, std::string_view("cohere")},
};

const DialectRow &rowOf(DialectId id)
{
    for (const DialectRow &row : dialectRows) {
        if (row.id == id)
            return row;
    }
    return dialectRows.front();
}

} // namespace

DialectFamily familyOf(DialectId dialect)
{
    return rowOf(dialect).family;
}

std::string_view familyName(DialectFamily family)
{
    for (const auto &[id, name] : familyRows) {
        if (id == family)
            return name;
    }
    return {};
}

std::optional<DialectFamily> familyFromName(std::string_view name)
{
    for (const auto &[id, familyName] : familyRows) {
        if (familyName == name)
            return id;
    }
    return std::nullopt;
}

std::string_view dialectName(DialectId dialect)
{
    return rowOf(dialect).name;
}

std::optional<DialectId> dialectFromName(std::string_view name)
{
    for (const DialectRow &row : dialectRows) {
        if (row.name == name)
            return row.id;
    }
    return std::nullopt;
}

std::string_view dialectTitle(DialectId dialect)
{
    return rowOf(dialect).title;
}

} // namespace gateway::translation
