#include "gateway/pipeline/compat_options.h"

#include "gateway/translation/dialects/openai_chat/server_traits.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
#include <array>

namespace gateway::pipeline {

namespace {

constexpr std::array<std::string_view, 7> refusedByReasoningModels{
    "temperature", "top_p", "presence_penalty", "frequency_penalty", "logprobs", "top_logprobs", "logit_bias"};

constexpr std::array<std::string_view, 4> responsesOnlyMarks{"-pro", "-codex", "deep-research", "computer-use"};
constexpr std::array<std::string_view, 5> responsesOnlyFamilies{"o1", "o3", "o4", "gpt-5", "computer-use"};

} // namespace

CompatOptions readCompatOptions(const HeaderList &headers)
{
    const std::string_view said = headers.value("x-bf-compat");
    if (said == "true" || said == "*")
        return {true};
    CompatOptions options;
    const translation::JsonValue names = translation::JsonValue::checked(said);
    translation::JsonElements elements(names);
    while (const auto name = elements.next())
        options.mayDropParameters |= name->isText("should_drop_params") || name->isText("*");
    return options;
}

bool isResponsesOnly(const config::ProviderDefinition &provider, std::string_view model)
{
    const auto begins = [model](std::string_view start) { return model.starts_with(start); };
    const auto holds = [model](std::string_view mark) { return model.find(mark) != std::string_view::npos; };
    return provider.preset == "openai"
           && std::any_of(responsesOnlyFamilies.begin(), responsesOnlyFamilies.end(), begins)
           && std::any_of(responsesOnlyMarks.begin(), responsesOnlyMarks.end(), holds);
}

Result<net::UpstreamBody> withoutRefusedParameters(AttemptContext &attempt, net::UpstreamBody body)
{
    if (attempt.request.endpoint.dialect != translation::DialectId::OpenAiChat
        || !readCompatOptions(attempt.request.exchange->request().headers).mayDropParameters)
        return body;
    const auto traits = translation::openai_chat::traitsOf(attempt.target.provider->preset, attempt.target.model);
    if (!traits.isOpenAi || !traits.isReasoningModel)
        return body;
    std::string changed = *body;
    for (const std::string_view name : refusedByReasoningModels) {
        const auto value = translation::topLevelMember(changed, name);
        if (!value || !*value || **value == "null")
            continue;
        auto shortened = translation::removeTopLevelMember(changed, name);
        if (!shortened)
            return unexpected(shortened.error());
        changed = std::move(*shortened);
        attempt.notes.push_back("Dropped " + std::string(name) + ": the model refuses it, and x-bf-compat lets it go.");
    }
    return std::make_shared<const std::string>(std::move(changed));
}

} // namespace gateway::pipeline
