// The families that a provider can be of: those with a dialect in which we can be the client.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <string>

namespace gateway::service {

bool canBeAsked(translation::DialectFamily family);
std::string askedFamilies(); // "openai, anthropic, gemini", for messages

} // namespace gateway::service
