#include "gateway/translation/dialects/bedrock_converse/model_traits.h"

#include "gateway/base/header_list.h"

#include <algorithm>
#include <array>
#include <string>

namespace gateway::translation::bedrock {

namespace {

template <std::size_t Count>
bool holdsOneOf(std::string_view model, const std::array<std::string_view, Count> &names)
{
    return std::any_of(names.begin(), names.end(),
                       [model](std::string_view name) { return model.find(name) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 5> claudesWithoutCache{"claude-v2", "claude-instant", "claude-3-opus",
                                                              "claude-3-sonnet", "claude-3-haiku"};
constexpr std::array<std::string_view, 10> structuredOutput{
    "qwen", "gpt-oss", "deepseek.v3", "gemma", "minimax", "moonshot", "nemotron", "magistral", "voxtral", "ministral"};
constexpr std::array<std::string_view, 5> withoutToolChoice{"meta.", "cohere.", "ai21.", "deepseek.r1", "amazon.titan"};
constexpr std::array<std::string_view, 11> otherMakers{"meta.",        "cohere.", "ai21.",   "deepseek",
                                                       "amazon.titan", "qwen",    "google.", "minimax.",
                                                       "moonshot",     "nvidia.", "writer."};

ModelFamily familyOf(std::string_view model)
{
    if (model.find("claude") != std::string_view::npos)
        return ModelFamily::Claude;
    if (model.find("nova-") != std::string_view::npos)
        return ModelFamily::Nova;
    if (model.find("gpt-oss") != std::string_view::npos)
        return ModelFamily::GptOss;
    if (holdsOneOf(model, std::array<std::string_view, 4>{"mistral", "mixtral", "ministral", "voxtral"}))
        return ModelFamily::Mistral;
    return holdsOneOf(model, otherMakers) ? ModelFamily::Other : ModelFamily::Unknown;
}

} // namespace

ModelTraits traitsOf(std::string_view model)
{
    const std::string name = toLowerAscii(model);
    ModelTraits traits;
    traits.family = familyOf(name);
    traits.takesOutputFormat = holdsOneOf(name, structuredOutput) || name.find("mistral-large-3") != std::string::npos;
    switch (traits.family) {
    case ModelFamily::Claude:
        traits.claude = anthropic::traitsOf(name);
        traits.takesOutputFormat = traits.claude.takesOutputFormat == anthropic::Support::Yes;
        traits.takesCachePoints = !holdsOneOf(name, claudesWithoutCache);
        traits.takesToolCachePoints = traits.takesCachePoints;
        traits.takesCacheTime = traits.takesOutputFormat && name.find("opus-4-1") == std::string::npos;
        break;
    case ModelFamily::Nova:
        traits.takesCachePoints = true;
        traits.takesNovaEffort = name.find("nova-2") != std::string::npos;
        break;
    case ModelFamily::Mistral: traits.takesNamedChoice = false; break;
    case ModelFamily::Other:
        traits.takesAnyChoice = !holdsOneOf(name, withoutToolChoice);
        traits.takesNamedChoice = traits.takesAnyChoice;
        break;
    case ModelFamily::GptOss:
    case ModelFamily::Unknown: break;
    }
    return traits;
}

} // namespace gateway::translation::bedrock
