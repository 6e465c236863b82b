#include "gateway/translation/dialects/gemini_generate/generation_config_encoder.h"

#include "gateway/translation/dialects/gemini_generate/one_of_answer.h"
#include "gateway/translation/dialects/gemini_generate/tool_encoder.h"
#include "gateway/translation/dialects/json_schema_subset.h"
#include "gateway/translation/dialects/output_format_words.h"
#include "gateway/translation/dialects/reasoning_policy.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gateway::translation::gemini {

namespace {

constexpr std::size_t mostStopSequences = 5;
constexpr std::int64_t leastProBudget = 128;
constexpr std::int64_t leastLiteBudget = 512;
constexpr std::int64_t mostProBudget = 32768;
constexpr std::int64_t mostFlashBudget = 24576;

template <typename T>
void set(Json &config, const char *name, const std::optional<T> &value)
{
    if (value)
        config[name] = *value;
}

void setPenalty(EncodeContext &context, Json &config, const char *name, const char *pointer,
                const std::optional<double> &value)
{
    if (!value)
        return;
    if (context.isOwnClient() || context.traits.takesPenalties() || context.preset.find("vertex") != std::string::npos)
        config[name] = *value;
    else if (*value != 0)
        context.report.dropped(pointer, "Gemini 2.5 refuses penalties.");
}

void encodeSampling(EncodeContext &context, Json &config)
{
    const SamplingOptions &sampling = context.request.sampling;
    set(config, "temperature", sampling.temperature);
    set(config, "topP", sampling.topP);
    set(config, "topK", sampling.topK);
    set(config, "candidateCount", sampling.choiceCount);
    set(config, "maxOutputTokens", sampling.maxOutputTokens);
    set(config, "responseLogprobs", sampling.logprobs);
    if (sampling.topLogprobs && (sampling.logprobs.value_or(false) || context.isOwnClient()))
        config["logprobs"] = *sampling.topLogprobs;
    else if (sampling.topLogprobs)
        context.report.dropped("/top_logprobs", "Gemini tells other tokens only where the chosen ones are asked for.");
    setPenalty(context, config, "presencePenalty", "/presence_penalty", sampling.presencePenalty);
    setPenalty(context, config, "frequencyPenalty", "/frequency_penalty", sampling.frequencyPenalty);
    if (sampling.seed && *sampling.seed >= INT32_MIN && *sampling.seed <= INT32_MAX)
        config["seed"] = *sampling.seed;
    else if (sampling.seed)
        context.report.dropped("/seed", "Gemini's seed has 32 bits.");
    if (!sampling.logitBias.is_null())
        context.report.dropped("/logit_bias", "Gemini has no bias of tokens.");

    const auto &stops = sampling.stopSequences;
    const std::size_t count = context.isOwnClient() ? stops.size() : std::min(stops.size(), mostStopSequences);
    for (std::size_t i = 0; i < count; ++i)
        config["stopSequences"].push_back(stops[i]);
    if (count < stops.size())
        context.report.dropped("/stop", "Gemini takes five stop sequences; the others are left out.");
}

void encodeFormat(EncodeContext &context, Json &config, bool isFormatByTool)
{
    const OutputFormat &format = context.request.outputFormat;
    if (format.kind == OutputFormat::Kind::Text || isFormatByTool)
        return;
    const bool hasTools = hasFunctions(context.request) && !context.isOwnClient();
    if (format.kind == OutputFormat::Kind::JsonObject && hasTools && !context.traits.takesOutputSchemaWithTools()) {
        context.report.dropped("/response_format", "This model takes no JSON mode beside functions.");
        return;
    }
    if (format.isOneOf) {
        config["responseMimeType"] = "text/x.enum";
        config["responseSchema"] = openApiSubset(wordsOf(format), "/generationConfig/responseSchema", context.report);
        return;
    }
    config["responseMimeType"] = "application/json";
    if (format.kind != OutputFormat::Kind::JsonSchema || !format.schema.is_object())
        return;
    Json schema = describedSchema(format);
    if (context.traits.takesJsonSchemaOutput())
        config["responseJsonSchema"] = std::move(schema);
    else
        config["responseSchema"] = openApiSubset(schema, "/response_format/schema", context.report);
}

std::string upperName(ReasoningEffort effort)
{
    std::string name(effortName(effort));
    std::transform(name.begin(), name.end(), name.begin(), [](char character) {
        return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
    });
    return name;
}

void encodeLevel(EncodeContext &context, ReasoningEffort effort, Json &thinking)
{
    if (context.isOwnClient() && effort != ReasoningEffort::None) {
        thinking["thinkingLevel"] = upperName(effort);
        return;
    }
    const ReasoningEffort level = std::clamp(effort, context.traits.leastLevel(), context.traits.greatestLevel());
    thinking["thinkingLevel"] = upperName(level);
    if (level != effort)
        context.report.approximated("/reasoning", "The model's nearest thinking level is \""
                                                      + std::string(effortName(level)) + "\".");
}

std::int64_t nearestBudget(const ModelTraits &traits, std::int64_t budget)
{
    if (budget < 0)
        return -1; // the model decides
    if (traits.isPro)
        return std::clamp(budget, leastProBudget, mostProBudget);
    if (budget == 0)
        return 0;
    return std::clamp(budget, traits.isLite ? leastLiteBudget : std::int64_t(1), mostFlashBudget);
}

void encodeBudget(EncodeContext &context, std::int64_t budget, Json &thinking)
{
    const std::int64_t nearest = context.isOwnClient() ? budget : nearestBudget(context.traits, budget);
    thinking["thinkingBudget"] = nearest;
    if (nearest != budget)
        context.report.approximated("/reasoning",
                                    "The model's nearest thinking budget is " + std::to_string(nearest) + " tokens.");
}

// How much the model thinks; false when nothing was said about that.
bool encodeAmount(EncodeContext &context, Json &thinking)
{
    const ReasoningOptions &reasoning = context.request.reasoning;
    const auto effort = effectiveEffort(reasoning);
    const bool isDynamic = reasoning.budgetTokens == -1 && !reasoning.effort;
    if (!effort && !isDynamic)
        return false;
    if (!context.traits.thinksByLevel() && !context.traits.thinksByBudget() && !context.isOwnClient()) {
        if (effort != ReasoningEffort::None)
            context.report.dropped("/reasoning", "The model does not think.");
        return false;
    }
    // Google takes a budget from old clients on new models too, but never both.
    const bool mustKeepBudget = context.isOwnClient() && reasoning.budgetTokens && !reasoning.effort;
    const bool isByLevel = context.traits.thinksByLevel() || !context.traits.thinksByBudget();
    if (isByLevel && !mustKeepBudget) {
        if (isDynamic)
            return false; // the default
        if (!reasoning.effort && reasoning.budgetTokens)
            context.report.approximated("/reasoning", "The budget is sent as the nearest thinking level.");
        encodeLevel(context, *effort, thinking);
        return true;
    }
    if (isDynamic) {
        thinking["thinkingBudget"] = -1;
        return true;
    }
    if (reasoning.budgetTokens && !reasoning.effort && reasoning.mode != ReasoningOptions::Mode::Disabled) {
        encodeBudget(context, *reasoning.budgetTokens, thinking);
        return true;
    }
    if (*effort != ReasoningEffort::None)
        context.report.approximated("/reasoning", "The effort is sent as a thinking budget.");
    encodeBudget(context, budgetOfEffort(*effort), thinking);
    return true;
}

Json encodeThinking(EncodeContext &context)
{
    const ReasoningOptions &reasoning = context.request.reasoning;
    Json thinking = Json::object();
    std::optional<bool> includes = reasoning.includesText;
    if (!includes && !context.isOwnClient()) {
        const bool isAsked =
            reasoning.mode == ReasoningOptions::Mode::Enabled || reasoning.mode == ReasoningOptions::Mode::Adaptive;
        if (isAsked || (!reasoning.summary.empty() && reasoning.summary != "none"))
            includes = true;
    }
    const bool mayThink = context.traits.thinksByLevel() || context.traits.thinksByBudget() || context.isOwnClient();
    if (includes && mayThink && reasoning.mode != ReasoningOptions::Mode::Disabled)
        thinking["includeThoughts"] = *includes;
    else if (includes && context.isOwnClient())
        thinking["includeThoughts"] = *includes;
    else if (includes == std::optional(true) && !mayThink)
        context.report.approximated("/reasoning", "The model has no thoughts to tell.");
    encodeAmount(context, thinking);
    return thinking;
}

} // namespace

Json encodeGenerationConfig(EncodeContext &context, bool isFormatByTool)
{
    Json config = Json::object();
    encodeSampling(context, config);
    encodeFormat(context, config, isFormatByTool);
    Json thinking = encodeThinking(context);
    if (!thinking.empty())
        config["thinkingConfig"] = std::move(thinking);
    if (const Json *own = context.request.extensions.find(DialectId::GeminiGenerate, "generationConfig")) {
        for (const auto &[name, value] : own->items()) {
            const auto known = config.find(name);
            if (known != config.end() && known->is_object() && value.is_object())
                known->update(value);
            else
                config[name] = value;
        }
    }
    return config.empty() ? Json() : config;
}

} // namespace gateway::translation::gemini
