#include "gateway/translation/dialects/openai_chat/tool_codec.h"

#include <algorithm>

namespace gateway::translation::openai_chat {

namespace {

void readFunction(MemberReader &reader, Tool &tool)
{
    reader.require("name");
    tool.name = reader.text("name");
    tool.description = reader.text("description");
    if (const Json *parameters = reader.object("parameters"))
        tool.inputSchema = *parameters;
    tool.isStrict = reader.boolean("strict");
}

void readFunctionTool(MemberReader &reader, const Json &json, Tool &tool)
{
    if (!findMember(json, "function")) { // flat, as in the Responses API
        readFunction(reader, tool);
        return;
    }
    if (const Json *function = reader.object("function")) {
        MemberReader inner(*function, reader.pointerOf("function"), reader.problem());
        readFunction(inner, tool);
        Extensions rest;
        takeRest(inner, rest);
        if (const Json *members = rest.find(DialectId::OpenAiChat))
            tool.extensions.set(DialectId::OpenAiChat, "function", *members);
    }
}

void readCustomTool(MemberReader &reader, const Json &json, Tool &tool)
{
    tool.kind = Tool::Kind::Custom;
    tool.raw = json;
    const Json *custom = findMember(json, "custom") ? reader.object("custom") : &json;
    if (!custom)
        return;
    MemberReader inner(*custom, custom == &json ? std::string() : reader.pointerOf("custom"), reader.problem());
    inner.require("name");
    tool.name = inner.text("name");
    tool.description = inner.text("description");
    if (custom == &json) // the same members: they are in `raw`, so none is left over
        return;
}

Tool decodeTool(const Json &json, const std::string &pointer, Problem &problem)
{
    Tool tool;
    MemberReader reader(json, pointer, problem);
    std::string type = reader.text("type");
    if (type.empty() && findMember(json, "function"))
        type = "function";
    if (type.empty())
        problem.set(reader.pointerOf("type"), "must be a string.");
    if (type == "function") {
        readFunctionTool(reader, json, tool);
        if (const Json *marker = reader.object("cache_control"))
            tool.cacheMarker = CacheMarker{std::string(textMember(*marker, "ttl"))};
        takeRest(reader, tool.extensions);
    } else if (type == "custom") {
        readCustomTool(reader, json, tool);
    } else {
        tool.kind = Tool::Kind::BuiltIn;
        tool.name = type;
        tool.raw = json;
    }
    return tool;
}

template <typename Read>
void eachObject(MemberReader &body, std::string_view name, Read read)
{
    const Json *list = body.array(name);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const std::string pointer = body.pointerOf(name) + '/' + std::to_string(i);
        const Json &element = (*list)[i];
        if (element.is_object())
            read(element, pointer);
        else
            body.problem().set(pointer, "must be an object.");
    }
}

ToolChoice choiceFromName(std::string_view name, const std::string &pointer, Problem &problem)
{
    ToolChoice choice;
    if (name == "none")
        choice.kind = ToolChoice::Kind::None;
    else if (name == "required" || name == "any") // "any" is Mistral's word
        choice.kind = ToolChoice::Kind::Required;
    else if (name != "auto")
        problem.set(pointer, "must be \"none\", \"auto\", \"required\" or an object.");
    return choice;
}

// {"type":"function","function":{"name"}}, {"type":"custom","custom":{"name"}}, or flat {"type","name"}.
std::string nameInside(const Json &json)
{
    for (const std::string_view place : {"function", "custom"}) {
        if (const Json *inner = findObject(json, place))
            return std::string(textMember(*inner, "name"));
    }
    return std::string(textMember(json, "name"));
}

ToolChoice allowedChoice(const Json &json)
{
    const Json *inner = findObject(json, "allowed_tools");
    const Json &source = inner ? *inner : json;
    ToolChoice choice;
    choice.kind = ToolChoice::Kind::Allowed;
    choice.isRequired = textMember(source, "mode") == "required";
    if (const Json *tools = findArray(source, "tools")) {
        for (const Json &tool : *tools)
            choice.allowed.push_back(nameInside(tool));
    }
    return choice;
}

ToolChoice choiceFromObject(const Json &json, const std::string &pointer, Problem &problem)
{
    const std::string_view type = textMember(json, "type");
    if (type == "allowed_tools")
        return allowedChoice(json);
    ToolChoice choice;
    choice.kind = ToolChoice::Kind::Named;
    choice.name = nameInside(json);
    if (choice.name.empty())
        choice.name = type; // a built-in tool has no other name
    if (choice.name.empty() || choice.name == "function" || choice.name == "custom")
        problem.set(pointer, "must name a tool.");
    return choice;
}

void readChoice(MemberReader &body, std::string_view name, ChatRequest &request)
{
    const Json *choice = body.any(name);
    if (!choice)
        return;
    const std::string pointer = body.pointerOf(name);
    if (choice->is_string())
        request.toolChoice = choiceFromName(choice->get_ref<const std::string &>(), pointer, body.problem());
    else if (choice->is_object())
        request.toolChoice = choiceFromObject(*choice, pointer, body.problem());
    else
        body.problem().set(pointer, "must be a string or an object.");
}

} // namespace

void decodeTools(MemberReader &body, ChatRequest &request)
{
    eachObject(body, "tools", [&](const Json &json, const std::string &pointer) {
        request.tools.push_back(decodeTool(json, pointer, body.problem()));
    });
    eachObject(body, "functions", [&](const Json &json, const std::string &pointer) {
        Tool tool;
        MemberReader reader(json, pointer, body.problem());
        readFunction(reader, tool);
        tool.raw = json; // tells usesLegacyFunctions()
        request.tools.push_back(std::move(tool));
    });
}

void decodeToolChoice(MemberReader &body, ChatRequest &request)
{
    readChoice(body, "function_call", request);
    readChoice(body, "tool_choice", request);
}

bool usesLegacyFunctions(const ChatRequest &request)
{
    return request.dialect == DialectId::OpenAiChat
           && std::any_of(request.tools.begin(), request.tools.end(),
                          [](const Tool &tool) { return tool.kind == Tool::Kind::Function && !tool.raw.is_null(); });
}

} // namespace gateway::translation::openai_chat
