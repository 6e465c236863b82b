// Reads what only a provider's own words about usage tell: parts of the classes, searches, its own cost.
#pragma once

#include "gateway/base/money.h"
#include "gateway/base/token_usage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::metering {

struct UsageDetails {
    std::int64_t imageInputTokens = 0; // OpenAI's *_tokens_details.image_tokens
    std::optional<std::int64_t> imageOutputTokens;
    std::optional<Money> reportedCost; // OpenRouter's usage.cost, Perplexity's usage.cost.total_cost
    std::string serviceTier;           // Anthropic tells it inside the usage; empty elsewhere
};

// `rawUsage` is the usage object of any dialect, cut out of an answer that was checked to be JSON; the names of the
// dialects do not contradict each other. Adds to `usage`:
// Anthropic cache_creation.ephemeral_1h_input_tokens and server_tool_use.web_search_requests
// (platform.claude.com/docs/en/api/messages), OpenAI *_tokens_details.audio_tokens
// (developers.openai.com/api/reference), Gemini *TokensDetails with modality AUDIO (ai.google.dev/api/generate-content),
// Bedrock cacheDetails with ttl 1h (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CacheDetail.html).
UsageDetails readUsageDetails(std::string_view rawUsage, TokenUsage &usage);

} // namespace gateway::metering
