// Names and arguments of called tools between a client and Cohere.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation::cohere {

// The name that a tool has at Cohere; the namespace is part of it only when the bare name is not unique.
std::string toolNameAtCohere(std::string_view name, std::string_view toolNamespace, ExchangeState &state);

// A call as the client knows it; the arguments of custom tools are unwrapped.
ToolCallPart calledTool(std::string_view nameAtCohere, std::string arguments, const ExchangeState &state);
// True when the arguments stand for the free text of a custom tool: to be unwrapped when whole.
bool isWrappedCustomTool(std::string_view nameAtCohere, const ExchangeState &state);

// {"input": text} as JSON text, and back: the text itself when it is not of that form.
std::string wrappedInput(std::string_view input);
std::string unwrappedInput(std::string_view arguments);

} // namespace gateway::translation::cohere
