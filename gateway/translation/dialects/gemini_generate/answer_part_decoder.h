// Parts that a Gemini provider answered, as the client is to get them.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <optional>
#include <string>

namespace gateway::translation::gemini {

// The part with the client's tool names and an id for each call; arguments of a custom tool are its input itself, and
// the call of ExchangeState::outputTool is text. Nothing, with a note, when the part makes no sense.
std::optional<Part> decodeAnswerPart(const Json &json, ExchangeState &state);

// The error of a body or frame that has one: {"error": {code, message, status}}.
std::optional<Error> errorInside(const Json &body);

} // namespace gateway::translation::gemini
