// Names and arguments of called tools between a client and Cohere.
#pragma once

#include "gateway/translation/dialects/tool_names.h"

#include <string>
#include <string_view>

namespace gateway::translation::cohere {

// The name that a tool has at Cohere; the namespace is part of it only when the bare name is not unique.
std::string toolNameAtCohere(std::string_view name, std::string_view toolNamespace, ExchangeState &state);

// A call as the client knows it; the arguments of custom tools are unwrapped.
ToolCallPart calledTool(std::string_view nameAtCohere, std::string arguments, const ExchangeState &state);

} // namespace gateway::translation::cohere
