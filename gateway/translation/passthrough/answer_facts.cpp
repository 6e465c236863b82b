#include "gateway/translation/passthrough/answer_facts.h"

namespace gateway::translation {

std::string describeMissingCall(std::string_view upstreamName)
{
    std::string text = "The provider said that it calls a tool, but sent no call.";
    if (!upstreamName.empty()) {
        text += " The model ran at \"" + std::string(upstreamName);
        text += "\", which openrouter_config.ignore of the provider can leave out.";
    }
    return text;
}

} // namespace gateway::translation
