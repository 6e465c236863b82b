// Notes of what a candidate tells that the hub has no word for.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/json/json_document.h"

namespace gateway::translation::gemini {

// Grounding, citations, the words that explain a finish reason; ratings and counts that change nothing are left out.
void noteCandidateMembers(const Json &candidate, ConversionReport &report);
// The same of what stands beside the candidates.
void noteAnswerMembers(const Json &answer, ConversionReport &report);

} // namespace gateway::translation::gemini
