// Pieces of an answer to a Gemini client.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <optional>
#include <string>

namespace gateway::translation::gemini {

// The part, or null when Gemini has no form for it (with a note). A part whose text is empty and that has no state is
// null too: Gemini CLI takes an empty text for a broken answer.
Json answerPart(const Part &part, ExchangeState &state);

// Gemini CLI throws thoughts away and sends calls back with their signatures. What OpenAI needs of its reasoning stands in
// the state alone, so the call behind the thought carries it as well. `thought`: the state that waits for its call.
void carryThoughtState(Part &part, std::optional<OpaqueState> &thought);

void addAnswerState(Json &part, const std::optional<OpaqueState> &state); // as thoughtSignature

// {"error": {"code", "message", "status"}} with Google's status word; SDKs raise for codes from 400 to 599.
std::string errorBody(const Error &error);

} // namespace gateway::translation::gemini
