#include "gateway/translation/dialects/gemini_generate/tool_decoder.h"

#include "gateway/translation/dialects/gemini_generate/field_reader.h"
#include "gateway/translation/dialects/gemini_generate/schema_codec.h"

namespace gateway::translation::gemini {

namespace {

std::optional<Error> decodeDeclaration(const Json &json, const std::string &pointer, ChatRequest &request)
{
    FieldReader reader(json, pointer);
    Tool tool;
    tool.name = reader.text("name").value_or("");
    tool.description = reader.text("description").value_or("");
    const Json *schema = reader.object("parametersJsonSchema");
    const Json *parameters = reader.object("parameters");
    if (schema)
        tool.inputSchema = *schema;
    else if (parameters)
        tool.inputSchema = jsonSchemaOf(*parameters);
    if (tool.name.empty() && !reader.error())
        reader.fail("name", "is required.");
    if (reader.error())
        return reader.error();
    reader.eachUnknown([&](const std::string &name, const Json &value) {
        tool.extensions.set(DialectId::GeminiGenerate, name, value);
    });
    request.tools.push_back(std::move(tool));
    return std::nullopt;
}

std::optional<Error> decodeTool(const Json &json, const std::string &pointer, ChatRequest &request)
{
    FieldReader reader(json, pointer);
    const Json *declarations = reader.array("functionDeclarations");
    if (reader.error())
        return reader.error();
    for (std::size_t i = 0; declarations && i < declarations->size(); ++i) {
        const std::string place = pointer + "/functionDeclarations/" + std::to_string(i);
        if (auto error = decodeDeclaration((*declarations)[i], place, request))
            return error;
    }
    reader.eachUnknown([&](const std::string &name, const Json &value) {
        Tool tool;
        tool.kind = Tool::Kind::BuiltIn;
        tool.name = name;
        tool.origin = DialectId::GeminiGenerate;
        tool.raw = Json{{name, value}};
        request.tools.push_back(std::move(tool));
    });
    return std::nullopt;
}

// Keeps a member of toolConfig for Gemini: {"functionCallingConfig": {"mode": "VALIDATED"}}.
void keepConfig(ChatRequest &request, const std::string &name, const Json &value)
{
    const Json *known = request.extensions.find(DialectId::GeminiGenerate, "toolConfig");
    Json config = known ? *known : Json::object();
    config[name] = value;
    request.extensions.set(DialectId::GeminiGenerate, "toolConfig", std::move(config));
}

std::optional<ToolChoice> choiceOf(std::string_view mode, std::vector<std::string> names)
{
    ToolChoice choice;
    if (mode == "NONE") {
        choice.kind = ToolChoice::Kind::None;
    } else if (mode == "ANY") {
        choice.kind = names.empty()       ? ToolChoice::Kind::Required
                      : names.size() == 1 ? ToolChoice::Kind::Named
                                          : ToolChoice::Kind::Allowed;
        choice.isRequired = choice.kind == ToolChoice::Kind::Allowed;
    } else if (mode == "AUTO" || mode == "VALIDATED" || mode == "MODE_UNSPECIFIED" || mode.empty()) {
        choice.kind = names.empty() ? ToolChoice::Kind::Auto : ToolChoice::Kind::Allowed;
    } else {
        return std::nullopt;
    }
    if (choice.kind == ToolChoice::Kind::Named)
        choice.name = std::move(names.front());
    else if (choice.kind == ToolChoice::Kind::Allowed)
        choice.allowed = std::move(names);
    return choice;
}

std::optional<Error> decodeCalling(const Json &json, const std::string &pointer, ChatRequest &request)
{
    FieldReader reader(json, pointer);
    std::string mode = reader.text("mode").value_or("");
    for (char &character : mode)
        character = character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
    const bool hasNames = findField(json, "allowedFunctionNames") != nullptr;
    auto choice = choiceOf(mode, reader.texts("allowedFunctionNames"));
    if (!choice)
        reader.fail("mode", "must be AUTO, ANY, NONE or VALIDATED.");
    if (reader.error())
        return reader.error();
    Json kept = Json::object();
    if (mode == "VALIDATED" && !hasNames)
        kept["mode"] = mode;
    reader.eachUnknown([&](const std::string &name, const Json &value) { kept[name] = value; });
    if (!kept.empty())
        keepConfig(request, "functionCallingConfig", kept);
    request.toolChoice = std::move(choice);
    return std::nullopt;
}

} // namespace

std::optional<Error> decodeTools(const Json &tools, ChatRequest &request)
{
    if (!tools.is_array())
        return invalidMember("/tools", "must be an array.");
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (auto error = decodeTool(tools[i], "/tools/" + std::to_string(i), request))
            return error;
    }
    return std::nullopt;
}

std::optional<Error> decodeToolConfig(const Json &toolConfig, ChatRequest &request)
{
    FieldReader reader(toolConfig, "/toolConfig");
    const Json *calling = reader.object("functionCallingConfig");
    if (reader.error())
        return reader.error();
    reader.eachUnknown([&](const std::string &name, const Json &value) { keepConfig(request, name, value); });
    return calling ? decodeCalling(*calling, "/toolConfig/functionCallingConfig", request) : std::nullopt;
}

} // namespace gateway::translation::gemini
