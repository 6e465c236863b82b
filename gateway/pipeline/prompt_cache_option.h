// Reads whether a provider wants prompts marked for its cache: Bifrost's block "prompt_cache" of the provider's object.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/config/provider_definition.h"
#include "gateway/translation/canonical/message.h"

#include <optional>

namespace gateway::pipeline {

// The mark to set: `{"auto_inject": true, "ttl": "1h"}`, where ttl may be left out ("5m"). Off without the block. Where
// there is one, the request header `x-bf-prompt-cache-auto-inject` (true, false) decides for its request.
std::optional<translation::CacheMarker> wantedCacheMarker(const config::ProviderDefinition &provider,
                                                          const HeaderList &clientHeaders);

} // namespace gateway::pipeline
