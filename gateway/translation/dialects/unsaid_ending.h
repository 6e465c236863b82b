// Endings of answers that the client's dialect has no word for.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// Notes that the client is told `word`, which says less than `reason`. `pointer`: of the member that holds the word.
void noteUnsaidEnding(FinishReason reason, std::string_view word, std::string pointer, ExchangeState &state);

} // namespace gateway::translation
