#include "gateway/service/askable_families.h"

#include "gateway/translation/dialects/dialect_registry.h"

#include <algorithm>
#include <array>

namespace gateway::service {

bool canBeAsked(translation::DialectFamily family)
{
    using translation::DialectId;
    constexpr std::array dialects{DialectId::OpenAiChat,     DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                                  DialectId::GeminiGenerate, DialectId::BedrockConverse, DialectId::CohereChat};
    return std::any_of(dialects.begin(), dialects.end(), [family](DialectId dialect) {
        return translation::familyOf(dialect) == family && translation::findProviderDialect(dialect);
    });
}

std::string askedFamilies()
{
    using translation::DialectFamily;
    std::string names;
    for (const DialectFamily family : {DialectFamily::OpenAi, DialectFamily::Anthropic, DialectFamily::Gemini,
                                       DialectFamily::Bedrock, DialectFamily::Cohere}) {
        if (!canBeAsked(family))
            continue;
        names += names.empty() ? "" : ", ";
        names += translation::familyName(family);
    }
    return names;
}

} // namespace gateway::service
