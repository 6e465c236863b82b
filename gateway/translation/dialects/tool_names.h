// Tools as providers know them that have no namespaces of tools and no tools of free text.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// "<namespace>__<name>" where several tools of the request have the bare name, else the bare name.
std::string nameWithNamespace(std::string_view name, std::string_view toolNamespace, const ChatRequest &request);

// A call by its tool's name at the provider: sets name, namespace and kind as the client knows them.
void nameCallForClient(std::string_view providerName, const ExchangeState &state, ToolCallPart &call);
// Whether the arguments of its calls stand for the free text of a custom tool: to be unwrapped when they are whole.
bool isWrappedCustomTool(std::string_view providerName, const ExchangeState &state);

// {"input": text} as JSON text, and back: arguments of another form are the text itself.
std::string wrappedInput(std::string_view input);
std::string unwrappedInput(std::string_view arguments);

// The input of an answer's call as an object; text that is none is put into {"input": ...} with a note.
Json callInput(const ToolCallPart &call, ExchangeState &state);

} // namespace gateway::translation
