#include "gateway/translation/dialects/openai_chat/tool_codec.h"

#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>

namespace gateway::translation::openai_chat {

namespace {

// Servers demand a schema of an object, which clients of other dialects may leave out.
Json schemaForServer(const Tool &tool, const EncodeContext &context)
{
    if (context.isSameDialect())
        return tool.inputSchema;
    Json schema = tool.inputSchema.is_object() ? tool.inputSchema : Json::object();
    if (!schema.contains("type") && !schema.contains("anyOf") && !schema.contains("oneOf")
        && !schema.contains("$ref")) {
        schema["type"] = "object";
        if (!schema.contains("properties"))
            schema["properties"] = Json::object();
    }
    return schema;
}

std::string nameAtServer(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    std::string name = serverToolName(tool.name, tool.toolNamespace, context.state);
    if (name != tool.name)
        context.report.renamed(pointer + "/name", "The tool is called " + name + " at the provider.");
    return name;
}

void noteForeignMembers(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    noteForeignOptions(tool.extensions, DialectId::OpenAiChat, pointer,
                       "Chat completions have no such setting of tools.", context.report);
    noteNamespace(tool, pointer, context.report);
    if (tool.cacheMarker && !context.traits.knowsCacheMarkers && !context.isSameDialect())
        context.report.dropped(pointer + "/cache_control", "The server caches prompts by itself.");
}

Json encodeFunction(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    Json function{{"name", nameAtServer(tool, pointer, context)}};
    if (!tool.description.empty())
        function["description"] = tool.description;
    if (Json schema = schemaForServer(tool, context); !schema.is_null())
        function["parameters"] = std::move(schema);
    if (tool.isStrict) {
        const Json *sent = findObject(function, "parameters");
        if (*tool.isStrict && !context.isSameDialect() && (!sent || !mayBeStrict(*sent)))
            context.report.dropped(pointer + "/strict", "The schema is not closed, so it cannot be strict.");
        else
            function["strict"] = *tool.isStrict;
    }
    if (const Json *inner = tool.extensions.find(DialectId::OpenAiChat, "function"); inner && inner->is_object()) {
        for (const auto &[name, value] : inner->items())
            function[name] = value;
    }
    Json json{{"type", "function"}, {"function", std::move(function)}};
    if (tool.cacheMarker && (context.traits.knowsCacheMarkers || context.isSameDialect())) {
        json["cache_control"] = Json{{"type", "ephemeral"}};
        if (!tool.cacheMarker->timeToLive.empty())
            json["cache_control"]["ttl"] = tool.cacheMarker->timeToLive;
    }
    noteForeignMembers(tool, pointer, context);
    putBack(tool.extensions, json);
    return json;
}

// The grammar stands flat in the Responses API and in an object of its own here.
Json chatFormat(const Json &format)
{
    if (textMember(format, "type") != "grammar" || findObject(format, "grammar"))
        return format;
    Json grammar = format;
    grammar.erase("type");
    return Json{{"type", "grammar"}, {"grammar", std::move(grammar)}};
}

Json encodeCustom(const Tool &tool, const std::string &pointer, EncodeContext &context)
{
    if (context.isSameDialect() && findMember(tool.raw, "custom"))
        return tool.raw;
    const std::string name = nameAtServer(tool, pointer, context);
    noteNamespace(tool, pointer, context.report);
    if (knowsCustomTools(context)) {
        Json custom{{"name", name}};
        if (!tool.description.empty())
            custom["description"] = tool.description;
        if (const Json *format = findObject(tool.raw, "format"))
            custom["format"] = chatFormat(*format);
        return Json{{"type", "custom"}, {"custom", std::move(custom)}};
    }
    context.report.approximated(pointer, "The server has no custom tools: a function with one text stands for it.");
    noteInputFormat(tool, pointer, context.report);
    Json schema{{"type", "object"}, {"properties", Json{{"input", Json{{"type", "string"}}}}}};
    schema["required"] = Json::array({"input"});
    schema["additionalProperties"] = false;
    Json function{{"name", name}};
    if (!tool.description.empty())
        function["description"] = tool.description;
    function["parameters"] = std::move(schema);
    return Json{{"type", "function"}, {"function", std::move(function)}};
}

const Tool *offeredTool(const ChatRequest &request, std::string_view name)
{
    const auto found = std::find_if(request.tools.begin(), request.tools.end(),
                                    [name](const Tool &tool) { return tool.name == name; });
    return found == request.tools.end() ? nullptr : &*found;
}

bool isSayable(const Tool &tool)
{
    return tool.kind != Tool::Kind::BuiltIn || tool.origin == DialectId::OpenAiChat;
}

Json namedTool(std::string_view name, EncodeContext &context)
{
    const Tool *tool = offeredTool(context.request, name);
    if (tool && tool->kind == Tool::Kind::BuiltIn)
        return Json{{"type", tool->name}};
    const std::string serverName = serverToolName(name, tool ? tool->toolNamespace : std::string(), context.state);
    const bool isCustom = tool && tool->kind == Tool::Kind::Custom && knowsCustomTools(context);
    const std::string type = isCustom ? "custom" : "function";
    return Json{{"type", type}, {type, Json{{"name", serverName}}}};
}

Json allowedTools(const ToolChoice &choice, EncodeContext &context)
{
    Json tools = Json::array();
    for (const std::string &name : choice.allowed)
        tools.push_back(namedTool(name, context));
    Json allowed{{"mode", choice.isRequired ? "required" : "auto"}, {"tools", std::move(tools)}};
    return Json{{"type", "allowed_tools"}, {"allowed_tools", std::move(allowed)}};
}

Json encodeChoice(const ToolChoice &choice, EncodeContext &context)
{
    const std::string pointer = clientPointer(context.request, "tool_choice");
    switch (choice.kind) {
    case ToolChoice::Kind::Auto: return "auto";
    case ToolChoice::Kind::None: return "none";
    case ToolChoice::Kind::Required: return "required";
    case ToolChoice::Kind::Named: {
        const Tool *tool = offeredTool(context.request, choice.name);
        if (!tool || isSayable(*tool))
            return namedTool(choice.name, context);
        context.report.approximated(pointer, "The chosen tool runs at another provider, so the model chooses itself.");
        return "auto";
    }
    case ToolChoice::Kind::Allowed:
        if (context.traits.isOpenAi || context.isSameDialect())
            return allowedTools(choice, context);
        context.report.approximated(pointer, "Only the allowed tools are offered.");
        return choice.isRequired ? "required" : "auto";
    }
    return "auto";
}

// Servers without "allowed_tools" are offered the allowed ones alone.
bool isOffered(const Tool &tool, const EncodeContext &context)
{
    const auto &choice = context.request.toolChoice;
    if (!choice || choice->kind != ToolChoice::Kind::Allowed || context.traits.isOpenAi || context.isSameDialect())
        return true;
    return std::find(choice->allowed.begin(), choice->allowed.end(), tool.name) != choice->allowed.end();
}

} // namespace

bool mayBeStrict(const Json &schema)
{
    if (!schema.is_object())
        return true;
    const Json *properties = findObject(schema, "properties");
    if ((properties || textMember(schema, "type") == "object")
        && booleanMember(schema, "additionalProperties") != std::optional(false))
        return false;
    const Json *required = findArray(schema, "required");
    static const Json none = Json::object();
    for (const auto &[name, property] : (properties ? *properties : none).items()) {
        const bool isRequired =
            required && std::find(required->begin(), required->end(), Json(name)) != required->end();
        if (!isRequired || !mayBeStrict(property))
            return false;
    }
    for (const std::string_view list : {"anyOf", "allOf", "oneOf"}) {
        const Json *schemas = findArray(schema, list);
        if (schemas && !std::all_of(schemas->begin(), schemas->end(), mayBeStrict))
            return false;
    }
    for (const std::string_view place : {"$defs", "definitions"}) {
        const Json *schemas = findObject(schema, place);
        if (schemas && !std::all_of(schemas->begin(), schemas->end(), mayBeStrict))
            return false;
    }
    const Json *items = findMember(schema, "items");
    return !items || mayBeStrict(*items);
}

bool knowsCustomTools(const EncodeContext &context)
{
    return context.traits.isOpenAi || context.isSameDialect();
}

void encodeTools(EncodeContext &context, Json &body)
{
    Json tools = Json::array();
    for (std::size_t i = 0; i < context.request.tools.size(); ++i) {
        const Tool &tool = context.request.tools[i];
        const std::string pointer = "/tools/" + std::to_string(i);
        if (!isSayable(tool)) {
            context.report.dropped(pointer, "The tool " + tool.name + " runs at another provider.");
            continue;
        }
        if (!isOffered(tool, context)) {
            context.report.approximated(pointer, "The server cannot forbid single tools, so a tool that may not be "
                                                 "called is left out.");
            continue;
        }
        if (tool.kind == Tool::Kind::BuiltIn)
            tools.push_back(tool.raw);
        else if (tool.kind == Tool::Kind::Custom)
            tools.push_back(encodeCustom(tool, pointer, context));
        else
            tools.push_back(encodeFunction(tool, pointer, context));
    }
    if (tools.empty()) { // the settings are refused without tools
        noteChoiceWithoutTools(context.request, clientPointer(context.request, "tool_choice"), context.report);
        return;
    }
    body["tools"] = std::move(tools);
    if (context.request.toolChoice)
        body["tool_choice"] = encodeChoice(*context.request.toolChoice, context);
    const auto &isParallel = context.request.allowsParallelToolCalls;
    if (!isParallel)
        return;
    if (context.traits.isOpenAi && context.traits.isReasoningModel && !context.isSameDialect()
        && body.value("model", std::string()).starts_with('o'))
        context.report.dropped("/parallel_tool_calls", "The o-series has no such setting.");
    else
        body["parallel_tool_calls"] = *isParallel;
}

} // namespace gateway::translation::openai_chat
