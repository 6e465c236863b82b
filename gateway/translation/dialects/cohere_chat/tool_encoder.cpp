#include "gateway/translation/dialects/cohere_chat/tool_encoder.h"

#include "gateway/translation/dialects/cohere_chat/schema_fit.h"
#include "gateway/translation/dialects/cohere_chat/tool_names.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

Json schemaForCohere(const Tool &tool, const EncodeContext &context)
{
    if (context.isSameDialect() || tool.inputSchema.is_object())
        return tool.inputSchema;
    return Json{{"type", "object"}, {"properties", Json::object()}}; // required by the API
}

void noteForeignMembers(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    noteForeignOptions(tool.extensions, DialectId::CohereChat, pointer, "Cohere has no such setting of tools.",
                       context.report);
    if (tool.cacheMarker)
        context.report.dropped(pointer + "/cache_control", "Cohere caches prompts by itself.");
    noteNamespace(tool, pointer, context.report);
}

std::string nameAtCohere(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    std::string name = toolNameAtCohere(tool.name, tool.toolNamespace, context.state);
    if (name != tool.name)
        context.report.renamed(pointer + "/name", "The tool is called " + name + " at the provider.");
    return name;
}

Json encodeFunction(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    Json function{{"name", nameAtCohere(tool, pointer, context)}};
    if (!tool.description.empty())
        function["description"] = tool.description;
    if (Json schema = schemaForCohere(tool, context); !schema.is_null())
        function["parameters"] = std::move(schema);
    if (const Json *inner = tool.extensions.find(DialectId::CohereChat, "function"); inner && inner->is_object()) {
        for (const auto &[name, value] : inner->items())
            function[name] = value;
    }
    Json json{{"type", "function"}, {"function", std::move(function)}};
    noteForeignMembers(tool, pointer, context);
    putBack(tool.extensions, json);
    return json;
}

Json encodeCustom(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    context.report.approximated(pointer, "Cohere has no custom tools: a function with one text stands for it.");
    noteInputFormat(tool, pointer, context.report);
    noteNamespace(tool, pointer, context.report);
    Json schema{{"type", "object"}, {"properties", Json{{"input", Json{{"type", "string"}}}}}};
    schema["required"] = Json::array({"input"});
    Json function{{"name", nameAtCohere(tool, pointer, context)}};
    if (!tool.description.empty())
        function["description"] = tool.description;
    function["parameters"] = std::move(schema);
    return Json{{"type", "function"}, {"function", std::move(function)}};
}

// Strictness is for all tools or none, and for schemas that Cohere can enforce.
void addStrictness(EncodeContext &context, Json &body)
{
    const std::vector<Tool> &tools = context.request.tools;
    if (context.isSameDialect()) {
        if (tools.front().isStrict)
            body["strict_tools"] = *tools.front().isStrict;
        return;
    }
    const auto isFunction = [](const Tool &tool) { return tool.kind == Tool::Kind::Function; };
    const auto isStrict = [&](const Tool &tool) { return isFunction(tool) && tool.isStrict == std::optional(true); };
    const bool isAny = std::any_of(tools.begin(), tools.end(), isStrict);
    const bool isAll = std::all_of(tools.begin(), tools.end(), [&](const Tool &tool) {
        return !isFunction(tool) || (isStrict(tool) && isEnforceableForTool(tool.inputSchema));
    });
    if (isAny && isAll) {
        body["strict_tools"] = true;
        for (Json &tool : body["tools"]) {
            Json &schema = tool["function"]["parameters"];
            schema = withoutLimits(schema, "/tools", context.report);
        }
        return;
    }
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (isStrict(tools[i]))
            context.report.dropped("/tools/" + std::to_string(i) + "/strict",
                                   "Cohere's strictness is for all tools or none, with something required.");
    }
}

bool isBuiltIn(const EncodeContext &context, std::string_view name)
{
    const auto &tools = context.request.tools;
    return std::any_of(tools.begin(), tools.end(),
                       [name](const Tool &tool) { return tool.kind == Tool::Kind::BuiltIn && tool.name == name; });
}

// Cohere cannot name tools in its choice: only the ones that may be called are offered.
bool isOffered(const Tool &tool, const EncodeContext &context)
{
    const auto &choice = context.request.toolChoice;
    if (!choice)
        return true;
    if (choice->kind == ToolChoice::Kind::Named)
        return tool.name == choice->name || isBuiltIn(context, choice->name);
    if (choice->kind == ToolChoice::Kind::Allowed)
        return std::find(choice->allowed.begin(), choice->allowed.end(), tool.name) != choice->allowed.end();
    return true;
}

void addChoice(EncodeContext &context, Json &body)
{
    const auto &choice = context.request.toolChoice;
    if (!choice)
        return;
    const std::string pointer = clientPointer(context.request, "tool_choice");
    switch (choice->kind) {
    case ToolChoice::Kind::Auto: return;
    case ToolChoice::Kind::None: body["tool_choice"] = "NONE"; return;
    case ToolChoice::Kind::Required: body["tool_choice"] = "REQUIRED"; return;
    case ToolChoice::Kind::Named:
        if (isBuiltIn(context, choice->name)) {
            context.report.approximated(pointer,
                                        "The chosen tool runs at another provider, so the model chooses itself.");
            return;
        }
        context.report.approximated(pointer, "Only the chosen tool is offered, and one must be called.");
        body["tool_choice"] = "REQUIRED";
        return;
    case ToolChoice::Kind::Allowed:
        context.report.approximated(pointer, "Only the allowed tools are offered.");
        if (choice->isRequired)
            body["tool_choice"] = "REQUIRED";
        return;
    }
}

} // namespace

void encodeTools(EncodeContext &context, Json &body)
{
    Json tools = Json::array();
    for (std::size_t i = 0; i < context.request.tools.size(); ++i) {
        const Tool &tool = context.request.tools[i];
        const std::string pointer = "/tools/" + std::to_string(i);
        if (tool.kind == Tool::Kind::BuiltIn)
            context.report.dropped(pointer, "The tool " + tool.name + " runs at another provider.");
        else if (!isOffered(tool, context))
            context.report.approximated(pointer, "Cohere cannot forbid single tools, so a tool that may not be called "
                                                 "is left out.");
        else if (tool.kind == Tool::Kind::Custom)
            tools.push_back(encodeCustom(tool, pointer, context));
        else
            tools.push_back(encodeFunction(tool, pointer, context));
    }
    if (context.request.allowsParallelToolCalls == std::optional(false))
        context.report.dropped("/parallel_tool_calls", "Cohere's models may always call several tools at once.");
    if (tools.empty()) {
        if (context.isSameDialect()) // Cohere itself is to judge it
            addChoice(context, body);
        else
            noteChoiceWithoutTools(context.request, clientPointer(context.request, "tool_choice"), context.report);
        return;
    }
    body["tools"] = std::move(tools);
    addStrictness(context, body);
    addChoice(context, body);
}

} // namespace gateway::translation::cohere
