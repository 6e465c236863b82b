#include "gateway/metering/usage_details.h"

#include "gateway/translation/json/json_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gateway::metering {

namespace {

using translation::JsonElements;
using translation::JsonValue;

constexpr double mostReported = 1e6; // dollars; beyond it a cost is a mistake, not a bill

std::optional<std::int64_t> count(JsonValue value)
{
    const auto number = value.integer();
    return number && *number >= 0 ? number : std::nullopt;
}

void put(std::optional<std::int64_t> &place, std::optional<std::int64_t> value)
{
    if (value)
        place = value;
}

std::optional<std::int64_t> countOf(JsonValue list, std::string_view name, std::string_view wanted,
                                    std::string_view counted)
{
    std::optional<std::int64_t> sum;
    JsonElements elements(list);
    while (const auto element = elements.next()) {
        if ((*element)[name].isText(wanted))
            sum = sum.value_or(0) + count((*element)[counted]).value_or(0);
    }
    return sum;
}

std::optional<Money> moneyOf(JsonValue value)
{
    if (value.kind() != JsonValue::Kind::Number)
        return std::nullopt;
    double dollars = 0;
    const std::string_view text = value.raw();
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), dollars);
    if (problem != std::errc() || end != text.data() + text.size() || !(dollars >= 0 && dollars < mostReported))
        return std::nullopt;
    return Money{std::llround(dollars * 1e9)};
}

// With a key of one's own at OpenRouter `cost` is its fee, and the provider charges the rest
// (openrouter.ai/docs/use-cases/usage-accounting).
std::optional<Money> reportedCost(JsonValue usage)
{
    const JsonValue cost = usage["cost"];
    auto reported = cost.isObject() ? moneyOf(cost["total_cost"]) : moneyOf(cost);
    if (reported && usage["is_byok"].isTrue()) {
        const auto upstream = moneyOf(usage["cost_details"]["upstream_inference_cost"]);
        return upstream ? std::optional(*reported + *upstream) : std::nullopt;
    }
    return reported;
}

} // namespace

UsageDetails readUsageDetails(std::string_view rawUsage, TokenUsage &usage)
{
    UsageDetails details;
    if (rawUsage.empty())
        return details;
    const JsonValue raw = JsonValue::checked(rawUsage);
    put(usage.cacheWriteOneHour, count(raw["cache_creation"]["ephemeral_1h_input_tokens"]));
    put(usage.cacheWriteOneHour, countOf(raw["cacheDetails"], "ttl", "1h", "inputTokens"));
    put(usage.webSearches, count(raw["server_tool_use"]["web_search_requests"]));
    for (const std::string_view name : {"prompt_tokens_details", "input_tokens_details"})
        put(usage.audioInput, count(raw[name]["audio_tokens"]));
    for (const std::string_view name : {"completion_tokens_details", "output_tokens_details"})
        put(usage.audioOutput, count(raw[name]["audio_tokens"]));
    put(usage.audioInput, countOf(raw["promptTokensDetails"], "modality", "AUDIO", "tokenCount"));
    put(usage.audioOutput, countOf(raw["candidatesTokensDetails"], "modality", "AUDIO", "tokenCount"));
    details.reportedCost = reportedCost(raw);
    details.serviceTier = raw["service_tier"].text();
    return details;
}

} // namespace gateway::metering
