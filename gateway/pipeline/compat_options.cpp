#include "gateway/pipeline/compat_options.h"

#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/dialects/openai_chat/server_traits.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
#include <array>
#include <span>

namespace gateway::pipeline {

namespace {

using Names = std::span<const std::string_view>;

// What answers 400, by the services' own pages of November 2026: platform.openai.com/docs/guides/reasoning,
// docs.x.ai/docs/guides/reasoning, console.groq.com/docs/openai, inference-docs.cerebras.ai "OpenAI compatibility".
constexpr std::array<std::string_view, 8> refusedByReasoningModels{
    "temperature", "top_p", "presence_penalty", "frequency_penalty", "logprobs", "top_logprobs", "logit_bias", "stop"};
constexpr std::array<std::string_view, 3> refusedByPlainOpenAi{"reasoning_effort", "reasoning", "verbosity"};
constexpr std::array<std::string_view, 3> refusedByGrok{"presence_penalty", "frequency_penalty", "stop"};
constexpr std::array<std::string_view, 6> refusedByGroq{"logprobs",  "top_logprobs", "logit_bias",
                                                        "verbosity", "store",        "prompt_cache_key"};
constexpr std::array<std::string_view, 3> refusedByCerebras{"presence_penalty", "frequency_penalty", "logit_bias"};

Names refusedBy(std::string_view preset, std::string_view model)
{
    const auto traits = translation::openai_chat::traitsOf(preset, model);
    if (traits.isOpenAi)
        return traits.isReasoningModel ? Names(refusedByReasoningModels) : Names(refusedByPlainOpenAi);
    if (preset == "xai" && (model.starts_with("grok-4") || model.find("mini") != std::string_view::npos))
        return refusedByGrok;
    if (preset == "groq")
        return refusedByGroq;
    return preset == "cerebras" ? Names(refusedByCerebras) : Names();
}

constexpr std::array<std::string_view, 4> responsesOnlyMarks{"-pro", "-codex", "deep-research", "computer-use"};
constexpr std::array<std::string_view, 5> responsesOnlyFamilies{"o1", "o3", "o4", "gpt-5", "computer-use"};

} // namespace

CompatOptions readCompatOptions(const HeaderList &headers)
{
    const std::string_view said = headers.value("x-bf-compat");
    if (said == "true" || said == "*")
        return {true, true};
    CompatOptions options;
    const translation::JsonValue names = translation::JsonValue::checked(said);
    translation::JsonElements elements(names);
    while (const auto name = elements.next()) {
        options.mayDropParameters |= name->isText("should_drop_params") || name->isText("*");
        options.mayBecomeChat |= name->isText("convert_text_to_chat") || name->isText("*");
    }
    return options;
}

bool isResponsesOnly(const config::ProviderDefinition &provider, std::string_view model)
{
    const auto begins = [model](std::string_view start) { return model.starts_with(start); };
    const auto holds = [model](std::string_view mark) { return model.find(mark) != std::string_view::npos; };
    return (provider.preset == "openai" || provider.preset == "azure")
           && std::any_of(responsesOnlyFamilies.begin(), responsesOnlyFamilies.end(), begins)
           && std::any_of(responsesOnlyMarks.begin(), responsesOnlyMarks.end(), holds);
}

Result<net::UpstreamBody> withoutRefusedParameters(AttemptContext &attempt, net::UpstreamBody body)
{
    if (attempt.request.endpoint.dialect != translation::DialectId::OpenAiChat
        || !readCompatOptions(attempt.request.exchange->request().headers).mayDropParameters)
        return body;
    std::string changed = *body;
    translation::ConversionReport report;
    for (const std::string_view name : refusedBy(attempt.target.provider->preset, attempt.target.model)) {
        const auto value = translation::topLevelMember(changed, name);
        if (!value || !*value || **value == "null")
            continue;
        auto shortened = translation::removeTopLevelMember(changed, name);
        if (!shortened)
            return unexpected(shortened.error());
        changed = std::move(*shortened);
        report.dropped('/' + std::string(name), "The model refuses it, and x-bf-compat lets it go.");
    }
    if (report.notes().empty())
        return body;
    for (const translation::ConversionNote &note : report.notes())
        attempt.add(note);
    if (const auto refusal = refusalOfLoss(attempt, report))
        return unexpected(*refusal);
    return std::make_shared<const std::string>(std::move(changed));
}

} // namespace gateway::pipeline
