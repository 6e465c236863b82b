#include "gateway/translation/dialects/prefill_support.h"

#include <algorithm>
#include <array>

namespace gateway::translation {

namespace {

// Claude to 4.5; later ones answer 400 (platform.claude.com/docs, "Prefill Claude's response", November 2026).
constexpr std::array<std::string_view, 9> claudesThatContinue{
    "claude-3-",       "claude-sonnet-4-0", "claude-sonnet-4-2", "claude-sonnet-4-5", "claude-opus-4-0",
    "claude-opus-4-1", "claude-opus-4-2",   "claude-opus-4-5",   "claude-haiku-4-5",
};

// Local servers whose chat templates leave the last assistant message open.
constexpr std::array<std::string_view, 2> serversThatContinue{"ollama", "llamacpp"};

bool isAmong(std::string_view name, const auto &list)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace

bool takesPrefill(std::string_view preset, DialectId dialect, std::string_view model)
{
    switch (dialect) {
    case DialectId::AnthropicMessages:
    case DialectId::BedrockConverse: // "eu.anthropic.claude-..."
        return std::any_of(claudesThatContinue.begin(), claudesThatContinue.end(),
                           [model](std::string_view known) { return model.find(known) != std::string_view::npos; });
    case DialectId::OpenAiChat: return preset == "mistral" || isAmong(preset, serversThatContinue);
    case DialectId::OpenAiResponses:
    case DialectId::GeminiGenerate:
    case DialectId::CohereChat: return false;
    }
    return false;
}

bool mustMarkPrefill(std::string_view preset, DialectId dialect)
{
    return dialect == DialectId::OpenAiChat && preset == "mistral";
}

} // namespace gateway::translation
