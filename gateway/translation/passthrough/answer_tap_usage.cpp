// How the dialects count: what an answer says of its usage.
#include "gateway/translation/passthrough/answer_tap.h"

#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::translation {

namespace {

// Counts below zero are nobody's count.
std::optional<std::int64_t> tokenCount(JsonValue value)
{
    const auto count = value.integer();
    return count && *count >= 0 ? count : std::nullopt;
}

void overwrite(std::optional<std::int64_t> &count, std::optional<std::int64_t> newer)
{
    if (newer)
        count = newer;
}

std::optional<std::int64_t> firstOf(std::optional<std::int64_t> first, std::optional<std::int64_t> second)
{
    return first ? first : second;
}

} // namespace

const AnswerTap::UsageNames AnswerTap::chatUsage{"prompt_tokens", "prompt_tokens_details", "completion_tokens",
                                                 "completion_tokens_details"};
const AnswerTap::UsageNames AnswerTap::responsesUsage{"input_tokens", "input_tokens_details", "output_tokens",
                                                      "output_tokens_details"};

void AnswerTap::readOpenAiUsage(JsonValue usage, const UsageNames &names)
{
    if (!usage.isObject())
        return;
    m_facts.rawUsage = usage.raw();
    JsonValue inputTokens;
    JsonValue outputTokens;
    JsonValue inputDetails;
    JsonValue outputDetails;
    JsonValue cacheHits; // DeepSeek names the cached part at the top
    JsonMembers members(usage);
    while (const auto member = members.next()) {
        const JsonValue value = JsonValue::trusted(member->rawValue);
        if (isJsonString(member->rawName, names.input))
            inputTokens = value;
        else if (isJsonString(member->rawName, names.output))
            outputTokens = value;
        else if (isJsonString(member->rawName, names.inputDetails))
            inputDetails = value;
        else if (isJsonString(member->rawName, names.outputDetails))
            outputDetails = value;
        else if (isJsonString(member->rawName, "prompt_cache_hit_tokens"))
            cacheHits = value;
    }
    TokenUsage &counts = m_facts.usage;
    overwrite(counts.cacheRead, firstOf(tokenCount(inputDetails["cached_tokens"]), tokenCount(cacheHits)));
    overwrite(counts.cacheWrite, tokenCount(inputDetails["cache_write_tokens"]));
    overwrite(counts.output, tokenCount(outputTokens));
    overwrite(counts.reasoning, tokenCount(outputDetails["reasoning_tokens"]));
    if (const auto input = tokenCount(inputTokens)) {
        const std::int64_t cached = std::min(*input, counts.cacheRead.value_or(0));
        counts.uncachedInput = std::max<std::int64_t>(0, *input - cached - counts.cacheWrite.value_or(0));
    }
}

void AnswerTap::readAnthropicUsage(JsonValue usage)
{
    if (!usage.isObject())
        return;
    TokenUsage &counts = m_facts.usage;
    overwrite(counts.uncachedInput, tokenCount(usage["input_tokens"]));
    overwrite(counts.cacheRead, tokenCount(usage["cache_read_input_tokens"]));
    overwrite(counts.cacheWrite, tokenCount(usage["cache_creation_input_tokens"]));
    overwrite(counts.output, tokenCount(usage["output_tokens"]));
    if (m_facts.rawUsage.empty()) {
        m_facts.rawUsage = usage.raw();
        return;
    }
    JsonMembers members(usage);
    while (const auto member = members.next()) {
        const auto merged = setTopLevelMember(m_facts.rawUsage, decodeJsonString(member->rawName), member->rawValue);
        if (merged)
            m_facts.rawUsage = *merged;
    }
}

void AnswerTap::readGeminiUsage(JsonValue usage)
{
    if (!usage.isObject())
        return;
    m_facts.rawUsage = usage.raw();
    TokenUsage &counts = m_facts.usage;
    overwrite(counts.cacheRead, tokenCount(usage["cachedContentTokenCount"]));
    overwrite(counts.reasoning, tokenCount(usage["thoughtsTokenCount"]));
    if (const auto output = tokenCount(usage["candidatesTokenCount"]); output || counts.reasoning)
        counts.output = output.value_or(0) + counts.reasoning.value_or(0);
    if (const auto prompt = tokenCount(usage["promptTokenCount"]))
        counts.uncachedInput = std::max<std::int64_t>(0, *prompt - counts.cacheRead.value_or(0))
                               + tokenCount(usage["toolUsePromptTokenCount"]).value_or(0);
}

void AnswerTap::readBedrockUsage(JsonValue usage)
{
    if (!usage.isObject())
        return;
    m_facts.rawUsage = usage.raw();
    overwrite(m_facts.usage.uncachedInput, tokenCount(usage["inputTokens"]));
    overwrite(m_facts.usage.output, tokenCount(usage["outputTokens"]));
    overwrite(m_facts.usage.cacheRead, tokenCount(usage["cacheReadInputTokens"]));
    overwrite(m_facts.usage.cacheWrite, tokenCount(usage["cacheWriteInputTokens"]));
}

} // namespace gateway::translation
