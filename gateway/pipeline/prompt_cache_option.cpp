#include "gateway/pipeline/prompt_cache_option.h"

#include "gateway/translation/json/json_document.h"

namespace gateway::pipeline {

using translation::CacheMarker;
using translation::findObject;

std::optional<CacheMarker> wantedCacheMarker(const config::ProviderDefinition &provider,
                                             const HeaderList &clientHeaders)
{
    constexpr std::string_view block = "prompt_cache";
    if (provider.extraJson.find(block) == std::string::npos) // hardly any provider has it
        return std::nullopt;
    const auto extra = translation::parseJson(provider.extraJson);
    const auto *options = extra ? findObject(*extra, block) : nullptr;
    if (!options)
        return std::nullopt;
    const std::string_view asked = clientHeaders.value("x-bf-prompt-cache-auto-inject");
    const bool isWanted = asked.empty() ? translation::booleanMember(*options, "auto_inject").value_or(false)
                                        : equalsIgnoringCase(asked, "true");
    if (!isWanted)
        return std::nullopt;
    const std::string_view timeToLive = translation::textMember(*options, "ttl");
    return CacheMarker{timeToLive == "1h" ? "1h" : std::string()};
}

} // namespace gateway::pipeline
