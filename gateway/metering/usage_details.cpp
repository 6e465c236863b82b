#include "gateway/metering/usage_details.h"

#include "gateway/translation/json/json_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gateway::metering {

namespace {

using translation::JsonElements;
using translation::JsonMembers;
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

// What the usage object says beyond the plain counts, found in one pass: this runs for every answer.
struct Members {
    JsonValue cacheCreation;
    JsonValue cacheDetails;
    JsonValue serverToolUse;
    JsonValue inputDetails;
    JsonValue outputDetails;
    JsonValue promptModalities;
    JsonValue candidatesModalities;
    JsonValue cost;
    JsonValue costDetails;
    JsonValue isOwnKey;
    JsonValue serviceTier;
};

Members membersOf(JsonValue usage)
{
    Members found;
    const std::array<std::pair<std::string_view, JsonValue *>, 14> places{
        {{"cache_creation", &found.cacheCreation},
         {"cacheDetails", &found.cacheDetails},
         {"server_tool_use", &found.serverToolUse},
         {"prompt_tokens_details", &found.inputDetails},
         {"input_tokens_details", &found.inputDetails},
         {"input_token_details", &found.inputDetails}, // of transcriptions
         {"completion_tokens_details", &found.outputDetails},
         {"output_tokens_details", &found.outputDetails},
         {"promptTokensDetails", &found.promptModalities},
         {"candidatesTokensDetails", &found.candidatesModalities},
         {"cost", &found.cost},
         {"cost_details", &found.costDetails},
         {"is_byok", &found.isOwnKey},
         {"service_tier", &found.serviceTier}}};
    JsonMembers members(usage);
    while (const auto member = members.next()) {
        const auto place = std::find_if(places.begin(), places.end(), [&member](const auto &each) {
            return translation::isJsonString(member->rawName, each.first);
        });
        if (place != places.end())
            *place->second = JsonValue::trusted(member->rawValue);
    }
    return found;
}

// With a key of one's own at OpenRouter `cost` is its fee, and the provider charges the rest
// (openrouter.ai/docs/use-cases/usage-accounting).
std::optional<Money> reportedCost(const Members &usage)
{
    auto reported = usage.cost.isObject() ? moneyOf(usage.cost["total_cost"]) : moneyOf(usage.cost);
    if (reported && usage.isOwnKey.isTrue()) {
        const auto upstream = moneyOf(usage.costDetails["upstream_inference_cost"]);
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
    const Members found = membersOf(JsonValue::trusted(rawUsage));
    put(usage.cacheWriteOneHour, count(found.cacheCreation["ephemeral_1h_input_tokens"]));
    put(usage.cacheWriteOneHour, countOf(found.cacheDetails, "ttl", "1h", "inputTokens"));
    put(usage.webSearches, count(found.serverToolUse["web_search_requests"]));
    put(usage.audioInput, count(found.inputDetails["audio_tokens"]));
    put(usage.audioOutput, count(found.outputDetails["audio_tokens"]));
    put(usage.audioInput, countOf(found.promptModalities, "modality", "AUDIO", "tokenCount"));
    put(usage.audioOutput, countOf(found.candidatesModalities, "modality", "AUDIO", "tokenCount"));
    details.imageInputTokens = count(found.inputDetails["image_tokens"]).value_or(0);
    details.imageOutputTokens = count(found.outputDetails["image_tokens"]);
    details.reportedCost = reportedCost(found);
    details.serviceTier = found.serviceTier.text();
    return details;
}

} // namespace gateway::metering
