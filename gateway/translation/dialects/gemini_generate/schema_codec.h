// Gemini's own schema form (an OpenAPI 3.0 subset) as JSON Schema.
#pragma once

#include "gateway/translation/json/json_document.h"

namespace gateway::translation::gemini {

// Lower-case types, `nullable` as a type list, numbers that were written as text; what is JSON Schema already stays so.
Json jsonSchemaOf(const Json &schema);

} // namespace gateway::translation::gemini
