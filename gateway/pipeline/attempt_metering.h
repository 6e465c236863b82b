// Decides whether an attempt is charged for, and asks the cost meter how much.
#pragma once

#include "gateway/pipeline/attempt_context.h"
#include "gateway/translation/passthrough/answer_facts.h"

namespace gateway::pipeline {

struct AttemptOutcome {
    const translation::AnswerFacts *facts = nullptr; // of its answer as far as it was read; null before its head
    bool wasSent = false;                            // the provider had the whole request
    bool hasFailed = false;                          // also: was stopped, or cut
};

// Fills usage, cost and costDetail. Providers charge for what they made, also when nobody waited for the rest; they do
// not charge for requests that they refuse.
void meterAttempt(const AttemptContext &context, const AttemptOutcome &outcome, AttemptRecord &attempt);

} // namespace gateway::pipeline
