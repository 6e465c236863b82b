#include "gateway/config/provider_definition.h"

#include "gateway/config/model_names.h"

#include <algorithm>
#include <array>

namespace gateway::config {

bool ProviderKey::allowsModel(std::string_view model) const
{
    return !includesModel(blacklistedModels, model) && includesModel(models, model);
}

AttemptLimits NetworkSettings::limitsFor(std::string_view model, bool isStream) const
{
    AttemptLimits limits;
    limits.connect = connectTimeout;
    limits.head = headTimeout.value_or(totalTimeout);
    limits.firstToken = firstTokenTimeout;
    limits.idle = isStream ? streamIdleTimeout : totalTimeout;
    limits.total = isStream ? streamTimeout : totalTimeout;
    return nearest(limitsOfModel(modelLimits, model), limits);
}

CredentialScheme usualCredentialScheme(translation::DialectFamily family)
{
    using translation::DialectFamily;
    switch (family) {
    case DialectFamily::OpenAi:
    case DialectFamily::Cohere: return CredentialScheme::Bearer;
    case DialectFamily::Anthropic: return CredentialScheme::XApiKey;
    case DialectFamily::Gemini: return CredentialScheme::XGoogApiKey;
    case DialectFamily::Bedrock: return CredentialScheme::AwsSigV4;
    }
    return CredentialScheme::Bearer;
}

namespace {

// Of the OpenAI family, those that do not serve /v1/responses (their API references, November 2026).
constexpr std::array<std::string_view, 4> presetsWithoutResponses{"mistral", "deepseek", "cerebras", "nebius"};

} // namespace

bool ProviderDefinition::speaks(translation::DialectId dialect) const
{
    if (translation::familyOf(dialect) != family)
        return false;
    if (dialect != translation::DialectId::OpenAiResponses)
        return true;
    return std::find(presetsWithoutResponses.begin(), presetsWithoutResponses.end(), preset)
           == presetsWithoutResponses.end();
}

translation::DialectId ProviderDefinition::dialectFor(translation::DialectId client) const
{
    using translation::DialectFamily;
    using translation::DialectId;
    if (speaks(client))
        return client;
    switch (family) {
    // Only OpenAI itself tells reasoning through Responses alone; its imitators are surest in chat completions.
    case DialectFamily::OpenAi: return preset == "openai" ? DialectId::OpenAiResponses : DialectId::OpenAiChat;
    case DialectFamily::Anthropic: return DialectId::AnthropicMessages;
    case DialectFamily::Gemini: return DialectId::GeminiGenerate;
    case DialectFamily::Bedrock: return DialectId::BedrockConverse;
    case DialectFamily::Cohere: return DialectId::CohereChat;
    }
    return DialectId::OpenAiChat;
}

} // namespace gateway::config
