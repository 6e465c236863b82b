// Which targets go on from an assistant message that ends the conversation, instead of refusing or answering it.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <string_view>

namespace gateway::translation {

// Whether the provider (`preset` as in presets.json, empty for a custom one), asked in the dialect for the model,
// continues the last assistant message. False where nothing is known.
bool takesPrefill(std::string_view preset, DialectId dialect, std::string_view model);

// Whether the message must say so itself: Mistral's "prefix" (docs.mistral.ai/capabilities/completion).
bool mustMarkPrefill(std::string_view preset, DialectId dialect);

} // namespace gateway::translation
