#include "gateway/translation/dialects/openai_chat/server_traits.h"

#include <array>
#include <charconv>

namespace gateway::translation::openai_chat {

namespace {

bool contains(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

// "gpt-5.4-nano" is 5.4; nothing for other families.
struct GptVersion {
    int major = 0;
    int minor = 0;
};

GptVersion versionOf(std::string_view model)
{
    constexpr std::string_view family = "gpt-";
    GptVersion version;
    if (!model.starts_with(family))
        return version;
    model.remove_prefix(family.size());
    const char *end = model.data() + model.size();
    const auto major = std::from_chars(model.data(), end, version.major);
    if (major.ptr != end && *major.ptr == '.')
        std::from_chars(major.ptr + 1, end, version.minor);
    return version;
}

bool isSeriesO(std::string_view model)
{
    return model.size() >= 2 && model[0] == 'o' && model[1] >= '1' && model[1] <= '9'
           && (model.size() == 2 || model[2] == '-');
}

bool isOpenAiReasoningModel(std::string_view model)
{
    if (isSeriesO(model) || model.starts_with("codex-"))
        return true;
    return versionOf(model).major >= 5 && !contains(model, "-chat");
}

// Clients of other dialects ask for more than these older models give, and OpenAI refuses that.
std::optional<std::int64_t> largestOutputOf(std::string_view model)
{
    struct Row {
        std::string_view prefix;
        std::int64_t tokens;
    };
    static constexpr std::array rows{Row{"gpt-4o", 16384}, Row{"gpt-4.1", 32768}, Row{"gpt-4-turbo", 4096},
                                     Row{"gpt-3.5", 4096}};
    for (const Row &row : rows) {
        if (model.starts_with(row.prefix))
            return row.tokens;
    }
    return std::nullopt;
}

ServerTraits openAiTraits(std::string_view model)
{
    ServerTraits traits;
    traits.isOpenAi = true;
    traits.isReasoningModel = isOpenAiReasoningModel(model);
    traits.knowsDeveloper = true;
    traits.knowsEffort = traits.isReasoningModel;
    traits.reasoningMember = {};
    traits.largestOutput = largestOutputOf(model);
    return traits;
}

void setHostedTraits(std::string_view preset, ServerTraits &traits)
{
    if (preset == "openrouter") {
        traits.knowsDeveloper = traits.knowsTopK = traits.knowsCacheMarkers = traits.hasReasoningObject = true;
        traits.reasoningMember = "reasoning";
    } else if (preset == "groq" || preset == "cerebras") {
        traits.reasoningMember = "reasoning";
    } else if (preset == "mistral") {
        traits.isMistral = true;
        traits.knowsLateSystem = traits.knowsStreamUsage = traits.knowsEffort = false;
        traits.reasoningMember = {}; // reasoning is a part of the content
    } else if (preset == "deepseek") {
        traits.isDeepSeek = true;
        traits.knowsEffort = false;
    } else if (preset == "fireworks" || preset == "nebius") {
        traits.knowsTopK = true;
    }
}

void setLocalTraits(std::string_view preset, ServerTraits &traits)
{
    if (preset == "ollama") {
        traits.reasoningMember = "reasoning";
    } else if (preset == "vllm" || preset == "llamacpp" || preset == "lmstudio") {
        traits.knowsLateSystem = false;
        traits.knowsTopK = true;
    }
}

ReasoningEffort within(ReasoningEffort effort, ReasoningEffort lowest, ReasoningEffort highest)
{
    return effort < lowest ? lowest : (effort > highest ? highest : effort);
}

// platform.openai.com/docs/guides/reasoning: each generation has its own levels.
ReasoningEffort openAiEffort(std::string_view model, ReasoningEffort effort)
{
    const GptVersion version = versionOf(model);
    if (version.major < 5)
        return within(effort, ReasoningEffort::Low, ReasoningEffort::High);
    if (version.major == 5 && version.minor == 0)
        return within(effort, ReasoningEffort::Minimal, ReasoningEffort::High);
    if (effort == ReasoningEffort::Minimal)
        return ReasoningEffort::Low;
    const bool knowsExtraHigh = version.major > 5 || version.minor >= 2 || contains(model, "codex-max");
    return within(effort, ReasoningEffort::None, knowsExtraHigh ? ReasoningEffort::ExtraHigh : ReasoningEffort::High);
}

} // namespace

ServerTraits traitsOf(std::string_view preset, std::string_view model)
{
    if (preset == "openai" || preset == "azure" || (preset.empty() && isOpenAiReasoningModel(model)))
        return openAiTraits(model);
    ServerTraits traits;
    traits.takesCallSignatures = preset != "mistral" && contains(model, "gemini");
    setHostedTraits(preset, traits);
    setLocalTraits(preset, traits);
    return traits;
}

std::optional<ReasoningEffort> knownEffort(std::string_view preset, std::string_view model, ReasoningEffort effort)
{
    const ServerTraits traits = traitsOf(preset, model);
    if (!traits.knowsEffort)
        return std::nullopt;
    if (traits.isOpenAi)
        return openAiEffort(model, effort);
    if (preset == "openrouter")
        return within(effort, ReasoningEffort::None, ReasoningEffort::ExtraHigh);
    // Models without the setting answer 400 at these two.
    if (preset == "xai" && !contains(model, "mini") && !contains(model, "grok-4.3"))
        return std::nullopt;
    if (preset == "groq" && !contains(model, "gpt-oss"))
        return std::nullopt;
    if (effort == ReasoningEffort::None && preset != "xai" && preset != "groq")
        return effort;
    return within(effort, ReasoningEffort::Low, ReasoningEffort::High);
}

} // namespace gateway::translation::openai_chat
