#include "gateway/translation/dialects/openai_chat/tool_codec.h"

#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::translation::openai_chat {

namespace {

constexpr std::size_t longestName = 64;
constexpr std::string_view namePunctuation = "_-";

bool isBareNameUnique(const ChatRequest &request, std::string_view name)
{
    return std::count_if(request.tools.begin(), request.tools.end(),
                         [name](const Tool &tool) { return tool.kind != Tool::Kind::BuiltIn && tool.name == name; })
           < 2;
}

std::string fullName(std::string_view name, std::string_view toolNamespace, const ChatRequest &request)
{
    if (toolNamespace.empty() || isBareNameUnique(request, name))
        return std::string(name);
    return std::string(toolNamespace) + "__" + std::string(name);
}

// The tool that the name of a call means, also when its namespace is in the name.
const Tool *findCalledTool(std::string_view clientName, const ExchangeState &state)
{
    if (const Tool *tool = state.findTool(clientName))
        return tool;
    for (const Tool &tool : state.request().tools) {
        if (tool.kind != Tool::Kind::BuiltIn && !tool.toolNamespace.empty()
            && fullName(tool.name, tool.toolNamespace, state.request()) == clientName)
            return &tool;
    }
    return nullptr;
}

} // namespace

std::string serverToolName(std::string_view name, std::string_view toolNamespace, ExchangeState &state)
{
    return state.providerToolName(fullName(name, toolNamespace, state.request()), longestName, namePunctuation);
}

bool isWrappedCustomTool(std::string_view serverName, const ExchangeState &state)
{
    const Tool *tool = findCalledTool(state.clientToolName(serverName), state);
    return tool && tool->kind == Tool::Kind::Custom;
}

ToolCallPart calledTool(std::string_view serverName, std::string arguments, bool isCustomOnWire,
                        const ExchangeState &state)
{
    ToolCallPart call;
    call.name = state.clientToolName(serverName);
    if (const Tool *tool = findCalledTool(call.name, state)) {
        call.name = tool->name;
        call.toolNamespace = tool->toolNamespace;
        if (tool->kind == Tool::Kind::Custom)
            call.kind = ToolCallPart::Kind::Custom;
    }
    if (isCustomOnWire)
        call.kind = ToolCallPart::Kind::Custom;
    const bool isWrapped = call.kind == ToolCallPart::Kind::Custom && !isCustomOnWire;
    call.arguments = isWrapped ? unwrappedInput(arguments) : std::move(arguments);
    return call;
}

std::string wrappedInput(std::string_view input)
{
    return "{\"input\":" + quoteJson(input) + '}';
}

std::string unwrappedInput(std::string_view arguments)
{
    const auto object = objectFromText(arguments);
    const auto input = object ? optionalText(*object, "input") : std::nullopt;
    if (input)
        return *input;
    return object && object->empty() ? std::string() : std::string(arguments);
}

} // namespace gateway::translation::openai_chat
