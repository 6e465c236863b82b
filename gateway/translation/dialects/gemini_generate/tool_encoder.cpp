#include "gateway/translation/dialects/gemini_generate/tool_encoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/json_schema_subset.h"
#include "gateway/translation/dialects/web_search_tool.h"

#include <algorithm>

namespace gateway::translation::gemini {

namespace {

constexpr std::string_view outputToolName = "structured_output";

void setParameters(EncodeContext &context, const Json &schema, const std::string &pointer, Json &declaration)
{
    if (!schema.is_object() || schema.empty())
        return;
    if (context.traits.takesJsonSchemaTools()) {
        declaration["parametersJsonSchema"] = schema;
        return;
    }
    Json parameters = openApiSubset(schema, pointer + "/parameters", context.report);
    // "properties: should be non-empty for OBJECT type": a function without parameters has no such member.
    if (findMember(parameters, "properties") || findMember(parameters, "anyOf"))
        declaration["parameters"] = std::move(parameters);
}

Json declarationOf(EncodeContext &context, const Tool &tool, const std::string &pointer)
{
    Json declaration = Json::object();
    declaration["name"] = context.toolName(tool.name, tool.toolNamespace, pointer + "/name");
    if (!tool.description.empty())
        declaration["description"] = tool.description;
    if (tool.kind == Tool::Kind::Custom) {
        context.report.approximated(pointer, "Gemini has no tools of free text: it is a function with one text.");
        noteInputFormat(tool, pointer, context.report);
        const Json input{{"type", "object"},
                         {"properties", Json{{"input", Json{{"type", "string"}}}}},
                         {"required", Json::array({"input"})}};
        setParameters(context, input, pointer, declaration);
    } else {
        setParameters(context, tool.inputSchema, pointer, declaration);
    }
    for (const Extension &extension : tool.extensions.entries()) {
        for (const auto &[name, value] : extension.members.items()) {
            if (extension.dialect == DialectId::GeminiGenerate)
                declaration[name] = value;
            else
                context.report.dropped(std::string(pointer).append(1, '/').append(name), "Gemini has no such option.");
        }
    }
    noteNamespace(tool, pointer, context.report);
    if (tool.cacheMarker)
        context.report.dropped(pointer + "/cache_control", "Gemini caches by itself; marks are not taken.");
    return declaration;
}

// "Tool use with function calling is unsupported": Google's search stands alone, but for newer models with a setting that
// makes them tell of their searches in parts of their own.
Json searchOf(EncodeContext &context, const Tool &tool, const std::string &pointer)
{
    if (isWebSearch(tool) && !context.traits.isGemini) {
        context.report.dropped(pointer, "Only Gemini is known to search the web.");
        return {};
    }
    const bool isBesideFunctions =
        hasFunctions(context.request) || context.request.outputFormat.kind != OutputFormat::Kind::Text;
    if (isWebSearch(tool) && isBesideFunctions) {
        context.report.dropped(pointer, "Gemini takes no search beside functions or an output format.");
        return {};
    }
    return webSearchFor(DialectId::GeminiGenerate, tool, pointer, context.report);
}

const Tool *findFunction(const ChatRequest &request, std::string_view name)
{
    const auto found = std::find_if(request.tools.begin(), request.tools.end(), [name](const Tool &tool) {
        return tool.kind != Tool::Kind::BuiltIn && tool.name == name;
    });
    return found == request.tools.end() ? nullptr : &*found;
}

Json namesOf(EncodeContext &context, const std::vector<std::string> &wanted)
{
    Json names = Json::array();
    for (const std::string &name : wanted) {
        if (const Tool *tool = findFunction(context.request, name))
            names.push_back(context.toolName(name, tool->toolNamespace, "/tool_choice"));
        else
            context.report.dropped("/tool_choice", "The choice names a tool that Gemini does not have.");
    }
    return names;
}

Json callingConfig(EncodeContext &context, bool isStrict)
{
    const auto &choice = context.request.toolChoice;
    const auto mode = [](std::string_view name) { return Json{{"mode", name}}; };
    if (!choice || choice->kind == ToolChoice::Kind::Auto) {
        if (isStrict)
            return mode("VALIDATED");
        return choice ? mode("AUTO") : Json();
    }
    if (choice->kind == ToolChoice::Kind::None)
        return mode("NONE");
    if (choice->kind == ToolChoice::Kind::Required)
        return mode("ANY");
    const bool isNamed = choice->kind == ToolChoice::Kind::Named;
    Json names = namesOf(context, isNamed ? std::vector<std::string>{choice->name} : choice->allowed);
    if (names.empty()) {
        context.report.approximated("/tool_choice", "None of the chosen tools is there: the model chooses.");
        return mode("AUTO");
    }
    // AUTO takes no names; VALIDATED does, and lets the model answer with text too.
    Json config = mode(isNamed || choice->isRequired ? "ANY" : "VALIDATED");
    config["allowedFunctionNames"] = std::move(names);
    return config;
}

// Where the answer is asked for as a call of `outputTool`, something is called always.
Json callingConfigWithOutput(EncodeContext &context, const std::string &outputTool)
{
    Json config{{"mode", "ANY"}};
    const auto &choice = context.request.toolChoice;
    if (!choice)
        return config;
    noteOutputAmongCalls(context.request, "/tool_choice", context.report);
    Json names = Json::array();
    switch (choice->kind) {
    case ToolChoice::Kind::Auto:
    case ToolChoice::Kind::Required: return config;
    case ToolChoice::Kind::None: break;
    case ToolChoice::Kind::Named: names = namesOf(context, {choice->name}); break;
    case ToolChoice::Kind::Allowed: names = namesOf(context, choice->allowed); break;
    }
    const bool isDemanded = choice->kind == ToolChoice::Kind::Named && !names.empty(); // it comes before the answer
    if (!isDemanded)
        names.push_back(outputTool);
    config["allowedFunctionNames"] = std::move(names);
    return config;
}

void mergeOwnConfig(const EncodeContext &context, Json &toolConfig)
{
    const Json *own = context.request.extensions.find(DialectId::GeminiGenerate, "toolConfig");
    if (!own || !own->is_object())
        return;
    for (const auto &[name, value] : own->items()) {
        const auto known = toolConfig.find(name);
        if (known != toolConfig.end() && known->is_object() && value.is_object())
            known->update(value);
        else
            toolConfig[name] = value;
    }
}

} // namespace

bool hasFunctions(const ChatRequest &request)
{
    return std::any_of(request.tools.begin(), request.tools.end(),
                       [](const Tool &tool) { return tool.kind != Tool::Kind::BuiltIn; });
}

void encodeTools(EncodeContext &context, bool outputByTool, Json &body)
{
    const ChatRequest &request = context.request;
    Json declarations = Json::array();
    Json tools = Json::array();
    std::size_t declarationsPlace = 0; // among the built-in tools, as the client had them
    bool isStrict = false;
    for (std::size_t i = 0; i < request.tools.size(); ++i) {
        const Tool &tool = request.tools[i];
        const std::string pointer = "/tools/" + std::to_string(i);
        if (tool.kind != Tool::Kind::BuiltIn) {
            if (declarations.empty())
                declarationsPlace = tools.size();
            declarations.push_back(declarationOf(context, tool, pointer));
            isStrict = isStrict || tool.isStrict.value_or(false);
        } else if (tool.origin == DialectId::GeminiGenerate && tool.raw.is_object()) {
            tools.push_back(tool.raw);
        } else if (Json search = searchOf(context, tool, pointer); !search.is_null()) {
            tools.push_back(std::move(search));
        }
    }
    if (outputByTool) {
        context.state.outputTool = context.state.providerToolName(outputToolName, 64, "_-.");
        std::string description = "Give the final answer by calling this function.";
        if (!request.outputFormat.description.empty())
            description += ' ' + request.outputFormat.description;
        Json declaration{{"name", context.state.outputTool}, {"description", std::move(description)}};
        setParameters(context, request.outputFormat.schema, "/response_format", declaration);
        declarations.push_back(std::move(declaration));
        context.report.injected("/response_format", "This model takes no answer schema beside functions: the answer "
                                                    "is asked for as the arguments of one more function.");
    }
    const bool hasDeclarations = !declarations.empty();
    if (hasDeclarations)
        tools.insert(tools.begin() + static_cast<std::ptrdiff_t>(declarationsPlace),
                     Json{{"functionDeclarations", std::move(declarations)}});
    if (!tools.empty())
        body["tools"] = std::move(tools);

    Json toolConfig = Json::object();
    if (hasDeclarations) {
        Json calling = outputByTool ? callingConfigWithOutput(context, context.state.outputTool)
                                    : callingConfig(context, isStrict);
        if (!calling.is_null())
            toolConfig["functionCallingConfig"] = std::move(calling);
    } else if (request.toolChoice && request.toolChoice->kind != ToolChoice::Kind::None
               && request.toolChoice->kind != ToolChoice::Kind::Auto) {
        context.report.approximated("/tool_choice", "There is no function to choose: the model answers with text.");
    }
    mergeOwnConfig(context, toolConfig);
    if (!toolConfig.empty())
        body["toolConfig"] = std::move(toolConfig);
}

} // namespace gateway::translation::gemini
