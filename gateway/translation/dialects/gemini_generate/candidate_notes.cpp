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

void noteAnswerMembers(const Json &answer, ConversionReport &report)
{
    const Json *feedback = findObject(answer, "promptFeedback");
    if (const auto words = feedback ? textMember(*feedback, "blockReasonMessage") : ""; !words.empty())
        report.dropped("answer/promptFeedback/blockReasonMessage", "The provider says: " + std::string(words));
    const Json *model = findObject(answer, "modelStatus");
    if (const auto words = model ? textMember(*model, "message") : ""; !words.empty())
        report.dropped("answer/modelStatus", "The provider says of the model: " + std::string(words));
}

} // namespace gateway::translation::gemini
