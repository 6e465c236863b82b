#include "gateway/translation/dialects/bedrock_converse/tool_encoder.h"

#include "gateway/translation/dialects/bedrock_converse/extras.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/output_format_words.h"
#include "gateway/translation/dialects/tool_names.h"

#include <algorithm>

namespace gateway::translation::bedrock {

namespace {

// ToolName of the API: [a-zA-Z0-9_-]{1,64}
constexpr std::size_t longestToolName = 64;
constexpr std::string_view toolNamePunctuation = "_-";

std::string toolPointer(std::size_t index, bool isOwnClient)
{
    return elementPointer(isOwnClient ? "/toolConfig/tools" : "/tools", index);
}

bool isAllowed(const std::optional<ToolChoice> &choice, const std::string &name)
{
    return !choice || choice->kind != ToolChoice::Kind::Allowed
           || std::find(choice->allowed.begin(), choice->allowed.end(), name) != choice->allowed.end();
}

} // namespace

std::string providerNameOf(std::string_view name, std::string_view toolNamespace, ExchangeState &state)
{
    return state.providerToolName(nameWithNamespace(name, toolNamespace, state.request()), longestToolName,
                                  toolNamePunctuation);
}

ToolEncoder::ToolEncoder(const ChatRequest &request, const ModelTraits &traits, ExchangeState &state,
                         ConversionReport &report)
    : m_request(request)
    , m_traits(traits)
    , m_state(state)
    , m_report(report)
    , m_isOwnClient(request.dialect == ownDialect)
{
    const auto &choice = request.toolChoice;
    if (choice && choice->kind == ToolChoice::Kind::None) {
        if (!request.tools.empty())
            report.approximated("/tool_choice", "Bedrock cannot forbid calls, so the tools are left out.");
        return;
    }
    for (std::size_t i = 0; i < request.tools.size(); ++i)
        add(request.tools[i], toolPointer(i, m_isOwnClient));
    resolveChoice();
}

void ToolEncoder::add(const Tool &tool, const std::string &pointer)
{
    if (tool.kind == Tool::Kind::BuiltIn) {
        if (tool.origin != ownDialect || !tool.raw.is_object()) {
            m_report.dropped(pointer, "The built-in tool \"" + tool.name + "\" runs at another provider only.");
            return;
        }
        m_tools.push_back(tool.raw);
        m_hasTools = true;
        addMarker(tool, pointer);
    } else if (!isAllowed(m_request.toolChoice, tool.name)) {
        m_report.approximated(pointer,
                              "Bedrock cannot forbid single tools, so a tool that may not be called is left out.");
    } else {
        addFunction(tool, pointer);
    }
}

void ToolEncoder::addFunction(const Tool &tool, const std::string &pointer)
{
    const std::string name = providerNameOf(tool.name, tool.toolNamespace, m_state);
    if (std::find(m_names.begin(), m_names.end(), name) != m_names.end()) {
        m_report.dropped(pointer, "Bedrock wants unique names of tools; a second one of the same name is left out.");
        return;
    }
    if (name != tool.name)
        m_report.renamed(pointer + "/name", "The tool is called \"" + name + "\" at the provider.");
    Json specification = {{"name", name}};
    if (tool.description.find_first_not_of(" \t\r\n") != std::string::npos) // AWS refuses empty ones
        specification["description"] = tool.description;
    specification["inputSchema"] = Json{{"json", schemaOf(tool, pointer)}};
    if (tool.isStrict) {
        if (m_isOwnClient)
            specification["strict"] = *tool.isStrict;
        else if (*tool.isStrict)
            m_report.dropped(pointer + "/strict", "Strict tools of Bedrock take a smaller part of JSON Schema.");
    }
    putBack(tool.extensions, specification);
    noteForeignOptions(tool.extensions, ownDialect, pointer,
                       "An option of the tool that only another provider knows is left out.", m_report);
    noteNamespace(tool, pointer, m_report);
    m_tools.push_back(Json{{"toolSpec", std::move(specification)}});
    m_names.push_back(name);
    m_hasTools = true;
    addMarker(tool, pointer);
}

void ToolEncoder::addMarker(const Tool &tool, const std::string &pointer)
{
    if (!tool.cacheMarker)
        return;
    if (!m_isOwnClient && !m_traits.takesToolCachePoints) {
        m_report.dropped(pointer + "/cache_control", "The model caches no tools.");
        return;
    }
    const bool keepsTime = m_isOwnClient || m_traits.takesCacheTime;
    m_tools.push_back(cachePointBlock(keepsTime ? *tool.cacheMarker : CacheMarker{}));
}

Json ToolEncoder::schemaOf(const Tool &tool, const std::string &pointer) const
{
    if (tool.kind == Tool::Kind::Custom) {
        m_report.approximated(pointer, "A tool with free text input becomes one with a single text argument.");
        noteInputFormat(tool, pointer, m_report);
        return Json{{"type", "object"},
                    {"properties", {{"input", {{"type", "string"}}}}},
                    {"required", Json::array({"input"})}};
    }
    Json schema = tool.inputSchema.is_object() ? tool.inputSchema : Json::object();
    if (m_isOwnClient)
        return schema;
    if (textMember(schema, "type") != "object")
        schema["type"] = "object";
    if (!findMember(schema, "properties"))
        schema["properties"] = Json::object();
    return schema;
}

void ToolEncoder::resolveChoice()
{
    const auto &choice = m_request.toolChoice;
    if (!choice)
        return;
    if (!m_hasTools) {
        noteChoiceWithoutTools(m_request, "/tool_choice", m_report);
        return;
    }
    switch (choice->kind) {
    case ToolChoice::Kind::None: return;
    case ToolChoice::Kind::Auto: // the default; some models refuse to be told
        m_choice = m_isOwnClient ? "auto" : "";
        return;
    case ToolChoice::Kind::Required: m_choice = "any"; break;
    case ToolChoice::Kind::Allowed: m_choice = choice->isRequired ? "any" : ""; break;
    case ToolChoice::Kind::Named: {
        const auto named = std::find_if(m_request.tools.begin(), m_request.tools.end(),
                                        [&](const Tool &tool) { return tool.name == choice->name; });
        const std::string name =
            named == m_request.tools.end() ? choice->name : providerNameOf(named->name, named->toolNamespace, m_state);
        const bool isKnown = m_isOwnClient || std::find(m_names.begin(), m_names.end(), name) != m_names.end();
        if (!isKnown)
            m_report.approximated("/tool_choice",
                                  "The tool that was demanded is not offered, so the model may choose.");
        m_choice = isKnown ? "tool" : "";
        m_chosenName = name;
        break;
    }
    }
    limitChoice();
}

// "If supported by model": what the API reference says of each member of ToolChoice.
void ToolEncoder::limitChoice()
{
    if (m_isOwnClient)
        return;
    if (m_choice == "tool" && !m_traits.takesNamedChoice) {
        m_choice = m_traits.takesAnyChoice ? "any" : "";
        m_report.approximated("/tool_choice", "The model cannot be made to call one tool.");
    } else if (m_choice == "any" && !m_traits.takesAnyChoice) {
        m_choice.clear();
        m_report.approximated("/tool_choice", "The model cannot be made to call a tool.");
    }
}

Json ToolEncoder::config() const
{
    const Json *rest = m_request.extensions.find(ownDialect, "toolConfig");
    if (!m_hasTools)
        return Json();
    Json config = {{"tools", m_tools}};
    if (m_choice == "tool")
        config["toolChoice"] = Json{{"tool", {{"name", m_chosenName}}}};
    else if (!m_choice.empty())
        config["toolChoice"] = Json{{m_choice, Json::object()}};
    if (rest && rest->is_object())
        config.update(*rest);
    return config;
}

bool ToolEncoder::isForced() const
{
    return m_choice == "any" || m_choice == "tool";
}

void ToolEncoder::forceOutput(const OutputFormat &format)
{
    OutputTool tool = outputTool(format, m_report);
    m_state.outputTool = m_state.providerToolName(tool.name, longestToolName, toolNamePunctuation);
    const bool isAlone = !m_hasTools;
    m_hasTools = true;
    m_tools.push_back(Json{{"toolSpec",
                            {{"name", m_state.outputTool},
                             {"description", std::move(tool.description)},
                             {"inputSchema", {{"json", std::move(tool.schema)}}}}}});
    m_report.injected("/response_format", "The model is made to answer through the tool \"" + m_state.outputTool
                                              + "\", because it knows no structured output.");
    noteOutputAmongCalls(m_request, "/tool_choice", m_report);
    if (m_choice == "tool") // a tool that the client demands comes first
        return;
    m_choice = isAlone ? "tool" : "any";
    m_chosenName = m_state.outputTool;
    limitChoice();
}

} // namespace gateway::translation::bedrock
