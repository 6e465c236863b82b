#include "gateway/translation/dialects/cohere_chat/tool_names.h"

#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

// v1 documents letters, digits and underscores alone; v2 says nothing, so nothing else is tried.
constexpr std::string_view namePunctuation = "_";
constexpr std::size_t longestName = 64;

std::string fullName(std::string_view name, std::string_view toolNamespace, const ChatRequest &request)
{
    const auto sameName = [name](const Tool &tool) { return tool.kind != Tool::Kind::BuiltIn && tool.name == name; };
    if (toolNamespace.empty() || std::count_if(request.tools.begin(), request.tools.end(), sameName) < 2)
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

std::string toolNameAtCohere(std::string_view name, std::string_view toolNamespace, ExchangeState &state)
{
    if (state.clientDialect() == DialectId::CohereChat) // the client chose it for Cohere
        return std::string(name);
    return state.providerToolName(fullName(name, toolNamespace, state.request()), longestName, namePunctuation);
}

ToolCallPart calledTool(std::string_view nameAtCohere, std::string arguments, const ExchangeState &state)
{
    ToolCallPart call;
    call.name = state.clientToolName(nameAtCohere);
    call.arguments = std::move(arguments);
    const Tool *tool = findCalledTool(call.name, state);
    if (!tool)
        return call;
    call.name = tool->name;
    call.toolNamespace = tool->toolNamespace;
    if (tool->kind == Tool::Kind::Custom) {
        call.kind = ToolCallPart::Kind::Custom;
        call.arguments = unwrappedInput(call.arguments);
    }
    return call;
}

bool isWrappedCustomTool(std::string_view nameAtCohere, const ExchangeState &state)
{
    const Tool *tool = findCalledTool(state.clientToolName(nameAtCohere), state);
    return tool && tool->kind == Tool::Kind::Custom;
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

} // namespace gateway::translation::cohere
