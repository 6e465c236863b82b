// Parts of the hub as Gemini parts, the same in requests and in answers.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <string>
#include <string_view>

namespace gateway::translation::gemini {

Json textPart(std::string_view text);
Json thoughtPart(std::string_view text);

// `arguments` is JSON text of an object; other text becomes {"input": text} and `wasWrapped` true. No id when empty.
Json callPart(std::string_view id, std::string_view name, std::string_view arguments, bool &wasWrapped);

// Writes the part's extensions of this dialect beside `field`, or into it those that are kept under its name.
void addExtensions(Json &json, const Extensions &extensions, std::string_view field);

} // namespace gateway::translation::gemini
