#include "gateway/translation/dialects/openai_responses/tool_codec.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/web_search_tool.h"

namespace gateway::translation::openai_responses {

namespace {

constexpr std::size_t longestName = 64;
constexpr std::string_view namespaceMembers = "namespace"; // of the first tool: unknown members of its namespace

std::optional<Error> decodeFunction(const Json &value, const std::string &pointer, Tool &tool)
{
    tool.kind = Tool::Kind::Function;
    tool.name = textMember(value, "name");
    if (tool.name.empty())
        return invalidMember(pointerTo(pointer, "name"), "must be a text that is not empty.");
    if (const Json *parameters = findMember(value, "parameters")) {
        if (!parameters->is_object())
            return invalidMember(pointerTo(pointer, "parameters"), "must be an object.");
        tool.inputSchema = *parameters;
    }
    if (const Json *strict = findMember(value, "strict"); strict && !strict->is_boolean())
        return invalidMember(pointerTo(pointer, "strict"), "must be a boolean.");
    tool.isStrict = booleanMember(value, "strict");
    tool.description = textMember(value, "description");
    for (const auto &[name, member] : value.items()) {
        const bool isKnown =
            name == "type" || name == "name" || name == "parameters" || name == "strict" || name == "description";
        if (!isKnown && !member.is_null())
            tool.extensions.set(ownDialect, name, member);
    }
    return std::nullopt;
}

std::optional<Error> decodeTool(const Json &value, const std::string &pointer, Tool &tool)
{
    const std::string_view type = textMember(value, "type");
    tool.origin = ownDialect;
    if (type.empty())
        return invalidMember(pointerTo(pointer, "type"), "must be a text that is not empty.");
    if (type == "function")
        return decodeFunction(value, pointer, tool);
    tool.raw = value;
    if (type == "custom") {
        tool.kind = Tool::Kind::Custom;
        tool.name = textMember(value, "name");
        tool.description = textMember(value, "description");
        if (tool.name.empty())
            return invalidMember(pointerTo(pointer, "name"), "must be a text that is not empty.");
        return std::nullopt;
    }
    tool.kind = Tool::Kind::BuiltIn;
    tool.name = type;
    return std::nullopt;
}

std::optional<Error> decodeNamespace(const Json &value, const std::string &pointer, std::vector<Tool> &decoded)
{
    const std::string name(textMember(value, "name"));
    if (name.empty())
        return invalidMember(pointerTo(pointer, "name"), "must be a text that is not empty.");
    Json rest = Json::object();
    for (const auto &[memberName, member] : value.items()) {
        if (memberName != "type" && memberName != "name" && memberName != "description" && memberName != "tools")
            rest[memberName] = member;
    }
    std::size_t index = 0;
    for (const Json &inner : *findArray(value, "tools")) {
        const std::string innerPointer = pointerTo(pointerTo(pointer, "tools"), index);
        if (!inner.is_object())
            return invalidMember(innerPointer, "must be an object.");
        Tool tool;
        if (auto problem = decodeTool(inner, innerPointer, tool))
            return problem;
        tool.toolNamespace = name;
        tool.namespaceDescription = textMember(value, "description");
        if (index == 0 && !rest.empty())
            tool.extensions.set(ownDialect, namespaceMembers, rest);
        decoded.push_back(std::move(tool));
        ++index;
    }
    return std::nullopt;
}

ToolChoice decodeAllowed(const Json &choice, bool &isSayable)
{
    ToolChoice allowed;
    allowed.kind = ToolChoice::Kind::Allowed;
    allowed.isRequired = textMember(choice, "mode") == "required";
    const Json *tools = findArray(choice, "tools");
    isSayable = tools != nullptr;
    for (const Json &tool : tools ? *tools : Json::array()) {
        isSayable = isSayable && textMember(tool, "type") == "function" && tool.size() == 2;
        allowed.allowed.emplace_back(textMember(tool, "name"));
    }
    return allowed;
}

// OpenAI Chat nests what Responses has flat; some of its clients write it flat, too.
Json customFromChat(const Tool &tool)
{
    Json json{{"type", "custom"}, {"name", tool.name}};
    const Json *custom = findObject(tool.raw, "custom");
    if (!tool.description.empty())
        json["description"] = tool.description;
    const Json *format = findObject(custom ? *custom : tool.raw, "format");
    if (!format)
        return json;
    if (const Json *grammar = findObject(*format, "grammar")) {
        Json flat{{"type", "grammar"}};
        addMembers(flat, *grammar);
        json["format"] = std::move(flat);
    } else {
        json["format"] = *format;
    }
    return json;
}

Json encodeFunction(const ChatRequest &request, const Tool &tool, ExchangeState *state, const std::string &pointer,
                    ConversionReport &report)
{
    const bool isOwn = request.dialect == ownDialect;
    Json json{{"type", "function"}, {"name", state ? upstreamToolName(*state, tool.name) : tool.name}};
    if (json["name"] != tool.name)
        report.renamed(pointerTo(pointer, "name"), "The tool's name has characters or a length that OpenAI refuses.");
    if (!tool.description.empty())
        json["description"] = tool.description;
    if (!tool.inputSchema.is_null())
        json["parameters"] = tool.inputSchema;
    if (tool.isStrict)
        json["strict"] = *tool.isStrict;
    addExtensions(json, tool.extensions, namespaceMembers);
    if (isOwn)
        return json;
    Json &parameters = json["parameters"];
    if (!parameters.is_object())
        parameters = Json{{"type", "object"}, {"properties", Json::object()}};
    if (!parameters.contains("type"))
        parameters["type"] = "object";
    const bool isClosed = openai_chat::mayBeStrict(parameters);
    if (tool.isStrict.value_or(false) && !isClosed)
        report.dropped(pointerTo(pointer, "strict"), "The schema is not closed, so it cannot be strict.");
    // Responses is strict where nothing is said, and no other dialect is.
    if (!tool.isStrict || !isClosed)
        json["strict"] = false;
    return json;
}

// Null when the tool is of another dialect's making.
Json encodeTool(const ChatRequest &request, const Tool &tool, ExchangeState *state, const std::string &pointer,
                ConversionReport &report)
{
    noteForeignOptions(tool.extensions, ownDialect, pointer, "This option of a tool exists in its own dialect only.",
                       report);
    if (tool.cacheMarker)
        report.dropped(pointerTo(pointer, "cache_control"), "OpenAI caches prompts without being asked.");
    if (tool.kind == Tool::Kind::Function)
        return encodeFunction(request, tool, state, pointer, report);
    if (tool.origin == ownDialect)
        return tool.raw;
    if (tool.kind == Tool::Kind::Custom && tool.origin == DialectId::OpenAiChat)
        return customFromChat(tool);
    return webSearchFor(ownDialect, tool, pointer, report);
}

void appendTool(Json &tools, const Tool &tool, Json encoded)
{
    if (tool.toolNamespace.empty()) {
        tools.push_back(std::move(encoded));
        return;
    }
    const bool continues = !tools.empty() && textMember(tools.back(), "type") == "namespace"
                           && textMember(tools.back(), "name") == tool.toolNamespace;
    if (!continues) {
        Json group{{"type", "namespace"}, {"name", tool.toolNamespace}};
        if (!tool.namespaceDescription.empty())
            group["description"] = tool.namespaceDescription;
        if (const Json *rest = tool.extensions.find(ownDialect, namespaceMembers))
            addMembers(group, *rest);
        group["tools"] = Json::array();
        tools.push_back(std::move(group));
    }
    tools.back()["tools"].push_back(std::move(encoded));
}

Json encodeNamed(const ChatRequest &request, const std::string &name, ExchangeState *state)
{
    const Tool *tool = calledTool(request, name);
    const bool isCustom = tool && tool->kind == Tool::Kind::Custom;
    const bool isRenamed = state && !isCustom;
    return Json{{"type", isCustom ? "custom" : "function"},
                {"name", isRenamed ? upstreamToolName(*state, name) : name}};
}

} // namespace

std::optional<Error> decodeTools(const Json &tools, std::vector<Tool> &decoded)
{
    std::size_t index = 0;
    for (const Json &value : tools) {
        const std::string pointer = pointerTo("/tools", index);
        if (!value.is_object())
            return invalidMember(pointer, "must be an object.");
        const Json *inner = findArray(value, "tools");
        if (textMember(value, "type") == "namespace" && inner && !inner->empty()) {
            if (auto problem = decodeNamespace(value, pointer, decoded))
                return problem;
        } else {
            Tool tool;
            if (auto problem = decodeTool(value, pointer, tool))
                return problem;
            decoded.push_back(std::move(tool));
        }
        ++index;
    }
    return std::nullopt;
}

std::optional<ToolChoice> decodeToolChoice(const Json &choice)
{
    ToolChoice decoded;
    if (choice == "auto")
        return decoded;
    if (choice == "none" || choice == "required") {
        decoded.kind = choice == "none" ? ToolChoice::Kind::None : ToolChoice::Kind::Required;
        return decoded;
    }
    const std::string_view type = textMember(choice, "type");
    decoded.name = textMember(choice, "name");
    if ((type == "function" || type == "custom") && !decoded.name.empty() && choice.size() == 2) {
        decoded.kind = ToolChoice::Kind::Named;
        return decoded;
    }
    bool isSayable = false;
    if (type == "allowed_tools")
        decoded = decodeAllowed(choice, isSayable);
    return isSayable ? std::optional(decoded) : std::nullopt;
}

std::string upstreamToolName(ExchangeState &state, const std::string &clientName)
{
    return state.clientDialect() == ownDialect ? clientName : state.providerToolName(clientName, longestName, "_-");
}

Json encodeTools(const ChatRequest &request, ExchangeState *state, ConversionReport &report)
{
    Json tools = Json::array();
    std::size_t index = 0;
    for (const Tool &tool : request.tools) {
        Json encoded = encodeTool(request, tool, state, pointerTo("/tools", index++), report);
        if (!encoded.is_null())
            appendTool(tools, tool, std::move(encoded));
    }
    return tools;
}

Json encodeToolChoice(const ChatRequest &request, const ToolChoice &choice, ExchangeState *state,
                      ConversionReport &report)
{
    switch (choice.kind) {
    case ToolChoice::Kind::Auto: return "auto";
    case ToolChoice::Kind::None: return "none";
    case ToolChoice::Kind::Required: return "required";
    case ToolChoice::Kind::Named: {
        const bool isForeignBuiltIn = request.dialect != ownDialect && !calledTool(request, choice.name);
        if (!isForeignBuiltIn)
            return encodeNamed(request, choice.name, state);
        report.approximated("/tool_choice", "The chosen tool cannot be offered, so the model chooses itself.");
        return "auto";
    }
    case ToolChoice::Kind::Allowed: break;
    }
    Json allowed{{"type", "allowed_tools"}, {"mode", choice.isRequired ? "required" : "auto"}};
    allowed["tools"] = Json::array();
    for (const std::string &name : choice.allowed)
        allowed["tools"].push_back(encodeNamed(request, name, state));
    return allowed;
}

const Tool *calledTool(const ChatRequest &request, std::string_view name)
{
    const Tool *inNamespace = nullptr;
    for (const Tool &tool : request.tools) {
        if (tool.kind == Tool::Kind::BuiltIn)
            continue;
        if (tool.name == name)
            return &tool;
        const std::size_t prefix = tool.toolNamespace.size();
        if (prefix > 0 && name.size() == prefix + 2 + tool.name.size() && name.starts_with(tool.toolNamespace)
            && name.substr(prefix, 2) == "__" && name.ends_with(tool.name))
            inNamespace = &tool;
    }
    return inNamespace;
}

} // namespace gateway::translation::openai_responses
