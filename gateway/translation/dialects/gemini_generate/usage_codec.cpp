#include "gateway/translation/dialects/gemini_generate/usage_codec.h"

#include "gateway/translation/dialects/gemini_generate/field_reader.h"

#include <algorithm>

namespace gateway::translation::gemini {

namespace {

constexpr std::int64_t mostTokens = 1'000'000'000'000; // beyond that it is no count, and sums stay in range

std::optional<std::int64_t> count(const Json &usage, std::string_view name)
{
    const Json *value = findField(usage, name);
    const auto number = value ? integerMember(Json{{"n", *value}}, "n") : std::nullopt;
    return number && *number >= 0 && *number <= mostTokens ? number : std::nullopt;
}

std::optional<std::int64_t> audioTokens(const Json &usage, std::string_view detailsName)
{
    const Json *details = findField(usage, detailsName);
    if (!details || !details->is_array())
        return std::nullopt;
    for (const Json &detail : *details) {
        if (textMember(detail, "modality") == "AUDIO")
            return count(detail, "tokenCount");
    }
    return std::nullopt;
}

void addDetails(Json &metadata, const char *name, std::int64_t audio, std::int64_t all)
{
    Json details = Json::array();
    if (all > audio)
        details.push_back(Json{{"modality", "TEXT"}, {"tokenCount", all - audio}});
    details.push_back(Json{{"modality", "AUDIO"}, {"tokenCount", audio}});
    metadata[name] = std::move(details);
}

} // namespace

TokenUsage decodeUsage(const Json &usageMetadata)
{
    TokenUsage usage;
    const auto prompt = count(usageMetadata, "promptTokenCount");
    const auto tools = count(usageMetadata, "toolUsePromptTokenCount");
    usage.cacheRead = count(usageMetadata, "cachedContentTokenCount");
    if (prompt || tools)
        usage.uncachedInput =
            std::max<std::int64_t>(prompt.value_or(0) - usage.cacheRead.value_or(0), 0) + tools.value_or(0);
    const auto candidates = count(usageMetadata, "candidatesTokenCount");
    usage.reasoning = count(usageMetadata, "thoughtsTokenCount");
    if (candidates || usage.reasoning)
        usage.output = candidates.value_or(0) + usage.reasoning.value_or(0);
    usage.audioInput = audioTokens(usageMetadata, "promptTokensDetails");
    usage.audioOutput = audioTokens(usageMetadata, "candidatesTokensDetails");
    return usage;
}

Json encodeUsage(const TokenUsage &usage)
{
    if (usage.isEmpty())
        return {};
    Json metadata = Json::object();
    const std::int64_t prompt =
        usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    const std::int64_t output = usage.output.value_or(0);
    if (usage.uncachedInput || usage.cacheRead || usage.cacheWrite)
        metadata["promptTokenCount"] = prompt;
    if (usage.output)
        metadata["candidatesTokenCount"] = std::max<std::int64_t>(output - usage.reasoning.value_or(0), 0);
    metadata["totalTokenCount"] = prompt + output;
    if (usage.cacheRead)
        metadata["cachedContentTokenCount"] = *usage.cacheRead;
    if (usage.reasoning)
        metadata["thoughtsTokenCount"] = *usage.reasoning;
    if (usage.audioInput)
        addDetails(metadata, "promptTokensDetails", *usage.audioInput, prompt);
    if (usage.audioOutput)
        addDetails(metadata, "candidatesTokensDetails", *usage.audioOutput, output - usage.reasoning.value_or(0));
    return metadata;
}

} // namespace gateway::translation::gemini
