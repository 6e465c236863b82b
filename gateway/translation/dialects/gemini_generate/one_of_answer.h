// Gemini's answers of one word out of a list (responseMimeType "text/x.enum"), which no other dialect has: there the word
// is asked for as the only member of an object, and taken out of it again.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <optional>

namespace gateway::translation::gemini {

// `words` is the client's schema of a text with an "enum"; nothing when it is no such schema.
std::optional<OutputFormat> oneOfFormat(const Json &words);
// The schema of the words inside of such a format.
Json wordsOf(const OutputFormat &format);

// Whether the answer is an object where the client waits for a word.
bool isAskedAsObject(const ExchangeState &state);
// Puts the word in place of a text that is such an object; other parts, and texts that are something else, stay.
void takeWord(Part &part, ExchangeState &state);

} // namespace gateway::translation::gemini
