#include "gateway/translation/dialects/tool_names.h"

#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::translation {

namespace {

constexpr std::string_view separator = "__";

std::string qualified(std::string_view name, std::string_view toolNamespace)
{
    return std::string(toolNamespace).append(separator).append(name);
}

// Models also say the namespace where the bare name would do.
const Tool *findCalledTool(std::string_view clientName, const ExchangeState &state)
{
    if (const Tool *tool = state.findTool(clientName))
        return tool;
    const auto &tools = state.request().tools;
    const auto found = std::find_if(tools.begin(), tools.end(), [clientName](const Tool &tool) {
        return !tool.toolNamespace.empty() && qualified(tool.name, tool.toolNamespace) == clientName;
    });
    return found == tools.end() ? nullptr : &*found;
}

} // namespace

std::string nameWithNamespace(std::string_view name, std::string_view toolNamespace, const ChatRequest &request)
{
    const auto hasName = [name](const Tool &tool) { return tool.kind != Tool::Kind::BuiltIn && tool.name == name; };
    if (toolNamespace.empty() || std::count_if(request.tools.begin(), request.tools.end(), hasName) < 2)
        return std::string(name);
    return qualified(name, toolNamespace);
}

void nameCallForClient(std::string_view providerName, const ExchangeState &state, ToolCallPart &call)
{
    call.name = state.clientToolName(providerName);
    const Tool *tool = findCalledTool(call.name, state);
    if (!tool)
        return;
    call.name = tool->name;
    call.toolNamespace = tool->toolNamespace;
    if (tool->kind == Tool::Kind::Custom)
        call.kind = ToolCallPart::Kind::Custom;
}

bool isWrappedCustomTool(std::string_view providerName, const ExchangeState &state)
{
    const Tool *tool = findCalledTool(state.clientToolName(providerName), state);
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

Json callInput(const ToolCallPart &call, ExchangeState &state)
{
    if (call.kind == ToolCallPart::Kind::Custom)
        return Json{{"input", call.arguments}};
    if (auto object = objectFromText(call.arguments))
        return std::move(*object);
    state.answerReport.approximated("answer/content",
                                    "The arguments of a call are no JSON object and were put into one.");
    return Json{{"input", call.arguments}};
}

} // namespace gateway::translation
