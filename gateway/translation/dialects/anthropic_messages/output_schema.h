// The part of JSON Schema that Anthropic's structured output takes.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/json/json_document.h"

#include <string>

namespace gateway::translation::anthropic {

// Every object is closed, and limits of numbers, texts and lists are left out, each with a note: the API refuses others
// (docs.claude.com "Structured outputs", JSON Schema limitations).
Json narrowedOutputSchema(const Json &schema, const std::string &pointer, ConversionReport &report);

} // namespace gateway::translation::anthropic
