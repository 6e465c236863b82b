// Tools, the choice among them and the names of called ones, both ways.
#pragma once

#include "gateway/translation/dialects/openai_chat/encode_context.h"
#include "gateway/translation/dialects/openai_chat/member_reader.h"
#include "gateway/translation/dialects/tool_names.h"

namespace gateway::translation::openai_chat {

// `tools` and the old `functions`; flat tools as in the Responses API are read too.
void decodeTools(MemberReader &body, ChatRequest &request);
// `tool_choice` and the old `function_call`.
void decodeToolChoice(MemberReader &body, ChatRequest &request);

// A client that still speaks with `functions` gets `function_call` back.
bool usesLegacyFunctions(const ChatRequest &request);

// OpenAI refuses "strict" with a schema that leaves anything open.
bool mayBeStrict(const Json &schema);

// Else a function with one text stands for a custom tool.
bool knowsCustomTools(const EncodeContext &context);

// Writes tools, tool_choice and parallel_tool_calls.
void encodeTools(EncodeContext &context, Json &body);

// The name that a tool has at the server; the namespace is part of it only when the bare name is not unique.
std::string serverToolName(std::string_view name, std::string_view toolNamespace, ExchangeState &state);

// A call as the client knows it. `arguments` as the server wrote them; those of wrapped custom tools are unwrapped.
ToolCallPart calledTool(std::string_view serverName, std::string arguments, bool isCustomOnWire,
                        const ExchangeState &state);

} // namespace gateway::translation::openai_chat
