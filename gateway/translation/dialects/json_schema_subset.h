// Narrows a JSON Schema to what a dialect accepts, with notes of what was left out.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/json/json_document.h"

#include <string>

namespace gateway::translation {

// Gemini's `parameters` and `responseSchema` (an OpenAPI 3.0 subset): no $schema, $ref is put in its place (cycles become
// an open object), type lists become nullable, const becomes a one-valued enum, ...
Json openApiSubset(const Json &schema, const std::string &pointer, ConversionReport &report);

// OpenAI's strict mode: every object has additionalProperties false and requires all its properties. True when `schema`
// already is so.
bool isStrictSchema(const Json &schema);

} // namespace gateway::translation
