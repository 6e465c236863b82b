// One Gemini part, of a request or of an answer, as a part of the hub.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <string>

namespace gateway::translation::gemini {

// Tool names and ids stay as they are on the wire. Members that the hub has no word for go to the part's extensions;
// those of the data inside (functionResponse.scheduling) under the name of that data ("functionResponse").
Result<Part> decodePart(const Json &json, const std::string &pointer);

} // namespace gateway::translation::gemini
