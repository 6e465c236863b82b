#include "gateway/translation/dialects/gemini_generate/candidate_notes.h"

#include <algorithm>
#include <array>

namespace gateway::translation::gemini {

namespace {

constexpr std::array knownMembers{"content",     "finishReason",   "index",         "safetyRatings",    "tokenCount",
                                  "avgLogprobs", "logprobsResult", "finishMessage", "groundingMetadata"};

} // namespace

void noteCandidateMembers(const Json &candidate, ConversionReport &report)
{
    if (!candidate.is_object())
        return;
    if (const auto message = textMember(candidate, "finishMessage"); !message.empty())
        report.dropped("answer/candidates/finishMessage", "The provider says: " + std::string(message));
    for (const auto &[name, value] : candidate.items()) {
        const bool isKnown = std::find(knownMembers.begin(), knownMembers.end(), name) != knownMembers.end();
        if (!isKnown && !value.is_null() && !value.empty())
            report.dropped("answer/candidates/" + name, "Other dialects have no place for it.");
    }
}

} // namespace gateway::translation::gemini
