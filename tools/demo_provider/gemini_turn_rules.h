// What Google refuses in the turns of a conversation: their parts, the order of calls and results, the signatures.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::gemini {

/// `demandsSignatures`: the rule of Gemini 3, whose first call of a turn must bring its signature back.
[[nodiscard]] Verdict checkContents(const Json &contents, bool demandsSignatures);

/// One content that holds text alone, such as the system instruction.
[[nodiscard]] Verdict checkTextContent(const Json &content, const std::string &path);

/// The signature of a call, or, without one, of a text; only what was made here is taken back.
[[nodiscard]] std::string signatureOf(const Json &functionCall);

/// Contents with neighbours of one role joined, as the service reads them.
[[nodiscard]] Json joinedTurns(const Json &contents);

} // namespace demo_provider::gemini
