// Reasoning with its state: reasoningContent blocks <-> ReasoningPart.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/extras.h"

#include <string>

namespace gateway::translation::bedrock {

// The value of "reasoningContent" of a request or an answer.
Part decodeReasoning(const Json &reasoning, const std::string &pointer, Problem &problem);

// For the client: state of other providers is packed, into the signature where there is text, else into
// redactedContent, which is a blob: base64.
Json reasoningBlockForClient(std::string_view text, const OpaqueState *state);
Json stateOfNextBlock(OpaqueState state); // a block without text that carries the state of the part behind it

// The same as one delta of a stream: {"redactedContent": ...} or {"signature": ...}.
Json stateDeltaForClient(const OpaqueState &state, bool hasText);

// State out of the blob that a client sends back.
OpaqueState stateFromBlob(std::string_view base64);

} // namespace gateway::translation::bedrock
