// What a completion used, decomposed so that the classes never overlap.
#pragma once

#include <cstdint>
#include <optional>

namespace gateway {

// Every class is optional: "not reported" is not zero.
// OpenAI counts cached tokens inside prompt_tokens and Anthropic outside input_tokens; here they are always apart:
// the whole prompt is uncachedInput + cacheRead + cacheWrite. Reasoning is a part of output, as all providers count it.
struct TokenUsage {
    std::optional<std::int64_t> uncachedInput;
    std::optional<std::int64_t> cacheRead;
    std::optional<std::int64_t> cacheWrite;
    std::optional<std::int64_t> output;
    std::optional<std::int64_t> reasoning;
    // Parts of the classes above, where a provider tells them.
    std::optional<std::int64_t> cacheWriteOneHour = std::nullopt; // of cacheWrite: kept for an hour (Anthropic)
    std::optional<std::int64_t> audioInput = std::nullopt;        // of the whole prompt
    std::optional<std::int64_t> audioOutput = std::nullopt;       // of output
    std::optional<std::int64_t> webSearches = std::nullopt;       // no tokens: searches that the provider made

    bool isEmpty() const { return !uncachedInput && !cacheRead && !cacheWrite && !output && !reasoning; }
    bool operator==(const TokenUsage &) const = default;
};

} // namespace gateway
