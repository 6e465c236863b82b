// Google's grounding metadata, which tells where an answer comes from, and citations of pages in OpenAI's form.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/json/json_document.h"

#include <string_view>
#include <vector>

namespace gateway::translation::gemini {

// The pages that a groundingMetadata names, each as "url_citation" of the passage of `text` that it supports, or of all
// of it where no passage is told. Google counts bytes, OpenAI characters. What else it holds is noted.
std::vector<Json> citationsFrom(const Json &grounding, std::string_view text, ConversionReport &report);

// groundingMetadata with the pages of these annotations, or null when they name none; the others are noted.
Json groundingFrom(const std::vector<Json> &annotations, std::string_view text, ConversionReport &report);

} // namespace gateway::translation::gemini
