// What Cohere's structured outputs take of a JSON Schema (docs.cohere.com/docs/structured-outputs).
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/json/json_document.h"

#include <string>

namespace gateway::translation::cohere {

// An object at the top, something required in every object, and no composition.
bool isEnforceable(const Json &schema);
// The same for the parameters of a strict tool, which may also have no parameters at all.
bool isEnforceableForTool(const Json &schema);

// Without the limits of numbers, lengths and texts, which Cohere does not know; noted at `pointer`.
Json withoutLimits(const Json &schema, const std::string &pointer, ConversionReport &report);

} // namespace gateway::translation::cohere
