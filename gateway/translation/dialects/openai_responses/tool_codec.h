// Tools and the choice among them.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::openai_responses {

// Functions of a namespace become one tool each; what is neither function nor custom tool is kept as it is.
std::optional<Error> decodeTools(const Json &tools, std::vector<Tool> &decoded);

// "auto", a function, allowed tools. Nothing for a choice that the hub cannot say: it is to be kept as it is.
std::optional<ToolChoice> decodeToolChoice(const Json &choice);

// Names that tools get upstream: unchanged for clients of this dialect.
std::string upstreamToolName(ExchangeState &state, const std::string &clientName);

// The array of tools; notes what is left out and what is renamed. `state` is null when the tools are shown to the client
// that sent them.
Json encodeTools(const ChatRequest &request, ExchangeState *state, ConversionReport &report);
Json encodeToolChoice(const ChatRequest &request, const ToolChoice &choice, ExchangeState *state,
                      ConversionReport &report);

// The tool that a called name means: by its own name, or as "<namespace>__<name>", which is how other dialects know the
// functions of a namespace. Null when the client has none.
const Tool *calledTool(const ChatRequest &request, std::string_view name);

} // namespace gateway::translation::openai_responses
