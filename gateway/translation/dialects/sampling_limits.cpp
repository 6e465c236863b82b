#include "gateway/translation/dialects/sampling_limits.h"

#include "gateway/translation/json/json_document.h"

#include <string>

namespace gateway::translation {

namespace {

struct Limits {
    std::string_view place; // of the options in the body
    std::string_view maxOutputTokens;
    std::string_view topP;
    std::string_view topK;
    double highestTemperature;
};

Limits limitsOf(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat: return {"", "max_tokens", "top_p", "top_k", 2};
    case DialectId::OpenAiResponses: return {"", "max_output_tokens", "top_p", "top_k", 2};
    case DialectId::AnthropicMessages: return {"", "max_tokens", "top_p", "top_k", 1};
    case DialectId::GeminiGenerate: return {"/generationConfig", "maxOutputTokens", "topP", "topK", 2};
    case DialectId::BedrockConverse: return {"/inferenceConfig", "maxTokens", "topP", "topK", 1};
    case DialectId::CohereChat: return {"", "max_tokens", "p", "k", 1};
    }
    return {"", "max_tokens", "top_p", "top_k", 2};
}

std::string pointer(const Limits &limits, std::string_view member)
{
    return std::string(limits.place) + '/' + std::string(member);
}

std::string written(double number)
{
    return dumpJson(Json(number));
}

bool isOutside(const std::optional<double> &value, double lowest, double highest)
{
    return value && !(*value >= lowest && *value <= highest);
}

} // namespace

Result<void> checkSampling(const ChatRequest &request)
{
    const Limits limits = limitsOf(request.dialect);
    const SamplingOptions &sampling = request.sampling;
    const auto refuse = [&](std::string_view member, const std::string &problem) -> Result<void> {
        return unexpected(invalidMember(pointer(limits, member), problem));
    };
    if (isOutside(sampling.temperature, 0, limits.highestTemperature))
        return refuse("temperature", "must be from 0 to " + written(limits.highestTemperature) + ", not "
                                         + written(*sampling.temperature) + ".");
    if (isOutside(sampling.topP, 0, 1))
        return refuse(limits.topP, "must be from 0 to 1, not " + written(*sampling.topP) + ".");
    if (sampling.maxOutputTokens && *sampling.maxOutputTokens < 1)
        return refuse(limits.maxOutputTokens,
                      "must be at least 1, not " + std::to_string(*sampling.maxOutputTokens) + ".");
    if (sampling.topK && *sampling.topK < 0)
        return refuse(limits.topK, "must not be negative.");
    if (sampling.choiceCount && *sampling.choiceCount < 1)
        return refuse("n", "must be at least 1, not " + std::to_string(*sampling.choiceCount) + ".");
    for (const auto &[member, penalty] : {std::pair{"frequency_penalty", sampling.frequencyPenalty},
                                          std::pair{"presence_penalty", sampling.presencePenalty}}) {
        if (isOutside(penalty, -2, 2))
            return refuse(member, "must be from -2 to 2, not " + written(*penalty) + ".");
    }
    return {};
}

} // namespace gateway::translation
